// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's waybills page, by keys and over a real store.
#include "tests/ui/deskbench.h"
#include "ui/waybills/bulkpanel.h"
#include "ui/waybills/detailpane.h"
#include "ui/waybills/driverpanel.h"
#include "ui/waybills/endpointfield.h"
#include "ui/waybills/waybilldetail.h"
#include "ui/waybills/waybillform.h"
#include "ui/waybills/waybillslist.h"
#include "ui/waybills/waybillspage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/select.h"
#include "ui/widgets/table.h"
#include "ui/widgets/tableheader.h"
#include "ui/widgets/tokenfield.h"
#include "ui/window/mainwindow.h"
#include "ui/window/memory.h"

#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

using namespace waydesk;
using namespace waydesk::test;
using namespace waydesk::ui;
using namespace Qt::Literals::StringLiterals;
using Act = models::WaybillActions::Act;

namespace {

struct Shown
{
    explicit Shown(Theme& theme, int waybills = 40)
        : bench(waybills)
        , window(theme, memory)
    {
        page = new WaybillsPage(theme, bench.desk());
        window.addPage(page);
        window.topBar()->setLink(TopBar::Link::Online, u"Online"_s);
        window.topBar()->setUser(u"Sara Karim"_s, u"dispatcher"_s);
        window.show();
        window.activateWindow();
        settle();
    }
    void choose(int row)
    {
        page->list()->table()->setCurrentIndex(bench.table.index(row, 0));
        settle();
    }
    WaybillId inStatus(WaybillStatus status)
    {
        for (int row = 0; row < bench.table.rowCount(); ++row) {
            const auto found = bench.table.rowAt(row);
            if (found && found->server.state.is(status))
                return found->server.id;
        }
        return {};
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window, key, modifiers);
        settle();
    }

    ShortMemory memory;
    DeskBench bench;
    MainWindow window;
    WaybillsPage* page;
};

} // namespace

class TestWaybillsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void cleanup()
    {
        qApp->setLayoutDirection(Qt::LeftToRight);
        m_theme.setPreference(Theme::Preference::Light);
    }

    void showsEveryWaybillAndTheChosenOne()
    {
        Shown s(m_theme);
        QCOMPARE(s.bench.table.rowCount(), 40);
        s.choose(3);
        QTRY_VERIFY(s.page->findChild<DetailPane*>());
        QCOMPARE(s.page->detail()->pane()->number(), s.bench.table.rowAt(3)->server.number);
        for (const auto& [preference, name] :
             {std::pair(Theme::Preference::Light, "light"), {Theme::Preference::Dark, "dark"}}) {
            m_theme.setPreference(preference);
            settle();
            picture(s.window, u"waybills-"_s + QLatin1StringView(name));
        }
        m_theme.setPreference(Theme::Preference::Light);
        qApp->setLayoutDirection(Qt::RightToLeft);
        settle();
        picture(s.window, u"waybills-rtl"_s);
    }

    void noKeyMeansTwoThings()
    {
        Shown s(m_theme);
        QList<QAction*> all = s.page->actions() + s.window.actions();
        QHash<QString, QStringList> meanings;
        for (QAction* action : QSet<QAction*>(all.cbegin(), all.cend())) {
            for (const QKeySequence& keys : action->shortcuts())
                meanings[keys.toString(QKeySequence::PortableText)].append(action->text());
        }
        QVERIFY(meanings.size() > 15);
        for (auto it = meanings.cbegin(); it != meanings.cend(); ++it)
            QVERIFY2(it->size() == 1, qPrintable(it.key() + u": "_s + it->join(u", "_s)));
    }

    void everyInputHasANameAndARole()
    {
        Shown s(m_theme);
        s.choose(0);
        QCOMPARE(namelessInputs(s.window).join(u'\n'), QString());
        // One of each panel, opened the way a person would.
        s.press(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(s.page->openPanel());
        QCOMPARE(namelessInputs(s.window).join(u'\n'), QString());
        for (const Act act : {Act::Assign, Act::SwitchDriver, Act::ReturnChildren, Act::DeleteEmptyDrafts}) {
            Q_EMIT s.bench.actions.asked(act, {s.bench.table.idAt(0)});
            settle();
            QVERIFY(s.page->openPanel());
            QCOMPARE(namelessInputs(s.window).join(u'\n'), QString());
            picture(s.window, u"panel-%1"_s.arg(static_cast<int>(act)));
        }
    }

    void makesAWaybillWithKeysOnly()
    {
        Shown s(m_theme);
        s.press(Qt::Key_N, Qt::ControlModifier);
        auto* form = qobject_cast<WaybillForm*>(s.page->openPanel());
        QVERIFY(form);
        QCOMPARE(QApplication::focusWidget()->accessibleName(), u"From"_s);
        s.press(Qt::Key_Down); // the first warehouse
        s.press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->accessibleName(), u"To"_s);
        s.press(Qt::Key_Down);
        s.press(Qt::Key_Down); // the second
        picture(s.window, u"create"_s);
        s.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!s.page->openPanel());
        QCOMPARE(s.bench.commands.open().size(), 1);
        const auto create = std::get<CreateWaybill>(s.bench.commands.open().constFirst().command);
        QVERIFY(create.origin.warehouseId && create.destination.warehouseId);
        QVERIFY(create.origin.warehouseId != create.destination.warehouseId);
        QCOMPARE(s.bench.selection.current(), create.localId);
    }

    void saysBesideEachFieldWhatIsMissing()
    {
        Shown s(m_theme);
        s.press(Qt::Key_N, Qt::ControlModifier);
        s.press(Qt::Key_Return, Qt::ControlModifier);
        auto* form = qobject_cast<WaybillForm*>(s.page->openPanel());
        QVERIFY(form);
        int wrong = 0;
        for (const FormRow* row : form->findChildren<FormRow*>())
            wrong += !row->error().isEmpty();
        QCOMPARE(wrong, 2); // from and to
        QCOMPARE(s.bench.commands.open().size(), 0);
        picture(s.window, u"create-errors"_s);
    }

    void keepsWhatWasTypedWhenTheDiskRefuses()
    {
        Shown s(m_theme);
        s.press(Qt::Key_N, Qt::ControlModifier);
        auto* form = qobject_cast<WaybillForm*>(s.page->openPanel());
        QVERIFY(form);
        s.press(Qt::Key_Down);
        s.press(Qt::Key_Tab);
        s.press(Qt::Key_Down);
        s.press(Qt::Key_Down);
        form->findChild<QPlainTextEdit*>()->setPlainText(u"handle with care"_s);
        Error full;
        full.kind = Error::Kind::Storage;
        s.bench.engine.failNextSubmit(full);
        s.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(s.page->openPanel(), form);
        QCOMPARE(form->findChild<QPlainTextEdit*>()->toPlainText(), u"handle with care"_s);
        QVERIFY(!form->notice()->sentence().isEmpty());
        QCOMPARE(s.bench.commands.open().size(), 0);
        s.press(Qt::Key_Return, Qt::ControlModifier); // room again
        QVERIFY(!s.page->openPanel());
        QCOMPARE(s.bench.commands.open().size(), 1);
    }

    void aDisabledActionSaysWhy()
    {
        Shown s(m_theme);
        s.bench.selection.selectOnly(s.inStatus(WaybillStatus::Closed));
        settle();
        const QAction* seal = s.bench.actions.action(Act::Seal);
        QVERIFY(!seal->isEnabled());
        int told = 0;
        for (const Button* button : s.page->findChildren<Button*>()) {
            if (button->followed() == seal) {
                QVERIFY(!button->isEnabled());
                QCOMPARE(button->toolTip(), s.bench.actions.whyNot(Act::Seal));
                QVERIFY(!button->toolTip().isEmpty());
                ++told;
            }
        }
        QVERIFY(told > 0);
    }

    void tellsConsequencesBeforeCancellingAndTakesNoForNo()
    {
        Shown s(m_theme);
        const WaybillId id = s.inStatus(WaybillStatus::Drafted);
        s.bench.selection.selectOnly(id);
        s.bench.actions.action(Act::Cancel)->trigger();
        QCOMPARE(s.bench.ask.asked.size(), 1);
        QVERIFY(s.bench.ask.asked.constFirst().text.contains(u"free for another"_s));
        QCOMPARE(s.bench.commands.open().size(), 0);
        s.bench.ask.yes = true;
        s.bench.actions.action(Act::Cancel)->trigger();
        settle();
        QCOMPARE(s.bench.commands.open().size(), 1);
        QCOMPARE(std::get<CancelWaybill>(s.bench.commands.open().constFirst().command).waybill, id);
    }

    void receivingTellsThatParcelsBecomeDelivered()
    {
        Shown s(m_theme);
        Q_EMIT s.bench.actions.asked(Act::Receive, {s.bench.table.idAt(0)});
        QVERIFY(s.bench.ask.asked.constFirst().text.contains(u"becomes delivered"_s));
        QVERIFY(s.bench.ask.asked.constFirst().grave);
    }

    void aSwitchNeedsItsReason()
    {
        Shown s(m_theme);
        const WaybillId id = s.inStatus(WaybillStatus::InTransit);
        Q_EMIT s.bench.actions.asked(Act::SwitchDriver, {id});
        auto* panel = qobject_cast<DriverPanel*>(s.page->openPanel());
        QVERIFY(panel);
        QTest::keyClicks(panel->search(), u"5"_s);
        settle();
        QVERIFY(!panel->primary()->isEnabled());
        QVERIFY(!panel->primary()->toolTip().isEmpty());
        auto* reason = panel->findChild<QPlainTextEdit*>();
        reason->setPlainText(QString(501, u'x'));
        QVERIFY(!panel->primary()->isEnabled());
        reason->setPlainText(u"the van broke down"_s);
        QVERIFY2(panel->primary()->isEnabled(), qPrintable(panel->primary()->toolTip()));
        panel->primary()->click();
        settle();
        QCOMPARE(s.bench.commands.open().size(), 1);
        QCOMPARE(std::get<SwitchDriver>(s.bench.commands.open().constFirst().command).reason, u"the van broke down"_s);
        QVERIFY(!s.page->openPanel());
    }

    void manyAreListedFirstAndThoseLeftOutSayWhy()
    {
        Shown s(m_theme);
        s.page->list()->table()->selectAll();
        settle();
        QList<WaybillId> all;
        for (int row = 0; row < s.bench.table.rowCount(); ++row)
            all.append(s.bench.table.idAt(row));
        Q_EMIT s.bench.actions.asked(Act::Cancel, all);
        auto* panel = qobject_cast<BulkPanel*>(s.page->openPanel());
        QVERIFY(panel);
        QCOMPARE(s.bench.commands.open().size(), 0); // nothing before the person has seen the list
        picture(s.window, u"bulk"_s);
        panel->primary()->click();
        settle();
        int cancellable = 0;
        for (const WaybillId& id : all) {
            const auto row = s.bench.rows.find(id);
            cancellable += row->server.state.is(WaybillStatus::Drafted) || row->server.state.is(WaybillStatus::Sealed);
        }
        QVERIFY(cancellable > 0 && cancellable < all.size());
        QCOMPARE(s.bench.commands.open().size(), cancellable);
    }

    void theFilterNarrowsAndNamesAWrongWord()
    {
        Shown s(m_theme);
        TokenField* field = s.page->list()->filterField();
        s.press(Qt::Key_Slash);
        QCOMPARE(QApplication::focusWidget(), field);
        QTest::keyClicks(field, u"status:sealed "_s);
        settle();
        QCOMPARE(field->tokens(), QStringList{u"status:sealed"_s});
        QCOMPARE(s.bench.table.filter().status, WaybillStatus::Sealed);
        QCOMPARE(s.page->list()->tabs()->currentIndex(), models::StatusTabsModel::rowOf(WaybillStatus::Sealed));
        QVERIFY(s.bench.table.rowCount() > 0 && s.bench.table.rowCount() < 40);
        QTest::keyClicks(field, u"cod>lots "_s);
        settle();
        QVERIFY(field->accessibleDescription().contains(u"lots"_s));
        QTest::keyClick(field, Qt::Key_Backspace); // takes the chip back
        QCOMPARE(field->text(), u"cod>lots"_s);
        s.page->list()->tabs()->setCurrentIndex(0); // All: the status word goes
        QVERIFY(!field->filterText().contains(u"sealed"_s));
        QCOMPARE(s.bench.table.filter().status, std::nullopt);
    }

    void anEmptyTableSaysWhatToDoNext()
    {
        Shown s(m_theme, 0);
        EmptyState* empty = s.page->list()->table()->emptyState();
        QVERIFY(empty->isVisible());
        QVERIFY(!empty->title().isEmpty());
        picture(s.window, u"empty"_s);
        s.page->setReading(true);
        QVERIFY(!empty->isVisible());
    }

    void copiesTheSelectionAsSeen()
    {
        Shown s(m_theme);
        Table* table = s.page->list()->table();
        table->selectRow(0);
        table->header()->moveSection(0, 1);
        table->header()->setSectionHidden(2, true);
        table->copySelection();
        const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0].split(u'\t').size(), lines[1].split(u'\t').size());
        QCOMPARE(lines[0].split(u'\t').at(1), s.bench.table.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString());
        QCOMPARE(lines[1].split(u'\t').at(1), s.bench.table.rowAt(0)->server.number);
    }

    void keepsSelectionAndPlaceWhenWaybillsChange()
    {
        Shown s(m_theme);
        s.choose(5);
        const WaybillId id = s.bench.selection.current();
        QSignalSpy resets(&s.bench.table, &QAbstractItemModel::modelReset);
        Waybill changed = s.bench.rows.find(id)->server;
        changed.notes = u"changed meanwhile"_s;
        s.bench.engine.tell(changed);
        s.bench.engine.tell(sampleWaybill(900));
        QTRY_COMPARE(s.bench.table.rowCount(), 41);
        QTRY_COMPARE(s.bench.table.rowAt(s.bench.table.rowOf(id))->server.notes, changed.notes);
        QCOMPARE(s.bench.selection.current(), id);
        QCOMPARE(s.bench.table.idAt(s.page->list()->table()->currentIndex().row()), id);
        QCOMPARE(resets.size(), 0);
    }

    void remembersItsLooks()
    {
        ShortMemory memory;
        {
            Shown s(m_theme);
            s.page->list()->setFilterLine(u"number:WB"_s);
            s.page->list()->table()->header()->setSectionHidden(4, true);
            s.page->list()->views().keep(u"Mine"_s, u"cod>5"_s);
            s.choose(2);
            s.page->remember(memory);
        }
        Shown again(m_theme);
        again.page->recall(memory);
        settle();
        QCOMPARE(again.page->list()->filterLine(), u"number:WB"_s);
        QVERIFY(again.page->list()->table()->header()->isSectionHidden(4));
        QVERIFY(!again.bench.selection.current().isEmpty());
        const QList<SavedView> views = again.page->list()->views().all();
        QVERIFY(std::any_of(views.begin(), views.end(), [](const SavedView& v) { return v.name == u"Mine"_s; }));
    }

    void standsAtTwiceTheSizeOnASmallScreen()
    {
        Shown s(m_theme);
        s.window.resize(960, 540);
        settle();
        QCOMPARE(s.window.size(), QSize(960, 540)); // nothing insists on more
        picture(s.window, u"waybills-small"_s);
    }

private:
    Theme m_theme;
};

QTEST_MAIN(TestWaybillsPage)
#include "tst_waybillspage.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's window: pages by key, closed pages that say why, toasts, questions, the keys sheet, the tour.
#include "tests/ui/deskbench.h"
#include "ui/tour/tour.h"
#include "ui/widgets/button.h"
#include "ui/window/askoverlay.h"
#include "ui/window/keyssheet.h"
#include "ui/window/mainwindow.h"
#include "ui/window/memory.h"
#include "ui/window/rail.h"
#include "ui/window/topbarfeed.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace waydesk;
using namespace waydesk::test;
using namespace waydesk::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

class PlainPage final : public Page
{
public:
    PlainPage(const QString& key, const QString& name, bool rail = true)
        : Page(key, u"clipboard-list"_s)
        , m_name(name)
        , m_rail(rail)
        , m_primary(new QAction(u"Go"_s, this))
    {
    }
    QString title() const override { return m_name; }
    bool inRail() const override { return m_rail; }
    QList<KeyLine> keys() const override { return {{u"F9"_s, u"Fly"_s}}; }
    QAction* primaryAction() const override { return m_primary; }
    QAction* primary() const { return m_primary; }

private:
    QString m_name;
    bool m_rail;
    QAction* m_primary;
};

struct Framed
{
    explicit Framed(Theme& theme)
        : window(theme, memory)
    {
        first = new PlainPage(u"waybills"_s, u"Waybills"_s);
        second = new PlainPage(u"sync"_s, u"Sync"_s);
        aside = new PlainPage(u"scan"_s, u"Scan station"_s, false);
        for (Page* page : {first, second, aside})
            window.addPage(page);
        window.show();
        window.activateWindow();
        settle();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window, key, modifiers);
        settle();
    }
    ShortMemory memory;
    MainWindow window;
    PlainPage *first, *second, *aside;
};

} // namespace

class TestWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }

    void goesToPagesByKey()
    {
        Framed f(m_theme);
        QCOMPARE(f.window.current(), f.first);
        f.press(Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(f.window.current(), f.second);
        QVERIFY(f.window.rail()->entries()[1]->isChecked());
        QCOMPARE(f.window.windowTitle(), u"Sync — Waydesk"_s);
        f.press(Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(f.window.current(), f.first);
        QCOMPARE(f.window.rail()->entries().size(), 2); // the scan station is not in the rail
    }

    void escComesBackFromAPageBesideTheRail()
    {
        Framed f(m_theme);
        f.window.show(f.second);
        f.window.show(f.aside);
        QVERIFY(f.window.rail()->entries()[1]->isChecked());
        f.press(Qt::Key_Escape);
        QCOMPARE(f.window.current(), f.second);
    }

    void aClosedPageStaysInSightAndSaysWhy()
    {
        Framed f(m_theme);
        f.second->setClosedBecause(u"Merchants do not send commands."_s);
        QCOMPARE(f.window.rail()->entries()[1]->toolTip(), u"Merchants do not send commands."_s);
        f.press(Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(f.window.current(), f.first);
        QCOMPARE(f.window.toasts()->texts(), QStringList{u"Merchants do not send commands."_s});
        QVERIFY(f.window.rail()->entries()[0]->isChecked());
    }

    void ctrlEnterDoesThePrimaryThingOrSaysWhyNot()
    {
        Framed f(m_theme);
        QSignalSpy done(f.first->primary(), &QAction::triggered);
        f.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(done.size(), 1);
        setPossible(*f.first->primary(), false, u"Choose a waybill first."_s);
        f.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(done.size(), 1);
        QCOMPARE(f.window.toasts()->texts(), QStringList{u"Choose a waybill first."_s});
    }

    void undoesFromTheToastOnce()
    {
        Framed f(m_theme);
        int undone = 0;
        Q_EMIT f.first->said({.text = u"Sealed"_s, .actionText = u"Undo"_s, .action = [&] { ++undone; }});
        QCOMPARE(f.window.toasts()->texts().size(), 1);
        QVERIFY(f.window.toasts()->undo());
        QVERIFY(!f.window.toasts()->undo());
        QCOMPARE(undone, 1);
        for (int i = 0; i < 5; ++i)
            f.window.toasts()->show({.text = QString::number(i)});
        QCOMPARE(f.window.toasts()->texts(), (QStringList{u"2"_s, u"3"_s, u"4"_s}));
    }

    void aToastIsAnAlertWithANamedButton()
    {
        Framed f(m_theme);
        int undone = 0;
        f.window.toasts()->show(
            {.text = u"WB00412 will be sealed"_s, .actionText = u"Undo"_s, .actionKeys = u"Ctrl Z"_s, .action = [&] {
                 ++undone;
             }});
        settle();
        auto* toast = f.window.findChild<Toast*>();
        const QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(toast);
        QCOMPARE(seen->role(), QAccessible::AlertMessage);
        QCOMPARE(seen->text(QAccessible::Name), u"WB00412 will be sealed"_s);
        QVERIFY(!seen->state().focusable); // its button takes the keyboard
        const QAccessibleInterface* button = QAccessible::queryAccessibleInterface(toast->button());
        QCOMPARE(button->role(), QAccessible::PushButton);
        QCOMPARE(button->text(QAccessible::Name), u"Undo"_s);
        QVERIFY(button->state().focusable);
        toast->button()->setFocus(Qt::TabFocusReason);
        f.press(Qt::Key_Return);
        QCOMPARE(undone, 1);
        QVERIFY(f.window.toasts()->texts().isEmpty());
        f.window.toasts()->show({.text = u"Only told"_s});
        settle();
        QVERIFY(!f.window.findChildren<Toast*>().constLast()->button());
    }

    void itsFirstSizeLeavesRoomForTheTitleBar()
    {
        const QSize small = MainWindow::firstSize({1440, 900});
        QVERIFY(small.height() <= 860 && small.width() <= 1436);
        QCOMPARE(MainWindow::firstSize({2560, 1400}), QSize(1440, 900));
        QCOMPARE(MainWindow::firstSize({640, 480}), QSize(880, 520)); // smaller than that it is of no use
    }

    void asksAndTakesEscForNo()
    {
        Framed f(m_theme);
        QList<bool> answers;
        const auto answer = [&](bool yes) { answers.append(yes); };
        f.window.ask().ask({u"Cancel?"_s, u"For good."_s, u"Cancel it"_s, {}, true}, f.first, answer);
        settle();
        auto* overlay = f.window.findChild<AskOverlay*>();
        QVERIFY(overlay->isOpen());
        QCOMPARE(namelessInputs(f.window).join(u'\n'), QString());
        f.press(Qt::Key_Return); // a grave one stands on "no"
        QCOMPARE(answers, QList<bool>{false});
        f.window.ask().ask({u"Seal?"_s, {}, u"Seal"_s, {}, false}, f.first, answer);
        settle();
        f.press(Qt::Key_Escape);
        QCOMPARE(answers, (QList<bool>{false, false}));
        f.window.ask().ask({u"Seal?"_s, {}, u"Seal"_s, {}, false}, f.first, answer);
        settle();
        f.press(Qt::Key_Return);
        QCOMPARE(answers, (QList<bool>{false, false, true}));
        QVERIFY(!overlay->isOpen());
    }

    void aQuestionDiesWithWhoAskedIt()
    {
        Framed f(m_theme);
        int answered = 0;
        auto* guard = new QObject;
        f.window.ask().ask({u"Seal?"_s, {}, u"Seal"_s, {}, false}, guard, [&](bool) { ++answered; });
        delete guard;
        settle();
        QVERIFY(!f.window.findChild<AskOverlay*>()->isOpen());
        QCOMPARE(answered, 0);
    }

    void keysSheetOpensAndClosesByKey()
    {
        Framed f(m_theme);
        f.press(Qt::Key_F1);
        auto* sheet = f.window.findChild<KeysSheet*>();
        QVERIFY(sheet->isOpen());
        QCOMPARE(namelessInputs(f.window).join(u'\n'), QString());
        picture(f.window, u"keys"_s);
        f.press(Qt::Key_Escape);
        QVERIFY(!sheet->isOpen());
    }

    void topBarTellsWhatTheServicesKnow()
    {
        DeskBench bench;
        ShortMemory memory;
        MainWindow window(m_theme, memory);
        auto* page = new PlainPage(u"waybills"_s, u"Waybills"_s);
        window.addPage(page);
        TopBarFeed feed(*window.topBar(), {bench.connection, bench.commands, bench.lookups, bench.formats}, memory);
        settle();
        QCOMPARE(window.topBar()->linkText(), u"Online"_s);
        sync::EngineStatus status = bench.engine.status();
        status.link = sync::EngineStatus::Link::Offline;
        status.linkSince = *parseInstant(u"2026-04-07T11:47:00Z");
        bench.engine.setStatus(status);
        settle();
        QVERIFY(window.topBar()->linkText().contains(u"11:47"_s));
        QCOMPARE(window.topBar()->warehouse()->choices().size(), 3); // all, and two
        QSignalSpy chosen(&feed, &TopBarFeed::warehouseChosen);
        Q_EMIT window.topBar()->warehouse()->chosen(u"wh-2"_s);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(TopBarFeed(*window.topBar(), {bench.connection, bench.commands, bench.lookups, bench.formats}, memory)
                     .warehouse(),
                 WarehouseId{u"wh-2"_s});
    }

    void remembersRailAndPage()
    {
        ShortMemory memory;
        {
            MainWindow window(m_theme, memory);
            window.addPage(new PlainPage(u"waybills"_s, u"Waybills"_s));
            window.addPage(new PlainPage(u"sync"_s, u"Sync"_s));
            window.rail()->setCollapsed(true);
            window.show(window.page(u"sync"_s));
            window.remember();
        }
        MainWindow again(m_theme, memory);
        again.addPage(new PlainPage(u"waybills"_s, u"Waybills"_s));
        again.addPage(new PlainPage(u"sync"_s, u"Sync"_s));
        again.recall();
        QVERIFY(again.rail()->isCollapsed());
        QCOMPARE(again.current()->key(), u"sync"_s);
    }

    void theTourTellsWhatItCouldNotShow()
    {
        Framed f(m_theme);
        QTemporaryDir folder;
        QStringList languages;
        Tour tour({.theme = m_theme,
                   .window = f.window,
                   .setLanguage = [&](const QString& code) { languages.append(code); },
                   .patience = std::chrono::milliseconds(50)},
                  QDir(folder.filePath(u"tour"_s)));
        tour.add({.name = u"good"_s, .looks = Scene::Light | Scene::Double, .stage = [] {}});
        tour.add({.name = u"never"_s, .looks = Scene::Light, .stage = [] {}, .isReady = [] { return false; }});
        QWidget cover(&f.window);
        tour.add({.name = u"blank"_s,
                  .looks = Scene::Dark,
                  .stage =
                      [&] {
                          cover.setAutoFillBackground(true);
                          cover.setGeometry(0, 0, 4000, 4000);
                          cover.show();
                          cover.raise();
                      },
                  .isReady = {},
                  .strike = [&] { cover.hide(); }});
        QCOMPARE(tour.run(), (QStringList{u"never-light: did not become ready"_s, u"blank-dark: shows nothing"_s}));
        QCOMPARE(tour.written().size(), 2);
        QCOMPARE(QImage(folder.filePath(u"tour/good-light.png"_s)).size(), QSize(1440, 900));
        QCOMPARE(QImage(folder.filePath(u"tour/good-200.png"_s)).size(), QSize(1920, 1080));
        QVERIFY(languages.contains(u"ar"_s));
    }

private:
    Theme m_theme;
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk shows what became of everything that was asked, and settles what was refused.
#include "models/servicesources.h"
#include "tests/ui/scanbench.h"
#include "ui/sync/commandlist.h"
#include "ui/sync/conflictpane.h"
#include "ui/sync/syncpage.h"
#include "ui/widgets/button.h"

#include <QSignalSpy>
#include <QTest>

using namespace waydesk;
using namespace waydesk::ui;
using namespace Qt::Literals::StringLiterals;
using store::CommandState;
using test::ScanBench;

namespace {
struct Office
{
    ScanBench bench;
    SyncPage page{
        bench.theme,
        {bench.commands, bench.connection, models::serviceNames(bench.waybills, bench.lookups), bench.formats}};

    Office()
    {
        bench.theme.apply(*qApp);
        page.resize(1250, 850);
        page.show();
        page.shown();
    }
    qint64 refusedAttach()
    {
        bench.commands.submit(AttachDeliveries{bench.draft(), {{u"dl-7"_s}, {u"dl-1"_s}, {u"dl-2"_s}}});
        const qint64 seq = bench.commands.open().last().seq;
        Error error;
        error.kind = Error::Kind::Rejected;
        error.status = 409;
        error.code = u"delivery_already_in_waybill"_s;
        error.vendorText = u"Delivery is already linked to another waybill"_s;
        bench.engine.refuse(seq, error);
        return seq;
    }
    std::optional<CommandState> stateOf(qint64 seq)
    {
        for (const store::OutboxEntry& entry : bench.commands.open() + bench.commands.done(50)) {
            if (entry.seq == seq)
                return entry.state;
        }
        return {};
    }
};
} // namespace

class SyncPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsMineTheirsAndTheServersWords();
    void attachesTheOthersByTheFirstNumber();
    void dropsItByItsNumber();
    void opensTheFormToChangeIt();
    void takesBackWhatIsQueued();
    void keepsTheChoiceWhileOthersMove();
    void countsWhatNeedsThePerson();
    void saysSoWhenNothingNeedsThem();
    void givesEveryInputAName();
};

void SyncPageTest::showsMineTheirsAndTheServersWords()
{
    Office office;
    const qint64 seq = office.refusedAttach();
    office.bench.commands.submit(SealWaybill{office.bench.draft()});
    office.page.select(seq);
    const models::ConflictView& view = office.page.pane().view();
    QTRY_VERIFY(view.title.startsWith(u"Attach 3 parcel"_s) && view.title.endsWith(u"WB00001"_s));
    QCOMPARE(view.quote, u"“Delivery is already linked to another waybill”"_s);
    QCOMPARE(view.code, u"delivery_already_in_waybill"_s);
    QCOMPARE(view.mine.size(), 3);
    QVERIFY(view.theirs.first().differs);
    QVERIFY(view.theirs.first().text.contains(u"WB00002"_s));
    QTRY_VERIFY(office.page.pane().view().waiting.contains(u"Seal WB00001"_s));
}

void SyncPageTest::attachesTheOthersByTheFirstNumber()
{
    Office office;
    const qint64 seq = office.refusedAttach();
    office.page.select(seq);
    QTRY_VERIFY(!office.page.pane().choiceButtons().isEmpty());
    QTest::keyClick(&office.page, Qt::Key_1);
    QTRY_COMPARE(office.bench.commands.open().size(), 1);
    const Command sent = office.bench.commands.open().first().command;
    QVERIFY(std::holds_alternative<AttachDeliveries>(sent));
    QCOMPARE(std::get<AttachDeliveries>(sent).deliveries, (QList<DeliveryId>{{u"dl-1"_s}, {u"dl-2"_s}}));
    QCOMPARE(office.stateOf(seq), CommandState::Discarded);
}

void SyncPageTest::dropsItByItsNumber()
{
    Office office;
    const qint64 seq = office.refusedAttach();
    office.page.select(seq);
    const auto choices = office.page.pane().view().choices;
    int drop = 0;
    for (qsizetype i = 0; i < choices.size(); ++i) {
        if (choices[i].kind == models::ConflictChoice::Kind::Discard)
            drop = static_cast<int>(i) + 1;
    }
    QVERIFY(drop > 0);
    QTest::keyClick(&office.page, static_cast<Qt::Key>(Qt::Key_0 + drop));
    QTRY_COMPARE(office.stateOf(seq), CommandState::Discarded);
    QVERIFY(office.bench.commands.open().isEmpty());
    QTest::keyClick(&office.page, Qt::Key_1); // nothing is chosen any more: nothing happens
    QVERIFY(office.bench.commands.open().isEmpty());
}

void SyncPageTest::opensTheFormToChangeIt()
{
    Office office;
    const qint64 seq = office.refusedAttach();
    office.page.select(seq);
    QSignalSpy wanted(&office.page, &SyncPage::changeWanted);
    const auto choices = office.page.pane().view().choices;
    for (qsizetype i = 0; i < choices.size(); ++i) {
        if (choices[i].kind == models::ConflictChoice::Kind::ChangeByHand)
            office.page.pane().choose(static_cast<int>(i) + 1);
    }
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(office.stateOf(seq), CommandState::Refused); // still there until it is replaced
}

void SyncPageTest::takesBackWhatIsQueued()
{
    Office office;
    office.bench.commands.submit(SealWaybill{office.bench.draft()});
    QTRY_COMPARE(office.bench.commands.open().size(), 1);
    const qint64 seq = office.bench.commands.open().first().seq;
    office.page.select(seq);
    QCOMPARE(office.page.pane().choiceButtons().size(), 1);
    office.page.pane().choose(1);
    QTRY_COMPARE(office.stateOf(seq), CommandState::Discarded);
}

void SyncPageTest::keepsTheChoiceWhileOthersMove()
{
    Office office;
    const qint64 seq = office.refusedAttach();
    office.page.select(seq);
    Button* first = office.page.pane().choiceButtons().first();
    office.bench.commands.submit(SealWaybill{WaybillId{u"wb-2"_s}});
    QTRY_COMPARE(office.bench.commands.open().size(), 2);
    QCOMPARE(office.page.list().currentSeq(), seq);
    QCOMPARE(office.page.pane().choiceButtons().first(), first); // not made anew: a focus on it would be lost
}

void SyncPageTest::countsWhatNeedsThePerson()
{
    Office office;
    QCOMPARE(office.page.badge(), 0);
    office.refusedAttach();
    QTRY_COMPARE(office.page.badge(), 1);
    QCOMPARE(office.page.outbox().count(models::OutboxModel::Section::NeedsYou), 1);
}

void SyncPageTest::saysSoWhenNothingNeedsThem()
{
    Office office;
    QCOMPARE(office.page.list().model()->rowCount(), 0);
    office.bench.commands.submit(SealWaybill{office.bench.draft()});
    office.bench.engine.confirmAll();
    office.page.showTab(SyncPage::Tab::DoneToday);
    QTRY_COMPARE(office.page.list().model()->rowCount(), 1);
}

void SyncPageTest::givesEveryInputAName()
{
    Office office;
    office.page.select(office.refusedAttach());
    const QList<QWidget*> all = office.page.findChildren<QWidget*>();
    for (const QWidget* widget : all) {
        if (widget->focusPolicy() & Qt::TabFocus && !widget->isHidden())
            QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    }
}

QTEST_MAIN(SyncPageTest)
#include "tst_syncpage.moc"

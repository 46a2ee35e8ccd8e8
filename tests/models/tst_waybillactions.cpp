// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk offers an action exactly when the rules and the role allow it for every selected waybill, and says why not
// otherwise; bulk work is accounted for row by row.
#include "models/bulkrun.h"
#include "models/refusaltext.h"
#include "models/selection.h"
#include "models/waybillactions.h"
#include "tests/models/madeuprows.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QSignalSpy>
#include <QTest>

using namespace waydesk;
using namespace waydesk::models;
using namespace waydesk::tests;
using namespace Qt::Literals::StringLiterals;
using Act = WaybillActions::Act;

namespace {

struct Desk
{
    MadeUpRows rows;
    HandSink sink;
    Selection selection;
    WaybillActions actions{selection,
                           rows,
                           sink,
                           {[this](const WaybillId& id) {
                                const auto row = rows.find(id);
                                return row ? row->expected.number : QString();
                            },
                            {},
                            {}}};

    Desk() { actions.setActor(UserRole::Dispatcher, {u"manage:module:delivery"_s}); }
    void put(qint64 id, WaybillStatus status, CarrierType carrier = CarrierType::Internal, int items = 3,
             bool driven = false)
    {
        auto row = madeUp(id, status);
        row.server.carrier = carrier;
        row.server.itemCount = items;
        if (driven)
            row.server.driverId = DriverId{u"d1"_s};
        row.expected = row.server;
        rows.put(row);
    }
    bool can(Act act) const { return actions.action(act)->isEnabled(); }
};

std::optional<Command> command(Act act, const WaybillId& id)
{
    switch (act) {
    case Act::Edit:
        return UpdateWaybill{.waybill = id};
    case Act::Scan:
        return AttachDeliveries{id, {{u"p"_s}}};
    case Act::Seal:
        return SealWaybill{id};
    case Act::Assign:
        return AssignDriver{id, {u"d9"_s}};
    case Act::Unassign:
        return UnassignDriver{id};
    case Act::SwitchDriver:
        return SwitchDriver{id, {u"d9"_s}, u"flat tyre"_s};
    case Act::Dispatch:
        return DispatchWaybill{id};
    case Act::Receive:
        return ReceiveWaybill{id, {}};
    case Act::Close:
        return CloseWaybill{id};
    case Act::Cancel:
        return CancelWaybill{id};
    case Act::ReturnChildren:
        return ReturnChildren{.waybill = id};
    case Act::DeleteEmptyDrafts:
        return BulkDeleteDrafts{{id}, false};
    case Act::Create:
    case Act::Refresh:
    case Act::Undo:
    case Act::Copy:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

} // namespace

class TestWaybillActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersExactlyWhatTheRulesAllow()
    {
        int allowed = 0, refused = 0;
        for (const UserRole role : kUserRoles) {
            for (const WaybillStatus status : kWaybillStatuses) {
                for (const CarrierType carrier : kCarrierTypes) {
                    for (const int items : {0, 3}) {
                        for (const bool driven : {false, true}) {
                            Desk desk;
                            desk.actions.setActor(role, {});
                            desk.put(1, status, carrier, items, driven);
                            desk.selection.selectOnly({u"w1"_s});
                            const bool manages =
                                role == UserRole::Dispatcher || role == UserRole::Manager || role == UserRole::Admin;
                            for (const Act act : WaybillActions::kActs) {
                                const auto asked = command(act, {u"w1"_s});
                                if (!asked)
                                    continue;
                                const Verdict verdict =
                                    waydesk::judgeCommand(*asked, desk.rows.server[1].expected, role);
                                QCOMPARE(desk.can(act), manages && verdict.allowed());
                                const QString why = desk.actions.whyNot(act);
                                QCOMPARE(why.isEmpty(), desk.can(act));
                                if (manages && !verdict.allowed())
                                    QCOMPARE(why, refusalText(verdict.refusal));
                                if (!why.isEmpty()) {
                                    QCOMPARE(desk.actions.action(act)->toolTip(), why);
                                    QCOMPARE(desk.actions.action(act)->statusTip(), why);
                                }
                                ++(desk.can(act) ? allowed : refused);
                            }
                            QCOMPARE(desk.can(Act::Create), manages);
                            QVERIFY(desk.can(Act::Refresh));
                            QVERIFY(desk.can(Act::Copy));
                        }
                    }
                }
            }
        }
        QVERIFY(allowed > 200);
        QVERIFY(refused > 1000);
    }

    void judgesTheExpectedStateNotTheServersPast()
    {
        Desk desk;
        desk.put(1, WaybillStatus::Drafted);
        desk.rows.server[1].expected.state = WaybillStatus::Sealed;
        desk.selection.selectOnly({u"w1"_s});
        QVERIFY(!desk.can(Act::Seal));
        QVERIFY(desk.can(Act::Assign));
        desk.rows.server[1].expected.driverId = DriverId{u"d1"_s};
        QVERIFY(desk.can(Act::Assign));
        Q_EMIT desk.rows.changed({{u"w1"_s}});
        QVERIFY(!desk.can(Act::Assign));
    }
    void offersNothingForAStatusThatItDoesNotKnow()
    {
        Desk desk;
        desk.put(1, WaybillStatus::Drafted);
        desk.rows.server[1].expected.state = WaybillState::fromWord(u"teleported"_s);
        desk.selection.selectOnly({u"w1"_s});
        for (const Act act : {Act::Edit, Act::Seal, Act::Assign, Act::Cancel, Act::Close, Act::SwitchDriver})
            QCOMPARE(desk.actions.whyNot(act), refusalText(Refusal::UnknownState));
        QVERIFY(!desk.actions.primary());
    }
    void goesByTheServersPermissionsWhereItTellsThem()
    {
        Desk desk;
        desk.put(1, WaybillStatus::Drafted);
        desk.selection.selectOnly({u"w1"_s});
        desk.actions.setActor(UserRole::Dispatcher, {u"view:module:delivery"_s});
        QVERIFY(!desk.can(Act::Seal));
        QVERIFY(desk.actions.whyNot(Act::Seal).contains(u"Dispatcher"_s));
        desk.actions.setActor(std::nullopt, {});
        QCOMPARE(desk.actions.whyNot(Act::Create), u"Sign in first."_s);
        desk.actions.setActor(UserRole::Driver, {u"manage:operations:tenant"_s});
        QVERIFY(desk.can(Act::Seal));
    }
    void wantsEverySelectedWaybillToAllowIt()
    {
        Desk desk;
        desk.put(1, WaybillStatus::Drafted);
        desk.put(2, WaybillStatus::Drafted, CarrierType::Internal, 0);
        desk.selection.set({{u"w1"_s}, {u"w2"_s}}, {u"w1"_s});
        QCOMPARE(desk.actions.whyNot(Act::Seal), u"1 of 2 cannot. WB00002: Seal needs at least one delivery."_s);
        QCOMPARE(desk.actions.whyNot(Act::Edit), u"Select only one waybill."_s);
        QVERIFY(desk.can(Act::Cancel));
        desk.selection.clear();
        QCOMPARE(desk.actions.whyNot(Act::Seal), u"Select a waybill first."_s);
        QVERIFY(desk.can(Act::DeleteEmptyDrafts)); // all of the tenant's
    }

    void knowsTheNextSensibleStep_data()
    {
        QTest::addColumn<WaybillStatus>("status");
        QTest::addColumn<CarrierType>("carrier");
        QTest::addColumn<int>("items");
        QTest::addColumn<bool>("driven");
        QTest::addColumn<int>("act"); // -1: none
        using enum WaybillStatus;
        using enum CarrierType;
        QTest::newRow("empty draft") << Drafted << Internal << 0 << false << int(Act::Scan);
        QTest::newRow("draft") << Drafted << Internal << 3 << false << int(Act::Seal);
        QTest::newRow("sealed") << Sealed << Internal << 3 << false << int(Act::Assign);
        QTest::newRow("sealed, assigned") << Sealed << Internal << 3 << true << -1;
        QTest::newRow("sealed prime") << Sealed << Prime << 3 << false << int(Act::Dispatch);
        QTest::newRow("on the road") << InTransit << Internal << 3 << true << -1;
        QTest::newRow("on the road, prime") << InTransit << Prime << 3 << false << int(Act::Receive);
        QTest::newRow("received") << Received << External << 3 << false << int(Act::Close);
        QTest::newRow("closed") << Closed << Internal << 3 << true << -1;
        QTest::newRow("cancelled") << Cancelled << Internal << 3 << false << -1;
    }
    void knowsTheNextSensibleStep()
    {
        QFETCH(WaybillStatus, status);
        QFETCH(CarrierType, carrier);
        QFETCH(int, items);
        QFETCH(bool, driven);
        QFETCH(int, act);
        Desk desk;
        desk.put(1, status, carrier, items, driven);
        desk.selection.setCurrent({u"w1"_s});
        const auto primary = desk.actions.primary();
        QCOMPARE(primary ? int(*primary) : -1, act);
    }

    void submitsAPlainStepWithTheVersionThatWasSeenAndTakesItBack_data()
    {
        QTest::addColumn<bool>("acceptsBeforeReturning");
        QTest::newRow("taken in later") << false;
        QTest::newRow("taken in at once") << true;
    }
    void submitsAPlainStepWithTheVersionThatWasSeenAndTakesItBack()
    {
        QFETCH(bool, acceptsBeforeReturning);
        Desk desk;
        desk.sink.acceptsBeforeReturning = acceptsBeforeReturning;
        desk.put(1, WaybillStatus::Drafted);
        desk.selection.selectOnly({u"w1"_s});
        QSignalSpy submitted(&desk.actions, &WaybillActions::submitted);
        QSignalSpy undone(&desk.actions, &WaybillActions::undone);
        QVERIFY(!desk.can(Act::Undo));
        desk.actions.triggerPrimary();
        QCOMPARE(desk.sink.sent.size(), 1);
        QCOMPARE(desk.sink.sent.first().command, Command(SealWaybill{{u"w1"_s}}));
        QCOMPARE(desk.sink.sent.first().seen, desk.rows.server[1].server.updatedAt);
        if (!acceptsBeforeReturning)
            desk.sink.accept(desk.sink.sent.first().key);
        QCOMPARE(submitted.size(), 1);
        QCOMPARE(submitted.first().at(2).toString(), u"Seal WB00001"_s);
        QCOMPARE(desk.actions.action(Act::Undo)->text(), u"Undo “Seal WB00001”"_s);
        desk.actions.action(Act::Undo)->trigger();
        QCOMPARE(desk.sink.undoAsked, QList<qint64>{1});
        Q_EMIT desk.sink.undone(1, true);
        QCOMPARE(undone.size(), 1);
        QVERIFY(!desk.can(Act::Undo));
    }
    void handsBackWhatWasNotTakenIn()
    {
        Desk desk;
        desk.put(1, WaybillStatus::Drafted);
        QSignalSpy notAccepted(&desk.actions, &WaybillActions::notAccepted);
        const Command asked = UpdateWaybill{.waybill = {u"w1"_s}, .notes = u"fragile"_s};
        const QString key = desk.actions.submit(asked);
        Q_EMIT desk.sink.notAccepted(key, asked, Error{.kind = Error::Kind::Storage});
        QCOMPARE(notAccepted.size(), 1);
        QCOMPARE(notAccepted.first().first().value<Command>(), asked);
    }
    void asksFirstWhereAnAnswerOrAListIsNeeded()
    {
        Desk desk;
        desk.put(1, WaybillStatus::Drafted);
        desk.put(2, WaybillStatus::Drafted);
        QSignalSpy asked(&desk.actions, &WaybillActions::asked);
        desk.selection.selectOnly({u"w1"_s});
        desk.actions.action(Act::Cancel)->trigger();
        desk.selection.set({{u"w1"_s}, {u"w2"_s}}, {u"w1"_s});
        desk.actions.action(Act::Seal)->trigger();
        QCOMPARE(asked.size(), 2);
        QCOMPARE(asked.last().at(1).value<QList<WaybillId>>().size(), 2);
        QVERIFY(desk.sink.sent.isEmpty());
    }
    void hasAKeyOfItsOwnForEveryAction()
    {
        Desk desk;
        QSet<QString> keys, texts;
        for (const QAction* action : desk.actions.all()) {
            keys += action->shortcut().toString();
            texts += action->text();
            QVERIFY(!action->statusTip().isEmpty());
            QVERIFY(!action->objectName().isEmpty());
        }
        QCOMPARE(size_t(keys.size()), WaybillActions::kActs.size());
        QVERIFY(!keys.contains(QString()));
        QCOMPARE(size_t(texts.size()), WaybillActions::kActs.size());
    }

    void accountsForEveryRowOfABulkRun()
    {
        Desk desk;
        QList<WaybillId> ids;
        for (qint64 id = 1; id <= 5; ++id) {
            desk.put(id, WaybillStatus::Drafted);
            ids += desk.rows.server[id].server.id;
        }
        const auto run = desk.actions.bulk(ids, [](const WaybillId& id) { return Command(SealWaybill{id}); });
        const QAbstractItemModelTester tester(run.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy settled(run.get(), &BulkRun::settled);
        QCOMPARE(run->account().waiting, 5);
        run->start();
        QCOMPARE(desk.sink.sent.size(), 5);
        for (int i = 0; i < 4; ++i)
            desk.sink.accept(desk.sink.sent.at(i).key);
        Q_EMIT desk.sink.notAccepted(desk.sink.sent.at(4).key, desk.sink.sent.at(4).command,
                                     Error{.kind = Error::Kind::Storage});
        desk.sink.finish(1, store::CommandState::Confirmed);
        desk.sink.finish(2, store::CommandState::Refused, Error{.kind = Error::Kind::Rejected, .vendorText = u"no"_s});
        desk.sink.finish(3, store::CommandState::Unknown);
        QCOMPARE(settled.size(), 0);
        desk.sink.finish(4, store::CommandState::Confirmed);
        QCOMPARE(settled.size(), 1);
        QCOMPARE(run->account(), (BulkRun::Account{0, 0, 2, 2, 1, 0}));
        QCOMPARE(run->account().all(), 5);
        QCOMPARE(run->index(1).data(BulkRun::SentenceRole).toString(), u"The server refused: “no”"_s);

        run->retryFailed(); // the refused one again, the one that was never taken in anew; nothing else
        QCOMPARE(desk.sink.retried, QList<qint64>{2});
        QCOMPARE(desk.sink.sent.size(), 6);
        desk.sink.accept(desk.sink.sent.last().key);
        desk.sink.finish(2, store::CommandState::Confirmed);
        desk.sink.finish(5, store::CommandState::Confirmed);
        desk.sink.finish(3, store::CommandState::Confirmed); // what was not known turned out well
        QCOMPARE(run->account(), (BulkRun::Account{0, 0, 5, 0, 0, 0}));
    }
    void takesBackWhatWasNotSentOfABulkRun()
    {
        Desk desk;
        QList<WaybillId> ids;
        for (qint64 id = 1; id <= 3; ++id) {
            desk.put(id, WaybillStatus::Drafted);
            ids += desk.rows.server[id].server.id;
        }
        const auto run = desk.actions.bulk(ids, [](const WaybillId& id) { return Command(CancelWaybill{id}); });
        run->start();
        desk.sink.accept(desk.sink.sent.at(0).key);
        desk.sink.accept(desk.sink.sent.at(1).key);
        run->cancel();
        desk.sink.accept(desk.sink.sent.at(2).key); // taken in only after the person had thought better of it
        QCOMPARE(desk.sink.undoAsked, (QList<qint64>{1, 2, 3}));
        Q_EMIT desk.sink.undone(1, true);
        Q_EMIT desk.sink.undone(2, false); // too late
        Q_EMIT desk.sink.undone(3, true);
        desk.sink.finish(2, store::CommandState::Confirmed);
        QCOMPARE(run->account(), (BulkRun::Account{0, 0, 1, 0, 0, 2}));
    }
    void hearsOfARowThatWasDroppedElsewhere()
    {
        Desk desk;
        desk.put(1, WaybillStatus::Drafted);
        const auto run = desk.actions.bulk({{u"w1"_s}}, [](const WaybillId& id) { return Command(SealWaybill{id}); });
        run->start();
        desk.sink.accept(desk.sink.sent.first().key);
        store::OutboxEntry entry;
        entry.seq = 1;
        entry.state = store::CommandState::Discarded;
        desk.sink.finishedEntries = {entry};
        Q_EMIT desk.sink.changed();
        QCOMPARE(run->account().cancelled, 1);
    }
};

QTEST_MAIN(TestWaybillActions)
#include "tst_waybillactions.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk shows what is known and what is expected side by side, and never confuses the two.
#include "services/facade/commandservice.h"
#include "services/facade/connectionservice.h"
#include "services/facade/lookupservice.h"
#include "services/facade/scanservice.h"
#include "services/facade/waybillservice.h"
#include "tests/support/fakeengine.h"
#include "tests/support/sample.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using store::CommandState;

class TestFacade : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::FakeEngine> m_engine;
    std::unique_ptr<facade::WaybillService> m_waybills;
    std::unique_ptr<facade::CommandService> m_commands;
    std::unique_ptr<facade::LookupService> m_lookups;
    std::unique_ptr<facade::ScanService> m_scans;

    static WaybillId wb(int n) { return {u"wb-%1"_s.arg(n)}; }
    static DeliveryId dl(int n) { return {u"dl-%1"_s.arg(n)}; }

    qint64 submit(const Command& command)
    {
        QSignalSpy accepted(m_commands.get(), &facade::CommandService::accepted);
        const QString key = m_commands->submit(command);
        return accepted.size() == 1 && accepted[0][0].toString() == key ? accepted[0][1].toLongLong() : -1;
    }

private Q_SLOTS:
    void init()
    {
        m_engine = std::make_unique<test::FakeEngine>();
        m_engine->seedDepot(0, 20);
        for (int n = 1; n <= 3; ++n)
            m_engine->tell(test::sampleWaybill(n));
        m_waybills = std::make_unique<facade::WaybillService>(m_engine->reader(), *m_engine);
        m_waybills->setZone(QTimeZone::utc());
        m_commands = std::make_unique<facade::CommandService>(m_engine->reader(), *m_engine);
        m_commands->setClock(m_engine->clock());
        m_lookups = std::make_unique<facade::LookupService>(m_engine->reader(), *m_engine);
        m_scans = std::make_unique<facade::ScanService>(m_engine->reader(), *m_engine);
    }

    void cleanup()
    {
        m_scans.reset();
        m_lookups.reset();
        m_commands.reset();
        m_waybills.reset();
        m_engine.reset();
    }

    void showsWhatIsExpectedBesideWhatIsKnown()
    {
        const qint64 attach = submit(AttachDeliveries{wb(1), {dl(1), dl(2)}});
        submit(SealWaybill{wb(1)});
        submit(AssignDriver{wb(1), DriverId{u"driver-3"_s}});
        const auto row = m_waybills->find(wb(1));
        QVERIFY(row);
        QVERIFY(row->server.state.is(WaybillStatus::Drafted));
        QVERIFY(row->expected.state.is(WaybillStatus::Sealed));
        QCOMPARE(row->expected.itemCount, std::optional(*row->server.itemCount + 2));
        QVERIFY(row->expected.driver); // its name was looked up
        QCOMPARE(row->expected.driver->user.fullName, test::sampleDriver(3).user.fullName);
        QVERIFY(row->isExpected);
        QCOMPARE(row->mark, std::optional(CommandState::Queued));
        QCOMPARE(row->openCommands, 3);
        QVERIFY(!m_waybills->find(wb(2))->isExpected);

        Error why;
        why.kind = Error::Kind::Rejected;
        m_engine->refuse(attach, why); // then the seal behind it is not expected either
        const auto held = m_waybills->find(wb(1));
        QVERIFY(held->expected == held->server);
        QCOMPARE(held->mark, std::optional(CommandState::Refused));
        QCOMPARE(held->openCommands, 3);
        m_commands->discard(attach);
        QVERIFY(m_waybills->find(wb(1))->expected.state.is(WaybillStatus::Sealed));
        m_engine->confirmAll();
        const auto done = m_waybills->find(wb(1));
        QVERIFY(!done->isExpected && !done->mark);
        QVERIFY(done->server.state.is(WaybillStatus::Sealed));
    }

    void followsALocalWaybillToItsNumber()
    {
        QSignalSpy renamed(m_waybills.get(), &facade::WaybillService::renamed);
        const WaybillId local = facade::CommandService::newLocalId();
        QVERIFY(local.isLocal() && local != facade::CommandService::newLocalId());
        CreateWaybill create = test::sampleCreate(local);
        create.deliveries = {dl(1)};
        submit(create);
        submit(AttachDeliveries{local, {dl(2)}});
        submit(SealWaybill{local});
        const auto row = m_waybills->find(local);
        QVERIFY(row);
        QCOMPARE(row->rowid, 0);
        QVERIFY(row->server.state.is(WaybillStatus::Drafted) && row->expected.state.is(WaybillStatus::Sealed));
        QCOMPARE(row->expected.itemCount, std::optional(2));
        QVERIFY(row->expected.origin.warehouse); // named from the lookups
        QCOMPARE(m_waybills->localRows({}).size(), 1);
        facade::WaybillFilter drafts;
        drafts.status = WaybillStatus::Drafted;
        QCOMPARE(m_waybills->localRows(drafts).size(), 0);
        QCOMPARE(m_waybills->counts({}).all, 4);
        QCOMPARE(m_waybills->deliveries(local).size(), 2);
        QVERIFY(m_waybills->deliveries(local)[0].joining);
        m_waybills->wantDetail(local); // nobody to ask yet
        QVERIFY(m_engine->wantedDetails().isEmpty());

        m_engine->confirmAll();
        QCOMPARE(renamed.size(), 1);
        const WaybillId server = m_waybills->currentId(local);
        QCOMPARE(server.value, u"wb-server-1"_s);
        QVERIFY(m_waybills->localRows({}).isEmpty());
        const auto now = m_waybills->find(local); // a window that still holds the old name
        QVERIFY(now && now->server.id == server && now->server.state.is(WaybillStatus::Sealed));
        QVERIFY(m_waybills->rowidOf(local));
        QCOMPARE(m_waybills->deliveries(local).size(), 2);
        QVERIFY(!m_waybills->deliveries(local)[0].joining);
    }

    void marksWhatJoinsAndLeaves()
    {
        m_engine->confirm(submit(AttachDeliveries{wb(1), {dl(1), dl(2)}}));
        submit(DetachDelivery{wb(1), dl(1)});
        submit(AttachDeliveries{wb(1), {dl(3)}});
        const auto rows = m_waybills->deliveries(wb(1));
        QCOMPARE(rows.size(), 3);
        QVERIFY(rows[0].leaving && !rows[0].joining);
        QVERIFY(!rows[1].leaving && !rows[1].joining);
        QVERIFY(rows[2].joining && rows[2].delivery.id == dl(3));
        submit(DetachDelivery{wb(1), dl(3)});
        submit(AttachDeliveries{wb(1), {dl(1)}});
        QCOMPARE(m_waybills->deliveries(wb(1)).size(), 2);
        QVERIFY(!m_waybills->deliveries(wb(1))[0].leaving);
    }

    void tellsOfChangesAtMostNowAndThen()
    {
        QSignalSpy changed(m_waybills.get(), &facade::WaybillService::changed);
        QSignalSpy reloaded(m_waybills.get(), &facade::WaybillService::reloaded);
        for (int i = 0; i < 50; ++i)
            m_engine->tell(test::sampleWaybill(1 + i % 3));
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].value<QList<WaybillId>>().size(), 3);
        m_engine->tell(QList<Waybill>{test::sampleWaybill(1)});
        QCOMPARE(reloaded.size(), 0); // in the pause
        QTRY_COMPARE(reloaded.size(), 1);
        submit(SealWaybill{wb(2)});
        QTRY_COMPARE(changed.size(), 2);
        QVERIFY(changed[1][0].value<QList<WaybillId>>() == QList<WaybillId>{wb(2)});
    }

    void judgesAScanAsTheServerWould()
    {
        using enum Refusal;
        QVERIFY(m_scans->look(wb(1), u"DEL1001\r\n"_s).verdict.allowed());
        QVERIFY(m_scans->look(wb(1), u"1001"_s).verdict.allowed());
        QVERIFY(m_scans->look(wb(1), u"ORD-1001"_s).verdict.allowed());
        QCOMPARE(m_scans->look(wb(1), u"DEL9999"_s).known, false);
        QCOMPARE(m_scans->look(wb(1), QString()).verdict.refusal, DeliveryNotFound);
        QCOMPARE(m_scans->look(wb(1), QString(100000, u'9')).verdict.refusal, DeliveryNotFound);

        m_engine->confirm(submit(AttachDeliveries{wb(2), {dl(1)}}));
        const auto taken = m_scans->look(wb(1), u"DEL1001"_s);
        QCOMPARE(taken.verdict.refusal, DeliveryAlreadyInWaybill);
        QCOMPARE(taken.otherWaybillNumber, u"WB00002"_s);
        submit(AttachDeliveries{wb(3), {dl(2)}}); // only queued: taken all the same
        QCOMPARE(m_scans->look(wb(1), u"DEL1002"_s).verdict.refusal, DeliveryAlreadyInWaybill);
        QCOMPARE(m_scans->look(wb(1), u"DEL1002"_s).otherWaybillNumber, u"WB00003"_s);
        submit(DetachDelivery{wb(2), dl(1)});
        QVERIFY(m_scans->look(wb(1), u"DEL1001"_s).verdict.allowed());

        m_engine->tell(test::sampleDelivery(5, DeliveryStatus::Delivered));
        QCOMPARE(m_scans->look(wb(1), u"DEL1005"_s).verdict.refusal, DeliveryStatusNotEligible);
        Delivery child = test::sampleDelivery(6);
        child.parentId = dl(7);
        m_engine->tell(child);
        QCOMPARE(m_scans->look(wb(1), u"DEL1006"_s).verdict.refusal, DeliveryParentNotEligible);
        submit(SealWaybill{wb(1)});
        QCOMPARE(m_scans->look(wb(1), u"DEL1008"_s).verdict.refusal, MembershipLocked);
    }

    void suggestsParcelsBehindManyThatAreAlreadySpokenFor()
    {
        for (int n = 1; n <= 3; ++n)
            QCOMPARE(m_lookups->eligibleDeliveries({}, n).size(), n);
        m_engine->seedDepot(0, 60);
        const auto before = m_lookups->eligibleDeliveries({}, 200);
        QVERIFY(before.size() > 30);
        QList<DeliveryId> spokenFor;
        for (const facade::DeliveryRow& row : before.first(before.size() - 2))
            spokenFor << row.delivery.id;
        submit(AttachDeliveries{wb(1), spokenFor});
        const auto left = m_lookups->eligibleDeliveries({}, 2);
        QCOMPARE(left.size(), 2);
        for (const facade::DeliveryRow& row : left)
            QVERIFY(!spokenFor.contains(row.delivery.id));
    }

    void takesOnlyAWordAboutTheCodeForAnAnswer_data()
    {
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<bool>("answered");
        QTest::newRow("refused with a code of later days") << Error::Kind::Rejected << true;
        QTest::newRow("signed out") << Error::Kind::Unauthorised << false;
        QTest::newRow("too many") << Error::Kind::RateLimited << false;
        QTest::newRow("broken server") << Error::Kind::Server << false;
        QTest::newRow("nonsense") << Error::Kind::Malformed << false;
        QTest::newRow("silence") << Error::Kind::Timeout << false;
    }
    void takesOnlyAWordAboutTheCodeForAnAnswer()
    {
        QFETCH(Error::Kind, kind);
        QSignalSpy confirmed(m_scans.get(), &facade::ScanService::confirmed);
        sync::ScanAnswer said;
        said.error = Error{kind};
        said.error->code = u"delivery_is_on_the_moon"_s;
        m_engine->answerScans(said);
        m_scans->confirm(wb(1), u"DEL1001"_s);
        QVERIFY(confirmed.wait());
        const auto answer = confirmed[0][0].value<facade::ScanConfirmation>();
        QTEST(answer.answered, "answered");
        QVERIFY(!answer.allowed());
        QCOMPARE(answer.error, said.error);
    }

    void confirmsEachScanOnce()
    {
        QSignalSpy confirmed(m_scans.get(), &facade::ScanService::confirmed);
        const quint64 first = m_scans->confirm(wb(1), u"DEL1001"_s);
        QVERIFY(confirmed.wait());
        auto answer = confirmed[0][0].value<facade::ScanConfirmation>();
        QCOMPARE(answer.ticket, first);
        QVERIFY(!answer.answered);
        sync::ScanAnswer refusal;
        refusal.error = Error{};
        refusal.error->kind = Error::Kind::Rejected;
        refusal.error->code = u"delivery_has_active_assignment"_s;
        m_engine->answerScans(refusal);
        const quint64 second = m_scans->confirm(wb(1), u"DEL1001"_s);
        QVERIFY(second != first && confirmed.wait());
        answer = confirmed[1][0].value<facade::ScanConfirmation>();
        QVERIFY(answer.answered && !answer.allowed());
        QCOMPARE(answer.verdict.refusal, Refusal::DeliveryHasActiveAssignment);
        m_scans->record(wb(1),
                        QByteArray("\x1d"
                                   "DEL1001\r"),
                        m_scans->look(wb(1), u"DEL1001"_s));
        QCOMPARE(m_engine->store().scans().newest(5).first().raw, QByteArray("\x1d"
                                                                             "DEL1001\r"));
    }

    void offersOnlyFreeParcels()
    {
        QCOMPARE(m_lookups->eligibleDeliveries({}, 50).size(), 20);
        QVERIFY(m_lookups->eligibleDeliveries({}, 50).first().delivery.id == dl(20)); // newest first
        submit(AttachDeliveries{wb(1), {dl(20), dl(19)}});
        QVERIFY(m_lookups->eligibleDeliveries({}, 50).first().delivery.id == dl(18));
        QCOMPARE(m_lookups->eligibleDeliveries(u"ankawa"_s, 50).size(), 3);
        QCOMPARE(m_lookups->eligibleDeliveries({}, 2).size(), 2);
        QVERIFY(m_lookups->delivery(dl(20))->joining);
    }

    void findsAnything()
    {
        const auto first = [&](const QString& text) { return m_lookups->find(text, 10).value(0); };
        QCOMPARE(first(u"wb-00002"_s).id, u"wb-2"_s);
        QCOMPARE(first(u"DEL1003"_s).id, u"dl-3"_s);
        QVERIFY(first(u"karwan"_s).kind == facade::Found::Kind::Driver);
        QVERIFY(first(u"احمد"_s).kind == facade::Found::Kind::Driver); // written أحمد
        QVERIFY(first(u"شيرين رهشيد"_s).kind == facade::Found::Kind::Driver);
        QVERIFY(m_lookups->find(u"  "_s, 10).isEmpty());
        Trip trip;
        trip.id = {u"trip-7"_s};
        trip.number = u"TRIP-00007"_s;
        m_engine->tell(trip);
        QCOMPARE(first(u"trip-00007"_s), (facade::Found{facade::Found::Kind::Trip, u"trip-7"_s, u"TRIP-00007"_s, {}}));
        QVERIFY(m_lookups->find(u"er"_s, 4).size() <= 4);
    }

    void handsBackWhatCouldNotBeKept()
    {
        QSignalSpy lost(m_commands.get(), &facade::CommandService::notAccepted);
        Error full;
        full.kind = Error::Kind::Storage;
        m_engine->failNextSubmit(full);
        const QString key = m_commands->submit(SealWaybill{wb(1)});
        QCOMPARE(lost.size(), 1);
        QCOMPARE(lost[0][0].toString(), key);
        QVERIFY(lost[0][1].value<Command>() == Command(SealWaybill{wb(1)}));
        QVERIFY(m_commands->open().isEmpty());
    }

    void countsAndExplainsConflicts()
    {
        const qint64 attach = submit(AttachDeliveries{wb(1), {dl(1), dl(2)}});
        const qint64 seal = submit(SealWaybill{wb(1)});
        m_engine->confirm(submit(SealWaybill{wb(2)}));
        Error why;
        why.code = u"delivery_already_in_waybill"_s;
        m_engine->refuse(attach, why);
        QVERIFY(m_commands->counts() == (facade::CommandCounts{1, 0, 0, 1, 1}));
        const auto conflict = m_commands->conflict(attach);
        QVERIFY(conflict);
        QCOMPARE(conflict->theirs->number, u"WB00001"_s);
        QCOMPARE(conflict->deliveries.size(), 2);
        QCOMPARE(conflict->waitingBehind.size(), 1);
        QCOMPARE(conflict->waitingBehind.first().seq, seal);
        QCOMPARE(conflict->entry.lastError->code, u"delivery_already_in_waybill"_s);
        QVERIFY(!m_commands->conflict(999));
        QSignalSpy undone(m_commands.get(), &facade::CommandService::undone);
        m_commands->undo(seal);
        m_commands->undo(attach);
        QVERIFY(undone[0][1].toBool());
        QVERIFY(!undone[1][1].toBool());
        m_engine->clock().advance(std::chrono::hours(24));
        QCOMPARE(m_commands->counts().doneToday, 0);
    }

    void filtersByTheDaysOfTheZone()
    {
        Waybill late = test::sampleWaybill(9);
        late.createdAt = *parseInstant(u"2026-04-07T22:30:00Z"); // already the 8th in Baghdad
        m_engine->tell(late);
        facade::WaybillFilter filter;
        filter.from = filter.to = QDate(2026, 4, 8);
        QCOMPARE(m_waybills->count(filter), 0);
        QSignalSpy reloaded(m_waybills.get(), &facade::WaybillService::reloaded);
        m_waybills->setZone(QTimeZone("Asia/Baghdad"));
        QTRY_COMPARE(reloaded.size(), 1); // whoever shows rows reads them again
        m_waybills->setZone(QTimeZone("Asia/Baghdad"));
        QCOMPARE(m_waybills->count(filter), 1);
        QCOMPARE(m_waybills->slice(filter, {}, 0, 5).size(), 1);
    }

    void countsTheDaysDoingsByTheZone()
    {
        m_engine->clock().set(*parseInstant(u"2026-04-07T20:30:00Z"));
        m_engine->confirm(submit(SealWaybill{wb(2)}));
        m_engine->clock().advance(std::chrono::hours(1)); // 21:30 in Greenwich, half past midnight in Baghdad
        m_commands->setZone(QTimeZone::utc());
        QCOMPARE(m_commands->counts().doneToday, 1);
        QSignalSpy changed(m_commands.get(), &facade::CommandService::changed);
        m_commands->setZone(QTimeZone("Asia/Baghdad"));
        QCOMPARE(m_commands->counts().doneToday, 0);
        QVERIFY(!changed.isEmpty()); // whoever shows the number asks again
    }

    void mirrorsTheConnection()
    {
        facade::ConnectionService connection(*m_engine);
        QSignalSpy changed(&connection, &facade::ConnectionService::changed);
        QSignalSpy failed(&connection, &facade::ConnectionService::signInFailed);
        auto status = m_engine->status();
        status.link = sync::EngineStatus::Link::Offline;
        status.ages = {{u"waybills"_s, 3, status.lastSynced}};
        m_engine->setStatus(status);
        m_engine->setStatus(status); // the same again is no news
        QCOMPARE(changed.size(), 1);
        QCOMPARE(connection.state().link, facade::ConnectionState::Link::Offline);
        QCOMPARE(connection.ages().first().rows, 3);
        connection.signIn(u"a@b"_s, u"wrong"_s);
        QCOMPARE(failed.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestFacade)
#include "tst_facade.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk sends work on trips in order, once, reads the trip again after it, and never guesses what became of it.
#include "services/domain/tripcommands.h"
#include "services/sync/pump.h"
#include "services/wire/ondi/onditrips.h"
#include "tests/sync/support/enginebench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace waydesk;
using namespace waydesk::test;
using namespace std::chrono_literals;
using store::CommandState;
using Kind = Error::Kind;
using namespace Qt::Literals::StringLiterals;

namespace {

const TripId kTrip{u"t1"_s};
const DeliveryId a{u"a"_s}, b{u"b"_s};

wire::TripAnswer trip(const QString& id, const QString& status, const QList<DeliveryId>& members,
                      const QJsonObject& more = {})
{
    QJsonArray deliveries;
    for (const DeliveryId& member : members)
        deliveries << QJsonObject{{u"id"_s, member.value},
                                  {u"delivery_code"_s, 1001},
                                  {u"status"_s, u"pending"_s},
                                  {u"trip_sequence"_s, deliveries.size() + 1}};
    QJsonObject row{{u"id"_s, id},
                    {u"trip_number"_s, QString(u"TRIP-"_s + id)},
                    {u"status"_s, status},
                    {u"notes"_s, u"early"_s},
                    {u"created_at"_s, u"2026-04-07T12:00:00Z"_s},
                    {u"deliveries"_s, deliveries},
                    {u"driver_execution"_s, QJsonObject{{u"stop_list"_s, QJsonArray{}}}}};
    for (auto it = more.begin(); it != more.end(); ++it)
        row.insert(it.key(), *it);
    return wire::ondidesk::decodeTrip(
               QJsonDocument(QJsonObject{{u"success"_s, true}, {u"data"_s, row}}).toJson(QJsonDocument::Compact))
        .value();
}

struct Bench : EngineBench
{
    explicit Bench(bool honoursKeys = true)
        : keys(honoursKeys)
    {
        server.hasTrips = true;
        backend = server.make();
        details = std::make_unique<sync::Details>(*backend.waybills, *ingest, listener);
        trips = std::make_unique<sync::Trips>(backend, *ingest, wakeups, listener);
        pump = std::make_unique<sync::Pump>(
            backend, *store, *ingest, *details, *trips, clock, wakeups, [] { return 1.0; }, listener);
        server.onTripPage = [this](int) {
            wire::TripPage page;
            for (const wire::TripAnswer& one : list)
                page.rows << one.trip;
            page.paging = {page.rows.size(), 1, 100};
            return Result<wire::TripPage>(page);
        };
        server.onTrip = [this](const TripId& id) {
            for (const wire::TripAnswer& one : list) {
                if (one.trip.value.id == id)
                    return Result<wire::TripAnswer>(one);
            }
            return Result<wire::TripAnswer>(failure(Kind::NotFound, 404));
        };
    }
    void go()
    {
        trips->resume(true);
        server.settle();
        pump->resume({u"me"_s}, keys);
    }

    QList<wire::TripAnswer> list{trip(kTrip.value, u"planned"_s, {a})}; // what the server shows
    backends::Backend backend;
    std::unique_ptr<sync::Details> details;
    std::unique_ptr<sync::Trips> trips;
    std::unique_ptr<sync::Pump> pump;
    bool keys;
};

} // namespace

class TestPumpTrips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cancelsOnlyWhenEverythingIsDetached()
    {
        Bench bench;
        for (const Command& step : detachThenCancel(kTrip))
            bench.queue(step, kindWord(step));
        bench.go();
        QCOMPARE(bench.server.waiting(), QStringList{u"sync_trip_deliveries"_s});
        bench.server.answer(u"sync_trip_deliveries"_s, failure(Kind::Offline)); // the network goes between the two
        QVERIFY(bench.server.waiting().isEmpty());
        bench.wakeups.advance(1min);
        QCOMPARE(bench.server.waiting(), QStringList{u"sync_trip_deliveries"_s});
        bench.server.answer(u"sync_trip_deliveries"_s, backends::CommandAnswer{});
        QCOMPARE(bench.server.waiting(), QStringList{u"cancel_trip"_s});
    }

    void leavesTheTripAloneWhenItsParcelsCannotBeDetached()
    {
        Bench bench;
        QList<qint64> rows;
        for (const Command& step : detachThenCancel(kTrip))
            rows << bench.queue(step, kindWord(step));
        bench.go();
        bench.server.answer(u"sync_trip_deliveries"_s, failure(Kind::Rejected, 409));
        bench.wakeups.advance(48h);
        QCOMPARE(bench.state(rows[0]), CommandState::Refused);
        QCOMPARE(bench.state(rows[1]), CommandState::Queued); // waits for a person
        QCOMPARE(bench.server.log.size(), 1);
    }

    void namesWhatItMadeAndReadsItWhole()
    {
        Bench bench;
        const CreateTrip create{{u"local:1"_s}, {}, {}, {}, u"early"_s, {{a, 1}}};
        bench.queue(create, u"k1"_s);
        bench.queue(ReorderTrip{create.localId, {a}}, u"k2"_s);
        bench.go();
        QCOMPARE(bench.server.waiting(), QStringList{u"create_trip"_s});
        bench.list << trip(u"t9"_s, u"planned"_s, {a});
        backends::CommandAnswer answer;
        answer.trip = trip(u"t9"_s, u"planned"_s, {a});
        bench.server.reads.clear();
        bench.server.answer(u"create_trip"_s, answer);
        QCOMPARE(bench.listener.names.value({u"local:1"_s}), SubjectId{u"t9"_s});
        QCOMPARE(tripOf(bench.server.take(u"reorder_trip"_s).command), TripId{u"t9"_s});
        bench.server.settle();
        QVERIFY(bench.server.reads.contains(u"trip t9"_s));
        QCOMPARE(bench.store->trips().find({u"t9"_s})->trip.number, u"TRIP-t9"_s);
    }

    void readsTheTripAgainWhenItWasRefused()
    {
        Bench bench;
        const qint64 seq = bench.queue(UpdateTrip{kTrip, {}, {}, {}, u"n"_s}, u"k"_s);
        bench.go();
        bench.server.reads.clear();
        bench.list = {trip(kTrip.value, u"in_progress"_s, {a})};
        bench.server.answer(u"update_trip"_s, failure(Kind::Rejected, 409));
        bench.server.settle();
        QCOMPARE(bench.state(seq), CommandState::Refused);
        QCOMPARE(bench.server.reads, QStringList{u"trip t1"_s});
        QVERIFY(bench.store->trips().find(kTrip)->trip.state.is(TripStatus::InProgress)); // "theirs"
    }

    void repeatsUnderItsKeyWhereTheServerHonoursIt()
    {
        Bench bench;
        bench.queue(CancelTrip{kTrip}, u"k"_s);
        bench.go();
        bench.server.answer(u"cancel_trip"_s, failure(Kind::Timeout));
        bench.wakeups.advance(1min);
        QCOMPARE(bench.server.log, (QStringList{u"cancel_trip k"_s, u"cancel_trip k"_s}));
    }

    void looksBeforeItRepeats_data()
    {
        QTest::addColumn<Command>("command");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QList<DeliveryId>>("members");
        QTest::addColumn<bool>("isDone");
        const auto row = [](const char* name, const Command& command, const char* status,
                            const QList<DeliveryId>& members, bool isDone) {
            QTest::newRow(name) << command << QString::fromLatin1(status) << members << isDone;
        };
        const SyncTripDeliveries sync{kTrip, {{b, 1}, {a, 2}}};
        row("synced", sync, "planned", {b, a}, true);
        row("synced, another order", sync, "planned", {a, b}, false);
        row("not synced", sync, "planned", {a}, false);
        row("all detached", SyncTripDeliveries{kTrip, {}}, "planned", {}, true);
        row("removed", RemoveFromTrip{kTrip, b}, "planned", {a}, true);
        row("not removed", RemoveFromTrip{kTrip, a}, "planned", {a}, false);
        row("reordered", ReorderTrip{kTrip, {b, a}}, "planned", {b, a}, true);
        row("not reordered", ReorderTrip{kTrip, {b, a}}, "planned", {a, b}, false);
        row("cancelled", CancelTrip{kTrip}, "cancelled", {a}, true);
        row("not cancelled", CancelTrip{kTrip}, "planned", {a}, false);
    }
    void looksBeforeItRepeats()
    {
        QFETCH(Command, command);
        QFETCH(QString, status);
        QFETCH(QList<DeliveryId>, members);
        QFETCH(bool, isDone);
        Bench bench(false);
        const qint64 seq = bench.queue(command, u"k"_s);
        bench.go();
        bench.list = {trip(kTrip.value, status, members)};
        bench.server.answer(kindWord(command), failure(Kind::Timeout));
        bench.server.settle();
        QCOMPARE(bench.state(seq), isDone ? CommandState::Confirmed : CommandState::Sending);
        QCOMPARE(bench.server.log.size(), isDone ? 1 : 2);
    }

    void looksForALostCreate_data()
    {
        QTest::addColumn<QList<DeliveryId>>("held");
        QTest::addColumn<int>("alike");
        QTest::addColumn<CommandState>("state");
        QTest::addColumn<int>("sent");
        QTest::newRow("none: sent again") << QList<DeliveryId>{a} << 0 << CommandState::Sending << 2;
        QTest::newRow("one: that is it") << QList<DeliveryId>{a} << 1 << CommandState::Confirmed << 1;
        QTest::newRow("two: a person decides") << QList<DeliveryId>{a} << 2 << CommandState::Unknown << 1;
        QTest::newRow("with other parcels: somebody else's") << QList<DeliveryId>{b} << 1 << CommandState::Sending << 2;
    }
    void looksForALostCreate()
    {
        QFETCH(QList<DeliveryId>, held);
        QFETCH(int, alike);
        Bench bench(false);
        const qint64 seq = bench.queue(CreateTrip{{u"local:1"_s}, {}, {}, {}, u"early"_s, {{a, 1}}}, u"k"_s);
        bench.list = {trip(u"other"_s, u"planned"_s, {b}, {{u"notes"_s, u"not mine"_s}}),
                      trip(u"old"_s, u"planned"_s, {a}, {{u"created_at"_s, u"2026-04-06T12:00:00Z"_s}})};
        bench.go();
        for (int i = 0; i < alike; ++i)
            bench.list.prepend(trip(u"t%1"_s.arg(i + 10), u"planned"_s, held));
        bench.server.answer(u"create_trip"_s, failure(Kind::Timeout));
        bench.server.settle();
        QTEST(bench.state(seq), "state");
        QTEST(static_cast<int>(bench.server.log.size()), "sent");
        if (bench.state(seq) == CommandState::Confirmed)
            QCOMPARE(bench.listener.names.value({u"local:1"_s}), SubjectId{u"t10"_s});
    }

    void leavesAReturnOfUnknownOutcomeToAPerson()
    {
        Bench bench(false);
        const qint64 seq = bench.queue(RequestReturn{a, u"refused"_s, {}}, u"k"_s);
        bench.go();
        bench.server.answer(u"request_return"_s, failure(Kind::Timeout));
        bench.wakeups.advance(48h);
        QCOMPARE(bench.state(seq), CommandState::Unknown);
        QCOMPARE(bench.server.log.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestPumpTrips)
#include "tst_pump_trips.moc"

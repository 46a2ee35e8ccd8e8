// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk reads every trip once, goes on where it was cut off, looks again where nothing tells it of changes, and reads
// whole the one that a person looks at.
#include "services/sync/poller.h"
#include "services/sync/trips.h"
#include "services/wire/ondi/onditrips.h"
#include "tests/sync/support/enginebench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace waydesk;
using namespace waydesk::test;
using namespace std::chrono_literals;
using Kind = Error::Kind;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray body(const QJsonObject& data)
{
    return QJsonDocument(QJsonObject{{u"success"_s, true}, {u"data"_s, data}}).toJson(QJsonDocument::Compact);
}

QJsonObject tripRow(int n, const QString& status = u"planned"_s)
{
    return {{u"id"_s, u"t%1"_s.arg(n)},
            {u"trip_number"_s, u"TRIP-%1"_s.arg(n)},
            {u"status"_s, status},
            {u"item_count"_s, 2},
            {u"created_at"_s, u"2026-04-11T10:00:00Z"_s}};
}

// `perPage` trips a page, of `total`.
wire::TripPage page(int number, int perPage, int total, const QString& status = u"planned"_s)
{
    QJsonArray rows;
    for (int n = (number - 1) * perPage + 1; n <= std::min(total, number * perPage); ++n)
        rows << tripRow(n, status);
    return wire::ondidesk::decodeTripPage(
               body({{u"trips"_s, rows}, {u"total"_s, total}, {u"page"_s, number}, {u"limit"_s, perPage}}))
        .value();
}

wire::TripAnswer detail(const TripId& id, const QString& status = u"in_progress"_s)
{
    QJsonObject row = tripRow(1, status);
    row.insert(u"id"_s, id.value);
    row.remove(u"item_count"_s);
    row.insert(u"deliveries"_s, QJsonArray{QJsonObject{{u"id"_s, u"d1"_s},
                                                       {u"delivery_code"_s, 1001},
                                                       {u"status"_s, u"picked_up"_s},
                                                       {u"trip_sequence"_s, 1},
                                                       {u"dropoff_location"_s,
                                                        QJsonObject{{u"latitude"_s, 36.2}, {u"longitude"_s, 44.0}}}}});
    row.insert(u"driver_execution"_s,
               QJsonObject{{u"stop_list"_s, QJsonArray{QJsonObject{
                                                {u"stop_type"_s, u"dropoff"_s},
                                                {u"deliveries"_s, QJsonArray{QJsonObject{{u"delivery_id"_s, u"d1"_s}}}},
                                                {u"is_complete"_s, false}}}}});
    return wire::ondidesk::decodeTrip(body(row)).value();
}

struct Bench : EngineBench
{
    Bench()
    {
        server.hasTrips = true;
        server.hasDeliveries = true;
        backend = server.make();
        trips = std::make_unique<sync::Trips>(backend, *ingest, wakeups, listener);
        server.onTripPage = [this](int number) -> Result<wire::TripPage> { return page(number, 2, total); };
        server.onTrip = [](const TripId& id) -> Result<wire::TripAnswer> { return detail(id); };
    }
    void restart() { trips = std::make_unique<sync::Trips>(backend, *ingest, wakeups, listener); }

    int total = 5;
    backends::Backend backend;
    std::unique_ptr<sync::Trips> trips;
};

} // namespace

class TestTripsSync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryPageOnce()
    {
        Bench b;
        b.trips->resume(true);
        b.server.settle();
        QCOMPARE(b.server.reads, (QStringList{u"trips 1"_s, u"trips 2"_s, u"trips 3"_s}));
        QCOMPARE(b.store->trips().count(), 5);
        QCOMPARE(b.store->trips().find({u"t5"_s})->trip.number, u"TRIP-5"_s);
        QCOMPARE(b.listener.trips.size(), 5);
        b.wakeups.advance(1h);
        b.server.settle();
        QCOMPARE(b.server.reads.size(), 3); // the feed tells of the rest
        b.restart();
        b.trips->resume(true);
        b.server.settle();
        QCOMPARE(b.server.reads.size(), 3);
    }

    void goesOnWhereItWasCutOff()
    {
        Bench b;
        b.server.onTripPage = [](int number) -> Result<wire::TripPage> {
            return number == 2 ? Result<wire::TripPage>(failure(Kind::Server, 503)) : page(number, 2, 5);
        };
        b.trips->resume(true);
        b.server.settle();
        QCOMPARE(b.server.reads, (QStringList{u"trips 1"_s, u"trips 2"_s}));
        b.restart(); // as after a kill
        b.server.onTripPage = [](int number) -> Result<wire::TripPage> { return page(number, 2, 5); };
        b.trips->resume(true);
        b.server.settle();
        QCOMPARE(b.server.reads.mid(2), (QStringList{u"trips 2"_s, u"trips 3"_s}));
        QCOMPARE(b.store->trips().count(), 5);
    }

    void triesAgainByItself()
    {
        Bench b;
        int failures = 1;
        b.server.onTripPage = [&](int number) -> Result<wire::TripPage> {
            return failures-- > 0 ? Result<wire::TripPage>(failure(Kind::Server, 503)) : page(number, 2, 1);
        };
        b.trips->resume(true);
        b.server.settle();
        QCOMPARE(b.store->trips().count(), 0);
        b.wakeups.advance(5s);
        b.server.settle();
        QCOMPARE(b.store->trips().count(), 1);
    }

    void looksAgainInTurnWithoutAFeed()
    {
        Bench b;
        b.trips->resume(false);
        b.server.settle();
        b.server.reads.clear();
        b.server.onTripPage = [](int number) -> Result<wire::TripPage> { return page(number, 2, 5, u"completed"_s); };
        for (int i = 0; i < 4; ++i) {
            b.wakeups.advance(10s);
            b.server.settle();
        }
        QCOMPARE(b.server.reads, (QStringList{u"trips 1"_s, u"trips 2"_s, u"trips 1"_s, u"trips 3"_s, u"trips 1"_s,
                                              u"trips 2"_s, u"trips 1"_s, u"trips 3"_s}));
        QVERIFY(b.store->trips().find({u"t5"_s})->trip.state.is(TripStatus::Completed));
    }

    void livesWithoutTrips()
    {
        Bench b;
        b.server.onTripPage = [](int) -> Result<wire::TripPage> { return failure(Kind::NotFound, 404); };
        b.trips->resume(false);
        b.server.settle();
        b.trips->want({u"t1"_s});
        b.trips->refresh();
        b.wakeups.advance(1h);
        b.server.settle();
        QCOMPARE(b.server.reads, QStringList{u"trips 1"_s});
        QCOMPARE(b.listener.errors.size(), 0);
    }

    void readsWholeWhatAPersonLooksAt()
    {
        Bench b;
        b.total = 1;
        b.trips->want({u"t1"_s}); // offline: kept
        b.trips->resume(true);
        b.server.settle();
        const auto plan = b.store->trips().plan({u"t1"_s});
        QVERIFY(plan);
        QCOMPARE(plan->members.size(), 1);
        QCOMPARE(plan->members[0].delivery, DeliveryId{u"d1"_s});
        QVERIFY(plan->members[0].sequence == 1 && !plan->members[0].pending);
        QCOMPARE(plan->stops.constFirst().deliveries, QList<DeliveryId>{{u"d1"_s}});
        QVERIFY(b.store->trips().find({u"t1"_s})->trip.state.is(TripStatus::InProgress));
        const auto parcel = b.store->deliveries().find({u"d1"_s});
        QVERIFY(parcel && parcel->delivery.state.is(DeliveryStatus::PickedUp));
        QCOMPARE(parcel->delivery.dropoff->position, QGeoCoordinate(36.2, 44.0));
        b.server.onTrip = [](const TripId&) -> Result<wire::TripAnswer> { return failure(Kind::NotFound, 404); };
        b.trips->want({u"t1"_s});
        b.server.settle();
        QVERIFY(!b.store->trips().find({u"t1"_s}));
    }

    void asksAgainForWhatTheNetworkSwallowed()
    {
        Bench b;
        b.total = 1;
        b.server.onTrip = [](const TripId&) -> Result<wire::TripAnswer> { return failure(Kind::Offline); };
        b.trips->resume(true);
        b.trips->want({u"t1"_s});
        b.server.settle();
        b.trips->pause();
        b.server.onTrip = [](const TripId& id) -> Result<wire::TripAnswer> { return detail(id); };
        b.trips->resume(true);
        b.server.settle();
        QVERIFY(b.store->trips().plan({u"t1"_s}));
    }

    void hearsOfATripByTheFeed()
    {
        Bench b;
        QList<wire::Change> told{{1, u"trip"_s, u"t9"_s, u"upsert"_s, {}}, {2, u"trip"_s, u"t8"_s, u"delete"_s, {}}};
        b.server.onChanges = [&](const QString& cursor) -> Result<wire::Changes> {
            wire::Changes changes;
            changes.cursor = cursor.isEmpty() ? u"0"_s : u"5"_s;
            if (cursor == u"5")
                return failure(Kind::Offline);
            if (!cursor.isEmpty())
                changes.changes = told;
            return changes;
        };
        QVERIFY(b.ingest->trips(page(1, 8, 8).rows));
        sync::Poller poller(b.backend, *b.ingest, b.wakeups, b.listener);
        poller.resume();
        b.server.settle();
        QVERIFY(b.store->trips().plan({u"t9"_s}));
        QVERIFY(!b.store->trips().find({u"t8"_s}));
        QCOMPARE(b.ingest->remembered(u"feed.cursor"_s), u"5"_s);
    }
};

QTEST_GUILESS_MAIN(TestTripsSync)
#include "tst_trips_sync.moc"

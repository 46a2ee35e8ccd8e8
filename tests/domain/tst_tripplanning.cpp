// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk plans a trip: the stops are those that the server will draw, arrivals follow the way, a better order is
// offered only where it is one, keeps every pickup before its dropoff and what is pinned, and loses no parcel.
#include "services/domain/tripplanning.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace waydesk;

namespace {

const QGeoCoordinate kWarehouse(36.19, 44.01);
const Instant kLeaves = Instant{std::chrono::hours{490'000}};

Delivery parcel(int n, const QGeoCoordinate& to, const QGeoCoordinate& from = kWarehouse)
{
    Delivery delivery;
    delivery.id = {u"d%1"_s.arg(n)};
    delivery.state = DeliveryStatus::Pending;
    delivery.pickup.emplace();
    delivery.pickup->position = from;
    delivery.dropoff.emplace();
    delivery.dropoff->position = to;
    delivery.unitSize = Quantity::whole(2);
    return delivery;
}

// Stops on one road away from the warehouse, in a silly order.
PlannedTrip zigzag(const QList<int>& order = {4, 1, 5, 2, 6, 3})
{
    PlannedTrip trip;
    trip.departure = kLeaves;
    for (const int n : order)
        trip.parcels.append(parcel(n, QGeoCoordinate(kWarehouse.latitude() + 0.02 * n, kWarehouse.longitude())));
    return trip;
}

QStringList names(const QList<DeliveryId>& ids)
{
    QStringList out;
    for (const DeliveryId& id : ids)
        out += id.value;
    return out;
}

const routing::Budget kLittle{.iterations = 300, .enough = {}};

} // namespace

class TripPlanningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhenTheVanIsWhere()
    {
        const PlanAccount told = account(zigzag({1, 2}));
        QCOMPARE(told.stops.size(), 3);
        QCOMPARE(told.stops[0].stop.kind, StopKind::Pickup);
        QCOMPARE(told.stops[0].arrives, kLeaves);
        QCOMPARE(told.stops[0].leaves, kLeaves + 180s);
        QCOMPARE(told.stops[0].loadAfter, Quantity::whole(4));
        QCOMPARE(told.stops[2].loadAfter, Quantity{});
        const routing::Leg leg =
            routing::guessLeg(kWarehouse, zigzag({1}).parcels[0].dropoff->position, routing::RoadGuess{});
        QCOMPARE(told.stops[1].arrives, kLeaves + 180s + std::chrono::seconds(leg.seconds));
        QVERIFY(told.stops[2].arrives > told.stops[1].leaves);
        QCOMPARE(told.load, Quantity::whole(4));
        QVERIFY(told.metres > leg.metres);
        QVERIFY(told.fits);
    }

    void saysWhenTheVanIsTooSmall()
    {
        PlannedTrip trip = zigzag({1, 2, 3});
        trip.capacity = Quantity::whole(6);
        QVERIFY(account(trip).fits);
        trip.capacity = Quantity{5'999};
        QVERIFY(!account(trip).fits);
    }

    void countsNoWayToWhatNobodyCanPlace()
    {
        PlannedTrip trip = zigzag({1, 2});
        const qint64 before = account(trip).metres;
        trip.parcels.insert(1, parcel(9, {}));
        const PlanAccount told = account(trip);
        QCOMPARE(told.unplaced, 1);
        QCOMPARE(told.metres, before);
        QVERIFY(account(PlannedTrip{}).stops.isEmpty());
    }

    void tellsLatenessAgainstTheWindow()
    {
        PlannedTrip trip = zigzag({1, 2});
        trip.parcels[1].window = VisitWindow{kLeaves, kLeaves + 1min};
        const PlanAccount told = account(trip);
        QCOMPARE(told.lateStops, 1);
        QCOMPARE(told.stops[2].late,
                 std::chrono::duration_cast<std::chrono::seconds>(told.stops[2].arrives - kLeaves) - 60s);
        QVERIFY(told.stops[2].reason != routing::LateReason::None);
    }

    void offersABetterOrder()
    {
        const PlannedTrip trip = zigzag();
        const auto proposal = propose(trip, 7, kLittle);
        QVERIFY(proposal);
        QCOMPARE(names(proposal->order), (QStringList{u"d1"_s, u"d2"_s, u"d3"_s, u"d4"_s, u"d5"_s, u"d6"_s}));
        QVERIFY(proposal->after.metres < proposal->before.metres);
        QVERIFY(proposal->after.duration < proposal->before.duration);
        QCOMPARE(proposal->before, account(trip));
        QCOMPARE(proposal->moved, 3);
        QVERIFY(!propose(zigzag({1, 2, 3, 4, 5, 6}), 7, kLittle)); // there is none
        QVERIFY(!propose(zigzag({1}), 7, kLittle));
        QCOMPARE(propose(trip, 7, kLittle)->order, proposal->order);
    }

    void leavesWhatIsPinned()
    {
        PlannedTrip trip = zigzag();
        trip.pinned = {{u"d4"_s}}; // first
        const auto proposal = propose(trip, 7, kLittle);
        QVERIFY(proposal);
        QCOMPARE(proposal->order.first(), DeliveryId{u"d4"_s});
    }

    void losesNothingAndKeepsPickupsFirst()
    {
        QRandomGenerator dice(3);
        const auto somewhere = [&] {
            return QGeoCoordinate(36.1 + dice.generateDouble() * 0.2, 43.9 + dice.generateDouble() * 0.2);
        };
        for (int round = 0; round < 60; ++round) {
            PlannedTrip trip;
            trip.departure = kLeaves;
            const QList<QGeoCoordinate> depots{kWarehouse, somewhere(), somewhere()};
            const int count = 2 + dice.bounded(12);
            for (int n = 0; n < count; ++n)
                trip.parcels.append(parcel(n, somewhere(), depots[dice.bounded(round % 2 == 0 ? 1 : 3)]));
            const auto proposal = propose(trip, static_cast<quint64>(round), {.iterations = 60, .enough = {}});
            if (!proposal)
                continue;
            QStringList before, after = names(proposal->order);
            for (const Delivery& each : trip.parcels)
                before += each.id.value;
            before.sort();
            after.sort();
            QCOMPARE(after, before);
            QVERIFY(proposal->after.duration < proposal->before.duration);
            QCOMPARE(proposal->after.stops.size(), proposal->before.stops.size());
            QSet<qsizetype> onBoard;
            for (const PlannedStop& stop : proposal->after.stops) {
                for (const qsizetype member : stop.stop.members) {
                    if (stop.stop.kind == StopKind::Pickup)
                        onBoard.insert(member);
                    else
                        QVERIFY(onBoard.contains(member));
                }
            }
        }
    }

    void believesTheRoutersTable()
    {
        // The road is the other way round: the far ones are near.
        const PlannedTrip trip = zigzag({1, 2, 3});
        QCOMPARE(placesOf(trip).size(), 5); // pickup, three dropoffs, the start
        routing::TravelMatrix matrix;
        matrix.places = 5;
        const QList<int> minutes{0, 50, 30, 10, 0};
        for (int a = 0; a < 5; ++a) {
            for (int b = 0; b < 5; ++b)
                matrix.legs.push_back({a == b ? 0 : std::abs(minutes[a] - minutes[b]) * 500,
                                       a == b ? 0 : std::abs(minutes[a] - minutes[b]) * 60});
        }
        QCOMPARE(account(trip, matrix).stops[1].arrives, kLeaves + 180s + 50min);
        const auto proposal = propose(trip, 1, kLittle, matrix);
        QVERIFY(proposal);
        QCOMPARE(names(proposal->order), (QStringList{u"d3"_s, u"d2"_s, u"d1"_s}));
        QCOMPARE(proposal->after.stops[1].arrives, kLeaves + 180s + 10min);
    }

    void movesAStopWithItsParcels()
    {
        PlannedTrip trip = zigzag({1, 2, 3});
        trip.parcels.append(parcel(9, trip.parcels[0].dropoff->position)); // the same door as d1
        QCOMPARE(account(trip).stops.size(), 4);
        QCOMPARE(names(movedBy(trip, 1, 1)), (QStringList{u"d2"_s, u"d1"_s, u"d9"_s, u"d3"_s}));
        QCOMPARE(names(movedBy(trip, 1, -1)), (QStringList{u"d1"_s, u"d9"_s, u"d2"_s, u"d3"_s})); // it is the first
        QCOMPARE(names(movedTo(trip, 3, 0)), (QStringList{u"d3"_s, u"d1"_s, u"d9"_s, u"d2"_s}));
        QCOMPARE(names(movedBy(trip, 0, 1)), (QStringList{u"d1"_s, u"d2"_s, u"d3"_s, u"d9"_s})); // a pickup stays
    }

    void tellsWhatAFullReplaceChanges()
    {
        const auto ids = [](const QString& text) {
            QList<DeliveryId> out;
            for (const QString& id : text.split(u' ', Qt::SkipEmptyParts))
                out.append({id});
            return out;
        };
        QVERIFY(differenceOf(ids(u"a b c"_s), ids(u"a b c"_s)).isNothing());
        QCOMPARE(differenceOf(ids(u"a b c"_s), ids(u"c d a"_s)), (MembersDifference{ids(u"d"_s), ids(u"b"_s), true}));
        QCOMPARE(differenceOf(ids(u"a b"_s), ids(u"a x b"_s)), (MembersDifference{ids(u"x"_s), {}, false}));
        QCOMPARE(differenceOf(ids(u"a b"_s), {}), (MembersDifference{{}, ids(u"a b"_s), false}));
    }
};

QTEST_GUILESS_MAIN(TripPlanningTest)
#include "tst_tripplanning.moc"

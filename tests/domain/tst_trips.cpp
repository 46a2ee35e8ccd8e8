// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's rules of trips: who may join, what a trip becomes of its deliveries, and which stops they make.
#include "services/domain/triprules.h"
#include "services/domain/tripstops.h"

#include <QtTest>

using namespace waydesk;
using namespace Qt::Literals::StringLiterals;

namespace {

Place at(double latitude, double longitude)
{
    Place place;
    place.position = QGeoCoordinate(latitude, longitude);
    return place;
}

Delivery parcel(const QString& id, std::optional<Place> pickup, std::optional<Place> dropoff,
                DeliveryStatus status = DeliveryStatus::Pending)
{
    Delivery delivery;
    delivery.id = {id};
    delivery.state = status;
    delivery.pickup = std::move(pickup);
    delivery.dropoff = std::move(dropoff);
    return delivery;
}

// "P0,1 D0 D1": kind and members of each stop; "!" behind a complete one.
QString told(const QList<TripStop>& stops)
{
    QStringList words;
    for (const TripStop& stop : stops) {
        QStringList members;
        for (const qsizetype member : stop.members)
            members.append(QString::number(member));
        words.append((stop.kind == StopKind::Pickup ? u'P' : u'D') + members.join(u',') +
                     (stop.isComplete ? u"!"_s : u""_s));
    }
    return words.join(u' ');
}

const Place kA = at(36.1, 44.0), kB = at(36.2, 44.0), kC = at(36.3, 44.0), kX = at(36.4, 44.1), kY = at(36.5, 44.1);

} // namespace

Q_DECLARE_METATYPE(waydesk::TripStatus)
Q_DECLARE_METATYPE(QList<waydesk::DeliveryStatus>)
Q_DECLARE_METATYPE(QList<waydesk::Delivery>)

class TestTrips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsJoinWhatWaits()
    {
        for (const DeliveryStatus status : kDeliveryStatuses) {
            using enum DeliveryStatus;
            const bool waits =
                status == Draft || status == Pending || status == Assigned || status == StagedAtWarehouse;
            QCOMPARE(canJoinTrip(parcel(u"p"_s, kA, kX, status), std::nullopt) == TripRefusal::None, waits);
        }
        Delivery delivery = parcel(u"p"_s, kA, kX);
        delivery.hasActiveAssignment = true; // a waybill would refuse it
        delivery.waybillId = WaybillId{u"w"_s};
        QCOMPARE(canJoinTrip(delivery, std::nullopt), TripRefusal::None);
        delivery.isHybridParent = true;
        QCOMPARE(canJoinTrip(delivery, std::nullopt), TripRefusal::DeliveryNotEligible);
    }

    void keepsAMemberWhateverHasBecomeOfIt()
    {
        Delivery delivery = parcel(u"p"_s, kA, kX, DeliveryStatus::Returned);
        delivery.tripId = TripId{u"t"_s};
        QCOMPARE(canJoinTrip(delivery, TripId{u"t"_s}), TripRefusal::None);
        QCOMPARE(canJoinTrip(delivery, TripId{u"u"_s}), TripRefusal::DeliveryInAnotherTrip);
        QCOMPARE(canJoinTrip(delivery, std::nullopt), TripRefusal::DeliveryInAnotherTrip);
    }

    void reordersExactlyItsMembers()
    {
        const DeliveryId a{u"a"_s}, b{u"b"_s}, c{u"c"_s};
        const QList<DeliveryId> members{a, b};
        QCOMPARE(canReorder(members, QList{b, a}), TripRefusal::None);
        QCOMPARE(canReorder(members, QList{a}), TripRefusal::OrderMismatch);
        QCOMPARE(canReorder(members, QList{a, b, c}), TripRefusal::OrderMismatch);
        QCOMPARE(canReorder(members, QList{a, c}), TripRefusal::OrderMismatch);
        QCOMPARE(canReorder(members, QList{a, a}), TripRefusal::OrderMismatch);
        QCOMPARE(canReorder(members, QList{a, b, b}), TripRefusal::OrderMismatch);
    }

    void followsItsDeliveries_data()
    {
        QTest::addColumn<TripStatus>("now");
        QTest::addColumn<QList<DeliveryStatus>>("deliveries");
        QTest::addColumn<TripStatus>("next");
        using enum DeliveryStatus;
        using List = QList<DeliveryStatus>;
        const auto row = [](const char* name, TripStatus now, const List& deliveries, TripStatus next) {
            QTest::newRow(name) << now << deliveries << next;
        };
        row("nothing in it", TripStatus::Planned, {}, TripStatus::Planned);
        row("all wait", TripStatus::Planned, {Pending, Assigned}, TripStatus::Planned);
        row("first picked up", TripStatus::Planned, {PickedUp, Pending}, TripStatus::InProgress);
        row("nothing to pick up", TripStatus::Planned, {Failed, Pending}, TripStatus::InProgress);
        row("only cancelled before it began", TripStatus::Planned, {Cancelled}, TripStatus::Planned);
        row("only returned before it began", TripStatus::Planned, {Returned}, TripStatus::Planned);
        row("one still waits", TripStatus::InProgress, {Delivered, Pending}, TripStatus::InProgress);
        row("one on the road", TripStatus::InProgress, {Delivered, InTransit}, TripStatus::InProgress);
        row("every end is an end", TripStatus::InProgress, {Delivered, Failed, Returned, Cancelled},
            TripStatus::Completed);
        row("at one stroke", TripStatus::Planned, {Delivered}, TripStatus::Completed);
        row("returned on the road", TripStatus::InProgress, {Returned}, TripStatus::Completed);
        row("never back", TripStatus::Completed, {InTransit}, TripStatus::Completed);
        row("cancelled for good", TripStatus::Cancelled, {PickedUp}, TripStatus::Cancelled);
    }
    void followsItsDeliveries()
    {
        QFETCH(TripStatus, now);
        QFETCH(QList<DeliveryStatus>, deliveries);
        QFETCH(TripStatus, next);
        QCOMPARE(word(follow(now, deliveries)), word(next));
    }

    void letsTheDriverTakeTheNextStepOnly()
    {
        Trip trip;
        trip.driver = DriverRef{{u"d"_s}, {}, {}, {}};
        const std::optional<DriverId> driver = DriverId{u"d"_s};
        QMap<QString, QStringList> from; // what each action may start from
        for (const DeliveryStatus status : kDeliveryStatuses) {
            for (const DeliveryAction action : kDeliveryActions) {
                if (canAct(trip, driver, status, action) == TripRefusal::None)
                    from[word(action)].append(word(status));
            }
        }
        const QStringList waiting{u"draft"_s, u"pending"_s, u"staged_at_warehouse"_s, u"assigned"_s},
            road{u"picked_up"_s, u"in_transit"_s};
        QCOMPARE(from[u"picked_up"_s], waiting);
        QCOMPARE(from[u"in_transit"_s], QStringList{u"picked_up"_s});
        QCOMPARE(from[u"delivered"_s], road);
        QCOMPARE(from[u"failed"_s], waiting + road);
        const auto picks = [&](const std::optional<DriverId>& who) {
            return canAct(trip, who, DeliveryStatus::Pending, DeliveryAction::PickedUp);
        };
        QCOMPARE(picks(DriverId{u"other"_s}), TripRefusal::DriverMismatch);
        QCOMPARE(picks(std::nullopt), TripRefusal::DriverMismatch);
        trip.state = TripStatus::Cancelled;
        QCOMPARE(picks(driver), TripRefusal::InvalidDeliveryStep);
        trip.driver.reset();
        QCOMPARE(picks(driver), TripRefusal::DriverMismatch);
    }

    void groupsSharedPlaces_data()
    {
        QTest::addColumn<QList<Delivery>>("deliveries");
        QTest::addColumn<QString>("stops");
        const auto row = [](const char* name, const QList<Delivery>& deliveries, const QString& stops) {
            QTest::newRow(name) << deliveries << stops;
        };
        row("none", {}, u""_s);
        row("the documented example", {parcel(u"1"_s, kA, kX, DeliveryStatus::PickedUp), parcel(u"2"_s, kA, kY)},
            u"P0,1 D0 D1"_s);
        row("in sequence where nothing is shared", {parcel(u"1"_s, kA, kX), parcel(u"2"_s, kB, kY)}, u"P0 D0 P1 D1"_s);
        row("many pickups, one dropoff", {parcel(u"1"_s, kA, kX), parcel(u"2"_s, kB, kX), parcel(u"3"_s, kC, kX)},
            u"P0 P1 P2 D0,1,2"_s);
        row("a dropoff waits for its last pickup alone",
            {parcel(u"1"_s, kA, kX), parcel(u"2"_s, kB, kY), parcel(u"3"_s, kC, kX)}, u"P0 P1 D1 P2 D0,2"_s);
        row("a pickup where another is dropped", {parcel(u"1"_s, kA, kB), parcel(u"2"_s, kB, kA)}, u"P0 D0 P1 D1"_s);
        row("five decimals are the same place",
            {parcel(u"1"_s, at(36.1000049, 44), kX), parcel(u"2"_s, at(36.0999951, 44), kX)}, u"P0,1 D0,1"_s);
        row("the fifth decimal tells them apart",
            {parcel(u"1"_s, at(36.1, 44), kX), parcel(u"2"_s, at(36.10001, 44), kX)}, u"P0 P1 D0,1"_s);
        row("south and west too", {parcel(u"1"_s, at(-36.1, -44), kX), parcel(u"2"_s, at(36.1, 44), kX)},
            u"P0 P1 D0,1"_s);
        row("an unknown place is nobody else's",
            {parcel(u"1"_s, std::nullopt, kX), parcel(u"2"_s, Place{}, kX), parcel(u"3"_s, std::nullopt, Place{})},
            u"P0 P1 D0,1 P2 D2"_s);
        row("complete when nothing is left to do",
            {parcel(u"1"_s, kA, kX, DeliveryStatus::Delivered), parcel(u"2"_s, kA, kY, DeliveryStatus::InTransit),
             parcel(u"3"_s, kB, kY, DeliveryStatus::Cancelled)},
            u"P0,1! D0! P2! D1,2"_s);
    }
    void groupsSharedPlaces()
    {
        QFETCH(QList<Delivery>, deliveries);
        QFETCH(QString, stops);
        QCOMPARE(told(stopsOf(deliveries)), stops);
    }

    void neverDropsWhatIsNotPickedUp()
    {
        quint32 seed = 12345;
        const auto below = [&seed](quint32 bound) {
            seed = seed * 1664525u + 1013904223u;
            return (seed >> 8) % bound;
        };
        for (int round = 0; round < 500; ++round) {
            QList<Delivery> deliveries;
            for (quint32 i = 1 + below(20); i > 0; --i)
                deliveries.append(parcel(QString::number(i), at(1 + below(5), 2), at(1 + below(5), 2)));
            QSet<qsizetype> aboard, gone;
            for (const TripStop& stop : stopsOf(deliveries)) {
                for (const qsizetype member : stop.members) {
                    if (stop.kind == StopKind::Pickup) {
                        QVERIFY(!aboard.contains(member));
                        aboard.insert(member);
                    } else {
                        QVERIFY(aboard.contains(member) && !gone.contains(member));
                        gone.insert(member);
                    }
                }
            }
            QCOMPARE(gone.size(), deliveries.size());
        }
    }

    void pointsAtWhatIsNext()
    {
        const auto pointer = [](std::initializer_list<bool> complete) {
            QList<TripStop> stops;
            for (const bool done : complete)
                stops.append(TripStop{.isComplete = done});
            return pointerInto(stops);
        };
        QCOMPARE(pointer({}), (StopPointer{-1, -1}));
        QCOMPARE(pointer({false, false}), (StopPointer{0, 1}));
        QCOMPARE(pointer({true, false}), (StopPointer{1, -1}));
        QCOMPARE(pointer({true, false, true, false}), (StopPointer{1, 3}));
        QCOMPARE(pointer({true, true}), (StopPointer{-1, -1}));
    }

    void countsWhatTheDocumentsName()
    {
        QList<Delivery> all;
        for (const DeliveryStatus status : kDeliveryStatuses)
            all.append(parcel(word(status), kA, kX, status));
        const TripSummary sum = summaryOf(all);
        QCOMPARE(sum, (TripSummary{10, 4, 2, 1, 1, 1}));
    }
};

QTEST_GUILESS_MAIN(TestTrips)
#include "tst_trips.moc"

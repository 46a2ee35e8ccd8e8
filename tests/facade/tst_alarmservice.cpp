// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk raises an alarm once, keeps it as long as its cause lasts, lets it be acknowledged and snoozed, notices late
// stops and returns that wait, and is silent while what it knows is not of now.
#include "services/facade/alarmservice.h"
#include "tests/support/fakeengine.h"
#include "tests/support/sample.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace waydesk;
using namespace waydesk::test;
using facade::AlarmService;

namespace {

struct Road
{
    Road()
    {
        engine.tell(sampleDriver(1));
        engine.tell(trip());
        report(0.0);
        alarms.setLive(true);
    }
    Trip trip()
    {
        Trip trip;
        trip.id = {u"trip-1"_s};
        trip.number = u"TRIP-1"_s;
        trip.state = TripStatus::InProgress;
        trip.driver = sampleDriver(1);
        trip.createdAt = trip.updatedAt = start;
        return trip;
    }
    static TripPlan plan()
    {
        TripPlan plan;
        plan.members = {{sampleDelivery(1).id, 1, 0}};
        plan.stops = {{StopKind::Pickup, {36.19, 44.01}, {sampleDelivery(1).id}, true},
                      {StopKind::Dropoff, {36.22, 44.03}, {sampleDelivery(1).id}, false}};
        plan.current = 1;
        return plan;
    }
    void tellWindow(std::chrono::minutes closesIn) // of the one parcel of the trip, which is on board
    {
        Delivery parcel = sampleDelivery(1, DeliveryStatus::InTransit);
        const Instant closes = engine.clock().now() + closesIn;
        parcel.window = VisitWindow{closes - 2h, closes};
        engine.tell(parcel);
        engine.tell(trip(), plan());
    }
    std::optional<Alarm> of(AlarmKind kind) const
    {
        for (const facade::StandingAlarm& each : alarms.alarms()) {
            if (each.alarm.kind == kind)
                return each.alarm;
        }
        return std::nullopt;
    }
    std::optional<Alarm> late() const { return of(AlarmKind::LateNow); }
    bool isLate() const { return late().has_value(); }
    void report(double north)
    {
        engine.tell(QList{Position{sampleDriver(1).id, engine.clock().now(), {36.19 + north, 44.01}, {}, {}, {}}});
    }
    bool isKnown() const { return !drivers.rows().isEmpty() && drivers.rows()[0].trip && drivers.rows()[0].position; }
    void pass(std::chrono::minutes time)
    {
        engine.clock().set(engine.clock().now() + time);
        alarms.setRules(alarms.rules()); // looks at once
    }

    FakeEngine engine;
    Instant start = engine.clock().now();
    facade::DriverService drivers{engine.reader(), engine};
    facade::TripService trips{engine.reader(), engine};
    AlarmService alarms{drivers, trips, engine.clock()};
};

} // namespace

class AlarmServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void raisesOnceAndEndsWithItsCause()
    {
        Road road;
        QTRY_VERIFY(road.isKnown());
        QSignalSpy raised(&road.alarms, &AlarmService::raised);
        road.pass(9min);
        QCOMPARE(raised.size(), 0);
        road.pass(3min);
        QCOMPARE(raised.size(), 1);
        QCOMPARE(raised[0][0].value<Alarm>().kind, AlarmKind::Silent);
        QCOMPARE(road.alarms.wantingLook(), 1);
        QVERIFY(road.alarms.wantsLook(sampleDriver(1).id));
        road.pass(30min);
        QCOMPARE(raised.size(), 1);
        road.report(0.1);
        QTRY_VERIFY(road.drivers.rows()[0].position->coordinate.latitude() > 36.2);
        road.pass(0min);
        QVERIFY(road.alarms.alarms().isEmpty());
        road.pass(12min);
        QCOMPARE(raised.size(), 2); // another silence
    }

    void acknowledgedIsSeenAndNotRaisedAgain()
    {
        Road road;
        QTRY_VERIFY(road.isKnown());
        road.pass(12min);
        QSignalSpy raised(&road.alarms, &AlarmService::raised);
        road.alarms.acknowledge(keyOf(road.alarms.alarms()[0].alarm));
        QCOMPARE(road.alarms.wantingLook(), 0);
        QCOMPARE(road.alarms.alarms().size(), 1);
        road.pass(60min);
        QCOMPARE(raised.size(), 0);
        QVERIFY(!road.alarms.wantsLook(sampleDriver(1).id));
    }

    void comesBackFromASnooze()
    {
        Road road;
        QTRY_VERIFY(road.isKnown());
        road.pass(12min);
        QSignalSpy raised(&road.alarms, &AlarmService::raised);
        road.alarms.snooze(keyOf(road.alarms.alarms()[0].alarm), 15min);
        QCOMPARE(road.alarms.wantingLook(), 0);
        road.pass(14min);
        QCOMPARE(raised.size(), 0);
        road.pass(2min);
        QCOMPARE(raised.size(), 1);
        QCOMPARE(road.alarms.wantingLook(), 1);
    }

    void saysNothingWhileItKnowsNothing()
    {
        Road road;
        QTRY_VERIFY(road.isKnown());
        QSignalSpy raised(&road.alarms, &AlarmService::raised);
        road.alarms.setLive(false);
        road.pass(60min);
        QCOMPARE(raised.size(), 0);
        road.alarms.setLive(true);
        QTRY_COMPARE(raised.size(), 1);
        road.alarms.setLive(false);
        road.pass(60min);
        QCOMPARE(road.alarms.alarms().size(), 1); // what stood, stands
    }

    void knowsWhoStands()
    {
        Road road;
        QTRY_VERIFY(road.isKnown());
        road.pass(0min);
        for (int i = 0; i < 6; ++i) { // reports, and does not move
            road.engine.clock().set(road.engine.clock().now() + 5min);
            QSignalSpy changed(&road.drivers, &facade::DriverService::changed);
            road.report(0.0001);
            QVERIFY(changed.wait());
            road.pass(0min);
        }
        QCOMPARE(road.alarms.alarms().size(), 1);
        QCOMPARE(road.alarms.alarms()[0].alarm.kind, AlarmKind::Idle);
        QCOMPARE(road.engine.wantedTrips(), (QList{TripId{u"trip-1"_s}})); // asked once for its stops
    }

    void noticesAStopThatIsLateUntilItIsDone()
    {
        Road road;
        QTRY_VERIFY(road.isKnown());
        const TripId id{u"trip-1"_s};
        road.tellWindow(-20min);
        QTRY_VERIFY(road.isLate());
        const Alarm alarm = *road.late();
        QCOMPARE(alarm.driver, sampleDriver(1).id);
        QCOMPARE(alarm.trip, id);
        QCOMPARE(alarm.since, road.engine.clock().now() - 20min);
        QCOMPARE(alarm.stop->place, 1);
        const auto worst = road.alarms.lateness().worst(id);
        QVERIFY(worst && worst->isNow && worst->stop == *alarm.stop);
        QCOMPARE(road.alarms.lateness().of(id).size(), 2);
        QCOMPARE(road.alarms.lateness().parcel(id, sampleDelivery(1).id)->code, sampleDelivery(1).code);

        QSignalSpy raised(&road.alarms, &AlarmService::raised);
        road.alarms.acknowledge(keyOf(alarm));
        road.pass(5min); // later still: the same cause
        QCOMPARE(road.late()->since, alarm.since);
        QCOMPARE(raised.size(), 0);
        AlarmRules rules = road.alarms.rules();
        rules.off[static_cast<size_t>(AlarmKind::LateNow)] = true;
        road.alarms.setRules(rules);
        QVERIFY(!road.isLate());

        rules.off = {};
        road.alarms.setRules(rules);
        QVERIFY(road.isLate());
        Delivery parcel = sampleDelivery(1, DeliveryStatus::Delivered);
        road.engine.tell(parcel);
        QTRY_VERIFY(!road.isLate());
    }

    void tellsWhenAnArrivalIsAnotherMinute()
    {
        Road road;
        QTRY_VERIFY(road.isKnown());
        road.tellWindow(3h);
        QTRY_VERIFY(!road.alarms.lateness().of({u"trip-1"_s}).isEmpty());
        QSignalSpy changed(&road.alarms.lateness(), &facade::LatenessWatch::changed);
        road.pass(0min);
        QCOMPARE(changed.size(), 0);
        road.pass(60min); // seen an hour ago, and not there yet
        QCOMPARE(changed.size(), 1);
    }

    void watchesWhatIsPlannedForToday()
    {
        Road road;
        Trip planned;
        planned.id = {u"trip-2"_s};
        planned.createdAt = planned.updatedAt = road.engine.clock().now() - 2h;
        road.engine.tell(planned);
        Trip old = planned;
        old.id = {u"trip-3"_s};
        old.createdAt = road.engine.clock().now() - 48h;
        road.engine.tell(old);
        QTRY_COMPARE(road.engine.wantedTrips().size(), 2); // the one on the road and the planned one, each once
        QVERIFY(road.engine.wantedTrips().contains(planned.id));
        Delivery parcel = sampleDelivery(1);
        parcel.window = VisitWindow{road.engine.clock().now() - 2h, road.engine.clock().now() - 1h};
        road.engine.tell(parcel);
        road.engine.tell(planned, road.plan());
        QTRY_VERIFY(road.isLate());
        QCOMPARE(road.late()->stop->reason, DelayReason::NotSetOut);
        QVERIFY(road.late()->driver.isEmpty());
    }

    void noticesAReturnThatWaits()
    {
        Road road;
        QTRY_VERIFY(road.isKnown());
        TripPlan plan = road.plan();
        plan.members[0].pending = PendingReturn{{u"ret-1"_s}, road.engine.clock().now() - 31min};
        road.engine.tell(sampleDelivery(1));
        road.engine.tell(road.trip(), plan);
        QTRY_VERIFY(road.of(AlarmKind::ReturnWaiting).has_value());
        QCOMPARE(road.of(AlarmKind::ReturnWaiting)->waiting->parcel, sampleDelivery(1).id);
        plan.members[0].pending.reset(); // somebody has decided
        road.engine.tell(road.trip(), plan);
        QTRY_VERIFY(!road.of(AlarmKind::ReturnWaiting).has_value());
    }
};

QTEST_GUILESS_MAIN(AlarmServiceTest)
#include "tst_alarmservice.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk raises an alarm once, keeps it as long as its cause lasts, lets it be acknowledged and snoozed, and is silent
// while what it knows is not of now.
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
        Trip trip;
        trip.id = {u"trip-1"_s};
        trip.number = u"TRIP-1"_s;
        trip.state = TripStatus::InProgress;
        trip.driver = sampleDriver(1);
        trip.createdAt = trip.updatedAt = engine.clock().now();
        engine.tell(trip);
        report(0.0);
        alarms.setLive(true);
    }
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
};

QTEST_GUILESS_MAIN(AlarmServiceTest)
#include "tst_alarmservice.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk raises an alarm that was acknowledged or snoozed no more after a restart, as long as the snooze or a day
// lasts.
#include "tests/support/fakeengine.h"
#include "tests/support/sample.h"
#include "ui/alarms/alarmmemory.h"
#include "ui/window/memory.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace waydesk;
using namespace waydesk::test;
using namespace waydesk::ui;

namespace {

// One driver on a trip, silent for half an hour.
struct Start
{
    Start(Memory& kept, std::chrono::minutes later)
    {
        engine.clock().set(engine.clock().now() + later);
        engine.tell(sampleDriver(1));
        Trip trip;
        trip.id = {u"trip-1"_s};
        trip.state = TripStatus::InProgress;
        trip.driver = sampleDriver(1);
        trip.createdAt = trip.updatedAt = engine.clock().now();
        engine.tell(trip);
        engine.tell(QList{Position{sampleDriver(1).id, engine.clock().now() - 30min, {36.19, 44.01}, {}, {}, {}}});
        memory = std::make_unique<AlarmMemory>(kept, alarms);
        if (!QTest::qWaitFor(
                [this] { return drivers.find(sampleDriver(1).id) && drivers.find(sampleDriver(1).id)->trip; }))
            qFatal("the driver is not known");
        alarms.setLive(true);
        if (!QTest::qWaitFor([this] { return !alarms.alarms().isEmpty(); }))
            qFatal("nothing is raised");
    }
    QString key() const { return keyOf(alarms.alarms().constFirst().alarm); }

    FakeEngine engine;
    facade::DriverService drivers{engine.reader(), engine};
    facade::TripService trips{engine.reader(), engine};
    facade::AlarmService alarms{drivers, trips, engine.clock()};
    QSignalSpy raised{&alarms, &facade::AlarmService::raised};
    std::unique_ptr<AlarmMemory> memory;
};

} // namespace

class TestAlarmMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remembersWhatWasAcknowledged()
    {
        ShortMemory kept;
        {
            Start first(kept, 0min);
            QCOMPARE(first.raised.size(), 1);
            first.alarms.acknowledge(first.key());
        }
        for (int start = 0; start < 2; ++start) { // and the start after that
            Start next(kept, 60min);
            QCOMPARE(next.raised.size(), 0);
            QVERIFY(next.alarms.alarms().constFirst().isAcknowledged);
        }
        Start tomorrow(kept, 25h);
        QCOMPARE(tomorrow.raised.size(), 1);
        QVERIFY(tomorrow.alarms.alarms().constFirst().wantsLook());
    }

    void remembersASnoozeToItsEnd()
    {
        ShortMemory kept;
        {
            Start first(kept, 0min);
            first.alarms.snooze(first.key(), 30min);
        }
        {
            Start next(kept, 29min);
            QCOMPARE(next.raised.size(), 0);
            QVERIFY(next.alarms.alarms().constFirst().snoozedUntil);
        }
        Start later(kept, 30min);
        QCOMPARE(later.raised.size(), 1);
        QVERIFY(later.alarms.alarms().constFirst().wantsLook());
    }

    void forgetsWhatEndedAndBearsADamagedFile()
    {
        ShortMemory kept;
        {
            Start first(kept, 0min);
            first.alarms.acknowledge(first.key());
            first.engine.tell(
                QList{Position{sampleDriver(1).id, first.engine.clock().now(), {36.25, 44.01}, {}, {}, {}}});
            QTRY_VERIFY(first.alarms.alarms().isEmpty()); // heard of again
        }
        Start next(kept, 60min);
        QCOMPARE(next.raised.size(), 1); // another silence
        kept.setValue(u"alarms/seen"_s, QByteArray(R"([{"key":1},7,{"key":"x","at":"never"}])"));
        Start damaged(kept, 0min);
        QCOMPARE(damaged.raised.size(), 1);
    }
};

QTEST_MAIN(TestAlarmMemory)
#include "tst_alarmmemory.moc"

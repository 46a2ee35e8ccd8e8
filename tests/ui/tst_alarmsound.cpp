// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk sounds an alarm once, not more than once in ten seconds, and never what is acknowledged, snoozed or silenced.
#include "models/formats.h"
#include "tests/support/fakeengine.h"
#include "tests/support/sample.h"
#include "ui/alarms/alarmsound.h"
#include "ui/scan/soundplayer.h"
#include "ui/settings/preferences.h"
#include "ui/window/memory.h"

#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace waydesk;
using namespace waydesk::test;
using namespace waydesk::ui;

namespace {

class FakePlayer final : public SoundPlayer
{
public:
    bool hasDevice() const override { return true; }
    void play(const QUrl& source, float volume) override
    {
        sources.append(source);
        volumes.append(volume);
    }
    QList<QUrl> sources;
    QList<float> volumes;
};

struct Room
{
    // Driver n falls silent after ten minutes.
    void report(int n)
    {
        if (!drivers.find(sampleDriver(n).id)) {
            engine.tell(sampleDriver(n));
            Trip trip;
            trip.id = {u"trip-%1"_s.arg(n)};
            trip.state = TripStatus::InProgress;
            trip.driver = sampleDriver(n);
            trip.createdAt = trip.updatedAt = engine.clock().now();
            engine.tell(trip);
        }
        engine.tell(QList{Position{sampleDriver(n).id, engine.clock().now(), {36.19, 44.01}, {}, {}, {}}});
        QTRY_VERIFY(drivers.find(sampleDriver(n).id) && drivers.find(sampleDriver(n).id)->trip &&
                    drivers.find(sampleDriver(n).id)->position->at == engine.clock().now());
        alarms.setLive(true);
    }
    void pass(std::chrono::seconds time)
    {
        engine.clock().set(engine.clock().now() + time);
        alarms.setRules(alarms.rules()); // looks at once
    }
    void prefer(const std::function<void(RoadPreferences&)>& change)
    {
        Preferences wanted = keeper.preferences();
        change(wanted.road);
        keeper.set(wanted);
    }
    qsizetype heard() const { return player.sources.size(); }

    FakeEngine engine;
    facade::DriverService drivers{engine.reader(), engine};
    facade::TripService trips{engine.reader(), engine};
    facade::AlarmService alarms{drivers, trips, engine.clock()};
    models::Formats formats{engine.clock(), QLocale(u"en"_s), QTimeZone::utc()};
    ShortMemory memory;
    PreferenceKeeper keeper{memory};
    FakePlayer player;
    int asked = 0;
    AlarmSound sound{keeper, alarms, formats, [this] {
                         ++asked;
                         return &player;
                     }};
};

} // namespace

class TestAlarmSound : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isHeardOncePerAlarm()
    {
        Room room;
        room.report(1);
        room.pass(9min);
        QCOMPARE(room.heard(), 0);
        QCOMPARE(room.asked, 0); // no device is looked for before the first
        room.pass(2min);
        QCOMPARE(room.heard(), 1);
        QCOMPARE(room.player.sources[0], AlarmSound::source());
        QCOMPARE(room.player.volumes[0], 0.8F);
        room.pass(30min);
        QCOMPARE(room.heard(), 1);
        QCOMPARE(room.asked, 1);
        QVERIFY(QFile::exists(u":/sounds/alarm.wav"_s));
    }

    void isNotHeardTwiceInTenSeconds()
    {
        Room room;
        room.report(1);
        room.engine.clock().set(room.engine.clock().now() + 5s);
        room.report(2);
        room.engine.clock().set(room.engine.clock().now() + 15s);
        room.report(3);
        room.pass(9min + 41s); // 1
        QCOMPARE(room.alarms.wantingLook(), 1);
        QCOMPARE(room.heard(), 1);
        room.pass(5s); // 2, five seconds behind it
        QCOMPARE(room.alarms.wantingLook(), 2);
        QCOMPARE(room.heard(), 1);
        room.pass(15s); // 3
        QCOMPARE(room.alarms.wantingLook(), 3);
        QCOMPARE(room.heard(), 2);
    }

    void leavesInPeaceWhatWasSeenAndCallsAgainAfterASnooze()
    {
        Room room;
        room.report(1);
        room.pass(11min);
        QCOMPARE(room.heard(), 1);
        const QString key = keyOf(room.alarms.alarms()[0].alarm);
        room.alarms.snooze(key, 10min);
        room.pass(9min);
        QCOMPARE(room.heard(), 1);
        room.pass(2min);
        QCOMPARE(room.heard(), 2);
        room.alarms.acknowledge(key);
        room.pass(60min);
        QCOMPARE(room.heard(), 2);
    }

    void isSilentWhenItIsToldSo()
    {
        Room room;
        room.prefer([](RoadPreferences& road) { road.alarmsMuted = true; });
        room.report(1);
        room.pass(11min);
        QCOMPARE(room.alarms.wantingLook(), 1);
        room.prefer([](RoadPreferences& road) {
            road.alarmsMuted = false;
            road.alarmVolume = 0;
        });
        room.report(2);
        room.pass(11min);
        QCOMPARE(room.alarms.wantingLook(), 2);
        QCOMPARE(room.heard(), 0);
        room.prefer([](RoadPreferences& road) { road.alarmVolume = 25; });
        room.report(3);
        room.pass(11min);
        QCOMPARE(room.heard(), 1);
        QCOMPARE(room.player.volumes[0], 0.25F);
    }
};

QTEST_MAIN(TestAlarmSound)
#include "tst_alarmsound.moc"

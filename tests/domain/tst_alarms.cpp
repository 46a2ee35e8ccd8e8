// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk raises one alarm per cause: silence, standing, leaving the way, too much cash; and none where nobody knows.
#include "services/domain/alarms.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace waydesk;

namespace {

const Instant kNow = Instant{std::chrono::hours{490'000}};
const QGeoCoordinate kFrom(36.19, 44.00), kTo(36.19, 44.10); // some 9 km

DriverOnTheRoad driver(std::chrono::minutes ago = 0min)
{
    DriverOnTheRoad known;
    known.driver.id = {u"d1"_s};
    known.trip = TripId{u"t1"_s};
    known.position = Position{known.driver.id, kNow - ago, {36.19, 44.05}, {}, {}, {}};
    known.standsSince = kNow - ago;
    known.from = kFrom;
    known.to = kTo;
    return known;
}

QStringList kinds(const DriverOnTheRoad& known, const AlarmRules& rules = {})
{
    QStringList out;
    for (const Alarm& alarm : alarmsOf(known, rules, kNow))
        out += word(alarm.kind);
    return out;
}

} // namespace

class AlarmsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isQuietWhenAllIsWell()
    {
        QCOMPARE(kinds(driver()), QStringList());
        DriverOnTheRoad never = driver();
        never.position.reset();
        QCOMPARE(kinds(never), QStringList());
    }

    void noticesSilenceOnATripOnly()
    {
        QCOMPARE(kinds(driver(10min)), QStringList());
        QCOMPARE(kinds(driver(11min)), QStringList{u"silent"_s});
        QCOMPARE(alarmsOf(driver(11min), {}, kNow)[0].since, kNow - 11min);
        DriverOnTheRoad home = driver(11min);
        home.trip.reset();
        QCOMPARE(kinds(home), QStringList());
        QCOMPARE(kinds(driver(11min), {.silentAfter = 15min}), QStringList());
    }

    void noticesStanding()
    {
        DriverOnTheRoad known = driver();
        known.standsSince = kNow - 25min;
        QCOMPARE(kinds(known), QStringList());
        known.standsSince = kNow - 26min;
        QCOMPARE(kinds(known), QStringList{u"idle"_s});
        known.position->at = kNow - 12min; // silent: whether it still stands there nobody knows
        QCOMPARE(kinds(known), QStringList{u"silent"_s});
    }

    void standsUntilItLeavesTheRadius()
    {
        StandsSince stands;
        Position position = *driver().position;
        position.at = kNow;
        stands.see(position, 150);
        position.at = kNow + 5min;
        position.coordinate = position.coordinate.atDistanceAndAzimuth(140, 90);
        stands.see(position, 150);
        QCOMPARE(stands.since(), kNow);
        position.at = kNow + 6min;
        position.coordinate = position.coordinate.atDistanceAndAzimuth(140, 90);
        stands.see(position, 150);
        QCOMPARE(stands.since(), kNow + 6min);
    }

    void measuresFromTheWay()
    {
        QVERIFY(distanceFromWay({36.19, 44.05}, kFrom, kTo) < 1);
        QVERIFY(std::abs(distanceFromWay({36.21, 44.05}, kFrom, kTo) - 2226) < 10);
        QVERIFY(std::abs(distanceFromWay({36.19, 44.15}, kFrom, kTo) - kTo.distanceTo({36.19, 44.15})) < 20);
        QVERIFY(std::abs(distanceFromWay({36.19, 44.05}, kFrom, kFrom) - kFrom.distanceTo({36.19, 44.05})) < 20);
        QVERIFY(distanceFromWay({0, 180}, {0, 179.9}, {0, -179.9}) < 1); // over the date line
    }

    void noticesWhoLeavesTheWay()
    {
        DriverOnTheRoad known = driver();
        known.position->coordinate = QGeoCoordinate(36.22, 44.05); // 3.3 km off: roads are no straight lines
        QCOMPARE(kinds(known), QStringList());
        known.position->coordinate = QGeoCoordinate(36.24, 44.05);
        QCOMPARE(kinds(known), QStringList{u"astray"_s});
        QVERIFY(std::abs(alarmsOf(known, {}, kNow)[0].metres - 5566) < 20);
        known.from = {}; // nobody knows its way
        QCOMPARE(kinds(known), QStringList());
    }

    void noticesTooMuchCash()
    {
        DriverOnTheRoad known = driver();
        known.trip.reset();
        known.driver.cashOnBoard = Money{500'000, u"IQD"_s};
        known.driver.codLimit = Money{500'000, u"IQD"_s};
        QCOMPARE(kinds(known), QStringList());
        known.driver.cashOnBoard->minor += 1;
        QCOMPARE(kinds(known), QStringList{u"over_limit"_s});
        known.driver.codLimit.reset();
        QCOMPARE(kinds(known), QStringList());
    }

    void raisesNoKindThatIsSwitchedOff()
    {
        DriverOnTheRoad known = driver(11min);
        known.driver.cashOnBoard = Money{2, u"IQD"_s};
        known.driver.codLimit = Money{1, u"IQD"_s};
        QCOMPARE(kinds(known), (QStringList{u"silent"_s, u"over_limit"_s}));
        AlarmRules rules;
        rules.off[static_cast<size_t>(AlarmKind::Silent)] = true;
        QCOMPARE(kinds(known, rules), QStringList{u"over_limit"_s});
    }

    void namesEachCauseOnce()
    {
        QSet<QString> keys;
        for (const AlarmKind kind : kAlarmKinds)
            keys.insert(keyOf(Alarm{kind, {u"d1"_s}, TripId{u"t1"_s}}));
        keys.insert(keyOf(Alarm{AlarmKind::Silent, {u"d1"_s}, TripId{u"t2"_s}}));
        keys.insert(keyOf(Alarm{AlarmKind::Silent, {u"d2"_s}, TripId{u"t1"_s}}));
        QCOMPARE(keys.size(), kAlarmKinds.size() + 2);
    }
};

QTEST_GUILESS_MAIN(AlarmsTest)
#include "tst_alarms.moc"

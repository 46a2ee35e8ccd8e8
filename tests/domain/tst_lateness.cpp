// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk reckons when a trip's stops are reached and says which comes too late, by how much and why; and raises one
// alarm per stop and per return that waits.
#include "services/domain/alarms.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace waydesk;

namespace {

const Instant kNow = Instant{std::chrono::hours{490'000}};

// On one road to the east, a kilometre and 187 s of guessed way apart (1.3 km at 25 km/h).
QGeoCoordinate at(int kilometre)
{
    return QGeoCoordinate(0, 10).atDistanceAndAzimuth(kilometre * 1000.0, 90);
}

VisitWindow closesIn(std::chrono::minutes time)
{
    return {kNow + time - 2h, kNow + time};
}

// A pickup at 0 that is done, and dropoffs at 1, 2 … km; set out three minutes ago, seen at 0 km now.
TripOnTheWay trip(int dropoffs = 3)
{
    TripOnTheWay way;
    way.startedAt = kNow - 3min;
    way.position = Position{{u"d1"_s}, kNow, at(0), {}, {}, {}};
    way.stops.append({StopKind::Pickup, at(0), {}, true, {u"p0"_s}});
    for (int i = 1; i <= dropoffs; ++i)
        way.stops.append({StopKind::Dropoff, at(i), {}, false, {u"p%1"_s.arg(i)}});
    return way;
}

struct Case
{
    TripOnTheWay way;
    AlarmRules rules = {.lateAfter = 0min};
};

QString told(const Alarm& alarm)
{
    static const QHash<DelayReason, QString> reasons{
        {DelayReason::None, u"none"_s},      {DelayReason::NotSetOut, u"not set out"_s},
        {DelayReason::Stands, u"stands"_s},  {DelayReason::SetOutLate, u"left late"_s},
        {DelayReason::TheWay, u"the way"_s}, {DelayReason::StopsBefore, u"stops before"_s}};
    const LateStop& stop = *alarm.stop;
    QString text = u"%1 stop %2 by %3: %4"_s.arg(word(alarm.kind))
                       .arg(stop.place)
                       .arg(stop.late.count())
                       .arg(reasons[stop.reason]);
    if (stop.reason == DelayReason::StopsBefore)
        text += u' ' + QString::number(stop.stopsBefore);
    if (stop.reason == DelayReason::SetOutLate)
        text += u' ' + QString::number(stop.leftLate.count());
    return stop.isAgainstPlan ? text + u" (plan)"_s : text;
}

} // namespace

Q_DECLARE_METATYPE(Case)

class LatenessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhichStopIsLateByHowMuchAndWhy_data()
    {
        QTest::addColumn<Case>("given");
        QTest::addColumn<QStringList>("wanted");
        const auto row = [](const char* name, const Case& given, const QStringList& wanted) {
            QTest::newRow(name) << given << wanted;
        };
        Case none{trip()};
        row("no windows, on its plan", none, {});
        Case inTime = none;
        inTime.way.stops[2].window = closesIn(30min);
        row("in time", inTime, {});

        Case ahead = none; // at stop 3 after 3 ways and 2 services: 15 min 21 s
        ahead.way.stops[1].window = VisitWindow{kNow - 2h, kNow + 2h};
        ahead.way.stops[3].window = closesIn(10min);
        ahead.way.startedAt = kNow - 30min;
        row("other stops come first", ahead, {u"will_be_late stop 3 by 6: stops before 2"_s});
        Case tolerated = ahead;
        tolerated.rules.lateAfter = 6min;
        row("within the tolerance", tolerated, {});
        Case unseen = ahead;
        unseen.rules.off[static_cast<size_t>(AlarmKind::WillBeLate)] = true;
        row("nobody looks ahead", unseen, {});
        Case waits = none; // the van waits for the first window, and so misses the second
        waits.way.stops[1].window = VisitWindow{kNow + 20min, kNow + 1h};
        waits.way.stops[2].window = closesIn(22min);
        waits.way.startedAt = kNow - 2h; // no sooner would have helped
        row("waiting counts", waits, {u"will_be_late stop 2 by 5: stops before 1"_s});

        Case next = none;
        next.way.position->coordinate = at(-4);
        next.way.stops[1].window = closesIn(5min);
        row("the way takes longer", next, {u"will_be_late stop 1 by 7: the way"_s});
        Case left = none; // it set out now, and the window closes in two minutes, the way takes three
        left.way.startedAt = kNow;
        left.way.stops[1].window = closesIn(2min);
        row("set out too late", left, {u"will_be_late stop 1 by 2: left late 5"_s});
        Case stands = ahead;
        stands.way.standsSince = kNow - 11min;
        row("the van stands", stands, {u"will_be_late stop 3 by 6: stands"_s});
        Case stopped = ahead;
        stopped.way.standsSince = kNow - 9min;
        row("a stop takes so long", stopped, {u"will_be_late stop 3 by 6: stops before 2"_s});
        Case planned = ahead;
        planned.way.startedAt.reset();
        planned.way.position.reset();
        planned.way.stops[0].isDone = false;
        row("it has not set out", planned, {u"will_be_late stop 3 by 9: not set out"_s});

        Case closed = none; // 20 min ago, and 9 min 14 s until it gets there
        closed.way.startedAt = kNow - 2h;
        closed.way.stops[1].window = closesIn(1h);
        closed.way.stops[2].window = closesIn(-20min);
        row("the window has closed", closed, {u"late_now stop 2 by 30: stops before 1"_s});
        Case closedOff = closed;
        closedOff.rules.off[static_cast<size_t>(AlarmKind::LateNow)] = true;
        row("nobody wants to know", closedOff, {});
        Case within = closed;
        within.rules.lateAfter = 25min;
        row("late now is tolerated, what it comes to is not", within, {u"will_be_late stop 2 by 30: stops before 1"_s});
        Case delivered = closed;
        delivered.way.stops[2].isDone = true;
        row("it was delivered", delivered, {});

        Case behind = none; // planned at stop 1 after 3 min and 187 s
        behind.way.startedAt = kNow - 20min;
        row("behind its own plan", behind, {u"late_now stop 1 by 14: the way (plan)"_s});
        Case behindStands = behind;
        behindStands.way.standsSince = kNow - 15min;
        row("behind its own plan because it stands", behindStands, {u"late_now stop 1 by 14: stands (plan)"_s});
        Case kept = behind;
        kept.way.stops[1].window = closesIn(1h);
        row("behind its plan, its window will be kept", kept, {});
        Case nowhere = none;
        nowhere.way.stops[1].position = {};
        row("nobody knows where it is", nowhere, {});
        Case done = closed;
        for (WayStop& stop : done.way.stops)
            stop.isDone = true;
        row("all is done", done, {});
    }

    void saysWhichStopIsLateByHowMuchAndWhy()
    {
        QFETCH(Case, given);
        QFETCH(QStringList, wanted);
        QStringList all;
        for (const Alarm& alarm : alarmsOf({u"t1"_s}, {u"d1"_s}, forecastOf(given.way, kNow), given.rules, kNow))
            all << told(alarm);
        QCOMPARE(all, wanted);
    }

    void reckonsFromWhereTheDriverWasSeenLast()
    {
        TripOnTheWay way = trip();
        const Instant there = *forecastOf(way, kNow)[1].arrives;
        QVERIFY(there - kNow > 180s && there - kNow < 195s);
        way.position->at = kNow - 2min; // it has driven on since, as far as anybody can tell
        QCOMPARE(*forecastOf(way, kNow)[1].arrives, there - 2min);
        way.position->at = kNow - 20min; // but it is not there yet
        QCOMPARE(*forecastOf(way, kNow)[1].arrives, kNow);
        way.position.reset(); // from the last stop that is done, now
        QCOMPARE(*forecastOf(way, kNow)[1].arrives, there);
        QVERIFY(!forecastOf(way, kNow)[0].arrives);
    }

    void makesAStopOfItsParcels()
    {
        Delivery a, b;
        a.id = {u"a"_s};
        b.id = {u"b"_s};
        a.state = DeliveryStatus::InTransit;
        b.state = DeliveryStatus::Delivered;
        a.window = VisitWindow{kNow, kNow + 2h};
        b.window = VisitWindow{kNow - 3h, kNow - 1h};
        const PlanStop stop{StopKind::Dropoff, at(1), {a.id, b.id}, false};
        const QList<Delivery> parcels{a, b};
        QCOMPARE(wayStopOf(stop, parcels).window, a.window); // what is delivered does not count any more
        QVERIFY(!wayStopOf(stop, parcels).isDone);
        b.state = DeliveryStatus::InTransit;
        QCOMPARE(wayStopOf(stop, QList{a, b}).window, (VisitWindow{kNow - 1h, kNow - 1h})); // the first to close
        a.state = b.state = DeliveryStatus::Failed;
        QVERIFY(wayStopOf(stop, QList{a, b}).isDone);
        QVERIFY(!wayStopOf({StopKind::Pickup, at(0), {a.id}, false}, parcels).window); // windows are the consignee's
        QVERIFY(wayStopOf({StopKind::Pickup, at(0), {a.id}, false}, parcels).isDone);  // it is on board
    }

    void raisesReturnsThatWait()
    {
        WaitingReturn waiting{{{u"r1"_s}, kNow - 30min}, {u"p1"_s}, {u"t1"_s}, DriverId{u"d1"_s}};
        QVERIFY(alarmsOf(QList{waiting}, {}, kNow).isEmpty());
        waiting.asked.at -= 1s;
        const QList<Alarm> alarms = alarmsOf(QList{waiting}, {}, kNow);
        QCOMPARE(alarms.size(), 1);
        QCOMPARE(alarms[0].kind, AlarmKind::ReturnWaiting);
        QCOMPARE(alarms[0].since, waiting.asked.at);
        QCOMPARE(keyOf(alarms[0]), u"return_waiting/r1"_s);
        QVERIFY(alarmsOf(QList{waiting}, {.returnAfter = 40min}, kNow).isEmpty());
        AlarmRules off;
        off.off[static_cast<size_t>(AlarmKind::ReturnWaiting)] = true;
        QVERIFY(alarmsOf(QList{waiting}, off, kNow).isEmpty());
    }

    void bearsALittleLateness()
    {
        StopForecast stop;
        stop.overdue = 10min;
        QVERIFY(alarmsOf({u"t1"_s}, {u"d1"_s}, {stop}, {.lateAfter = 10min}, kNow).isEmpty());
        stop.overdue += 1s;
        const QList<Alarm> alarms = alarmsOf({u"t1"_s}, {u"d1"_s}, {stop}, {.lateAfter = 10min}, kNow);
        QCOMPARE(alarms.size(), 1);
        QCOMPARE(alarms[0].kind, AlarmKind::LateNow);
        stop.overdue = 0s;
        stop.late = 10min;
        QVERIFY(alarmsOf({u"t1"_s}, {u"d1"_s}, {stop}, {.lateAfter = 10min}, kNow).isEmpty());
        stop.late += 1s;
        QCOMPARE(alarmsOf({u"t1"_s}, {u"d1"_s}, {stop}, {.lateAfter = 10min}, kNow).value(0).kind,
                 AlarmKind::WillBeLate);
    }

    void namesAStopsCauseByItsParcelWhereverItStands()
    {
        TripOnTheWay way = trip();
        way.stops[2].window = closesIn(-20min);
        const auto keyNow = [&] {
            return keyOf(alarmsOf({u"t1"_s}, {u"d1"_s}, forecastOf(way, kNow), {.lateAfter = 0min}, kNow).value(0));
        };
        const QString key = keyNow();
        QCOMPARE(key, u"late_now/t1/p2"_s);
        way.stops.swapItemsAt(2, 3);
        QCOMPARE(keyNow(), key);
    }
};

QTEST_GUILESS_MAIN(LatenessTest)
#include "tst_lateness.moc"

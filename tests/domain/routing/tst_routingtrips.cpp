// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk finds an order that keeps every rule wherever there is one.
#include "tests/domain/routing/knowntrip.h"

#include <QTest>

using namespace waydesk::routing;

class RoutingTrips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsAFeasibleOrder();
    void findsAFeasibleOrderOfALongTrip_data();
    void findsAFeasibleOrderOfALongTrip();
};

namespace {

// Until nobody is late any more, which the trip's making promises to be possible.
Budget untilInTime(qint64 iterations)
{
    return {iterations, [](const Progress& progress) { return progress.late.count() == 0; }};
}

// Every rule once more, without evaluate(): what is broken, as a word.
const char* broken(const KnownTrip& known, const std::vector<int>& order)
{
    std::vector<int> at(known.order.size(), -1);
    for (size_t i = 0; i < order.size(); ++i)
        at.at(size_t(order[i])) = int(i);
    if (order.size() != at.size() || std::ranges::find(at, -1) != at.end())
        return "a stop is missing";
    for (const Precedence& pair : known.problem.precedences) {
        if (at[size_t(pair.pickup)] > at[size_t(pair.dropoff)])
            return "a dropoff comes before its pickup";
    }
    int load = known.problem.startLoad;
    for (size_t i = 0; i < order.size(); ++i) {
        const Stop& stop = known.problem.stops[size_t(order[i])];
        load += stop.load;
        if (known.problem.capacity && load > *known.problem.capacity)
            return "the van is overfull";
        const auto position = int(i);
        if ((stop.lock.kind == Lock::Kind::At && stop.lock.position != position) ||
            (stop.lock.kind == Lock::Kind::First && position != 0) ||
            (stop.lock.kind == Lock::Kind::Last && i + 1 != order.size()))
            return "a locked stop has moved";
    }
    return nullptr;
}

} // namespace

void RoutingTrips::findsAFeasibleOrder()
{
    constexpr int kTrips = 10'000, kMostStops = 12;
    int withPairs = 0, withLocks = 0, withCapacity = 0, withWindows = 0;
    for (int i = 0; i < kTrips; ++i) {
        const Mix mix{1 + i % kMostStops, i % 4 != 3, i / 2 % 2 == 0, i / 4 % 2 == 0, i / 8 % 2 == 0};
        const KnownTrip known = knownTrip(mix, quint64(i));
        const auto trip = Trip::make(known.problem);
        QVERIFY(trip.ok());
        QVERIFY(!broken(known, known.order));
        QCOMPARE(evaluate(*trip, known.order).late, seconds(0));
        const Plan plan = optimise(*trip, quint64(i), untilInTime(20'000));
        const char* fault = broken(known, plan.account.order);
        QVERIFY2(!fault, qPrintable(QStringLiteral("trip %1: %2").arg(i).arg(QLatin1StringView(fault))));
        QVERIFY(plan.isFeasible() && !plan.cannot);
        QVERIFY2(plan.account.late == seconds(0), qPrintable(QStringLiteral("trip %1 is late").arg(i)));
        withPairs += known.problem.precedences.empty() ? 0 : 1;
        withLocks += std::ranges::any_of(known.problem.stops, [](const Stop& s) { return s.lock != Lock{}; }) ? 1 : 0;
        withCapacity += known.problem.capacity ? 1 : 0;
        withWindows += std::ranges::any_of(known.problem.stops, [](const Stop& s) { return s.window.has_value(); });
    }
    QVERIFY(std::min({withPairs, withLocks, withCapacity, withWindows}) > kTrips / 4); // it was a mix
}

void RoutingTrips::findsAFeasibleOrderOfALongTrip_data()
{
    QTest::addColumn<int>("stops");
    QTest::addColumn<bool>("locks");
    for (const int stops : {20, 40, 80}) {
        QTest::addRow("%d stops", stops) << stops << false;
        QTest::addRow("%d stops, locks", stops) << stops << true;
    }
}

void RoutingTrips::findsAFeasibleOrderOfALongTrip()
{
    QFETCH(int, stops);
    QFETCH(bool, locks);
    for (const bool windows : {false, true}) {
        const KnownTrip known = knownTrip({stops, true, locks, true, windows}, quint64(stops));
        const Plan plan = optimise(*Trip::make(known.problem), 1, untilInTime(2'000));
        QVERIFY(!broken(known, plan.account.order));
        QVERIFY(plan.isFeasible());
        QCOMPARE(plan.account.late, seconds(0));
    }
}

QTEST_GUILESS_MAIN(RoutingTrips)
#include "tst_routingtrips.moc"

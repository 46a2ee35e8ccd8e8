// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk finds the best order of few stops, the same one every time, leaves locked stops alone, and says which rule
// cannot be kept.
#include "services/domain/routing/triporder.h"
#include "tests/domain/routing/knowntrip.h"

#include <QTest>
#include <numeric>
#include <set>

using namespace waydesk::routing;
using namespace std::chrono_literals;

namespace {

std::vector<int> asGiven(int stops)
{
    std::vector<int> order(static_cast<size_t>(stops));
    std::iota(order.begin(), order.end(), 0);
    return order;
}

// Tries every order. Nothing when none keeps the rules.
std::optional<qint64> leastCost(const Trip& trip)
{
    std::optional<qint64> least;
    std::vector<int> order = asGiven(trip.size());
    do {
        const Account account = evaluate(trip, order);
        if (account.isFeasible() && account.cost < least.value_or(account.cost + 1))
            least = account.cost;
    } while (std::ranges::next_permutation(order).found);
    return least;
}

// One-way streets: every leg is its own.
TravelMatrix randomTravel(int places, Dice& dice)
{
    TravelMatrix travel{places, {}};
    for (int i = 0; i < places * places; ++i)
        travel.legs.push_back({1 + dice.below(9000), 1 + dice.below(900)});
    return travel;
}

Problem nowhere(int stops) // all in one place
{
    Problem problem;
    problem.start = {36.19, 44.01};
    problem.stops.resize(size_t(stops));
    for (Stop& stop : problem.stops)
        stop.position = problem.start;
    return problem;
}

Plan planOf(const Problem& problem, qint64 iterations = 100)
{
    return optimise(*Trip::make(problem), 1, {iterations, {}});
}

} // namespace

class RoutingSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheBestOrderOfFewStops_data();
    void findsTheBestOrderOfFewStops();
    void findsTheBestOrderInOneWayStreets();
    void pricesMovesRightly();
    void isTheSameEveryTime();
    void spendsNoMoreThanItsBudget();
    void leavesLockedStopsAlone();
    void managesWithLittle_data();
    void managesWithLittle();
    void saysWhichRuleCannotBeKept_data();
    void saysWhichRuleCannotBeKept();
    void knowsWhenThereIsNoOrder();
    void prefersBeingInTime();
};

void RoutingSearch::findsTheBestOrderOfFewStops_data()
{
    QTest::addColumn<Mix>("mix");
    QTest::addColumn<int>("trips");
    QTest::newRow("the way only") << Mix{6} << 25;
    QTest::newRow("pairs") << Mix{6, true} << 25;
    QTest::newRow("locks") << Mix{6, false, true} << 25;
    QTest::newRow("a full van") << Mix{6, true, false, true} << 25;
    QTest::newRow("windows") << Mix{6, false, false, false, true} << 25;
    QTest::newRow("everything") << Mix{6, true, true, true, true} << 25;
    QTest::newRow("pairs and windows, 7") << Mix{7, true, false, false, true} << 12;
    QTest::newRow("the way only, 8") << Mix{8} << 4;
    QTest::newRow("pairs, 8") << Mix{8, true, false, true} << 4;
}

void RoutingSearch::findsTheBestOrderOfFewStops()
{
    QFETCH(Mix, mix);
    QFETCH(int, trips);
    for (int i = 0; i < trips; ++i) {
        const auto trip = Trip::make(knownTrip(mix, quint64(i)).problem);
        const Plan plan = optimise(*trip, 1, {100, {}});
        QVERIFY(plan.isFeasible());
        QCOMPARE(plan.account.cost, leastCost(*trip).value());
    }
}

void RoutingSearch::findsTheBestOrderInOneWayStreets()
{
    Dice dice(1);
    for (int i = 0; i < 120; ++i) {
        Problem problem;
        problem.stops.resize(size_t(2 + i % 6));
        problem.travel = randomTravel(int(problem.stops.size()) + 1 + i % 2, dice);
        problem.aim = i % 3 == 0 ? Aim::Distance : Aim::Duration;
        if (i % 4 < 2)
            problem.precedences = {{0, 1}};
        const auto trip = Trip::make(problem);
        QCOMPARE(optimise(*trip, 1, {300, {}}).account.cost, leastCost(*trip).value());
    }
}

// Every move is made exactly when the order that it leads to keeps the rules and costs less than was asked.
void RoutingSearch::pricesMovesRightly()
{
    Dice dice(3);
    int made = 0, broken = 0;
    for (int i = 0; i < 400; ++i) {
        KnownTrip known = knownTrip({2 + i % 9, i % 2 == 0, i % 3 == 0, i % 5 == 0, i % 7 < 3}, quint64(i));
        known.problem.travel = randomTravel(int(known.order.size()) + 1 + i % 2, dice);
        const auto trip = Trip::make(known.problem);
        TripOrder order(*trip);
        if (order.slots() < 2)
            continue;
        for (int k = 0; k < 20; ++k) {
            order.set(known.order);
            const int a = dice.below(order.slots()), b = dice.below(order.slots());
            const int lo = std::min(a, b), hi = std::max(a, b), to = dice.below(order.slots() - (hi - lo));
            const auto move = [&](qint64 below) {
                order.set(known.order);
                switch (k % 5) {
                case 0:
                    return order.turn(lo, hi, below);
                case 1:
                    return a == b ? std::nullopt : order.swap(a, b, below);
                case 2:
                    return a == b ? std::nullopt : order.movePair(a, b, to, below);
                default:
                    return order.move(lo, hi, to, k % 5 == 3, below);
                }
            };
            if (!move(1'000'000'000'000)) {
                QCOMPARE(order.order(), known.order);
                ++broken;
                continue;
            }
            const Account account = evaluate(*trip, order.order());
            QVERIFY(account.isFeasible());
            QCOMPARE(order.cost(), account.cost);
            QCOMPARE(order.late(), account.late.count());
            QVERIFY(!move(account.cost));
            QVERIFY(move(account.cost + 1));
            QCOMPARE(order.order(), account.order);
            ++made;
        }
    }
    QVERIFY(made > 1000 && broken > 1000);
}

void RoutingSearch::isTheSameEveryTime()
{
    std::set<std::vector<int>> orders;
    for (const bool rules : {false, true}) {
        const auto trip = Trip::make(knownTrip({60, rules, false, rules}, 5).problem);
        for (const quint64 seed : {1, 2, 3, 4, 5, 6}) {
            const Plan once = optimise(*trip, seed, {3, {}}), again = optimise(*trip, seed, {3, {}});
            QCOMPARE(once.account, again.account);
            orders.insert(once.account.order);
        }
    }
    QVERIFY(orders.size() > 4); // the seed means something
}

void RoutingSearch::spendsNoMoreThanItsBudget()
{
    for (const bool rules : {false, true}) {
        const auto trip = Trip::make(knownTrip({30, rules, false, rules, rules}, 5).problem);
        QCOMPARE(optimise(*trip, 1, {7, {}}).iterations, 7);
        std::vector<qint64> costs;
        const auto enough = [&](const Progress& progress) {
            costs.push_back(progress.cost);
            return costs.size() == 60;
        };
        const Plan plan = optimise(*trip, 1, {1000, enough});
        QCOMPARE(plan.iterations, 59);
        QVERIFY(std::ranges::is_sorted(costs, std::greater<>()));
        QCOMPARE(plan.account.cost, costs.back());
        QCOMPARE(optimiseWithin(*trip, 1, 0ms).iterations, 0);
    }
}

void RoutingSearch::leavesLockedStopsAlone()
{
    for (int i = 0; i < 60; ++i) {
        const KnownTrip known = knownTrip({3 + i % 20, i % 2 == 0, true, i % 3 == 0, i % 5 == 0}, quint64(i));
        const std::vector<int> order = planOf(known.problem, 10).account.order;
        for (size_t position = 0; position < order.size(); ++position) {
            const int was = known.order[position];
            if (known.problem.stops[size_t(was)].lock.kind != Lock::Kind::Free)
                QCOMPARE(order[position], was);
        }
    }
}

void RoutingSearch::managesWithLittle_data()
{
    QTest::addColumn<Problem>("problem");
    for (const int stops : {0, 1, 2, 3, 40}) {
        Problem problem = nowhere(stops);
        QTest::addRow("%d in one place", stops) << problem;
        problem.end = problem.start;
        QTest::addRow("%d in one place, and back", stops) << problem;
        problem.capacity = 0;
        for (Stop& stop : problem.stops)
            stop.window = TimeWindow{0s, 60s};
        QTest::addRow("%d in one place, with rules", stops) << problem;
        for (int i = 0; i < stops; ++i)
            problem.stops[size_t(i)].lock = {Lock::Kind::At, stops - 1 - i};
        QTest::addRow("%d in one place, all locked", stops) << problem;
    }
}

void RoutingSearch::managesWithLittle()
{
    QFETCH(Problem, problem);
    const Plan plan = planOf(problem, 5);
    QVERIFY(plan.isFeasible());
    QCOMPARE(plan.account.cost, 0);
    QCOMPARE(plan.account.visits.size(), problem.stops.size());
}

void RoutingSearch::saysWhichRuleCannotBeKept_data()
{
    using Kind = Violation::Kind;
    QTest::addColumn<Problem>("problem");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("stop");
    QTest::addColumn<int>("other");
    const auto row = [](const char* name, Kind kind, int stop, int other, auto spoil) {
        Problem problem = nowhere(4);
        spoil(problem);
        QTest::newRow(name) << problem << int(kind) << stop << other;
    };
    const Lock first{Lock::Kind::First, 0}, last{Lock::Kind::Last, 0}, second{Lock::Kind::At, 1};
    row("a circle of two", Kind::PrecedenceCycle, 1, 2, [](Problem& p) { p.precedences = {{1, 2}, {2, 1}}; });
    row("a circle and its tail", Kind::PrecedenceCycle, 1, 3, [](Problem& p) {
        p.precedences = {{1, 3}, {3, 1}, {1, 0}, {0, 2}};
    });
    row("two first", Kind::TwoLocksOnePosition, 3, 1, [=](Problem& p) { p.stops[1].lock = p.stops[3].lock = first; });
    row("first twice, in other words", Kind::TwoLocksOnePosition, 2, 0, [=](Problem& p) {
        p.stops[0].lock = {Lock::Kind::At, 3};
        p.stops[2].lock = last;
    });
    row("a dropoff first", Kind::LockAgainstPrecedence, 2, 0, [=](Problem& p) {
        p.stops[0].lock = first;
        p.precedences = {{2, 0}};
    });
    row("a pickup last", Kind::LockAgainstPrecedence, 1, -1, [=](Problem& p) {
        p.stops[1].lock = last;
        p.precedences = {{1, 2}};
    });
    row("two pickups before the second", Kind::LockAgainstPrecedence, 2, 3, [=](Problem& p) {
        p.stops[3].lock = second;
        p.precedences = {{1, 3}, {2, 3}};
    });
    row("everything behind the second", Kind::LockAgainstPrecedence, 3, -1, [=](Problem& p) {
        p.stops[3].lock = second;
        p.precedences = {{3, 0}, {3, 1}, {3, 2}};
    });
    row("too heavy", Kind::OverCapacity, 2, -1, [](Problem& p) {
        p.capacity = 3;
        p.stops[2].load = 4;
    });
    row("overfull at the start", Kind::OverCapacity, -1, -1, [](Problem& p) {
        p.capacity = 3;
        p.startLoad = 4;
    });
    row("no room at its position", Kind::OverCapacity, 1, -1, [=](Problem& p) {
        p.capacity = p.startLoad = 3;
        p.stops[0].load = -3;
        p.stops[0].lock = last;
        p.stops[1].load = 1;
    });
}

void RoutingSearch::saysWhichRuleCannotBeKept()
{
    QFETCH(Problem, problem);
    const Plan plan = planOf(problem);
    QVERIFY(plan.cannot);
    QTEST(int(plan.cannot->kind), "kind");
    QTEST(plan.cannot->stop.value_or(-1), "stop");
    QTEST(plan.cannot->other.value_or(-1), "other");
    QVERIFY(plan.isProven);
    QVERIFY(!plan.isFeasible());
    QCOMPARE(plan.account.visits.size(), problem.stops.size()); // there is an order to show all the same
}

// Random rules that were made from no order: what is said to be impossible is, and nothing else.
void RoutingSearch::knowsWhenThereIsNoOrder()
{
    Dice dice(11);
    int impossible = 0, possible = 0;
    for (int i = 0; i < 400; ++i) {
        Problem problem = nowhere(6);
        for (Stop& stop : problem.stops) {
            stop.load = dice.below(9) - 4;
            if (dice.below(6) == 0)
                stop.lock = {Lock::Kind::At, dice.below(6)};
        }
        for (int pairs = dice.below(4); pairs > 0; --pairs) {
            const int pickup = dice.below(6), dropoff = (pickup + 1 + dice.below(5)) % 6;
            problem.precedences.push_back({pickup, dropoff});
        }
        problem.capacity = 2 + dice.below(6);
        const auto trip = Trip::make(problem);
        const Plan plan = optimise(*trip, 1, {5, {}});
        const bool exists = leastCost(*trip).has_value();
        QCOMPARE(plan.isFeasible(), exists);
        QCOMPARE(!plan.cannot, exists);
        QVERIFY(plan.isProven);
        ++(exists ? possible : impossible);
    }
    QVERIFY(possible > 50 && impossible > 50);
}

void RoutingSearch::prefersBeingInTime()
{
    Problem problem = nowhere(2); // one near, one far; the far one closes soon
    problem.stops[0].position = problem.start.atDistanceAndAzimuth(1000, 0);
    problem.stops[0].service = 30min;
    problem.stops[1].position = problem.start.atDistanceAndAzimuth(9000, 0);
    QCOMPARE(planOf(problem).account.order, (std::vector<int>{0, 1}));
    problem.stops[1].window = TimeWindow{0s, 30min};
    QCOMPARE(planOf(problem).account.order, (std::vector<int>{1, 0}));
    problem.latenessWeight = 0;
    QCOMPARE(planOf(problem).account.order, (std::vector<int>{0, 1}));
}

QTEST_GUILESS_MAIN(RoutingSearch)
#include "tst_routingsearch.moc"

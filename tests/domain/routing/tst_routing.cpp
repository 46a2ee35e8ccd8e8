// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk says what an order of stops means: where the van is when, who waits, who is late and why, what is broken.
#include "tests/domain/routing/knowntrip.h"

#include <QTest>
#include <cmath>
#include <limits>
#include <numeric>

using namespace waydesk;
using namespace waydesk::routing;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

// A line of places 1000 s and 1000 m apart: the start at 0, stop i at i + 1, the end (if any) at the start.
Problem line(int stops, bool returns = false)
{
    Problem problem;
    problem.stops.resize(size_t(stops));
    const int places = stops + (returns ? 2 : 1);
    TravelMatrix travel{places, {}};
    const auto at = [&](int place) { return place < stops ? place + 1 : 0; };
    for (int from = 0; from < places; ++from) {
        for (int to = 0; to < places; ++to)
            travel.legs.push_back({1000 * std::abs(at(from) - at(to)), 1000 * std::abs(at(from) - at(to))});
    }
    problem.travel = travel;
    return problem;
}

Account accountOf(const Problem& problem, const std::vector<int>& order)
{
    return evaluate(*Trip::make(problem), order);
}

std::vector<int> asGiven(int stops)
{
    std::vector<int> order(static_cast<size_t>(stops));
    std::iota(order.begin(), order.end(), 0);
    return order;
}

// The same trip, walked in another way: nothing is carried along, each visit is computed from all before it.
seconds naiveLeave(const Trip& trip, const std::vector<int>& order, int visits);
seconds naiveArrival(const Trip& trip, const std::vector<int>& order, int visit)
{
    const int from = visit == 0 ? trip.start() : order[size_t(visit) - 1];
    const int to = visit < trip.size() ? order[size_t(visit)] : trip.end().value_or(from);
    const seconds way(from == to ? 0 : trip.leg(from, to).seconds);
    return naiveLeave(trip, order, visit) + way;
}

seconds naiveLeave(const Trip& trip, const std::vector<int>& order, int visits)
{
    if (visits == 0)
        return trip.problem().departure;
    const Stop& stop = trip.stop(order[size_t(visits) - 1]);
    const seconds arrival = naiveArrival(trip, order, visits - 1);
    return (stop.window && stop.window->opens > arrival ? stop.window->opens : arrival) + stop.service;
}

} // namespace

class Routing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accountsForAWay();
    void agreesWithANaiveRecomputation();
    void waitsForAWindow();
    void saysWhyAVisitIsLate();
    void roundsLatenessUpToMinutes();
    void seesEveryBrokenRule();
    void refusesAnOrderThatIsNone_data();
    void refusesAnOrderThatIsNone();
    void comparesTwoOrders();
    void guessesRoads();
    void namesTheStopThatMakesNoSense_data();
    void namesTheStopThatMakesNoSense();
};

void Routing::accountsForAWay()
{
    Problem problem = line(3, true);
    problem.stops[1].service = 10min;
    problem.stops[0].load = 2;
    problem.departure = 8h;
    const Account account = accountOf(problem, {1, 0, 2});
    QCOMPARE(account.metres, 2000 + 1000 + 2000 + 3000);
    QCOMPARE(account.driving, 8000s);
    QCOMPARE(account.duration, 8600s);
    QCOMPARE(account.cost, 8000);
    QVERIFY(account.isFeasible());
    QCOMPARE(account.visits.size(), size_t(3));
    QCOMPARE(account.visits[1], (Visit{0, 8h + 3600s, 8h + 3600s, 0s, LateReason::None, {}, 2}));
    QCOMPARE(account.visits[2].arrival, 8h + 5600s);
}

void Routing::agreesWithANaiveRecomputation()
{
    int late = 0, waits = 0;
    for (int i = 0; i < 300; ++i) {
        const KnownTrip known = knownTrip({1 + i % 9, true, true, true, true}, quint64(i));
        const auto trip = Trip::make(known.problem);
        std::vector<int> order = asGiven(trip->size()); // breaks windows at will
        Dice dice{quint64(i)};
        for (int k = 1; k < trip->size(); ++k)
            std::swap(order[size_t(k)], order[size_t(dice.below(k + 1))]);
        const Account account = evaluate(*trip, order);
        qint64 way = 0, waited = 0, lateness = 0;
        for (int k = 0; k < trip->size(); ++k) {
            const Visit& visit = account.visits[size_t(k)];
            const Stop& stop = trip->stop(order[size_t(k)]);
            QCOMPARE(visit.stop, order[size_t(k)]);
            QCOMPARE(visit.arrival, naiveArrival(*trip, order, k));
            QCOMPARE(visit.begins + stop.service, naiveLeave(*trip, order, k + 1));
            const seconds over = stop.window ? visit.arrival - stop.window->closes : -1s;
            QCOMPARE(visit.late, std::max(over, 0s));
            QCOMPARE(visit.reason == LateReason::None, over <= 0s);
            way += trip->leg(k == 0 ? trip->start() : order[size_t(k) - 1], order[size_t(k)]).seconds;
            waited += (visit.begins - visit.arrival).count();
            lateness += visit.late.count();
        }
        way += trip->end() ? trip->leg(order.back(), *trip->end()).seconds : 0;
        QCOMPARE(account.duration, naiveArrival(*trip, order, trip->size()) - known.problem.departure);
        QCOMPARE(account.driving.count(), way);
        QCOMPARE(account.waiting.count(), waited);
        QCOMPARE(account.cost, way + waited + 1000 * lateness);
        late += lateness > 0 ? 1 : 0;
        waits += waited > 0 ? 1 : 0;
    }
    QVERIFY(late > 50 && waits > 50);
}

void Routing::waitsForAWindow()
{
    Problem problem = line(2);
    problem.stops[0].window = TimeWindow{1500s, 2000s};
    const Account account = accountOf(problem, {0, 1});
    QCOMPARE(account.visits[0].arrival, 1000s);
    QCOMPARE(account.visits[0].begins, 1500s);
    QCOMPARE(account.waiting, 500s);
    QCOMPARE(account.duration, 2500s);
    QCOMPARE(account.cost, 2500);
    problem.aim = Aim::Distance;
    QCOMPARE(accountOf(problem, {0, 1}).cost, 2000);
}

void Routing::saysWhyAVisitIsLate()
{
    Problem problem = line(3);
    problem.stops[2].window = TimeWindow{0s, 2900s};
    const Visit tooFar = accountOf(problem, {2, 0, 1}).visits[0];
    QCOMPARE(tooFar.reason, LateReason::FromTheStart);
    QCOMPARE(tooFar.late, 100s);
    QVERIFY(!tooFar.because);

    problem.stops[2].window->closes = 3500s;
    const Visit behindOthers = accountOf(problem, {1, 0, 2}).visits[2];
    QCOMPARE(behindOthers.reason, LateReason::WindowMissed);
    QCOMPARE(behindOthers.late, 1500s);

    problem.stops[0].window = TimeWindow{1100s, 9000s};
    problem.stops[1].window = TimeWindow{2900s, 9000s};
    const Account waited = accountOf(problem, {0, 1, 2});
    QCOMPARE(waited.visits[2].late, 400s);
    QCOMPARE(waited.visits[2].reason, LateReason::BehindWaiting);
    QCOMPARE(waited.visits[2].because, std::optional(1)); // 800 s there, 100 s at the first
    QCOMPARE(waited.late, 400s);
    QVERIFY(waited.isFeasible()); // late is not forbidden
}

void Routing::roundsLatenessUpToMinutes()
{
    Problem problem = line(1);
    const auto minutes = [&](seconds closes) {
        problem.stops[0].window = TimeWindow{0s, closes};
        return accountOf(problem, {0}).visits[0].minutesLate();
    };
    QCOMPARE(minutes(1000s), 0min);
    QCOMPARE(minutes(999s), 1min);
    QCOMPARE(minutes(940s), 1min);
    QCOMPARE(minutes(939s), 2min);
}

void Routing::seesEveryBrokenRule()
{
    using Kind = Violation::Kind;
    Problem problem = line(4);
    problem.precedences = {{0, 1}};
    problem.capacity = 3;
    problem.stops[0].load = 2;
    problem.stops[1].load = -2;
    problem.stops[2].load = 2;
    problem.stops[3].lock = {Lock::Kind::Last, 0};
    QVERIFY(accountOf(problem, {0, 1, 2, 3}).isFeasible());
    QCOMPARE(accountOf(problem, {1, 0, 2, 3}).violations, (std::vector<Violation>{{Kind::DropoffBeforePickup, 1, 0}}));
    QCOMPARE(accountOf(problem, {0, 2, 1, 3}).violations, (std::vector<Violation>{{Kind::OverCapacity, 2, {}}}));
    QCOMPARE(accountOf(problem, {0, 1, 3, 2}).violations, (std::vector<Violation>{{Kind::NotAtItsLock, 3, {}}}));
    problem.startLoad = 4;
    QCOMPARE(accountOf(problem, {0, 1, 2, 3}).violations.front(), (Violation{Kind::OverCapacity, {}, {}}));
}

void Routing::refusesAnOrderThatIsNone_data()
{
    QTest::addColumn<std::vector<int>>("order");
    QTest::addColumn<int>("stop");
    QTest::newRow("empty") << std::vector<int>{} << 0;
    QTest::newRow("missing") << std::vector<int>{0, 2} << 1;
    QTest::newRow("twice") << std::vector<int>{0, 1, 1} << 1;
    QTest::newRow("unknown") << std::vector<int>{0, 1, 3} << 3;
    QTest::newRow("below nothing") << std::vector<int>{-1, 1, 2} << -1;
}

void Routing::refusesAnOrderThatIsNone()
{
    QFETCH(std::vector<int>, order);
    QFETCH(int, stop);
    const Account account = accountOf(line(3), order);
    QCOMPARE(account.violations, (std::vector<Violation>{{Violation::Kind::NotEveryStopOnce, stop, {}}}));
    QVERIFY(account.visits.empty());
}

void Routing::comparesTwoOrders()
{
    Problem problem = line(4, true);
    problem.stops[0].window = TimeWindow{0s, 1500s};
    const auto difference = [&](const std::vector<int>& before, const std::vector<int>& after) {
        return compare(accountOf(problem, before), accountOf(problem, after));
    };
    QCOMPARE(difference({0, 1, 2, 3}, {0, 1, 2, 3}), (Difference{0, 0s, 0s, {}}));
    QCOMPARE(difference({1, 0, 2, 3}, {0, 1, 2, 3}).moved.size(), size_t(1));
    QCOMPARE(difference({1, 2, 3, 0}, {0, 1, 2, 3}).moved, std::vector<int>{0});
    QCOMPARE(difference({3, 0, 1, 2}, {0, 1, 2, 3}), (Difference{4000, 4000s, 5500s, {3}}));
    QCOMPARE(difference({0, 2, 1, 3}, {0, 1, 2, 3}).metresSaved, 2000);
    QCOMPARE(difference({0, 2, 1, 3}, {0, 1, 2, 3}).timeSaved, 2000s);
    QCOMPARE(difference({3, 2, 1, 0}, {0, 1, 2, 3}).moved.size(), size_t(3));
    problem = line(0);
    QCOMPARE(difference({}, {}), Difference{});
}

void Routing::guessesRoads()
{
    const QGeoCoordinate citadel(36.1911, 44.0094), airport(36.2376, 43.9632);
    const double straight = citadel.distanceTo(airport); // 6.6 km
    const RoadGuess guess{1.5, {{2, 20}, {5, 40}, {0, 100}}};
    const Leg leg = guessLeg(citadel, airport, guess);
    QCOMPARE(leg.metres, qint32(std::lround(straight * 1.5)));
    const double expected = 2000 / (20 / 3.6) + 3000 / (40 / 3.6) + (straight * 1.5 - 5000) / (100 / 3.6);
    QCOMPARE(leg.seconds, qint32(std::lround(expected)));
    QCOMPARE(guessLeg(citadel, citadel, guess), Leg{});

    Problem problem;
    problem.stops.resize(1);
    problem.stops[0].position = airport;
    problem.start = citadel;
    problem.road = guess;
    QCOMPARE(accountOf(problem, {0}).metres, leg.metres);
    problem.end = citadel;
    QCOMPARE(accountOf(problem, {0}).metres, 2 * leg.metres);
}

void Routing::namesTheStopThatMakesNoSense_data()
{
    const double nan = std::nan("");
    QTest::addColumn<Problem>("problem");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* name, const char* field, auto spoil, bool withMatrix = false) {
        Problem problem = line(3);
        for (Stop& stop : problem.stops)
            stop.position = {36, 44};
        problem.start = {36, 44};
        if (!withMatrix)
            problem.travel.reset();
        spoil(problem);
        QTest::newRow(name) << problem << QString::fromLatin1(field);
    };
    row("no latitude", "stops[1].position", [=](Problem& p) { p.stops[1].position.setLatitude(nan); });
    row("no longitude", "stops[2].position", [=](Problem& p) { p.stops[2].position.setLongitude(nan); });
    row("off the globe", "stops[0].position", [](Problem& p) { p.stops[0].position.setLatitude(91); });
    row("no start", "start", [](Problem& p) { p.start = {}; });
    row("no end", "end", [=](Problem& p) { p.end = QGeoCoordinate(nan, 1); });
    row("no speed", "road", [](Problem& p) { p.road.bands = {{0, 0}}; });
    row("no road", "road", [=](Problem& p) { p.road.roadFactor = nan; });
    row("service", "stops[2].service", [](Problem& p) { p.stops[2].service = -1s; });
    row("window", "stops[1].window", [](Problem& p) { p.stops[1].window = TimeWindow{2s, 1s}; });
    row("lock", "stops[1].lock", [](Problem& p) { p.stops[1].lock = {Lock::Kind::At, 3}; });
    row("pickup", "precedences[1]", [](Problem& p) { p.precedences = {{0, 1}, {3, 1}}; });
    row("itself", "precedences[0]", [](Problem& p) { p.precedences = {{1, 1}}; });
    row("endless service", "stops[0].service", [](Problem& p) { p.stops[0].service = seconds::max(); });
    row("endless window", "stops[0].window", [](Problem& p) { p.stops[0].window = TimeWindow{0s, seconds::max()}; });
    row("load", "stops[1].load", [](Problem& p) { p.stops[1].load = std::numeric_limits<int>::min(); });
    row("start load", "startLoad", [](Problem& p) { p.startLoad = std::numeric_limits<int>::max(); });
    row("departure", "departure", [](Problem& p) { p.departure = seconds::min(); });
    row("dear", "latenessWeight", [](Problem& p) { p.latenessWeight = std::numeric_limits<int>::max(); });
    row("weight", "latenessWeight", [](Problem& p) { p.latenessWeight = -1; });
    row(
        "leg", "travel[1][2]", [](Problem& p) { p.travel->legs[4 + 2].seconds = -1; }, true);
    row(
        "matrix", "travel", [](Problem& p) { p.stops.resize(1); }, true);
    row(
        "rows", "travel", [](Problem& p) { p.travel->legs.pop_back(); }, true);
}

void Routing::namesTheStopThatMakesNoSense()
{
    QFETCH(Problem, problem);
    QFETCH(QString, field);
    const auto trip = Trip::make(problem);
    QVERIFY(!trip.ok());
    QCOMPARE(trip.error().kind, Error::Kind::Rejected);
    QCOMPARE(trip.error().fields.size(), 1);
    QCOMPARE(trip.error().fields.front().field, field);
    QVERIFY(trip.error().detail.startsWith(field));
}

QTEST_GUILESS_MAIN(Routing)
#include "tst_routing.moc"

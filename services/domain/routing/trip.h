// SPDX-License-Identifier: GPL-3.0-or-later
// What is to be put in order: stops with their service times, time windows, loads and locks, pickups before dropoffs,
// one van. `Problem` is filled in by the caller; `Trip` is the same, found sound and made ready for many questions.
// Stops are named by their index. Times are seconds on any one clock that the caller chooses; only differences matter.
// Places of the matrix: stop i is place i, the start is place n, a fixed end is place n + 1. Values only, any thread.
#pragma once

#include "services/domain/result.h"
#include "services/domain/routing/travelmatrix.h"

#include <chrono>
#include <optional>

namespace waydesk::routing {

using std::chrono::seconds;

// Beyond these nothing is believed, so that no sum can overflow. The times reach to the year 2286.
inline constexpr seconds kLatestTime{10'000'000'000}, kLongestService{kLongestLeg};
inline constexpr int kHeaviestLoad = 1'000'000, kDearestLateness = 100'000;

struct TimeWindow // when a visit may begin; a van that is early waits, one that is late is late
{
    seconds opens{}, closes{};
    bool operator==(const TimeWindow&) const = default;
};

struct Lock // where in the order a stop must stay
{
    enum class Kind { Free, First, Last, At };
    Kind kind = Kind::Free;
    int position = 0; // for At: 0 is the first stop
    bool operator==(const Lock&) const = default;
};

struct Stop
{
    QGeoCoordinate position; // may be left out where a matrix is handed in
    seconds service{};
    std::optional<TimeWindow> window;
    int load = 0; // what the van carries more (or less) after this stop
    Lock lock;
};

struct Precedence
{
    int pickup = 0, dropoff = 0;
    bool operator==(const Precedence&) const = default;
};

enum class Aim { Duration, Distance }; // what is made small, lateness apart: driving and waiting time, or metres

struct Problem
{
    std::vector<Stop> stops;
    QGeoCoordinate start;
    std::optional<QGeoCoordinate> end;  // left out: the trip ends at its last stop. With a matrix, its size tells
    std::optional<TravelMatrix> travel; // left out: guessed from the coordinates
    RoadGuess road;
    std::vector<Precedence> precedences;
    std::optional<int> capacity; // the most that the van may carry, in the unit of the loads
    int startLoad = 0;           // what it carries when it sets out, the drops without a pickup included
    seconds departure{};
    Aim aim = Aim::Duration;
    int latenessWeight = 1000; // what one second of lateness costs, in seconds (or metres) of the way
};

class Trip
{
public:
    // Refuses what makes no sense (Kind::Rejected), naming the stop in `fields`: "stops[3].position". Constraints that
    // contradict one another are no error here: optimise() names them.
    static Result<Trip> make(Problem problem);

    int size() const { return static_cast<int>(m_problem.stops.size()); }
    const Problem& problem() const { return m_problem; }
    const Stop& stop(int stop) const { return m_problem.stops[static_cast<size_t>(stop)]; }
    int start() const { return size(); }
    std::optional<int> end() const { return m_end; }
    const Leg& leg(int from, int to) const { return m_problem.travel->leg(from, to); }
    qint64 cost(const Leg& leg) const { return m_problem.aim == Aim::Distance ? leg.metres : leg.seconds; }
    qint64 waitingWeight() const { return m_problem.aim == Aim::Distance ? 0 : 1; }

    const std::vector<int>& pickupsOf(int stop) const { return m_before[static_cast<size_t>(stop)]; }
    const std::vector<int>& dropoffsOf(int stop) const { return m_after[static_cast<size_t>(stop)]; }
    std::optional<int> lockedAt(int stop) const; // the position, 0 … n - 1

    // Nothing but the way counts: no windows, pairs, locks, and a van that is never too small.
    bool isPlain() const { return m_plain; }

private:
    Trip() = default;
    Problem m_problem;
    std::optional<int> m_end;
    std::vector<std::vector<int>> m_before, m_after;
    bool m_plain = false;
};

} // namespace waydesk::routing

// SPDX-License-Identifier: GPL-3.0-or-later
// Random trips around Erbil of which one order is known that keeps every rule and every window: the rules are made from
// it. Same seed, same trip.
#pragma once

#include "services/domain/routing/dice.h"
#include "services/domain/routing/optimise.h"

namespace waydesk::routing {

struct KnownTrip
{
    Problem problem;
    std::vector<int> order; // keeps them all
};

struct Mix // what a trip is made of
{
    int stops = 10;
    bool pairs = false, locks = false, capacity = false, windows = false;
};

inline QGeoCoordinate somewhere(Dice& dice)
{
    return {36.10 + dice.below(18'000) / 1e5, 43.90 + dice.below(22'000) / 1e5};
}

inline void addPairs(KnownTrip& known, Dice& dice)
{
    const auto stops = static_cast<int>(known.order.size());
    for (int i = 0; stops > 1 && i < 1 + stops / 3; ++i) {
        const int from = dice.below(stops - 1), to = from + 1 + dice.below(stops - from - 1), load = 1 + dice.below(5);
        const int pickup = known.order[size_t(from)], dropoff = known.order[size_t(to)];
        known.problem.precedences.push_back({pickup, dropoff});
        known.problem.stops[size_t(pickup)].load += load;
        known.problem.stops[size_t(dropoff)].load -= load;
    }
}

inline void addCapacity(KnownTrip& known, Dice& dice) // just enough, or a little more
{
    for (Stop& stop : known.problem.stops) {
        const int dropped = dice.below(4);
        stop.load -= dropped;
        known.problem.startLoad += dropped;
    }
    int load = known.problem.startLoad, most = load;
    for (const int stop : known.order)
        most = std::max(most, load += known.problem.stops[size_t(stop)].load);
    known.problem.capacity = most + dice.below(3);
}

inline void addLocks(KnownTrip& known, Dice& dice)
{
    const auto stops = static_cast<int>(known.order.size());
    for (int position = 0; position < stops; ++position) {
        if (dice.below(5) > 0)
            continue;
        Lock& lock = known.problem.stops[size_t(known.order[size_t(position)])].lock;
        lock = {Lock::Kind::At, position};
        if (position == 0)
            lock = {Lock::Kind::First, 0};
        else if (position + 1 == stops)
            lock = {Lock::Kind::Last, 0};
    }
}

inline void addWindows(KnownTrip& known, Dice& dice)
{
    const auto trip = Trip::make(known.problem);
    for (const Visit& visit : evaluate(*trip, known.order).visits) {
        if (dice.below(3) > 0)
            known.problem.stops[size_t(visit.stop)].window =
                TimeWindow{visit.arrival - seconds(60 * dice.below(90)), visit.arrival + seconds(60 * dice.below(60))};
    }
}

inline KnownTrip knownTrip(const Mix& mix, quint64 seed)
{
    Dice dice(seed);
    KnownTrip known;
    known.problem.start = somewhere(dice);
    if (dice.below(2) == 0)
        known.problem.end = dice.below(2) == 0 ? known.problem.start : somewhere(dice);
    known.problem.departure = std::chrono::hours(8);
    for (int i = 0; i < mix.stops; ++i) {
        known.problem.stops.push_back({somewhere(dice), seconds(60 * dice.below(10)), {}, 0, {}});
        known.order.insert(known.order.begin() + dice.below(i + 1), i);
    }
    if (mix.pairs)
        addPairs(known, dice);
    if (mix.capacity)
        addCapacity(known, dice);
    if (mix.locks)
        addLocks(known, dice);
    if (mix.windows)
        addWindows(known, dice);
    return known;
}

} // namespace waydesk::routing

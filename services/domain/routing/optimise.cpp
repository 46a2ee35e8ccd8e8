// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/routing/optimise.h"

#include "services/domain/routing/firstorder.h"
#include "services/domain/routing/toursearch.h"
#include "services/domain/routing/tripsearch.h"

#include <limits>
#include <numeric>

namespace waydesk::routing {

namespace {

using Taste = FirstOrder::Taste;

// The cheapest order that keeps every rule, of one for each taste.
std::optional<Account> bestStart(const Trip& trip, FirstOrder& first)
{
    std::optional<Account> best;
    for (const Taste taste : {Taste::Nearest, Taste::MostUrgent, Taste::NearestInTime, Taste::LightestFirst}) {
        if (taste == Taste::LightestFirst && best)
            break; // only the surest way
        if (const auto order = first.find(taste)) {
            Account account = evaluate(trip, *order);
            if (!best || account.cost < best->cost)
                best = std::move(account);
        } else if (first.isExhausted()) {
            break;
        }
    }
    return best;
}

// There is no order that keeps every rule: one that keeps as many as can be, and why.
Plan withoutOrder(const Trip& trip, const FirstOrder& first)
{
    Plan plan;
    plan.isProven = first.contradiction() || first.isExhausted();
    plan.cannot =
        first.contradiction() ? first.contradiction() : Violation{Violation::Kind::OverCapacity, first.blocked(), {}};
    Problem relaxed = trip.problem();
    for (const bool withoutLocks : {false, true}) {
        relaxed.capacity.reset();
        for (Stop& stop : relaxed.stops)
            stop.lock = withoutLocks ? Lock{} : stop.lock;
        const auto easier = Trip::make(relaxed);
        if (!easier)
            break;
        FirstOrder retry(*easier);
        if (const auto order = retry.find(Taste::Nearest)) {
            plan.account = evaluate(trip, *order);
            return plan;
        }
    }
    std::vector<int> asGiven(static_cast<size_t>(trip.size()));
    std::iota(asGiven.begin(), asGiven.end(), 0);
    plan.account = evaluate(trip, asGiven);
    return plan;
}

} // namespace

Plan optimise(const Trip& trip, quint64 seed, const Budget& budget)
{
    Plan plan;
    if (trip.isPlain()) {
        TourSearch search(trip, seed);
        plan.iterations = search.run(budget);
        plan.account = evaluate(trip, search.order());
        return plan;
    }
    FirstOrder first(trip);
    const auto start = bestStart(trip, first);
    if (!start)
        return withoutOrder(trip, first);
    TripSearch search(trip, seed);
    plan.iterations = search.run(start->order, budget);
    plan.account = evaluate(trip, search.order());
    return plan;
}

Plan optimiseWithin(const Trip& trip, quint64 seed, std::chrono::milliseconds wallClock)
{
    const auto until = std::chrono::steady_clock::now() + wallClock;
    return optimise(trip, seed, {std::numeric_limits<qint64>::max(), [until](const Progress&) {
                                     return std::chrono::steady_clock::now() >= until;
                                 }});
}

} // namespace waydesk::routing

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/routing/optimise.h"

#include "services/domain/routing/toursearch.h"

namespace waydesk::routing {

Plan optimise(const Trip& trip, quint64 seed, const Budget& budget)
{
    Plan plan;
    if (trip.isPlain()) {
        TourSearch search(trip, seed);
        plan.iterations = search.run(budget);
        plan.account = evaluate(trip, search.order());
        return plan;
    }
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

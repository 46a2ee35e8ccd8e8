// SPDX-License-Identifier: GPL-3.0-or-later
// What an order of the stops means: when the van is where, how late and why, what it carries, which rules it breaks.
// The optimiser's result and the picture of an order that a person drags together are the same account. O(n).
#pragma once

#include "services/domain/routing/trip.h"

#include <span>

namespace waydesk::routing {

enum class LateReason {
    None,
    FromTheStart,  // even straight from the start the van would come too late
    BehindWaiting, // it would be in time, had it not waited for a window to open: `because` names the longest wait
    WindowMissed,  // it comes too late behind the stops before it
};

struct Visit
{
    int stop = 0;
    seconds arrival{}, begins{}; // between them it waits for the window
    seconds late{};
    LateReason reason = LateReason::None;
    std::optional<int> because; // a stop
    int loadAfter = 0;
    std::chrono::minutes minutesLate() const { return std::chrono::ceil<std::chrono::minutes>(late); }
    bool operator==(const Visit&) const = default;
};

struct Violation
{
    enum class Kind {
        NotEveryStopOnce,      // `stop` is missing, twice, or no stop at all
        DropoffBeforePickup,   // `stop` is the dropoff, `other` its pickup
        NotAtItsLock,          // `stop` is locked to another position
        OverCapacity,          // the van is overfull after `stop`, or sets out so (no stop)
        PrecedenceCycle,       // `stop` would have to come before itself, by way of `other`
        TwoLocksOnePosition,   // `stop` and `other` are locked to the same position
        LockAgainstPrecedence, // `stop` cannot come in time for `other`, which is locked; without `other` it is locked
                               // itself to where what must come before or behind it has no room
    };
    Kind kind = Kind::NotEveryStopOnce;
    std::optional<int> stop, other;
    bool operator==(const Violation&) const = default;
};

struct Account
{
    std::vector<int> order;
    std::vector<Visit> visits; // in the order; empty when it does not name every stop once
    std::vector<Violation> violations;
    qint64 metres = 0;
    seconds driving{}, waiting{}, duration{}; // duration: from the departure until the end, service included
    seconds late{};                           // of all visits
    qint64 cost = 0;                          // what the optimiser makes small
    bool isFeasible() const { return violations.empty(); }
    bool operator==(const Account&) const = default;
};

Account evaluate(const Trip& trip, std::span<const int> order);

struct Difference
{
    qint64 metresSaved = 0;
    seconds timeSaved{}, latenessSaved{};
    std::vector<int> moved; // the fewest stops whose moving makes one order of the other, in the new order
    bool operator==(const Difference&) const = default;
};

// Both must be accounts of the same trip, with every stop once.
Difference compare(const Account& before, const Account& after);

} // namespace waydesk::routing

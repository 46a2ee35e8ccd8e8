// SPDX-License-Identifier: GPL-3.0-or-later
// A good order of a trip's stops: a first order that keeps every rule, then local search inside an iterated local
// search. The same trip, seed and counted budget give the same order on every machine; a budget of wall-clock time does
// not. Runs in the caller's thread and needs no other; the caller decides where. See docs/adr/0006-stop-order.md.
#pragma once

#include "services/domain/routing/account.h"

#include <functional>

namespace waydesk::routing {

struct Progress
{
    qint64 iterations = 0;
    qint64 cost = 0; // of the best order so far
    seconds late{};  // its lateness
};

struct Budget
{
    qint64 iterations = 10'000; // kicks, each with its repair by local search
    // Asked once the first order is improved and after every iteration; true ends the search.
    std::function<bool(const Progress&)> enough = {};
};

struct Plan
{
    Account account;
    // Why no order keeps every rule: which constraint of which stop. The account then belongs to an order that keeps
    // what can be kept, and lists what it breaks.
    std::optional<Violation> cannot;
    // False where the search for an order within the capacity was given up rather than exhausted: there may be one.
    bool isProven = true;
    qint64 iterations = 0;
    bool isFeasible() const { return account.isFeasible(); }
};

Plan optimise(const Trip& trip, quint64 seed, const Budget& budget);
Plan optimiseWithin(const Trip& trip, quint64 seed, std::chrono::milliseconds wallClock);

} // namespace waydesk::routing

// SPDX-License-Identifier: GPL-3.0-or-later
// An order that keeps every hard rule (pickups first, locks, capacity) to begin a search with, or why there is none.
// Whether the rest can still be done depends only on which stops are done, not on their order: a depth-first search
// that remembers the sets that are dead ends, and prunes by the positions that locks and pickups leave (earliest due
// position first, which is exact without a capacity). Time windows are no hard rule; they only tell which stop is tried
// first.
#pragma once

#include "services/domain/routing/optimise.h"

#include <unordered_set>

namespace waydesk::routing {

class FirstOrder
{
public:
    enum class Taste { Nearest, MostUrgent, NearestInTime, LightestFirst };

    explicit FirstOrder(const Trip& trip);

    // What contradicts itself before any order is tried.
    const std::optional<Violation>& contradiction() const { return m_contradiction; }
    // Nothing when there is none, or when the search was given up.
    std::optional<std::vector<int>> find(Taste taste);
    bool isExhausted() const { return m_exhausted; }         // the last find() has seen everything
    std::optional<int> blocked() const { return m_blocked; } // the stop that the longest attempt could not place

private:
    std::optional<Violation> boundPositions();
    std::optional<std::vector<int>> sortedByPickup();
    bool positionsSuffice(int from);
    bool fits(int stop, int load) const;
    std::vector<int> candidates(Taste taste) const;
    qint64 weight(Taste taste, int stop) const;
    bool extend(Taste taste);
    void place(int stop);
    void takeBack();

    struct Step
    {
        int stop = 0;
        int load = 0;
        qint64 time = 0; // when the van leaves
        quint64 set = 0; // of the stops done
    };

    const Trip& m_trip;
    std::optional<Violation> m_contradiction;
    bool m_hasLocks = false;
    std::vector<int> m_first, m_last; // positions that each stop may take
    std::vector<int> m_lastBecauseOf; // the locked stop that m_last comes from
    std::vector<quint64> m_names;     // of stops, to name sets of them
    std::vector<int> m_open;          // pickups of each stop not done yet
    std::vector<bool> m_done;
    std::vector<Step> m_steps;
    std::unordered_set<quint64> m_deadEnds;
    qint64 m_tries = 0;
    size_t m_longest = 0;
    std::optional<int> m_blocked;
    bool m_exhausted = false;
};

} // namespace waydesk::routing

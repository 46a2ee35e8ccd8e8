// SPDX-License-Identifier: GPL-3.0-or-later
// The case with rules: local search by moving segments, turning them, swapping stops and moving a pickup with its
// dropoff, inside an iterated local search whose kicks are random moves that keep the rules. Starts from an order that
// keeps them all.
#pragma once

#include "services/domain/routing/dice.h"
#include "services/domain/routing/optimise.h"
#include "services/domain/routing/triporder.h"

namespace waydesk::routing {

class TripSearch
{
public:
    TripSearch(const Trip& trip, quint64 seed);

    // From an order that keeps every hard rule. Returns the iterations done.
    qint64 run(const std::vector<int>& order, const Budget& budget);
    const std::vector<int>& order() const { return m_best; } // the best so far

private:
    void makeNeighbours();
    qint64 nearness(int a, int b) const;
    void look(int stop);
    bool tried(const std::optional<SlotRange>& change);
    void improveAll();
    bool improve(int stop);
    bool improveTowards(int stop, int slot);
    bool improveBySegment(int here, int slot);
    bool kick();
    std::optional<SlotRange> kickOnce();
    void keepOrUndo();

    const Trip& m_trip;
    Dice m_dice;
    TripOrder m_order;
    int m_near = 0;
    std::vector<int> m_neighbours; // m_near for each stop, nearest first
    std::vector<int> m_queue;
    std::vector<bool> m_isQueued;

    std::vector<int> m_kept, m_best;
    qint64 m_keptCost = 0, m_bestCost = 0, m_bestLate = 0;
    qint64 m_sinceBest = 0;
};

} // namespace waydesk::routing

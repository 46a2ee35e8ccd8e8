// SPDX-License-Identifier: GPL-3.0-or-later
// The plain case, where only the way counts: 2-opt and Or-opt with neighbour lists and don't-look bits inside an
// iterated local search with small double bridges, each undone when it did not help. The trip is a ring: node 0 is the
// start and the end in one, node i + 1 is stop i. Asymmetric legs are priced exactly. For up to some hundred stops.
#pragma once

#include "services/domain/routing/dice.h"
#include "services/domain/routing/optimise.h"

namespace waydesk::routing {

class TourSearch
{
public:
    TourSearch(const Trip& trip, quint64 seed);

    // Starts from the nearest neighbour's order. Returns the iterations done.
    qint64 run(const Budget& budget);
    std::vector<int> order() const; // the best so far, as stops

private:
    size_t arcIndex(int from, int to) const
    {
        return static_cast<size_t>(from) * static_cast<size_t>(m_size) + static_cast<size_t>(to);
    }
    qint32 arc(int from, int to) const { return m_arcs[arcIndex(from, to)]; }
    int at(int position) const { return m_ring[static_cast<size_t>(position)]; }
    int place(int node) const { return m_place[static_cast<size_t>(node)]; }

    void makeArcs(const Trip& trip);
    void makeNeighbours();
    void startWithNearest();

    // What turning the arcs within positions i … j around adds; 0 where legs are the same both ways.
    qint64 turning(int i, int j) const;
    void settle(int i, int j); // positions i … j hold new nodes
    void reverse(int i, int j);
    void moveSegment(int i, int j, int to, bool turned);

    void look(int node);
    void improveAll();
    bool improve(int node);
    bool tryTwoOpt(int node);
    bool tryOrOpt(int node);
    bool tryInsert(int node, int i, int j);
    bool kick();
    void keepOrUndo();

    int m_size;
    Dice m_dice;
    bool m_isSymmetric = true;
    std::vector<qint32> m_arcs;
    std::vector<int> m_neighbours; // m_near for each node, nearest first
    int m_near = 0;
    std::vector<int> m_ring;    // m_size nodes, node 0 first and once more behind the last
    std::vector<int> m_place;   // node → position
    std::vector<qint64> m_skew; // by position: what all arcs from position 1 until there would cost more if turned
    std::vector<int> m_queue;
    std::vector<bool> m_isQueued;
    qint64 m_cost = 0;

    std::vector<int> m_kept; // the ring as it was before the kick; positions m_from … m_until may differ
    qint64 m_keptCost = 0;
    int m_from = 0, m_until = 0;
};

} // namespace waydesk::routing

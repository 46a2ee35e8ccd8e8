// SPDX-License-Identifier: GPL-3.0-or-later
// The case with rules: starts from an order that keeps them all and only ever makes moves that do (pickups first,
// locks, capacity), with lateness as a price. Local search by moving segments, turning them, swapping stops and moving
// a pickup with its dropoff, inside an iterated local search. Moves permute the stops that are not locked among the
// positions that are not, so a lock cannot be broken; a candidate is priced from its first changed position until it is
// clearly worse or nothing differs any more.
#pragma once

#include "services/domain/routing/dice.h"
#include "services/domain/routing/optimise.h"

namespace waydesk::routing {

class TripSearch
{
public:
    TripSearch(const Trip& trip, quint64 seed);

    // From an order that keeps every hard rule. Returns the iterations done.
    qint64 run(const std::vector<int>& order, const Budget& budget);
    const std::vector<int>& order() const { return m_best; } // the best so far

private:
    struct Arc
    {
        qint32 cost = 0, seconds = 0;
    };
    struct Needs
    {
        qint64 opens = 0, closes = 0, service = 0;
        int load = 0;
    };
    struct State // when the van leaves a position
    {
        qint64 time = 0, cost = 0, late = 0;
        int load = 0;
    };

    const Arc& arc(int from, int to) const { return m_arcs[static_cast<size_t>(from * m_places + to)]; }
    int slotOf(int stop) const { return m_slotAt[static_cast<size_t>(m_at[static_cast<size_t>(stop)])]; }
    int freeStop(int slot) const { return m_order[static_cast<size_t>(m_slots[static_cast<size_t>(slot)])]; }

    void makeArcs();
    void makeNeighbours();
    void start(const std::vector<int>& order);
    State serve(const State& before, int from, int stop) const;
    void account(int from); // m_states and m_wayFrom anew, positions from `from` on having changed

    bool keepsRules(int from, int until);
    qint64 priceOf(int from, int until, qint64 below) const;
    bool attempt(int from, int until, qint64 below);
    bool takeIfBelow(int first, int last, qint64 below); // m_scratch into the slots first … last

    bool move(int first, int last, int to, bool turned, qint64 below);
    bool turn(int first, int last, qint64 below);
    bool swap(int a, int b, qint64 below);
    bool movePair(int pickup, int dropoff, int to, qint64 below);
    void readSlots(int first, int last);

    void look(int stop);
    void lookAround(int first, int last);
    void improveAll();
    bool improve(int stop);
    bool improveTowards(int stop, int slot);
    bool kick();
    bool kickOnce();
    void keepOrUndo();

    const Trip& m_trip;
    int m_size, m_places;
    Dice m_dice;
    std::vector<Arc> m_arcs;
    std::vector<Needs> m_needs;
    bool m_hasWindows = false;
    int m_near = 0;
    std::vector<int> m_neighbours;

    std::vector<int> m_slots, m_slotAt; // positions that are not locked, and back (-1 where locked)
    std::vector<int> m_order, m_next;   // the next order is the order but for the move that is being tried
    std::vector<int> m_at;              // stop → position in m_order
    std::vector<State> m_states;        // [p + 1] when leaving position p, [0] when setting out
    std::vector<qint64> m_wayFrom;      // cost of the arcs from position p to the end
    qint64 m_cost = 0;
    std::vector<int> m_scratch;
    std::vector<int> m_queue;
    std::vector<bool> m_isQueued;

    std::vector<int> m_kept, m_best;
    qint64 m_keptCost = 0, m_bestCost = 0, m_bestLate = 0;
    qint64 m_sinceBest = 0;
};

} // namespace waydesk::routing

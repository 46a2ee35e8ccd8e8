// SPDX-License-Identifier: GPL-3.0-or-later
// The order that a search is at, and its moves. A move is made only when the order then still keeps every hard rule
// (pickups first, capacity) and costs less than asked; lateness is a price. Moves permute the stops that are not locked
// among the positions that are not (the slots), so a lock cannot be broken. A candidate is priced from its first
// changed position until it is clearly worse or nothing differs any more, and not at all where its way alone costs too
// much.
#pragma once

#include "services/domain/routing/trip.h"

#include <span>

namespace waydesk::routing {

struct SlotRange // what a move has changed
{
    int first = 0, last = 0;
};

class TripOrder
{
public:
    explicit TripOrder(const Trip& trip);

    void set(const std::vector<int>& order); // which keeps every hard rule
    const std::vector<int>& order() const { return m_order; }
    qint64 cost() const { return m_cost; }
    qint64 way() const { return m_way; } // the part of the cost that is not waiting or lateness
    qint64 late() const { return m_states.back().late; }
    // The legs to and from the stop, which is all that can be saved there; boundless while anything is waited or late.
    qint64 wayAround(int stop) const;
    bool isLate(int stop) const;

    int slots() const { return static_cast<int>(m_slots.size()); }
    int slotOf(int stop) const { return m_slotAt[static_cast<size_t>(m_at[static_cast<size_t>(stop)])]; } // -1: locked
    int stopIn(int slot) const { return m_order[static_cast<size_t>(m_slots[static_cast<size_t>(slot)])]; }

    // Each does nothing, and says so, unless the order then costs less than `below`.
    // The segment first … last begins at slot `to` afterwards.
    std::optional<SlotRange> move(int first, int last, int to, bool turned, qint64 below);
    std::optional<SlotRange> turn(int first, int last, qint64 below);
    std::optional<SlotRange> swap(int a, int b, qint64 below);
    // Both go to slot `to`, one behind the other.
    std::optional<SlotRange> movePair(int pickup, int dropoff, int to, qint64 below);

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

    const Arc& arc(int from, int to) const
    {
        return m_arcs[static_cast<size_t>(from) * static_cast<size_t>(m_places) + static_cast<size_t>(to)];
    }
    int placeAt(int position) const; // the start before the first stop, the end (or nothing) behind the last
    qint64 wayBetween(int from, int to) const { return to < 0 ? 0 : arc(from, to).cost; }
    qint64 turning(int first, int last) const;
    qint64 wayIfMoved(int first, int last, int to, bool turned) const;
    qint64 wayIfTurned(int first, int last) const;

    State serve(const State& before, int from, int stop) const;
    void account(int from); // everything that is known of positions, those from `from` on having changed
    bool keepsRules(int from, int until);
    qint64 priceOf(int from, int until, qint64 below) const;
    void readSlots(int first, int last);
    std::optional<SlotRange> attempt(int first, int last, qint64 below); // with m_scratch in the slots

    const Trip& m_trip;
    int m_size, m_places;
    std::vector<Arc> m_arcs;
    std::vector<Needs> m_needs;
    bool m_hasWindows = false;
    bool m_isUnbroken = true;           // no locked position between the slots
    std::vector<int> m_slots, m_slotAt; // positions that are not locked, and back (-1 where locked)

    std::vector<int> m_order, m_next; // the next order is the order but for the move that is being tried
    std::vector<int> m_at;            // stop → position in m_order
    std::vector<State> m_states;      // [p + 1] when leaving position p, [0] when setting out
    std::vector<qint64> m_wayFrom;    // cost of the arcs from position p to the end
    std::vector<qint64> m_skew;       // what the arcs between the first stop and that at position p cost more turned
    qint64 m_cost = 0, m_way = 0;
    std::vector<int> m_scratch;
};

} // namespace waydesk::routing

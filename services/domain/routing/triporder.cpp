// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/routing/triporder.h"

#include <algorithm>
#include <limits>

namespace waydesk::routing {

namespace {
constexpr qint64 kNever = std::numeric_limits<qint64>::max() / 4;

size_t index(int i)
{
    return static_cast<size_t>(i);
}
} // namespace

TripOrder::TripOrder(const Trip& trip)
    : m_trip(trip)
    , m_size(trip.size())
    , m_places(trip.problem().travel->places)
    , m_slotAt(index(m_size), -1)
    , m_at(index(m_size))
    , m_states(index(m_size) + 1)
    , m_wayFrom(index(m_size) + 1)
    , m_skew(index(m_size) + 1)
{
    for (const Leg& leg : trip.problem().travel->legs)
        m_arcs.push_back({static_cast<qint32>(trip.cost(leg)), leg.seconds});
    std::vector<bool> isLocked(index(m_size));
    for (int stop = 0; stop < m_size; ++stop) {
        const Stop& what = trip.stop(stop);
        m_hasWindows = m_hasWindows || what.window;
        m_needs.push_back({what.window ? what.window->opens.count() : -kNever,
                           what.window ? what.window->closes.count() : kNever, what.service.count(), what.load});
        if (const auto position = trip.lockedAt(stop))
            isLocked[index(*position)] = true;
    }
    for (int position = 0; position < m_size; ++position) {
        if (isLocked[index(position)])
            continue;
        m_isUnbroken = m_isUnbroken && (m_slots.empty() || m_slots.back() == position - 1);
        m_slotAt[index(position)] = static_cast<int>(m_slots.size());
        m_slots.push_back(position);
    }
}

void TripOrder::set(const std::vector<int>& order)
{
    m_order = m_next = order;
    m_states[0] = {m_trip.problem().departure.count(), 0, 0, m_trip.problem().startLoad};
    account(0);
}

bool TripOrder::isLate(int stop) const
{
    const auto position = index(m_at[index(stop)]);
    return m_states[position + 1].late > m_states[position].late;
}

qint64 TripOrder::wayAround(int stop) const
{
    const int position = m_at[index(stop)];
    return m_cost > m_way ? kNever : wayBetween(placeAt(position - 1), stop) + wayBetween(stop, placeAt(position + 1));
}

int TripOrder::placeAt(int position) const
{
    if (position < 0)
        return m_trip.start();
    return position < m_size ? m_order[index(position)] : m_trip.end().value_or(-1);
}

TripOrder::State TripOrder::serve(const State& before, int from, int stop) const
{
    const Arc& way = arc(from, stop);
    const Needs& needs = m_needs[index(stop)];
    const qint64 arrival = before.time + way.seconds;
    const qint64 begins = std::max(arrival, needs.opens);
    const qint64 late = std::max<qint64>(arrival - needs.closes, 0);
    return {begins + needs.service,
            before.cost + way.cost + (begins - arrival) * m_trip.waitingWeight() +
                late * m_trip.problem().latenessWeight,
            before.late + late, before.load + needs.load};
}

void TripOrder::account(int from)
{
    int before = placeAt(from - 1);
    for (int position = from; position < m_size; ++position) {
        const int stop = m_order[index(position)];
        m_at[index(stop)] = position;
        m_states[index(position) + 1] = serve(m_states[index(position)], before, stop);
        if (position > 0)
            m_skew[index(position)] = m_skew[index(position) - 1] + arc(stop, before).cost - arc(before, stop).cost;
        before = stop;
    }
    m_way = 0;
    for (int position = m_size; position >= 0; --position) {
        m_way += wayBetween(placeAt(position - 1), placeAt(position));
        if (position > 0)
            m_wayFrom[index(position) - 1] = m_way;
    }
    m_cost = m_states.back().cost + wayBetween(before, placeAt(m_size));
}

qint64 TripOrder::turning(int first, int last) const
{
    return m_skew[index(last)] - m_skew[index(first)];
}

qint64 TripOrder::wayIfTurned(int first, int last) const
{
    const int before = placeAt(first - 1), behind = placeAt(last + 1), a = placeAt(first), b = placeAt(last);
    return m_way + wayBetween(before, b) + wayBetween(a, behind) - wayBetween(before, a) - wayBetween(b, behind) +
           turning(first, last);
}

// Positions first … last move until they begin at position `to`.
qint64 TripOrder::wayIfMoved(int first, int last, int to, bool turned) const
{
    if (to == first)
        return turned ? wayIfTurned(first, last) : m_way;
    const int before = placeAt(first - 1), behind = placeAt(last + 1);
    const int left = placeAt(to < first ? to - 1 : to + last - first),
              right = placeAt(to < first ? to : to + last - first + 1);
    int a = placeAt(first), b = placeAt(last);
    const qint64 freed = wayBetween(before, a) + wayBetween(b, behind) - wayBetween(before, behind);
    if (turned)
        std::swap(a, b);
    return m_way - freed + wayBetween(left, a) + wayBetween(b, right) - wayBetween(left, right) +
           (turned ? turning(first, last) : 0);
}

// Do positions from … until of m_next, a permutation of the same in m_order, keep pickups first and the load small?
bool TripOrder::keepsRules(int from, int until)
{
    if (!m_trip.problem().precedences.empty()) {
        for (int position = from; position <= until; ++position)
            m_at[index(m_next[index(position)])] = position;
        bool keeps = true;
        for (int position = from; keeps && position <= until; ++position) {
            const auto& pickups = m_trip.pickupsOf(m_next[index(position)]);
            keeps = std::ranges::all_of(pickups, [&](int pickup) { return m_at[index(pickup)] < position; });
        }
        for (int position = from; position <= until; ++position)
            m_at[index(m_order[index(position)])] = position;
        if (!keeps)
            return false;
    }
    if (!m_trip.problem().capacity)
        return true;
    int load = m_states[index(from)].load;
    for (int position = from; position <= until; ++position) {
        load += m_needs[index(m_next[index(position)])].load;
        if (load > *m_trip.problem().capacity)
            return false;
    }
    return true;
}

// What m_next costs, or `below` where it costs that or more.
qint64 TripOrder::priceOf(int from, int until, qint64 below) const
{
    State state = m_states[index(from)];
    int before = from == 0 ? m_trip.start() : m_next[index(from) - 1];
    const qint64 wayBehind = until + 1 < m_size ? m_wayFrom[index(until) + 1] : 0;
    for (int position = from; position < m_size; ++position) {
        const int stop = m_next[index(position)];
        state = serve(state, before, stop);
        before = stop;
        if (position <= until) {
            if (state.cost + wayBehind >= below)
                return below;
            continue;
        }
        const State& was = m_states[index(position) + 1];
        if (!m_hasWindows || state.time == was.time)
            return std::min(below, state.cost + m_cost - was.cost);
        if (state.cost + m_wayFrom[index(position)] >= below)
            return below;
    }
    if (m_trip.end())
        state.cost += arc(before, *m_trip.end()).cost;
    return std::min(below, state.cost);
}

void TripOrder::readSlots(int first, int last)
{
    m_scratch.clear();
    for (int slot = first; slot <= last; ++slot)
        m_scratch.push_back(stopIn(slot));
}

std::optional<SlotRange> TripOrder::attempt(int first, int last, qint64 below)
{
    for (int slot = first; slot <= last; ++slot)
        m_next[index(m_slots[index(slot)])] = m_scratch[index(slot - first)];
    const int from = m_slots[index(first)], until = m_slots[index(last)];
    if (!keepsRules(from, until) || priceOf(from, until, below) >= below) {
        std::copy(m_order.begin() + from, m_order.begin() + until + 1, m_next.begin() + from);
        return {};
    }
    std::copy(m_next.begin() + from, m_next.begin() + until + 1, m_order.begin() + from);
    account(from);
    return SlotRange{first, last};
}

std::optional<SlotRange> TripOrder::move(int first, int last, int to, bool turned, qint64 below)
{
    const int length = last - first + 1;
    if (to < 0 || to + length > slots() || (to == first && !turned))
        return {};
    const int shift = m_slots.front();
    if (m_isUnbroken && wayIfMoved(first + shift, last + shift, to + shift, turned) >= below)
        return {};
    const int lo = std::min(first, to), hi = std::max(last, to + length - 1);
    readSlots(lo, hi);
    const auto begin = m_scratch.begin();
    if (turned)
        std::reverse(begin + (first - lo), begin + (last - lo) + 1);
    if (to < first)
        std::rotate(begin, begin + (first - lo), begin + (last - lo) + 1);
    else
        std::rotate(begin, begin + length, m_scratch.end());
    return attempt(lo, hi, below);
}

std::optional<SlotRange> TripOrder::turn(int first, int last, qint64 below)
{
    if (first >= last)
        return {};
    const int shift = m_slots.front();
    if (m_isUnbroken && wayIfTurned(first + shift, last + shift) >= below)
        return {};
    readSlots(first, last);
    std::ranges::reverse(m_scratch);
    return attempt(first, last, below);
}

std::optional<SlotRange> TripOrder::swap(int a, int b, qint64 below)
{
    const auto [first, last] = std::minmax(a, b);
    readSlots(first, last);
    std::swap(m_scratch.front(), m_scratch.back());
    return attempt(first, last, below);
}

std::optional<SlotRange> TripOrder::movePair(int pickup, int dropoff, int to, qint64 below)
{
    const auto [first, second] = std::minmax(pickup, dropoff);
    if (to < 0 || to + 1 >= slots())
        return {};
    const int lo = std::min(first, to), hi = std::max(second, to + 1);
    const int pickupStop = stopIn(pickup), dropoffStop = stopIn(dropoff);
    readSlots(lo, hi);
    std::erase_if(m_scratch, [&](int stop) { return stop == pickupStop || stop == dropoffStop; });
    m_scratch.insert(m_scratch.begin() + (to - lo), {pickupStop, dropoffStop});
    return attempt(lo, hi, below);
}

} // namespace waydesk::routing

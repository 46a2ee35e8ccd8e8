// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/routing/tripsearch.h"

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

TripSearch::TripSearch(const Trip& trip, quint64 seed)
    : m_trip(trip)
    , m_size(trip.size())
    , m_places(trip.problem().travel->places)
    , m_dice(seed)
    , m_slotAt(index(m_size), -1)
    , m_at(index(m_size))
    , m_states(index(m_size) + 1)
    , m_wayFrom(index(m_size) + 1)
    , m_isQueued(index(m_size))
{
    makeArcs();
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
        m_slotAt[index(position)] = static_cast<int>(m_slots.size());
        m_slots.push_back(position);
    }
    makeNeighbours();
}

void TripSearch::makeArcs()
{
    for (const Leg& leg : m_trip.problem().travel->legs)
        m_arcs.push_back({static_cast<qint32>(m_trip.cost(leg)), leg.seconds});
}

void TripSearch::makeNeighbours()
{
    constexpr int kAllUpTo = 40, kNear = 20; // in a small trip a window may ask for any neighbour
    m_near = std::max(m_size <= kAllUpTo ? m_size - 1 : kNear, 0);
    for (int stop = 0; stop < m_size; ++stop) {
        std::vector<int> others;
        for (int other = 0; other < m_size; ++other) {
            if (other != stop)
                others.push_back(other);
        }
        std::ranges::sort(others, {}, [&](int other) {
            return std::pair(std::min(arc(stop, other).cost, arc(other, stop).cost), other);
        });
        m_neighbours.insert(m_neighbours.end(), others.begin(), others.begin() + m_near);
    }
}

void TripSearch::start(const std::vector<int>& order)
{
    m_order = m_next = order;
    m_states[0] = {m_trip.problem().departure.count(), 0, 0, m_trip.problem().startLoad};
    account(0);
    m_kept = order;
    m_keptCost = m_cost;
    m_best = order;
    m_bestCost = m_cost;
    m_bestLate = m_states.back().late;
}

TripSearch::State TripSearch::serve(const State& before, int from, int stop) const
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

void TripSearch::account(int from)
{
    int before = from == 0 ? m_trip.start() : m_order[index(from) - 1];
    for (int position = from; position < m_size; ++position) {
        const int stop = m_order[index(position)];
        m_at[index(stop)] = position;
        m_states[index(position) + 1] = serve(m_states[index(position)], before, stop);
        before = stop;
    }
    qint64 way = m_trip.end() ? arc(before, *m_trip.end()).cost : 0;
    m_cost = m_states.back().cost + way;
    for (int position = m_size - 1; position >= 0; --position) {
        m_wayFrom[index(position)] = way;
        if (position > 0)
            way += arc(m_order[index(position) - 1], m_order[index(position)]).cost;
    }
}

// Do positions from … until of m_next, a permutation of the same in m_order, keep pickups first and the load small?
bool TripSearch::keepsRules(int from, int until)
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
qint64 TripSearch::priceOf(int from, int until, qint64 below) const
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

bool TripSearch::attempt(int from, int until, qint64 below)
{
    const bool taken = priceOf(from, until, below) < below && keepsRules(from, until);
    if (taken) {
        std::copy(m_next.begin() + from, m_next.begin() + until + 1, m_order.begin() + from);
        account(from);
    } else {
        std::copy(m_order.begin() + from, m_order.begin() + until + 1, m_next.begin() + from);
    }
    return taken;
}

void TripSearch::readSlots(int first, int last)
{
    m_scratch.clear();
    for (int slot = first; slot <= last; ++slot)
        m_scratch.push_back(freeStop(slot));
}

bool TripSearch::takeIfBelow(int first, int last, qint64 below)
{
    for (int slot = first; slot <= last; ++slot)
        m_next[index(m_slots[index(slot)])] = m_scratch[index(slot - first)];
    if (!attempt(m_slots[index(first)], m_slots[index(last)], below))
        return false;
    lookAround(first, last);
    return true;
}

// The segment first … last begins at slot `to` afterwards.
bool TripSearch::move(int first, int last, int to, bool turned, qint64 below)
{
    const int length = last - first + 1;
    if (to < 0 || to + length > static_cast<int>(m_slots.size()) || (to == first && !turned))
        return false;
    const int lo = std::min(first, to), hi = std::max(last, to + length - 1);
    readSlots(lo, hi);
    const auto begin = m_scratch.begin();
    if (turned)
        std::reverse(begin + (first - lo), begin + (last - lo) + 1);
    if (to < first)
        std::rotate(begin, begin + (first - lo), begin + (last - lo) + 1);
    else
        std::rotate(begin, begin + length, m_scratch.end());
    return takeIfBelow(lo, hi, below);
}

bool TripSearch::turn(int first, int last, qint64 below)
{
    if (first >= last)
        return false;
    readSlots(first, last);
    std::ranges::reverse(m_scratch);
    return takeIfBelow(first, last, below);
}

bool TripSearch::swap(int a, int b, qint64 below)
{
    const auto [first, last] = std::minmax(a, b);
    readSlots(first, last);
    std::swap(m_scratch.front(), m_scratch.back());
    return takeIfBelow(first, last, below);
}

// Both go to slot `to`, one behind the other.
bool TripSearch::movePair(int pickup, int dropoff, int to, qint64 below)
{
    const auto [first, second] = std::minmax(pickup, dropoff);
    if (to < 0 || to + 1 >= static_cast<int>(m_slots.size()))
        return false;
    const int lo = std::min(first, to), hi = std::max(second, to + 1);
    const int pickupStop = freeStop(pickup), dropoffStop = freeStop(dropoff);
    readSlots(lo, hi);
    std::erase_if(m_scratch, [&](int stop) { return stop == pickupStop || stop == dropoffStop; });
    m_scratch.insert(m_scratch.begin() + (to - lo), {pickupStop, dropoffStop});
    return takeIfBelow(lo, hi, below);
}

void TripSearch::look(int stop)
{
    if (m_isQueued[index(stop)] || m_slotAt[index(m_at[index(stop)])] < 0)
        return;
    m_isQueued[index(stop)] = true;
    m_queue.push_back(stop);
}

// The stops at the seams of a change; all of them where times may have shifted what is worth while.
void TripSearch::lookAround(int first, int last)
{
    constexpr int kSeam = 3;
    const int lo = std::max(first - 1, 0), hi = std::min(last + 1, static_cast<int>(m_slots.size()) - 1);
    for (int slot = lo; slot <= hi; ++slot) {
        if (slot <= lo + kSeam || slot >= hi - kSeam)
            look(freeStop(slot));
    }
}

void TripSearch::improveAll()
{
    for (size_t next = 0; next < m_queue.size(); ++next) {
        const int stop = m_queue[next];
        m_isQueued[index(stop)] = false;
        while (improve(stop)) {
        }
    }
    m_queue.clear();
}

bool TripSearch::improve(int stop)
{
    const int last = static_cast<int>(m_slots.size()) - 1;
    if (improveTowards(stop, 0) || improveTowards(stop, last))
        return true;
    for (int k = 0; k < m_near; ++k) {
        const int slot = slotOf(m_neighbours[index(stop * m_near + k)]);
        if (slot >= 0 && improveTowards(stop, slot))
            return true;
    }
    return false;
}

bool TripSearch::improveTowards(int stop, int slot)
{
    constexpr int kLongestSegment = 3;
    const int here = slotOf(stop), slots = static_cast<int>(m_slots.size());
    if (here == slot)
        return false;
    for (int length = 1; length <= kLongestSegment; ++length) {
        for (const int first : {here, here - length + 1}) {
            const int last = first + length - 1;
            if (first < 0 || last >= slots || (slot >= first && slot <= last) || (length == 1 && first != here))
                continue;
            const int behind = slot > last ? slot - length + 1 : slot + 1; // the slot behind the other stop
            for (const int to : {behind, behind - 1}) {
                if (move(first, last, to, false, m_cost) || (length > 1 && move(first, last, to, true, m_cost)))
                    return true;
            }
            if (length == 1)
                break;
        }
    }
    const auto [lo, hi] = std::minmax(here, slot);
    if (turn(lo + 1, hi, m_cost) || turn(lo, hi - 1, m_cost) || swap(here, slot, m_cost))
        return true;
    for (const int dropoff : m_trip.dropoffsOf(stop)) {
        const int there = slotOf(dropoff);
        if (there >= 0 && (movePair(here, there, slot, m_cost) || movePair(here, there, slot - 1, m_cost)))
            return true;
    }
    return false;
}

// One random move that keeps the rules, whatever it costs.
bool TripSearch::kickOnce()
{
    constexpr int kLongestRun = 8;
    const int slots = static_cast<int>(m_slots.size()), longest = std::min(slots / 2, kLongestRun);
    switch (m_dice.below(4)) {
    case 0: { // some stops, anywhere
        const int length = 1 + m_dice.below(std::min(longest, 3)), first = m_dice.below(slots - length + 1);
        return move(first, first + length - 1, m_dice.below(slots - length + 1), m_dice.below(2) == 0, kNever);
    }
    case 1: { // two segments change places
        const int length = 1 + m_dice.below(longest), by = 1 + m_dice.below(longest);
        const int first = m_dice.below(slots - length - by + 1);
        return move(first, first + length - 1, first + by, false, kNever);
    }
    case 2: { // two stops change places
        const int a = m_dice.below(slots), b = m_dice.below(slots);
        return a != b && swap(a, b, kNever);
    }
    default: { // a late stop goes forward, or any pickup anywhere with its dropoff
        const int stop = freeStop(m_dice.below(slots)), here = slotOf(stop);
        const auto position = index(m_at[index(stop)]);
        if (m_states[position + 1].late > m_states[position].late)
            return move(here, here, m_dice.below(here + 1), false, kNever);
        const auto& dropoffs = m_trip.dropoffsOf(stop);
        const int there = dropoffs.empty() ? -1 : slotOf(dropoffs.front());
        return there >= 0 && movePair(here, there, m_dice.below(slots), kNever);
    }
    }
}

bool TripSearch::kick()
{
    constexpr int kMostMoves = 3, kMostAttempts = 10; // a tight trip allows few moves
    int wanted = 1 + m_dice.below(kMostMoves);
    bool any = false;
    for (int i = 0; i < kMostAttempts && wanted > 0; ++i) {
        if (!kickOnce())
            continue;
        --wanted;
        any = true;
    }
    return any;
}

void TripSearch::keepOrUndo()
{
    constexpr int kPatience = 60;
    const auto remember = [&](const std::vector<int>& order, qint64 cost) {
        m_kept = order;
        m_keptCost = cost;
    };
    ++m_sinceBest;
    if (m_cost < m_bestCost) {
        m_best = m_order;
        m_bestCost = m_cost;
        m_bestLate = m_states.back().late;
        m_sinceBest = 0;
    }
    // A little worse is taken too, to get out of a valley; after a while without luck the best is returned to.
    const qint64 slack = m_wayFrom.front() / (10 * m_size);
    if (m_cost <= m_keptCost + m_dice.below(static_cast<int>(slack) + 1))
        remember(m_order, m_cost);
    else if (m_sinceBest % kPatience == 0)
        remember(m_best, m_bestCost);
    if (m_order == m_kept)
        return;
    m_order = m_next = m_kept;
    account(0);
}

qint64 TripSearch::run(const std::vector<int>& order, const Budget& budget)
{
    start(order);
    for (int slot = 0; slot < static_cast<int>(m_slots.size()); ++slot)
        look(freeStop(slot));
    improveAll();
    keepOrUndo();
    qint64 done = 0;
    for (; done < budget.iterations && m_slots.size() > 1; ++done) {
        if (done % kAskEvery == 0 && budget.enough && budget.enough({done, m_bestCost, seconds(m_bestLate)}))
            break;
        if (kick()) {
            improveAll();
            keepOrUndo();
        }
    }
    return done;
}

} // namespace waydesk::routing

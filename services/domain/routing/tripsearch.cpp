// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/routing/tripsearch.h"

#include <algorithm>
#include <limits>

namespace waydesk::routing {

namespace {
constexpr qint64 kWhatever = std::numeric_limits<qint64>::max() / 4; // a kick may cost what it likes

size_t index(int i)
{
    return static_cast<size_t>(i);
}
} // namespace

TripSearch::TripSearch(const Trip& trip, quint64 seed)
    : m_trip(trip)
    , m_dice(seed)
    , m_order(trip)
    , m_isQueued(index(trip.size()))
{
    makeNeighbours();
}

void TripSearch::makeNeighbours()
{
    constexpr int kAllUpTo = 40, kNear = 20; // in a small trip a window may ask for any neighbour
    m_near = std::max(m_trip.size() <= kAllUpTo ? m_trip.size() - 1 : kNear, 0);
    for (int stop = 0; stop < m_trip.size(); ++stop) {
        std::vector<int> others;
        for (int other = 0; other < m_trip.size(); ++other) {
            if (other != stop)
                others.push_back(other);
        }
        std::ranges::sort(others, {}, [&](int other) { return std::pair(nearness(stop, other), other); });
        m_neighbours.insert(m_neighbours.end(), others.begin(), others.begin() + m_near);
    }
}

qint64 TripSearch::nearness(int a, int b) const
{
    return std::min(m_trip.cost(m_trip.leg(a, b)), m_trip.cost(m_trip.leg(b, a)));
}

void TripSearch::look(int stop)
{
    if (m_isQueued[index(stop)] || m_order.slotOf(stop) < 0)
        return;
    m_isQueued[index(stop)] = true;
    m_queue.push_back(stop);
}

// Whether a move was made; then the stops at its seams are looked at again.
bool TripSearch::tried(const std::optional<SlotRange>& change)
{
    constexpr int kSeam = 1;
    if (!change)
        return false;
    const int lo = std::max(change->first - 1, 0), hi = std::min(change->last + 1, m_order.slots() - 1);
    for (int slot = lo; slot <= hi; ++slot) {
        if (slot <= lo + kSeam || slot >= hi - kSeam)
            look(m_order.stopIn(slot));
    }
    return true;
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
    const int last = m_order.slots() - 1;
    if (improveTowards(stop, 0) || improveTowards(stop, last))
        return true;
    const qint64 around = m_order.wayAround(stop);
    for (int k = 0; k < m_near; ++k) {
        const int other = m_neighbours[index(stop * m_near + k)], slot = m_order.slotOf(other);
        if (nearness(stop, other) >= around)
            break; // nothing is saved by going there
        if (slot >= 0 && improveTowards(stop, slot))
            return true;
    }
    return false;
}

bool TripSearch::improveTowards(int stop, int slot)
{
    const int here = m_order.slotOf(stop);
    if (here == slot)
        return false;
    const qint64 below = m_order.cost();
    const auto [lo, hi] = std::minmax(here, slot);
    if (improveBySegment(here, slot) || tried(m_order.turn(lo + 1, hi, below)) ||
        tried(m_order.turn(lo, hi - 1, below)) || tried(m_order.swap(here, slot, below)))
        return true;
    for (const int dropoff : m_trip.dropoffsOf(stop)) {
        const int there = m_order.slotOf(dropoff);
        if (there >= 0 && (tried(m_order.movePair(here, there, slot, below)) ||
                           tried(m_order.movePair(here, there, slot - 1, below))))
            return true;
    }
    return false;
}

// Segments that begin or end at slot `here` go in front of or behind the stop in `slot`.
bool TripSearch::improveBySegment(int here, int slot)
{
    constexpr int kLongestSegment = 3;
    const qint64 below = m_order.cost();
    const auto improves = [&](int first, int last) {
        if (first < 0 || last >= m_order.slots() || (slot >= first && slot <= last))
            return false;
        const int behind = slot > last ? slot - (last - first) : slot + 1;
        for (const int to : {behind, behind - 1}) {
            if (tried(m_order.move(first, last, to, false, below)) ||
                (first < last && tried(m_order.move(first, last, to, true, below))))
                return true;
        }
        return false;
    };
    for (int length = 1; length <= kLongestSegment; ++length) {
        if (improves(here, here + length - 1) || (length > 1 && improves(here - length + 1, here)))
            return true;
    }
    return false;
}

// One random move that keeps the rules, whatever it costs.
std::optional<SlotRange> TripSearch::kickOnce()
{
    constexpr int kLongestRun = 8, kLongestSegment = 3;
    const int slots = m_order.slots(), longest = std::min(slots / 2, kLongestRun);
    switch (m_dice.below(4)) {
    case 0: { // some stops, anywhere
        const int length = 1 + m_dice.below(std::min(longest, kLongestSegment));
        const int first = m_dice.below(slots - length + 1), to = m_dice.below(slots - length + 1);
        return m_order.move(first, first + length - 1, to, m_dice.below(2) == 0, kWhatever);
    }
    case 1: { // two neighbouring segments change places
        const int length = 1 + m_dice.below(longest), by = 1 + m_dice.below(longest);
        const int first = m_dice.below(slots - length - by + 1);
        return m_order.move(first, first + length - 1, first + by, false, kWhatever);
    }
    case 2: { // two stops change places
        const int a = m_dice.below(slots), b = m_dice.below(slots);
        return a == b ? std::nullopt : m_order.swap(a, b, kWhatever);
    }
    default: { // a late stop comes earlier, or a pickup goes anywhere with its dropoff
        const int here = m_dice.below(slots), stop = m_order.stopIn(here);
        if (m_order.isLate(stop))
            return m_order.move(here, here, m_dice.below(here + 1), false, kWhatever);
        const auto& dropoffs = m_trip.dropoffsOf(stop);
        const int there = dropoffs.empty() ? -1 : m_order.slotOf(dropoffs.front());
        return there < 0 ? std::nullopt : m_order.movePair(here, there, m_dice.below(slots), kWhatever);
    }
    }
}

bool TripSearch::kick()
{
    constexpr int kMostMoves = 3, kMostAttempts = 10; // a tight trip allows few moves
    int wanted = 1 + m_dice.below(kMostMoves);
    bool any = false;
    for (int i = 0; i < kMostAttempts && wanted > 0; ++i) {
        if (!tried(kickOnce()))
            continue;
        --wanted;
        any = true;
    }
    return any;
}

// A little worse is kept too, to get out of a valley; after a while without luck the search goes back to the best.
void TripSearch::keepOrUndo()
{
    constexpr int kPatience = 60;
    const qint64 cost = m_order.cost();
    ++m_sinceBest;
    if (cost < m_bestCost) {
        m_best = m_order.order();
        m_bestCost = cost;
        m_bestLate = m_order.late();
        m_sinceBest = 0;
    }
    const qint64 slack = m_order.way() / (10 * m_trip.size());
    if (cost <= m_keptCost + m_dice.below(static_cast<int>(slack) + 1)) {
        m_kept = m_order.order();
        m_keptCost = cost;
        return;
    }
    if (m_sinceBest % kPatience == 0) {
        m_kept = m_best;
        m_keptCost = m_bestCost;
    }
    m_order.set(m_kept);
}

qint64 TripSearch::run(const std::vector<int>& order, const Budget& budget)
{
    m_order.set(order);
    m_kept = m_best = order;
    m_keptCost = m_bestCost = m_order.cost();
    m_bestLate = m_order.late();
    for (int slot = 0; slot < m_order.slots(); ++slot)
        look(m_order.stopIn(slot));
    improveAll();
    keepOrUndo();
    qint64 done = 0;
    for (; done < budget.iterations && m_order.slots() > 1; ++done) {
        if (budget.enough && budget.enough({done, m_bestCost, seconds(m_bestLate)}))
            break;
        if (kick()) {
            improveAll();
            keepOrUndo();
        }
    }
    return done;
}

} // namespace waydesk::routing

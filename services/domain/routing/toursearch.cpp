// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/routing/toursearch.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace waydesk::routing {

namespace {
constexpr int kNear = 10;          // neighbours looked at
constexpr int kLongestSegment = 3; // moved by Or-opt
constexpr int kLongestBridge = 50; // stops in each of the two segments that a kick swaps
} // namespace

TourSearch::TourSearch(const Trip& trip, quint64 seed)
    : m_size(trip.size() + 1)
    , m_dice(seed)
{
    makeArcs(trip);
    makeNeighbours();
    const auto size = static_cast<size_t>(m_size);
    m_ring.resize(size + 1);
    m_place.resize(size);
    m_skew.resize(size + 1);
    m_isQueued.resize(size);
}

void TourSearch::makeArcs(const Trip& trip)
{
    m_arcs.resize(static_cast<size_t>(m_size) * static_cast<size_t>(m_size));
    const auto leg = [&](int from, int to) -> qint64 {
        if (to == 0 && !trip.end())
            return 0;
        return trip.cost(trip.leg(from == 0 ? trip.start() : from - 1, to == 0 ? *trip.end() : to - 1));
    };
    for (int from = 0; from < m_size; ++from) {
        for (int to = 0; to < m_size; ++to)
            m_arcs[arcIndex(from, to)] = from == to ? 0 : static_cast<qint32>(leg(from, to));
    }
    for (int from = 1; from < m_size; ++from) {
        for (int to = from + 1; to < m_size; ++to)
            m_isSymmetric = m_isSymmetric && arc(from, to) == arc(to, from);
    }
}

void TourSearch::makeNeighbours()
{
    m_near = std::min(kNear, m_size - 1);
    m_neighbours.reserve(static_cast<size_t>(m_size) * static_cast<size_t>(m_near));
    std::vector<int> others;
    for (int node = 0; node < m_size; ++node) {
        others.resize(static_cast<size_t>(m_size));
        std::iota(others.begin(), others.end(), 0);
        std::erase(others, node);
        const auto nearness = [&](int other) { return std::pair(std::min(arc(node, other), arc(other, node)), other); };
        std::ranges::partial_sort(others, others.begin() + m_near, {}, nearness);
        m_neighbours.insert(m_neighbours.end(), others.begin(), others.begin() + m_near);
    }
}

void TourSearch::startWithNearest()
{
    std::vector<int> open(static_cast<size_t>(m_size) - 1);
    std::iota(open.begin(), open.end(), 1);
    m_ring.front() = m_ring.back() = 0;
    for (int position = 1; position < m_size; ++position) {
        const auto next = std::ranges::min_element(open, {}, [&](int node) { return arc(at(position - 1), node); });
        m_ring[static_cast<size_t>(position)] = *next;
        *next = open.back();
        open.pop_back();
    }
    m_cost = 0;
    for (int position = 0; position < m_size; ++position)
        m_cost += arc(at(position), at(position + 1));
    settle(0, m_size - 1);
    m_kept = m_ring;
    m_keptCost = m_cost;
}

qint64 TourSearch::turning(int i, int j) const
{
    return m_isSymmetric ? 0 : m_skew[static_cast<size_t>(j)] - m_skew[static_cast<size_t>(i)];
}

void TourSearch::settle(int i, int j)
{
    for (int position = i; position <= j; ++position)
        m_place[static_cast<size_t>(at(position))] = position;
    m_from = std::min(m_from, i);
    m_until = std::max(m_until, j);
    if (m_isSymmetric)
        return;
    for (int position = std::max(i, 2); position < m_size; ++position) {
        const int before = at(position - 1), here = at(position);
        m_skew[static_cast<size_t>(position)] =
            m_skew[static_cast<size_t>(position) - 1] + arc(here, before) - arc(before, here);
    }
}

void TourSearch::reverse(int i, int j)
{
    std::reverse(m_ring.begin() + i, m_ring.begin() + j + 1);
    settle(i, j);
}

// Puts the nodes of positions i … j between those that are now at positions `to` and `to + 1`.
void TourSearch::moveSegment(int i, int j, int to, bool turned)
{
    const auto begin = m_ring.begin();
    if (turned)
        std::reverse(begin + i, begin + j + 1);
    if (to > j) {
        std::rotate(begin + i, begin + j + 1, begin + to + 1);
        settle(i, to);
    } else {
        std::rotate(begin + to + 1, begin + i, begin + j + 1);
        settle(to + 1, j);
    }
}

void TourSearch::look(int node)
{
    if (m_isQueued[static_cast<size_t>(node)])
        return;
    m_isQueued[static_cast<size_t>(node)] = true;
    m_queue.push_back(node);
}

void TourSearch::improveAll()
{
    for (size_t next = 0; next < m_queue.size(); ++next) {
        const int node = m_queue[next];
        m_isQueued[static_cast<size_t>(node)] = false;
        while (improve(node)) {
        }
    }
    m_queue.clear();
}

bool TourSearch::improve(int node)
{
    return tryTwoOpt(node) || (node != 0 && tryOrOpt(node));
}

bool TourSearch::tryTwoOpt(int node)
{
    const int* const near = m_neighbours.data() + node * m_near;
    for (const bool forward : {true, false}) {
        // Node 0 stands in front of the first stop and behind the last.
        const auto side = [&](int of) { return of == 0 && !forward ? m_size : place(of); };
        const int here = side(node), next = forward ? here + 1 : here - 1;
        const int joined = forward ? arc(node, at(next)) : arc(at(next), node);
        for (int k = 0; k < m_near; ++k) {
            const int other = near[k];
            if (std::min(arc(node, other), arc(other, node)) >= joined)
                break;
            const int there = side(other);
            const int i = std::min(here, there) + (forward ? 1 : 0), j = std::max(here, there) - (forward ? 0 : 1);
            const int before = at(i - 1), first = at(i), last = at(j), behind = at(j + 1);
            const qint64 change =
                qint64(arc(before, last)) + arc(first, behind) - arc(before, first) - arc(last, behind) + turning(i, j);
            if (change >= 0)
                continue;
            m_cost += change;
            reverse(i, j);
            for (const int end : {before, first, last, behind})
                look(end);
            return true;
        }
    }
    return false;
}

// Segments that begin or end with the node.
bool TourSearch::tryOrOpt(int node)
{
    const int here = place(node);
    for (int length = 1; length <= kLongestSegment; ++length) {
        if (here + length <= m_size && tryInsert(node, here, here + length - 1))
            return true;
        if (length > 1 && here - length >= 0 && tryInsert(node, here - length + 1, here))
            return true;
    }
    return false;
}

bool TourSearch::tryInsert(int node, int i, int j)
{
    const int before = at(i - 1), behind = at(j + 1), first = at(i), last = at(j);
    const bool isFirst = node == first;
    const int far = isFirst ? last : first;
    const qint64 gain = qint64(arc(before, first)) + arc(last, behind) - arc(before, behind);
    const qint64 turned = turning(i, j);
    const int* const near = m_neighbours.data() + node * m_near;
    for (int k = 0; k < m_near; ++k) {
        const int other = near[k];
        if (std::min(arc(node, other), arc(other, node)) >= gain)
            break;
        if (place(other) >= i && place(other) <= j)
            continue;
        for (const bool behindOther : {true, false}) { // … other, node … far, … or … far … node, other …
            const int to = behindOther ? place(other) : (other == 0 ? m_size : place(other)) - 1;
            if (to >= i - 1 && to <= j)
                continue;
            const int left = at(to), right = at(to + 1);
            const bool isTurned = behindOther != isFirst;
            const qint64 added = behindOther ? qint64(arc(left, node)) + arc(far, right) - arc(left, right)
                                             : qint64(arc(left, far)) + arc(node, right) - arc(left, right);
            const qint64 change = added - gain + (isTurned ? turned : 0);
            if (change >= 0)
                continue;
            m_cost += change;
            moveSegment(i, j, to, isTurned);
            for (const int end : {before, behind, first, last, left, right})
                look(end);
            return true;
        }
    }
    return false;
}

// Swaps two neighbouring segments: a double bridge that only disturbs its surroundings.
bool TourSearch::kick()
{
    const int longest = std::min(kLongestBridge, (m_size - 1) / 2);
    if (longest < 1)
        return false;
    const int first = 1 + m_dice.below(longest), second = 1 + m_dice.below(longest);
    const int i = 1 + m_dice.below(m_size - first - second), middle = i + first, j = middle + second - 1;
    const int before = at(i - 1), behind = at(j + 1), a = at(i), b = at(middle - 1), c = at(middle), d = at(j);
    m_cost += qint64(arc(before, c)) + arc(d, a) + arc(b, behind) - arc(before, a) - arc(b, c) - arc(d, behind);
    moveSegment(i, middle - 1, j, false);
    for (const int end : {before, behind, a, b, c, d})
        look(end);
    return true;
}

void TourSearch::keepOrUndo()
{
    const auto from = m_from, until = m_until + 1;
    if (m_cost <= m_keptCost) {
        std::copy(m_ring.begin() + from, m_ring.begin() + until, m_kept.begin() + from);
        m_keptCost = m_cost;
    } else {
        std::copy(m_kept.begin() + from, m_kept.begin() + until, m_ring.begin() + from);
        m_cost = m_keptCost;
        settle(from, until - 1);
    }
    m_from = m_size;
    m_until = 0;
}

qint64 TourSearch::run(const Budget& budget)
{
    startWithNearest();
    for (int position = 0; position < m_size; ++position)
        look(at(position));
    improveAll();
    keepOrUndo();
    qint64 done = 0;
    for (; done < budget.iterations; ++done) {
        if (budget.enough && budget.enough({done, m_keptCost, {}}))
            break;
        if (!kick())
            break;
        improveAll();
        keepOrUndo();
    }
    return done;
}

std::vector<int> TourSearch::order() const
{
    std::vector<int> stops;
    for (int position = 1; position < m_size; ++position)
        stops.push_back(m_kept[static_cast<size_t>(position)] - 1);
    return stops;
}

} // namespace waydesk::routing

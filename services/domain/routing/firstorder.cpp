// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/routing/firstorder.h"

#include "services/domain/routing/dice.h"

#include <algorithm>
#include <queue>

namespace waydesk::routing {

namespace {
constexpr qint64 kMostTries = 20'000; // per taste

size_t index(int stop)
{
    return static_cast<size_t>(stop);
}
} // namespace

FirstOrder::FirstOrder(const Trip& trip)
    : m_trip(trip)
    , m_first(index(trip.size()), 0)
    , m_last(index(trip.size()), trip.size() - 1)
    , m_lastBecauseOf(index(trip.size()), -1)
    , m_done(index(trip.size()))
{
    Dice dice(1);
    for (int stop = 0; stop < trip.size(); ++stop)
        m_names.push_back(dice.next());
    m_contradiction = boundPositions();
    m_done.assign(index(trip.size()), false);
    const int load = trip.problem().startLoad;
    if (!m_contradiction && trip.problem().capacity && load > *trip.problem().capacity)
        m_contradiction = Violation{Violation::Kind::OverCapacity, {}, {}};
    m_steps.push_back({trip.start(), load, trip.problem().departure.count(), 0});
}

// Pickups before their dropoffs. Nothing when that goes round in a circle, which is then the contradiction.
std::optional<std::vector<int>> FirstOrder::sortedByPickup()
{
    m_open.clear();
    std::vector<int> sorted;
    for (int stop = 0; stop < m_trip.size(); ++stop) {
        m_open.push_back(static_cast<int>(m_trip.pickupsOf(stop).size()));
        if (m_open.back() == 0)
            sorted.push_back(stop);
    }
    std::vector<int> open = m_open;
    for (size_t next = 0; next < sorted.size(); ++next) {
        for (const int dropoff : m_trip.dropoffsOf(sorted[next])) {
            if (--open[index(dropoff)] == 0)
                sorted.push_back(dropoff);
        }
    }
    if (sorted.size() == m_names.size())
        return sorted;
    // From any stop that is left over, back along its pickups, one comes to a stop twice.
    const auto stuckPickup = [&](int stop) {
        return *std::ranges::find_if(m_trip.pickupsOf(stop), [&](int pickup) { return open[index(pickup)] > 0; });
    };
    std::vector<bool> seen(open.size());
    auto at = static_cast<int>(std::ranges::find_if(open, [](int count) { return count > 0; }) - open.begin());
    while (!seen[index(at)]) {
        seen[index(at)] = true;
        at = stuckPickup(at);
    }
    m_contradiction = Violation{Violation::Kind::PrecedenceCycle, at, stuckPickup(at)};
    return {};
}

std::optional<Violation> FirstOrder::boundPositions()
{
    const auto sorted = sortedByPickup();
    if (!sorted)
        return m_contradiction;
    std::vector<int> lockedAt(index(m_trip.size()), -1);
    for (int stop = 0; stop < m_trip.size(); ++stop) {
        const std::optional<int> lock = m_trip.lockedAt(stop);
        if (!lock)
            continue;
        m_hasLocks = true;
        if (const int other = std::exchange(lockedAt[index(*lock)], stop); other >= 0)
            return Violation{Violation::Kind::TwoLocksOnePosition, stop, other};
        m_first[index(stop)] = m_last[index(stop)] = *lock;
        m_lastBecauseOf[index(stop)] = stop;
    }
    for (const int stop : *sorted) {
        for (const int dropoff : m_trip.dropoffsOf(stop))
            m_first[index(dropoff)] = std::max(m_first[index(dropoff)], m_first[index(stop)] + 1);
    }
    for (auto stop = sorted->rbegin(); stop != sorted->rend(); ++stop) {
        for (const int pickup : m_trip.pickupsOf(*stop)) {
            if (m_last[index(pickup)] < m_last[index(*stop)])
                continue;
            m_last[index(pickup)] = m_last[index(*stop)] - 1;
            m_lastBecauseOf[index(pickup)] = m_lastBecauseOf[index(*stop)];
        }
    }
    const auto because = [&](int stop) {
        const int other = m_lastBecauseOf[index(stop)];
        return Violation{Violation::Kind::LockAgainstPrecedence, stop,
                         other < 0 || other == stop ? std::nullopt : std::optional(other)};
    };
    for (const int stop : *sorted) {
        if (m_first[index(stop)] > m_last[index(stop)])
            return because(stop);
    }
    if (m_hasLocks && !positionsSuffice(0))
        return because(*m_blocked);
    m_blocked.reset();
    return {};
}

// Can the stops not done yet be given the positions from `from` on, each within its bounds? Pickups come first by
// themselves, since their bounds are earlier. m_blocked is the stop that found no place.
bool FirstOrder::positionsSuffice(int from)
{
    std::vector<int> open;
    for (int stop = 0; stop < m_trip.size(); ++stop) {
        if (!m_done[index(stop)])
            open.push_back(stop);
    }
    std::ranges::sort(open, {}, [&](int stop) { return std::pair(m_first[index(stop)], stop); });
    const auto isLater = [&](int a, int b) { return std::pair(m_last[index(a)], a) > std::pair(m_last[index(b)], b); };
    std::priority_queue<int, std::vector<int>, decltype(isLater)> ready(isLater);
    size_t next = 0;
    for (int position = from; position < m_trip.size(); ++position) {
        while (next < open.size() && m_first[index(open[next])] <= position)
            ready.push(open[next++]);
        const int stop = ready.empty() ? open[next] : ready.top();
        if (ready.empty() || m_last[index(stop)] < position) {
            m_blocked = stop;
            return false;
        }
        ready.pop();
    }
    return true;
}

bool FirstOrder::fits(int stop, int load) const
{
    return !m_trip.problem().capacity || load + m_trip.stop(stop).load <= *m_trip.problem().capacity;
}

qint64 FirstOrder::weight(Taste taste, int stop) const
{
    constexpr qint64 kNoHurry = 4 * 3600, kHeavy = 1'000'000'000;
    const Step& now = m_steps.back();
    const Leg& leg = m_trip.leg(now.stop, stop);
    const Stop& what = m_trip.stop(stop);
    const qint64 arrival = now.time + leg.seconds;
    switch (taste) {
    case Taste::Nearest:
        return m_trip.cost(leg);
    case Taste::MostUrgent:
        return what.window ? what.window->closes.count() : now.time + kNoHurry + leg.seconds;
    case Taste::NearestInTime: {
        const qint64 slack = what.window ? what.window->closes.count() - arrival : kNoHurry;
        const qint64 begins = what.window ? std::max<qint64>(arrival, what.window->opens.count()) : arrival;
        return 2 * (begins - now.time) + slack;
    }
    case Taste::LightestFirst:
        return what.load * kHeavy + leg.seconds;
    }
    return 0;
}

// None of them is too late at this position: positionsSuffice() has seen to it.
std::vector<int> FirstOrder::candidates(Taste taste) const
{
    const auto position = static_cast<int>(m_steps.size()) - 1;
    std::vector<std::pair<qint64, int>> weighed;
    for (int stop = 0; stop < m_trip.size(); ++stop) {
        if (!m_done[index(stop)] && m_open[index(stop)] == 0 && m_first[index(stop)] <= position &&
            fits(stop, m_steps.back().load))
            weighed.emplace_back(weight(taste, stop), stop);
    }
    std::ranges::sort(weighed);
    std::vector<int> stops;
    stops.reserve(weighed.size());
    for (const auto& [weight, stop] : weighed)
        stops.push_back(stop);
    return stops;
}

void FirstOrder::place(int stop)
{
    const Step& now = m_steps.back();
    const Stop& what = m_trip.stop(stop);
    qint64 time = now.time + m_trip.leg(now.stop, stop).seconds;
    if (what.window)
        time = std::max<qint64>(time, what.window->opens.count());
    m_done[index(stop)] = true;
    for (const int dropoff : m_trip.dropoffsOf(stop))
        --m_open[index(dropoff)];
    m_steps.push_back({stop, now.load + what.load, time + what.service.count(), now.set ^ m_names[index(stop)]});
}

void FirstOrder::takeBack()
{
    const int stop = m_steps.back().stop;
    m_steps.pop_back();
    m_done[index(stop)] = false;
    for (const int dropoff : m_trip.dropoffsOf(stop))
        ++m_open[index(dropoff)];
}

bool FirstOrder::extend(Taste taste)
{
    const size_t placed = m_steps.size() - 1;
    if (placed == m_names.size())
        return true;
    const quint64 set = m_steps.back().set;
    if (m_deadEnds.contains(set))
        return false;
    if (++m_tries > kMostTries) {
        m_exhausted = false;
        return false;
    }
    for (const int stop : candidates(taste)) {
        place(stop);
        if ((!m_hasLocks || positionsSuffice(static_cast<int>(placed) + 1)) && extend(taste))
            return true;
        takeBack();
        if (!m_exhausted)
            return false;
        if (!m_hasLocks && m_trip.stop(stop).load <= 0)
            break; // room was made for nothing: if that leads nowhere, nothing does
    }
    m_deadEnds.insert(set);
    for (int stop = 0; placed >= m_longest && stop < m_trip.size(); ++stop) {
        if (!m_done[index(stop)] && m_open[index(stop)] == 0 && !fits(stop, m_steps.back().load)) {
            m_longest = placed;
            m_blocked = stop;
            break;
        }
    }
    return false;
}

std::optional<std::vector<int>> FirstOrder::find(Taste taste)
{
    m_tries = 0;
    m_exhausted = true;
    m_longest = 0;
    if (m_contradiction)
        return {};
    std::vector<int> order;
    const bool found = extend(taste);
    while (m_steps.size() > 1) {
        order.push_back(m_steps.back().stop);
        takeBack();
    }
    std::ranges::reverse(order);
    return found ? std::optional(order) : std::nullopt;
}

} // namespace waydesk::routing

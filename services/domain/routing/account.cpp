// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/routing/account.h"

#include <algorithm>

namespace waydesk::routing {

namespace {

std::optional<Violation> faultOfOrder(std::span<const int> order, int stops)
{
    std::vector<bool> seen(static_cast<size_t>(stops));
    for (const int stop : order) {
        if (stop < 0 || stop >= stops || seen[static_cast<size_t>(stop)])
            return Violation{Violation::Kind::NotEveryStopOnce, stop, {}};
        seen[static_cast<size_t>(stop)] = true;
    }
    const auto missing = std::ranges::find(seen, false);
    if (missing == seen.end())
        return {};
    return Violation{Violation::Kind::NotEveryStopOnce, static_cast<int>(missing - seen.begin()), {}};
}

// Walks the order once, from the departure on.
class Walk
{
public:
    Walk(const Trip& trip, Account& account)
        : m_trip(trip)
        , m_account(account)
        , m_now(trip.problem().departure)
        , m_load(trip.problem().startLoad)
        , m_at(trip.start())
        , m_served(static_cast<size_t>(trip.size()))
    {
        if (isOverfull())
            blame(Violation::Kind::OverCapacity, {}, {});
    }

    void visit(int stop)
    {
        drive(stop);
        const Stop& what = m_trip.stop(stop);
        Visit visit{stop, m_now, m_now, {}, LateReason::None, {}, m_load + what.load};
        if (what.window)
            meet(*what.window, visit);
        m_now = visit.begins + what.service;
        m_load += what.load;
        if (isOverfull())
            blame(Violation::Kind::OverCapacity, stop, {});
        for (const int pickup : m_trip.pickupsOf(stop)) {
            if (!m_served[static_cast<size_t>(pickup)])
                blame(Violation::Kind::DropoffBeforePickup, stop, pickup);
        }
        m_served[static_cast<size_t>(stop)] = true;
        if (m_trip.lockedAt(stop).value_or(m_position) != m_position)
            blame(Violation::Kind::NotAtItsLock, stop, {});
        ++m_position;
        m_account.visits.push_back(visit);
    }

    void finish()
    {
        if (m_trip.end())
            drive(*m_trip.end());
        m_account.duration = m_now - m_trip.problem().departure;
        m_account.cost += m_account.waiting.count() * m_trip.waitingWeight() +
                          m_account.late.count() * m_trip.problem().latenessWeight;
    }

private:
    void drive(int to)
    {
        const Leg& leg = m_trip.leg(m_at, to);
        m_account.metres += leg.metres;
        m_account.driving += seconds(leg.seconds);
        m_account.cost += m_trip.cost(leg);
        m_now += seconds(leg.seconds);
        m_at = to;
    }

    void meet(const TimeWindow& window, Visit& visit)
    {
        visit.begins = std::max(visit.arrival, window.opens);
        if (visit.arrival > window.closes) {
            visit.late = visit.arrival - window.closes;
            m_account.late += visit.late;
            const auto straight = m_trip.problem().departure + seconds(m_trip.leg(m_trip.start(), visit.stop).seconds);
            if (straight > window.closes) {
                visit.reason = LateReason::FromTheStart;
            } else if (m_account.waiting >= visit.late) {
                visit.reason = LateReason::BehindWaiting;
                visit.because = m_longestWaitAt;
            } else {
                visit.reason = LateReason::WindowMissed;
            }
        }
        const seconds wait = visit.begins - visit.arrival;
        m_account.waiting += wait;
        if (wait > m_longestWait) {
            m_longestWait = wait;
            m_longestWaitAt = visit.stop;
        }
    }

    bool isOverfull() const { return m_trip.problem().capacity && m_load > *m_trip.problem().capacity; }
    void blame(Violation::Kind kind, std::optional<int> stop, std::optional<int> other)
    {
        m_account.violations.push_back({kind, stop, other});
    }

    const Trip& m_trip;
    Account& m_account;
    seconds m_now;
    int m_load, m_at, m_position = 0;
    std::vector<bool> m_served;
    seconds m_longestWait{};
    std::optional<int> m_longestWaitAt;
};

} // namespace

Account evaluate(const Trip& trip, std::span<const int> order)
{
    Account account;
    account.order.assign(order.begin(), order.end());
    if (auto fault = faultOfOrder(order, trip.size())) {
        account.violations.push_back(*fault);
        return account;
    }
    account.visits.reserve(order.size());
    Walk walk(trip, account);
    for (const int stop : order)
        walk.visit(stop);
    walk.finish();
    return account;
}

Difference compare(const Account& before, const Account& after)
{
    Difference difference{before.metres - after.metres, before.duration - after.duration, before.late - after.late, {}};
    Q_ASSERT(before.order.size() == after.order.size());
    // Those that stay are a longest run of stops that follow one another in both orders (patience sorting).
    std::vector<size_t> was(before.order.size());
    for (size_t i = 0; i < before.order.size(); ++i)
        was[static_cast<size_t>(before.order[i])] = i;
    const auto placeBefore = [&](size_t position) { return was[static_cast<size_t>(after.order[position])]; };
    std::vector<size_t> tops, under(after.order.size());
    const size_t none = after.order.size();
    for (size_t i = 0; i < after.order.size(); ++i) {
        const auto pile = std::ranges::lower_bound(tops, placeBefore(i), {}, placeBefore);
        under[i] = pile == tops.begin() ? none : *(pile - 1);
        if (pile == tops.end())
            tops.push_back(i);
        else
            *pile = i;
    }
    std::vector<bool> stays(after.order.size());
    for (size_t at = tops.empty() ? none : tops.back(); at != none; at = under[at])
        stays[at] = true;
    for (size_t i = 0; i < after.order.size(); ++i) {
        if (!stays[i])
            difference.moved.push_back(after.order[i]);
    }
    return difference;
}

} // namespace waydesk::routing

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/facade/alarmservice.h"

#include <algorithm>

namespace waydesk::facade {

namespace {
constexpr std::chrono::milliseconds kTogether{250};
constexpr std::chrono::seconds kLookEvery{15};
constexpr std::chrono::hours kForgetsAfter{24}; // a cause of yesterday is another one
} // namespace

AlarmService::AlarmService(DriverService& drivers, TripService& trips, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_drivers(drivers)
    , m_trips(trips)
    , m_clock(clock)
    , m_lateness(drivers, trips, clock)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kTogether);
    m_clockwork.setInterval(kLookEvery);
    connect(&m_soon, &QTimer::timeout, this, &AlarmService::look);
    connect(&m_clockwork, &QTimer::timeout, this, &AlarmService::look);
    connect(&drivers, &DriverService::changed, this, &AlarmService::soon);
    connect(&trips, &TripService::changed, this, &AlarmService::soon);
    connect(&trips, &TripService::deliveriesChanged, this, &AlarmService::soon);
    m_clockwork.start();
}

void AlarmService::soon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void AlarmService::setRules(const AlarmRules& rules)
{
    m_rules = rules;
    look();
}

void AlarmService::setLive(bool live)
{
    if (std::exchange(m_isLive, live) != live)
        soon();
}

DriverOnTheRoad AlarmService::known(const DriverRow& row)
{
    DriverOnTheRoad known{row.driver, row.position, row.trip, {}, {}, {}};
    if (!row.position)
        return known;
    known.standsSince = m_lateness.standsSince(row, m_rules.idleRadius);
    const auto detail = row.trip ? m_trips.detail(*row.trip) : std::nullopt;
    if (!detail || !detail->plan)
        return known; // the watch over lateness asks for it
    const TripPlan& plan = *detail->plan;
    if (plan.current && *plan.current > 0) {
        known.from = plan.stops[*plan.current - 1].position;
        known.to = plan.stops[*plan.current].position;
    }
    return known;
}

void AlarmService::look()
{
    if (!m_isLive)
        return; // what stands, stands: nobody knows better
    const Instant now = m_clock.now();
    QList<StandingAlarm> standing;
    QList<Alarm> news;
    QList<Alarm> causes;
    for (const DriverRow& row : m_drivers.rows())
        causes += alarmsOf(known(row), m_rules, now);
    causes += m_lateness.look(m_rules);
    for (const Alarm& alarm : std::as_const(causes)) {
        const QString key = keyOf(alarm);
        const auto before =
            std::ranges::find(m_alarms, key, [](const StandingAlarm& each) { return keyOf(each.alarm); });
        StandingAlarm each{alarm, now, false, {}};
        if (before != m_alarms.end()) {
            each = *before;
            const Instant since = std::min(each.alarm.since, alarm.since);
            each.alarm = alarm;
            each.alarm.since = since;
            if (each.snoozedUntil && now >= *each.snoozedUntil) {
                each.snoozedUntil.reset();
                news.append(alarm);
            }
        } else if (const auto seen = m_seen.constFind(key); seen != m_seen.cend()) {
            each.seenAt = seen->at;
            each.isAcknowledged = !seen->snoozedUntil;
            if (seen->snoozedUntil && now < *seen->snoozedUntil)
                each.snoozedUntil = seen->snoozedUntil;
            if (each.wantsLook())
                news.append(alarm);
            m_seen.erase(seen);
        } else {
            news.append(alarm);
        }
        standing.append(each);
    }
    std::ranges::stable_sort(standing, {}, [](const StandingAlarm& each) {
        return std::tuple(!each.wantsLook(), each.alarm.since, keyOf(each.alarm));
    });
    if (standing != m_alarms) {
        m_alarms = std::move(standing);
        Q_EMIT changed();
    }
    for (const Alarm& alarm : std::as_const(news))
        Q_EMIT raised(alarm);
}

QList<SeenAlarm> AlarmService::seen() const
{
    QList<SeenAlarm> all = m_seen.values();
    for (const StandingAlarm& each : m_alarms) {
        if (!each.wantsLook())
            all.append({keyOf(each.alarm), each.seenAt, each.snoozedUntil});
    }
    std::ranges::sort(all, {}, &SeenAlarm::key);
    return all;
}

void AlarmService::setSeen(const QList<SeenAlarm>& seen)
{
    m_seen.clear();
    for (const SeenAlarm& each : seen) {
        if (m_clock.now() - each.at < kForgetsAfter)
            m_seen.insert(each.key, each);
    }
}

int AlarmService::wantingLook() const
{
    return static_cast<int>(std::ranges::count_if(m_alarms, &StandingAlarm::wantsLook));
}

bool AlarmService::wantsLook(const DriverId& driver) const
{
    return std::ranges::any_of(
        m_alarms, [&](const StandingAlarm& each) { return each.alarm.driver == driver && each.wantsLook(); });
}

void AlarmService::acknowledge(const QString& key)
{
    for (StandingAlarm& each : m_alarms) {
        if (keyOf(each.alarm) == key && !each.isAcknowledged) {
            each.isAcknowledged = true;
            each.snoozedUntil.reset();
            each.seenAt = m_clock.now();
            Q_EMIT changed();
            return;
        }
    }
}

void AlarmService::snooze(const QString& key, std::chrono::minutes forSoLong)
{
    for (StandingAlarm& each : m_alarms) {
        if (keyOf(each.alarm) == key) {
            each.seenAt = m_clock.now();
            each.snoozedUntil = each.seenAt + forSoLong;
            each.isAcknowledged = false;
            Q_EMIT changed();
            return;
        }
    }
}

} // namespace waydesk::facade

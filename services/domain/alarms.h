// SPDX-License-Identifier: GPL-3.0-or-later
// What a dispatcher should look at on the road, one entry per cause: a driver on a trip who is not heard of, who stands
// too long, who has left the way to the next stop, or who carries more cash than allowed. Pure; the rules are the
// depot's own.
#pragma once

#include "services/domain/place.h"
#include "services/domain/position.h"

#include <array>

namespace waydesk {

enum class AlarmKind { Silent, Idle, Astray, OverLimit };
inline constexpr std::array kAlarmKinds{AlarmKind::Silent, AlarmKind::Idle, AlarmKind::Astray, AlarmKind::OverLimit};
QString word(AlarmKind kind); // "silent", "idle" …: stable

struct AlarmRules
{
    std::chrono::minutes silentAfter{10}; // no position for so long
    std::chrono::minutes idleAfter{25};   // not moved for so long
    double idleRadius = 150;              // metres: standing receivers wander
    double astrayBy = 2'500;              // metres off the straight way between the last stop and the next
    bool operator==(const AlarmRules&) const = default;
};

// What is known of one driver.
struct DriverOnTheRoad
{
    DriverRef driver;
    std::optional<Position> position;
    std::optional<TripId> trip;         // under way
    std::optional<Instant> standsSince; // within the idle radius
    QGeoCoordinate from, to;            // the last stop that is done and the next one; invalid: not known
};

struct Alarm
{
    AlarmKind kind = AlarmKind::Silent;
    DriverId driver;
    std::optional<TripId> trip;
    Instant since{};                  // when the cause began, as far as known
    double metres = 0;                // Astray: how far off
    std::optional<Money> cash, limit; // OverLimit
    bool operator==(const Alarm&) const = default;
};

QString keyOf(const Alarm& alarm); // one per cause: the same as long as it lasts

// How far the place is from the straight line between the two, in metres.
double distanceFromWay(const QGeoCoordinate& place, const QGeoCoordinate& from, const QGeoCoordinate& to);

QList<Alarm> alarmsOf(const DriverOnTheRoad& driver, const AlarmRules& rules, Instant now);

// Follows where a driver stands: moves on with the position once it has left the radius.
class StandsSince
{
public:
    void see(const Position& position, double radius);
    std::optional<Instant> since() const { return m_since; }

private:
    QGeoCoordinate m_place;
    std::optional<Instant> m_since;
};

} // namespace waydesk

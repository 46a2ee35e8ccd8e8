// SPDX-License-Identifier: GPL-3.0-or-later
// What a dispatcher should look at on the road, one entry per cause: a driver on a trip who is not heard of, who stands
// too long, who has left the way to the next stop, or who carries more cash than allowed; a stop that is late, or will
// be; a return that nobody decides. Pure; the rules are the depot's own.
#pragma once

#include "services/domain/lateness.h"
#include "services/domain/place.h"
#include "services/domain/position.h"

#include <array>

namespace waydesk {

enum class AlarmKind { Silent, Idle, Astray, OverLimit, LateNow, WillBeLate, ReturnWaiting };
inline constexpr std::array kAlarmKinds{AlarmKind::Silent,       AlarmKind::Idle,    AlarmKind::Astray,
                                        AlarmKind::OverLimit,    AlarmKind::LateNow, AlarmKind::WillBeLate,
                                        AlarmKind::ReturnWaiting};
QString word(AlarmKind kind); // "silent", "idle" …: stable

struct AlarmRules
{
    std::chrono::minutes silentAfter{10};       // no position for so long
    std::chrono::minutes idleAfter{25};         // not moved for so long
    double idleRadius = 150;                    // metres: standing receivers wander
    double astrayBy = 2'500;                    // metres off the straight way between the last stop and the next
    std::chrono::minutes lateAfter{10};         // only more than that is late, now or to come
    std::chrono::minutes returnAfter{30};       // a return asked for is undecided for so long
    std::array<bool, kAlarmKinds.size()> off{}; // by kind: none of these is raised
    bool wants(AlarmKind kind) const { return !off[static_cast<size_t>(kind)]; }
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

struct LateStop
{
    int place = 0;               // in the trip's stops, from 0
    DeliveryId parcel;           // the first of it
    std::chrono::minutes late{}; // more than none
    bool isAgainstPlan = false;  // it has no window, and was planned so long ago
    DelayReason reason = DelayReason::None;
    int stopsBefore = 0;                // StopsBefore
    std::chrono::minutes leftLate{};    // SetOutLate
    std::optional<Instant> standsSince; // Stands
    bool operator==(const LateStop&) const = default;
};

struct Alarm
{
    AlarmKind kind = AlarmKind::Silent;
    DriverId driver; // empty: nobody's yet
    std::optional<TripId> trip;
    Instant since{};                      // when the cause began, as far as known
    double metres = 0;                    // Astray: how far off
    std::optional<Money> cash, limit;     // OverLimit
    std::optional<LateStop> stop;         // LateNow, WillBeLate
    std::optional<WaitingReturn> waiting; // ReturnWaiting
    bool operator==(const Alarm&) const = default;
};

QString keyOf(const Alarm& alarm); // one per cause: the same as long as it lasts

// How far the place is from the straight line between the two, in metres.
double distanceFromWay(const QGeoCoordinate& place, const QGeoCoordinate& from, const QGeoCoordinate& to);

QList<Alarm> alarmsOf(const DriverOnTheRoad& driver, const AlarmRules& rules, Instant now);
// One for each stop that is late, or will be. Empty driver: nobody drives it yet.
QList<Alarm> alarmsOf(const TripId& trip, const DriverId& driver, const QList<StopForecast>& stops,
                      const AlarmRules& rules, Instant now);
QList<Alarm> alarmsOf(const QList<WaitingReturn>& returns, const AlarmRules& rules, Instant now);

// The stop as a person should hear of it; nullopt: it is in time, as far as anybody can tell.
std::optional<LateStop> latenessOf(const StopForecast& stop);

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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/alarms.h"

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::Literals::StringLiterals;

namespace waydesk {

QString word(AlarmKind kind)
{
    switch (kind) {
    case AlarmKind::Silent:
        return u"silent"_s;
    case AlarmKind::Idle:
        return u"idle"_s;
    case AlarmKind::Astray:
        return u"astray"_s;
    case AlarmKind::OverLimit:
        return u"over_limit"_s;
    case AlarmKind::LateNow:
        return u"late_now"_s;
    case AlarmKind::WillBeLate:
        return u"will_be_late"_s;
    case AlarmKind::ReturnWaiting:
        return u"return_waiting"_s;
    }
    Q_UNREACHABLE();
}

QString keyOf(const Alarm& alarm)
{
    const QString kind = word(alarm.kind) + u'/';
    if (alarm.waiting)
        return kind + alarm.waiting->asked.id.value;
    const QString trip = alarm.trip.value_or(TripId{}).value;
    if (alarm.stop) // by its parcel: its place among the stops may change; whose trip it is, too
        return kind + trip + u'/' + alarm.stop->parcel.value;
    return kind + alarm.driver.value + u'/' + trip;
}

// On a plane around the place: stops of one trip are near enough to each other for that.
double distanceFromWay(const QGeoCoordinate& place, const QGeoCoordinate& from, const QGeoCoordinate& to)
{
    constexpr double kMetresPerDegree = 111'320;
    const double east = kMetresPerDegree * std::cos(place.latitude() * std::numbers::pi / 180);
    const auto flat = [&](const QGeoCoordinate& c) {
        double turn = c.longitude() - place.longitude();
        turn = turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn;
        return std::pair(turn * east, (c.latitude() - place.latitude()) * kMetresPerDegree);
    };
    const auto [ax, ay] = flat(from);
    const auto [bx, by] = flat(to);
    const double dx = bx - ax, dy = by - ay, length = dx * dx + dy * dy;
    const double share = length > 0 ? std::clamp(-(ax * dx + ay * dy) / length, 0.0, 1.0) : 0;
    return std::hypot(ax + share * dx, ay + share * dy);
}

QList<Alarm> alarmsOf(const DriverOnTheRoad& known, const AlarmRules& rules, Instant now)
{
    QList<Alarm> alarms;
    Alarm alarm;
    alarm.driver = known.driver.id;
    alarm.trip = known.trip;
    if (known.trip && known.position) {
        const bool silent = now - known.position->at > rules.silentAfter;
        if (silent) { // where it stands, and whether that is on its way, nobody knows then
            alarm.kind = AlarmKind::Silent;
            alarm.since = known.position->at;
            alarms.append(alarm);
        }
        if (!silent && known.standsSince && now - *known.standsSince > rules.idleAfter) {
            alarm.kind = AlarmKind::Idle;
            alarm.since = *known.standsSince;
            alarms.append(alarm);
        }
        if (!silent && known.from.isValid() && known.to.isValid()) {
            const double off = distanceFromWay(known.position->coordinate, known.from, known.to);
            // Roads are no straight lines: the longer the way, the farther from it they may run.
            if (off > rules.astrayBy + known.from.distanceTo(known.to) / 4) {
                alarm.kind = AlarmKind::Astray;
                alarm.since = known.position->at;
                alarm.metres = off;
                alarms.append(alarm);
                alarm.metres = 0;
            }
        }
    }
    const DriverRef& driver = known.driver;
    if (driver.cashOnBoard && driver.codLimit && driver.cashOnBoard->minor > driver.codLimit->minor) {
        alarm.kind = AlarmKind::OverLimit;
        alarm.trip.reset();
        alarm.since = now;
        alarm.cash = driver.cashOnBoard;
        alarm.limit = driver.codLimit;
        alarms.append(alarm);
    }
    alarms.removeIf([&](const Alarm& each) { return !rules.wants(each.kind); });
    return alarms;
}

std::optional<LateStop> latenessOf(const StopForecast& stop)
{
    LateStop late;
    const std::chrono::seconds most = std::max({stop.late, stop.overdue, stop.behind});
    if (most <= std::chrono::seconds{0})
        return std::nullopt;
    late.place = stop.place;
    late.parcel = stop.stop.parcel;
    late.late = std::chrono::ceil<std::chrono::minutes>(most);
    late.isAgainstPlan = stop.behind > std::chrono::seconds{0};
    late.reason = stop.reason;
    late.stopsBefore = stop.stopsBefore;
    late.leftLate = std::chrono::ceil<std::chrono::minutes>(stop.leftLate);
    late.standsSince = stop.standsSince;
    return late;
}

QList<Alarm> alarmsOf(const TripId& trip, const DriverId& driver, const QList<StopForecast>& stops,
                      const AlarmRules& rules, Instant now)
{
    QList<Alarm> alarms;
    for (const StopForecast& stop : stops) {
        const std::chrono::seconds overdue = std::max(stop.overdue, stop.behind);
        const bool isNow = overdue > rules.lateAfter;
        const AlarmKind kind = isNow ? AlarmKind::LateNow : AlarmKind::WillBeLate;
        if ((!isNow && stop.late <= rules.lateAfter) || !rules.wants(kind))
            continue;
        Alarm alarm;
        alarm.kind = kind;
        alarm.driver = driver;
        alarm.trip = trip;
        alarm.since = isNow ? Instant(now - overdue) : now;
        alarm.stop = latenessOf(stop);
        alarms.append(alarm);
    }
    return alarms;
}

QList<Alarm> alarmsOf(const QList<WaitingReturn>& returns, const AlarmRules& rules, Instant now)
{
    QList<Alarm> alarms;
    for (const WaitingReturn& waiting : returns) {
        if (!rules.wants(AlarmKind::ReturnWaiting) || now - waiting.asked.at <= rules.returnAfter)
            continue;
        Alarm alarm;
        alarm.kind = AlarmKind::ReturnWaiting;
        alarm.driver = waiting.driver.value_or(DriverId{});
        alarm.trip = waiting.trip;
        alarm.since = waiting.asked.at;
        alarm.waiting = waiting;
        alarms.append(alarm);
    }
    return alarms;
}

void StandsSince::see(const Position& position, double radius)
{
    if (m_place.isValid() && m_place.distanceTo(position.coordinate) <= radius)
        return;
    m_place = position.coordinate;
    m_since = position.at;
}

} // namespace waydesk

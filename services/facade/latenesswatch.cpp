// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/facade/latenesswatch.h"

#include <algorithm>

namespace waydesk::facade {

LatenessWatch::LatenessWatch(DriverService& drivers, TripService& trips, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_drivers(drivers)
    , m_trips(trips)
    , m_clock(clock)
{
    const auto stale = [this] { m_isStale = true; };
    connect(&trips, &TripService::changed, this, stale);
    connect(&trips, &TripService::deliveriesChanged, this, stale);
}

std::optional<Instant> LatenessWatch::standsSince(const DriverRow& row, double radius)
{
    if (!row.position)
        return std::nullopt;
    StandsSince& stands = m_stands[row.driver.id];
    stands.see(*row.position, radius);
    return stands.since();
}

void LatenessWatch::readTrips()
{
    QHash<TripId, Watched> watched;
    for (const TripId& id : m_trips.toWatch(m_clock.now() - kPlannedSince, kMostTrips)) {
        Watched& trip = watched[id];
        trip.detail = m_trips.detail(id);
        trip.stops = m_watched.value(id).stops;
        if ((!trip.detail || !trip.detail->plan) && !m_asked.contains(id)) {
            m_asked.insert(id);
            m_trips.wantDetail(id);
        }
    }
    m_watched = std::move(watched);
    m_isStale = false;
}

TripOnTheWay LatenessWatch::onTheWay(const TripDetail& detail) const
{
    TripOnTheWay way;
    QList<Delivery> parcels;
    parcels.reserve(detail.deliveries.size());
    for (const DeliveryRow& row : detail.deliveries)
        parcels.append(row.delivery);
    for (const PlanStop& stop : detail.plan->stops)
        way.stops.append(wayStopOf(stop, parcels));
    const Trip& trip = detail.row.server;
    if (!trip.state.is(TripStatus::InProgress))
        return way;
    way.startedAt = trip.startedAt.value_or(trip.updatedAt);
    const auto driver = trip.driver ? m_drivers.find(trip.driver->id) : std::nullopt;
    if (driver && driver->trip == trip.id) { // on a newer trip, its place says nothing about this one
        way.position = driver->position;
        if (const auto stands = m_stands.constFind(driver->driver.id); stands != m_stands.cend())
            way.standsSince = stands->since();
    }
    return way;
}

QList<Alarm> LatenessWatch::look(const AlarmRules& rules)
{
    if (m_isStale)
        readTrips();
    const Instant now = m_clock.now();
    bool isOther = std::exchange(m_tolerance, rules.lateAfter) != rules.lateAfter;
    QList<Alarm> alarms;
    for (auto it = m_watched.begin(); it != m_watched.end(); ++it) {
        if (!it->detail || !it->detail->plan)
            continue;
        const auto before = worst(it.key());
        QList<StopForecast> stops = forecastOf(onTheWay(*it->detail), now);
        isOther = isOther || stops.size() != it->stops.size();
        for (qsizetype i = 0; !isOther && i < stops.size(); ++i) {
            const auto minute = [](const std::optional<Instant>& at) {
                return at ? std::optional(std::chrono::floor<std::chrono::minutes>(*at)) : std::nullopt;
            };
            isOther = minute(stops[i].arrives) != minute(it->stops[i].arrives) ||
                      latenessOf(stops[i]) != latenessOf(it->stops[i]) || stops[i].stop != it->stops[i].stop;
        }
        it->stops = std::move(stops);
        isOther = isOther || worst(it.key()) != before;
        const Trip& trip = it->detail->row.server;
        alarms += alarmsOf(it.key(), trip.driver ? trip.driver->id : DriverId{}, it->stops, rules, now);
    }
    alarms += alarmsOf(m_trips.waitingReturns(), rules, now);
    if (isOther)
        Q_EMIT changed();
    return alarms;
}

std::optional<WorstLateness> LatenessWatch::worst(const TripId& trip) const
{
    std::optional<WorstLateness> worst;
    const auto watched = m_watched.constFind(trip);
    if (watched == m_watched.cend())
        return worst;
    for (const StopForecast& stop : watched->stops) {
        const bool isNow = std::max(stop.overdue, stop.behind) > m_tolerance;
        const auto late = latenessOf(stop);
        if (!late || (!isNow && stop.late <= m_tolerance))
            continue;
        if (!worst || std::pair(isNow, late->late) > std::pair(worst->isNow, worst->stop.late))
            worst = WorstLateness{*late, isNow};
    }
    return worst;
}

std::optional<Delivery> LatenessWatch::parcel(const TripId& trip, const DeliveryId& id) const
{
    const auto watched = m_watched.constFind(trip);
    const auto detail = watched != m_watched.cend() ? watched->detail : m_trips.detail(trip);
    if (!detail)
        return std::nullopt;
    const auto found =
        std::ranges::find_if(detail->deliveries, [&](const DeliveryRow& row) { return row.delivery.id == id; });
    return found == detail->deliveries.cend() ? std::nullopt : std::optional(found->delivery);
}

std::optional<PlanStop> LatenessWatch::stop(const TripId& trip, int place) const
{
    const auto watched = m_watched.constFind(trip);
    if (watched == m_watched.cend() || !watched->detail || !watched->detail->plan || place < 0 ||
        place >= watched->detail->plan->stops.size())
        return std::nullopt;
    return watched->detail->plan->stops[place];
}

} // namespace waydesk::facade

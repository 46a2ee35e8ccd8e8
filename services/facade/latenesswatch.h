// SPDX-License-Identifier: GPL-3.0-or-later
// How the trips under way, and those planned lately, stand against the clock, from this desk's own picture of them and
// of their drivers. Trips are read when they change, reckoned when asked to look. GUI thread; owned by AlarmService.
#pragma once

#include "services/domain/alarms.h"
#include "services/facade/driverservice.h"
#include "services/facade/tripservice.h"

namespace waydesk::facade {

// The worst of a trip's stops beyond the tolerance: late now before what will be.
struct WorstLateness
{
    LateStop stop;
    bool isNow = false;
    bool operator==(const WorstLateness&) const = default;
};

class LatenessWatch : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMostTrips = 80;                  // that are watched: some 0.2 ms each to read
    static constexpr std::chrono::hours kPlannedSince{36}; // an older plan is no plan for today

    LatenessWatch(DriverService& drivers, TripService& trips, const Clock& clock, QObject* parent = nullptr);

    // Where the driver has been standing since; each position is to be shown here once.
    std::optional<Instant> standsSince(const DriverRow& row, double radius);
    // Reckons anew, tells changed() where anything is another minute, and answers with what is worth an alarm.
    QList<Alarm> look(const AlarmRules& rules);

    // By its stops; empty: the trip is not watched, or its stops are not known.
    QList<StopForecast> of(const TripId& trip) const { return m_watched.value(trip).stops; }
    std::optional<WorstLateness> worst(const TripId& trip) const;
    bool isReckoned(const TripId& trip) const { return !m_watched.value(trip).stops.isEmpty(); }
    std::optional<Delivery> parcel(const TripId& trip, const DeliveryId& id) const;
    std::optional<PlanStop> stop(const TripId& trip, int place) const;

Q_SIGNALS:
    void changed();

private:
    struct Watched
    {
        std::optional<TripDetail> detail;
        QList<StopForecast> stops;
    };
    void readTrips();
    TripOnTheWay onTheWay(const TripDetail& detail) const;

    DriverService& m_drivers;
    TripService& m_trips;
    const Clock& m_clock;
    std::chrono::minutes m_tolerance{};
    QHash<TripId, Watched> m_watched;
    QHash<DriverId, StandsSince> m_stands;
    QSet<TripId> m_asked; // whose stops were asked for
    bool m_isStale = true;
};

} // namespace waydesk::facade

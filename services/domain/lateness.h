// SPDX-License-Identifier: GPL-3.0-or-later
// How a trip stands against the clock: when its stops will be reached from where its driver was seen last, how late
// that is against their time windows, how far it is behind its own plan, and why. The road is guessed as the trip
// builder guesses it. Pure; what is worth an alarm stands in alarms.h.
#pragma once

#include "services/domain/delivery.h"
#include "services/domain/position.h"
#include "services/domain/routing/travelmatrix.h"
#include "services/domain/tripplan.h"

#include <span>

namespace waydesk {

enum class DelayReason {
    None,
    NotSetOut,   // nothing of the trip has been picked up yet
    Stands,      // the van has not moved for a while
    SetOutLate,  // it could not have been in time from the start
    StopsBefore, // other stops come first
    TheWay,      // it is the next one, and the way to it takes that long
};

struct WayStop
{
    StopKind kind = StopKind::Dropoff;
    QGeoCoordinate position; // invalid: nobody knows; the way to it and from it is not counted
    std::optional<VisitWindow> window;
    bool isDone = false;
    DeliveryId parcel; // the first of it
    bool operator==(const WayStop&) const = default;
};

// The stop as its parcels are now: their windows meet, or the first to close counts.
WayStop wayStopOf(const PlanStop& stop, std::span<const Delivery> parcels);

struct TripOnTheWay
{
    QList<WayStop> stops; // in the order they are driven
    std::optional<Instant> startedAt;
    std::optional<Position> position;   // of its driver, once it has set out
    std::optional<Instant> standsSince; // likewise
    std::chrono::seconds service{180};  // at each stop
    routing::RoadGuess road;
};

inline constexpr std::chrono::minutes kStandsAfter{10}; // longer than a stop takes

struct StopForecast
{
    int place = 0; // in the stops, from 0
    WayStop stop;
    std::optional<Instant> arrives; // nullopt: it is done
    std::optional<Instant> planned; // as it was to be expected when the trip set out
    std::chrono::seconds late{};    // of the arrival, after the window has closed
    std::chrono::seconds overdue{}; // as of now: the window closed so long ago
    std::chrono::seconds behind{};  // as of now: the next stop, which has no window, was planned so long ago
    DelayReason reason = DelayReason::None;
    int stopsBefore = 0;                // that are not done
    std::chrono::seconds leftLate{};    // SetOutLate
    std::optional<Instant> standsSince; // Stands
    bool operator==(const StopForecast&) const = default;
};

// One for each stop.
QList<StopForecast> forecastOf(const TripOnTheWay& trip, Instant now);

} // namespace waydesk

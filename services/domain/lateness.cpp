// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/lateness.h"

#include "services/domain/triprules.h"

#include <algorithm>

namespace waydesk {

namespace {

using std::chrono::seconds;

seconds between(Instant earlier, Instant later)
{
    return std::max(std::chrono::duration_cast<seconds>(later - earlier), seconds{0});
}

// A van that goes from stop to stop.
class Van
{
public:
    enum class At { WaitsForWindows, Hurries };
    Van(const TripOnTheWay& trip, QGeoCoordinate place, Instant leaves, At at = At::WaitsForWindows)
        : m_trip(trip)
        , m_place(std::move(place))
        , m_leaves(leaves)
        , m_at(at)
    {
    }
    // Goes on behind it once it has been served there; it does not arrive before `earliest`.
    Instant visit(const WayStop& stop, Instant earliest)
    {
        Instant arrives = m_leaves;
        if (stop.position.isValid()) {
            if (m_place.isValid())
                arrives += seconds{routing::guessLeg(m_place, stop.position, m_trip.road).seconds};
            m_place = stop.position;
        }
        arrives = std::max(arrives, earliest);
        const bool waits = stop.window && m_at == At::WaitsForWindows;
        m_leaves = (waits ? std::max(arrives, stop.window->opens) : arrives) + m_trip.service;
        return arrives;
    }

private:
    const TripOnTheWay& m_trip;
    QGeoCoordinate m_place;
    Instant m_leaves;
    At m_at;
};

Van vanOf(const TripOnTheWay& trip, Instant now)
{
    if (!trip.startedAt)
        return {trip, {}, now};
    if (trip.position)
        return {trip, trip.position->coordinate, trip.position->at};
    QGeoCoordinate last;
    for (const WayStop& stop : trip.stops) {
        if (stop.isDone && stop.position.isValid())
            last = stop.position;
    }
    return {trip, last, now};
}

DelayReason reasonOf(const TripOnTheWay& trip, const StopForecast& stop, Instant now)
{
    if (stop.late <= seconds{0} && stop.overdue <= seconds{0} && stop.behind <= seconds{0})
        return DelayReason::None;
    if (!trip.startedAt)
        return DelayReason::NotSetOut;
    if (trip.standsSince && now - *trip.standsSince > kStandsAfter)
        return DelayReason::Stands;
    if (stop.leftLate > seconds{0})
        return DelayReason::SetOutLate;
    return stop.stopsBefore > 0 ? DelayReason::StopsBefore : DelayReason::TheWay;
}

} // namespace

WayStop wayStopOf(const PlanStop& stop, std::span<const Delivery> parcels)
{
    WayStop way;
    way.kind = stop.kind.known.value_or(StopKind::Dropoff);
    way.position = stop.position;
    way.isDone = stop.isComplete;
    way.parcel = stop.deliveries.value(0);
    std::optional<VisitWindow> met; // of what is done with: told when nothing is open
    const auto meet = [](const std::optional<VisitWindow>& a, const VisitWindow& b) {
        return a ? VisitWindow{std::max(a->opens, b.opens), std::min(a->closes, b.closes)} : b;
    };
    qsizetype known = 0, done = 0;
    for (const Delivery& parcel : parcels) {
        if (!stop.deliveries.contains(parcel.id))
            continue;
        ++known;
        const auto stage = parcel.state.known ? std::optional(stageOf(*parcel.state.known)) : std::nullopt;
        const bool isDone =
            stage == DeliveryStage::Done || (stage == DeliveryStage::OnTheRoad && way.kind == StopKind::Pickup);
        done += isDone ? 1 : 0;
        if (way.kind == StopKind::Dropoff && parcel.window) {
            std::optional<VisitWindow>& window = isDone ? met : way.window;
            window = meet(window, *parcel.window);
        }
    }
    if (!way.window)
        way.window = met;
    if (way.window && way.window->opens > way.window->closes)
        way.window->opens = way.window->closes;
    way.isDone = way.isDone || (known > 0 && done == stop.deliveries.size());
    return way;
}

QList<StopForecast> forecastOf(const TripOnTheWay& trip, Instant now)
{
    QList<StopForecast> stops;
    const Instant start = trip.startedAt.value_or(now);
    Van asPlanned(trip, {}, start), asIs = vanOf(trip, now);
    Van hurried(trip, {}, start, Van::At::Hurries); // whoever had to wait for a window has not left too late
    int open = 0;
    for (const WayStop& stop : trip.stops) {
        StopForecast forecast;
        forecast.place = static_cast<int>(stops.size());
        forecast.stop = stop;
        const Instant planned = asPlanned.visit(stop, Instant::min());
        const Instant hurriedThere = hurried.visit(stop, Instant::min());
        if (trip.startedAt)
            forecast.planned = planned;
        if (!stop.isDone) {
            forecast.arrives = asIs.visit(stop, now);
            forecast.stopsBefore = open++;
            if (stop.window) {
                forecast.late = between(stop.window->closes, *forecast.arrives);
                forecast.overdue = between(stop.window->closes, now);
                if (trip.startedAt)
                    forecast.leftLate = between(stop.window->closes, hurriedThere);
            } else if (trip.startedAt && forecast.stopsBefore == 0) {
                forecast.behind = between(planned, now);
            }
            forecast.reason = reasonOf(trip, forecast, now);
            if (forecast.reason == DelayReason::Stands)
                forecast.standsSince = trip.standsSince;
        }
        stops.append(forecast);
    }
    return stops;
}

} // namespace waydesk

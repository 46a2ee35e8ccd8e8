// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/tripstops.h"

#include "services/domain/triprules.h"

#include <cmath>
#include <map>
#include <tuple>

namespace waydesk {

namespace {

QGeoCoordinate positionOf(const Delivery& delivery, StopKind kind)
{
    const std::optional<Place>& place = kind == StopKind::Pickup ? delivery.pickup : delivery.dropoff;
    return place ? place->position : QGeoCoordinate();
}

bool isDoneAt(const Delivery& delivery, StopKind kind)
{
    if (!delivery.state.known)
        return false;
    const DeliveryStage stage = stageOf(*delivery.state.known);
    return stage == DeliveryStage::Done || (kind == StopKind::Pickup && stage == DeliveryStage::OnTheRoad);
}

struct Grouped
{
    QList<TripStop> stops;              // in the order of their first delivery
    QList<qsizetype> pickups, dropoffs; // the stop of each delivery
};

Grouped grouped(std::span<const Delivery> deliveries)
{
    Grouped all;
    std::map<std::tuple<StopKind, long long, long long>, qsizetype> known;
    const auto join = [&](qsizetype delivery, StopKind kind) {
        const Delivery& row = deliveries[static_cast<size_t>(delivery)];
        const QGeoCoordinate position = positionOf(row, kind);
        qsizetype at = all.stops.size();
        if (position.isValid()) {
            constexpr double kPerDegree = 100'000;
            at = known
                     .try_emplace({kind, std::llround(position.latitude() * kPerDegree),
                                   std::llround(position.longitude() * kPerDegree)},
                                  at)
                     .first->second;
        }
        if (at == all.stops.size())
            all.stops.append({kind, position, {}, true});
        all.stops[at].members.append(delivery);
        all.stops[at].isComplete = all.stops[at].isComplete && isDoneAt(row, kind);
        return at;
    };
    for (qsizetype i = 0; i < static_cast<qsizetype>(deliveries.size()); ++i) {
        all.pickups.append(join(i, StopKind::Pickup));
        all.dropoffs.append(join(i, StopKind::Dropoff));
    }
    return all;
}

} // namespace

QList<TripStop> stopsOf(std::span<const Delivery> deliveries)
{
    const Grouped all = grouped(deliveries);
    QList<qsizetype> before(all.stops.size(), 0); // pickups that a dropoff still waits for, counted per parcel
    for (const qsizetype stop : all.dropoffs)
        ++before[stop];
    QList<TripStop> ordered;
    QList<bool> taken(all.stops.size(), false);
    ordered.reserve(all.stops.size());
    // Stops are numbered by their first delivery, so the first free one is the next. Pickups wait for nothing: there is
    // always one. Behind a pickup only its own dropoffs become free, and these may lie before it.
    for (qsizetype from = 0; ordered.size() < all.stops.size();) {
        while (from < all.stops.size() && (taken[from] || before[from] > 0))
            ++from;
        const qsizetype next = from;
        taken[next] = true;
        ordered.append(all.stops[next]);
        if (all.stops[next].kind == StopKind::Dropoff)
            continue;
        for (const qsizetype member : all.stops[next].members) {
            const qsizetype dropoff = all.dropoffs[member];
            if (--before[dropoff] == 0)
                from = std::min(from, dropoff);
        }
    }
    return ordered;
}

StopPointer pointerInto(const QList<TripStop>& stops)
{
    StopPointer at;
    for (qsizetype i = 0; i < stops.size() && at.next < 0; ++i) {
        if (!stops[i].isComplete)
            (at.current < 0 ? at.current : at.next) = i;
    }
    return at;
}

} // namespace waydesk

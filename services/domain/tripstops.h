// SPDX-License-Identifier: GPL-3.0-or-later
// The stops that a trip's deliveries make. Deliveries of the same kind of stop at the same place (coordinates to five
// decimals, about a metre) share one; a place without coordinates is shared with nobody. Stops stand in the order of
// their first delivery's trip_sequence, but a parcel's dropoff never before its pickup. Pure.
#pragma once

#include "services/domain/trip.h"

#include <span>

namespace waydesk {

enum class StopKind { Pickup, Dropoff };

struct TripStop
{
    StopKind kind = StopKind::Pickup;
    QGeoCoordinate position;  // invalid where there is none
    QList<qsizetype> members; // indexes into the deliveries, in trip_sequence order
    bool isComplete = false;  // nothing is left to do here
    bool operator==(const TripStop&) const = default;
};

// `deliveries` in trip_sequence order.
QList<TripStop> stopsOf(std::span<const Delivery> deliveries);

// The first stop that is not complete, and the one after it that is not; -1 where there is none.
struct StopPointer
{
    qsizetype current = -1, next = -1;
    bool operator==(const StopPointer&) const = default;
};
StopPointer pointerInto(const QList<TripStop>& stops);

} // namespace waydesk

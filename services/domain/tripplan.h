// SPDX-License-Identifier: GPL-3.0-or-later
// What a trip's detail tells of its way: who is in it in which order, and the stops as the server drew them.
#pragma once

#include "services/domain/trip.h"
#include "services/domain/tripstops.h"

namespace waydesk {

inline constexpr std::array kStopKinds{StopKind::Pickup, StopKind::Dropoff};
QString word(StopKind);
template<>
std::optional<StopKind> parseWord(QStringView);

// A return that was asked for and that nobody has decided.
struct PendingReturn
{
    ReturnRequestId id;
    Instant at{}; // when it was asked for
    bool operator==(const PendingReturn&) const = default;
};

// The same, with whose it is.
struct WaitingReturn
{
    PendingReturn asked;
    DeliveryId parcel;
    TripId trip;
    std::optional<DriverId> driver; // of the trip
    bool operator==(const WaitingReturn&) const = default;
};

// A parcel's place in its trip, 1 and up.
struct PlanMember
{
    DeliveryId delivery;
    int sequence = 0;
    int returnRequests = 0;
    std::optional<PendingReturn> pending{}; // of its return requests, the one that waits for a decision
    bool operator==(const PlanMember&) const = default;
};

// Parcels that are picked up, or left, at one place.
struct PlanStop
{
    Known<StopKind> kind{StopKind::Pickup};
    QGeoCoordinate position; // invalid where the server gave none
    QList<DeliveryId> deliveries;
    bool isComplete = false;
    bool operator==(const PlanStop&) const = default;
};

struct TripPlan
{
    QList<PlanMember> members;        // by sequence
    QList<PlanStop> stops;            // in the order they are driven
    std::optional<int> current, next; // places in `stops`
    bool operator==(const TripPlan&) const = default;
};

} // namespace waydesk

// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of trips that server and desk share. Pure functions. Source: contract/ondi-trips.json and its README.
// A waybill has rules of its own in rules.h: the two notions of "eligible" differ on purpose.
#pragma once

#include "services/domain/rules.h"
#include "services/domain/trip.h"

namespace waydesk {

enum class TripRefusal {
    None,
    NotEditable,
    NotCancellable,
    DeliveryNotEligible,
    DeliveryInAnotherTrip,
    DeliveryNotInTrip,
    OrderMismatch,
    DriverMismatch,
    InvalidDeliveryStep,
    NotReturnable,
    ReturnAlreadyRequested,
    ReturnAlreadyDecided,
};
RefusalWords wordsOf(TripRefusal refusal);

// A parcel of this status waits to be picked up; is on the road; or is done with, whatever its end.
enum class DeliveryStage { Waiting, OnTheRoad, Done };
DeliveryStage stageOf(DeliveryStatus status);

// The statuses that may join a trip, and nothing else about the parcel.
bool isTripStatus(DeliveryStatus status);

TripRefusal canEditTrip(const Trip& trip);   // its fields and its deliveries
TripRefusal canCancelTrip(const Trip& trip); // planned only
// `trip` is where it would go; a parcel that is there already may stay, whatever has become of it.
TripRefusal canJoinTrip(const Delivery& delivery, const std::optional<TripId>& trip);
// `order` names each of `members` once, and nothing else.
TripRefusal canReorder(std::span<const DeliveryId> members, std::span<const DeliveryId> order);

// What the driver's action makes of a parcel of this status.
DeliveryStatus statusAfter(DeliveryAction action);
TripRefusal canAct(const Trip& trip, const std::optional<DriverId>& actor, DeliveryStatus from, DeliveryAction action);

// A return may be asked for once the parcel has left its pickup, and once at a time.
TripRefusal canRequestReturn(const Delivery& delivery, std::span<const ReturnRequest> earlier);

// The state that the trip takes now that its deliveries have these statuses. It starts when one has been picked up and
// completes when all are done with; it never goes back, and a cancelled one stays cancelled.
TripStatus follow(TripStatus now, std::span<const DeliveryStatus> deliveries);

struct TripSummary // "failed" has no word of its own in the documents: it counts in the total alone
{
    int total = 0, planned = 0, inProgress = 0, delivered = 0, returned = 0, cancelled = 0;
    bool operator==(const TripSummary&) const = default;
};
TripSummary summaryOf(std::span<const Delivery> deliveries);

} // namespace waydesk

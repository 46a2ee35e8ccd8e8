// SPDX-License-Identifier: GPL-3.0-or-later
// Which deliveries belong to a trip, and in which order. Every rule is services/domain/triprules.h's; all or nothing.
#pragma once

#include "backend/depot/paging.h"
#include "backend/depot/triprows.h"

namespace waydesk::backend {

// A full replace: what is not named is detached.
Result<Trip> syncTripDeliveries(Call& call, const TripId& trip, const QList<TripMember>& members);
Result<Trip> removeTripDelivery(Call& call, const TripId& trip, const DeliveryId& delivery);
// `order` names every delivery of the trip once; they are numbered 1, 2, 3 …
Result<Trip> reorderTrip(Call& call, const TripId& trip, const QList<DeliveryId>& order);

// What may join a trip, oldest first. `search`: part of a barcode or of an external reference.
Page<Delivery> eligibleForTrip(Call& call, const QString& search, const Paging& paging);

// For a use case that has judged the trip already: attaches and numbers these, tells the feed of each that changed, and
// counts again. Detaches nothing.
Result<Nothing> placeMembers(Call& call, Trip& trip, const QList<TripMember>& members);

} // namespace waydesk::backend

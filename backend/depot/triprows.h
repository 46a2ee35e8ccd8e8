// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the trip table as values, with driver and vehicle, and what a trip holds. Always bound to a tenant.
#pragma once

#include "backend/depot/refusals.h"
#include "backend/http/message.h"
#include "services/wire/ondi/tripanswers.h"

namespace waydesk::backend {

const std::string& tripSelect(); // … FROM trip t …: a WHERE follows
Trip readTrip(Rows& rows);

Result<Trip> findTrip(Call& call, const TripId& id);
void insertTrip(Call& call, const Trip& trip);
// Every column that a use case may change; stamps updated_at (which only grows) and tells the change feed.
void saveTrip(Call& call, Trip& trip);
// Counts the deliveries again, into the row and into `trip`.
void recountTrip(Call& call, Trip& trip);

QList<DeliveryId> membersOf(Call& call, const TripId& trip); // in trip_sequence order
wire::ondi::TripContent contentOf(Call& call, const TripId& trip);

} // namespace waydesk::backend

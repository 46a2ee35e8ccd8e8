// SPDX-License-Identifier: GPL-3.0-or-later
// A new trip, the change of a planned one, and its end before it began. Its number comes from the database, in the same
// transaction. A driver or vehicle that is not the tenant's is a 400 that names the field.
#pragma once

#include "backend/depot/triprows.h"

namespace waydesk::backend {

Result<Trip> createTrip(Call& call, const CreateTrip& command);
Result<Trip> updateTrip(Call& call, const UpdateTrip& command);
Result<Trip> cancelTrip(Call& call, const TripId& trip); // its deliveries stay linked, for the record

} // namespace waydesk::backend

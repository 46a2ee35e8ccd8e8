// SPDX-License-Identifier: GPL-3.0-or-later
// What commands on a trip are expected to make of it, and whether the rules would let them through. Never a promise:
// shown as expected. Pure.
#pragma once

#include "services/domain/command.h"
#include "services/domain/triprules.h"

namespace waydesk {

// What the trip looks like once the server has done `command`. nullopt: there is no such trip. `before` is nullopt for
// a create. Commands about other things leave it as it is.
std::optional<Trip> applyToTrip(const Command& command, const std::optional<Trip>& before);

// The trip's parcels in their order, likewise.
QList<DeliveryId> membersAfter(const Command& command, QList<DeliveryId> members);
// By their sequence; without one a parcel's place in the list is meant.
QList<DeliveryId> inSequence(const QList<TripMember>& members);

// Seen from `expected` and its members, the fold of what is already queued. Whether each parcel may join is not asked:
// canJoinTrip() says so parcel by parcel.
TripRefusal judgeTripCommand(const Command& command, const Trip& expected, const QList<DeliveryId>& members);

// Detach everything, then cancel, in this order: a cancelled trip keeps its parcels, which would then be free for
// nobody. The second never goes while the first has not been done.
QList<Command> detachThenCancel(const TripId& trip);

} // namespace waydesk

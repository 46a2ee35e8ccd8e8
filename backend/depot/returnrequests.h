// SPDX-License-Identifier: GPL-3.0-or-later
// Asking for a parcel to come back, and the answer. An approved one makes the parcel "returned" and a new parcel that
// travels the other way; its trip follows. A rejected one changes nothing but itself.
#pragma once

#include "backend/depot/refusals.h"
#include "backend/http/message.h"
#include "services/wire/ondi/triprequests.h"

namespace waydesk::backend {

// A driver may ask for the parcels of their own trips; who dispatches, for any.
Result<ReturnRequest> requestReturn(Call& call, const wire::ondi::ReturnWish& wish);
Result<ReturnRequest> decideReturn(Call& call, const ReturnRequestId& id, ReturnDecision decision);

QList<ReturnRequest> returnRequestsOf(Call& call, const TripId& trip); // of all its deliveries, oldest first

} // namespace waydesk::backend

// SPDX-License-Identifier: GPL-3.0-or-later
// Asking for a parcel to come back, and the answer. An approved one makes the parcel "returned" and a new parcel that
// travels the other way; its trip follows. A rejected one changes nothing but itself.
#pragma once

#include "backend/depot/columns.h"
#include "backend/depot/refusals.h"
#include "backend/http/message.h"
#include "services/wire/ondi/triprequests.h"

namespace waydesk::backend {

// A driver may ask for the parcels of their own trips; who dispatches, for any.
Result<ReturnRequest> requestReturn(Call& call, const wire::ondi::ReturnWish& wish);
Result<ReturnRequest> decideReturn(Call& call, const ReturnRequestId& id, ReturnDecision decision);

QList<ReturnRequest> returnRequestsOf(Call& call, const TripId& trip);         // of all its deliveries, oldest first
QList<ReturnRequest> returnRequestsOf(Call& call, const DeliveryId& delivery); // oldest first

// The columns of a request with its names, and where they come from; a WHERE or another JOIN follows.
inline constexpr std::string_view kReturnColumns =
    "r.id, r.delivery_id, r.status, r.return_reason, r.return_delivery_id, r.requested_at, r.notes,"
    " asker.full_name, r.decided_at, decider.full_name, back.delivery_code";
inline constexpr std::string_view kReturnFrom =
    " FROM return_request r LEFT JOIN app_user asker ON asker.id = r.requested_by"
    " LEFT JOIN app_user decider ON decider.id = r.decided_by"
    " LEFT JOIN delivery back ON back.id = r.return_delivery_id ";
ReturnRequest readReturn(ColumnReader& in);

} // namespace waydesk::backend

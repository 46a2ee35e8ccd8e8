// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the waybill table as values, with everything that the calls nest. Always bound to a tenant. An end's address
// is copied into the waybill when it is written, so history shows where it was then.
#pragma once

#include "backend/depot/refusals.h"
#include "backend/http/message.h"
#include "services/domain/waybill.h"

namespace waydesk::backend {

struct WaybillRow
{
    Waybill waybill;
    std::optional<UserRef> assignedByUser, receivedByUser;
    Quantity heldCapacity; // what it takes of its driver's capacity now
};

const std::string& waybillSelect(); // … FROM waybill w …: a WHERE follows
WaybillRow readWaybill(Rows& rows);

Result<WaybillRow> findWaybill(Call& call, const WaybillId& id); // 404, coded
void insertWaybill(Call& call, const Waybill& waybill);
// Every column that a use case may change; stamps updated_at (which only grows) and tells the change feed.
void saveWaybill(Call& call, WaybillRow& row);
// Counts the deliveries again after their number or their returns changed.
void recountWaybill(Call& call, const WaybillId& id);

} // namespace waydesk::backend

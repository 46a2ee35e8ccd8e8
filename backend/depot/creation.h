// SPDX-License-Identifier: GPL-3.0-or-later
// A new waybill, and the change of a drafted one. Its number comes from the database, in the same transaction.
#pragma once

#include "backend/depot/waybillrows.h"
#include "services/domain/command.h"

namespace waydesk::backend {

// Refusals: 400 for a warehouse that is not the tenant's; 404 and 409 for a parcel that may not join;
// waybill_zone_resolution_failed, waybill_number_conflict, waybill_creation_failed.
Result<WaybillRow> createWaybill(Call& call, const CreateWaybill& command);
Result<WaybillRow> updateWaybill(Call& call, const UpdateWaybill& command);

} // namespace waydesk::backend

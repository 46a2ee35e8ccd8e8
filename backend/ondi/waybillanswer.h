// SPDX-License-Identifier: GPL-3.0-or-later
// The two shapes in which the waybill calls answer with one waybill.
#pragma once

#include "backend/depot/waybillrows.h"
#include "services/domain/delivery.h"

namespace waydesk::backend {

// The row alone, "id" to "updated_at".
Response plainWaybill(const QString& message, const WaybillRow& row);
// The row with driver, vehicle, warehouses, zones, users, deliveries and summary.
Response wholeWaybill(Call& call, const QString& message, const WaybillRow& row);

} // namespace waydesk::backend

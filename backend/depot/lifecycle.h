// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of a waybill's life that a dispatcher takes, and the one function by which children follow it.
#pragma once

#include "backend/depot/waybillrows.h"

namespace waydesk::backend {

Result<WaybillRow> sealWaybill(Call& call, const WaybillId& waybill);
Result<WaybillRow> dispatchWaybill(Call& call, const WaybillId& waybill);
Result<WaybillRow> receiveWaybill(Call& call, const WaybillId& waybill, const std::optional<ProofOfDelivery>& proof);
Result<WaybillRow> closeWaybill(Call& call, const WaybillId& waybill);
Result<WaybillRow> cancelWaybill(Call& call, const WaybillId& waybill);

// Moves every child that follows the waybill to `to`; answers the ids of those that moved.
QList<DeliveryId> cascadeToChildren(Call& call, const WaybillId& waybill, WaybillStatus to);

} // namespace waydesk::backend

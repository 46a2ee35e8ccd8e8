// SPDX-License-Identifier: GPL-3.0-or-later
// What a driver does with a waybill of theirs: picked up, in transit, received; its children and the cash follow.
#pragma once

#include "backend/depot/waybillrows.h"
#include "services/domain/delivery.h"
#include "services/wire/ondi/requests.h"

namespace waydesk::backend {

struct DriverActionDone
{
    WaybillRow row;
    QList<Delivery> deliveries;
};

Result<DriverActionDone> driverAction(Call& call, const WaybillId& waybill,
                                      const wire::ondi::DriverActionRequest& request);

// The cash that falls due at a pickup from a location: the fee, where the sender pays it in cash.
void collectAtPickup(Call& call, const WaybillRow& row, const QList<DeliveryId>& moved);
// The cash that falls due at a final location: COD, the fee where the receiver pays it, or both in one row.
void collectAtDropoff(Call& call, const WaybillRow& row, const QList<DeliveryId>& moved);

} // namespace waydesk::backend

// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the delivery table as values, with the zones, warehouses and customer they name. Always bound to a tenant.
#pragma once

#include "backend/http/message.h"
#include "services/domain/delivery.h"

namespace waydesk::backend {

// "SELECT … FROM delivery d LEFT JOIN zone pz … dz … warehouse pw … dw … customer c": a WHERE follows.
const std::string& deliverySelect();
Delivery readDelivery(Rows& rows); // a row of deliverySelect()

std::optional<Delivery> findDelivery(Call& call, const DeliveryId& id);
QList<Delivery> childrenOf(Call& call, const WaybillId& waybill); // oldest first

// Writes status and updated_at, and tells the change feed.
void setDeliveryStatus(Call& call, const DeliveryId& id, DeliveryStatus status);

} // namespace waydesk::backend

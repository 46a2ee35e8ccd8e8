// SPDX-License-Identifier: GPL-3.0-or-later
// A parcel changed by hand: the rules of services/domain/parcelrules.h, then its row, its zones and what searches find.
#pragma once

#include "backend/http/message.h"
#include "services/domain/delivery.h"
#include "services/domain/result.h"
#include "services/wire/ondi/requests.h"

namespace waydesk::backend {

// 404 delivery_not_found, 409 delivery_not_editable, 400 with the field. Nothing asked changes nothing.
Result<Delivery> editDelivery(Call& call, const DeliveryId& id, const wire::ondi::ChangedDelivery& change);

} // namespace waydesk::backend

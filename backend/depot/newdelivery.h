// SPDX-License-Identifier: GPL-3.0-or-later
// A new parcel: its code comes from the database, its zones from its addresses.
#pragma once

#include "backend/http/message.h"
#include "services/domain/delivery.h"
#include "services/domain/result.h"
#include "services/wire/ondi/requests.h"

namespace waydesk::backend {

Result<Delivery> createDelivery(Call& call, const wire::ondi::NewDelivery& made);

} // namespace waydesk::backend

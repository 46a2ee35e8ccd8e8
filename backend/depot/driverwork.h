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

} // namespace waydesk::backend

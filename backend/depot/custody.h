// SPDX-License-Identifier: GPL-3.0-or-later
// Who carries an internal waybill: assign, switch, unassign. The vehicle is the driver's primary one.
#pragma once

#include "backend/depot/waybillrows.h"
#include "services/domain/command.h"

namespace waydesk::backend {

std::optional<DriverRef> findDriver(Call& call, const DriverId& id); // with the primary vehicle

Result<WaybillRow> assignDriver(Call& call, const AssignDriver& command);
Result<WaybillRow> switchDriver(Call& call, const SwitchDriver& command);
Result<WaybillRow> unassignDriver(Call& call, const WaybillId& waybill);

} // namespace waydesk::backend

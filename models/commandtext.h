// SPDX-License-Identifier: GPL-3.0-or-later
// What a command asks for, as a short title: "Seal WB00412", "Attach 3 parcels to WB00398", "Create waybill to
// Kasnazan". Names come from `CommandNames`, which answers from this desk's store; an unknown name gives "…".
#pragma once

#include "services/domain/command.h"

#include <functional>

namespace waydesk::models {

struct CommandNames
{
    std::function<QString(const WaybillId&)> waybill; // the number, or its title while it has none
    std::function<QString(const DriverId&)> driver;
    std::function<QString(const DeliveryId&)> delivery; // the code
    std::function<QString(const TripId&)> trip;         // the number
};

QString commandTitle(const Command& command, const CommandNames& names);

} // namespace waydesk::models

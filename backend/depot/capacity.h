// SPDX-License-Identifier: GPL-3.0-or-later
// How much of a driver's capacity a waybill takes. Taken when a driver is given, moved when the driver is switched,
// given back by the size of each returned child, and wholly when the driver is taken away, or the waybill is cancelled
// or closed. Not before: a received waybill's returns still give back capacity, as the return call says. The waybill
// remembers what it holds, so nothing is given back twice.
#pragma once

#include "backend/depot/waybillrows.h"

namespace waydesk::backend {

void takeCapacity(Call& call, WaybillRow& row, const DriverId& driver); // of every child that is still on its way
void releaseCapacity(Call& call, WaybillRow& row);                      // all that it holds
void releaseCapacity(Call& call, WaybillRow& row, Quantity units);      // at most what it holds

} // namespace waydesk::backend

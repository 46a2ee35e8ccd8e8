// SPDX-License-Identifier: GPL-3.0-or-later
// Made-up waybills, parcels and people for tests, the same in every run.
#pragma once

#include "services/domain/command.h"
#include "services/domain/place.h"
#include "tests/support/sampleedits.h"

namespace waydesk::test {

Warehouse sampleWarehouse(int n);                                                // "wh-1" Main Warehouse, "wh-2" …
DriverRef sampleDriver(int n);                                                   // "driver-1" …, with a van
Waybill sampleWaybill(int n, WaybillStatus status = WaybillStatus::Drafted);     // "wb-1", WB00001
Delivery sampleDelivery(int n, DeliveryStatus status = DeliveryStatus::Pending); // "dl-1", code 1001, barcode DEL1001
CreateWaybill sampleCreate(const WaybillId& localId);
QList<Command> everyCommand(); // one of each kind, every field filled

} // namespace waydesk::test

// SPDX-License-Identifier: GPL-3.0-or-later
// Which parcels belong to a waybill: scan (looks only), attach, detach. Every rule is services/domain/rules.h's.
#pragma once

#include "backend/depot/waybillrows.h"
#include "services/domain/delivery.h"

namespace waydesk::backend {

// The parcel behind a scanned value, if it may join: barcode, then external reference, then code with or without "DEL".
Result<Delivery> scanForWaybill(Call& call, const WaybillId& waybill, const QString& value);

// All or none. Answers how many. The waybill's counts and event are written too.
Result<int> attachDeliveries(Call& call, const WaybillId& waybill, const QList<DeliveryId>& deliveries);
Result<Nothing> detachDelivery(Call& call, const WaybillId& waybill, const DeliveryId& delivery);

// For use cases that have judged the waybill already: checks each parcel, links it, tells the feed. No event.
Result<Nothing> linkDeliveries(Call& call, const WaybillId& waybill, const QList<DeliveryId>& deliveries);

} // namespace waydesk::backend

// SPDX-License-Identifier: GPL-3.0-or-later
// One JSON object of OnDi's to one domain value. Used by the answers' decoders, and by whoever reads a stored raw row.
// A null or empty object gives a value with its defaults; what is not understood is counted in `drift`.
#pragma once

#include "services/wire/answers.h"

namespace waydesk::wire::ondidesk {

Place placeFrom(const QJsonObject& object, Drift& drift);
WarehouseRef warehouseRefFrom(const QJsonObject& object, Drift& drift);
Warehouse warehouseFrom(const QJsonObject& object, Drift& drift);
ZoneRef zoneFrom(const QJsonObject& object, Drift& drift);
UserRef userRefFrom(const QJsonObject& object, Drift& drift);
VehicleRef vehicleFrom(const QJsonObject& object, Drift& drift);
DriverRef driverFrom(const QJsonObject& object, Drift& drift);
CustomerRef customerFrom(const QJsonObject& object, Drift& drift);
User userFrom(const QJsonObject& object, Drift& drift);
ProofOfDelivery proofFrom(const QJsonObject& object, Drift& drift);
TimelineEvent timelineEventFrom(const QJsonObject& object, Drift& drift);
Delivery deliveryFrom(const QJsonObject& object, Drift& drift);
// `raw` loses children, summary and timeline: they are not the row's own.
SeenWaybill waybillFrom(const QJsonObject& object, Drift& drift);
QList<SeenDelivery> deliveriesFrom(const QJsonArray& array, Drift& drift);

// A partial answer laid over what was known: absent keeps, null clears. A nested object whose id no longer agrees with
// its `…_id` (driver, vehicle, warehouses, users) is dropped rather than left to lie. A place told by its coordinates
// alone keeps the address known for them.
QJsonObject overlaid(QJsonObject known, const QJsonObject& partial);

} // namespace waydesk::wire::ondidesk

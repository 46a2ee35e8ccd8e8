// SPDX-License-Identifier: GPL-3.0-or-later
// The store's own text for nested values (places, endpoints, drivers …): JSON with the keys that OnDi rows nest them
// under, so that the raw row of a page can be read in the same way. Numbers may be numbers or text. Pure functions.
#pragma once

#include "services/domain/delivery.h"
#include "services/domain/result.h"
#include "services/domain/waybill.h"

#include <QJsonObject>

namespace waydesk::store {

QJsonObject placeJson(const Place& place);
std::optional<Place> placeFrom(const QJsonValue& value);
QJsonObject warehouseJson(const Warehouse& warehouse); // {id,name,code,location{}}
Warehouse warehouseFrom(const QJsonObject& object);
QJsonObject zoneJson(const ZoneRef& zone);
std::optional<ZoneRef> zoneFrom(const QJsonValue& value);
QJsonObject zoneJson(const Zone& zone); // with where it is
Zone zoneOf(const QJsonObject& object);
QJsonObject vehicleJson(const VehicleRef& vehicle);
std::optional<VehicleRef> vehicleFrom(const QJsonValue& value);
QJsonObject driverJson(const DriverRef& driver);
std::optional<DriverRef> driverFrom(const QJsonValue& value);
QJsonObject customerJson(const CustomerRef& customer);
std::optional<CustomerRef> customerFrom(const QJsonValue& value);
QJsonObject endpointJson(const Endpoint& endpoint);
Endpoint endpointFrom(const QJsonObject& object);
QJsonObject proofJson(const ProofOfDelivery& proof);
std::optional<ProofOfDelivery> proofFrom(const QJsonValue& value);
QJsonObject errorJson(const Error& error);
Error errorFrom(const QJsonObject& object);
QJsonObject timelineJson(const TimelineEvent& event);
TimelineEvent timelineFrom(const QJsonObject& object);

// The nested part of a row, under OnDi's keys (origin_location, destination_zone, driver, customer …).
QJsonObject nestedOf(const Waybill& waybill);
void readNested(const QJsonObject& row, Waybill& waybill);
QJsonObject nestedOf(const Delivery& delivery);
void readNested(const QJsonObject& row, Delivery& delivery);

QString compact(const QJsonObject& object);
QString compact(const QJsonArray& array);
QJsonObject objectFrom(const QString& text);

} // namespace waydesk::store

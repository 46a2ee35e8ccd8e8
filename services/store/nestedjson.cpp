// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/valuejson.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

namespace {

void putEnd(QJsonObject& out, const QString& side, const Endpoint& end)
{
    if (end.location)
        out.insert(side + u"_location"_s, placeJson(*end.location));
    if (end.warehouse)
        out.insert(side + u"_warehouse"_s, QJsonObject{{u"id"_s, end.warehouse->id.value},
                                                       {u"name"_s, end.warehouse->name},
                                                       {u"code"_s, end.warehouse->code}});
    if (end.zone)
        out.insert(side + u"_zone"_s, zoneJson(*end.zone));
}

std::optional<WarehouseRef> warehouseRefFrom(const QJsonValue& value)
{
    return value.isObject() ? std::optional(warehouseFrom(value.toObject()).ref) : std::nullopt;
}

void readEnd(const QJsonObject& row, const QString& side, Endpoint& end)
{
    end.location = placeFrom(row[side + u"_location"_s]);
    end.warehouse = warehouseRefFrom(row[side + u"_warehouse"_s]);
    end.zone = zoneFrom(row[side + u"_zone"_s]);
}

} // namespace

QJsonObject nestedOf(const Waybill& waybill)
{
    QJsonObject out;
    putEnd(out, u"origin"_s, waybill.origin);
    putEnd(out, u"destination"_s, waybill.destination);
    if (waybill.driver)
        out.insert(u"driver"_s, driverJson(*waybill.driver));
    if (waybill.vehicle)
        out.insert(u"vehicle"_s, vehicleJson(*waybill.vehicle));
    if (waybill.proof)
        out.insert(u"proof_of_delivery"_s, proofJson(*waybill.proof));
    return out;
}

void readNested(const QJsonObject& row, Waybill& waybill)
{
    readEnd(row, u"origin"_s, waybill.origin);
    readEnd(row, u"destination"_s, waybill.destination);
    waybill.driver = driverFrom(row[u"driver"_s]);
    waybill.vehicle = vehicleFrom(row[u"vehicle"_s]);
    waybill.proof = proofFrom(row[u"proof_of_delivery"_s]);
}

QJsonObject nestedOf(const Delivery& delivery)
{
    QJsonObject out;
    if (delivery.pickup)
        out.insert(u"pickup_location"_s, placeJson(*delivery.pickup));
    if (delivery.dropoff)
        out.insert(u"delivery_location"_s, placeJson(*delivery.dropoff));
    if (delivery.pickupZone)
        out.insert(u"pickup_zone"_s, zoneJson(*delivery.pickupZone));
    if (delivery.dropoffZone)
        out.insert(u"dropoff_zone"_s, zoneJson(*delivery.dropoffZone));
    if (delivery.pickupWarehouse)
        out.insert(u"pickup_warehouse"_s, warehouseJson({*delivery.pickupWarehouse, {}}));
    if (delivery.dropoffWarehouse)
        out.insert(u"dropoff_warehouse"_s, warehouseJson({*delivery.dropoffWarehouse, {}}));
    if (delivery.customer)
        out.insert(u"customer"_s, customerJson(*delivery.customer));
    return out;
}

void readNested(const QJsonObject& row, Delivery& delivery)
{
    delivery.pickup = placeFrom(row[u"pickup_location"_s]);
    delivery.dropoff = placeFrom(row[u"delivery_location"_s]);
    delivery.pickupZone = zoneFrom(row[u"pickup_zone"_s]);
    delivery.dropoffZone = zoneFrom(row[u"dropoff_zone"_s]);
    delivery.pickupWarehouse = warehouseRefFrom(row[u"pickup_warehouse"_s]);
    delivery.dropoffWarehouse = warehouseRefFrom(row[u"dropoff_warehouse"_s]);
    delivery.customer = customerFrom(row[u"customer"_s]);
}

QJsonObject timelineJson(const TimelineEvent& event)
{
    QJsonObject out{{u"type"_s, event.type},
                    {u"next"_s, event.next.text},
                    {u"at"_s, formatInstant(event.at)},
                    {u"actor_role"_s, event.actorRole},
                    {u"actor_name"_s, event.actorName},
                    {u"reason"_s, event.reason},
                    {u"notes"_s, event.notes},
                    {u"previous_driver"_s, event.previousDriver},
                    {u"new_driver"_s, event.newDriver},
                    {u"previous_vehicle"_s, event.previousVehicle},
                    {u"new_vehicle"_s, event.newVehicle}};
    if (event.previous)
        out.insert(u"previous"_s, event.previous->text);
    if (event.actorId)
        out.insert(u"actor_id"_s, event.actorId->value);
    return out;
}

TimelineEvent timelineFrom(const QJsonObject& object)
{
    TimelineEvent event;
    event.type = object[u"type"_s].toString();
    if (object.contains(u"previous"_s))
        event.previous = WaybillState::fromWord(object[u"previous"_s].toString());
    event.next = WaybillState::fromWord(object[u"next"_s].toString());
    event.at = parseInstant(object[u"at"_s].toString()).value_or(Instant{});
    if (object.contains(u"actor_id"_s))
        event.actorId = UserId{object[u"actor_id"_s].toString()};
    event.actorRole = object[u"actor_role"_s].toString();
    event.actorName = object[u"actor_name"_s].toString();
    event.reason = object[u"reason"_s].toString();
    event.notes = object[u"notes"_s].toString();
    event.previousDriver = object[u"previous_driver"_s].toString();
    event.newDriver = object[u"new_driver"_s].toString();
    event.previousVehicle = object[u"previous_vehicle"_s].toString();
    event.newVehicle = object[u"new_vehicle"_s].toString();
    return event;
}

} // namespace waydesk::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/ondi/answers.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::wire::ondi {

namespace {

// A warehouse's address is a row of the address book and comes whole; a location comes as it was given.
PlaceShape shapeOf(const Endpoint& end)
{
    return end.type.is(EndpointType::Warehouse) ? PlaceShape::Full : PlaceShape::Short;
}

void endFields(JsonWriter& out, const Waybill& waybill)
{
    out.field("origin_type", waybill.origin.type.text)
        .field("origin_warehouse_id", waybill.origin.warehouseId)
        .key("origin_location");
    writePlace(out, waybill.origin.location, shapeOf(waybill.origin));
    out.field("destination_type", waybill.destination.type.text)
        .field("destination_warehouse_id", waybill.destination.warehouseId)
        .key("destination_location");
    writePlace(out, waybill.destination.location, shapeOf(waybill.destination));
}

void writeCustodyDriver(JsonWriter& out, const std::optional<DriverRef>& driver)
{
    if (!driver) {
        out.null();
        return;
    }
    out.beginObject().field("id", driver->id).key("user").beginObject();
    out.field("full_name", driver->user.fullName).endObject().endObject();
}

void writeCustodyVehicle(JsonWriter& out, const std::optional<VehicleRef>& vehicle)
{
    if (!vehicle) {
        out.null();
        return;
    }
    out.beginObject().field("id", vehicle->id).field("name", vehicle->name).endObject();
}

template<class Ref>
auto idOf(const std::optional<Ref>& ref)
{
    return ref ? std::optional(ref->id) : std::nullopt;
}

} // namespace

void waybillFields(JsonWriter& out, const Waybill& waybill)
{
    out.field("id", waybill.id).field("tenant_id", waybill.tenantId).field("waybill_number", waybill.number);
    endFields(out, waybill);
    out.field("carrier_type", waybill.carrier.text)
        .field("driver_id", waybill.driverId)
        .field("vehicle_id", waybill.vehicleId)
        .field("external_carrier_ref", waybill.externalCarrierRef)
        .field("assigned_by", waybill.assignedBy)
        .field("assignment_time", waybill.assignmentTime)
        .field("status", waybill.state.text)
        .field("sealed_at", waybill.sealedAt)
        .field("dispatched_at", waybill.dispatchedAt)
        .field("received_at", waybill.receivedAt)
        .field("received_by", waybill.receivedBy)
        .field("closed_at", waybill.closedAt)
        .field("cancelled_at", waybill.cancelledAt)
        .key("proof_of_delivery");
    writeProof(out, waybill.proof);
    out.field("notes", waybill.notes)
        .field("created_by", waybill.createdBy)
        .field("created_at", waybill.createdAt)
        .field("updated_at", waybill.updatedAt);
}

void waybillRefFields(JsonWriter& out, const Waybill& waybill)
{
    out.key("origin_warehouse");
    writeRef(out, waybill.origin.warehouse);
    out.key("destination_warehouse");
    writeRef(out, waybill.destination.warehouse);
    out.key("origin_zone");
    writeRef(out, waybill.origin.zone);
    out.key("destination_zone");
    writeRef(out, waybill.destination.zone);
}

void waybillTotalFields(JsonWriter& out, const Waybill& waybill)
{
    out.key("driver");
    writeDriver(out, waybill.driver);
    out.key("vehicle");
    writeVehicle(out, waybill.vehicle);
    writeQuantity(out, "total_unit_size", waybill.totalUnitSize.value_or(Quantity{}));
    out.field("total_cod_amount", waybill.totalCod.value_or(Money{}).minor);
}

void writeWaybillListRow(JsonWriter& out, const Waybill& waybill)
{
    out.beginObject();
    waybillFields(out, waybill);
    out.field("item_count", waybill.itemCount.value_or(0));
    waybillRefFields(out, waybill);
    waybillTotalFields(out, waybill);
    out.endObject();
}

void writeDriverWaybillRow(JsonWriter& out, const Waybill& waybill)
{
    out.beginObject().field("id", waybill.id).field("waybill_number", waybill.number);
    endFields(out, waybill);
    out.field("status", waybill.state.text)
        .field("carrier_type", waybill.carrier.text)
        .field("assignment_time", waybill.assignmentTime)
        .field("notes", waybill.notes)
        .field("created_at", waybill.createdAt)
        .field("updated_at", waybill.updatedAt)
        .field("item_count", waybill.itemCount.value_or(0))
        .endObject();
}

void writeEvent(JsonWriter& out, const StoredEvent& event)
{
    out.beginObject()
        .field("event_type", event.type)
        .field("previous_status", event.previousStatus)
        .field("new_status", event.newStatus)
        .field("timestamp", event.at)
        .field("actor_id", event.actorId)
        .field("actor_role", event.actorRole);
    if (event.reason)
        out.field("reason", *event.reason);
    if (event.notes)
        out.field("notes", *event.notes);
    out.key("actor")
        .beginObject()
        .field("id", event.actorId)
        .field("full_name", event.actorName)
        .endObject()
        .key("metadata")
        .raw(event.metadata)
        .endObject();
}

QByteArray eventMetadata(const Custody& previous, const Custody& next, const QList<DeliveryId>& released)
{
    JsonWriter out(256);
    out.beginObject();
    if (previous.driver || next.driver || previous.vehicle || next.vehicle) {
        out.field("previous_driver_id", idOf(previous.driver))
            .field("new_driver_id", idOf(next.driver))
            .field("previous_vehicle_id", idOf(previous.vehicle))
            .field("new_vehicle_id", idOf(next.vehicle));
    }
    out.key("previous_driver");
    writeCustodyDriver(out, previous.driver);
    out.key("new_driver");
    writeCustodyDriver(out, next.driver);
    out.key("previous_vehicle");
    writeCustodyVehicle(out, previous.vehicle);
    out.key("new_vehicle");
    writeCustodyVehicle(out, next.vehicle);
    if (!released.isEmpty()) {
        out.key("delivery_ids").beginArray();
        for (const DeliveryId& id : released)
            out.value(id);
        out.endArray();
    }
    out.endObject();
    return out.take();
}

} // namespace waydesk::wire::ondi

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/ondi/answers.h"

#include <map>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::wire::ondi {

namespace {

enum class CodeShape { Number, Text };

void headFields(JsonWriter& out, const Delivery& delivery, CodeShape code)
{
    out.field("id", delivery.id);
    if (code == CodeShape::Number) {
        writeCode(out, delivery.code);
    } else {
        out.field("delivery_code", delivery.code);
    }
    out.field("barcode", delivery.barcode)
        .field("external_reference_id", delivery.externalReference)
        .field("status", delivery.state.text);
}

void placeFields(JsonWriter& out, const Delivery& delivery, PlaceShape shape)
{
    out.key("pickup_location");
    writePlace(out, delivery.pickup, shape);
    out.key("delivery_location");
    writePlace(out, delivery.dropoff, shape);
}

void payFields(JsonWriter& out, const Delivery& delivery)
{
    writeQuantity(out, "unit_size", delivery.unitSize);
    out.field("payment_method", delivery.paymentMethod)
        .field("cod_amount", delivery.cod.minor)
        .field("notes", delivery.notes);
}

template<class Ref>
auto idOf(const std::optional<Ref>& ref)
{
    return ref ? std::optional(ref->id) : std::nullopt;
}

void whereIdFields(JsonWriter& out, const Delivery& delivery)
{
    out.field("pickup_zone_id", idOf(delivery.pickupZone))
        .field("dropoff_zone_id", idOf(delivery.dropoffZone))
        .field("pickup_warehouse_id", idOf(delivery.pickupWarehouse))
        .field("dropoff_warehouse_id", idOf(delivery.dropoffWarehouse));
}

void whereRefFields(JsonWriter& out, const Delivery& delivery)
{
    out.key("pickup_warehouse");
    writeRef(out, delivery.pickupWarehouse);
    out.key("dropoff_warehouse");
    writeRef(out, delivery.dropoffWarehouse);
    out.key("pickup_zone");
    writeRef(out, delivery.pickupZone);
    out.key("dropoff_zone");
    writeRef(out, delivery.dropoffZone);
}

void textOrNull(JsonWriter& out, std::string_view name, const QString& text)
{
    out.key(name);
    if (text.isEmpty()) {
        out.null();
    } else {
        out.value(text);
    }
}

void returnFields(JsonWriter& out, const Delivery& delivery)
{
    out.field("is_returned", delivery.isReturned);
    textOrNull(out, "return_reason", delivery.returnReason);
    textOrNull(out, "return_trigger_point", delivery.returnTriggerPoint);
    out.field("returned_at", delivery.returnedAt);
}

} // namespace

void writeCreatedChild(JsonWriter& out, const Delivery& delivery)
{
    out.beginObject();
    headFields(out, delivery, CodeShape::Number);
    placeFields(out, delivery, PlaceShape::Short);
    payFields(out, delivery);
    out.field("created_at", delivery.createdAt).endObject();
}

void writeWaybillChild(JsonWriter& out, const Delivery& delivery)
{
    out.beginObject();
    headFields(out, delivery, CodeShape::Number);
    placeFields(out, delivery, PlaceShape::Short);
    payFields(out, delivery);
    out.field("created_at", delivery.createdAt);
    whereIdFields(out, delivery);
    out.endObject();
}

void writeListedChild(JsonWriter& out, const Delivery& delivery)
{
    out.beginObject();
    headFields(out, delivery, CodeShape::Text);
    placeFields(out, delivery, PlaceShape::Short);
    payFields(out, delivery);
    out.field("created_at", delivery.createdAt);
    whereIdFields(out, delivery);
    returnFields(out, delivery);
    whereRefFields(out, delivery);
    out.key("customer");
    writeCustomer(out, delivery.customer, CustomerPhone::Left);
    out.endObject();
}

void writeEligible(JsonWriter& out, const Delivery& delivery)
{
    out.beginObject();
    headFields(out, delivery, CodeShape::Text);
    payFields(out, delivery);
    placeFields(out, delivery, PlaceShape::Short);
    out.field("pickup_warehouse_id", idOf(delivery.pickupWarehouse))
        .field("dropoff_warehouse_id", idOf(delivery.dropoffWarehouse));
    whereRefFields(out, delivery);
    out.key("customer");
    writeCustomer(out, delivery.customer, CustomerPhone::Left);
    out.field("created_at", delivery.createdAt).field("updated_at", delivery.updatedAt).endObject();
}

void writeScanned(JsonWriter& out, const Delivery& delivery)
{
    out.beginObject();
    headFields(out, delivery, CodeShape::Text);
    placeFields(out, delivery, PlaceShape::Full);
    payFields(out, delivery);
    out.field("created_at", delivery.createdAt);
    whereIdFields(out, delivery);
    returnFields(out, delivery);
    out.endObject();
}

void writeDriverChild(JsonWriter& out, const Delivery& delivery)
{
    out.beginObject().field("id", delivery.id);
    writeCode(out, delivery.code);
    out.field("external_reference_id", delivery.externalReference).field("status", delivery.state.text);
    writeQuantity(out, "unit_size", delivery.unitSize);
    placeFields(out, delivery, PlaceShape::WithId);
    out.key("customer");
    writeCustomer(out, delivery.customer, CustomerPhone::Told);
    out.endObject();
}

void writeDetailedDelivery(JsonWriter& out, const Delivery& delivery)
{
    out.beginObject();
    detailedDeliveryFields(out, delivery);
    out.endObject();
}

void detailedDeliveryFields(JsonWriter& out, const Delivery& delivery)
{
    headFields(out, delivery, CodeShape::Text);
    placeFields(out, delivery, PlaceShape::Full);
    payFields(out, delivery);
    out.field("created_at", delivery.createdAt).field("updated_at", delivery.updatedAt);
    whereIdFields(out, delivery);
    returnFields(out, delivery);
    whereRefFields(out, delivery);
    out.key("customer");
    if (delivery.customer) {
        out.beginObject()
            .field("id", delivery.customer->id)
            .field("full_name", delivery.customer->fullName)
            .field("phone", delivery.customer->phone);
        textOrNull(out, "avatar_url", delivery.customer->avatarUrl);
        out.endObject();
    } else {
        out.null();
    }
    out.field("waybill_id", delivery.waybillId)
        .field("parent_delivery_id", delivery.parentId)
        .field("has_active_assignment", delivery.hasActiveAssignment)
        .field("in_active_route_session", delivery.inActiveRouteSession)
        .field("trip_id", delivery.tripId)
        .field("trip_sequence", delivery.tripSequence)
        .field("window_opens_at", delivery.window ? std::optional(delivery.window->opens) : std::nullopt)
        .field("window_closes_at", delivery.window ? std::optional(delivery.window->closes) : std::nullopt);
}

void writeSummary(JsonWriter& out, std::span<const Delivery> deliveries, UnitTotal units)
{
    std::map<QString, qint64> byStatus;
    Quantity total;
    for (const Delivery& delivery : deliveries) {
        ++byStatus[delivery.state.text];
        total = total + delivery.unitSize;
    }
    out.key("summary").beginObject().field("total_deliveries", deliveries.size());
    if (units == UnitTotal::Told)
        writeQuantity(out, "total_unit_size", total);
    out.key("status_breakdown").beginObject();
    for (const auto& [status, count] : byStatus)
        out.field(status.toStdString(), count); // our own words: plain ASCII
    out.endObject().endObject();
}

} // namespace waydesk::wire::ondi

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/ondi/tripanswers.h"

#include "services/domain/tripstops.h"
#include "services/wire/ondi/answers.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::wire::ondi {

namespace {

// The creation's example shows less in some places and more in others than the detail's.
enum class Shape { Created, Detail };

void writePosition(JsonWriter& out, const QGeoCoordinate& position)
{
    if (position.isValid()) {
        out.beginObject().field("latitude", position.latitude()).field("longitude", position.longitude()).endObject();
    } else {
        out.null();
    }
}

void writePosition(JsonWriter& out, const std::optional<Place>& place)
{
    writePosition(out, place ? place->position : QGeoCoordinate());
}

void orNull(JsonWriter& out, std::string_view name, const QString& text)
{
    out.key(name);
    if (text.isEmpty()) {
        out.null();
    } else {
        out.value(text);
    }
}

void typeField(JsonWriter& out, const Trip& trip)
{
    out.field("trip_type", trip.type ? std::optional(trip.type->text) : std::nullopt);
}

void crewFields(JsonWriter& out, const Trip& trip, Shape shape)
{
    out.key("driver");
    if (trip.driver) {
        out.beginObject()
            .field("id", trip.driver->id)
            .field("full_name", trip.driver->user.fullName)
            .field("phone", trip.driver->user.phone);
        if (shape == Shape::Detail)
            orNull(out, "avatar_url", trip.driver->user.avatarUrl);
        out.endObject();
    } else {
        out.null();
    }
    out.key("vehicle");
    if (trip.vehicle) {
        out.beginObject()
            .field("id", trip.vehicle->id)
            .field("name", trip.vehicle->name)
            .field("code", trip.vehicle->code)
            .endObject();
    } else {
        out.null();
    }
}

void headFields(JsonWriter& out, const Trip& trip)
{
    out.field("id", trip.id).field("trip_number", trip.number).field("status", trip.state.text);
    typeField(out, trip);
    out.field("notes", trip.notes);
}

void timeFields(JsonWriter& out, const Trip& trip)
{
    out.field("started_at", trip.startedAt)
        .field("completed_at", trip.completedAt)
        .field("created_at", trip.createdAt)
        .field("updated_at", trip.updatedAt);
}

void returnsField(JsonWriter& out, const QList<ReturnRequest>& requests)
{
    out.key("return_requests").beginArray();
    for (const ReturnRequest& request : requests)
        writeReturnRequest(out, request);
    out.endArray();
}

void deliveriesField(JsonWriter& out, const TripContent& content, Shape shape)
{
    out.key("deliveries").beginArray();
    for (const Delivery& delivery : content.deliveries) {
        out.beginObject().field("id", delivery.id);
        writeCode(out, delivery.code);
        out.field("barcode", delivery.barcode)
            .field("status", delivery.state.text)
            .field("trip_sequence", delivery.tripSequence);
        if (shape == Shape::Detail) {
            out.key("pickup_location");
            writePosition(out, delivery.pickup);
            out.key("dropoff_location");
            writePosition(out, delivery.dropoff);
            out.field("payment_method", delivery.paymentMethod).field("cod_amount", delivery.cod.minor);
            writeQuantity(out, "unit_size", delivery.unitSize);
            returnsField(out, content.returns.value(delivery.id));
        }
        out.endObject();
    }
    out.endArray();
}

void summaryField(JsonWriter& out, const TripContent& content)
{
    const TripSummary sum = summaryOf(content.deliveries);
    out.key("summary")
        .beginObject()
        .field("total", sum.total)
        .field("planned", sum.planned)
        .field("in_progress", sum.inProgress)
        .field("delivered", sum.delivered)
        .field("returned", sum.returned)
        .field("cancelled", sum.cancelled)
        .field("with_return_request", content.returns.size())
        .endObject();
}

void placeOfStop(JsonWriter& out, const TripStop& stop)
{
    out.field("stop_type", stop.kind == StopKind::Pickup ? u"pickup"_s : u"dropoff"_s).key("location");
    writePosition(out, stop.position);
}

void stopDeliveries(JsonWriter& out, const TripStop& stop, const TripContent& content, Shape shape)
{
    out.key("deliveries").beginArray();
    for (const qsizetype at : stop.members) {
        const Delivery& delivery = content.deliveries[at];
        out.beginObject().field("delivery_id", delivery.id);
        writeCode(out, delivery.code);
        if (shape == Shape::Created)
            out.field("barcode", delivery.barcode);
        out.field("status", delivery.state.text).field("trip_sequence", delivery.tripSequence).endObject();
    }
    out.endArray();
}

void executionField(JsonWriter& out, const TripContent& content, Shape shape)
{
    const QList<TripStop> stops = stopsOf(content.deliveries);
    const auto whole = [&](const TripStop& stop) {
        out.beginObject();
        placeOfStop(out, stop);
        stopDeliveries(out, stop, content, shape);
        out.field("is_complete", stop.isComplete).endObject();
    };
    const auto pointer = [&](std::string_view name, qsizetype at) {
        out.key(name);
        if (at < 0) {
            out.null();
        } else if (shape == Shape::Created) {
            whole(stops[at]);
        } else {
            out.beginObject();
            placeOfStop(out, stops[at]);
            out.field("is_complete", stops[at].isComplete).endObject();
        }
    };
    out.key("driver_execution").beginObject().key("stop_list").beginArray();
    for (const TripStop& stop : stops)
        whole(stop);
    out.endArray();
    const StopPointer at = pointerInto(stops);
    pointer("current_stop", at.current);
    pointer("next_stop", at.next);
    out.endObject();
}

template<class Ref>
void refField(JsonWriter& out, std::string_view name, const std::optional<Ref>& ref)
{
    out.key(name);
    writeRef(out, ref);
}

} // namespace

void writeTripListRow(JsonWriter& out, const Trip& trip)
{
    out.beginObject();
    headFields(out, trip);
    timeFields(out, trip);
    out.field("item_count", trip.itemCount);
    crewFields(out, trip, Shape::Created);
    out.endObject();
}

void writeDriverTripRow(JsonWriter& out, const Trip& trip)
{
    out.beginObject().field("id", trip.id).field("trip_number", trip.number).field("status", trip.state.text);
    typeField(out, trip);
    out.field("item_count", trip.itemCount)
        .field("started_at", trip.startedAt)
        .field("completed_at", trip.completedAt)
        .endObject();
}

void writeCreatedTrip(JsonWriter& out, const Trip& trip, const TripContent& content)
{
    out.beginObject();
    headFields(out, trip);
    crewFields(out, trip, Shape::Created);
    deliveriesField(out, content, Shape::Created);
    summaryField(out, content);
    executionField(out, content, Shape::Created);
    out.endObject();
}

void writeTripDetail(JsonWriter& out, const Trip& trip, const TripContent& content)
{
    out.beginObject();
    headFields(out, trip);
    timeFields(out, trip);
    crewFields(out, trip, Shape::Detail);
    deliveriesField(out, content, Shape::Detail);
    summaryField(out, content);
    executionField(out, content, Shape::Detail);
    out.endObject();
}

void writeTripStatus(JsonWriter& out, const Trip& trip)
{
    out.beginObject().field("id", trip.id).field("status", trip.state.text).endObject();
}

void writeTripTotal(JsonWriter& out, const Trip& trip)
{
    out.beginObject().field("id", trip.id).key("summary").beginObject().field("total", trip.itemCount).endObject();
    out.endObject();
}

void writeTripEligible(JsonWriter& out, const Delivery& delivery)
{
    out.beginObject().field("id", delivery.id);
    writeCode(out, delivery.code);
    out.field("barcode", delivery.barcode).field("status", delivery.state.text);
    orNull(out, "external_reference_id", delivery.externalReference);
    out.field("payment_method", delivery.paymentMethod).field("cod_amount", delivery.cod.minor);
    writeQuantity(out, "unit_size", delivery.unitSize);
    out.key("pickup_location");
    writePosition(out, delivery.pickup);
    out.key("delivery_location");
    writePosition(out, delivery.dropoff);
    refField(out, "pickup_warehouse", delivery.pickupWarehouse);
    refField(out, "dropoff_warehouse", delivery.dropoffWarehouse);
    refField(out, "pickup_zone", delivery.pickupZone);
    refField(out, "dropoff_zone", delivery.dropoffZone);
    out.endObject();
}

void writeTripReturns(JsonWriter& out, const TripContent& content)
{
    out.beginArray();
    for (const Delivery& delivery : content.deliveries) {
        const QList<ReturnRequest> requests = content.returns.value(delivery.id);
        if (requests.isEmpty())
            continue;
        out.beginObject().field("delivery_id", delivery.id);
        writeCode(out, delivery.code);
        out.field("barcode", delivery.barcode)
            .field("delivery_status", delivery.state.text)
            .field("return_status", returnStatusOf(requests.last()))
            .field("trip_sequence", delivery.tripSequence);
        returnsField(out, requests);
        out.endObject();
    }
    out.endArray();
}

void writeReturnRequest(JsonWriter& out, const ReturnRequest& request)
{
    out.beginObject()
        .field("id", request.id)
        .field("status", request.state.text)
        .field("return_reason", request.reason)
        .field("return_delivery_id", request.returnDelivery)
        .field("requested_at", request.requestedAt)
        .field("notes", request.notes)
        .endObject();
}

QString returnStatusOf(const ReturnRequest& newest)
{
    return newest.state.is(ReturnRequestStatus::Pending) ? u"return_requested"_s
                                                         : QString(u"return_"_s + newest.state.text);
}

} // namespace waydesk::wire::ondi

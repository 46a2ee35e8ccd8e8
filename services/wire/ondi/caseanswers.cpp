// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/ondi/caseanswers.h"

namespace waydesk::wire::ondi {

namespace {

void fullReturnFields(JsonWriter& out, const ReturnRequest& request)
{
    out.field("id", request.id)
        .field("delivery_id", request.delivery)
        .field("status", request.state.text)
        .field("return_reason", request.reason)
        .field("notes", request.notes)
        .field("requested_at", request.requestedAt)
        .field("requested_by_name", request.requestedByName)
        .field("decided_at", request.decidedAt)
        .field("decided_by_name", request.decidedByName)
        .field("return_delivery_id", request.returnDelivery)
        .field("return_delivery_code", request.returnDeliveryCode);
}

} // namespace

void writeLink(JsonWriter& out, const std::optional<WaybillLink>& link)
{
    if (!link) {
        out.null();
        return;
    }
    out.beginObject()
        .field("id", link->id)
        .field("waybill_number", link->number)
        .field("status", link->state.text)
        .endObject();
}

void writeLink(JsonWriter& out, const std::optional<TripLink>& link)
{
    if (!link) {
        out.null();
        return;
    }
    out.beginObject()
        .field("id", link->id)
        .field("trip_number", link->number)
        .field("status", link->state.text)
        .endObject();
}

void writeFullReturn(JsonWriter& out, const ReturnRequest& request)
{
    out.beginObject();
    fullReturnFields(out, request);
    out.endObject();
}

void writeReturnRow(JsonWriter& out, const ReturnQueueRow& row)
{
    out.beginObject();
    fullReturnFields(out, row.request);
    out.field("delivery_code", row.deliveryCode)
        .field("delivery_status", row.deliveryState.text)
        .field("customer_name", row.customerName)
        .field("trip_id", row.trip)
        .field("trip_number", row.tripNumber)
        .endObject();
}

void writeCase(JsonWriter& out, const DeliveryCase& row)
{
    out.beginObject()
        .field("id", row.id)
        .field("delivery_id", row.delivery)
        .field("delivery_code", row.deliveryCode)
        .field("delivery_status", row.deliveryState.text)
        .field("kind", row.kind.text)
        .field("reason", row.reason)
        .field("notes", row.notes)
        .field("waybill_id", row.waybill)
        .field("waybill_number", row.waybillNumber)
        .field("trip_id", row.trip)
        .field("trip_number", row.tripNumber)
        .field("raised_at", row.raisedAt)
        .field("raised_by_name", row.raisedByName)
        .field("owner_id", row.owner)
        .field("owner_name", row.ownerName)
        .field("next_action", row.nextAction)
        .field("due_at", row.dueAt)
        .field("state", row.state.text)
        .field("resolved_at", row.resolvedAt)
        .field("resolved_by_name", row.resolvedByName)
        .field("resolution", row.resolution)
        .field("updated_at", row.updatedAt)
        .endObject();
}

} // namespace waydesk::wire::ondi

// SPDX-License-Identifier: GPL-3.0-or-later
// Our own calls about parcels, in OnDi's envelope. The list goes on by cursor: `after` takes the `next_cursor` of the
// page before, which is null at the end.
#include "backend/depot/cases.h"
#include "backend/depot/deliverylist.h"
#include "backend/depot/deliveryrows.h"
#include "backend/depot/deliverywork.h"
#include "backend/depot/editdelivery.h"
#include "backend/depot/imports.h"
#include "backend/depot/newdelivery.h"
#include "backend/depot/returnrequests.h"
#include "backend/ondi/envelope.h"
#include "backend/ondi/queryreader.h"
#include "backend/ondi/routes.h"
#include "services/wire/ondi/answers.h"
#include "services/wire/ondi/caseanswers.h"
#include "services/wire/ondi/requests.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

Response listRoute(Call& call)
{
    QueryReader reader(call.request);
    const Paging paging = reader.paging(kMostPerPage);
    DeliveryFeedQuery query;
    query.page = paging.page;
    query.limit = paging.limit;
    query.search = reader.text(u"search"_s);
    query.after = reader.text(u"after"_s, 400);
    if (const QString since = reader.text(u"updated_since"_s); !since.isEmpty()) {
        query.updatedSince = parseInstant(since);
        if (!query.updatedSince)
            reader.refuse(u"updated_since"_s, u"Input should be a valid datetime"_s);
    }
    if (!reader.ok())
        return refusalAnswer(reader.error());
    const auto feed = deliveryFeed(call, query);
    if (!feed)
        return refusalAnswer(feed.error());
    auto out = openAnswer(u"Deliveries retrieved successfully"_s, 512 + 1800 * feed->page.rows.size());
    out.beginArray();
    for (const Delivery& delivery : feed->page.rows)
        wire::ondi::writeDetailedDelivery(out, delivery);
    out.endArray();
    pagingFields(out, feed->page.total, paging);
    out.field("next_cursor", feed->nextCursor);
    return closeAnswer(out);
}

void writeAction(wire::JsonWriter& out, const StoredDeliveryAction& action)
{
    const auto& at = action.position;
    out.beginObject()
        .field("action", action.action)
        .field("previous_status", action.previousStatus)
        .field("new_status", action.newStatus)
        .field("at", action.at)
        .field("actor_name", action.actorName)
        .field("notes", action.notes)
        .field("latitude", at ? std::optional(at->latitude()) : std::nullopt)
        .field("longitude", at ? std::optional(at->longitude()) : std::nullopt)
        .key("proof_of_delivery")
        .raw(action.proof)
        .endObject();
}

// What was asked to come back, what went wrong, and what carries it.
void historyFields(Call& call, wire::JsonWriter& out, const Delivery& delivery)
{
    const QList<ReturnRequest> returns = returnRequestsOf(call, delivery.id);
    const QList<DeliveryCase> cases = casesOf(call, delivery.id);
    const DeliveryLinks links = linksOf(call, delivery);
    out.key("return_requests").beginArray();
    for (const ReturnRequest& request : returns)
        wire::ondi::writeFullReturn(out, request);
    out.endArray().key("exceptions").beginArray();
    for (const DeliveryCase& row : cases)
        wire::ondi::writeCase(out, row);
    out.endArray().key("waybill");
    wire::ondi::writeLink(out, links.waybill);
    out.key("trip");
    wire::ondi::writeLink(out, links.trip);
}

Response detailRoute(Call& call)
{
    const auto found = findDelivery(call, {call.request.capture(u"delivery_id"_s)});
    if (!found)
        return refusalAnswer(refused(Refusal::DeliveryNotFound));
    auto out = openAnswer(u"Delivery retrieved successfully"_s);
    out.beginObject();
    wire::ondi::detailedDeliveryFields(out, *found);
    out.key("driver_actions").beginArray();
    for (const StoredDeliveryAction& action : actionsOn(call, found->id))
        writeAction(out, action);
    out.endArray();
    historyFields(call, out, *found);
    out.endObject();
    return closeAnswer(out);
}

Response createRoute(Call& call)
{
    const auto made = wire::ondi::decodeNewDelivery(call.request.body);
    if (!made)
        return refusalAnswer(made.error());
    const auto created = createDelivery(call, *made);
    if (!created)
        return refusalAnswer(created.error());
    auto out = openAnswer(u"Delivery created successfully"_s);
    wire::ondi::writeDetailedDelivery(out, *created);
    return closeAnswer(out, 201);
}

Response editRoute(Call& call)
{
    const auto change = wire::ondi::decodeChangedDelivery(call.request.body);
    if (!change)
        return refusalAnswer(change.error());
    const auto edited = editDelivery(call, {call.request.capture(u"delivery_id"_s)}, *change);
    if (!edited)
        return refusalAnswer(edited.error());
    auto out = openAnswer(u"Delivery updated successfully"_s);
    wire::ondi::writeDetailedDelivery(out, *edited);
    return closeAnswer(out);
}

Response importRoute(Call& call)
{
    const auto batch = wire::ondi::decodeImportBatch(call.request.body);
    if (!batch)
        return refusalAnswer(batch.error());
    const auto done = importDeliveries(call, *batch);
    if (!done)
        return refusalAnswer(done.error());
    auto out =
        openAnswer(u"Deliveries imported successfully"_s, 512 + 110 * (done->created.size() + done->refused.size()));
    out.beginObject().key("created").beginArray();
    for (const ImportedParcel& parcel : done->created)
        out.beginObject()
            .field("line", parcel.line)
            .field("id", parcel.id)
            .field("delivery_code", parcel.code)
            .endObject();
    out.endArray().key("refused").beginArray();
    for (const RefusedRow& row : done->refused) {
        out.beginObject().field("line", row.line).field("code", row.error.code).field("message", row.error.vendorText);
        out.key("details").beginArray();
        for (const FieldError& fault : row.error.fields)
            out.beginObject().field("field", fault.field).field("message", fault.message).endObject();
        out.endArray().endObject();
    }
    out.endArray().endObject();
    return closeAnswer(out);
}

} // namespace

std::vector<Route> ondiDeliveryRoutes()
{
    return {{Method::Get, u"/delivery/deliveries"_s, Access::View, false, listRoute},
            {Method::Get, u"/delivery/deliveries/{delivery_id}"_s, Access::View, false, detailRoute},
            {Method::Post, u"/delivery/deliveries"_s, Access::Dispatch, true, createRoute},
            {Method::Patch, u"/delivery/deliveries/{delivery_id}"_s, Access::Dispatch, true, editRoute},
            {Method::Post, u"/delivery/deliveries/import"_s, Access::Dispatch, true, importRoute}};
}

} // namespace waydesk::backend

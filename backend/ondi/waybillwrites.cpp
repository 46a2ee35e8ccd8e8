// SPDX-License-Identifier: GPL-3.0-or-later
// The documented calls by which a dispatcher changes waybills.
#include "backend/depot/bulkdelete.h"
#include "backend/depot/creation.h"
#include "backend/depot/custody.h"
#include "backend/depot/deliveryrows.h"
#include "backend/depot/lifecycle.h"
#include "backend/depot/membership.h"
#include "backend/ondi/envelope.h"
#include "backend/ondi/routes.h"
#include "backend/ondi/waybillanswer.h"
#include "services/wire/ondi/answers.h"
#include "services/wire/ondi/requests.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

using namespace wire::ondi;

WaybillId waybillOf(const Call& call)
{
    return {call.request.capture(u"waybill_id"_s)};
}

Response createRoute(Call& call)
{
    const auto command = decodeCreateWaybill(call.request.body);
    if (!command)
        return refusalAnswer(command.error());
    const auto row = createWaybill(call, *command);
    if (!row)
        return refusalAnswer(row.error());
    const QList<Delivery> deliveries = childrenOf(call, row->waybill.id);
    auto out = openAnswer(u"Waybill created successfully"_s, 2048 + 500 * deliveries.size());
    out.beginObject();
    waybillFields(out, row->waybill);
    out.key("deliveries").beginArray();
    for (const Delivery& delivery : deliveries)
        writeCreatedChild(out, delivery);
    out.endArray();
    writeSummary(out, deliveries, UnitTotal::Left);
    out.endObject();
    return closeAnswer(out, 201);
}

Response updateRoute(Call& call)
{
    auto command = decodeUpdateWaybill(call.request.body);
    if (!command)
        return refusalAnswer(command.error());
    command->waybill = waybillOf(call);
    const auto row = updateWaybill(call, *command);
    return row ? plainWaybill(u"Waybill updated successfully"_s, *row) : refusalAnswer(row.error());
}

Response attachRoute(Call& call)
{
    const auto ids = decodeDeliveryIds(call.request.body);
    if (!ids)
        return refusalAnswer(ids.error());
    const auto attached = attachDeliveries(call, waybillOf(call), *ids);
    if (!attached) {
        // Of this call's refusals the document shows one, and that one without a code.
        const RefusalWords assigned = wordsOf(Refusal::DeliveryHasActiveAssignment);
        return refusalAnswer(attached.error().code == assigned.code ? uncoded(attached.error()) : attached.error());
    }
    auto out = openAnswer(u"Deliveries added to waybill successfully"_s, 128);
    out.beginObject().field("attached", *attached).endObject();
    return closeAnswer(out);
}

Response detachRoute(Call& call)
{
    const auto done = detachDelivery(call, waybillOf(call), {call.request.capture(u"delivery_id"_s)});
    if (!done)
        return refusalAnswer(done.error());
    auto out = openAnswer(u"Delivery removed from waybill successfully"_s, 128);
    out.null();
    return closeAnswer(out);
}

Response sealRoute(Call& call)
{
    const auto row = sealWaybill(call, waybillOf(call));
    return row ? wholeWaybill(call, u"Waybill sealed successfully"_s, *row) : refusalAnswer(row.error());
}

Response assignRoute(Call& call)
{
    const auto driver = decodeAssignDriver(call.request.body);
    if (!driver)
        return refusalAnswer(driver.error());
    const auto row = assignDriver(call, {waybillOf(call), *driver});
    return row ? plainWaybill(u"Waybill assigned to driver successfully"_s, *row) : refusalAnswer(row.error());
}

Response switchRoute(Call& call)
{
    auto command = decodeSwitchDriver(call.request.body);
    if (!command)
        return refusalAnswer(command.error());
    command->waybill = waybillOf(call);
    const auto row = switchDriver(call, *command);
    return row ? wholeWaybill(call, u"Waybill driver switched successfully"_s, *row) : refusalAnswer(row.error());
}

Response unassignRoute(Call& call)
{
    const auto row = unassignDriver(call, waybillOf(call));
    return row ? wholeWaybill(call, u"Waybill driver unassigned successfully"_s, *row) : refusalAnswer(row.error());
}

Response dispatchRoute(Call& call)
{
    const auto row = dispatchWaybill(call, waybillOf(call));
    return row ? plainWaybill(u"Waybill dispatched successfully"_s, *row) : refusalAnswer(row.error());
}

Response receiveRoute(Call& call)
{
    const auto proof = decodeReceive(call.request.body);
    if (!proof)
        return refusalAnswer(proof.error());
    const auto row = receiveWaybill(call, waybillOf(call), *proof);
    return row ? plainWaybill(u"Waybill received successfully"_s, *row) : refusalAnswer(row.error());
}

Response closeRoute(Call& call)
{
    const auto row = closeWaybill(call, waybillOf(call));
    return row ? plainWaybill(u"Waybill closed successfully"_s, *row) : refusalAnswer(row.error());
}

Response cancelRoute(Call& call)
{
    const auto row = cancelWaybill(call, waybillOf(call));
    return row ? plainWaybill(u"Waybill cancelled successfully"_s, *row) : refusalAnswer(row.error());
}

Response bulkDeleteRoute(Call& call)
{
    const auto command = decodeBulkDelete(call.request.body);
    if (!command)
        return refusalAnswer(command.error());
    const auto done = bulkDeleteEmptyDrafts(call, *command);
    if (!done)
        return refusalAnswer(done.error());
    auto out = openAnswer(u"Empty drafted Waybills processed successfully"_s);
    out.beginObject()
        .field("scope", command->allEmpty ? u"all_empty_drafts"_s : u"selected"_s)
        .field("deleted_count", done->deleted.size())
        .key("deleted_ids")
        .beginArray();
    for (const WaybillId& id : done->deleted)
        out.value(id);
    out.endArray().key("skipped").beginArray();
    for (const BulkDeleted::Skipped& skipped : done->skipped)
        out.beginObject().field("id", skipped.id).field("reason", skipped.reason).endObject();
    out.endArray().key("not_found").beginArray();
    for (const WaybillId& id : done->notFound)
        out.value(id);
    out.endArray().endObject();
    return closeAnswer(out);
}

} // namespace

std::vector<Route> waybillWriteRoutes()
{
    const QString all = u"/delivery/waybills"_s;
    const QString one = u"/delivery/waybills/{waybill_id}"_s;
    const auto write = [](Method method, const QString& pattern, Handler handler) {
        return Route{method, pattern, Access::Dispatch, true, std::move(handler)};
    };
    Route create = write(Method::Post, all, createRoute);
    create.failureCode = u"waybill_creation_failed"_s;
    create.failureMessage = u"Unable to create the Waybill. Please try again."_s;
    return {std::move(create),
            write(Method::Put, one, updateRoute),
            write(Method::Post, one + u"/deliveries"_s, attachRoute),
            write(Method::Delete, one + u"/deliveries/{delivery_id}"_s, detachRoute),
            write(Method::Post, one + u"/seal"_s, sealRoute),
            write(Method::Post, one + u"/assign"_s, assignRoute),
            write(Method::Post, one + u"/switch-driver"_s, switchRoute),
            write(Method::Post, one + u"/unassign"_s, unassignRoute),
            write(Method::Post, one + u"/dispatch"_s, dispatchRoute),
            write(Method::Post, one + u"/receive"_s, receiveRoute),
            write(Method::Post, one + u"/close"_s, closeRoute),
            write(Method::Post, one + u"/cancel"_s, cancelRoute),
            write(Method::Post, all + u"/bulk-delete-empty-drafts"_s, bulkDeleteRoute)};
}

} // namespace waydesk::backend

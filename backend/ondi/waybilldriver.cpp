// SPDX-License-Identifier: GPL-3.0-or-later
// The documented calls of the driver's side: the action, the driver's own list, and returns, which both may make.
#include "backend/depot/driverwork.h"
#include "backend/depot/returns.h"
#include "backend/depot/waybilllist.h"
#include "backend/http/answers.h"
#include "backend/ondi/envelope.h"
#include "backend/ondi/queryreader.h"
#include "backend/ondi/routes.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

using namespace wire::ondi;

Response actionRoute(Call& call)
{
    const auto request = decodeDriverAction(call.request.body);
    if (!request)
        return refusalAnswer(request.error());
    const auto done = driverAction(call, {call.request.capture(u"waybill_id"_s)}, *request);
    if (!done)
        return refusalAnswer(done.error());
    auto out = openAnswer(u"Waybill action completed successfully"_s, 2048 + 500 * done->deliveries.size());
    out.beginObject().key("waybill").beginObject();
    waybillFields(out, done->row.waybill);
    out.endObject().key("deliveries").beginArray();
    for (const Delivery& delivery : done->deliveries)
        writeDriverChild(out, delivery);
    out.endArray().endObject();
    return closeAnswer(out);
}

Response noDriver()
{
    return refusalAnswer(refusedWith(404, {}, u"Driver not found"_s));
}

Response listRoute(Call& call)
{
    if (!call.caller.driver)
        return noDriver();
    QueryReader query(call.request);
    const Paging paging = query.paging(20);
    WaybillFilter filter;
    filter.driver = call.caller.driver;
    filter.status = query.word<WaybillStatus>(u"status"_s);
    if (!query.ok())
        return refusalAnswer(query.error());
    const WaybillList list = listWaybills(call, filter, paging);
    auto out = openAnswer(u"Waybills retrieved successfully"_s, 1024 + 900 * list.page.rows.size());
    out.beginArray();
    for (const WaybillRow& row : list.page.rows)
        writeDriverWaybillRow(out, row.waybill);
    out.endArray();
    writeStatuses(out, list.statuses);
    pagingFields(out, list.page.total, paging);
    return closeAnswer(out);
}

Response summaryRoute(Call& call)
{
    if (!call.caller.driver)
        return noDriver();
    WaybillFilter filter;
    filter.driver = call.caller.driver;
    wire::JsonWriter out(512); // this one answer has no "data"
    out.beginObject().field("success", true);
    out.field("message", u"Waybill status summary retrieved successfully"_s);
    writeStatuses(out, countByStatus(call, filter));
    return closeAnswer(out);
}

Response returnRoute(Call& call)
{
    if (!mayDispatch(call.caller) && call.caller.role != UserRole::Driver)
        return insufficientPermissions();
    auto command = decodeReturnChildren(call.request.body);
    if (!command)
        return refusalAnswer(command.error());
    command->waybill = {call.request.capture(u"waybill_id"_s)};
    const auto done = returnChildren(call, *command);
    if (!done)
        return refusalAnswer(done.error());
    const Waybill& waybill = done->row.waybill;
    auto out = openAnswer(u"Waybill children returned successfully"_s);
    out.beginObject()
        .key("waybill")
        .beginObject()
        .field("id", waybill.id)
        .field("waybill_number", waybill.number)
        .field("status", waybill.state.text)
        .field("closed_at", waybill.closedAt)
        .endObject()
        .key("returnedDeliveries")
        .beginArray();
    for (const ReturnedChild& child : done->children) {
        out.beginObject()
            .field("delivery_id", child.delivery)
            .field("delivery_code", child.code)
            .field("status", word(DeliveryStatus::Returned))
            .field("exception_id", child.exception)
            .field("trigger_point", child.triggerPoint)
            .endObject();
    }
    out.endArray().endObject();
    return closeAnswer(out);
}

} // namespace

std::vector<Route> waybillDriverRoutes()
{
    const QString one = u"/delivery/waybills/{waybill_id}"_s;
    return {{Method::Post, one + u"/driver-action"_s, Access::DriverOnly, true, actionRoute},
            {Method::Post, one + u"/return-children"_s, Access::SignedIn, true, returnRoute},
            {Method::Get, u"/delivery/driver-waybills"_s, Access::DriverOnly, false, listRoute},
            {Method::Get, u"/delivery/driver-waybills/status-summary"_s, Access::DriverOnly, false, summaryRoute}};
}

} // namespace waydesk::backend

// SPDX-License-Identifier: GPL-3.0-or-later
// The documented calls that read: list, detail, the two delivery lists, scan, returns.
#include "backend/depot/columnfilters.h"
#include "backend/depot/deliverylist.h"
#include "backend/depot/membership.h"
#include "backend/depot/returns.h"
#include "backend/depot/timeline.h"
#include "backend/depot/waybilllist.h"
#include "backend/ondi/envelope.h"
#include "backend/ondi/queryreader.h"
#include "backend/ondi/routes.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

using namespace wire::ondi;

WaybillId waybillOf(const Call& call)
{
    return {call.request.capture(u"waybill_id"_s)};
}

Response listRoute(Call& call)
{
    QueryReader query(call.request);
    const Paging paging = query.paging(20);
    WaybillFilter filter;
    filter.status = query.word<WaybillStatus>(u"status"_s);
    filter.carrier = query.word<CarrierType>(u"carrier_type"_s);
    if (const QString id = query.text(u"driver_id"_s); !id.isEmpty())
        filter.driver = DriverId{id};
    filter.from = query.date(u"from_date"_s);
    filter.to = query.date(u"to_date"_s);
    filter.number = query.text(u"waybill_number"_s);
    if (const QString id = query.text(u"warehouse_id"_s); !id.isEmpty())
        filter.warehouse = WarehouseId{id};
    constexpr std::array kDirections{Direction::Outbound, Direction::Inbound, Direction::Either};
    filter.direction = kDirections[static_cast<size_t>(query.oneOf(u"direction"_s, {u"outbound"_s, u"inbound"_s}, 2))];
    if (!query.ok())
        return refusalAnswer(query.error());
    const WaybillList list = listWaybills(call, filter, paging);
    auto out = openAnswer(u"Waybills retrieved successfully"_s, 1024 + 2000 * list.page.rows.size());
    out.beginArray();
    for (const WaybillRow& row : list.page.rows)
        writeWaybillListRow(out, row.waybill);
    out.endArray();
    writeStatuses(out, list.statuses);
    pagingFields(out, list.page.total, paging);
    return closeAnswer(out);
}

Response detailRoute(Call& call)
{
    const auto row = findWaybill(call, waybillOf(call));
    if (!row)
        return refusalAnswer(uncoded(row.error())); // the document gives this 404 no code
    auto out = openAnswer(u"Waybill retrieved successfully"_s, 4096);
    out.beginObject();
    waybillFields(out, row->waybill);
    out.field("item_count", row->waybill.itemCount.value_or(0));
    waybillRefFields(out, row->waybill);
    waybillTotalFields(out, row->waybill);
    out.key("assigned_by_user");
    writeUser(out, row->assignedByUser);
    out.key("received_by_user");
    writeUser(out, row->receivedByUser);
    out.key("status_updates").beginArray();
    for (const StoredEvent& event : timelineOf(call, row->waybill.id))
        writeEvent(out, event);
    out.endArray().endObject();
    return closeAnswer(out);
}

Result<DeliveryQuery> deliveryQuery(Call& call, int defaultLimit)
{
    QueryReader reader(call.request);
    DeliveryQuery query;
    query.paging = reader.paging(defaultLimit);
    constexpr std::array kSorts{DeliverySort::Code,      DeliverySort::Status,   DeliverySort::Barcode,
                                DeliverySort::Reference, DeliverySort::UnitSize, DeliverySort::CreatedAt,
                                DeliverySort::Customer};
    query.sort = kSorts[static_cast<size_t>(
        reader.oneOf(u"sort_by"_s,
                     {u"delivery_code"_s, u"status"_s, u"barcode"_s, u"external_reference_id"_s, u"unit_size"_s,
                      u"created_at"_s, u"customer"_s},
                     5))];
    query.order =
        reader.oneOf(u"sort_order"_s, {u"asc"_s, u"desc"_s}, 1) == 0 ? SortOrder::Ascending : SortOrder::Descending;
    query.search = reader.text(u"search"_s);
    const QString filters = reader.text(u"column_filters"_s, 8192);
    auto columns = columnFilters(call, filters);
    if (!columns) {
        for (const FieldError& fault : columns.error().fields)
            reader.refuse(fault.field, fault.message);
    }
    if (!reader.ok())
        return reader.error();
    query.columns = *std::move(columns);
    return query;
}

template<class Write>
Response deliveryPage(const QString& message, const Page<Delivery>& page, const Paging& paging, Write write)
{
    auto out = openAnswer(message, 512 + 1100 * page.rows.size());
    out.beginArray();
    for (const Delivery& delivery : page.rows)
        write(out, delivery);
    out.endArray();
    pagingFields(out, page.total, paging);
    return closeAnswer(out);
}

Response deliveriesRoute(Call& call)
{
    const auto query = deliveryQuery(call, 20);
    if (!query)
        return refusalAnswer(query.error());
    const auto page = deliveriesOf(call, waybillOf(call), *query);
    if (!page)
        return refusalAnswer(page.error());
    return deliveryPage(u"Waybill deliveries retrieved successfully"_s, *page, query->paging, writeListedChild);
}

Response eligibleRoute(Call& call)
{
    const auto query = deliveryQuery(call, 25);
    if (!query)
        return refusalAnswer(query.error());
    const auto page = eligibleFor(call, waybillOf(call), *query);
    if (!page)
        return refusalAnswer(page.error().status == 409 ? uncoded(page.error()) : page.error());
    return deliveryPage(u"Eligible deliveries retrieved successfully"_s, *page, query->paging, writeEligible);
}

Response scanRoute(Call& call)
{
    const auto found = scanForWaybill(call, waybillOf(call), call.request.capture(u"scan_value"_s));
    if (!found)
        return refusalAnswer(found.error());
    auto out = openAnswer(u"Eligible delivery retrieved successfully"_s);
    writeScanned(out, *found);
    return closeAnswer(out);
}

void writeReturn(wire::JsonWriter& out, const ReturnRow& row)
{
    out.beginObject()
        .field("id", row.id)
        .field("delivery_id", row.delivery)
        .field("waybill_id", row.waybill)
        .field("exception_type", row.reason)
        .field("resolution_type", row.resolution);
    writeQuantity(out, "unit_size_at_return", row.unitsAtReturn);
    out.key("exception_details")
        .beginObject()
        .field("reason_code", row.reason)
        .field("trigger_point", row.triggerPoint)
        .field("notes", row.notes)
        .key("photo_urls")
        .raw(row.photoUrls)
        .endObject()
        .field("resolved_at", row.resolvedAt)
        .key("delivery")
        .beginObject()
        .field("id", row.delivery)
        .field("delivery_code", row.code)
        .field("status", row.status);
    writeQuantity(out, "unit_size", row.units);
    out.endObject().endObject();
}

Response returnsRoute(Call& call)
{
    QueryReader query(call.request);
    const Paging paging = query.paging(20);
    if (!query.ok())
        return refusalAnswer(query.error());
    const auto page = listReturns(call, waybillOf(call), paging);
    if (!page)
        return refusalAnswer(page.error());
    auto out = openAnswer(u"Waybill returns retrieved successfully"_s);
    out.beginArray();
    for (const ReturnRow& row : page->rows)
        writeReturn(out, row);
    out.endArray();
    pagingFields(out, page->total, paging);
    return closeAnswer(out);
}

} // namespace

std::vector<Route> waybillReadRoutes()
{
    const QString one = u"/delivery/waybills/{waybill_id}"_s;
    return {{Method::Get, u"/delivery/waybills"_s, Access::View, false, listRoute},
            {Method::Get, one, Access::View, false, detailRoute},
            {Method::Get, one + u"/deliveries"_s, Access::View, false, deliveriesRoute},
            {Method::Get, one + u"/eligible-deliveries"_s, Access::View, false, eligibleRoute},
            {Method::Get, one + u"/scan/{scan_value}"_s, Access::View, false, scanRoute},
            {Method::Get, one + u"/returns"_s, Access::View, false, returnsRoute}};
}

} // namespace waydesk::backend

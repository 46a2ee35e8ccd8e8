// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/deliverylist.h"

#include "backend/depot/deliveryrows.h"
#include "backend/depot/listcursor.h"
#include "backend/depot/waybillrows.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

std::string_view columnOf(DeliverySort sort)
{
    switch (sort) {
    case DeliverySort::Code:
        return "d.code_order";
    case DeliverySort::Status:
        return "d.status";
    case DeliverySort::Barcode:
        return "d.barcode";
    case DeliverySort::Reference:
        return "d.external_reference_id";
    case DeliverySort::UnitSize:
        return "d.unit_size";
    case DeliverySort::CreatedAt:
        return "d.created_at";
    case DeliverySort::Customer:
        return "d.customer_name";
    }
    Q_UNREACHABLE();
}

// A page that is not full is the last one, and then its place tells the total: a search that finds little has read
// everything once already.
qint64 totalOf(Call& call, const Where& where, qint64 offset, qint64 limit, qint64 found)
{
    if (found < limit && (found > 0 || offset == 0))
        return offset + found;
    const auto rows = call.db.run("SELECT COUNT(*) FROM delivery d WHERE " + where.sql, where.values);
    return rows->next() ? rows->integer(0) : 0;
}

Page<Delivery> pageOf(Call& call, Where where, const DeliveryQuery& query)
{
    if (!query.search.isEmpty())
        where.add("d.search_text LIKE ? ESCAPE '\\'", {containing(query.search)});
    if (!query.columns.sql.empty()) {
        where.add(query.columns.sql);
        where.values.insert(where.values.end(), query.columns.values.begin(), query.columns.values.end());
    }
    Page<Delivery> page;
    const std::string direction = query.order == SortOrder::Ascending ? " ASC" : " DESC";
    const std::string order = " ORDER BY " + std::string(columnOf(query.sort)) + direction + ", d.id" + direction;
    const std::string sql = deliverySelect() + " WHERE d.id IN (SELECT d.id FROM delivery d WHERE " + where.sql +
                            order + " LIMIT ? OFFSET ?)" + order;
    const auto rows = call.db.run(sql, where.valuesAnd({qint64{query.paging.limit}, query.paging.offset()}));
    while (rows->next())
        page.rows.append(readDelivery(*rows));
    page.total = totalOf(call, where, query.paging.offset(), query.paging.limit, page.rows.size());
    return page;
}

struct IdPage
{
    std::vector<Value> ids;
    qint64 total = 0;
};

// To know its total a search has to look at everything, wherever its page stands: both are taken on one way through.
IdPage searchedPage(Call& call, const Where& where, std::string_view order, qint64 skip, qint64 limit)
{
    const auto rows =
        call.db.run("SELECT d.id FROM delivery d WHERE " + where.sql + " ORDER BY " + std::string(order), where.values);
    IdPage page;
    for (; rows->next(); ++page.total) {
        if (page.total >= skip && page.total < skip + limit)
            page.ids.emplace_back(rows->text(0));
    }
    return page;
}

} // namespace

Result<Page<Delivery>> deliveriesOf(Call& call, const WaybillId& waybill, const DeliveryQuery& query)
{
    if (const auto row = findWaybill(call, waybill); !row)
        return row.error();
    Where where;
    where.add("d.waybill_id = ?", {bound(waybill)});
    where.add("d.tenant_id = ?", {bound(call.caller.tenant)});
    return pageOf(call, std::move(where), query);
}

Result<Page<Delivery>> eligibleFor(Call& call, const WaybillId& waybill, const DeliveryQuery& query)
{
    const auto row = findWaybill(call, waybill);
    if (!row)
        return row.error();
    if (const Verdict verdict = canChangeMembership(row->waybill); !verdict.allowed())
        return refused(verdict.refusal);
    Where where;
    where.add("d.tenant_id = ?", {bound(call.caller.tenant)});
    where.add("d.eligible = 1");
    return pageOf(call, std::move(where), query);
}

Result<DeliveryFeed> deliveryFeed(Call& call, const DeliveryFeedQuery& query)
{
    Where where;
    where.add("d.tenant_id = ?", {bound(call.caller.tenant)});
    if (query.updatedSince)
        where.add("d.updated_at >= ?", {bound(*query.updatedSince)});
    if (!query.search.isEmpty())
        where.add("d.search_text LIKE ? ESCAPE '\\'", {containing(query.search)});
    DeliveryFeed feed;
    qint64 skip = 0;
    if (query.after.isEmpty()) {
        skip = (static_cast<qint64>(query.page) - 1) * query.limit;
    } else {
        const std::optional<ListCursor> cursor = listCursorFrom(query.after);
        if (!cursor)
            return notACursor();
        feed.page.total = cursor->total; // counted once, for the first page
        where.add("(d.updated_at, d.id) > (?, ?)", {cursor->at, bound(cursor->id)});
    }
    constexpr std::string_view kOrder = "d.updated_at, d.id";
    const bool isSearched = query.after.isEmpty() && !query.search.isEmpty();
    std::string ids =
        "SELECT d.id FROM delivery d WHERE " + where.sql + " ORDER BY d.updated_at, d.id LIMIT ? OFFSET ?";
    std::vector<Value> values = where.valuesAnd({qint64{query.limit}, skip});
    if (isSearched) {
        IdPage page = searchedPage(call, where, kOrder, skip, query.limit);
        feed.page.total = page.total;
        page.ids.resize(static_cast<size_t>(query.limit)); // the rest is NULL: one statement for every page
        ids = "?";
        for (int i = 1; i < query.limit; ++i)
            ids += ",?";
        values = std::move(page.ids);
    }
    const std::string sql = deliverySelect() + " WHERE d.id IN (" + ids + ") ORDER BY " + std::string(kOrder);
    const auto rows = call.db.run(sql, values);
    while (rows->next())
        feed.page.rows.append(readDelivery(*rows));
    if (query.after.isEmpty() && !isSearched)
        feed.page.total = totalOf(call, where, skip, query.limit, feed.page.rows.size());
    if (feed.page.rows.size() == query.limit) {
        const Delivery& last = feed.page.rows.last();
        feed.nextCursor = written({feed.page.total, last.updatedAt.time_since_epoch().count(), last.id.value});
    }
    return feed;
}

} // namespace waydesk::backend

// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/returnlist.h"

#include "backend/depot/listcursor.h"
#include "backend/depot/numbers.h"
#include "backend/depot/returnrequests.h"
#include "backend/depot/where.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

constexpr std::string_view kParcel = " JOIN delivery d ON d.id = r.delivery_id LEFT JOIN trip t ON t.id = d.trip_id"
                                     " WHERE ";
constexpr std::string_view kOrder = " ORDER BY r.requested_at DESC, r.id DESC";

Where conditions(Call& call, const ReturnQuery& query)
{
    Where where;
    where.add("r.tenant_id = ?", {bound(call.caller.tenant)});
    if (query.status)
        where.add("r.status = ?", {bound(word(*query.status))});
    if (query.search.isEmpty())
        return where;
    const Value part = containing(query.search);
    const QString number = numberKey(query.search);
    if (number.isEmpty()) { // nothing but hyphens: every number would hold it
        where.add("(d.search_text LIKE ? ESCAPE '\\' OR LOWER(r.return_reason) LIKE ? ESCAPE '\\')", {part, part});
    } else {
        where.add("(d.search_text LIKE ? ESCAPE '\\' OR LOWER(r.return_reason) LIKE ? ESCAPE '\\'"
                  " OR LOWER(t.number_key) LIKE ? ESCAPE '\\')",
                  {part, part, containing(number)});
    }
    return where;
}

QList<ReturnCount> countByStatus(Call& call)
{
    QList<ReturnCount> counts;
    for (const ReturnRequestStatus status : kReturnRequestStatuses)
        counts.append({status, 0});
    const auto rows = call.db.run("SELECT status, COUNT(*) FROM return_request WHERE tenant_id = ? GROUP BY status",
                                  {bound(call.caller.tenant)});
    while (rows->next()) {
        for (ReturnCount& entry : counts) {
            if (word(entry.status) == rows->text(0))
                entry.count = rows->integer(1);
        }
    }
    return counts;
}

qint64 totalOf(Call& call, const Where& where)
{
    const auto rows =
        call.db.run("SELECT COUNT(*) FROM return_request r" + std::string(kParcel) + where.sql, where.values);
    return rows->next() ? rows->integer(0) : 0;
}

} // namespace

Result<ReturnQueue> listReturnRequests(Call& call, const ReturnQuery& query)
{
    Where where = conditions(call, query);
    ReturnQueue queue;
    queue.statuses = countByStatus(call);
    qint64 skip = 0;
    if (query.after.isEmpty()) {
        queue.page.total = totalOf(call, where);
        skip = query.paging.offset();
    } else {
        const std::optional<ListCursor> cursor = listCursorFrom(query.after);
        if (!cursor)
            return notACursor();
        queue.page.total = cursor->total;
        where.add("(r.requested_at, r.id) < (?, ?)", {cursor->at, bound(cursor->id)});
    }
    const std::string sql = "SELECT " + std::string(kReturnColumns) +
                            ", d.delivery_code, d.status, NULLIF(d.customer_name, ''), d.trip_id, t.trip_number" +
                            std::string(kReturnFrom) + std::string(kParcel) + where.sql + std::string(kOrder) +
                            " LIMIT ? OFFSET ?";
    const auto rows = call.db.run(sql, where.valuesAnd({qint64{query.paging.limit}, skip}));
    while (rows->next()) {
        ColumnReader in(*rows);
        ReturnQueueRow row;
        row.request = readReturn(in);
        row.deliveryCode = in.text();
        row.deliveryState = DeliveryState::fromWord(in.text());
        row.customerName = in.maybeText();
        row.trip = in.maybeId<TripId>();
        row.tripNumber = in.maybeText();
        queue.page.rows.append(std::move(row));
    }
    if (queue.page.rows.size() == query.paging.limit) {
        const ReturnRequest& last = queue.page.rows.last().request;
        queue.nextCursor = written({queue.page.total, last.requestedAt.time_since_epoch().count(), last.id.value});
    }
    return queue;
}

} // namespace waydesk::backend

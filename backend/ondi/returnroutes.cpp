// SPDX-License-Identifier: GPL-3.0-or-later
// Our own call for the queue of return requests. Asking for a return and deciding it stand in tripparcels.cpp.
#include "backend/depot/returnlist.h"
#include "backend/ondi/envelope.h"
#include "backend/ondi/queryreader.h"
#include "backend/ondi/routes.h"
#include "services/domain/exception.h"
#include "services/wire/ondi/caseanswers.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

Response listRoute(Call& call)
{
    QueryReader reader(call.request);
    ReturnQuery query;
    query.paging = reader.paging(kMostPerPage);
    query.status = reader.word<ReturnRequestStatus>(u"status"_s);
    query.search = reader.text(u"search"_s);
    query.after = reader.text(u"after"_s, 400);
    if (!reader.ok())
        return refusalAnswer(reader.error());
    const auto queue = listReturnRequests(call, query);
    if (!queue)
        return refusalAnswer(queue.error());
    auto out = openAnswer(u"Return requests retrieved successfully"_s, 512 + 600 * queue->page.rows.size());
    out.beginArray();
    for (const ReturnQueueRow& row : queue->page.rows)
        wire::ondi::writeReturnRow(out, row);
    out.endArray();
    pagingFields(out, queue->page.total, query.paging);
    out.field("next_cursor", queue->nextCursor).key("statuses").beginArray();
    for (const ReturnCount& entry : queue->statuses)
        out.beginObject()
            .field("status", word(entry.status))
            .field("label", label(entry.status))
            .field("count", entry.count)
            .endObject();
    out.endArray();
    return closeAnswer(out);
}

} // namespace

std::vector<Route> ondiReturnRoutes()
{
    return {{Method::Get, u"/delivery/returns"_s, Access::View, false, listRoute}};
}

} // namespace waydesk::backend

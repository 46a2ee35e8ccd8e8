// SPDX-License-Identifier: GPL-3.0-or-later
// Our own calls about exceptions, and who may own one.
#include "backend/depot/caselist.h"
#include "backend/depot/cases.h"
#include "backend/ondi/envelope.h"
#include "backend/ondi/queryreader.h"
#include "backend/ondi/routes.h"
#include "services/wire/ondi/caseanswers.h"
#include "services/wire/ondi/caserequests.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

Response listRoute(Call& call)
{
    QueryReader reader(call.request);
    CaseQuery query;
    query.paging = reader.paging(kMostPerPage);
    query.state = reader.word<CaseState>(u"state"_s);
    constexpr CaseOwner kOwners[] = {CaseOwner::Me, CaseOwner::Nobody, CaseOwner::Anybody};
    query.owner = kOwners[reader.oneOf(u"owner"_s, {u"me"_s, u"none"_s}, 2)];
    query.search = reader.text(u"search"_s);
    query.after = reader.text(u"after"_s, 400);
    if (!reader.ok())
        return refusalAnswer(reader.error());
    const auto list = listCases(call, query);
    if (!list)
        return refusalAnswer(list.error());
    auto out = openAnswer(u"Exceptions retrieved successfully"_s, 512 + 900 * list->page.rows.size());
    out.beginArray();
    for (const DeliveryCase& row : list->page.rows)
        wire::ondi::writeCase(out, row);
    out.endArray();
    pagingFields(out, list->page.total, query.paging);
    out.field("next_cursor", list->nextCursor).key("states").beginArray();
    for (const CaseCount& entry : list->states)
        out.beginObject()
            .field("state", word(entry.state))
            .field("label", label(entry.state))
            .field("count", entry.count)
            .endObject();
    out.endArray();
    return closeAnswer(out);
}

Response caseAnswer(const QString& message, const Result<DeliveryCase>& row, int status)
{
    if (!row)
        return refusalAnswer(row.error());
    auto out = openAnswer(message, 1024);
    wire::ondi::writeCase(out, *row);
    return closeAnswer(out, status);
}

Response raiseRoute(Call& call)
{
    const auto command = wire::ondi::decodeRaiseCase(call.request.body);
    if (!command)
        return refusalAnswer(command.error());
    return caseAnswer(u"Exception raised successfully"_s, raiseCase(call, *command), 201);
}

Response updateRoute(Call& call)
{
    auto command = wire::ondi::decodeUpdateCase(call.request.body);
    if (!command)
        return refusalAnswer(command.error());
    command->exception.value = call.request.capture(u"exception_id"_s);
    return caseAnswer(u"Exception updated successfully"_s, updateCase(call, *command), 200);
}

Response colleaguesRoute(Call& call)
{
    auto out = openAnswer(u"Colleagues retrieved successfully"_s);
    out.beginArray();
    const QList<Colleague> all = colleagues(call);
    for (const Colleague& one : all)
        out.beginObject().field("id", one.id).field("full_name", one.fullName).field("role", one.role.text).endObject();
    out.endArray();
    return closeAnswer(out);
}

} // namespace

std::vector<Route> ondiCaseRoutes()
{
    return {{Method::Get, u"/delivery/exceptions"_s, Access::View, false, listRoute},
            {Method::Post, u"/delivery/exceptions"_s, Access::Dispatch, true, raiseRoute},
            {Method::Patch, u"/delivery/exceptions/{exception_id}"_s, Access::Dispatch, true, updateRoute},
            {Method::Get, u"/delivery/colleagues"_s, Access::View, false, colleaguesRoute}};
}

} // namespace waydesk::backend

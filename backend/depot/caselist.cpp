// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/caselist.h"

#include "backend/depot/cases.h"
#include "backend/depot/listcursor.h"
#include "backend/depot/numbers.h"
#include "backend/depot/where.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

constexpr std::string_view kFrom = " FROM delivery_case c JOIN delivery d ON d.id = c.delivery_id"
                                   " LEFT JOIN waybill w ON w.id = c.waybill_id LEFT JOIN trip t ON t.id = c.trip_id"
                                   " WHERE ";
constexpr std::string_view kOrder = " ORDER BY c.state, c.raised_at, c.id"; // "open" is before "resolved"

Where conditions(Call& call, const CaseQuery& query)
{
    Where where;
    where.add("c.tenant_id = ?", {bound(call.caller.tenant)});
    if (query.state)
        where.add("c.state = ?", {bound(word(*query.state))});
    switch (query.owner) {
    case CaseOwner::Anybody:
        break;
    case CaseOwner::Me:
        where.add("c.owner_id = ?", {bound(call.caller.user)});
        break;
    case CaseOwner::Nobody:
        where.add("c.owner_id IS NULL");
        break;
    }
    if (query.search.isEmpty())
        return where;
    const Value part = containing(query.search);
    const QString number = numberKey(query.search);
    if (number.isEmpty()) { // nothing but hyphens: every number would hold it
        where.add("(d.search_text LIKE ? ESCAPE '\\' OR c.search_text LIKE ? ESCAPE '\\')", {part, part});
    } else {
        where.add("(d.search_text LIKE ? ESCAPE '\\' OR c.search_text LIKE ? ESCAPE '\\'"
                  " OR LOWER(w.number_key) LIKE ? ESCAPE '\\' OR LOWER(t.number_key) LIKE ? ESCAPE '\\')",
                  {part, part, containing(number), containing(number)});
    }
    return where;
}

QList<CaseCount> countByState(Call& call)
{
    QList<CaseCount> counts;
    for (const CaseState state : kCaseStates)
        counts.append({state, 0});
    const auto rows = call.db.run("SELECT state, COUNT(*) FROM delivery_case WHERE tenant_id = ? GROUP BY state",
                                  {bound(call.caller.tenant)});
    while (rows->next()) {
        for (CaseCount& entry : counts) {
            if (word(entry.state) == rows->text(0))
                entry.count = rows->integer(1);
        }
    }
    return counts;
}

qint64 totalOf(Call& call, const Where& where)
{
    const auto rows = call.db.run("SELECT COUNT(*)" + std::string(kFrom) + where.sql, where.values);
    return rows->next() ? rows->integer(0) : 0;
}

} // namespace

Result<CaseList> listCases(Call& call, const CaseQuery& query)
{
    Where where = conditions(call, query);
    CaseList list;
    list.states = countByState(call);
    qint64 skip = 0;
    if (query.after.isEmpty()) {
        list.page.total = totalOf(call, where);
        skip = query.paging.offset();
    } else {
        const std::optional<ListCursor> cursor = listCursorFrom(query.after);
        const QString state = cursor ? cursor->id.section(u':', 0, 0) : QString();
        const QString id = cursor ? cursor->id.section(u':', 1) : QString();
        if (!parseWord<CaseState>(state) || id.isEmpty())
            return notACursor();
        list.page.total = cursor->total;
        where.add("(c.state, c.raised_at, c.id) > (?, ?, ?)", {bound(state), cursor->at, bound(id)});
    }
    const std::string sql = caseSelect() + " WHERE c.id IN (SELECT c.id" + std::string(kFrom) + where.sql +
                            std::string(kOrder) + " LIMIT ? OFFSET ?)" + std::string(kOrder);
    const auto rows = call.db.run(sql, where.valuesAnd({qint64{query.paging.limit}, skip}));
    while (rows->next())
        list.page.rows.append(readCase(*rows));
    if (list.page.rows.size() == query.paging.limit) {
        const DeliveryCase& last = list.page.rows.last();
        list.nextCursor = written(
            {list.page.total, last.raisedAt.time_since_epoch().count(), last.state.text + u':' + last.id.value});
    }
    return list;
}

} // namespace waydesk::backend

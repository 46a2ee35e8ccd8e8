// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/waybilllist.h"

#include "backend/depot/numbers.h"
#include "backend/depot/where.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

// Every condition but the status.
Where conditions(Call& call, const WaybillFilter& filter)
{
    Where where;
    where.add("w.tenant_id = ?", {bound(call.caller.tenant)});
    if (filter.carrier)
        where.add("w.carrier_type = ?", {bound(word(*filter.carrier))});
    if (filter.driver)
        where.add("w.driver_id = ?", {bound(*filter.driver)});
    if (filter.from.isValid() || filter.to.isValid()) {
        const QTimeZone zone = zoneOfTenant(call);
        if (filter.from.isValid())
            where.add("w.created_at >= ?", {bound(startOfDay(filter.from, zone))});
        if (filter.to.isValid())
            where.add("w.created_at < ?", {bound(startOfDay(filter.to.addDays(1), zone))});
    }
    if (!filter.number.isEmpty())
        where.add("LOWER(w.number_key) LIKE ? ESCAPE '\\'", {containing(numberKey(filter.number))});
    if (filter.warehouse) {
        const Value id = bound(*filter.warehouse);
        switch (filter.direction) {
        case Direction::Either:
            where.add("(w.origin_warehouse_id = ? OR w.destination_warehouse_id = ?)", {id, id});
            break;
        case Direction::Outbound:
            where.add("w.origin_warehouse_id = ?", {id});
            break;
        case Direction::Inbound:
            where.add("w.destination_warehouse_id = ?", {id});
            break;
        }
    }
    return where;
}

QList<wire::ondi::StatusCount> count(Call& call, const Where& where)
{
    QList<wire::ondi::StatusCount> counts;
    const auto rows =
        call.db.run("SELECT w.status, COUNT(*) FROM waybill w WHERE " + where.sql + " GROUP BY w.status", where.values);
    while (rows->next()) {
        if (const auto status = parseWord<WaybillStatus>(rows->text(0)))
            counts.append({*status, rows->integer(1)});
    }
    return counts;
}

} // namespace

QList<wire::ondi::StatusCount> countByStatus(Call& call, const WaybillFilter& filter)
{
    return count(call, conditions(call, filter));
}

WaybillList listWaybills(Call& call, const WaybillFilter& filter, const Paging& paging)
{
    WaybillList list;
    Where where = conditions(call, filter);
    list.statuses = count(call, where);
    for (const auto& entry : list.statuses) {
        if (!filter.status || *filter.status == entry.status)
            list.page.total += entry.count;
    }
    if (filter.status)
        where.add("w.status = ?", {bound(word(*filter.status))});
    // The page is cut before the names are joined on, so that a far page costs no joins for what it skips.
    const std::string sql = waybillSelect() + " WHERE w.id IN (SELECT w.id FROM waybill w WHERE " + where.sql +
                            " ORDER BY w.created_at DESC, w.id DESC LIMIT ? OFFSET ?)"
                            " ORDER BY w.created_at DESC, w.id DESC";
    const auto rows = call.db.run(sql, where.valuesAnd({qint64{paging.limit}, paging.offset()}));
    while (rows->next())
        list.page.rows.append(readWaybill(*rows));
    return list;
}

} // namespace waydesk::backend

// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/triplist.h"

#include "backend/depot/filterreader.h"
#include "backend/depot/numbers.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

class TripFilters final : public FilterReader
{
public:
    using FilterReader::FilterReader;

protected:
    void read(const QString& column, const QJsonValue& value) override
    {
        if (column == u"trip_number"_s) {
            if (const auto text = textOf(value))
                where().add("LOWER(t.number_key) LIKE ? ESCAPE '\\'", {containing(numberKey(*text))});
        } else if (column == u"notes"_s) {
            part("LOWER(t.notes) LIKE ? ESCAPE '\\'", value);
        } else if (column == u"status"_s) {
            word<TripStatus>("t.status = ?", value);
        } else if (column == u"trip_type"_s) {
            word<TripType>("t.trip_type = ?", value);
        } else if (column == u"driver_id"_s) {
            whole("t.driver_id = ?", value);
        } else if (column == u"vehicle_id"_s) {
            whole("t.vehicle_id = ?", value);
        } else if (column == u"created_at"_s) {
            dates("t.created_at", value);
        } else if (column == u"updated_at"_s) {
            dates("t.updated_at", value);
        } else if (column == u"started_at"_s) {
            dates("t.started_at", value);
        } else if (column == u"completed_at"_s) {
            dates("t.completed_at", value);
        } else {
            refuse(u"Unknown column"_s);
        }
    }

private:
    template<class E>
    void word(std::string_view condition, const QJsonValue& value)
    {
        if (const auto known = parseWord<E>(value.toString())) {
            where().add(condition, {bound(waydesk::word(*known))});
        } else {
            refuse(u"Input is not one of the allowed values"_s);
        }
    }
    void whole(std::string_view condition, const QJsonValue& value)
    {
        if (const auto text = textOf(value))
            where().add(condition, {bound(*text)});
    }
};

Where conditions(Call& call, const TripFilter& filter)
{
    Where where;
    where.add("t.tenant_id = ?", {bound(call.caller.tenant)});
    if (filter.status)
        where.add("t.status = ?", {bound(word(*filter.status))});
    if (filter.driver)
        where.add("t.driver_id = ?", {bound(*filter.driver)});
    if (filter.type)
        where.add("t.trip_type = ?", {bound(word(*filter.type))});
    if (!filter.number.isEmpty())
        where.add("LOWER(t.number_key) LIKE ? ESCAPE '\\'", {containing(numberKey(filter.number))});
    if (filter.from.isValid() || filter.to.isValid()) {
        const QTimeZone zone = zoneOfTenant(call);
        if (filter.from.isValid())
            where.add("t.created_at >= ?", {bound(startOfDay(filter.from, zone))});
        if (filter.to.isValid())
            where.add("t.created_at < ?", {bound(startOfDay(filter.to.addDays(1), zone))});
    }
    if (!filter.columns.sql.empty()) {
        where.add(filter.columns.sql);
        where.values.insert(where.values.end(), filter.columns.values.begin(), filter.columns.values.end());
    }
    return where;
}

// What has no time yet stands before everything that has one, in every database.
std::string orderOf(TripSort sort, TripOrder order)
{
    const std::string direction = order == TripOrder::Ascending ? " ASC" : " DESC";
    const std::string last = ", t.id" + direction;
    switch (sort) {
    case TripSort::Number: // beyond 99999 they grow longer
        return " ORDER BY LENGTH(t.number_key)" + direction + ", t.number_key" + direction + last;
    case TripSort::Status:
        return " ORDER BY t.status" + direction + last;
    case TripSort::Type:
        return " ORDER BY COALESCE(t.trip_type, '')" + direction + last;
    case TripSort::Notes:
        return " ORDER BY LOWER(t.notes)" + direction + last;
    case TripSort::CreatedAt:
        return " ORDER BY t.created_at" + direction + last;
    case TripSort::UpdatedAt:
        return " ORDER BY t.updated_at" + direction + last;
    case TripSort::StartedAt:
        return " ORDER BY COALESCE(t.started_at, 0)" + direction + last;
    case TripSort::CompletedAt:
        return " ORDER BY COALESCE(t.completed_at, 0)" + direction + last;
    }
    Q_UNREACHABLE();
}

} // namespace

Result<Where> tripColumnFilters(Call& call, const QString& json)
{
    return TripFilters(call).readAll(json);
}

Page<Trip> listTrips(Call& call, const TripFilter& filter, const Paging& paging)
{
    const Where where = conditions(call, filter);
    Page<Trip> page;
    {
        const auto rows = call.db.run("SELECT COUNT(*) FROM trip t WHERE " + where.sql, where.values);
        page.total = rows->next() ? rows->integer(0) : 0;
    }
    const std::string order = orderOf(filter.sort, filter.order);
    const std::string sql = tripSelect() + " WHERE t.id IN (SELECT t.id FROM trip t WHERE " + where.sql + order +
                            " LIMIT ? OFFSET ?)" + order;
    const auto rows = call.db.run(sql, where.valuesAnd({qint64{paging.limit}, paging.offset()}));
    while (rows->next())
        page.rows.append(readTrip(*rows));
    return page;
}

TripCounts countTripsOf(Call& call, const DriverId& driver)
{
    TripCounts counts{};
    const auto rows = call.db.run("SELECT status, COUNT(*) FROM trip WHERE tenant_id = ? AND driver_id = ?"
                                  " GROUP BY status",
                                  {bound(call.caller.tenant), bound(driver)});
    while (rows->next()) {
        for (size_t i = 0; i < kTripStatuses.size(); ++i) {
            if (word(kTripStatuses[i]) == rows->text(0))
                counts[i] = rows->integer(1);
        }
    }
    return counts;
}

} // namespace waydesk::backend

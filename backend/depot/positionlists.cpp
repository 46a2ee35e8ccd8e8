// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/positionlists.h"

#include "backend/depot/columns.h"

namespace waydesk::backend {

namespace {

// History is sorted slice by slice, each as long as what came out of the last one lets expect.
constexpr std::chrono::minutes kFirstSlice{10};

std::optional<double> maybeReal(const Rows& rows, int column)
{
    return rows.isNull(column) ? std::nullopt : std::optional(rows.real(column));
}

// driver, at, latitude, longitude, heading, speed
Position readPosition(const Rows& rows)
{
    Position position;
    position.driver = {rows.text(0)};
    position.at = Instant{std::chrono::microseconds{rows.integer(1)}};
    position.coordinate = QGeoCoordinate(rows.real(2), rows.real(3));
    position.heading = maybeReal(rows, 4);
    position.speed = maybeReal(rows, 5);
    return position;
}

void readSlice(Connection& db, const TenantId& tenant, const HistoryQuery& query, Instant from, Instant to,
               PositionHistory& into)
{
    const std::chrono::sys_days day = std::chrono::floor<std::chrono::days>(from);
    // The drivers come first: each is one stretch of the table's key.
    const auto rows =
        db.run("SELECT p.driver_id, p.at, p.latitude, p.longitude, p.heading, p.speed FROM driver d"
               " CROSS JOIN driver_position p ON p.day = ? AND p.driver_id = d.id AND p.at >= ? AND p.at < ?"
               " WHERE d.tenant_id = ? AND (? IS NULL OR d.id = ?) AND (p.at, p.driver_id) > (?, ?)"
               " ORDER BY p.at, p.driver_id LIMIT ?",
               {qint64{day.time_since_epoch().count()}, bound(from), bound(to), bound(tenant), bound(query.driver),
                bound(query.driver), query.after ? bound(query.after->at) : Value{std::numeric_limits<qint64>::min()},
                query.after ? bound(query.after->driver) : Value{QLatin1StringView("")},
                qint64{query.limit + 1 - into.rows.size()}});
    while (rows->next())
        into.rows.append(readPosition(*rows));
}

} // namespace

PositionNews positionNews(Connection& db, const TenantId& tenant, qint64 since, int most)
{
    {
        const auto newest = db.run("SELECT coalesce(max(seq), 0) FROM change", {});
        if (newest->next() && since > newest->integer(0))
            since = 0;
    }
    PositionNews news;
    news.cursor = since;
    const auto rows = db.run("SELECT driver_id, at, latitude, longitude, heading, speed, accuracy, order_id, change_seq"
                             " FROM driver_last_position WHERE tenant_id = ? AND change_seq > ?"
                             " ORDER BY change_seq LIMIT ?",
                             {bound(tenant), since, qint64{most} + 1});
    while (rows->next()) {
        if (news.rows.size() == most) {
            news.more = true;
            break;
        }
        KnownPosition known{readPosition(*rows), std::nullopt};
        known.position.accuracy = maybeReal(*rows, 6);
        if (!rows->isNull(7))
            known.order = rows->text(7);
        news.rows.append(std::move(known));
        news.cursor = rows->integer(8);
    }
    return news;
}

PositionHistory positionHistory(Connection& db, const TenantId& tenant, const HistoryQuery& query)
{
    PositionHistory history;
    Instant from = query.after ? std::max(query.from, query.after->at) : query.from;
    std::chrono::microseconds slice = kFirstSlice;
    while (from < query.to && history.rows.size() <= query.limit && !db.failed()) {
        const Instant midnight = std::chrono::floor<std::chrono::days>(from) + std::chrono::days{1};
        const Instant to = std::min({query.to, midnight, from + slice});
        const auto before = history.rows.size();
        readSlice(db, tenant, query, from, to, history);
        if (history.rows.size() - before < query.limit / 8)
            slice *= 2;
        from = to;
    }
    history.more = history.rows.size() > query.limit;
    if (history.more)
        history.rows.resize(query.limit);
    return history;
}

} // namespace waydesk::backend

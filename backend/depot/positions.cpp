// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/positions.h"

#include "backend/depot/columns.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

constexpr qint64 kPruneStep = 5'000;

std::optional<double> maybeReal(const Rows& rows, int column)
{
    return rows.isNull(column) ? std::nullopt : std::optional(rows.real(column));
}

// A reader that comes later must find this seq above any that it was given: the new row is there before the old one
// goes, or the newest seq would be given out twice.
qint64 tellOnce(Connection& db, const TenantId& tenant, const DriverId& driver, std::optional<qint64> before,
                Instant now)
{
    qint64 seq = 0;
    {
        const auto rows = db.run("INSERT INTO change(tenant_id, entity, entity_id, op, updated_at)"
                                 " VALUES (?, 'position', ?, 'upsert', ?) RETURNING seq",
                                 {bound(tenant), bound(driver), bound(now)});
        if (rows->next())
            seq = rows->integer(0);
    }
    if (before)
        db.execute("DELETE FROM change WHERE seq = ?", {*before});
    return seq;
}

struct Last
{
    KnownPosition known;
    qint64 changeSeq = 0;
};

std::optional<Last> last(Connection& db, const TenantId& tenant, const DriverId& driver)
{
    const auto rows = db.run("SELECT order_id, at, latitude, longitude, heading, speed, accuracy, change_seq"
                             " FROM driver_last_position WHERE driver_id = ? AND tenant_id = ?",
                             {bound(driver), bound(tenant)});
    if (!rows->next())
        return std::nullopt;
    ColumnReader in(*rows);
    Last found;
    found.known.order = in.maybeText();
    Position& position = found.known.position;
    position.driver = driver;
    position.at = in.instant();
    position.coordinate = QGeoCoordinate(rows->real(2), rows->real(3));
    position.heading = maybeReal(*rows, 4);
    position.speed = maybeReal(*rows, 5);
    position.accuracy = maybeReal(*rows, 6);
    found.changeSeq = rows->integer(7);
    return found;
}

void keep(Connection& db, const TenantId& tenant, const PositionReport& report, const std::optional<Last>& before,
          Instant now)
{
    const Position& p = report.position;
    const double latitude = p.coordinate.latitude(), longitude = p.coordinate.longitude();
    db.execute("INSERT INTO driver_position(day, driver_id, at, latitude, longitude, heading, speed, accuracy)"
               " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
               {bound(dayOf(p.at)), bound(p.driver), bound(p.at), bound(latitude), bound(longitude), bound(p.heading),
                bound(p.speed), bound(p.accuracy)});
    const qint64 seq = tellOnce(db, tenant, p.driver, before ? std::optional(before->changeSeq) : std::nullopt, now);
    const auto order = report.order ? *report.order : before ? before->known.order : std::nullopt;
    db.execute("INSERT INTO driver_last_position(driver_id, tenant_id, order_id, at, latitude, longitude, heading,"
               " speed, accuracy, change_seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
               " ON CONFLICT (driver_id) DO UPDATE SET order_id = excluded.order_id, at = excluded.at,"
               " latitude = excluded.latitude, longitude = excluded.longitude, heading = excluded.heading,"
               " speed = excluded.speed, accuracy = excluded.accuracy, change_seq = excluded.change_seq",
               {bound(p.driver), bound(tenant), bound(order), bound(p.at), bound(latitude), bound(longitude),
                bound(p.heading), bound(p.speed), bound(p.accuracy), seq});
}

} // namespace

PositionVerdict recordPosition(Connection& db, const TenantId& tenant, const PositionReport& report, Instant now)
{
    const DriverId& driver = report.position.driver;
    const std::optional<Last> before = last(db, tenant, driver);
    const auto measure = before ? std::optional(before->known.position) : std::nullopt;
    const PositionVerdict verdict = judgePosition(report.position, measure, now);
    if (verdict == PositionVerdict::Accepted) {
        keep(db, tenant, report, before, now);
    } else {
        db.execute("INSERT INTO refused_position(day, driver_id, reason, count) VALUES (?, ?, ?, 1)"
                   " ON CONFLICT (day, driver_id, reason) DO UPDATE SET count = refused_position.count + 1",
                   {bound(dayOf(now)), bound(driver), bound(word(verdict))});
    }
    return verdict;
}

std::optional<KnownPosition> lastPosition(Connection& db, const TenantId& tenant, const DriverId& driver)
{
    std::optional<Last> found = last(db, tenant, driver);
    return found ? std::optional(std::move(found->known)) : std::nullopt;
}

std::optional<DriverId> driverOfOrder(Connection& db, const TenantId& tenant, const QString& order)
{
    {
        const auto told = db.run("SELECT driver_id FROM driver_last_position WHERE tenant_id = ? AND order_id = ?"
                                 " ORDER BY at DESC LIMIT 1",
                                 {bound(tenant), bound(order)});
        if (told->next())
            return DriverId{told->text(0)};
    }
    const auto carried = db.run("SELECT coalesce(t.driver_id, w.driver_id) FROM delivery d"
                                " LEFT JOIN trip t ON t.id = d.trip_id LEFT JOIN waybill w ON w.id = d.waybill_id"
                                " WHERE d.id = ? AND d.tenant_id = ?",
                                {bound(order), bound(tenant)});
    return carried->next() && !carried->isNull(0) ? std::optional(DriverId{carried->text(0)}) : std::nullopt;
}

bool isDriverOf(Connection& db, const TenantId& tenant, const DriverId& driver)
{
    return db.run("SELECT 1 FROM driver WHERE id = ? AND tenant_id = ?", {bound(driver), bound(tenant)})->next();
}

bool prunePositions(Connection& db, Instant now, int daysKept)
{
    const qint64 firstKept = dayOf(now) - daysKept;
    const qint64 positions = db.execute(
        "DELETE FROM driver_position WHERE (day, driver_id, at) IN"
        " (SELECT day, driver_id, at FROM driver_position WHERE day < ? ORDER BY day, driver_id, at LIMIT ?)",
        {firstKept, kPruneStep});
    const qint64 refused = db.execute(
        "DELETE FROM refused_position WHERE (day, driver_id, reason) IN"
        " (SELECT day, driver_id, reason FROM refused_position WHERE day < ? ORDER BY day, driver_id, reason LIMIT ?)",
        {firstKept, kPruneStep});
    return positions == kPruneStep || refused == kPruneStep;
}

} // namespace waydesk::backend

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/positionrepository.h"

namespace waydesk::store {

namespace {

QVariant bindReal(const std::optional<double>& value)
{
    return value ? QVariant(*value) : QVariant();
}

std::optional<double> real(const Rows& rows, int column)
{
    return rows.isNull(column) ? std::nullopt : std::optional(rows.value(column).toDouble());
}

} // namespace

Result<Nothing> PositionRepository::put(const QList<Position>& rows)
{
    return transact(m_db, [&]() -> Result<Nothing> {
        for (const Position& row : rows) {
            const auto done =
                m_db.exec("INSERT INTO last_position(driver_id, at, latitude, longitude, heading, speed, accuracy) "
                          "VALUES (?,?,?,?,?,?,?) ON CONFLICT(driver_id) DO UPDATE SET at = excluded.at, "
                          "latitude = excluded.latitude, longitude = excluded.longitude, heading = excluded.heading, "
                          "speed = excluded.speed, accuracy = excluded.accuracy WHERE excluded.at >= last_position.at",
                          {bind(row.driver.value), bind(row.at), row.coordinate.latitude(), row.coordinate.longitude(),
                           bindReal(row.heading), bindReal(row.speed), bindReal(row.accuracy)});
            if (!done)
                return done.error();
        }
        return Nothing{};
    });
}

QList<Position> PositionReader::all() const
{
    Rows rows = m_db.run("SELECT driver_id, at, latitude, longitude, heading, speed, accuracy FROM last_position");
    QList<Position> all;
    while (rows.next()) {
        Position position;
        position.driver = {rows.text(0)};
        position.at = rows.instant(1);
        position.coordinate = QGeoCoordinate(rows.value(2).toDouble(), rows.value(3).toDouble());
        position.heading = real(rows, 4);
        position.speed = real(rows, 5);
        position.accuracy = real(rows, 6);
        all.append(position);
    }
    return all;
}

} // namespace waydesk::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/lookupreader.h"

#include "services/domain/fold.h"
#include "services/store/valuejson.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

namespace {

constexpr int kMost = 5000;

} // namespace

QList<QJsonObject> LookupReader::list(const QString& kind, const QString& search, int most) const
{
    QString sql = u"SELECT value FROM lookup WHERE kind = ?"_s;
    QVariantList values{kind};
    for (const QString& part : fold(search).split(u' ', Qt::SkipEmptyParts)) {
        sql += u" AND instr(search_text, ?) > 0"_s;
        values << part;
    }
    values << most;
    QList<QJsonObject> out;
    Rows rows = m_db.run(sql + u" ORDER BY search_text LIMIT ?"_s, values);
    while (rows.next())
        out << objectFrom(rows.text(0));
    return out;
}

std::optional<QJsonObject> LookupReader::one(const QString& kind, const QString& id) const
{
    Rows rows = m_db.run("SELECT value FROM lookup WHERE kind = ? AND id = ?", {kind, bind(id)});
    return rows.next() ? std::optional(objectFrom(rows.text(0))) : std::nullopt;
}

QList<Warehouse> LookupReader::warehouses() const
{
    QList<Warehouse> out;
    for (const QJsonObject& object : list(u"warehouse"_s, {}, kMost))
        out << warehouseFrom(object);
    return out;
}

QList<Zone> LookupReader::zones() const
{
    QList<Zone> out;
    for (const QJsonObject& object : list(u"zone"_s, {}, kMost))
        out << zoneOf(object);
    return out;
}

QList<DriverRef> LookupReader::drivers(const QString& search, int most) const
{
    QList<DriverRef> out;
    for (const QJsonObject& object : list(u"driver"_s, search, most))
        out << *driverFrom(object);
    return out;
}

QList<VehicleRef> LookupReader::vehicles() const
{
    QList<VehicleRef> out;
    for (const QJsonObject& object : list(u"vehicle"_s, {}, kMost))
        out << *vehicleFrom(object);
    return out;
}

QList<CustomerRef> LookupReader::customers(const QString& search, int most) const
{
    QList<CustomerRef> out;
    for (const QJsonObject& object : list(u"customer"_s, search, most))
        out << *customerFrom(object);
    return out;
}

std::optional<DriverRef> LookupReader::driver(const DriverId& id) const
{
    const auto object = one(u"driver"_s, id.value);
    return object ? driverFrom(*object) : std::nullopt;
}

std::optional<VehicleRef> LookupReader::vehicle(const VehicleId& id) const
{
    const auto object = one(u"vehicle"_s, id.value);
    return object ? vehicleFrom(*object) : std::nullopt;
}

std::optional<Warehouse> LookupReader::warehouse(const WarehouseId& id) const
{
    const auto object = one(u"warehouse"_s, id.value);
    return object ? std::optional(warehouseFrom(*object)) : std::nullopt;
}

std::optional<ZoneRef> LookupReader::zone(const ZoneId& id) const
{
    const auto object = one(u"zone"_s, id.value);
    return object ? zoneFrom(*object) : std::nullopt;
}

std::optional<CustomerRef> LookupReader::customer(const CustomerId& id) const
{
    const auto object = one(u"customer"_s, id.value);
    return object ? customerFrom(*object) : std::nullopt;
}

} // namespace waydesk::store

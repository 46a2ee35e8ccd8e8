// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/lookuprepository.h"

#include "services/domain/fold.h"
#include "services/store/deliverykeys.h"
#include "services/store/valuejson.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

Result<Nothing> LookupRepository::put(const QString& kind, const QString& id, const QString& name, const QString& code,
                                      const QString& more, const QJsonObject& value, Instant fetchedAt)
{
    const auto done =
        m_db.exec("INSERT INTO lookup VALUES (?,?,?,?,?,?,?) ON CONFLICT DO UPDATE SET name = excluded.name, "
                  "code = excluded.code, search_text = excluded.search_text, value = excluded.value, "
                  "fetched_at = excluded.fetched_at",
                  {kind, bind(id), bind(name), bind(code), bind(fold(QString(name + u' ' + code + u' ' + more))),
                   compact(value), bind(fetchedAt)});
    return done ? Result<Nothing>(Nothing{}) : Result<Nothing>(done.error());
}

Result<Nothing> LookupRepository::put(const Warehouse& warehouse, Instant fetchedAt)
{
    return put(u"warehouse"_s, warehouse.ref.id.value, warehouse.ref.name, warehouse.ref.code, {},
               warehouseJson(warehouse), fetchedAt);
}

Result<Nothing> LookupRepository::put(const Zone& zone, Instant fetchedAt)
{
    return put(u"zone"_s, zone.ref.id.value, zone.ref.name, zone.ref.code, {}, zoneJson(zone), fetchedAt);
}

Result<Nothing> LookupRepository::put(const DriverRef& driver, Instant fetchedAt)
{
    return transact(m_db, [&]() -> Result<Nothing> {
        const QString van = driver.vehicle ? driver.vehicle->name + u' ' + driver.vehicle->code : QString();
        if (auto done = put(u"driver"_s, driver.id.value, driver.user.fullName, {}, van, driverJson(driver), fetchedAt);
            !done)
            return done;
        const QString key = fold(driver.user.fullName);
        const auto done = m_db.exec("UPDATE waybill SET driver_key = ? WHERE driver_id = ? AND driver_key <> ?",
                                    {bind(key), bind(driver.id.value), bind(key)});
        return done ? Result<Nothing>(Nothing{}) : Result<Nothing>(done.error());
    });
}

Result<Nothing> LookupRepository::put(const VehicleRef& vehicle, Instant fetchedAt)
{
    return put(u"vehicle"_s, vehicle.id.value, vehicle.name, vehicle.code, {}, vehicleJson(vehicle), fetchedAt);
}

Result<Nothing> LookupRepository::put(const CustomerRef& customer, Instant fetchedAt)
{
    return transact(m_db, [&]() -> Result<Nothing> {
        const auto before = nameOf(u"customer"_s, customer.id.value);
        if (auto done = put(u"customer"_s, customer.id.value, customer.fullName, {}, customer.phone,
                            customerJson(customer), fetchedAt);
            !done || before == customer.fullName)
            return done;
        return customer.fullName.isEmpty() ? rekeyByOwnName(m_db, customer.id)
                                           : rekeyCustomer(m_db, customer.id, customer.fullName);
    });
}

Result<Nothing> LookupRepository::removeOlder(const QString& kind, Instant fetchedBefore)
{
    return transact(m_db, [&]() -> Result<Nothing> {
        QList<CustomerId> customers;
        if (kind == u"customer") {
            Rows rows =
                m_db.run("SELECT id FROM lookup WHERE kind = ? AND fetched_at < ?", {kind, bind(fetchedBefore)});
            while (rows.next())
                customers << CustomerId{rows.text(0)};
        }
        const auto gone =
            m_db.exec("DELETE FROM lookup WHERE kind = ? AND fetched_at < ?", {kind, bind(fetchedBefore)});
        if (!gone)
            return gone.error();
        for (const CustomerId& id : std::as_const(customers)) {
            if (auto done = rekeyByOwnName(m_db, id); !done)
                return done;
        }
        return Nothing{};
    });
}

std::optional<QString> LookupRepository::nameOf(const QString& kind, const QString& id) const
{
    Rows rows = m_db.run("SELECT name FROM lookup WHERE kind = ? AND id = ?", {kind, bind(id)});
    return rows.next() ? std::optional(rows.text(0)) : std::nullopt;
}

qint64 LookupRepository::count(const QString& kind) const
{
    return m_db.number(u"SELECT count(*) FROM lookup WHERE kind = ?"_s, {kind}).value_or(0);
}

} // namespace waydesk::store

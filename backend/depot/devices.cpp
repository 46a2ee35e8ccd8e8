// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/devices.h"

#include "backend/auth/accounts.h"
#include "backend/depot/columns.h"

namespace waydesk::backend {

bool isValidDevice(const QString& device)
{
    return !device.isEmpty() && device.size() <= kLongestDevice && device == device.trimmed() &&
           std::all_of(device.cbegin(), device.cend(), [](QChar c) { return c.isPrint(); });
}

std::optional<BoundDriver> driverOfDevice(Connection& db, const QString& device)
{
    const auto rows = db.run("SELECT tenant_id, driver_id FROM device WHERE device_id = ? LIMIT 2", {bound(device)});
    if (!rows->next())
        return std::nullopt;
    BoundDriver found{{rows->text(0)}, {rows->text(1)}};
    return rows->next() ? std::nullopt : std::optional(std::move(found));
}

Binding bindDevice(Connection& db, const QString& device, const QString& driverEmail, Instant now)
{
    QString tenant, driver;
    {
        const auto rows = db.run("SELECT d.tenant_id, d.id FROM driver d JOIN app_user u ON u.id = d.user_id"
                                 " WHERE u.email = ?",
                                 {bound(normalisedEmail(driverEmail))});
        if (!rows->next())
            return Binding::NoSuchDriver;
        tenant = rows->text(0);
        driver = rows->text(1);
    }
    if (db.run("SELECT 1 FROM device WHERE device_id = ? AND tenant_id <> ?", {bound(device), bound(tenant)})->next())
        return Binding::TakenElsewhere;
    db.execute("INSERT INTO device(tenant_id, device_id, driver_id, bound_at) VALUES (?, ?, ?, ?)"
               " ON CONFLICT (tenant_id, device_id) DO UPDATE SET driver_id = excluded.driver_id,"
               " bound_at = excluded.bound_at",
               {bound(tenant), bound(device), bound(driver), bound(now)});
    return Binding::Done;
}

QList<DeviceRow> devices(Connection& db)
{
    QList<DeviceRow> found;
    const auto rows = db.run("SELECT v.device_id, u.email, t.name FROM device v JOIN driver d ON d.id = v.driver_id"
                             " JOIN app_user u ON u.id = d.user_id JOIN tenant t ON t.id = v.tenant_id"
                             " ORDER BY t.name, v.tenant_id, v.device_id",
                             {});
    while (rows->next())
        found.append({rows->text(0), rows->text(1), rows->text(2)});
    return found;
}

} // namespace waydesk::backend

// SPDX-License-Identifier: GPL-3.0-or-later
// Which tracker belongs to which driver. A device id is unique within its tenant, and all that a tracker shows for
// itself; so one that several tenants should come to have names nobody. Plain functions over a Connection; bindDevice
// expects to be inside a transaction.
#pragma once

#include "backend/storage/connection.h"
#include "services/domain/id.h"
#include "services/domain/instant.h"

#include <QList>
#include <optional>

namespace waydesk::backend {

inline constexpr qsizetype kLongestDevice = 100;

struct BoundDriver
{
    TenantId tenant;
    DriverId driver;
};

struct DeviceRow
{
    QString device, email, tenantName;
};

enum class Binding { Done, NoSuchDriver, TakenElsewhere };

// Printable, 1 to 100 characters, no space at either end: what survives an address and a terminal.
bool isValidDevice(const QString& device);
std::optional<BoundDriver> driverOfDevice(Connection& db, const QString& device);
// A device that another driver of the tenant has goes over to this one; one of another tenant stays there.
Binding bindDevice(Connection& db, const QString& device, const QString& driverEmail, Instant now);
QList<DeviceRow> devices(Connection& db); // of all tenants, in order of tenant and device

} // namespace waydesk::backend

// SPDX-License-Identifier: GPL-3.0-or-later
// The demo depot in Erbil: users, warehouses, zones, drivers with vehicles, customers, parcels, waybills and trips in
// every state, whose histories are true because the same use cases made them that the server runs. The same seed and
// the same `now` make the same depot. Runs inside the caller's write transaction; expects an empty file.
#pragma once

#include "backend/storage/connection.h"
#include "services/domain/instant.h"

#include <QString>
#include <optional>

namespace waydesk::backend {

struct DemoOptions
{
    qint64 deliveries = 2000; // at most kMostDemoDeliveries
    quint64 seed = 1;
    std::optional<Instant> now; // nullopt: the present minute
};

inline constexpr qint64 kMostDemoDeliveries = 1'000'000;
inline constexpr auto kDemoTenant = "8a1f0b52-5d0e-4b7a-9a3c-6d6f6e6c7a01";

// The tracker of driver1@demo.waydesk, driver2@ …: what it names itself on /track.
inline QString demoDevice(int driver)
{
    return QStringLiteral("demo-tracker-%1").arg(driver);
}

Result<Nothing> seedDemo(Connection& db, const DemoOptions& options);

} // namespace waydesk::backend

// SPDX-License-Identifier: GPL-3.0-or-later
// Warehouses, zones, drivers, vehicles and customers by name. Engine thread. A name that changed reaches the sort
// keys of the driver's waybills and of the customer's parcels in the same transaction.
#pragma once

#include "services/domain/place.h"
#include "services/store/database.h"

namespace waydesk::store {

class LookupRepository
{
public:
    explicit LookupRepository(Database& db)
        : m_db(db)
    {
    }

    Result<Nothing> put(const Warehouse& warehouse, Instant fetchedAt);
    Result<Nothing> put(const Zone& zone, Instant fetchedAt);
    Result<Nothing> put(const DriverRef& driver, Instant fetchedAt);
    Result<Nothing> put(const VehicleRef& vehicle, Instant fetchedAt);
    Result<Nothing> put(const CustomerRef& customer, Instant fetchedAt);
    // After a complete list has been put: those of the kind that it did not name go.
    // kind: "warehouse", "zone", "driver", "vehicle", "customer".
    Result<Nothing> removeOlder(const QString& kind, Instant fetchedBefore);
    qint64 count(const QString& kind) const;

private:
    Result<Nothing> put(const QString& kind, const QString& id, const QString& name, const QString& code,
                        const QString& more, const QJsonObject& value, Instant fetchedAt);
    std::optional<QString> nameOf(const QString& kind, const QString& id) const;
    Database& m_db;
};

} // namespace waydesk::store

// SPDX-License-Identifier: GPL-3.0-or-later
// Names to choose from. GUI thread, read-only, bounded lists in the order of their names.
#pragma once

#include "services/domain/place.h"
#include "services/store/database.h"

namespace waydesk::store {

class LookupReader
{
public:
    explicit LookupReader(Database& db)
        : m_db(db)
    {
    }

    QList<Warehouse> warehouses() const;
    QList<Zone> zones() const;
    QList<DriverRef> drivers(const QString& search, int most) const;
    QList<VehicleRef> vehicles() const;
    QList<CustomerRef> customers(const QString& search, int most) const;
    std::optional<DriverRef> driver(const DriverId& id) const;
    std::optional<VehicleRef> vehicle(const VehicleId& id) const;
    std::optional<Warehouse> warehouse(const WarehouseId& id) const;
    std::optional<ZoneRef> zone(const ZoneId& id) const;
    std::optional<CustomerRef> customer(const CustomerId& id) const;

private:
    QList<QJsonObject> list(const QString& kind, const QString& search, int most) const;
    std::optional<QJsonObject> one(const QString& kind, const QString& id) const;
    Database& m_db;
};

} // namespace waydesk::store

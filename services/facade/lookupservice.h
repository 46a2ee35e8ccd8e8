// SPDX-License-Identifier: GPL-3.0-or-later
// Names to choose from: warehouses, drivers with their vans, zones, customers, parcels that may join a waybill; and
// find-anything over all of it. Read from this desk's store, bounded lists, GUI thread.
#pragma once

#include "services/facade/rows.h"

#include <QObject>
#include <memory>

namespace waydesk::store {
class Reader;
}
namespace waydesk::sync {
class Engine;
}

namespace waydesk::facade {

struct Found
{
    enum class Kind { Waybill, Delivery, Driver, Customer, Trip };
    Kind kind;
    QString id;
    QString title;    // "WB00412", "DEL1533", "Karwan Aziz", "TRIP-00013"
    QString subtitle; // route, customer · zone, van, driver · van
    bool operator==(const Found&) const = default;
};

class LookupService : public QObject
{
    Q_OBJECT

public:
    LookupService(store::Reader& reader, sync::Engine& engine, QObject* parent = nullptr);
    ~LookupService() override;

    QList<Warehouse> warehouses() const;
    QList<Zone> zones() const;
    QList<VehicleRef> vehicles() const;
    QList<DriverRef> drivers(const QString& search = {}, int most = 100) const;
    QList<CustomerRef> customers(const QString& search, int most) const;
    std::optional<DriverRef> driver(const DriverId& id) const;
    std::optional<Warehouse> warehouse(const WarehouseId& id) const;
    // Parcels whom canAttach() allows, as far as this desk knows; newest first.
    QList<DeliveryRow> eligibleDeliveries(const QString& search, int most) const;
    std::optional<DeliveryRow> delivery(const DeliveryId& id) const;
    QList<Found> find(const QString& text, int most) const; // diacritics and Arabic forms folded

Q_SIGNALS:
    void changed();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace waydesk::facade

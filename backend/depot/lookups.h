// SPDX-License-Identifier: GPL-3.0-or-later
// The short lists that screens choose from: warehouses, zones, drivers, vehicles, customers. By name.
#pragma once

#include "backend/depot/paging.h"
#include "backend/http/message.h"
#include "services/domain/place.h"

namespace waydesk::backend {

struct LookupQuery
{
    Paging paging;
    QString search; // any part of a name, a code or a phone number
};

Page<Warehouse> listWarehouses(Call& call, const LookupQuery& query);
Page<Zone> listZones(Call& call, const LookupQuery& query);
struct DriverRow
{
    DriverRef driver;       // with user and vehicle
    qint64 cashOnBoard = 0; // minor units, not handed in yet
    std::optional<qint64> codLimit;
};
Page<DriverRow> listDrivers(Call& call, const LookupQuery& query);
Page<VehicleRef> listVehicles(Call& call, const LookupQuery& query);
Page<CustomerRef> listCustomers(Call& call, const LookupQuery& query);

} // namespace waydesk::backend

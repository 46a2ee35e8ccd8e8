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
Page<ZoneRef> listZones(Call& call, const LookupQuery& query);
Page<DriverRef> listDrivers(Call& call, const LookupQuery& query); // with user and vehicle
Page<VehicleRef> listVehicles(Call& call, const LookupQuery& query);
Page<CustomerRef> listCustomers(Call& call, const LookupQuery& query);

} // namespace waydesk::backend

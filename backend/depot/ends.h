// SPDX-License-Identifier: GPL-3.0-or-later
// The two ends of a waybill (or a parcel) made whole: a warehouse brings its address and zone, an address its zone.
#pragma once

#include "backend/http/message.h"
#include "services/domain/place.h"
#include "services/domain/result.h"

namespace waydesk::backend {

struct KnownWarehouse
{
    WarehouseRef ref;
    Place place;
    std::optional<ZoneRef> zone;
};
std::optional<KnownWarehouse> findWarehouse(Call& call, const WarehouseId& id);

// Of the zones around the place, the one whose centre is nearest; none is an answer too.
std::optional<ZoneRef> zoneAt(Call& call, const QGeoCoordinate& position);

// 400 names the field when the warehouse is not the tenant's. 500 waybill_zone_resolution_failed when the zones cannot
// be read. `end` is "origin" or "destination".
Result<Nothing> completeEnd(Call& call, Endpoint& endpoint, const QString& end);

} // namespace waydesk::backend

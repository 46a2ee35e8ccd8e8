// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/ends.h"

#include "backend/depot/columns.h"
#include "backend/depot/refusals.h"
#include "services/wire/fieldreader.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

std::optional<KnownWarehouse> findWarehouse(Call& call, const WarehouseId& id)
{
    static const std::string sql = "SELECT w.id, w.name, w.code, z.id, z.name, z.code, " + placeColumns("w.place") +
                                   " FROM warehouse w LEFT JOIN zone z ON z.id = w.zone_id"
                                   " WHERE w.id = ? AND w.tenant_id = ?";
    const auto rows = call.db.run(sql, {bound(id), bound(call.caller.tenant)});
    if (!rows->next())
        return std::nullopt;
    ColumnReader in(*rows);
    KnownWarehouse found;
    found.ref = in.ref<WarehouseRef>().value_or(WarehouseRef{});
    found.zone = in.ref<ZoneRef>();
    found.place = in.place().value_or(Place{});
    return found;
}

std::optional<ZoneRef> zoneAt(Call& call, const QGeoCoordinate& position)
{
    if (!position.isValid())
        return std::nullopt;
    std::optional<ZoneRef> nearest;
    double least = 0;
    const auto rows = call.db.run("SELECT id, name, code, latitude, longitude, radius_m FROM zone WHERE tenant_id = ?"
                                  " ORDER BY id",
                                  {bound(call.caller.tenant)});
    while (rows->next()) {
        const double distance = position.distanceTo(QGeoCoordinate(rows->real(3), rows->real(4)));
        if (distance > rows->real(5) || (nearest && distance >= least))
            continue;
        nearest = ZoneRef{{rows->text(0)}, rows->text(1), rows->text(2)};
        least = distance;
    }
    return nearest;
}

Result<Nothing> completeEnd(Call& call, Endpoint& endpoint, const QString& end)
{
    if (endpoint.warehouseId) {
        const auto warehouse = findWarehouse(call, *endpoint.warehouseId);
        if (warehouse) {
            endpoint.warehouse = warehouse->ref;
            endpoint.location = warehouse->place;
            endpoint.zone = warehouse->zone;
        } else if (!call.db.failed()) {
            return wire::badRequest(end + u"_warehouse_id"_s, u"Warehouse not found"_s);
        }
    } else if (endpoint.location) {
        endpoint.zone = zoneAt(call, endpoint.location->position);
    }
    if (call.db.failed())
        return refusedWith(500, u"waybill_zone_resolution_failed"_s,
                           u"Unable to validate the Waybill locations. Please try again."_s);
    return Nothing{};
}

} // namespace waydesk::backend

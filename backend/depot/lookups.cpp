// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/lookups.h"

#include "backend/depot/where.h"

namespace waydesk::backend {

namespace {

// `from` begins with the table, called t.
template<class Row, class Read>
Page<Row> list(Call& call, const LookupQuery& query, const std::string& columns, const std::string& from, Read read)
{
    Where where;
    where.add("t.tenant_id = ?", {bound(call.caller.tenant)});
    if (!query.search.isEmpty())
        where.add("t.search_text LIKE ? ESCAPE '\\'", {containing(query.search)});
    Page<Row> page;
    {
        const auto rows = call.db.run("SELECT COUNT(*) FROM " + from + " WHERE " + where.sql, where.values);
        page.total = rows->next() ? rows->integer(0) : 0;
    }
    const auto rows = call.db.run("SELECT " + columns + " FROM " + from + " WHERE " + where.sql +
                                      " ORDER BY t.search_text, t.id LIMIT ? OFFSET ?",
                                  where.valuesAnd({qint64{query.paging.limit}, query.paging.offset()}));
    while (rows->next()) {
        ColumnReader in(*rows);
        page.rows.append(read(in));
    }
    return page;
}

} // namespace

Page<Warehouse> listWarehouses(Call& call, const LookupQuery& query)
{
    return list<Warehouse>(call, query, "t.id, t.name, t.code, " + placeColumns("t.place"), "warehouse t",
                           [](ColumnReader& in) {
                               Warehouse warehouse;
                               warehouse.ref = in.ref<WarehouseRef>().value_or(WarehouseRef{});
                               warehouse.location = in.place().value_or(Place{});
                               return warehouse;
                           });
}

Page<Zone> listZones(Call& call, const LookupQuery& query)
{
    return list<Zone>(call, query, "t.id, t.name, t.code, t.latitude, t.longitude, t.radius_m", "zone t",
                      [](ColumnReader& in) {
                          Zone zone;
                          zone.ref = in.ref<ZoneRef>().value_or(ZoneRef{});
                          const double latitude = in.real(), longitude = in.real();
                          zone.centre = QGeoCoordinate(latitude, longitude);
                          zone.radius = in.real();
                          return zone;
                      });
}

Page<DriverRow> listDrivers(Call& call, const LookupQuery& query)
{
    return list<DriverRow>(
        call, query,
        "t.id, t.status, u.id, u.full_name, u.email, u.phone, u.avatar_url, v.id, v.name, v.code,"
        " v.capacity, v.image_url, (SELECT coalesce(sum(c.cod_amount + c.fee_amount), 0) FROM collection c"
        " WHERE c.tenant_id = t.tenant_id AND c.driver_id = t.id AND c.handed_in_at IS NULL), t.cod_limit",
        "driver t JOIN app_user u ON u.id = t.user_id LEFT JOIN vehicle v ON v.id = t.vehicle_id",
        [](ColumnReader& in) {
            DriverRef driver{{in.text()}, in.text(), in.user().value_or(UserRef{}), std::nullopt};
            const auto id = in.maybeText();
            VehicleRef vehicle{{id.value_or(QString())}, in.text(), in.text(), in.maybeQuantity(), in.text()};
            if (id)
                driver.vehicle = std::move(vehicle);
            const qint64 cash = in.integer();
            return DriverRow{std::move(driver), cash, in.maybeInteger()};
        });
}

Page<VehicleRef> listVehicles(Call& call, const LookupQuery& query)
{
    return list<VehicleRef>(call, query, "t.id, t.name, t.code, t.capacity, t.image_url", "vehicle t",
                            [](ColumnReader& in) {
                                return VehicleRef{{in.text()}, in.text(), in.text(), in.maybeQuantity(), in.text()};
                            });
}

Page<CustomerRef> listCustomers(Call& call, const LookupQuery& query)
{
    return list<CustomerRef>(call, query, "t.id, t.full_name, t.phone, t.avatar_url", "customer t",
                             [](ColumnReader& in) {
                                 return CustomerRef{{in.text()}, in.text(), in.text(), in.text()};
                             });
}

} // namespace waydesk::backend

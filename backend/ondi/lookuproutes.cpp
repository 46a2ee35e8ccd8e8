// SPDX-License-Identifier: GPL-3.0-or-later
// Our own calls for the short lists that screens choose from, in OnDi's envelope and paging.
#include "backend/depot/lookups.h"
#include "backend/ondi/envelope.h"
#include "backend/ondi/queryreader.h"
#include "backend/ondi/routes.h"
#include "services/wire/ondi/answers.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

using wire::JsonWriter;
using namespace wire::ondi;

void writeWarehouse(JsonWriter& out, const Warehouse& warehouse)
{
    out.beginObject()
        .field("id", warehouse.ref.id)
        .field("name", warehouse.ref.name)
        .field("code", warehouse.ref.code)
        .key("location");
    writePlace(out, warehouse.location, PlaceShape::Full);
    out.endObject();
}

void writeZone(JsonWriter& out, const Zone& zone)
{
    out.beginObject()
        .field("id", zone.ref.id)
        .field("name", zone.ref.name)
        .field("code", zone.ref.code)
        .key("center")
        .beginObject()
        .field("latitude", zone.centre.latitude())
        .field("longitude", zone.centre.longitude())
        .endObject()
        .field("radius_m", zone.radius)
        .endObject();
}

void writeDriverRow(JsonWriter& out, const DriverRow& row)
{
    out.beginObject().field("id", row.driver.id).field("status", row.driver.status).key("user");
    writeUser(out, row.driver.user);
    out.key("vehicle");
    writeVehicle(out, row.driver.vehicle);
    out.field("cash_on_board", row.cashOnBoard).field("cod_limit", row.codLimit).endObject();
}

void writeCustomerRow(JsonWriter& out, const CustomerRef& customer)
{
    out.beginObject()
        .field("id", customer.id)
        .field("full_name", customer.fullName)
        .field("phone", customer.phone)
        .key("avatar_url");
    if (customer.avatarUrl.isEmpty()) {
        out.null();
    } else {
        out.value(customer.avatarUrl);
    }
    out.endObject();
}

template<class List, class Write>
Route lookup(const QString& path, const QString& message, List list, Write write)
{
    return {Method::Get, path, Access::View, false, [message, list, write](Call& call) {
                QueryReader reader(call.request);
                LookupQuery query;
                query.paging = reader.paging(20);
                query.search = reader.text(u"search"_s);
                if (!reader.ok())
                    return refusalAnswer(reader.error());
                const auto page = list(call, query);
                auto out = openAnswer(message);
                out.beginArray();
                for (const auto& row : page.rows)
                    write(out, row);
                out.endArray();
                pagingFields(out, page.total, query.paging);
                return closeAnswer(out);
            }};
}

} // namespace

std::vector<Route> ondiLookupRoutes()
{
    return {lookup(u"/delivery/warehouses"_s, u"Warehouses retrieved successfully"_s, listWarehouses, writeWarehouse),
            lookup(u"/delivery/zones"_s, u"Zones retrieved successfully"_s, listZones, writeZone),
            lookup(u"/delivery/drivers"_s, u"Drivers retrieved successfully"_s, listDrivers, writeDriverRow),
            lookup(u"/delivery/vehicles"_s, u"Vehicles retrieved successfully"_s, listVehicles,
                   [](JsonWriter& out, const VehicleRef& vehicle) { writeVehicle(out, vehicle); }),
            lookup(u"/delivery/customers"_s, u"Customers retrieved successfully"_s, listCustomers, writeCustomerRow)};
}

} // namespace waydesk::backend

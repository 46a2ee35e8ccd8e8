// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/newdelivery.h"

#include "backend/depot/columns.h"
#include "backend/depot/deliveryrows.h"
#include "backend/depot/ends.h"
#include "backend/depot/refusals.h"
#include "services/wire/fieldreader.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

struct ParcelEnd
{
    std::optional<Place> place;
    std::optional<ZoneRef> zone;
};

Result<ParcelEnd> endOf(Call& call, const Place& given, const std::optional<WarehouseId>& warehouse,
                        const QString& field)
{
    ParcelEnd end;
    if (warehouse) {
        const auto known = findWarehouse(call, *warehouse);
        if (!known && !call.db.failed())
            return wire::badRequest(field, u"Warehouse not found"_s);
        if (known) {
            end.place = known->place;
            end.zone = known->zone;
        }
    }
    if (!given.fullAddress.isEmpty()) { // an address that came with the warehouse is the more exact one
        end.place = given;
        if (!end.place->id)
            end.place->id = AddressId{call.ids.newId()};
        end.zone = zoneAt(call, given.position);
    }
    if (call.db.failed())
        return storageFailed();
    return end;
}

// The one of this name and number; a new one where there is none.
CustomerId customerCalled(Call& call, const QString& name, const QString& phone)
{
    const auto rows = call.db.run("SELECT id FROM customer WHERE tenant_id = ? AND full_name = ? AND phone = ?"
                                  " ORDER BY id LIMIT 1",
                                  {bound(call.caller.tenant), bound(name), bound(phone)});
    if (rows->next())
        return {rows->text(0)};
    const CustomerId id{call.ids.newId()};
    call.db.execute("INSERT INTO customer (id, tenant_id, full_name, phone, search_text) VALUES (?,?,?,?,?)",
                    {bound(id), bound(call.caller.tenant), bound(name), bound(phone),
                     bound(QString(name + u'\n' + phone).toLower())});
    recordChange(call, u"customer"_s, id.value);
    return id;
}

qint64 drawCode(Call& call)
{
    const auto rows = call.db.run("INSERT INTO depot (tenant_id, next_delivery) VALUES (?, 1002)"
                                  " ON CONFLICT (tenant_id) DO UPDATE SET next_delivery = depot.next_delivery + 1"
                                  " RETURNING next_delivery - 1",
                                  {bound(call.caller.tenant)});
    return rows->next() ? rows->integer(0) : 0;
}

} // namespace

QString deliverySearchText(const QString& code, const QString& barcode, const QString& reference,
                           const QString& customer)
{
    return QString(code + u'\n' + barcode + u'\n' + reference + u'\n' + customer).toLower();
}

Result<Delivery> createDelivery(Call& call, const wire::ondi::NewDelivery& made)
{
    const auto pickup = endOf(call, made.pickup, made.pickupWarehouse, u"pickup_warehouse_id"_s);
    if (!pickup)
        return pickup.error();
    const auto dropoff = endOf(call, made.dropoff, made.dropoffWarehouse, u"dropoff_warehouse_id"_s);
    if (!dropoff)
        return dropoff.error();
    QString customer = u""_s;
    std::optional<CustomerId> customerId = made.customer;
    if (made.customer) {
        const auto rows = call.db.run("SELECT full_name FROM customer WHERE id = ? AND tenant_id = ?",
                                      {bound(*made.customer), bound(call.caller.tenant)});
        if (!rows->next())
            return wire::badRequest(u"customer_id"_s, u"Customer not found"_s);
        customer = rows->text(0);
    } else if (!made.customerName.isEmpty() || !made.customerPhone.isEmpty()) {
        customerId = customerCalled(call, made.customerName, made.customerPhone);
        customer = made.customerName;
    }
    static const std::string sql =
        "INSERT INTO delivery (id, tenant_id, delivery_code, code_order, barcode, external_reference_id, status,"
        " unit_size, payment_method, cod_amount, fee_amount, fee_payer, notes, customer_id, customer_name, search_text,"
        " created_at, updated_at, pickup_zone_id, dropoff_zone_id, pickup_warehouse_id, dropoff_warehouse_id,"
        " window_opens_at, window_closes_at, " +
        placeColumns("pickup") + ", " + placeColumns("dropoff") + ") VALUES (?" +
        [] {
            std::string marks;
            for (int i = 1; i < 44; ++i)
                marks += ",?";
            return marks;
        }() +
        ")";
    const DeliveryId id{call.ids.newId()};
    const qint64 number = drawCode(call);
    const QString code = QString::number(number);
    const QString barcode = made.barcode.isEmpty() ? u"DEL"_s + code : made.barcode;
    const Value now = bound(call.clock.now());
    std::vector<Value> values{bound(id),
                              bound(call.caller.tenant),
                              bound(code),
                              number,
                              bound(barcode),
                              bound(made.externalReference),
                              bound(word(DeliveryStatus::Pending)),
                              bound(made.unitSize),
                              bound(made.paymentMethod),
                              made.cod,
                              made.fee,
                              bound(made.feePayer),
                              bound(made.notes),
                              bound(customerId),
                              bound(customer),
                              bound(deliverySearchText(code, barcode, made.externalReference, customer)),
                              now,
                              now,
                              pickup->zone ? bound(pickup->zone->id) : Value(),
                              dropoff->zone ? bound(dropoff->zone->id) : Value(),
                              bound(made.pickupWarehouse),
                              bound(made.dropoffWarehouse),
                              made.window ? bound(made.window->opens) : Value(),
                              made.window ? bound(made.window->closes) : Value()};
    appendPlace(values, pickup->place);
    appendPlace(values, dropoff->place);
    call.db.execute(sql, values);
    recordChange(call, u"delivery"_s, id.value);
    auto row = findDelivery(call, id);
    if (!row)
        return storageFailed();
    return *std::move(row);
}

} // namespace waydesk::backend

// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/newdelivery.h"

#include "backend/depot/columns.h"
#include "backend/depot/deliveryrows.h"
#include "backend/depot/parcelparts.h"
#include "backend/depot/refusals.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

qint64 drawCode(Call& call)
{
    const auto rows = call.db.run("INSERT INTO depot (tenant_id, next_delivery) VALUES (?, 1002)"
                                  " ON CONFLICT (tenant_id) DO UPDATE SET next_delivery = depot.next_delivery + 1"
                                  " RETURNING next_delivery - 1",
                                  {bound(call.caller.tenant)});
    return rows->next() ? rows->integer(0) : 0;
}

} // namespace

Result<Delivery> createDelivery(Call& call, const wire::ondi::NewDelivery& made)
{
    const auto pickup = parcelEnd(call, made.pickup, made.pickupWarehouse, u"pickup_warehouse_id"_s);
    if (!pickup)
        return pickup.error();
    const auto dropoff = parcelEnd(call, made.dropoff, made.dropoffWarehouse, u"dropoff_warehouse_id"_s);
    if (!dropoff)
        return dropoff.error();
    const auto customer = consigneeOf(call, made.customer, made.customerName, made.customerPhone);
    if (!customer)
        return customer.error();
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
                              bound(customer->id),
                              bound(customer->name),
                              bound(deliverySearchText(code, barcode, made.externalReference, customer->name)),
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/deliveryrows.h"

#include "backend/depot/columns.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

const std::string& deliverySelect()
{
    static const std::string sql =
        "SELECT d.id, d.delivery_code, d.barcode, d.external_reference_id, d.status, " + placeColumns("d.pickup") +
        ", " + placeColumns("d.dropoff") +
        ", d.unit_size, d.payment_method, d.cod_amount, d.notes, d.created_at, d.updated_at,"
        " pz.id, pz.name, pz.code, dz.id, dz.name, dz.code, pw.id, pw.name, pw.code, dw.id, dw.name, dw.code,"
        " c.id, c.full_name, c.phone, c.avatar_url,"
        " d.is_returned, d.return_reason, d.return_trigger_point, d.returned_at,"
        " d.waybill_id, d.parent_id, d.has_active_assignment, d.in_route_session, d.trip_id, d.trip_sequence,"
        " CASE WHEN EXISTS (SELECT 1 FROM delivery leg WHERE leg.parent_id = d.id) THEN 1 ELSE 0 END,"
        " d.window_opens_at, d.window_closes_at"
        " FROM delivery d"
        " LEFT JOIN zone pz ON pz.id = d.pickup_zone_id LEFT JOIN zone dz ON dz.id = d.dropoff_zone_id"
        " LEFT JOIN warehouse pw ON pw.id = d.pickup_warehouse_id"
        " LEFT JOIN warehouse dw ON dw.id = d.dropoff_warehouse_id"
        " LEFT JOIN customer c ON c.id = d.customer_id";
    return sql;
}

Delivery readDelivery(Rows& rows)
{
    ColumnReader in(rows);
    Delivery d;
    d.id.value = in.text();
    d.code = in.text();
    d.barcode = in.text();
    d.externalReference = in.text();
    d.state = DeliveryState::fromWord(in.text());
    d.pickup = in.place();
    d.dropoff = in.place();
    d.unitSize = in.quantity();
    d.paymentMethod = in.text();
    d.cod.minor = in.integer();
    d.notes = in.text();
    d.createdAt = in.instant();
    d.updatedAt = in.instant();
    d.pickupZone = in.ref<ZoneRef>();
    d.dropoffZone = in.ref<ZoneRef>();
    d.pickupWarehouse = in.ref<WarehouseRef>();
    d.dropoffWarehouse = in.ref<WarehouseRef>();
    const std::optional<QString> customer = in.maybeText();
    CustomerRef ref{{customer.value_or(QString())}, in.text(), in.text(), in.text()};
    if (customer)
        d.customer = std::move(ref);
    d.isReturned = in.flag();
    d.returnReason = in.text();
    d.returnTriggerPoint = in.text();
    d.returnedAt = in.maybeInstant();
    d.waybillId = in.maybeId<WaybillId>();
    d.parentId = in.maybeId<DeliveryId>();
    d.hasActiveAssignment = in.flag();
    d.inActiveRouteSession = in.flag();
    d.tripId = in.maybeId<TripId>();
    const qint64 sequence = in.integer();
    if (d.tripId)
        d.tripSequence = static_cast<int>(sequence);
    d.isHybridParent = in.flag();
    const std::optional<Instant> opens = in.maybeInstant(), closes = in.maybeInstant();
    if (opens && closes)
        d.window = VisitWindow{*opens, *closes};
    return d;
}

std::optional<Delivery> findDelivery(Call& call, const DeliveryId& id)
{
    static const std::string sql = deliverySelect() + " WHERE d.id = ? AND d.tenant_id = ?";
    const auto rows = call.db.run(sql, {bound(id), bound(call.caller.tenant)});
    if (!rows->next())
        return std::nullopt;
    return readDelivery(*rows);
}

QList<Delivery> childrenOf(Call& call, const WaybillId& waybill)
{
    static const std::string sql =
        deliverySelect() + " WHERE d.waybill_id = ? AND d.tenant_id = ? ORDER BY d.created_at, d.id";
    QList<Delivery> children;
    const auto rows = call.db.run(sql, {bound(waybill), bound(call.caller.tenant)});
    while (rows->next())
        children.append(readDelivery(*rows));
    return children;
}

void setDeliveryStatus(Call& call, const DeliveryId& id, DeliveryStatus status)
{
    call.db.execute("UPDATE delivery SET status = ?, updated_at = ? WHERE id = ? AND tenant_id = ?",
                    {bound(word(status)), bound(call.clock.now()), bound(id), bound(call.caller.tenant)});
    recordChange(call, u"delivery"_s, id.value);
}

} // namespace waydesk::backend

// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/editdelivery.h"

#include "backend/depot/columns.h"
#include "backend/depot/deliveryrows.h"
#include "backend/depot/parcelparts.h"
#include "backend/depot/refusals.h"
#include "backend/depot/triprows.h"
#include "backend/depot/waybillrows.h"
#include "services/domain/parcelrules.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

ParcelRefusal judge(Call& call, const Delivery& parcel, const ParcelEdit& edit)
{
    if (!movesParcel(edit))
        return canEditParcel(parcel);
    std::optional<WaybillState> waybill;
    if (parcel.waybillId) {
        if (const auto row = findWaybill(call, *parcel.waybillId))
            waybill = row->waybill.state;
    }
    std::optional<TripState> trip;
    if (parcel.tripId) {
        if (const auto row = findTrip(call, *parcel.tripId))
            trip = row->state;
    }
    return canMoveParcel(parcel, waybill, trip);
}

struct End
{
    std::optional<Place>& place;
    std::optional<ZoneRef>& zone;
    std::optional<WarehouseRef>& warehouse;
};

Result<Nothing> move(Call& call, const std::optional<std::optional<WarehouseRef>>& warehouse,
                     const std::optional<Place>& place, End now, const QString& field)
{
    if (!warehouse && !place)
        return Nothing{};
    if (warehouse)
        now.warehouse = *warehouse;
    if (!place && !now.warehouse) // it leaves the warehouse's name; where that stands, the parcel stays
        return Nothing{};
    const auto id = now.warehouse ? std::optional(now.warehouse->id) : std::nullopt;
    const auto end = parcelEnd(call, place.value_or(Place{}), id, field);
    if (!end)
        return end.error();
    now.place = end->place;
    now.zone = end->zone;
    return Nothing{};
}

Result<Nothing> giveCustomer(Call& call, Delivery& parcel, const ParcelEdit& edit)
{
    if (!edit.customer)
        return Nothing{};
    if (!*edit.customer) {
        parcel.customer.reset();
        return Nothing{};
    }
    const CustomerRef& asked = **edit.customer;
    const auto found =
        consigneeOf(call, asked.id.isEmpty() ? std::nullopt : std::optional(asked.id), asked.fullName, asked.phone);
    if (!found)
        return found.error();
    parcel.customer = CustomerRef{found->id.value_or(CustomerId{}), found->name, {}, {}};
    return Nothing{};
}

template<class Ref>
Value idOf(const std::optional<Ref>& ref)
{
    return ref ? bound(ref->id) : Value();
}

void save(Call& call, const Delivery& parcel, const wire::ondi::ChangedDelivery& change)
{
    static const std::string sql =
        "UPDATE delivery SET barcode = ?, external_reference_id = ?, unit_size = ?, payment_method = ?, cod_amount = ?,"
        " fee_amount = COALESCE(?, fee_amount), fee_payer = COALESCE(?, fee_payer), notes = ?, customer_id = ?,"
        " customer_name = ?, search_text = ?, updated_at = ?, pickup_zone_id = ?, dropoff_zone_id = ?,"
        " pickup_warehouse_id = ?, dropoff_warehouse_id = ?, window_opens_at = ?, window_closes_at = ?, (" +
        placeColumns("pickup") + ", " + placeColumns("dropoff") +
        ") = (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) WHERE id = ? AND tenant_id = ?";
    const QString customer = parcel.customer ? parcel.customer->fullName : u""_s;
    std::vector<Value> values{
        bound(parcel.barcode),
        bound(parcel.externalReference),
        bound(parcel.unitSize),
        bound(parcel.paymentMethod),
        parcel.cod.minor,
        change.fee ? Value(*change.fee) : Value(),
        change.feePayer ? bound(*change.feePayer) : Value(),
        bound(parcel.notes),
        idOf(parcel.customer),
        bound(customer),
        bound(deliverySearchText(parcel.code, parcel.barcode, parcel.externalReference, customer)),
        bound(call.clock.now()),
        idOf(parcel.pickupZone),
        idOf(parcel.dropoffZone),
        idOf(parcel.pickupWarehouse),
        idOf(parcel.dropoffWarehouse),
        parcel.window ? bound(parcel.window->opens) : Value(),
        parcel.window ? bound(parcel.window->closes) : Value()};
    appendPlace(values, parcel.pickup);
    appendPlace(values, parcel.dropoff);
    values.push_back(bound(parcel.id));
    values.push_back(bound(call.caller.tenant));
    call.db.execute(sql, values);
}

} // namespace

Result<Delivery> editDelivery(Call& call, const DeliveryId& id, const wire::ondi::ChangedDelivery& change)
{
    const auto found = findDelivery(call, id);
    if (!found)
        return call.db.failed() ? storageFailed() : refused(Refusal::DeliveryNotFound);
    const ParcelEdit& edit = change.edit;
    if (const ParcelRefusal refusal = judge(call, *found, edit); refusal != ParcelRefusal::None) {
        const RefusalWords words = wordsOf(refusal);
        return refusedWith(words.status, words.code, words.message);
    }
    if (isNothing(edit) && !change.fee && !change.feePayer)
        return *found;
    ParcelEdit plain; // what needs no looking up; the rest follows
    plain.cod = edit.cod;
    plain.unitSize = edit.unitSize;
    plain.paymentMethod = edit.paymentMethod;
    plain.barcode = edit.barcode;
    plain.externalReference = edit.externalReference;
    plain.notes = edit.notes;
    plain.window = edit.window;
    Delivery parcel = *applyToParcel(UpdateDelivery{id, plain}, found);
    if (const auto moved = move(call, edit.pickupWarehouse, edit.pickup,
                                {parcel.pickup, parcel.pickupZone, parcel.pickupWarehouse}, u"pickup_warehouse_id"_s);
        !moved)
        return moved.error();
    if (const auto moved =
            move(call, edit.dropoffWarehouse, edit.dropoff,
                 {parcel.dropoff, parcel.dropoffZone, parcel.dropoffWarehouse}, u"dropoff_warehouse_id"_s);
        !moved)
        return moved.error();
    if (const auto given = giveCustomer(call, parcel, edit); !given)
        return given.error();
    if (parcel.barcode.isEmpty()) // as a new one without a barcode
        parcel.barcode = u"DEL"_s + parcel.code;
    save(call, parcel, change);
    recordChange(call, u"delivery"_s, id.value);
    if (parcel.waybillId) { // its sums
        recountWaybill(call, *parcel.waybillId);
        recordChange(call, u"waybill"_s, parcel.waybillId->value);
    }
    if (parcel.tripId) // its stops
        recordChange(call, u"trip"_s, parcel.tripId->value);
    auto row = findDelivery(call, id);
    if (!row)
        return storageFailed();
    return *std::move(row);
}

} // namespace waydesk::backend

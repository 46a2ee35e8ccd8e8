// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/parcelrules.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk {

namespace {

// A warehouse alone brings its own address and zone, which the server knows; an address its zone.
void moveEnd(const std::optional<std::optional<WarehouseRef>>& warehouse, const std::optional<Place>& place,
             std::optional<WarehouseRef>& warehouseNow, std::optional<Place>& placeNow, std::optional<ZoneRef>& zoneNow)
{
    if (warehouse) {
        if (*warehouse && *warehouse != warehouseNow) {
            placeNow.reset();
            zoneNow.reset();
        }
        warehouseNow = *warehouse;
    }
    if (place) {
        if (placeNow != *place)
            zoneNow.reset();
        placeNow = *place;
    }
}

Delivery changed(Delivery parcel, const ParcelEdit& edit)
{
    moveEnd(edit.pickupWarehouse, edit.pickup, parcel.pickupWarehouse, parcel.pickup, parcel.pickupZone);
    moveEnd(edit.dropoffWarehouse, edit.dropoff, parcel.dropoffWarehouse, parcel.dropoff, parcel.dropoffZone);
    if (edit.customer)
        parcel.customer = *edit.customer;
    if (edit.cod)
        parcel.cod = *edit.cod;
    if (edit.unitSize)
        parcel.unitSize = *edit.unitSize;
    if (edit.window)
        parcel.window = *edit.window;
    const std::pair<const std::optional<QString>&, QString&> texts[]{{edit.paymentMethod, parcel.paymentMethod},
                                                                     {edit.barcode, parcel.barcode},
                                                                     {edit.externalReference, parcel.externalReference},
                                                                     {edit.notes, parcel.notes}};
    for (const auto& [asked, now] : texts) {
        if (asked)
            now = *asked;
    }
    return parcel;
}

} // namespace

bool isNothing(const ParcelEdit& edit)
{
    return edit == ParcelEdit{};
}

bool movesParcel(const ParcelEdit& edit)
{
    return edit.pickupWarehouse || edit.dropoffWarehouse || edit.pickup || edit.dropoff;
}

RefusalWords wordsOf(ParcelRefusal refusal)
{
    const QString code = u"delivery_not_editable"_s;
    switch (refusal) {
    case ParcelRefusal::None:
        return {200, {}, {}};
    case ParcelRefusal::NotEditable:
    case ParcelRefusal::UnknownState:
        return {409, code, u"Delivery cannot be edited in its current status"_s};
    case ParcelRefusal::WaybillSealed:
        return {409, code, u"Delivery is on a sealed waybill: its pickup and dropoff cannot change"_s};
    case ParcelRefusal::TripStarted:
        return {409, code, u"Delivery is on a trip in progress: its pickup and dropoff cannot change"_s};
    }
    Q_UNREACHABLE();
}

ParcelRefusal canEditParcel(const Delivery& delivery)
{
    if (!delivery.state.known)
        return ParcelRefusal::UnknownState;
    switch (*delivery.state.known) {
    case DeliveryStatus::Draft:
    case DeliveryStatus::Pending:
    case DeliveryStatus::Assigned:
    case DeliveryStatus::StagedAtWarehouse:
        return ParcelRefusal::None;
    case DeliveryStatus::PickedUp:
    case DeliveryStatus::InTransit:
    case DeliveryStatus::Delivered:
    case DeliveryStatus::Failed:
    case DeliveryStatus::Returned:
    case DeliveryStatus::Cancelled:
        return ParcelRefusal::NotEditable;
    }
    Q_UNREACHABLE();
}

ParcelRefusal canMoveParcel(const Delivery& delivery, const std::optional<WaybillState>& waybill,
                            const std::optional<TripState>& trip)
{
    if (const ParcelRefusal refusal = canEditParcel(delivery); refusal != ParcelRefusal::None)
        return refusal;
    const bool isOpen = !waybill || waybill->is(WaybillStatus::Drafted) || waybill->is(WaybillStatus::Cancelled);
    if (!isOpen)
        return ParcelRefusal::WaybillSealed;
    return trip && trip->is(TripStatus::InProgress) ? ParcelRefusal::TripStarted : ParcelRefusal::None;
}

std::optional<Delivery> applyToParcel(const Command& command, const std::optional<Delivery>& before)
{
    if (const auto* create = std::get_if<CreateDelivery>(&command)) {
        Delivery made;
        made.id = create->localId;
        made.state = DeliveryStatus::Pending;
        return changed(made, create->parcel);
    }
    const auto* update = std::get_if<UpdateDelivery>(&command);
    return before && update ? std::optional(changed(*before, update->edit)) : before;
}

} // namespace waydesk

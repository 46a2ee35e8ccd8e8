// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/keptpages.h"

#include "services/wire/ondi/pagereader.h"

#include <span>

namespace waydesk::bench {

namespace {

using View = std::string_view;
using MaybeView = std::optional<std::string_view>;

constexpr View DeliveryCells::*kDeliveryViews[]{&DeliveryCells::id,
                                                &DeliveryCells::code,
                                                &DeliveryCells::barcode,
                                                &DeliveryCells::externalReference,
                                                &DeliveryCells::status,
                                                &DeliveryCells::paymentMethod,
                                                &DeliveryCells::notes,
                                                &DeliveryCells::currency,
                                                &DeliveryCells::pickupZoneId,
                                                &DeliveryCells::dropoffZoneId,
                                                &DeliveryCells::pickupWarehouseId,
                                                &DeliveryCells::dropoffWarehouseId,
                                                &DeliveryCells::customerId,
                                                &DeliveryCells::customerName,
                                                &DeliveryCells::dropoffZoneName,
                                                &DeliveryCells::dropoffAddress,
                                                &DeliveryCells::returnReason,
                                                &DeliveryCells::returnTriggerPoint,
                                                &DeliveryCells::raw};
constexpr MaybeView DeliveryCells::*kDeliveryMaybeViews[]{&DeliveryCells::waybillId, &DeliveryCells::parentId,
                                                          &DeliveryCells::tripId};
constexpr View WaybillCells::*kWaybillViews[]{&WaybillCells::id,
                                              &WaybillCells::tenantId,
                                              &WaybillCells::number,
                                              &WaybillCells::status,
                                              &WaybillCells::carrier,
                                              &WaybillCells::originType,
                                              &WaybillCells::originWarehouseId,
                                              &WaybillCells::destinationType,
                                              &WaybillCells::destinationWarehouseId,
                                              &WaybillCells::originName,
                                              &WaybillCells::destinationName,
                                              &WaybillCells::driverId,
                                              &WaybillCells::vehicleId,
                                              &WaybillCells::assignedBy,
                                              &WaybillCells::receivedBy,
                                              &WaybillCells::createdBy,
                                              &WaybillCells::driverName,
                                              &WaybillCells::notes,
                                              &WaybillCells::currency,
                                              &WaybillCells::raw};
constexpr MaybeView WaybillCells::*kWaybillMaybeViews[]{&WaybillCells::externalCarrierRef};

template<class Cells>
void keepTexts(Cells& row, std::span<View Cells::*const> views, std::span<MaybeView Cells::*const> maybeViews,
               std::deque<std::string>& texts)
{
    for (const auto member : views)
        row.*member = texts.emplace_back(row.*member);
    for (const auto member : maybeViews) {
        if (row.*member)
            row.*member = texts.emplace_back(*(row.*member));
    }
}

void keepTexts(DeliveryCells& row, std::deque<std::string>& texts)
{
    keepTexts<DeliveryCells>(row, kDeliveryViews, kDeliveryMaybeViews, texts);
}

void keepTexts(WaybillCells& row, std::deque<std::string>& texts)
{
    keepTexts<WaybillCells>(row, kWaybillViews, kWaybillMaybeViews, texts);
}

template<class Cells, class Read>
KeptPage<Cells> kept(const QByteArray& page, Read read)
{
    KeptPage<Cells> out;
    const auto end = read(page, [&](const Cells& seen) {
        keepTexts(out.rows.emplace_back(seen), out.texts);
        return true;
    });
    return end ? std::move(out) : KeptPage<Cells>{};
}

} // namespace

KeptPage<DeliveryCells> keptDeliveries(const QByteArray& page)
{
    return kept<DeliveryCells>(page, wire::ondidesk::readDeliveryPage);
}

KeptPage<WaybillCells> keptWaybills(const QByteArray& page)
{
    return kept<WaybillCells>(page, wire::ondidesk::readWaybillPage);
}

} // namespace waydesk::bench

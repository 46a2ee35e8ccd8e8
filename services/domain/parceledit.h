// SPDX-License-Identifier: GPL-3.0-or-later
// A parcel made or changed by hand. One value says it for both: what is asked about its fields, the rest left alone.
// Outer nullopt: stays as it is (of a new parcel: not said). Inner nullopt, or an empty text: cleared.
#pragma once

#include "services/domain/delivery.h"

namespace waydesk {

struct ParcelEdit
{
    std::optional<std::optional<WarehouseRef>> pickupWarehouse, dropoffWarehouse; // alone it brings its own address
    std::optional<Place> pickup, dropoff;                                         // an end has some address always
    std::optional<std::optional<CustomerRef>> customer; // without an id: the one of this name and number, or a new one
    std::optional<Money> cod;
    std::optional<Quantity> unitSize;
    std::optional<QString> paymentMethod, barcode, externalReference, notes;
    std::optional<std::optional<VisitWindow>> window;
    bool operator==(const ParcelEdit&) const = default;
};

bool isNothing(const ParcelEdit& edit);
bool movesParcel(const ParcelEdit& edit); // one of its ends

struct CreateDelivery
{
    DeliveryId localId; // "local:<uuid>"
    ParcelEdit parcel;
    bool operator==(const CreateDelivery&) const = default;
};

struct UpdateDelivery
{
    DeliveryId delivery;
    ParcelEdit edit;
    bool operator==(const UpdateDelivery&) const = default;
};

} // namespace waydesk

// SPDX-License-Identifier: GPL-3.0-or-later
// One parcel, as the desk and the server both see it. `code` is text whatever the wire's type was ("1533").
#pragma once

#include "services/domain/instant.h"
#include "services/domain/place.h"

namespace waydesk {

// When the consignee is there: a visit may begin between the two. Told by our backend alone.
struct VisitWindow
{
    Instant opens{}, closes{};
    bool operator==(const VisitWindow&) const = default;
};

struct Delivery
{
    DeliveryId id;
    QString code;
    QString barcode;
    QString externalReference; // may be empty; an empty one never matches a scan
    DeliveryState state;
    std::optional<Place> pickup, dropoff;
    Quantity unitSize = Quantity::whole(1);
    QString paymentMethod; // "cod", "cash", "wallet", "gateway" … as it came
    Money cod;
    QString notes;
    Instant createdAt{}, updatedAt{};
    std::optional<ZoneRef> pickupZone, dropoffZone;
    std::optional<WarehouseRef> pickupWarehouse, dropoffWarehouse;
    std::optional<CustomerRef> customer;
    bool isReturned = false;
    QString returnReason, returnTriggerPoint;
    std::optional<Instant> returnedAt;
    std::optional<VisitWindow> window;

    // What decides whether it may join a waybill. Our backend tells these in `/delivery/deliveries`; a plain server
    // does not, and then the desk knows only what the waybills it has seen tell it.
    std::optional<WaybillId> waybillId;
    std::optional<DeliveryId> parentId;
    bool hasActiveAssignment = false;
    bool inActiveRouteSession = false;

    // What decides whether it may join a trip; told by our backend alone (the sequence and hybrids only to itself).
    std::optional<TripId> tripId;
    std::optional<int> tripSequence; // from 1; its place among the trip's deliveries
    bool isHybridParent = false;     // it travels as legs, which are parcels of their own

    bool operator==(const Delivery&) const = default;
};

} // namespace waydesk

// SPDX-License-Identifier: GPL-3.0-or-later
// One row of a page as views into the page's own bytes (UTF-8, escapes resolved): what the page reader of the wire
// hands to the bulk writer of the store, so that neither knows the other. Valid until the next row. Nothing is copied.
#pragma once

#include "services/domain/instant.h"

#include <optional>
#include <string_view>

namespace waydesk {

struct DeliveryCells
{
    std::string_view id, code, barcode, externalReference, status;
    std::string_view paymentMethod, notes, currency; // currency empty: the connection's own
    std::optional<std::string_view> waybillId, parentId, tripId;
    bool toldMembership = false; // the row says whether it is in a waybill; otherwise what was known stays
    std::string_view pickupZoneId, dropoffZoneId, pickupWarehouseId, dropoffWarehouseId, customerId;
    std::string_view customerName, dropoffZoneName, dropoffAddress; // for searching
    std::string_view returnReason, returnTriggerPoint;
    qint64 unitThousandths = 1000;
    qint64 codMinor = 0;
    Instant createdAt{}, updatedAt{};
    std::optional<Instant> returnedAt, windowOpens, windowCloses;
    bool isReturned = false;
    bool hasActiveAssignment = false, inActiveRouteSession = false;
    std::string_view raw; // the row's JSON as it came
};

struct WaybillCells
{
    std::string_view id, tenantId, number, status, carrier;
    std::string_view originType, originWarehouseId, destinationType, destinationWarehouseId;
    std::string_view originName, destinationName; // of the warehouse, or the address: for sorting and searching
    std::string_view driverId, vehicleId, assignedBy, receivedBy, createdBy;
    std::optional<std::string_view> externalCarrierRef;
    std::string_view driverName; // where the row nests it
    std::string_view notes;
    Instant createdAt{}, updatedAt{};
    std::optional<Instant> assignmentTime, sealedAt, dispatchedAt, receivedAt, closedAt, cancelledAt;
    std::optional<qint64> itemCount, unitThousandths, codMinor;
    std::string_view currency;
    std::string_view raw;
};

} // namespace waydesk

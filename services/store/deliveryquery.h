// SPDX-License-Identifier: GPL-3.0-or-later
// Which parcels, in which order: what a window of the table asks the reader for.
#pragma once

#include "services/domain/delivery.h"

#include <array>

namespace waydesk::store {

enum class Membership { Any, None, Some };

struct DeliveryQuery
{
    std::optional<DeliveryStatus> status;
    std::optional<ZoneId> zone;           // of the dropoff
    std::optional<WarehouseId> warehouse; // of either end
    std::optional<WaybillId> waybillId;
    std::optional<TripId> tripId;
    Membership waybill = Membership::Any, trip = Membership::Any;
    std::optional<bool> returned;
    std::optional<Instant> from, until; // of created_at; until is not included
    QString paymentMethod;              // "cod" …; empty: any
    QString text;                       // every word of it
    std::optional<qint64> codAtLeast, codAtMost;
    bool operator==(const DeliveryQuery&) const = default;
};

enum class DeliveryKey { Code, Status, Cod, Created, Updated, Customer, Destination, Waybill, Trip };

struct DeliveryOrder
{
    DeliveryKey key = DeliveryKey::Created;
    bool descending = true; // rows with equal keys go by rowid in the same direction
    bool operator==(const DeliveryOrder&) const = default;
};

struct DeliveryCounts
{
    qint64 all = 0; // those of a status that we do not know among them
    std::array<qint64, kDeliveryStatuses.size()> byStatus{};
    bool operator==(const DeliveryCounts&) const = default;
};

} // namespace waydesk::store

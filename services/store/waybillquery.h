// SPDX-License-Identifier: GPL-3.0-or-later
// Which waybills, in which order: what a window of the table asks the reader for.
#pragma once

#include "services/domain/instant.h"
#include "services/domain/place.h"

#include <array>

namespace waydesk::store {

enum class WarehouseSide { Either, Origin, Destination };

struct WaybillQuery
{
    std::optional<WaybillStatus> status;
    std::optional<CarrierType> carrier;
    std::optional<DriverId> driver;
    std::optional<WarehouseId> warehouse;
    WarehouseSide side = WarehouseSide::Either;
    std::optional<Instant> from, until; // of created_at; until is not included
    QString number;                     // part of a number
    QString text;                       // every word of it
    std::optional<qint64> codAtLeast, codAtMost;
    bool operator==(const WaybillQuery&) const = default;
};

enum class WaybillKey { Number, Status, Route, Driver, Items, Cod, Created, Updated };

struct WaybillOrder
{
    WaybillKey key = WaybillKey::Created;
    bool descending = true; // rows with equal keys go by rowid in the same direction
    bool operator==(const WaybillOrder&) const = default;
};

struct WaybillCounts
{
    qint64 all = 0; // those of a status that we do not know among them
    std::array<qint64, kWaybillStatuses.size()> byStatus{};
    bool operator==(const WaybillCounts&) const = default;
};

} // namespace waydesk::store

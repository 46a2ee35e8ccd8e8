// SPDX-License-Identifier: GPL-3.0-or-later
// Ids are types: a DriverId cannot be handed where a WaybillId is asked for. The value is opaque text, shown and
// sent exactly as the outside system gave it. Work created offline carries "local:<uuid>" until the server names it.
#pragma once

#include <QHashFunctions>
#include <QString>
#include <QStringView>

namespace waydesk {

inline constexpr QStringView kLocalIdPrefix = u"local:";

template<class Tag>
struct Id
{
    QString value;

    bool operator==(const Id&) const = default;
    bool isEmpty() const { return value.isEmpty(); }
    bool isLocal() const { return value.startsWith(kLocalIdPrefix); }
};

template<class Tag>
size_t qHash(const Id<Tag>& id, size_t seed = 0) noexcept
{
    return ::qHash(id.value, seed);
}

using TenantId = Id<struct TenantTag>;
using UserId = Id<struct UserTag>;
using WaybillId = Id<struct WaybillTag>;
using DeliveryId = Id<struct DeliveryTag>;
using DriverId = Id<struct DriverTag>;
using VehicleId = Id<struct VehicleTag>;
using WarehouseId = Id<struct WarehouseTag>;
using ZoneId = Id<struct ZoneTag>;
using CustomerId = Id<struct CustomerTag>;
using AddressId = Id<struct AddressTag>;
using ExceptionId = Id<struct ExceptionTag>;
using TripId = Id<struct TripTag>;
using ReturnRequestId = Id<struct ReturnRequestTag>;
// Of a waybill, a trip or a parcel, whichever a queue of commands is named by. Ids of different kinds never coincide:
// local ones are UUIDs, and no system gives one id to two things.
using SubjectId = Id<struct SubjectTag>;

} // namespace waydesk

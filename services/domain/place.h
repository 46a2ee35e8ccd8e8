// SPDX-License-Identifier: GPL-3.0-or-later
// Where a thing is, and the small references that the documented calls nest (a warehouse, a zone, a driver …).
#pragma once

#include "services/domain/id.h"
#include "services/domain/money.h"
#include "services/domain/status.h"

#include <QGeoCoordinate>
#include <QString>
#include <optional>

namespace waydesk {

// An address as the wire gives it. Every text may be absent (nullopt) or present and empty: two different things.
struct Place
{
    std::optional<AddressId> id;
    QString fullAddress;
    QGeoCoordinate position; // WGS 84 degrees; invalid when the address has none
    std::optional<QString> city, state, country, postalCode, countryCode, contactInfo;
    bool operator==(const Place&) const = default;
};

struct WarehouseRef
{
    WarehouseId id;
    QString name, code;
    bool operator==(const WarehouseRef&) const = default;
};

struct ZoneRef
{
    ZoneId id;
    QString name, code;
    bool operator==(const ZoneRef&) const = default;
};

struct UserRef
{
    UserId id;
    QString fullName, email, phone, avatarUrl;
    bool operator==(const UserRef&) const = default;
};

struct VehicleRef
{
    VehicleId id;
    QString name, code;
    std::optional<Quantity> capacity; // units
    QString imageUrl;
    bool operator==(const VehicleRef&) const = default;
};

struct DriverRef
{
    DriverId id;
    QString status; // "active" …
    UserRef user;
    std::optional<VehicleRef> vehicle; // primary vehicle, where the call nests it
    // Cash collected and not handed in, and how much of it the driver may have. Told by our backend's list alone.
    std::optional<Money> cashOnBoard = {}, codLimit = {};
    bool operator==(const DriverRef&) const = default;
};

struct CustomerRef
{
    CustomerId id;
    QString fullName, phone, avatarUrl;
    bool operator==(const CustomerRef&) const = default;
};

// Where a zone is, as far as told: a circle. Where circles overlap, the nearest centre has the place.
struct Zone
{
    ZoneRef ref;
    QGeoCoordinate centre; // invalid: not told
    double radius = 0;     // metres
    bool operator==(const Zone&) const = default;
};

struct Warehouse
{
    WarehouseRef ref;
    Place location;
    bool operator==(const Warehouse&) const = default;
};

// One end of a waybill: a warehouse of ours, or an address.
struct Endpoint
{
    Known<EndpointType> type{EndpointType::Warehouse};
    std::optional<WarehouseId> warehouseId;
    std::optional<WarehouseRef> warehouse;
    std::optional<Place> location;
    std::optional<ZoneRef> zone;
    bool operator==(const Endpoint&) const = default;
};

} // namespace waydesk

// SPDX-License-Identifier: GPL-3.0-or-later
// A trip: deliveries that one driver makes in an order. No call starts or completes it; it follows its deliveries.
#pragma once

#include "services/domain/delivery.h"

namespace waydesk {

struct Trip
{
    TripId id;
    QString number; // shown verbatim
    TripState state{TripStatus::Planned};
    std::optional<Known<TripType>> type;
    QString notes;
    std::optional<DriverRef> driver;
    std::optional<VehicleRef> vehicle;
    std::optional<Instant> startedAt, completedAt;
    Instant createdAt{}, updatedAt{};
    std::optional<int> itemCount; // parcels; nullopt: not told

    bool operator==(const Trip&) const = default;
};

// One delivery of a trip as its planner names it; without a sequence its place in the list is meant, from 1.
struct TripMember
{
    DeliveryId delivery;
    std::optional<int> sequence;
    bool operator==(const TripMember&) const = default;
};

struct CreateTrip
{
    std::optional<DriverId> driver;
    std::optional<VehicleId> vehicle;
    std::optional<TripType> type;
    QString notes;
    QList<TripMember> deliveries;
};

// Outer nullopt: stays as it is. Inner nullopt: is cleared.
struct UpdateTrip
{
    TripId trip;
    std::optional<std::optional<DriverId>> driver;
    std::optional<std::optional<VehicleId>> vehicle;
    std::optional<std::optional<TripType>> type;
    std::optional<QString> notes;
};

struct ReturnRequest
{
    ReturnRequestId id;
    DeliveryId delivery;
    Known<ReturnRequestStatus> state{ReturnRequestStatus::Pending};
    QString reason; // in the words of who asked
    std::optional<DeliveryId> returnDelivery;
    Instant requestedAt{};
    std::optional<QString> notes;
    bool operator==(const ReturnRequest&) const = default;
};

} // namespace waydesk

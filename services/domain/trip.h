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
    TripId localId; // "local:<uuid>" where this desk made it; empty as the server reads it
    std::optional<DriverId> driver;
    std::optional<VehicleId> vehicle;
    std::optional<TripType> type;
    QString notes;
    QList<TripMember> deliveries;
    bool operator==(const CreateTrip&) const = default;
};

// Outer nullopt: stays as it is. Inner nullopt: is cleared.
struct UpdateTrip
{
    TripId trip;
    std::optional<std::optional<DriverId>> driver;
    std::optional<std::optional<VehicleId>> vehicle;
    std::optional<std::optional<TripType>> type;
    std::optional<QString> notes;
    bool operator==(const UpdateTrip&) const = default;
};

// These become the trip's parcels, and no others: whatever else is in it is detached.
struct SyncTripDeliveries
{
    TripId trip;
    QList<TripMember> deliveries;
    bool operator==(const SyncTripDeliveries&) const = default;
};

struct RemoveFromTrip
{
    TripId trip;
    DeliveryId delivery;
    bool operator==(const RemoveFromTrip&) const = default;
};

struct ReorderTrip // names every parcel of the trip once
{
    TripId trip;
    QList<DeliveryId> order;
    bool operator==(const ReorderTrip&) const = default;
};

struct CancelTrip // its parcels stay linked to it, and so free for nobody: detach them first where that is not meant
{
    TripId trip;
    bool operator==(const CancelTrip&) const = default;
};

struct RequestReturn
{
    DeliveryId delivery;
    QString reason; // 1 to 500 characters
    std::optional<QString> notes;
    bool operator==(const RequestReturn&) const = default;
};

enum class ReturnDecision { Approve, Reject };

struct DecideReturn
{
    ReturnRequestId request;
    DeliveryId delivery; // whose return it is
    ReturnDecision decision = ReturnDecision::Approve;
    bool operator==(const DecideReturn&) const = default;
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
    // Told by our backend alone.
    std::optional<QString> requestedByName = {};
    std::optional<Instant> decidedAt = {};
    std::optional<QString> decidedByName = {};
    std::optional<QString> returnDeliveryCode = {};
    bool operator==(const ReturnRequest&) const = default;
};

// A return request as the queue shows it: with what its parcel is.
struct ReturnQueueRow
{
    ReturnRequest request;
    QString deliveryCode;
    DeliveryState deliveryState;
    std::optional<QString> customerName;
    std::optional<TripId> trip;
    std::optional<QString> tripNumber;
    bool operator==(const ReturnQueueRow&) const = default;
};

} // namespace waydesk

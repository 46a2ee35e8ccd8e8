// SPDX-License-Identifier: GPL-3.0-or-later
// A waybill as the desk and the server both see it, its timeline, and the proof of its delivery.
#pragma once

#include "services/domain/instant.h"
#include "services/domain/place.h"

#include <QStringList>

namespace waydesk {

struct ProofOfDelivery
{
    QString signatureUrl;
    QStringList photoUrls;
    QString notes;
    std::optional<Instant> timestamp;
    bool operator==(const ProofOfDelivery&) const = default;
};

struct Waybill
{
    WaybillId id;
    TenantId tenantId;
    QString number; // shown verbatim; empty while the server has not named it
    WaybillState state{WaybillStatus::Drafted};
    Endpoint origin, destination;
    Carrier carrier{CarrierType::Internal};
    std::optional<DriverId> driverId;
    std::optional<VehicleId> vehicleId;
    std::optional<DriverRef> driver;
    std::optional<VehicleRef> vehicle;
    std::optional<QString> externalCarrierRef;
    std::optional<UserId> assignedBy;
    std::optional<Instant> assignmentTime, sealedAt, dispatchedAt, receivedAt, closedAt, cancelledAt;
    std::optional<UserId> receivedBy, createdBy;
    std::optional<ProofOfDelivery> proof;
    QString notes;
    Instant createdAt{}, updatedAt{};
    std::optional<int> itemCount;
    std::optional<Quantity> totalUnitSize;
    std::optional<Money> totalCod; // our backend adds it; null where the server does not say

    bool operator==(const Waybill&) const = default;
};

// One line of `status_updates`, in response order.
struct TimelineEvent
{
    QString type; // "created", "sealed", "driver_switched" …
    std::optional<WaybillState> previous;
    WaybillState next;
    Instant at{};
    std::optional<UserId> actorId;
    QString actorRole, actorName;
    QString reason, notes;
    QString previousDriver, newDriver;   // full names
    QString previousVehicle, newVehicle; // names
    bool operator==(const TimelineEvent&) const = default;
};

} // namespace waydesk

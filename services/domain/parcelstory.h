// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to one parcel, as the server tells it when it is asked about that parcel alone. Each list is in the
// server's order, oldest first.
#pragma once

#include "services/domain/exception.h"
#include "services/domain/trip.h"
#include "services/domain/waybill.h"

#include <QGeoCoordinate>

namespace waydesk {

// One thing that a driver did with a parcel, with the proof where there is one.
struct ParcelAction
{
    QString action; // "picked_up", "delivered" … as it came
    std::optional<DeliveryState> previous, next;
    Instant at{};
    QString actorName, notes;
    std::optional<QGeoCoordinate> position;
    std::optional<ProofOfDelivery> proof;
    bool operator==(const ParcelAction&) const = default;
};

struct ParcelStory
{
    DeliveryId delivery;
    QList<ParcelAction> actions;
    QList<ReturnRequest> returns;
    QList<DeliveryCase> cases;
    std::optional<WaybillLink> waybill; // that it travels with now
    std::optional<TripLink> trip;
    bool operator==(const ParcelStory&) const = default;
};

} // namespace waydesk

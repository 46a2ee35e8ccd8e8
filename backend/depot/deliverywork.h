// SPDX-License-Identifier: GPL-3.0-or-later
// What the driver of a trip does with one of its parcels: picked up, in transit, delivered, failed. Each step is kept
// with its proof as it was given; the trip follows.
#pragma once

#include "backend/depot/triprows.h"
#include "services/domain/exception.h"
#include "services/wire/ondi/triprequests.h"

namespace waydesk::backend {

struct DeliveryActionDone
{
    Delivery delivery;
    Trip trip;
};
Result<DeliveryActionDone> actOnDelivery(Call& call, const DeliveryId& delivery,
                                         const wire::ondi::DeliveryActionRequest& request);

struct StoredDeliveryAction
{
    QString action, previousStatus, newStatus, actorName, notes;
    Instant at{};
    std::optional<QGeoCoordinate> position;
    QByteArray proof; // JSON, or "null"
};
QList<StoredDeliveryAction> actionsOn(Call& call, const DeliveryId& delivery); // oldest first

// What carries the parcel now.
struct DeliveryLinks
{
    std::optional<WaybillLink> waybill;
    std::optional<TripLink> trip;
};
DeliveryLinks linksOf(Call& call, const Delivery& delivery);

} // namespace waydesk::backend

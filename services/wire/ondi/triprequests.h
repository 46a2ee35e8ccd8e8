// SPDX-License-Identifier: GPL-3.0-or-later
// The bodies of OnDi's trip calls, of our own calls about one parcel's journey, and of return requests, as the server
// reads them. Faults come back together as one 400 with `details[]`; whether a row of an id exists is the use case's
// question. Unknown keys are ignored.
#pragma once

#include "services/domain/result.h"
#include "services/domain/trip.h"
#include "services/domain/waybill.h"

namespace waydesk::wire::ondi {

struct DeliveryActionRequest
{
    DeliveryAction action = DeliveryAction::PickedUp;
    std::optional<QGeoCoordinate> position;
    QString notes;
    std::optional<ProofOfDelivery> proof;
};

struct ReturnWish
{
    DeliveryId delivery;
    QString reason;
    std::optional<QString> notes;
};

Result<CreateTrip> decodeCreateTrip(QByteArrayView body);
Result<UpdateTrip> decodeUpdateTrip(QByteArrayView body); // null clears a field, an absent one stays
// Each with its sequence: the one given, or its place in the list. No parcel and no sequence comes twice.
Result<QList<TripMember>> decodeTripDeliveries(QByteArrayView body);
Result<QList<DeliveryId>> decodeTripOrder(QByteArrayView body);
Result<DeliveryActionRequest> decodeDeliveryAction(QByteArrayView body);
Result<ReturnWish> decodeReturnWish(QByteArrayView body);
Result<ReturnDecision> decodeReturnDecision(QByteArrayView body);

} // namespace waydesk::wire::ondi

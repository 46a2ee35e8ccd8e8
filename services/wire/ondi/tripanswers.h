// SPDX-License-Identifier: GPL-3.0-or-later
// Trips to OnDi's answers, field for field as the documents show them. Functions named `…Fields` write into an object
// that the caller has opened; the others write one value.
#pragma once

#include "services/domain/trip.h"
#include "services/domain/triprules.h"
#include "services/wire/jsonwriter.h"

#include <QHash>

namespace waydesk::wire::ondi {

// A trip's deliveries in trip_sequence order, and what was asked to come back of them, oldest first.
struct TripContent
{
    QList<Delivery> deliveries;
    QHash<DeliveryId, QList<ReturnRequest>> returns;
};

void writeTripListRow(JsonWriter& out, const Trip& trip);
void writeDriverTripRow(JsonWriter& out, const Trip& trip);
void writeCreatedTrip(JsonWriter& out, const Trip& trip, const TripContent& content);
void writeTripDetail(JsonWriter& out, const Trip& trip, const TripContent& content);
void writeTripStatus(JsonWriter& out, const Trip& trip); // id, status
void writeTripTotal(JsonWriter& out, const Trip& trip);  // id, summary{total}
void writeTripEligible(JsonWriter& out, const Delivery& delivery);
// Of the content, the deliveries with a request.
void writeTripReturns(JsonWriter& out, const TripContent& content);

void writeReturnRequest(JsonWriter& out, const ReturnRequest& request);
// "return_requested", "return_approved", "return_rejected": where the newest request stands.
QString returnStatusOf(const ReturnRequest& newest);

} // namespace waydesk::wire::ondi

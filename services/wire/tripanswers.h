// SPDX-License-Identifier: GPL-3.0-or-later
// What an outside system's answers say about trips, once decoded. Plain values, any thread.
#pragma once

#include "services/domain/tripplan.h"
#include "services/wire/answers.h"
#include "services/wire/queueanswers.h"

namespace waydesk::wire {

struct SeenTrip
{
    Trip value;      // absent fields have their defaults: look into `raw` to tell absent from null
    QJsonObject raw; // the trip's own fields only (no deliveries, summary or stops)
};

struct TripPage
{
    QList<SeenTrip> rows;
    Paging paging;
    Drift drift;
};

struct TripSummary
{
    int total = 0, planned = 0, inProgress = 0, delivered = 0, returned = 0, cancelled = 0, withReturnRequest = 0;
    bool operator==(const TripSummary&) const = default;
};

// Detail, and everything that answers with (part of) one trip.
struct TripAnswer
{
    SeenTrip trip;
    std::optional<QList<SeenDelivery>> deliveries; // by their place in the trip
    QList<SeenReturn> returns;                     // asked for its parcels, as far as these tell
    std::optional<TripPlan> plan;                  // with `deliveries` and the stops, where both came
    std::optional<TripSummary> summary;
    Drift drift;
};

struct ReturnRequest
{
    QString id, status, reason, notes;
    std::optional<DeliveryId> returnDelivery;
    std::optional<Instant> requestedAt;
    bool operator==(const ReturnRequest&) const = default;
};

struct TripReturn
{
    DeliveryId delivery;
    QString code, barcode, returnStatus;
    DeliveryState state;
    int sequence = 0;
    QList<ReturnRequest> requests;
    bool operator==(const TripReturn&) const = default;
};

struct TripReturns
{
    QList<TripReturn> rows;
    Drift drift;
};

struct TripCounts // a driver's own trips by status
{
    QList<std::pair<TripState, qint64>> counts;
    Drift drift;
};

} // namespace waydesk::wire

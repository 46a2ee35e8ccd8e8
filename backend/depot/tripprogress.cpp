// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/tripprogress.h"

#include "backend/depot/columns.h"
#include "backend/depot/triprows.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

QList<TripId> tripsOf(Call& call, const QList<DeliveryId>& deliveries)
{
    QList<TripId> trips;
    for (const DeliveryId& id : deliveries) {
        const auto rows = call.db.run("SELECT trip_id FROM delivery WHERE id = ? AND tenant_id = ?"
                                      " AND trip_id IS NOT NULL",
                                      {bound(id), bound(call.caller.tenant)});
        if (!rows->next())
            continue;
        if (TripId trip{rows->text(0)}; !trips.contains(trip))
            trips.append(std::move(trip));
    }
    return trips;
}

QList<DeliveryStatus> statusesIn(Call& call, const TripId& trip)
{
    QList<DeliveryStatus> statuses;
    const auto rows = call.db.run("SELECT status FROM delivery WHERE trip_id = ? AND tenant_id = ?",
                                  {bound(trip), bound(call.caller.tenant)});
    while (rows->next()) {
        if (const auto status = parseWord<DeliveryStatus>(rows->text(0)))
            statuses.append(*status);
    }
    return statuses;
}

} // namespace

void followTrips(Call& call, const QList<DeliveryId>& changed)
{
    for (const TripId& id : tripsOf(call, changed)) {
        auto trip = findTrip(call, id);
        if (!trip || !trip->state.known)
            continue;
        const TripStatus next = follow(*trip->state.known, statusesIn(call, id));
        if (trip->state.is(next)) {
            recordChange(call, u"trip"_s, id.value);
            continue;
        }
        const Instant now = call.clock.now();
        if (!trip->startedAt)
            trip->startedAt = now;
        if (next == TripStatus::Completed)
            trip->completedAt = now;
        trip->state = next;
        saveTrip(call, *trip);
    }
}

} // namespace waydesk::backend

// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/tripmembership.h"

#include "backend/depot/deliveryrows.h"
#include "backend/depot/where.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

Result<Trip> editable(Call& call, const TripId& id)
{
    auto trip = findTrip(call, id);
    if (!trip)
        return trip.error();
    if (const TripRefusal refusal = canEditTrip(*trip); refusal != TripRefusal::None)
        return refused(refusal);
    return trip;
}

void place(Call& call, const TripId& trip, const DeliveryId& delivery, int sequence)
{
    call.db.execute(
        "UPDATE delivery SET trip_id = ?, trip_sequence = ?, updated_at = ? WHERE id = ? AND tenant_id = ?",
        {bound(trip), qint64{sequence}, bound(call.clock.now()), bound(delivery), bound(call.caller.tenant)});
    recordChange(call, u"delivery"_s, delivery.value);
}

void detach(Call& call, const DeliveryId& delivery)
{
    call.db.execute("UPDATE delivery SET trip_id = NULL, trip_sequence = NULL, updated_at = ? WHERE id = ?"
                    " AND tenant_id = ?",
                    {bound(call.clock.now()), bound(delivery), bound(call.caller.tenant)});
    recordChange(call, u"delivery"_s, delivery.value);
}

} // namespace

Result<Nothing> placeMembers(Call& call, Trip& trip, const QList<TripMember>& members)
{
    for (const TripMember& member : members) {
        const std::optional<Delivery> delivery = findDelivery(call, member.delivery);
        if (!delivery)
            return call.db.failed() ? storageFailed() : refused(Refusal::DeliveryNotFound);
        if (const TripRefusal refusal = canJoinTrip(*delivery, trip.id); refusal != TripRefusal::None)
            return refused(refusal);
        if (delivery->tripId != trip.id || delivery->tripSequence != member.sequence)
            place(call, trip.id, member.delivery, member.sequence.value_or(1));
    }
    recountTrip(call, trip);
    if (call.db.failed())
        return storageFailed();
    return Nothing{};
}

Result<Trip> syncTripDeliveries(Call& call, const TripId& id, const QList<TripMember>& members)
{
    auto trip = editable(call, id);
    if (!trip)
        return trip;
    QSet<DeliveryId> wanted;
    for (const TripMember& member : members)
        wanted.insert(member.delivery);
    for (const DeliveryId& present : membersOf(call, id)) {
        if (!wanted.contains(present))
            detach(call, present);
    }
    if (const auto placed = placeMembers(call, *trip, members); !placed)
        return placed.error();
    saveTrip(call, *trip);
    return trip;
}

Result<Trip> removeTripDelivery(Call& call, const TripId& id, const DeliveryId& delivery)
{
    auto trip = editable(call, id);
    if (!trip)
        return trip;
    const std::optional<Delivery> found = findDelivery(call, delivery);
    if (!found)
        return call.db.failed() ? storageFailed() : refused(Refusal::DeliveryNotFound);
    if (found->tripId != id)
        return refused(TripRefusal::DeliveryNotInTrip);
    detach(call, delivery);
    recountTrip(call, *trip);
    saveTrip(call, *trip);
    return trip;
}

Result<Trip> reorderTrip(Call& call, const TripId& id, const QList<DeliveryId>& order)
{
    auto trip = editable(call, id);
    if (!trip)
        return trip;
    if (const TripRefusal refusal = canReorder(membersOf(call, id), order); refusal != TripRefusal::None)
        return refused(refusal);
    QList<TripMember> members;
    for (const DeliveryId& delivery : order)
        members.append({delivery, static_cast<int>(members.size()) + 1});
    if (const auto placed = placeMembers(call, *trip, members); !placed)
        return placed.error();
    saveTrip(call, *trip);
    return trip;
}

Page<Delivery> eligibleForTrip(Call& call, const QString& search, const Paging& paging)
{
    // canJoinTrip() in SQL. The first two conditions are those of the index trip_eligible, word for word.
    Where where;
    where.add("d.tenant_id = ?", {bound(call.caller.tenant)});
    where.add("d.trip_id IS NULL AND d.status IN ('draft', 'pending', 'assigned', 'staged_at_warehouse')");
    where.add("NOT EXISTS (SELECT 1 FROM delivery leg WHERE leg.parent_id = d.id)");
    if (!search.isEmpty()) {
        const Value part = containing(search);
        where.add("d.search_text LIKE ? ESCAPE '\\'", {part}); // holds both, and is in the index
        where.add("(LOWER(d.barcode) LIKE ? ESCAPE '\\' OR LOWER(d.external_reference_id) LIKE ? ESCAPE '\\')",
                  {part, part});
    }
    Page<Delivery> page;
    {
        const auto rows = call.db.run("SELECT COUNT(*) FROM delivery d WHERE " + where.sql, where.values);
        page.total = rows->next() ? rows->integer(0) : 0;
    }
    const std::string sql = deliverySelect() + " WHERE d.id IN (SELECT d.id FROM delivery d WHERE " + where.sql +
                            " ORDER BY d.created_at, d.id LIMIT ? OFFSET ?) ORDER BY d.created_at, d.id";
    const auto rows = call.db.run(sql, where.valuesAnd({qint64{paging.limit}, paging.offset()}));
    while (rows->next())
        page.rows.append(readDelivery(*rows));
    return page;
}

} // namespace waydesk::backend

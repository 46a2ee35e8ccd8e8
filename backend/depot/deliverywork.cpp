// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/deliverywork.h"

#include "backend/depot/cases.h"
#include "backend/depot/cash.h"
#include "backend/depot/columns.h"
#include "backend/depot/deliveryrows.h"
#include "backend/depot/tripprogress.h"
#include "services/wire/ondi/answers.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

Value proofOf(const std::optional<ProofOfDelivery>& proof)
{
    if (!proof)
        return {};
    wire::JsonWriter out(256);
    wire::ondi::writeProof(out, proof);
    return QString::fromUtf8(out.take());
}

void keepAction(Call& call, const Delivery& before, const wire::ondi::DeliveryActionRequest& request)
{
    const std::optional<QGeoCoordinate>& at = request.position;
    call.db.execute(
        "INSERT INTO delivery_action (id, tenant_id, delivery_id, trip_id, seq, action, previous_status, new_status,"
        " at, actor_id, actor_name, notes, latitude, longitude, proof)"
        " SELECT ?, ?, ?, ?, COALESCE(MAX(seq), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM delivery_action"
        " WHERE delivery_id = ?",
        {bound(call.ids.newId()), bound(call.caller.tenant), bound(before.id), bound(before.tripId),
         bound(word(request.action)), bound(before.state.text), bound(word(statusAfter(request.action))),
         bound(call.clock.now()), bound(call.caller.user), bound(call.caller.fullName), bound(request.notes),
         at ? Value(at->latitude()) : Value(), at ? Value(at->longitude()) : Value(), proofOf(request.proof),
         bound(before.id)});
}

// As on a waybill: between a warehouse and the depot no cash changes hands.
void bookCash(Call& call, const Delivery& delivery, DeliveryAction action)
{
    bool fromWarehouse = false, toWarehouse = false;
    {
        const auto rows = call.db.run("SELECT pickup_warehouse_id IS NOT NULL, dropoff_warehouse_id IS NOT NULL"
                                      " FROM delivery WHERE id = ? AND tenant_id = ?",
                                      {bound(delivery.id), bound(call.caller.tenant)});
        if (!rows->next())
            return;
        fromWarehouse = rows->integer(0) != 0;
        toWarehouse = rows->integer(1) != 0;
    }
    const CashCarrier carrier{call.caller.driver, std::nullopt, delivery.tripId};
    switch (action) {
    case DeliveryAction::PickedUp:
        if (!fromWarehouse)
            collectAtPickup(call, carrier, {delivery.id});
        break;
    case DeliveryAction::Delivered:
        if (!toWarehouse)
            collectAtDropoff(call, carrier, {delivery.id});
        break;
    case DeliveryAction::InTransit:
    case DeliveryAction::Failed:
        break;
    }
}

} // namespace

Result<DeliveryActionDone> actOnDelivery(Call& call, const DeliveryId& id,
                                         const wire::ondi::DeliveryActionRequest& request)
{
    auto delivery = findDelivery(call, id);
    if (!delivery)
        return call.db.failed() ? storageFailed() : refused(Refusal::DeliveryNotFound);
    if (!delivery->tripId || !delivery->state.known)
        return refused(TripRefusal::DriverMismatch);
    auto trip = findTrip(call, *delivery->tripId);
    if (!trip)
        return trip.error();
    const TripRefusal refusal = canAct(*trip, call.caller.driver, *delivery->state.known, request.action);
    if (refusal != TripRefusal::None)
        return refused(refusal);
    setDeliveryStatus(call, id, statusAfter(request.action));
    auto kept = request;
    if (kept.proof && !kept.proof->timestamp)
        kept.proof->timestamp = call.clock.now();
    keepAction(call, *delivery, kept);
    openCaseFor(call, *delivery, request.action, request.notes);
    bookCash(call, *delivery, request.action);
    followTrips(call, {id});
    auto after = findDelivery(call, id);
    trip = findTrip(call, trip->id);
    if (!after || !trip)
        return storageFailed();
    return DeliveryActionDone{*std::move(after), *std::move(trip)};
}

QList<StoredDeliveryAction> actionsOn(Call& call, const DeliveryId& delivery)
{
    QList<StoredDeliveryAction> actions;
    const auto rows = call.db.run("SELECT action, previous_status, new_status, actor_name, notes, at, proof, latitude,"
                                  " longitude FROM delivery_action WHERE delivery_id = ? AND tenant_id = ?"
                                  " ORDER BY seq",
                                  {bound(delivery), bound(call.caller.tenant)});
    while (rows->next()) {
        ColumnReader in(*rows);
        StoredDeliveryAction action;
        action.action = in.text();
        action.previousStatus = in.text();
        action.newStatus = in.text();
        action.actorName = in.text();
        action.notes = in.text();
        action.at = in.instant();
        action.proof = rows->isNull(6) ? QByteArray("null") : rows->bytes(6);
        if (!rows->isNull(7))
            action.position = QGeoCoordinate(rows->real(7), rows->real(8));
        actions.append(std::move(action));
    }
    return actions;
}

DeliveryLinks linksOf(Call& call, const Delivery& delivery)
{
    DeliveryLinks links;
    if (delivery.waybillId) {
        const auto rows = call.db.run("SELECT waybill_number, status FROM waybill WHERE id = ? AND tenant_id = ?",
                                      {bound(*delivery.waybillId), bound(call.caller.tenant)});
        if (rows->next())
            links.waybill = {*delivery.waybillId, rows->text(0), WaybillState::fromWord(rows->text(1))};
    }
    if (delivery.tripId) {
        const auto rows = call.db.run("SELECT trip_number, status FROM trip WHERE id = ? AND tenant_id = ?",
                                      {bound(*delivery.tripId), bound(call.caller.tenant)});
        if (rows->next())
            links.trip = {*delivery.tripId, rows->text(0), TripState::fromWord(rows->text(1))};
    }
    return links;
}

} // namespace waydesk::backend

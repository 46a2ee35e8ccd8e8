// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/ondi/ondistories.h"

#include "services/wire/ondi/ondienvelope.h"
#include "services/wire/ondi/ondifields.h"
#include "services/wire/ondi/ondivalues.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::wire::ondidesk {

namespace {

ParcelAction actionFrom(const QJsonObject& object, Drift& drift)
{
    const Fields fields(object, drift);
    ParcelAction action;
    action.action = fields.textOr(u"action"_s);
    action.previous = fields.known<DeliveryStatus>(u"previous_status"_s);
    action.next = fields.known<DeliveryStatus>(u"new_status"_s);
    action.at = fields.instant(u"at"_s).value_or(Instant{});
    action.actorName = fields.textOr(u"actor_name"_s);
    action.notes = fields.textOr(u"notes"_s);
    const auto latitude = fields.real(u"latitude"_s), longitude = fields.real(u"longitude"_s);
    if (latitude && longitude) {
        const QGeoCoordinate position(*latitude, *longitude);
        if (position.isValid())
            action.position = position;
        else
            drift.note(u"a driver's action at no place on earth"_s);
    }
    if (const auto proof = fields.child(u"proof_of_delivery"_s))
        action.proof = proofFrom(*proof, drift);
    return action;
}

ReturnRequest returnFrom(const QJsonObject& object, Drift& drift)
{
    const Fields fields(object, drift);
    ReturnRequest request;
    request.id = {fields.textOr(u"id"_s)};
    request.delivery = {fields.textOr(u"delivery_id"_s)};
    request.state = fields.known<ReturnRequestStatus>(u"status"_s).value_or(Known<ReturnRequestStatus>{});
    request.reason = fields.textOr(u"return_reason"_s);
    request.returnDelivery = fields.id<DeliveryId>(u"return_delivery_id"_s);
    request.requestedAt = fields.instant(u"requested_at"_s).value_or(Instant{});
    request.notes = fields.text(u"notes"_s);
    request.requestedByName = fields.text(u"requested_by_name"_s);
    request.decidedAt = fields.instant(u"decided_at"_s);
    request.decidedByName = fields.text(u"decided_by_name"_s);
    request.returnDeliveryCode = fields.text(u"return_delivery_code"_s);
    return request;
}

DeliveryCase caseFrom(const QJsonObject& object, Drift& drift)
{
    const Fields fields(object, drift);
    DeliveryCase it;
    it.id = {fields.textOr(u"id"_s)};
    it.delivery = {fields.textOr(u"delivery_id"_s)};
    it.deliveryCode = fields.textOr(u"delivery_code"_s);
    it.deliveryState = fields.known<DeliveryStatus>(u"delivery_status"_s).value_or(DeliveryState{});
    it.kind = fields.known<CaseKind>(u"kind"_s).value_or(Known<CaseKind>{});
    it.reason = fields.textOr(u"reason"_s);
    it.notes = fields.textOr(u"notes"_s);
    it.waybill = fields.id<WaybillId>(u"waybill_id"_s);
    it.waybillNumber = fields.text(u"waybill_number"_s);
    it.trip = fields.id<TripId>(u"trip_id"_s);
    it.tripNumber = fields.text(u"trip_number"_s);
    it.raisedAt = fields.instant(u"raised_at"_s).value_or(Instant{});
    it.raisedByName = fields.text(u"raised_by_name"_s);
    it.owner = fields.id<UserId>(u"owner_id"_s);
    it.ownerName = fields.text(u"owner_name"_s);
    it.nextAction = fields.text(u"next_action"_s);
    it.dueAt = fields.instant(u"due_at"_s);
    it.state = fields.known<CaseState>(u"state"_s).value_or(Known<CaseState>{});
    it.resolvedAt = fields.instant(u"resolved_at"_s);
    it.resolvedByName = fields.text(u"resolved_by_name"_s);
    it.resolution = fields.text(u"resolution"_s);
    it.updatedAt = fields.instant(u"updated_at"_s).value_or(Instant{});
    return it;
}

template<class T>
QList<T> eachOf(const Fields& fields, const QString& key, T (*read)(const QJsonObject&, Drift&))
{
    QList<T> all;
    const QJsonArray rows = fields.list(key).value_or(QJsonArray{});
    for (const QJsonValue& row : rows) {
        if (row.isObject())
            all.append(read(row.toObject(), fields.drift()));
        else
            fields.drift().note(key + u": a row that is no object");
    }
    return all;
}

} // namespace

Result<SeenStory> decodeStory(QByteArrayView body)
{
    const Result<QJsonObject> data = dataObject(body);
    if (!data)
        return data.error();
    SeenStory seen;
    const Fields fields(*data, seen.drift);
    seen.value.delivery = {fields.textOr(u"id"_s)};
    if (seen.value.delivery.isEmpty())
        return malformed(u"a parcel without an id"_s);
    seen.value.actions = eachOf<ParcelAction>(fields, u"driver_actions"_s, actionFrom);
    seen.value.returns = eachOf<ReturnRequest>(fields, u"return_requests"_s, returnFrom);
    seen.value.cases = eachOf<DeliveryCase>(fields, u"exceptions"_s, caseFrom);
    if (const auto waybill = fields.child(u"waybill"_s)) {
        const Fields it(*waybill, seen.drift);
        seen.value.waybill = WaybillLink{{it.textOr(u"id"_s)},
                                         it.textOr(u"waybill_number"_s),
                                         it.known<WaybillStatus>(u"status"_s).value_or(WaybillState{})};
    }
    if (const auto trip = fields.child(u"trip"_s)) {
        const Fields it(*trip, seen.drift);
        seen.value.trip = TripLink{
            {it.textOr(u"id"_s)}, it.textOr(u"trip_number"_s), it.known<TripStatus>(u"status"_s).value_or(TripState{})};
    }
    for (const QString& key :
         {u"id"_s, u"driver_actions"_s, u"return_requests"_s, u"exceptions"_s, u"waybill"_s, u"trip"_s}) {
        if (data->contains(key))
            seen.raw.insert(key, data->value(key));
    }
    return seen;
}

} // namespace waydesk::wire::ondidesk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/ondi/ondistories.h"

#include "services/wire/ondi/ondienvelope.h"
#include "services/wire/ondi/ondifields.h"
#include "services/wire/ondi/ondiqueues.h"
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
    seen.value.returns =
        eachOf<ReturnRequest>(fields, u"return_requests"_s, [](const QJsonObject& object, Drift& drift) {
            return returnFrom(object, drift).request;
        });
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/storyrepository.h"

#include "services/store/valuejson.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

namespace {

Instant instantIn(const QJsonObject& object, const QString& key)
{
    return parseInstant(object[key].toString()).value_or(Instant{});
}

template<class E>
std::optional<Known<E>> stateIn(const QJsonObject& object, const QString& key)
{
    const QString came = object[key].toString();
    return came.isEmpty() ? std::nullopt : std::optional(Known<E>::fromWord(came));
}

std::optional<QString> textIn(const QJsonObject& object, const QString& key)
{
    return object[key].isString() ? std::optional(object[key].toString()) : std::nullopt;
}

ParcelAction actionFrom(const QJsonObject& object)
{
    ParcelAction action;
    action.action = object[u"action"_s].toString();
    action.previous = stateIn<DeliveryStatus>(object, u"previous_status"_s);
    action.next = stateIn<DeliveryStatus>(object, u"new_status"_s);
    action.at = instantIn(object, u"at"_s);
    action.actorName = object[u"actor_name"_s].toString();
    action.notes = object[u"notes"_s].toString();
    if (object[u"latitude"_s].isDouble() && object[u"longitude"_s].isDouble()) {
        const QGeoCoordinate at(object[u"latitude"_s].toDouble(), object[u"longitude"_s].toDouble());
        if (at.isValid())
            action.position = at;
    }
    action.proof = proofFrom(object[u"proof_of_delivery"_s]);
    return action;
}

ReturnRequest returnFrom(const QJsonObject& object)
{
    ReturnRequest request;
    request.id = {object[u"id"_s].toString()};
    request.delivery = {object[u"delivery_id"_s].toString()};
    request.state = stateIn<ReturnRequestStatus>(object, u"status"_s).value_or(Known<ReturnRequestStatus>{});
    request.reason = object[u"return_reason"_s].toString();
    if (const auto id = textIn(object, u"return_delivery_id"_s))
        request.returnDelivery = DeliveryId{*id};
    request.requestedAt = instantIn(object, u"requested_at"_s);
    request.notes = textIn(object, u"notes"_s);
    request.requestedByName = textIn(object, u"requested_by_name"_s);
    request.decidedAt = parseInstant(object[u"decided_at"_s].toString());
    request.decidedByName = textIn(object, u"decided_by_name"_s);
    request.returnDeliveryCode = textIn(object, u"return_delivery_code"_s);
    return request;
}

template<class IdType>
std::optional<IdType> idIn(const QJsonObject& object, const QString& key)
{
    const QString came = object[key].toString();
    return came.isEmpty() ? std::nullopt : std::optional(IdType{came});
}

DeliveryCase caseFrom(const QJsonObject& object)
{
    DeliveryCase it;
    it.id = {object[u"id"_s].toString()};
    it.delivery = {object[u"delivery_id"_s].toString()};
    it.deliveryCode = object[u"delivery_code"_s].toVariant().toString();
    it.deliveryState = stateIn<DeliveryStatus>(object, u"delivery_status"_s).value_or(DeliveryState{});
    it.kind = stateIn<CaseKind>(object, u"kind"_s).value_or(Known<CaseKind>{});
    it.reason = object[u"reason"_s].toString();
    it.notes = object[u"notes"_s].toString();
    it.waybill = idIn<WaybillId>(object, u"waybill_id"_s);
    it.waybillNumber = textIn(object, u"waybill_number"_s);
    it.trip = idIn<TripId>(object, u"trip_id"_s);
    it.tripNumber = textIn(object, u"trip_number"_s);
    it.raisedAt = instantIn(object, u"raised_at"_s);
    it.raisedByName = textIn(object, u"raised_by_name"_s);
    it.owner = idIn<UserId>(object, u"owner_id"_s);
    it.ownerName = textIn(object, u"owner_name"_s);
    it.nextAction = textIn(object, u"next_action"_s);
    it.dueAt = parseInstant(object[u"due_at"_s].toString());
    it.state = stateIn<CaseState>(object, u"state"_s).value_or(Known<CaseState>{});
    it.resolvedAt = parseInstant(object[u"resolved_at"_s].toString());
    it.resolvedByName = textIn(object, u"resolved_by_name"_s);
    it.resolution = textIn(object, u"resolution"_s);
    it.updatedAt = instantIn(object, u"updated_at"_s);
    return it;
}

template<class T>
QList<T> eachOf(const QJsonObject& raw, const QString& key, T (*read)(const QJsonObject&))
{
    QList<T> all;
    const QJsonArray rows = raw[key].toArray();
    all.reserve(rows.size());
    for (const QJsonValue& row : rows)
        all.append(read(row.toObject()));
    return all;
}

} // namespace

ParcelStory storyFrom(const QJsonObject& raw)
{
    ParcelStory story;
    story.delivery = {raw[u"id"_s].toString()};
    story.actions = eachOf<ParcelAction>(raw, u"driver_actions"_s, actionFrom);
    story.returns = eachOf<ReturnRequest>(raw, u"return_requests"_s, returnFrom);
    story.cases = eachOf<DeliveryCase>(raw, u"exceptions"_s, caseFrom);
    if (raw[u"waybill"_s].isObject()) {
        const QJsonObject it = raw[u"waybill"_s].toObject();
        story.waybill = WaybillLink{{it[u"id"_s].toString()},
                                    it[u"waybill_number"_s].toString(),
                                    stateIn<WaybillStatus>(it, u"status"_s).value_or(WaybillState{})};
    }
    if (raw[u"trip"_s].isObject()) {
        const QJsonObject it = raw[u"trip"_s].toObject();
        story.trip = TripLink{{it[u"id"_s].toString()},
                              it[u"trip_number"_s].toString(),
                              stateIn<TripStatus>(it, u"status"_s).value_or(TripState{})};
    }
    return story;
}

Result<Nothing> StoryRepository::put(const DeliveryId& id, const QJsonObject& raw, Instant at)
{
    return transact(m_db, [&]() -> Result<Nothing> {
        const auto kept = m_db.exec("INSERT INTO parcel_story VALUES (?,?,?) ON CONFLICT(delivery_id) DO UPDATE SET "
                                    "raw = excluded.raw, read_at = excluded.read_at",
                                    {bind(id.value), bind(compact(raw)), bind(at)});
        if (!kept)
            return kept.error();
        const auto pruned = m_db.exec("DELETE FROM parcel_story WHERE delivery_id IN (SELECT delivery_id FROM "
                                      "parcel_story ORDER BY read_at DESC LIMIT -1 OFFSET ?)",
                                      {m_most});
        return pruned ? Result<Nothing>(Nothing{}) : Result<Nothing>(pruned.error());
    });
}

Result<Nothing> StoryRepository::remove(const DeliveryId& id)
{
    const auto done = m_db.exec("DELETE FROM parcel_story WHERE delivery_id = ?", {bind(id.value)});
    return done ? Result<Nothing>(Nothing{}) : Result<Nothing>(done.error());
}

std::optional<StoredStory> StoryReader::find(const DeliveryId& id) const
{
    Rows rows = m_db.run("SELECT raw, read_at FROM parcel_story WHERE delivery_id = ?", {bind(id.value)});
    if (!rows.next())
        return std::nullopt;
    return StoredStory{storyFrom(objectFrom(rows.text(0))), rows.instant(1)};
}

} // namespace waydesk::store

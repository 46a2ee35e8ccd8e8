// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/ondi/ondiqueues.h"

#include "services/wire/ondi/ondienvelope.h"
#include "services/wire/ondi/ondifields.h"
#include "services/wire/ondi/ondipaths.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::wire::ondidesk {

namespace {

Request page(const char* path, const QString& cursor, int limit)
{
    Query query;
    if (!cursor.isEmpty())
        query.append({"after", cursor});
    query.append({"limit", QString::number(limit)});
    return get(withQuery(path, query));
}

const QString& idOf(const ReturnQueueRow& row)
{
    return row.request.id.value;
}

const QString& idOf(const DeliveryCase& row)
{
    return row.id.value;
}

template<class Seen, class Read>
QList<Seen> rowsFrom(const QJsonArray& array, Read read, Drift& drift)
{
    QList<Seen> rows;
    rows.reserve(array.size());
    for (const QJsonValue& item : array) {
        const QJsonObject object = item.toObject();
        Seen row{read(object, drift), object};
        if (idOf(row.value).isEmpty())
            drift.note(u"a row of a queue without an id"_s);
        else
            rows.append(std::move(row));
    }
    return rows;
}

template<class Seen, class Read>
Result<QueuePage<Seen>> queuePage(QByteArrayView body, Read read)
{
    const Result<ListBody> list = dataList(body);
    if (!list)
        return list.error();
    QueuePage<Seen> result;
    result.nextCursor = Fields(list->whole, result.drift).text(u"next_cursor"_s);
    result.rows = rowsFrom<Seen>(list->rows, read, result.drift);
    return result;
}

template<class Seen, class Read>
Result<Seen> oneRow(QByteArrayView body, Read read)
{
    const Result<QJsonObject> data = dataObject(body);
    if (!data)
        return data.error();
    Drift drift;
    Seen row{read(*data, drift), *data};
    if (idOf(row.value).isEmpty())
        return malformed(u"a row of a queue without an id"_s);
    return row;
}

// A request nested in its parcel leaves out what the parcel says already.
QJsonArray withParcel(const QJsonArray& nested, const QJsonObject& parcel)
{
    QJsonArray rows;
    for (const QJsonValue& item : nested) {
        QJsonObject row = item.toObject();
        const auto add = [&](const QString& key, const QJsonValue& value) {
            if (!row.contains(key) && !value.isUndefined() && !value.isNull())
                row.insert(key, value);
        };
        add(u"delivery_id"_s, parcel[u"id"_s]);
        add(u"delivery_code"_s, parcel[u"delivery_code"_s]);
        add(u"delivery_status"_s, parcel[u"status"_s]);
        add(u"customer_name"_s, parcel[u"customer"_s][u"full_name"_s]);
        add(u"trip_id"_s, parcel[u"trip_id"_s]);
        rows.append(row);
    }
    return rows;
}

} // namespace

Request returnsAfter(const QString& cursor, int limit)
{
    return page(path::kReturnRequests, cursor, limit);
}

Request casesAfter(const QString& cursor, int limit)
{
    return page(path::kCases, cursor, limit);
}

Request colleagues()
{
    return get(path::kColleagues);
}

ReturnQueueRow returnFrom(const QJsonObject& object, Drift& drift)
{
    const Fields fields(object, drift);
    ReturnQueueRow row;
    ReturnRequest& request = row.request;
    request.id = {fields.textOr(u"id"_s)};
    request.delivery = {fields.textOr(u"delivery_id"_s)};
    request.state = fields.known<ReturnRequestStatus>(u"status"_s).value_or(Known<ReturnRequestStatus>{});
    request.reason = fields.textOr(u"return_reason"_s);
    request.notes = fields.text(u"notes"_s);
    request.requestedAt = fields.instant(u"requested_at"_s).value_or(Instant{});
    request.requestedByName = fields.text(u"requested_by_name"_s);
    request.decidedAt = fields.instant(u"decided_at"_s);
    request.decidedByName = fields.text(u"decided_by_name"_s);
    request.returnDelivery = fields.id<DeliveryId>(u"return_delivery_id"_s);
    request.returnDeliveryCode = fields.text(u"return_delivery_code"_s);
    row.deliveryCode = fields.textOr(u"delivery_code"_s);
    row.deliveryState = fields.known<DeliveryStatus>(u"delivery_status"_s).value_or(DeliveryState{});
    row.customerName = fields.text(u"customer_name"_s);
    row.trip = fields.id<TripId>(u"trip_id"_s);
    row.tripNumber = fields.text(u"trip_number"_s);
    return row;
}

DeliveryCase caseFrom(const QJsonObject& object, Drift& drift)
{
    const Fields fields(object, drift);
    DeliveryCase row;
    row.id = {fields.textOr(u"id"_s)};
    row.delivery = {fields.textOr(u"delivery_id"_s)};
    row.deliveryCode = fields.textOr(u"delivery_code"_s);
    row.deliveryState = fields.known<DeliveryStatus>(u"delivery_status"_s).value_or(DeliveryState{});
    row.kind = fields.known<CaseKind>(u"kind"_s).value_or(Known<CaseKind>{});
    row.reason = fields.textOr(u"reason"_s);
    row.notes = fields.textOr(u"notes"_s);
    row.waybill = fields.id<WaybillId>(u"waybill_id"_s);
    row.waybillNumber = fields.text(u"waybill_number"_s);
    row.trip = fields.id<TripId>(u"trip_id"_s);
    row.tripNumber = fields.text(u"trip_number"_s);
    row.raisedAt = fields.instant(u"raised_at"_s).value_or(Instant{});
    row.raisedByName = fields.text(u"raised_by_name"_s);
    row.owner = fields.id<UserId>(u"owner_id"_s);
    row.ownerName = fields.text(u"owner_name"_s);
    row.nextAction = fields.text(u"next_action"_s);
    row.dueAt = fields.instant(u"due_at"_s);
    row.state = fields.known<CaseState>(u"state"_s).value_or(Known<CaseState>{});
    row.resolvedAt = fields.instant(u"resolved_at"_s);
    row.resolvedByName = fields.text(u"resolved_by_name"_s);
    row.resolution = fields.text(u"resolution"_s);
    row.updatedAt = fields.instant(u"updated_at"_s).value_or(row.raisedAt);
    return row;
}

Result<QueuePage<SeenReturn>> decodeReturnQueue(QByteArrayView body)
{
    return queuePage<SeenReturn>(body, returnFrom);
}

Result<QueuePage<SeenCase>> decodeCaseQueue(QByteArrayView body)
{
    return queuePage<SeenCase>(body, caseFrom);
}

Result<Colleagues> decodeColleagues(QByteArrayView body)
{
    const Result<ListBody> list = dataList(body);
    if (!list)
        return list.error();
    Colleagues result;
    for (const QJsonValue& item : list->rows) {
        const QJsonObject object = item.toObject();
        const Fields fields(object, result.drift);
        Colleague one{{fields.textOr(u"id"_s)},
                      fields.textOr(u"full_name"_s),
                      fields.known<UserRole>(u"role"_s).value_or(Known<UserRole>{})};
        if (one.id.isEmpty())
            result.drift.note(u"a colleague without an id"_s);
        else
            result.rows.append(std::move(one));
    }
    return result;
}

Result<SeenReturn> decodeReturnRequest(QByteArrayView body)
{
    return oneRow<SeenReturn>(body, returnFrom);
}

Result<SeenCase> decodeCase(QByteArrayView body)
{
    return oneRow<SeenCase>(body, caseFrom);
}

QList<SeenReturn> returnsOf(const QJsonObject& parcel, Drift& drift)
{
    return rowsFrom<SeenReturn>(withParcel(parcel[u"return_requests"_s].toArray(), parcel), returnFrom, drift);
}

QList<SeenCase> casesOf(const QJsonObject& parcel, Drift& drift)
{
    return rowsFrom<SeenCase>(withParcel(parcel[u"exceptions"_s].toArray(), parcel), caseFrom, drift);
}

} // namespace waydesk::wire::ondidesk

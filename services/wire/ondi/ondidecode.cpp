// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/ondi/ondidecode.h"

#include "services/wire/ondi/ondienvelope.h"
#include "services/wire/ondi/ondifields.h"
#include "services/wire/ondi/ondivalues.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::wire::ondidesk {

namespace {

QList<StatusCount> statusesFrom(const QJsonObject& whole, Drift& drift)
{
    QList<StatusCount> counts;
    const QJsonArray items = Fields(whole, drift).list(u"statuses"_s).value_or(QJsonArray{});
    for (const QJsonValue& item : items) {
        const QJsonObject object = item.toObject();
        const Fields fields(object, drift);
        counts.append({fields.known<WaybillStatus>(u"status"_s).value_or(WaybillState{}), fields.textOr(u"label"_s),
                       fields.integer(u"count"_s).value_or(0)});
    }
    return counts;
}

Summary summaryFrom(const QJsonObject& object, Drift& drift)
{
    const Fields fields(object, drift);
    Summary summary;
    summary.totalDeliveries = static_cast<int>(fields.integer(u"total_deliveries"_s).value_or(0));
    summary.totalUnitSize = fields.quantity(u"total_unit_size"_s);
    const QJsonObject breakdown = fields.child(u"status_breakdown"_s).value_or(QJsonObject{});
    for (auto it = breakdown.begin(); it != breakdown.end(); ++it)
        summary.breakdown.append({DeliveryState::fromWord(it.key()), it->toInt()});
    return summary;
}

Result<WaybillAnswer> waybillAnswer(const QJsonObject& object)
{
    WaybillAnswer answer;
    answer.waybill = waybillFrom(object, answer.drift);
    if (answer.waybill.value.id.isEmpty())
        return malformed(u"a waybill without an id"_s);
    const Fields fields(object, answer.drift);
    if (const auto updates = fields.list(u"status_updates"_s)) {
        QList<TimelineEvent> timeline;
        for (const QJsonValue& item : *updates)
            timeline.append(timelineEventFrom(item.toObject(), answer.drift));
        answer.timeline = std::move(timeline);
        answer.timelineJson = QJsonDocument(*updates).toJson(QJsonDocument::Compact);
    }
    if (const auto children = fields.list(u"deliveries"_s))
        answer.deliveries = deliveriesFrom(*children, answer.drift);
    if (const auto summary = fields.child(u"summary"_s))
        answer.summary = summaryFrom(*summary, answer.drift);
    return answer;
}

} // namespace

Result<WaybillPage> decodeWaybillPage(const QByteArray& body)
{
    const Result<ListBody> list = dataList(body);
    if (!list)
        return list.error();
    WaybillPage page;
    page.paging = pagingFrom(list->whole, page.drift);
    page.statuses = statusesFrom(list->whole, page.drift);
    page.rows.reserve(list->rows.size());
    for (const QJsonValue& item : list->rows) {
        SeenWaybill row = waybillFrom(item.toObject(), page.drift);
        if (row.value.id.isEmpty())
            page.drift.note(u"a waybill without an id"_s);
        else
            page.rows.append(std::move(row));
    }
    page.body = body;
    return page;
}

Result<StatusSummary> decodeStatusSummary(QByteArrayView body)
{
    const Result<QJsonObject> whole = envelope(body);
    if (!whole)
        return whole.error();
    StatusSummary summary;
    if (!whole->value(u"statuses"_s).isArray())
        return malformed(u"statuses is not a list"_s);
    summary.statuses = statusesFrom(*whole, summary.drift);
    return summary;
}

Result<WaybillAnswer> decodeWaybill(QByteArrayView body)
{
    const Result<QJsonObject> whole = envelope(body);
    if (!whole)
        return whole.error();
    if (!whole->value(u"data"_s).isObject())
        return malformed(u"data is not an object"_s);
    Result<WaybillAnswer> answer = waybillAnswer(whole->value(u"data"_s).toObject());
    if (answer)
        answer.value().message = whole->value(u"message"_s).toString();
    return answer;
}

Result<WaybillAnswer> decodeDriverAction(QByteArrayView body)
{
    const Result<QJsonObject> data = dataObject(body);
    if (!data)
        return data.error();
    Result<WaybillAnswer> answer = waybillAnswer(data->value(u"waybill"_s).toObject());
    if (answer) {
        Drift& drift = answer.value().drift;
        if (const auto children = Fields(*data, drift).list(u"deliveries"_s))
            answer.value().deliveries = deliveriesFrom(*children, drift);
    }
    return answer;
}

Result<DeliveryPage> decodeDeliveryPage(const QByteArray& body)
{
    const Result<ListBody> list = dataList(body);
    if (!list)
        return list.error();
    DeliveryPage page;
    const Fields fields(list->whole, page.drift);
    if (fields.has(u"page"_s))
        page.paging = pagingFrom(list->whole, page.drift);
    page.nextCursor = fields.text(u"next_cursor"_s);
    page.rows = deliveriesFrom(list->rows, page.drift);
    page.body = body;
    return page;
}

Result<ScanFound> decodeScan(QByteArrayView body)
{
    const Result<QJsonObject> data = dataObject(body);
    if (!data)
        return data.error();
    ScanFound found;
    found.delivery = {deliveryFrom(*data, found.drift), *data};
    if (found.delivery.value.id.isEmpty())
        return malformed(u"a delivery without an id"_s);
    return found;
}

Result<SeenDelivery> decodeDelivery(QByteArrayView body)
{
    const Result<ScanFound> found = decodeScan(body);
    if (!found)
        return found.error();
    return found->delivery;
}

Result<AttachAnswer> decodeAttach(QByteArrayView body)
{
    const Result<QJsonObject> data = dataObject(body);
    if (!data)
        return data.error();
    Drift drift;
    const auto attached = Fields(*data, drift).integer(u"attached"_s);
    if (!attached)
        return malformed(u"attached is missing"_s);
    return AttachAnswer{static_cast<int>(*attached)};
}

Result<Nothing> decodeDone(QByteArrayView body)
{
    const Result<QJsonObject> whole = envelope(body);
    if (!whole)
        return whole.error();
    return Nothing{};
}

Result<BulkDeleteAnswer> decodeBulkDelete(QByteArrayView body)
{
    const Result<QJsonObject> data = dataObject(body);
    if (!data)
        return data.error();
    BulkDeleteAnswer answer;
    const Fields fields(*data, answer.drift);
    if (!fields.list(u"deleted_ids"_s))
        return malformed(u"deleted_ids is missing"_s);
    answer.scope = fields.textOr(u"scope"_s);
    for (const QString& id : fields.texts(u"deleted_ids"_s))
        answer.deleted.append({id});
    answer.deletedCount = fields.integer(u"deleted_count"_s).value_or(answer.deleted.size());
    const QJsonArray items = fields.list(u"skipped"_s).value_or(QJsonArray{});
    for (const QJsonValue& item : items) {
        const QJsonObject object = item.toObject();
        const Fields row(object, answer.drift);
        answer.skipped.append({{row.textOr(u"id"_s)}, row.textOr(u"reason"_s)});
    }
    for (const QString& id : fields.texts(u"not_found"_s))
        answer.notFound.append({id});
    return answer;
}

Result<ReturnAnswer> decodeReturnChildren(QByteArrayView body)
{
    const Result<QJsonObject> data = dataObject(body);
    if (!data)
        return data.error();
    ReturnAnswer answer;
    answer.waybill = waybillFrom(data->value(u"waybill"_s).toObject(), answer.drift);
    if (answer.waybill.value.id.isEmpty())
        return malformed(u"a waybill without an id"_s);
    const QJsonArray items = Fields(*data, answer.drift).list(u"returnedDeliveries"_s).value_or(QJsonArray{});
    for (const QJsonValue& item : items) {
        const QJsonObject object = item.toObject();
        const Fields row(object, answer.drift);
        answer.returned.append({{row.textOr(u"delivery_id"_s)},
                                row.textOr(u"delivery_code"_s),
                                row.known<DeliveryStatus>(u"status"_s).value_or(DeliveryState{}),
                                {row.textOr(u"exception_id"_s)},
                                row.textOr(u"trigger_point"_s)});
    }
    return answer;
}

Result<ReturnPage> decodeReturns(QByteArrayView body)
{
    const Result<ListBody> list = dataList(body);
    if (!list)
        return list.error();
    ReturnPage page;
    page.paging = pagingFrom(list->whole, page.drift);
    for (const QJsonValue& item : list->rows) {
        const QJsonObject object = item.toObject();
        const Fields fields(object, page.drift);
        ReturnRow row;
        row.id = {fields.textOr(u"id"_s)};
        row.delivery = {fields.textOr(u"delivery_id"_s)};
        row.waybill = {fields.textOr(u"waybill_id"_s)};
        row.type = fields.known<ReturnReason>(u"exception_type"_s).value_or(Known<ReturnReason>{});
        row.resolution = fields.textOr(u"resolution_type"_s);
        row.unitSize = fields.quantity(u"unit_size_at_return"_s).value_or(Quantity{});
        if (const auto nested = fields.child(u"exception_details"_s)) {
            const Fields details(*nested, page.drift);
            row.reasonCode = details.textOr(u"reason_code"_s);
            row.triggerPoint = details.textOr(u"trigger_point"_s);
            row.notes = details.textOr(u"notes"_s);
            row.photoUrls = details.texts(u"photo_urls"_s);
        }
        row.resolvedAt = fields.instant(u"resolved_at"_s);
        if (const auto nested = fields.child(u"delivery"_s))
            row.child = SeenDelivery{deliveryFrom(*nested, page.drift), *nested};
        row.raw = object;
        page.rows.append(std::move(row));
    }
    return page;
}

} // namespace waydesk::wire::ondidesk

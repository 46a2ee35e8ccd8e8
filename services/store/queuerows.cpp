// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/queuerows.h"

#include "services/domain/fold.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

namespace {

const QStringList& returnColumns()
{
    static const QStringList names{u"id"_s,
                                   u"delivery_id"_s,
                                   u"delivery_code"_s,
                                   u"delivery_status"_s,
                                   u"customer_name"_s,
                                   u"trip_id"_s,
                                   u"trip_number"_s,
                                   u"status"_s,
                                   u"reason"_s,
                                   u"notes"_s,
                                   u"return_delivery_id"_s,
                                   u"return_delivery_code"_s,
                                   u"requested_at"_s,
                                   u"requested_by"_s,
                                   u"decided_at"_s,
                                   u"decided_by"_s,
                                   u"fetched_at"_s,
                                   u"search_text"_s,
                                   u"raw"_s};
    return names;
}

const QStringList& caseColumns()
{
    static const QStringList names{
        u"id"_s,          u"delivery_id"_s, u"delivery_code"_s, u"delivery_status"_s, u"kind"_s,
        u"reason"_s,      u"notes"_s,       u"waybill_id"_s,    u"waybill_number"_s,  u"trip_id"_s,
        u"trip_number"_s, u"raised_at"_s,   u"raised_by"_s,     u"owner_id"_s,        u"owner_name"_s,
        u"next_action"_s, u"due_at"_s,      u"state"_s,         u"resolved_at"_s,     u"resolved_by"_s,
        u"resolution"_s,  u"updated_at"_s,  u"fetched_at"_s,    u"search_text"_s,     u"raw"_s};
    return names;
}

QString upsertSql(const QString& table, const QStringList& columns)
{
    QStringList marks, sets;
    for (const QString& column : columns) {
        marks << u"?"_s;
        if (column != u"id")
            sets << column + u" = excluded."_s + column;
    }
    return u"INSERT INTO "_s + table + u" ("_s + columns.join(u',') + u") VALUES ("_s + marks.join(u',') +
           u") ON CONFLICT(id) DO UPDATE SET "_s + sets.join(u", ");
}

QString selectSql(const QString& table, const QString& alias, const QStringList& columns)
{
    QStringList read;
    for (const QString& column : columns) {
        if (column != u"search_text" && column != u"raw")
            read << alias + u'.' + column;
    }
    return u"SELECT "_s + read.join(u", ") + u" FROM "_s + table + u' ' + alias + u' ';
}

QString searched(const QStringList& texts, const QString& code)
{
    return fold(QString(texts.join(u' ') + u' ' + foldNumber(code) + u" del"_s + foldNumber(code)));
}

template<class AnyId>
std::optional<AnyId> idAt(const Rows& rows, int column)
{
    const auto text = rows.maybeText(column);
    return text ? std::optional(AnyId{*text}) : std::nullopt;
}

} // namespace

const QString& upsertReturnSql()
{
    static const QString sql = upsertSql(u"return_request"_s, returnColumns());
    return sql;
}

QVariantList bindReturn(const ReturnQueueRow& row, const QString& raw, Instant fetchedAt)
{
    const ReturnRequest& request = row.request;
    return {bind(request.id.value),
            bind(request.delivery.value),
            bind(row.deliveryCode),
            bind(row.deliveryState.text),
            bind(row.customerName),
            bind(row.trip),
            bind(row.tripNumber),
            bind(request.state.text),
            bind(request.reason),
            bind(request.notes),
            bind(request.returnDelivery),
            bind(request.returnDeliveryCode),
            bind(request.requestedAt),
            bind(request.requestedByName),
            bind(request.decidedAt),
            bind(request.decidedByName),
            bind(fetchedAt),
            bind(searched({row.deliveryCode, row.customerName.value_or(QString()), row.tripNumber.value_or(QString()),
                           request.reason, request.requestedByName.value_or(QString())},
                          row.deliveryCode)),
            bind(raw)};
}

const QString& selectReturn()
{
    static const QString sql = selectSql(u"return_request"_s, u"r"_s, returnColumns());
    return sql;
}

StoredReturn readReturn(const Rows& rows)
{
    StoredReturn stored;
    ReturnQueueRow& row = stored.row;
    ReturnRequest& request = row.request;
    request.id = {rows.text(0)};
    request.delivery = {rows.text(1)};
    row.deliveryCode = rows.text(2);
    row.deliveryState = DeliveryState::fromWord(rows.text(3));
    row.customerName = rows.maybeText(4);
    row.trip = idAt<TripId>(rows, 5);
    row.tripNumber = rows.maybeText(6);
    request.state = Known<ReturnRequestStatus>::fromWord(rows.text(7));
    request.reason = rows.text(8);
    request.notes = rows.maybeText(9);
    request.returnDelivery = idAt<DeliveryId>(rows, 10);
    request.returnDeliveryCode = rows.maybeText(11);
    request.requestedAt = rows.instant(12);
    request.requestedByName = rows.maybeText(13);
    request.decidedAt = rows.maybeInstant(14);
    request.decidedByName = rows.maybeText(15);
    stored.fetchedAt = rows.instant(16);
    return stored;
}

const QString& upsertCaseSql()
{
    static const QString sql = upsertSql(u"delivery_case"_s, caseColumns());
    return sql;
}

QVariantList bindCase(const DeliveryCase& row, const QString& raw, Instant fetchedAt)
{
    return {bind(row.id.value),
            bind(row.delivery.value),
            bind(row.deliveryCode),
            bind(row.deliveryState.text),
            bind(row.kind.text),
            bind(row.reason),
            bind(row.notes),
            bind(row.waybill),
            bind(row.waybillNumber),
            bind(row.trip),
            bind(row.tripNumber),
            bind(row.raisedAt),
            bind(row.raisedByName),
            bind(row.owner),
            bind(row.ownerName),
            bind(row.nextAction),
            bind(row.dueAt),
            bind(row.state.text),
            bind(row.resolvedAt),
            bind(row.resolvedByName),
            bind(row.resolution),
            bind(row.updatedAt),
            bind(fetchedAt),
            bind(searched({row.deliveryCode, row.reason, row.notes, row.ownerName.value_or(QString()),
                           row.nextAction.value_or(QString()), row.waybillNumber.value_or(QString()),
                           row.tripNumber.value_or(QString()), row.resolution.value_or(QString())},
                          row.deliveryCode)),
            bind(raw)};
}

const QString& selectCase()
{
    static const QString sql = selectSql(u"delivery_case"_s, u"c"_s, caseColumns());
    return sql;
}

StoredCase readCase(const Rows& rows)
{
    StoredCase stored;
    DeliveryCase& row = stored.row;
    row.id = {rows.text(0)};
    row.delivery = {rows.text(1)};
    row.deliveryCode = rows.text(2);
    row.deliveryState = DeliveryState::fromWord(rows.text(3));
    row.kind = Known<CaseKind>::fromWord(rows.text(4));
    row.reason = rows.text(5);
    row.notes = rows.text(6);
    row.waybill = idAt<WaybillId>(rows, 7);
    row.waybillNumber = rows.maybeText(8);
    row.trip = idAt<TripId>(rows, 9);
    row.tripNumber = rows.maybeText(10);
    row.raisedAt = rows.instant(11);
    row.raisedByName = rows.maybeText(12);
    row.owner = idAt<UserId>(rows, 13);
    row.ownerName = rows.maybeText(14);
    row.nextAction = rows.maybeText(15);
    row.dueAt = rows.maybeInstant(16);
    row.state = Known<CaseState>::fromWord(rows.text(17));
    row.resolvedAt = rows.maybeInstant(18);
    row.resolvedByName = rows.maybeText(19);
    row.resolution = rows.maybeText(20);
    row.updatedAt = rows.instant(21);
    stored.fetchedAt = rows.instant(22);
    return stored;
}

} // namespace waydesk::store

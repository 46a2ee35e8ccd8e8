// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's desk reads every documented response of OnDi's waybill calls: each field of the document is found again in
// the decoded value, none is passed over, and what is absent, null, of another type or unknown does no harm.
// Input: tests/contract/data/ondi-waybills.json (origin noted there).
#include "services/wire/ondi/ondidecode.h"
#include "tests/wire/documented.h"

#include <QTest>

using namespace waydesk;
using namespace waydesk::test;
using namespace waydesk::wire;
using namespace waydesk::wire::ondidesk;
using namespace Qt::Literals::StringLiterals;

class TestOndiResponses : public QObject
{
    Q_OBJECT

    static void compareDriver(const QJsonObject& doc, const DriverRef& d)
    {
        compare(doc, {{u"id"_s, d.id.value}, {u"status"_s, d.status}}, {u"user"_s});
        compare(doc[u"user"].toObject(), back(d.user));
    }
    static void compareVehicle(const QJsonObject& doc, const VehicleRef& v)
    {
        compare(doc, {{u"id"_s, v.id.value},
                      {u"name"_s, v.name},
                      {u"code"_s, v.code},
                      {u"capacity_unit"_s, v.capacity ? QJsonValue(v.capacity->wholeUnits()) : QJsonValue()},
                      {u"image_url"_s, v.imageUrl}});
    }
    static void compareDelivery(const QJsonObject& doc, const SeenDelivery& seen)
    {
        const Delivery& d = seen.value;
        const QSet<QString> nested{u"pickup_location"_s,   u"delivery_location"_s, u"pickup_warehouse"_s, u"customer"_s,
                                   u"dropoff_warehouse"_s, u"pickup_zone"_s,       u"dropoff_zone"_s};
        const auto refId = [](const auto& ref) {
            return ref ? QJsonValue(ref->id.value) : QJsonValue(QJsonValue::Null);
        };
        compare(doc,
                {{u"id"_s, d.id.value},
                 {u"delivery_code"_s, d.code},
                 {u"barcode"_s, d.barcode},
                 {u"external_reference_id"_s, d.externalReference},
                 {u"status"_s, d.state.text},
                 {u"unit_size"_s, d.unitSize.wholeUnits()},
                 {u"payment_method"_s, d.paymentMethod},
                 {u"cod_amount"_s, d.cod.minor},
                 {u"notes"_s, d.notes},
                 {u"created_at"_s, formatInstant(d.createdAt)},
                 {u"updated_at"_s, formatInstant(d.updatedAt)},
                 {u"pickup_zone_id"_s, refId(d.pickupZone)},
                 {u"dropoff_zone_id"_s, refId(d.dropoffZone)},
                 {u"pickup_warehouse_id"_s, refId(d.pickupWarehouse)},
                 {u"dropoff_warehouse_id"_s, refId(d.dropoffWarehouse)},
                 {u"is_returned"_s, d.isReturned},
                 {u"return_reason"_s, orNull(d.returnReason)},
                 {u"return_trigger_point"_s, orNull(d.returnTriggerPoint)},
                 {u"returned_at"_s, text(d.returnedAt)}},
                nested);
        if (doc[u"pickup_location"].isObject())
            compare(doc[u"pickup_location"].toObject(), back(*d.pickup));
        if (doc[u"delivery_location"].isObject())
            compare(doc[u"delivery_location"].toObject(), back(*d.dropoff));
        if (doc[u"pickup_zone"].isObject())
            compare(doc[u"pickup_zone"].toObject(), backRef(*d.pickupZone));
        if (doc[u"dropoff_zone"].isObject())
            compare(doc[u"dropoff_zone"].toObject(), backRef(*d.dropoffZone));
        if (doc[u"pickup_warehouse"].isObject())
            compare(doc[u"pickup_warehouse"].toObject(), backRef(*d.pickupWarehouse));
        if (doc[u"customer"].isObject())
            compare(doc[u"customer"].toObject(), {{u"id"_s, d.customer->id.value},
                                                  {u"full_name"_s, d.customer->fullName},
                                                  {u"phone"_s, d.customer->phone},
                                                  {u"avatar_url"_s, orNull(d.customer->avatarUrl)}});
        QCOMPARE(seen.raw, doc);
        QCOMPARE(bool(d.state.known), true);
    }
    static void compareEnd(const QJsonObject& doc, const QString& side, const Endpoint& end)
    {
        if (doc[side + u"_location"_s].isObject())
            compare(doc[side + u"_location"_s].toObject(), back(*end.location));
        if (doc[side + u"_warehouse"_s].isObject())
            compare(doc[side + u"_warehouse"_s].toObject(), backRef(*end.warehouse));
        if (doc[side + u"_zone"_s].isObject())
            compare(doc[side + u"_zone"_s].toObject(), backRef(*end.zone));
    }
    static void compareWaybill(const QJsonObject& doc, const SeenWaybill& seen)
    {
        const Waybill& w = seen.value;
        const QSet<QString> nested{
            u"origin_location"_s, u"destination_location"_s, u"origin_warehouse"_s, u"destination_warehouse"_s,
            u"origin_zone"_s, u"destination_zone"_s, u"driver"_s, u"vehicle"_s, u"proof_of_delivery"_s,
            // names of users stay in the raw row; children, summary and timeline are checked beside
            u"assigned_by_user"_s, u"received_by_user"_s, u"deliveries"_s, u"summary"_s, u"status_updates"_s};
        compare(doc,
                {{u"id"_s, w.id.value},
                 {u"tenant_id"_s, w.tenantId.value},
                 {u"waybill_number"_s, w.number},
                 {u"status"_s, w.state.text},
                 {u"origin_type"_s, w.origin.type.text},
                 {u"destination_type"_s, w.destination.type.text},
                 {u"origin_warehouse_id"_s, text(w.origin.warehouseId)},
                 {u"destination_warehouse_id"_s, text(w.destination.warehouseId)},
                 {u"carrier_type"_s, w.carrier.text},
                 {u"driver_id"_s, text(w.driverId)},
                 {u"vehicle_id"_s, text(w.vehicleId)},
                 {u"external_carrier_ref"_s, text(w.externalCarrierRef)},
                 {u"assigned_by"_s, text(w.assignedBy)},
                 {u"assignment_time"_s, text(w.assignmentTime)},
                 {u"sealed_at"_s, text(w.sealedAt)},
                 {u"dispatched_at"_s, text(w.dispatchedAt)},
                 {u"received_at"_s, text(w.receivedAt)},
                 {u"closed_at"_s, text(w.closedAt)},
                 {u"cancelled_at"_s, text(w.cancelledAt)},
                 {u"received_by"_s, text(w.receivedBy)},
                 {u"created_by"_s, text(w.createdBy)},
                 {u"notes"_s, w.notes},
                 {u"created_at"_s, formatInstant(w.createdAt)},
                 {u"updated_at"_s, formatInstant(w.updatedAt)},
                 {u"item_count"_s, w.itemCount.value_or(-1)},
                 {u"total_unit_size"_s, w.totalUnitSize.value_or(Quantity{}).wholeUnits()}},
                nested);
        QVERIFY(w.state.known && (!doc.contains(u"carrier_type"_s) || w.carrier.known));
        compareEnd(doc, u"origin"_s, w.origin);
        compareEnd(doc, u"destination"_s, w.destination);
        if (doc[u"driver"].isObject())
            compareDriver(doc[u"driver"].toObject(), *w.driver);
        if (doc[u"vehicle"].isObject())
            compareVehicle(doc[u"vehicle"].toObject(), *w.vehicle);
        QCOMPARE(w.proof.has_value(), doc[u"proof_of_delivery"].isObject());
        if (w.proof) {
            const QJsonObject proof = doc[u"proof_of_delivery"].toObject();
            compare(proof, {{u"signature_url"_s, w.proof->signatureUrl},
                            {u"photo_urls"_s, QJsonArray::fromStringList(w.proof->photoUrls)},
                            {u"notes"_s, w.proof->notes},
                            {u"timestamp"_s, text(w.proof->timestamp)}});
        }
        for (auto it = doc.begin(); it != doc.end(); ++it) { // nothing that came is dropped
            if (it.key() != u"deliveries" && it.key() != u"summary" && it.key() != u"status_updates")
                QCOMPARE(seen.raw.value(it.key()), *it);
        }
    }
    static void compareStatuses(const QJsonObject& body, const QList<StatusCount>& counts)
    {
        const QJsonArray doc = body[u"statuses"].toArray();
        QCOMPARE(counts.size(), doc.size());
        for (qsizetype i = 0; i < counts.size(); ++i)
            compare(
                doc[i].toObject(),
                {{u"status"_s, counts[i].state.text}, {u"label"_s, counts[i].label}, {u"count"_s, counts[i].count}});
    }
    static void comparePaging(const QJsonObject& body, const Paging& paging)
    {
        QCOMPARE(paging.total, body[u"total"].toInteger());
        QCOMPARE(paging.page, body[u"page"].toInt());
        QCOMPARE(paging.limit, body[u"limit"].toInt());
    }
    static void compareChildren(const QJsonArray& doc, const QList<SeenDelivery>& rows)
    {
        QCOMPARE(rows.size(), doc.size());
        for (qsizetype i = 0; i < rows.size(); ++i)
            compareDelivery(doc[i].toObject(), rows[i]);
    }
    static void compareTimeline(const QJsonArray& doc, const QList<TimelineEvent>& events)
    {
        QCOMPARE(events.size(), doc.size());
        for (qsizetype i = 0; i < events.size(); ++i) {
            const QJsonObject want = doc[i].toObject();
            const TimelineEvent& e = events[i];
            const QJsonObject meta = want[u"metadata"].toObject();
            QCOMPARE(e.type, want[u"event_type"].toString());
            QCOMPARE(e.previous ? QJsonValue(e.previous->text) : QJsonValue(QJsonValue::Null),
                     want[u"previous_status"]);
            QCOMPARE(e.next.text, want[u"new_status"].toString());
            QCOMPARE(e.at, *parseInstant(want[u"timestamp"].toString()));
            QCOMPARE(e.actorRole, want[u"actor_role"].toString());
            QCOMPARE(e.actorName, want[u"actor"][u"full_name"].toString());
            QCOMPARE(e.actorId->value,
                     want.contains(u"actor_id"_s) ? want[u"actor_id"].toString() : want[u"actor"][u"id"].toString());
            QCOMPARE(e.reason, want[u"reason"].toString());
            QCOMPARE(e.previousDriver, meta[u"previous_driver"][u"user"][u"full_name"].toString());
            QCOMPARE(e.newDriver, meta[u"new_driver"][u"user"][u"full_name"].toString());
            QCOMPARE(e.previousVehicle, meta[u"previous_vehicle"][u"name"].toString());
            QCOMPARE(e.newVehicle, meta[u"new_vehicle"][u"name"].toString());
        }
    }
    static void compareAnswer(const QJsonObject& data, const WaybillAnswer& answer)
    {
        QCOMPARE(answer.drift, Drift{});
        compareWaybill(data, answer.waybill);
        QCOMPARE(answer.timeline.has_value(), data.contains(u"status_updates"_s));
        if (answer.timeline)
            compareTimeline(data[u"status_updates"].toArray(), *answer.timeline);
        QCOMPARE(answer.deliveries.has_value(), data.contains(u"deliveries"_s));
        if (answer.deliveries)
            compareChildren(data[u"deliveries"].toArray(), *answer.deliveries);
        QCOMPARE(answer.summary.has_value(), data.contains(u"summary"_s));
        if (answer.summary) {
            const QJsonObject doc = data[u"summary"].toObject();
            QCOMPARE(answer.summary->totalDeliveries, doc[u"total_deliveries"].toInt());
            QCOMPARE(answer.summary->breakdown.size(), doc[u"status_breakdown"].toObject().size());
            for (const auto& [state, count] : answer.summary->breakdown)
                QCOMPARE(count, doc[u"status_breakdown"][state.text].toInt());
        }
    }

private Q_SLOTS:
    void knowsAllFiftyFive() { QCOMPARE(documented().size(), 55); }

    void readsWhatIsDocumented_data()
    {
        QTest::addColumn<int>("index");
        const auto all = documented();
        for (int i = 0; i < all.size(); ++i)
            QTest::addRow("%d %s / %s", i, qPrintable(all[i].call), qPrintable(all[i].name)) << i;
    }
    void readsWhatIsDocumented()
    {
        QFETCH(int, index);
        const Documented doc = documented().at(index);
        const QByteArray body = bytes(doc.body);
        if (doc.status >= 400) {
            const Error error = decodeError(doc.status, body);
            QCOMPARE(error.status, doc.status);
            QCOMPARE(error.code, doc.body[u"code"].toString());
            QCOMPARE(error.vendorText, doc.body[u"message"].toString());
            QCOMPARE(error.fields.size(), doc.body[u"details"].toArray().size());
            for (qsizetype i = 0; i < error.fields.size(); ++i) {
                QCOMPARE(error.fields[i].field, doc.body[u"details"][i][u"field"].toString());
                QCOMPARE(error.fields[i].message, doc.body[u"details"][i][u"message"].toString());
            }
            const Error::Kind kind = doc.status == 403   ? Error::Kind::Forbidden
                                     : doc.status == 404 ? Error::Kind::NotFound
                                     : doc.status >= 500 ? Error::Kind::Server
                                                         : Error::Kind::Rejected;
            QCOMPARE(error.kind, kind);
            return;
        }
        const QJsonValue data = doc.body[u"data"];
        if (doc.call == u"List Waybills" || doc.call == u"Get Driver Waybills") {
            const auto page = decodeWaybillPage(body);
            QVERIFY(page);
            QCOMPARE(page->drift, Drift{});
            comparePaging(doc.body, page->paging);
            compareStatuses(doc.body, page->statuses);
            QCOMPARE(page->rows.size(), data.toArray().size());
            for (qsizetype i = 0; i < page->rows.size(); ++i)
                compareWaybill(data[i].toObject(), page->rows[i]);
        } else if (doc.call == u"Get Driver Waybill Status Summary") {
            const auto summary = decodeStatusSummary(body);
            QVERIFY(summary);
            compareStatuses(doc.body, summary->statuses);
        } else if (doc.call == u"Driver Action on Waybill") {
            const auto answer = decodeDriverAction(body);
            QVERIFY(answer);
            compareWaybill(data[u"waybill"].toObject(), answer->waybill);
            compareChildren(data[u"deliveries"].toArray(), *answer->deliveries);
        } else if (doc.body.contains(u"limit"_s) && doc.call != u"List Waybill Returns") {
            const auto page = decodeDeliveryPage(body);
            QVERIFY(page && page->paging);
            QCOMPARE(page->drift, Drift{});
            comparePaging(doc.body, *page->paging);
            compareChildren(data.toArray(), page->rows);
        } else if (doc.call == u"List Waybill Returns") {
            const auto page = decodeReturns(body);
            QVERIFY(page);
            QCOMPARE(page->drift, Drift{});
            comparePaging(doc.body, page->paging);
            const QJsonObject row = data[0].toObject();
            const ReturnRow& r = page->rows.first();
            compare(row,
                    {{u"id"_s, r.id.value},
                     {u"delivery_id"_s, r.delivery.value},
                     {u"waybill_id"_s, r.waybill.value},
                     {u"exception_type"_s, r.type.text},
                     {u"resolution_type"_s, r.resolution},
                     {u"unit_size_at_return"_s, r.unitSize.wholeUnits()},
                     {u"resolved_at"_s, text(r.resolvedAt)}},
                    {u"exception_details"_s, u"delivery"_s});
            compare(row[u"exception_details"].toObject(), {{u"reason_code"_s, r.reasonCode},
                                                           {u"trigger_point"_s, r.triggerPoint},
                                                           {u"notes"_s, r.notes},
                                                           {u"photo_urls"_s, QJsonArray::fromStringList(r.photoUrls)}});
            compareDelivery(row[u"delivery"].toObject(), *r.child);
        } else if (doc.call == u"Return Waybill Children (Partial Return)") {
            const auto answer = decodeReturnChildren(body);
            QVERIFY(answer);
            compareWaybill(data[u"waybill"].toObject(), answer->waybill);
            const QJsonArray children = data[u"returnedDeliveries"].toArray();
            QCOMPARE(answer->returned.size(), children.size());
            for (qsizetype i = 0; i < children.size(); ++i)
                compare(children[i].toObject(), {{u"delivery_id"_s, answer->returned[i].delivery.value},
                                                 {u"delivery_code"_s, answer->returned[i].code},
                                                 {u"status"_s, answer->returned[i].state.text},
                                                 {u"exception_id"_s, answer->returned[i].exception.value},
                                                 {u"trigger_point"_s, answer->returned[i].triggerPoint}});
        } else if (data[u"deleted_ids"].isArray()) {
            const auto answer = decodeBulkDelete(body);
            QVERIFY(answer);
            QCOMPARE(answer->scope, data[u"scope"].toString());
            QCOMPARE(answer->deletedCount, data[u"deleted_count"].toInteger());
            QCOMPARE(answer->deleted.size(), data[u"deleted_ids"].toArray().size());
            QCOMPARE(answer->deleted.last().value, data[u"deleted_ids"][answer->deleted.size() - 1].toString());
            QCOMPARE(answer->skipped.first().id.value, data[u"skipped"][0][u"id"].toString());
            QCOMPARE(answer->skipped.first().reason, data[u"skipped"][0][u"reason"].toString());
            QVERIFY(answer->notFound.isEmpty());
        } else if (data[u"attached"].isDouble()) {
            const auto answer = decodeAttach(body);
            QVERIFY(answer);
            QCOMPARE(answer->attached, data[u"attached"].toInt());
        } else if (data.isNull()) {
            QVERIFY(decodeDone(body));
        } else if (data[u"delivery_code"].isString()) {
            const auto found = decodeScan(body);
            QVERIFY(found);
            QCOMPARE(found->drift, Drift{});
            compareDelivery(data.toObject(), found->delivery);
        } else {
            const auto answer = decodeWaybill(body);
            QVERIFY(answer);
            QCOMPARE(answer->message, doc.body[u"message"].toString());
            compareAnswer(data.toObject(), *answer);
        }
    }
};

QTEST_APPLESS_MAIN(TestOndiResponses)
#include "tst_ondi_responses.moc"

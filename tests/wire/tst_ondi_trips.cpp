// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's desk reads every documented response of OnDi's trip calls: each field of the document is found again in the
// decoded value, and none is passed over. Input: tests/contract/data/ondi-trips.json (origin noted there).
#include "services/wire/ondi/ondidecode.h"
#include "services/wire/ondi/ondirequests.h"
#include "services/wire/ondi/onditrips.h"
#include "tests/wire/documented.h"

using namespace waydesk;
using namespace waydesk::test;
using namespace waydesk::wire;
using namespace waydesk::wire::ondidesk;

class TestOndiTrips : public QObject
{
    Q_OBJECT

    static void compareTrip(const QJsonObject& doc, const SeenTrip& seen, const QSet<QString>& elsewhere)
    {
        const Trip& t = seen.value;
        const Back back{{u"id"_s, t.id.value},
                        {u"trip_number"_s, t.number},
                        {u"status"_s, t.state.text},
                        {u"trip_type"_s, t.type ? QJsonValue(t.type->text) : QJsonValue(QJsonValue::Null)},
                        {u"notes"_s, t.notes},
                        {u"item_count"_s, t.itemCount ? QJsonValue(*t.itemCount) : QJsonValue()},
                        {u"created_at"_s, formatInstant(t.createdAt)},
                        {u"updated_at"_s, formatInstant(t.updatedAt)},
                        {u"started_at"_s, text(t.startedAt)},
                        {u"completed_at"_s, text(t.completedAt)}};
        compare(doc, back, elsewhere + QSet<QString>{u"driver"_s, u"vehicle"_s});
        if (doc[u"driver"].isObject())
            compare(doc[u"driver"].toObject(), {{u"id"_s, t.driver->id.value},
                                                {u"full_name"_s, t.driver->user.fullName},
                                                {u"phone"_s, t.driver->user.phone},
                                                {u"avatar_url"_s, orNull(t.driver->user.avatarUrl)}});
        if (doc[u"vehicle"].isObject())
            compare(doc[u"vehicle"].toObject(), backRef(*t.vehicle));
    }
    static Back backOf(const QGeoCoordinate& position)
    {
        return {{u"latitude"_s, position.latitude()}, {u"longitude"_s, position.longitude()}};
    }
    static void compareMember(const QJsonObject& doc, const SeenDelivery& seen, const PlanMember* member)
    {
        const Delivery& d = seen.value;
        compare(doc,
                {{u"id"_s, d.id.value},
                 {u"delivery_code"_s, d.code},
                 {u"barcode"_s, d.barcode},
                 {u"status"_s, d.state.text},
                 {u"external_reference_id"_s, orNull(d.externalReference)},
                 {u"trip_sequence"_s, member ? QJsonValue(member->sequence) : QJsonValue()},
                 {u"payment_method"_s, d.paymentMethod},
                 {u"cod_amount"_s, d.cod.minor},
                 {u"unit_size"_s, d.unitSize.wholeUnits()}},
                {u"pickup_location"_s, u"dropoff_location"_s, u"return_requests"_s, u"delivery_location"_s,
                 u"pickup_warehouse"_s, u"dropoff_warehouse"_s, u"pickup_zone"_s, u"dropoff_zone"_s});
        if (doc[u"pickup_location"].isObject())
            compare(doc[u"pickup_location"].toObject(), backOf(d.pickup->position));
        if (doc[u"dropoff_location"].isObject())
            compare(doc[u"dropoff_location"].toObject(), backOf(d.dropoff->position));
        QCOMPARE(member ? member->returnRequests : 0, doc[u"return_requests"].toArray().size());
    }
    static void compareStop(const QJsonObject& doc, const PlanStop& stop)
    {
        compare(doc, {{u"stop_type"_s, stop.kind.text}, {u"is_complete"_s, stop.isComplete}},
                {u"location"_s, u"deliveries"_s});
        compare(doc[u"location"].toObject(), backOf(stop.position));
        const QJsonArray deliveries = doc[u"deliveries"].toArray();
        QCOMPARE(stop.deliveries.size(), deliveries.size());
        for (qsizetype i = 0; i < deliveries.size(); ++i)
            QCOMPARE(stop.deliveries[i].value, deliveries[i][u"delivery_id"].toString());
    }
    static void compareExecution(const QJsonObject& doc, const TripPlan& plan)
    {
        const QJsonArray stops = doc[u"stop_list"].toArray();
        QCOMPARE(plan.stops.size(), stops.size());
        for (qsizetype i = 0; i < stops.size(); ++i)
            compareStop(stops[i].toObject(), plan.stops[i]);
        const auto same = [&](const QJsonValue& said, const std::optional<int>& place) {
            QCOMPARE(place.has_value(), said.isObject());
            if (place)
                QCOMPARE(said[u"stop_type"].toString(), plan.stops[*place].kind.text);
        };
        same(doc[u"current_stop"], plan.current);
        same(doc[u"next_stop"], plan.next);
    }
    static void compareSummary(const QJsonObject& doc, const TripSummary& s)
    {
        compare(doc, {{u"total"_s, s.total},
                      {u"planned"_s, s.planned},
                      {u"in_progress"_s, s.inProgress},
                      {u"delivered"_s, s.delivered},
                      {u"returned"_s, s.returned},
                      {u"cancelled"_s, s.cancelled},
                      {u"with_return_request"_s, s.withReturnRequest}});
    }
    static void compareTripAnswer(const QJsonObject& doc, const QByteArray& body)
    {
        const auto answer = decodeTrip(body);
        QVERIFY2(answer.ok(), qPrintable(answer.ok() ? QString() : answer.error().detail));
        QCOMPARE(answer->drift.notes, QStringList());
        compareTrip(doc, answer->trip, {u"deliveries"_s, u"summary"_s, u"driver_execution"_s});
        QCOMPARE(answer->summary.has_value(), doc.contains(u"summary"_s));
        if (answer->summary)
            compareSummary(doc[u"summary"].toObject(), *answer->summary);
        QCOMPARE(answer->deliveries.has_value(), doc.contains(u"deliveries"_s));
        QCOMPARE(answer->plan.has_value(), doc.contains(u"driver_execution"_s));
        if (!answer->plan)
            return;
        const QJsonArray rows = doc[u"deliveries"].toArray();
        QCOMPARE(answer->deliveries->size(), rows.size());
        for (qsizetype i = 0; i < rows.size(); ++i)
            compareMember(rows[i].toObject(), answer->deliveries->at(i), &answer->plan->members[i]);
        compareExecution(doc[u"driver_execution"].toObject(), *answer->plan);
    }
    static void compareList(const QJsonObject& doc, const QByteArray& body)
    {
        const auto page = decodeTripPage(body);
        QVERIFY(page.ok());
        QCOMPARE(page->drift.notes, QStringList());
        const int limit = doc.contains(u"limit"_s) ? doc[u"limit"].toInt() : doc[u"per_page"].toInt();
        QCOMPARE(page->paging, (Paging{doc[u"total"].toInteger(), doc[u"page"].toInt(), limit}));
        const QJsonArray rows = doc[u"trips"].toArray();
        QCOMPARE(page->rows.size(), rows.size());
        for (qsizetype i = 0; i < rows.size(); ++i)
            compareTrip(rows[i].toObject(), page->rows[i], {});
    }
    static void compareReturns(const QJsonArray& doc, const QByteArray& body)
    {
        const auto returns = decodeTripReturns(body);
        QVERIFY(returns.ok());
        QCOMPARE(returns->drift.notes, QStringList());
        QCOMPARE(returns->rows.size(), doc.size());
        for (qsizetype i = 0; i < doc.size(); ++i) {
            const TripReturn& row = returns->rows[i];
            const QJsonObject said = doc[i].toObject();
            compare(said,
                    {{u"delivery_id"_s, row.delivery.value},
                     {u"delivery_code"_s, row.code},
                     {u"barcode"_s, row.barcode},
                     {u"delivery_status"_s, row.state.text},
                     {u"return_status"_s, row.returnStatus},
                     {u"trip_sequence"_s, row.sequence}},
                    {u"return_requests"_s});
            const QJsonArray requests = said[u"return_requests"].toArray();
            QCOMPARE(row.requests.size(), requests.size());
            for (qsizetype r = 0; r < requests.size(); ++r) {
                const wire::ReturnRequest& request = row.requests[r];
                compare(requests[r].toObject(), {{u"id"_s, request.id},
                                                 {u"status"_s, request.status},
                                                 {u"return_reason"_s, request.reason},
                                                 {u"return_delivery_id"_s, text(request.returnDelivery)},
                                                 {u"requested_at"_s, text(request.requestedAt)},
                                                 {u"notes"_s, orNull(request.notes)}});
            }
        }
    }

private Q_SLOTS:
    void readsEveryDocumentedResponse_data()
    {
        QTest::addColumn<int>("at");
        const QList<Documented> all = documented(u"ondi-trips"_s);
        QCOMPARE(all.size(), 20);
        for (int i = 0; i < all.size(); ++i)
            QTest::addRow("%s: %s", qPrintable(all[i].call), qPrintable(all[i].name)) << i;
    }
    void readsEveryDocumentedResponse()
    {
        QFETCH(int, at);
        const Documented doc = documented(u"ondi-trips"_s).at(at);
        const QByteArray body = bytes(doc.body);
        const QJsonValue data = doc.body[u"data"];
        if (doc.status >= 400) {
            const Error error = decodeError(doc.status, body);
            QCOMPARE(error.status, doc.status);
            QCOMPARE(error.kind, doc.status == 404 ? Error::Kind::NotFound : Error::Kind::Rejected);
            QCOMPARE(error.vendorText, doc.body[u"message"].toString());
        } else if (doc.call == u"List Trips" || doc.call == u"Driver: List My Trips") {
            compareList(data.toObject(), body);
        } else if (doc.call == u"List Eligible Deliveries for Trip") {
            const auto page = decodeDeliveryPage(body);
            QVERIFY(page.ok());
            QCOMPARE(page->paging, (Paging{doc.body[u"total"].toInteger(), 1, 20}));
            QCOMPARE(page->rows.size(), data.toArray().size());
            const Delivery& d = page->rows.constFirst().value;
            const QJsonObject said = data.toArray().first().toObject();
            compareMember(said, page->rows.constFirst(), nullptr);
            compare(said[u"delivery_location"].toObject(), backOf(d.dropoff->position));
            compare(said[u"pickup_warehouse"].toObject(), backRef(*d.pickupWarehouse));
            compare(said[u"pickup_zone"].toObject(), backRef(*d.pickupZone));
        } else if (doc.call == u"Get Trip Partial Returns") {
            compareReturns(data.toArray(), body);
        } else if (doc.call == u"Driver: Trip Status Summary") {
            const auto counts = decodeTripCounts(body);
            QVERIFY(counts.ok());
            QCOMPARE(counts->drift.count, 0);
            Back back;
            for (const auto& [state, count] : counts->counts)
                back.insert(state.text, count);
            compare(data.toObject(), back);
        } else {
            compareTripAnswer(data.toObject(), body);
        }
    }

    void asksAsDocumented()
    {
        TripQuery query;
        query.page = 2;
        query.status = TripStatus::InProgress;
        query.number = u"TRIP 1"_s;
        QCOMPARE(tripPage(query), (Request{"GET",
                                           "/delivery/trips?page=2&limit=100&status=in_progress"
                                           "&trip_number=TRIP%201",
                                           {}}));
        QCOMPARE(tripDetail({u"a/b"_s}), (Request{"GET", "/delivery/trips/a%2Fb", {}}));
        QCOMPARE(tripReturns({u"t"_s}), (Request{"GET", "/delivery/trips/t/returns", {}}));
    }

    void sendsEveryCommandAsDocumented_data()
    {
        QTest::addColumn<Command>("command");
        QTest::addColumn<QString>("call");
        const DeliveryId one{u"delivery-uuid-1"_s}, two{u"delivery-uuid-2"_s}, three{u"delivery-uuid-3"_s},
            four{u"delivery-uuid-4"_s};
        const TripId trip{u"{{trip_id}}"_s};
        const auto row = [](const char* call, const Command& command) {
            QTest::newRow(call) << command << QString::fromLatin1(call);
        };
        row("Create Trip", CreateTrip{{u"local:1"_s},
                                      DriverId{u"driver-uuid"_s},
                                      VehicleId{u"vehicle-uuid"_s},
                                      TripType::MultiPickup,
                                      u"Morning delivery run"_s,
                                      {{one, 1}, {two, 2}}});
        row("Update Trip", UpdateTrip{trip, DriverId{u"new-driver-uuid"_s}, VehicleId{u"new-vehicle-uuid"_s},
                                      TripType::MultiDropoff, u"Updated notes"_s});
        row("Sync Trip Deliveries", SyncTripDeliveries{trip, {{one, 1}, {three, 2}, {four, 3}}});
        row("Remove Delivery from Trip", RemoveFromTrip{trip, {u"{{delivery_id}}"_s}});
        row("Reorder Trip Deliveries", ReorderTrip{trip, {two, one, three}});
        row("Cancel Trip", CancelTrip{trip});
    }
    void sendsEveryCommandAsDocumented()
    {
        QFETCH(Command, command);
        QFETCH(QString, call);
        QFile file(QStringLiteral(WAYDESK_SOURCE_DIR "/tests/contract/data/ondi-trips.json"));
        QVERIFY(file.open(QFile::ReadOnly));
        for (const QJsonValue& doc : QJsonDocument::fromJson(file.readAll()).array()) {
            if (doc[u"title"].toString() != call)
                continue;
            const auto request = encodeCommand(command);
            QVERIFY(request);
            QCOMPARE(QString::fromLatin1(request->method), doc[u"method"].toString());
            QCOMPARE(QByteArray::fromPercentEncoding(request->target), doc[u"path"].toString().toUtf8());
            const QJsonValue body = doc[u"body"];
            QCOMPARE(QJsonDocument::fromJson(request->body).object(), body.toObject());
            return;
        }
        QFAIL("the document has no such call");
    }

    void tellsToClearFromToKeep()
    {
        const auto cleared =
            encodeCommand(UpdateTrip{{u"t"_s}, std::optional<DriverId>(), {}, std::optional<TripType>(), {}});
        QCOMPARE(cleared->body, QByteArray(R"({"driver_id":null,"trip_type":null})"));
        QCOMPARE(encodeCommand(SyncTripDeliveries{{u"t"_s}, {}})->body, QByteArray(R"({"deliveries":[]})"));
    }

    void sendsNoNameThatOnlyThisDeskKnows()
    {
        const DeliveryId local{u"local:9"_s};
        QVERIFY(!encodeCommand(CancelTrip{{u"local:1"_s}}));
        QVERIFY(!encodeCommand(SyncTripDeliveries{{u"t"_s}, {{local, 1}}}));
        QVERIFY(!encodeCommand(ReorderTrip{{u"t"_s}, {local}}));
        QVERIFY(!encodeCommand(CreateTrip{{u"local:1"_s}, {}, {}, {}, {}, {{local, 1}}}));
        QVERIFY(!encodeCommand(RequestReturn{local, u"x"_s, {}}));
        QVERIFY(!encodeCommand(SyncTripDeliveries{{u"t"_s}, QList<TripMember>(1001, {{u"d"_s}, {}})}));
    }

    void asksForReturnsAndDecidesThem()
    {
        QCOMPARE(
            *encodeCommand(RequestReturn{{u"d"_s}, u"refused"_s, u"n"_s}),
            (Request{"POST", "/delivery/returns", R"({"delivery_id":"d","notes":"n","return_reason":"refused"})"}));
        QCOMPARE(*encodeCommand(DecideReturn{{u"r"_s}, {u"d"_s}, ReturnDecision::Reject}),
                 (Request{"PATCH", "/delivery/returns/r", R"({"action":"reject"})"}));
    }

    void readsWhichReturnWaits()
    {
        const auto answer = decodeTrip(
            R"({"success":true,"data":{"id":"t","trip_number":"T","status":"in_progress","driver_execution":{"stop_list":[]},
            "deliveries":[{"id":"a","status":"in_transit","trip_sequence":1,"return_requests":[
              {"id":"r0","status":"rejected","requested_at":"2026-04-07T09:00:00Z"},
              {"id":"r1","status":"pending","requested_at":"2026-04-07T10:00:00Z"}]},
             {"id":"b","status":"in_transit","trip_sequence":2,"return_requests":[
              {"id":"r2","status":"approved","requested_at":"2026-04-07T09:00:00Z"}]}]}})");
        QVERIFY(answer.ok() && answer->plan);
        const QList<PlanMember>& members = answer->plan->members;
        QCOMPARE(members[0].returnRequests, 2);
        QCOMPARE(members[0].pending, (PendingReturn{{u"r1"_s}, *parseInstant(u"2026-04-07T10:00:00Z")}));
        QCOMPARE(members[1].returnRequests, 1);
        QVERIFY(!members[1].pending);
    }

    void countsWhatItDoesNotKnow()
    {
        const auto answer = decodeTrip(R"({"success":true,"data":{"id":"t","status":"teleported","trip_type":"odd",
            "deliveries":[{"delivery_code":1},{"id":"d","trip_sequence":"3","status":"pending"}],
            "driver_execution":{"stop_list":[{"stop_type":"dropoff","location":null,"deliveries":[{}]}, 7],
                                "current_stop":null,"next_stop":null}}})");
        QVERIFY(answer.ok());
        QCOMPARE(answer->trip.value.state.text, u"teleported"_s);
        QVERIFY(!answer->trip.value.state.known);
        QCOMPARE(answer->plan->members.size(), 1);
        QCOMPARE(answer->plan->members[0].delivery, DeliveryId{u"d"_s});
        QVERIFY(answer->plan->members[0].sequence == 3 && answer->plan->members[0].returnRequests == 0);
        QCOMPARE(answer->plan->stops.size(), 1);
        QVERIFY(!answer->plan->stops.constFirst().position.isValid());
        QVERIFY(answer->drift.count >= 4);
        QVERIFY(!decodeTrip(R"({"success":true,"data":{"status":"planned"}})").ok());
        QVERIFY(!decodeTripPage(R"({"success":true,"data":[]})").ok());
    }
};

QTEST_APPLESS_MAIN(TestOndiTrips)
#include "tst_ondi_trips.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's trips on the road: a trip follows its deliveries whoever moves them, its stops become complete, its driver
// sees their own trips alone, proofs are kept as given, and what comes back is asked for and decided.
#include "tests/backend/support/testdepot.h"

#include <QtTest>

using namespace waydesk;
using namespace waydesk::backend;
using namespace Qt::Literals::StringLiterals;

namespace {

QString stateOf(TestDepot& depot, const QString& trip)
{
    const QJsonObject detail = depot.tripDetail(trip);
    return detail[u"status"].toString() + (detail[u"started_at"].isNull() ? u""_s : u" started"_s) +
           (detail[u"completed_at"].isNull() ? u""_s : u" completed"_s);
}

QString statusOf(TestDepot& depot, const QString& delivery)
{
    return depot.get(u"/delivery/deliveries/"_s + delivery).data()[u"status"].toString();
}

QString to(TestDepot& depot, double latitude)
{
    return depot.delivery(
        {{u"delivery_location"_s,
          QJsonObject{{u"full_address"_s, u"Somewhere"_s}, {u"latitude"_s, latitude}, {u"longitude"_s, 44.0}}}});
}

// "P! D*": kind of each stop, "!" complete, "*" current, "+" next.
QString stops(TestDepot& depot, const QString& trip)
{
    const QJsonValue execution = depot.tripDetail(trip)[u"driver_execution"];
    const auto isAt = [&](const QJsonValue& stop, QStringView pointer) {
        const QJsonValue at = execution[pointer];
        return at.isObject() && at[u"stop_type"] == stop[u"stop_type"] && at[u"location"] == stop[u"location"];
    };
    QStringList words;
    const QJsonArray list = execution[u"stop_list"].toArray();
    for (const QJsonValue& stop : list)
        words.append(QString(
            stop[u"stop_type"].toString().first(1).toUpper() + (stop[u"is_complete"].toBool() ? u"!"_s : u""_s) +
            (isAt(stop, u"current_stop") ? u"*"_s : u""_s) + (isAt(stop, u"next_stop") ? u"+"_s : u""_s)));
    return words.join(u' ');
}

Reply decide(TestDepot& depot, const QString& request, const QString& action)
{
    return depot.ask("PATCH", u"/delivery/returns/"_s + request, {{u"action"_s, action}});
}

} // namespace

class TestTripDriver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheDriversActions();
    void completesStopAfterStop();
    void followsAWaybillToo();
    void followsChildrenThatComeBack();
    void keepsTheProofAsGiven();
    void refusesActionsOutOfOrder();
    void letsNobodyElseAct();
    void showsADriverTheirOwnTripsOnly();
    void sendsBackWhatIsApproved();
    void leavesWhatIsRejected();
    void refusesReturnsThatMakeNoSense();
};

void TestTripDriver::followsTheDriversActions()
{
    TestDepot d;
    const QString a = d.delivery(), b = d.delivery();
    const QString id = d.trip({a, b});
    QCOMPARE(stateOf(d, id), u"planned"_s);
    const Reply first = d.act(a, u"picked_up"_s);
    QCOMPARE(first.data()[u"trip"][u"status"].toString(), u"in_progress"_s);
    QCOMPARE(first.data()[u"delivery"][u"status"].toString(), u"picked_up"_s);
    QCOMPARE(stateOf(d, id), u"in_progress started"_s);
    QCOMPARE(d.act(a, u"delivered"_s).status, 200);
    QCOMPARE(stateOf(d, id), u"in_progress started"_s);
    const QString startedAt = d.tripDetail(id)[u"started_at"].toString();
    QCOMPARE(d.act(b, u"picked_up"_s).status, 200);
    QCOMPARE(d.act(b, u"in_transit"_s).status, 200);
    QCOMPARE(d.act(b, u"failed"_s).data()[u"trip"][u"status"].toString(), u"completed"_s);
    QCOMPARE(stateOf(d, id), u"completed started completed"_s);
    QCOMPARE(d.tripDetail(id)[u"started_at"].toString(), startedAt);
    const QJsonValue summary = d.tripDetail(id)[u"summary"];
    QCOMPARE(summary[u"total"].toInt(), 2);
    QCOMPARE(summary[u"delivered"].toInt(), 1);
    QCOMPARE(summary[u"in_progress"].toInt(), 0);
}

void TestTripDriver::completesStopAfterStop()
{
    TestDepot d;
    const QString a = to(d, 36.3), b = to(d, 36.4), c = to(d, 36.3);
    const QString id = d.trip({a, b, c}); // one warehouse, two doors
    QCOMPARE(stops(d, id), u"P* D+ D"_s);
    d.act(a, u"picked_up"_s);
    QCOMPARE(stops(d, id), u"P* D+ D"_s); // two still lie there
    d.act(b, u"picked_up"_s);
    d.act(c, u"picked_up"_s);
    QCOMPARE(stops(d, id), u"P! D* D+"_s);
    d.act(b, u"delivered"_s); // out of order
    QCOMPARE(stops(d, id), u"P! D* D!"_s);
    d.act(a, u"delivered"_s);
    QCOMPARE(stops(d, id), u"P! D* D!"_s);
    d.act(c, u"failed"_s);
    QCOMPARE(stops(d, id), u"P! D! D!"_s);
    const QJsonValue shared = d.tripDetail(id)[u"driver_execution"][u"stop_list"][1];
    QCOMPARE(shared[u"deliveries"].toArray().size(), 2);
}

void TestTripDriver::followsAWaybillToo()
{
    TestDepot d;
    const QStringList parcels{d.delivery(), d.delivery()};
    const QString waybill = d.waybillIn(u"assigned"_s, parcels);
    const QString id = d.trip(parcels);
    d.sql("DELETE FROM change");
    d.drive(waybill, u"picked_up"_s);
    QCOMPARE(stateOf(d, id), u"in_progress started"_s);
    QCOMPARE(d.text("SELECT count(*) FROM change WHERE entity = 'trip'"), u"1"_s); // once, not once per parcel
    d.drive(waybill, u"in_transit"_s);
    QCOMPARE(stateOf(d, id), u"in_progress started"_s);
    d.drive(waybill, u"received"_s);
    QCOMPARE(stateOf(d, id), u"completed started completed"_s);
}

void TestTripDriver::followsChildrenThatComeBack()
{
    TestDepot d;
    const QStringList parcels{d.delivery(), d.delivery()};
    const QString waybill = d.waybillIn(u"assigned"_s, parcels);
    const QString id = d.trip(parcels);
    const auto giveBack = [&](const QString& parcel) {
        d.step(waybill, u"return-children"_s, {{u"delivery_ids"_s, QJsonArray{parcel}}, {u"reason"_s, u"refused"_s}});
    };
    giveBack(parcels[0]);
    QCOMPARE(stateOf(d, id), u"planned"_s); // it never left the house
    d.drive(waybill, u"picked_up"_s);
    giveBack(parcels[1]);
    QCOMPARE(stateOf(d, id), u"completed started completed"_s);
    QCOMPARE(d.tripDetail(id)[u"summary"][u"returned"].toInt(), 2);
}

void TestTripDriver::keepsTheProofAsGiven()
{
    TestDepot d;
    const QString parcel = d.delivery();
    d.trip({parcel});
    d.act(parcel, u"picked_up"_s);
    const QJsonObject proof{
        {u"signature_url"_s, u"https://example.com/s.png"_s},
        {u"photo_urls"_s, QJsonArray{u"https://example.com/1.jpg"_s, u"https://example.com/2.jpg"_s}},
        {u"notes"_s, u"درگا، قاتی دووەم"_s},
        {u"timestamp"_s, u"2026-04-11T10:30:00Z"_s}};
    const Reply done = d.act(parcel, u"delivered"_s,
                             {{u"notes"_s, u"left with the guard"_s},
                              {u"current_latitude"_s, 36.19123},
                              {u"current_longitude"_s, 44.00917},
                              {u"proof_of_delivery"_s, proof}});
    QCOMPARE(done.status, 200);
    d.sql("UPDATE app_user SET full_name = 'Renamed'");
    const QJsonArray actions = d.get(u"/delivery/deliveries/"_s + parcel).data()[u"driver_actions"].toArray();
    QCOMPARE(actions.size(), 2);
    QVERIFY(actions[0][u"proof_of_delivery"].isNull() && actions[0][u"latitude"].isNull());
    const QJsonValue last = actions[1];
    QCOMPARE(last[u"proof_of_delivery"].toObject(), proof);
    QCOMPARE(last[u"notes"].toString(), u"left with the guard"_s);
    QCOMPARE(last[u"latitude"].toDouble(), 36.19123);
    QCOMPARE(last[u"longitude"].toDouble(), 44.00917);
    QCOMPARE(last[u"previous_status"].toString(), u"picked_up"_s);
    QCOMPARE(last[u"new_status"].toString(), u"delivered"_s);
    QCOMPARE(last[u"actor_name"].toString(), u"North driver"_s);
}

void TestTripDriver::refusesActionsOutOfOrder()
{
    TestDepot d;
    const QString parcel = d.delivery();
    const QString id = d.trip({parcel});
    for (const QString& early : {u"in_transit"_s, u"delivered"_s})
        QCOMPARE(d.act(parcel, early).code(), u"delivery_invalid_transition"_s);
    QCOMPARE(stateOf(d, id), u"planned"_s);
    QCOMPARE(d.act(parcel, u"received"_s).status, 400); // a waybill's word
    QCOMPARE(d.act(parcel, u"picked_up"_s).status, 200);
    QCOMPARE(d.act(parcel, u"picked_up"_s).status, 409);
    QCOMPARE(d.act(parcel, u"delivered"_s).status, 200);
    for (const QString& late : {u"picked_up"_s, u"in_transit"_s, u"delivered"_s, u"failed"_s})
        QCOMPARE(d.act(parcel, late).status, 409);
    QCOMPARE(d.text("SELECT count(*) FROM delivery_action"), u"2"_s);
}

void TestTripDriver::letsNobodyElseAct()
{
    TestDepot d;
    const QString parcel = d.delivery(), loose = d.delivery(), driverless = d.delivery();
    d.trip({parcel});
    d.trip({driverless}, {});
    const auto mismatch = [](const Reply& reply) {
        return reply.status == 409 && reply.message() == u"You are not the assigned driver for this trip";
    };
    QVERIFY(mismatch(d.act(parcel, u"picked_up"_s, {}, kOtherDriverMail)));
    QVERIFY(mismatch(d.act(parcel, u"picked_up"_s, {}, kDriverless)));
    QVERIFY(mismatch(d.act(loose, u"picked_up"_s)));
    QVERIFY(mismatch(d.act(driverless, u"picked_up"_s)));
    QVERIFY(mismatch(d.act(driverless, u"picked_up"_s, {}, kDriverless))); // no driver is not the same as no driver
    QCOMPARE(d.act(parcel, u"picked_up"_s, {}, kDispatcher).status, 403);
    QCOMPARE(d.act(u"nothing"_s, u"picked_up"_s).status, 404);
    QCOMPARE(d.act(kForeignDelivery, u"picked_up"_s).status, 404);
    QCOMPARE(statusOf(d, parcel), u"pending"_s);
}

void TestTripDriver::showsADriverTheirOwnTripsOnly()
{
    TestDepot d;
    const QString mine = d.trip({d.delivery()}), theirs = d.trip({}, kOtherDriver), nobodys = d.trip({}, {});
    const auto list = [&](const QString& query, const QString& email) {
        QStringList found;
        const QJsonArray trips = d.get(u"/delivery/driver-trips"_s + query, email).data()[u"trips"].toArray();
        for (const QJsonValue& trip : trips)
            found.append(trip[u"id"].toString());
        return found;
    };
    QCOMPARE(list({}, kDriverMail), QStringList{mine});
    QCOMPARE(list({}, kOtherDriverMail), QStringList{theirs});
    QCOMPARE(list(u"?status=planned"_s, kDriverMail), QStringList{mine});
    QCOMPARE(list(u"?status=completed"_s, kDriverMail), QStringList());
    const auto seen = [&](const QString& trip, const QString& email) {
        return d.get(u"/delivery/trips/"_s + trip, email).status;
    };
    QCOMPARE(seen(mine, kDriverMail), 200);
    QCOMPARE(seen(theirs, kDriverMail), 404);
    QCOMPARE(seen(nobodys, kDriverMail), 404);
    QCOMPARE(seen(nobodys, kDriverless), 404);
    QCOMPARE(seen(theirs, kOtherDriverMail), 200);
    QCOMPARE(d.get(u"/delivery/driver-trips"_s, kDriverless).status, 404);
    const QJsonObject counts = d.get(u"/delivery/driver-trips/status-summary"_s, kDriverMail).data();
    QCOMPARE(counts[u"planned"].toInt(-1), 1);
    QCOMPARE(counts[u"completed"].toInt(-1), 0);
}

void TestTripDriver::sendsBackWhatIsApproved()
{
    TestDepot d;
    const QString parcel = to(d, 36.3);
    const QString id = d.trip({parcel});
    d.act(parcel, u"picked_up"_s);
    const QString asked = d.askReturn(parcel);
    QCOMPARE(statusOf(d, parcel), u"picked_up"_s); // asked for is not decided
    QCOMPARE(d.tripDetail(id)[u"summary"][u"with_return_request"].toInt(), 1);
    const Reply approved = decide(d, asked, u"approve"_s);
    QCOMPARE(approved.status, 200);
    QCOMPARE(statusOf(d, parcel), u"returned"_s);
    QCOMPARE(stateOf(d, id), u"completed started completed"_s);
    const QString back = approved.data()[u"return_delivery_id"].toString();
    const QJsonObject way = d.get(u"/delivery/deliveries/"_s + back).data();
    QCOMPARE(way[u"pickup_location"][u"latitude"].toDouble(), 36.3);
    QCOMPARE(way[u"delivery_location"][u"latitude"].toDouble(), 36.191); // the warehouse that it came from
    QCOMPARE(way[u"dropoff_warehouse_id"].toString(), kMainWarehouse);
    QCOMPARE(way[u"cod_amount"].toInt(-1), 0);
    QCOMPARE(way[u"status"].toString(), u"pending"_s);
    const QJsonValue shown = d.get(u"/delivery/trips/%1/returns"_s.arg(id)).json()[u"data"][0];
    QCOMPARE(shown[u"return_status"].toString(), u"return_approved"_s);
    QCOMPARE(shown[u"return_requests"][0][u"return_delivery_id"].toString(), back);
}

void TestTripDriver::leavesWhatIsRejected()
{
    TestDepot d;
    const QString parcel = d.delivery();
    const QString id = d.trip({parcel});
    d.act(parcel, u"picked_up"_s);
    QCOMPARE(decide(d, d.askReturn(parcel), u"reject"_s).data()[u"status"].toString(), u"rejected"_s);
    QCOMPARE(statusOf(d, parcel), u"picked_up"_s);
    QCOMPARE(stateOf(d, id), u"in_progress started"_s);
    const QString again = d.askReturn(parcel, u"Customer moved"_s);
    const QJsonValue shown = d.get(u"/delivery/trips/%1/returns"_s.arg(id)).json()[u"data"][0];
    QCOMPARE(shown[u"return_status"].toString(), u"return_requested"_s); // the newest tells
    QCOMPARE(shown[u"return_requests"].toArray().size(), 2);
    QCOMPARE(shown[u"return_requests"][1][u"id"].toString(), again);
}

void TestTripDriver::refusesReturnsThatMakeNoSense()
{
    TestDepot d;
    const QString parcel = d.delivery();
    d.trip({parcel});
    const auto asks = [&](const QString& email) {
        return d.post(u"/delivery/returns"_s, {{u"delivery_id"_s, parcel}, {u"return_reason"_s, u"r"_s}}, email);
    };
    QCOMPARE(asks(kDriverMail).code(), u"delivery_not_returnable"_s); // it is still here
    d.act(parcel, u"picked_up"_s);
    QCOMPARE(asks(kOtherDriverMail).status, 409);
    QCOMPARE(asks(u"merchant@north.test"_s).status, 403);
    QCOMPARE(d.post(u"/delivery/returns"_s, {{u"delivery_id"_s, parcel}}).status, 400);
    const Reply asked = asks(kDispatcher);
    QCOMPARE(asked.status, 201);
    QCOMPARE(asks(kDriverMail).code(), u"return_already_requested"_s);
    const QString id = asked.data()[u"id"].toString();
    QCOMPARE(d.ask("PATCH", u"/delivery/returns/"_s + id, {{u"action"_s, u"approve"_s}}, kDriverMail).status, 403);
    QCOMPARE(
        d.ask("PATCH", u"/delivery/returns/"_s + id, {{u"action"_s, u"approve"_s}}, u"dispatcher@south.test"_s).status,
        404);
    QCOMPARE(decide(d, id, u"maybe"_s).status, 400);
    QCOMPARE(decide(d, id, u"approve"_s).status, 200);
    QCOMPARE(decide(d, id, u"reject"_s).code(), u"return_already_decided"_s);
    QCOMPARE(decide(d, u"nothing"_s, u"approve"_s).status, 404);
}

QTEST_GUILESS_MAIN(TestTripDriver)
#include "tst_backend_tripdriver.moc"

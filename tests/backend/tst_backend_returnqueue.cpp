// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's queue of return requests: the newest first, page after page, counted by status, with who asked and who
// decided; and the detail of a parcel tells the same, with what carries it.
#include "tests/backend/support/testdepot.h"

#include <QtTest>

using namespace waydesk;
using namespace waydesk::backend;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kReturns = u"/delivery/returns"_s;

QStringList ids(const Reply& reply)
{
    QStringList all;
    const QJsonArray rows = reply.json()[u"data"].toArray();
    for (const QJsonValue& row : rows)
        all.append(row[u"id"].toString());
    return all;
}

QString counts(const Reply& reply)
{
    QStringList all;
    const QJsonArray statuses = reply.json()[u"statuses"].toArray();
    for (const QJsonValue& one : statuses)
        all.append(one[u"status"].toString() + u'/' + one[u"label"].toString() + u'=' +
                   QString::number(one[u"count"].toInt()));
    return all.join(u' ');
}

Reply decide(TestDepot& d, const QString& request, const QString& action)
{
    return d.ask("PATCH", kReturns + u'/' + request, {{u"action"_s, action}});
}

QString faultyField(const Reply& reply)
{
    return QString::number(reply.status) + u' ' + reply.json()[u"details"][0][u"field"].toString();
}

// Parcels on one trip, on board.
QStringList onBoard(TestDepot& d, int count)
{
    QStringList parcels;
    for (int i = 0; i < count; ++i)
        parcels.append(d.delivery());
    d.trip(parcels);
    for (const QString& parcel : std::as_const(parcels))
        d.act(parcel, u"picked_up"_s);
    return parcels;
}

QJsonObject detail(TestDepot& d, const QString& delivery)
{
    return d.get(u"/delivery/deliveries/"_s + delivery).data();
}

} // namespace

class TestReturnQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheNewestFirstWithItsParcel();
    void tellsWhoAskedAndWhoDecided();
    void countsEveryStatus();
    void goesOnWhereThePageEnded();
    void searches();
    void refusesWhatItCannotRead();
    void keepsTenantsApart();
    void tellsTheFeed();
    void tellsWhatCarriesAParcel();
};

void TestReturnQueue::showsTheNewestFirstWithItsParcel()
{
    TestDepot d;
    const QStringList parcels = onBoard(d, 2);
    const QString first = d.askReturn(parcels[0], u"Wrong address"_s), second = d.askReturn(parcels[1]);
    const Reply reply = d.get(kReturns);
    QCOMPARE(reply.status, 200);
    QCOMPARE(ids(reply), QStringList({second, first}));
    const QJsonObject row = reply.json()[u"data"][1].toObject();
    QCOMPARE(row.keys(), QStringList({u"customer_name"_s, u"decided_at"_s, u"decided_by_name"_s, u"delivery_code"_s,
                                      u"delivery_id"_s, u"delivery_status"_s, u"id"_s, u"notes"_s, u"requested_at"_s,
                                      u"requested_by_name"_s, u"return_delivery_code"_s, u"return_delivery_id"_s,
                                      u"return_reason"_s, u"status"_s, u"trip_id"_s, u"trip_number"_s}));
    QCOMPARE(row[u"delivery_id"].toString(), parcels[0]);
    QCOMPARE(row[u"delivery_code"].toString(), detail(d, parcels[0])[u"delivery_code"].toString());
    QCOMPARE(row[u"delivery_status"].toString(), u"picked_up"_s);
    QCOMPARE(row[u"customer_name"].toString(), u"Ahmed Ali"_s);
    QCOMPARE(row[u"trip_number"].toString(), u"TRIP-00001"_s);
    QCOMPARE(row[u"return_reason"].toString(), u"Wrong address"_s);
    QCOMPARE(row[u"requested_by_name"].toString(), u"North driver"_s);
    QVERIFY(row[u"decided_at"].isNull() && row[u"decided_by_name"].isNull() && row[u"notes"].isNull());
    QCOMPARE(reply.json()[u"total"].toInt(), 2);
    QCOMPARE(reply.json()[u"page"].toInt(), 1);
    QCOMPARE(reply.json()[u"limit"].toInt(), 100);
    QVERIFY(reply.json().contains(u"next_cursor"_s) && reply.json()[u"next_cursor"].isNull());
}

void TestReturnQueue::tellsWhoAskedAndWhoDecided()
{
    TestDepot d;
    const QStringList parcels = onBoard(d, 1);
    const Reply asked = d.post(kReturns, {{u"delivery_id"_s, parcels[0]}, {u"return_reason"_s, u"r"_s}});
    QCOMPARE(asked.status, 201);
    QCOMPARE(asked.data()[u"requested_by_name"].toString(), u"North dispatcher"_s);
    QCOMPARE(asked.data()[u"delivery_id"].toString(), parcels[0]);
    const Reply refused = decide(d, asked.data()[u"id"].toString(), u"reject"_s);
    QCOMPARE(refused.data()[u"decided_by_name"].toString(), u"North dispatcher"_s);
    QVERIFY(refused.data()[u"return_delivery_id"].isNull() && refused.data()[u"return_delivery_code"].isNull());
    const QString again = d.askReturn(parcels[0], u"Again"_s);
    const Reply approved = decide(d, again, u"approve"_s);
    QCOMPARE(approved.status, 200);
    QVERIFY(parseInstant(approved.data()[u"decided_at"].toString()).has_value());
    const QString back = approved.data()[u"return_delivery_id"].toString();
    QCOMPARE(approved.data()[u"return_delivery_code"].toString(), detail(d, back)[u"delivery_code"].toString());
    const QJsonArray requests = detail(d, parcels[0])[u"return_requests"].toArray();
    QCOMPARE(requests, QJsonArray({refused.data(), approved.data()})); // oldest first
    QCOMPARE(requests[0].toObject().keys().size(), 11);
}

void TestReturnQueue::countsEveryStatus()
{
    TestDepot d;
    QCOMPARE(counts(d.get(kReturns)), u"pending/Pending=0 approved/Approved=0 rejected/Rejected=0"_s);
    const QStringList parcels = onBoard(d, 4);
    QStringList requests;
    for (const QString& parcel : parcels)
        requests.append(d.askReturn(parcel));
    decide(d, requests[0], u"approve"_s);
    decide(d, requests[1], u"reject"_s);
    for (const auto& [status, expected] : {std::pair{u"pending"_s, QStringList({requests[3], requests[2]})},
                                           {u"approved"_s, QStringList(requests[0])},
                                           {u"rejected"_s, QStringList(requests[1])}}) {
        const Reply reply = d.get(kReturns + u"?status="_s + status);
        QCOMPARE(ids(reply), expected);
        QCOMPARE(reply.json()[u"total"].toInt(), expected.size());
        QCOMPARE(counts(reply), u"pending/Pending=2 approved/Approved=1 rejected/Rejected=1"_s);
    }
}

void TestReturnQueue::goesOnWhereThePageEnded()
{
    TestDepot d;
    QStringList expected;
    for (const QString& parcel : onBoard(d, 5))
        expected.append(d.askReturn(parcel));
    d.sql("UPDATE return_request SET requested_at = 5"); // all at one moment: the id decides
    std::sort(expected.rbegin(), expected.rend());
    QStringList seen;
    QString target = kReturns + u"?limit=2"_s;
    for (int page = 0; page < 6; ++page) {
        const Reply reply = d.get(target);
        QCOMPARE(reply.json()[u"total"].toInt(), 5);
        seen += ids(reply);
        if (page == 0)
            decide(d, expected[0], u"reject"_s); // what changes meanwhile moves nobody
        const QJsonValue next = reply.json()[u"next_cursor"];
        if (next.isNull())
            break;
        target = kReturns + u"?limit=2&after="_s + next.toString();
    }
    QCOMPARE(seen, expected);
    QCOMPARE(ids(d.get(kReturns + u"?limit=2&page=3"_s)), QStringList(expected.last()));
}

void TestReturnQueue::searches()
{
    TestDepot d;
    const QStringList parcels = onBoard(d, 2);
    const QString a = d.askReturn(parcels[0], u"Too small"_s), b = d.askReturn(parcels[1], u"Broken"_s);
    const auto found = [&d](const QString& text) { return ids(d.get(kReturns + u"?search="_s + text)); };
    QCOMPARE(found(u"SMALL"_s), QStringList(a));
    QCOMPARE(found(detail(d, parcels[1])[u"delivery_code"].toString()), QStringList(b));
    QCOMPARE(found(u"ahmed"_s), QStringList({b, a}));
    QCOMPARE(found(u"trip00001"_s), QStringList({b, a}));
    QCOMPARE(found(u"%25"_s), QStringList());
    QCOMPARE(found(u"-"_s), QStringList());
}

void TestReturnQueue::refusesWhatItCannotRead()
{
    TestDepot d;
    QCOMPARE(faultyField(d.get(kReturns + u"?status=lost"_s)), u"400 status"_s);
    QCOMPARE(faultyField(d.get(kReturns + u"?limit=101"_s)), u"400 limit"_s);
    QCOMPARE(faultyField(d.get(kReturns + u"?after=x"_s)), u"400 after"_s);
    QCOMPARE(faultyField(d.get(kReturns + u"?search="_s + QString(201, u'x'))), u"400 search"_s);
}

void TestReturnQueue::keepsTenantsApart()
{
    TestDepot d;
    const QString request = d.askReturn(onBoard(d, 1)[0]), south = u"dispatcher@south.test"_s;
    const Reply reply = d.get(kReturns, south);
    QCOMPARE(ids(reply), QStringList());
    QCOMPARE(reply.json()[u"total"].toInt(), 0);
    QCOMPARE(counts(reply), u"pending/Pending=0 approved/Approved=0 rejected/Rejected=0"_s);
    const Reply foreign = d.ask("PATCH", kReturns + u'/' + request, {{u"action"_s, u"reject"_s}}, south);
    QCOMPARE(foreign.status, 404);
    QCOMPARE(foreign.code(), u"return_request_not_found"_s);
    for (const QString& email : {kDriverMail, u"merchant@north.test"_s})
        QCOMPARE(d.get(kReturns, email).status, 403);
    QCOMPARE(TestClient(d.server.port()).get("/delivery/returns").status, 401);
}

void TestReturnQueue::tellsTheFeed()
{
    TestDepot d;
    const QString parcel = onBoard(d, 1)[0];
    const auto told = [&d](const QString& entity) {
        return d.text(
            u"SELECT group_concat(entity_id || ' ' || op) FROM change WHERE entity = '%1'"_s.arg(entity).toStdString());
    };
    d.sql("DELETE FROM change");
    const QString request = d.askReturn(parcel);
    QCOMPARE(told(u"return"_s), request + u" upsert"_s);
    QCOMPARE(told(u"delivery"_s), parcel + u" upsert"_s);
    d.sql("DELETE FROM change");
    decide(d, request, u"reject"_s);
    QCOMPARE(told(u"return"_s), request + u" upsert"_s);
    QCOMPARE(told(u"delivery"_s), parcel + u" upsert"_s);
    d.sql("DELETE FROM change");
    QCOMPARE(decide(d, request, u"approve"_s).status, 409);
    QCOMPARE(told(u"return"_s), QString());
}

void TestReturnQueue::tellsWhatCarriesAParcel()
{
    TestDepot d;
    const QString parcel = d.delivery();
    const QJsonObject alone = detail(d, parcel);
    for (const char16_t* name : {u"waybill", u"trip"})
        QVERIFY(alone.contains(QStringView(name)) && alone.value(QStringView(name)).isNull());
    for (const char16_t* name : {u"return_requests", u"exceptions", u"driver_actions"})
        QVERIFY(alone.value(QStringView(name)).isArray() && alone.value(QStringView(name)).toArray().isEmpty());
    const QString waybill = d.waybillIn(u"sealed"_s, {parcel}), trip = d.trip({parcel});
    QCOMPARE(detail(d, parcel)[u"waybill"].toObject(),
             (QJsonObject{{u"id"_s, waybill}, {u"waybill_number"_s, u"WB00001"_s}, {u"status"_s, u"sealed"_s}}));
    QCOMPARE(detail(d, parcel)[u"trip"].toObject(),
             (QJsonObject{{u"id"_s, trip}, {u"trip_number"_s, u"TRIP-00001"_s}, {u"status"_s, u"planned"_s}}));
    // In this order behind what was told before, so that a reader of the bytes finds the old ones where they were.
    const QByteArray body = d.get(u"/delivery/deliveries/"_s + parcel).body;
    qsizetype last = 0;
    for (const char* key :
         {"\"driver_actions\":", "\"return_requests\":", "\"exceptions\":", "\"waybill\":", "\"trip\":"}) {
        const qsizetype at = body.indexOf(key);
        QVERIFY2(at > last, key);
        last = at;
    }
}

QTEST_GUILESS_MAIN(TestReturnQueue)
#include "tst_backend_returnqueue.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's server keeps the rules of trips beyond the documents' examples: membership, order, three-state changes,
// tenants, the change feed, repeated requests.
#include "tests/backend/support/testdepot.h"

#include <QJsonDocument>
#include <QtTest>

using namespace waydesk;
using namespace waydesk::backend;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kSouth = u"dispatcher@south.test"_s;

QString path(const QString& trip, const QString& rest = {})
{
    return u"/delivery/trips/"_s + trip + rest;
}

QJsonObject members(const QStringList& deliveries)
{
    QJsonArray list;
    for (const QString& delivery : deliveries)
        list.append(QJsonObject{{u"delivery_id"_s, delivery}});
    return {{u"deliveries"_s, list}};
}

// "id:sequence" of each delivery, in the detail's order.
QStringList orderIn(TestDepot& depot, const QString& trip)
{
    QStringList order;
    const QJsonArray deliveries = depot.tripDetail(trip)[u"deliveries"].toArray();
    for (const QJsonValue& delivery : deliveries)
        order.append(delivery[u"id"].toString() + u':' + QString::number(delivery[u"trip_sequence"].toInt()));
    return order;
}

QString field(TestDepot& depot, const QString& delivery, const QString& name)
{
    return depot.get(u"/delivery/deliveries/"_s + delivery).data().value(name).toVariant().toString();
}

QString faultOf(const Reply& reply)
{
    return QString::number(reply.status) + u' ' + reply.json()[u"details"][0][u"field"].toString();
}

QString messageOf(const Reply& reply)
{
    return QString::number(reply.status) + u' ' + reply.json()[u"message"].toString();
}

const QString kLocked = u"409 Trip cannot be edited in its current status"_s;

} // namespace

class TestBackendTrips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plansWithNothingAtAll();
    void takesTheSequencesGiven();
    void refusesWhatCannotBeOrdered_data();
    void refusesWhatCannotBeOrdered();
    void namesADriverOrVehicleThatIsNotThere();
    void createsAllOrNothing();
    void replacesItsDeliveries();
    void refusesAReorderThatIsNotExact();
    void removesOneAndLeavesTheOthersAlone();
    void keepsSetsAndClearsFields();
    void keepsTheLinkageOfACancelledTrip();
    void locksATripThatHasBegun();
    void keepsTenantsApart();
    void letsOnlyDispatchersPlan();
    void tellsTheFeedOfEachThingTouched();
    void answersARepeatedRequestOnce();
    void numbersStepOverBroughtOnes();
};

void TestBackendTrips::plansWithNothingAtAll()
{
    TestDepot d;
    const Reply made = d.post(u"/delivery/trips"_s, {});
    QCOMPARE(made.status, 201);
    QCOMPARE(made.data()[u"trip_number"].toString(), u"TRIP-00001"_s);
    for (const QString& key : {u"driver"_s, u"vehicle"_s, u"trip_type"_s})
        QVERIFY(made.data()[key].isNull());
    QVERIFY(made.data()[u"driver_execution"][u"current_stop"].isNull());
    QCOMPARE(made.data()[u"summary"][u"total"].toInt(-1), 0);
    QCOMPARE(d.post(u"/delivery/trips"_s, {}).data()[u"trip_number"].toString(), u"TRIP-00002"_s);
    QCOMPARE(d.post(u"/delivery/trips"_s, {}, kSouth).data()[u"trip_number"].toString(), u"TRIP-00001"_s);
}

void TestBackendTrips::takesTheSequencesGiven()
{
    TestDepot d;
    const QString a = d.delivery(), b = d.delivery(), c = d.delivery();
    const QJsonArray list{QJsonObject{{u"delivery_id"_s, a}, {u"sequence"_s, 7}},
                          QJsonObject{{u"delivery_id"_s, b}}, // its place: 2
                          QJsonObject{{u"delivery_id"_s, c}, {u"sequence"_s, 1}}};
    const QString id = d.trip({}, kDriver, {{u"deliveries"_s, list}});
    QCOMPARE(orderIn(d, id), (QStringList{c + u":1"_s, b + u":2"_s, a + u":7"_s}));
    QCOMPARE(field(d, a, u"trip_id"_s), id);
    QCOMPARE(field(d, a, u"trip_sequence"_s), u"7"_s);
}

void TestBackendTrips::refusesWhatCannotBeOrdered_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QString>("fault");
    QTest::newRow("no list") << QByteArray(R"("a")") << u"400 deliveries"_s;
    QTest::newRow("no objects") << QByteArray(R"(["a"])") << u"400 deliveries.0"_s;
    QTest::newRow("no id") << QByteArray(R"([{"sequence":1}])") << u"400 deliveries.0.delivery_id"_s;
    QTest::newRow("zero") << QByteArray(R"([{"delivery_id":"a","sequence":0}])") << u"400 deliveries.0.sequence"_s;
    QTest::newRow("half") << QByteArray(R"([{"delivery_id":"a","sequence":1.5}])") << u"400 deliveries.0.sequence"_s;
    QTest::newRow("text") << QByteArray(R"([{"delivery_id":"a","sequence":"1"}])") << u"400 deliveries.0.sequence"_s;
    QTest::newRow("twice the parcel") << QByteArray(R"([{"delivery_id":"a"},{"delivery_id":"a"}])")
                                      << u"400 deliveries.1.delivery_id"_s;
    QTest::newRow("twice the place") << QByteArray(
                                            R"([{"delivery_id":"a","sequence":3},{"delivery_id":"b","sequence":3}])")
                                     << u"400 deliveries.1.sequence"_s;
    QTest::newRow("missing") << QByteArray("null") << u"400 deliveries"_s;
}

void TestBackendTrips::refusesWhatCannotBeOrdered()
{
    QFETCH(QByteArray, list);
    QFETCH(QString, fault);
    TestDepot d;
    const QJsonObject body{{u"deliveries"_s, QJsonDocument::fromJson("{\"l\":" + list + '}')[u"l"]}};
    QCOMPARE(faultOf(d.post(path(d.trip({}), u"/deliveries"_s), body)), fault);
}

void TestBackendTrips::namesADriverOrVehicleThatIsNotThere()
{
    TestDepot d;
    d.sql("INSERT INTO vehicle VALUES ('vehicle-south', 'tenant-south', 'V', 'V', NULL, '', 'v')");
    d.sql("INSERT INTO driver(id, tenant_id, user_id, status, used_capacity, vehicle_id, search_text)"
          " VALUES ('driver-south', 'tenant-south', 'user-south', 'active', 0, NULL, 's')");
    const QString id = d.trip({});
    for (const QString& driver : {u"nobody"_s, u"driver-south"_s}) {
        QCOMPARE(faultOf(d.post(u"/delivery/trips"_s, {{u"driver_id"_s, driver}})), u"400 driver_id"_s);
        QCOMPARE(faultOf(d.ask("PATCH", path(id), {{u"driver_id"_s, driver}})), u"400 driver_id"_s);
    }
    for (const QString& vehicle : {u"nothing"_s, u"vehicle-south"_s}) {
        QCOMPARE(faultOf(d.post(u"/delivery/trips"_s, {{u"vehicle_id"_s, vehicle}})), u"400 vehicle_id"_s);
        QCOMPARE(faultOf(d.ask("PATCH", path(id), {{u"vehicle_id"_s, vehicle}})), u"400 vehicle_id"_s);
    }
    QCOMPARE(d.tripDetail(id)[u"driver"][u"id"].toString(), kDriver);
    QCOMPARE(faultOf(d.post(u"/delivery/trips"_s, {{u"trip_type"_s, u"scenic"_s}})), u"400 trip_type"_s);
}

void TestBackendTrips::createsAllOrNothing()
{
    TestDepot d;
    const QString good = d.delivery();
    const Reply refused = d.post(u"/delivery/trips"_s, members({good, kForeignDelivery}));
    QCOMPARE(refused.status, 404);
    QCOMPARE(refused.code(), u"delivery_not_found"_s);
    QCOMPARE(field(d, good, u"trip_id"_s), QString());
    QCOMPARE(d.text("SELECT count(*) FROM trip"), u"0"_s);
    QCOMPARE(d.post(u"/delivery/trips"_s, members({good})).data()[u"trip_number"].toString(), u"TRIP-00001"_s);
}

void TestBackendTrips::replacesItsDeliveries()
{
    TestDepot d;
    const QString a = d.delivery(), b = d.delivery(), c = d.delivery();
    const QString id = d.trip({a, b});
    const Reply synced = d.post(path(id, u"/deliveries"_s), members({c, a}));
    QCOMPARE(synced.data()[u"summary"][u"total"].toInt(), 2);
    QCOMPARE(orderIn(d, id), (QStringList{c + u":1"_s, a + u":2"_s}));
    QCOMPARE(field(d, b, u"trip_id"_s), QString());
    QCOMPARE(field(d, b, u"trip_sequence"_s), QString());
    // One that may not join, and nothing of the replace happens.
    QCOMPARE(d.post(path(id, u"/deliveries"_s), members({b, kForeignDelivery})).status, 404);
    QCOMPARE(orderIn(d, id), (QStringList{c + u":1"_s, a + u":2"_s}));
    QCOMPARE(d.post(path(id, u"/deliveries"_s), members({})).data()[u"summary"][u"total"].toInt(-1), 0);
    QCOMPARE(orderIn(d, id), QStringList());
    const QString other = d.trip({a}); // free for another one
    QCOMPARE(messageOf(d.post(path(id, u"/deliveries"_s), members({a}))),
             u"409 Delivery is already assigned to another trip"_s);
    QCOMPARE(field(d, a, u"trip_id"_s), other);
}

void TestBackendTrips::refusesAReorderThatIsNotExact()
{
    TestDepot d;
    const QString a = d.delivery(), b = d.delivery(), c = d.delivery();
    const QString id = d.trip({a, b});
    const auto reorder = [&](const QStringList& order) {
        return d.ask("PATCH", path(id, u"/reorder"_s), {{u"delivery_ids"_s, QJsonArray::fromStringList(order)}});
    };
    for (const QStringList& wrong : {QStringList{a}, {a, b, c}, {a, c}, {a, a}, {a, b, b}, {}}) {
        const Reply reply = reorder(wrong);
        QCOMPARE(messageOf(reply), u"409 Reorder list must contain all trip deliveries — no more, no less"_s);
    }
    QCOMPARE(orderIn(d, id), (QStringList{a + u":1"_s, b + u":2"_s}));
    QCOMPARE(reorder({b, a}).status, 200);
    QCOMPARE(orderIn(d, id), (QStringList{b + u":1"_s, a + u":2"_s}));
    const QJsonValue stop = d.tripDetail(id)[u"driver_execution"][u"stop_list"][0];
    QCOMPARE(stop[u"deliveries"][0][u"delivery_id"].toString(), b); // the stops follow
}

void TestBackendTrips::removesOneAndLeavesTheOthersAlone()
{
    TestDepot d;
    const QString a = d.delivery(), b = d.delivery(), loose = d.delivery();
    const QString id = d.trip({a, b});
    const auto remove = [&](const QString& delivery) {
        return d.ask("DELETE", path(id, u"/deliveries/"_s + delivery));
    };
    QCOMPARE(remove(a).data()[u"summary"][u"total"].toInt(), 1);
    QCOMPARE(orderIn(d, id), QStringList{b + u":2"_s});
    QCOMPARE(field(d, a, u"status"_s), u"pending"_s);
    QCOMPARE(messageOf(remove(a)), u"409 Delivery is not linked to this trip"_s);
    QCOMPARE(messageOf(remove(loose)), u"409 Delivery is not linked to this trip"_s);
    QCOMPARE(remove(u"nothing"_s).status, 404);
    QCOMPARE(remove(kForeignDelivery).status, 404);
}

void TestBackendTrips::keepsSetsAndClearsFields()
{
    TestDepot d;
    const QString id = d.trip({});
    const auto patch = [&](const QJsonObject& body) { return d.ask("PATCH", path(id), body).status; };
    const auto told = [&] {
        const QJsonObject trip = d.tripDetail(id);
        return QStringList{trip[u"driver"][u"id"].toString(u"-"_s), trip[u"vehicle"][u"id"].toString(u"-"_s),
                           trip[u"trip_type"].toString(u"-"_s), trip[u"notes"].toString()};
    };
    const QStringList made{kDriver, u"vehicle-1"_s, u"multi_pickup"_s, u"Morning run"_s};
    QCOMPARE(told(), made);
    QCOMPARE(patch({}), 200);
    QCOMPARE(told(), made);
    QCOMPARE(patch({{u"driver_id"_s, kOtherDriver}, {u"trip_type"_s, u"mixed"_s}}), 200);
    QCOMPARE(told(), (QStringList{kOtherDriver, u"vehicle-1"_s, u"mixed"_s, u"Morning run"_s}));
    const QJsonValue null(QJsonValue::Null);
    QCOMPARE(patch({{u"driver_id"_s, null}, {u"notes"_s, u"later"_s}}), 200);
    QCOMPARE(told(), (QStringList{u"-"_s, u"vehicle-1"_s, u"mixed"_s, u"later"_s}));
    QCOMPARE(patch({{u"vehicle_id"_s, null}, {u"trip_type"_s, null}, {u"notes"_s, null}}), 200);
    QCOMPARE(told(), (QStringList{u"-"_s, u"-"_s, u"-"_s, u""_s}));
}

void TestBackendTrips::keepsTheLinkageOfACancelledTrip()
{
    TestDepot d;
    const QString parcel = d.delivery();
    const QString id = d.trip({parcel});
    QCOMPARE(d.post(path(id, u"/cancel"_s)).data()[u"status"].toString(), u"cancelled"_s);
    QCOMPARE(field(d, parcel, u"trip_id"_s), id);
    QCOMPARE(field(d, parcel, u"trip_sequence"_s), u"1"_s);
    QCOMPARE(d.get(u"/delivery/trips/eligible-deliveries"_s).json()[u"total"].toInt(-1), 0);
    QCOMPARE(messageOf(d.post(path(id, u"/cancel"_s))), u"409 Trip cannot be cancelled in its current status"_s);
    QCOMPARE(d.act(parcel, u"picked_up"_s).status, 409); // nobody drives it any more
    QCOMPARE(d.tripDetail(id)[u"status"].toString(), u"cancelled"_s);
}

void TestBackendTrips::locksATripThatHasBegun()
{
    TestDepot d;
    const QString a = d.delivery(), b = d.delivery();
    const QString id = d.trip({a, b});
    QCOMPARE(d.act(a, u"picked_up"_s).status, 200);
    QCOMPARE(messageOf(d.ask("PATCH", path(id), {{u"notes"_s, u"n"_s}})), kLocked);
    QCOMPARE(messageOf(d.post(path(id, u"/deliveries"_s), members({a}))), kLocked);
    QCOMPARE(messageOf(d.ask("DELETE", path(id, u"/deliveries/"_s + b))), kLocked);
    const QJsonObject order{{u"delivery_ids"_s, QJsonArray{b, a}}};
    QCOMPARE(messageOf(d.ask("PATCH", path(id, u"/reorder"_s), order)), kLocked);
    QCOMPARE(orderIn(d, id), (QStringList{a + u":1"_s, b + u":2"_s}));
}

void TestBackendTrips::keepsTenantsApart()
{
    TestDepot d;
    const QString parcel = d.delivery();
    const QString id = d.trip({parcel});
    for (const QString& rest : {u""_s, u"/returns"_s})
        QCOMPARE(messageOf(d.get(path(id, rest), kSouth)), u"404 Trip not found"_s);
    QCOMPARE(d.ask("PATCH", path(id), {{u"notes"_s, u"mine"_s}}, kSouth).status, 404);
    QCOMPARE(d.post(path(id, u"/deliveries"_s), members({}), kSouth).status, 404);
    QCOMPARE(d.ask("DELETE", path(id, u"/deliveries/"_s + parcel), {}, kSouth).status, 404);
    QCOMPARE(d.ask("PATCH", path(id, u"/reorder"_s), {{u"delivery_ids"_s, QJsonArray{parcel}}}, kSouth).status, 404);
    QCOMPARE(d.post(path(id, u"/cancel"_s), {}, kSouth).status, 404);
    QCOMPARE(d.get(u"/delivery/trips"_s, kSouth).data()[u"total"].toInt(-1), 0);
    QCOMPARE(d.get(u"/delivery/trips/eligible-deliveries"_s, kSouth).json()[u"total"].toInt(), 1); // its own
    const QJsonObject wish{{u"delivery_id"_s, parcel}, {u"return_reason"_s, u"r"_s}};
    QCOMPARE(d.post(u"/delivery/returns"_s, wish, kSouth).status, 404);
    QCOMPARE(d.tripDetail(id)[u"notes"].toString(), u"Morning run"_s);
    QCOMPARE(orderIn(d, id), QStringList{parcel + u":1"_s});
}

void TestBackendTrips::letsOnlyDispatchersPlan()
{
    TestDepot d;
    const QString id = d.trip({d.delivery()});
    for (const QString& email : {kDriverMail, u"merchant@north.test"_s}) {
        QCOMPARE(d.get(u"/delivery/trips"_s, email).status, 403);
        QCOMPARE(d.get(u"/delivery/trips/eligible-deliveries"_s, email).status, 403);
        QCOMPARE(d.get(path(id, u"/returns"_s), email).status, 403);
        QCOMPARE(d.post(u"/delivery/trips"_s, {}, email).status, 403);
        QCOMPARE(d.ask("PATCH", path(id), {}, email).status, 403);
        QCOMPARE(d.post(path(id, u"/cancel"_s), {}, email).status, 403);
    }
    QCOMPARE(d.get(path(id), u"merchant@north.test"_s).status, 403);
    QCOMPARE(d.get(u"/delivery/driver-trips"_s).status, 403); // a dispatcher drives nothing
}

void TestBackendTrips::tellsTheFeedOfEachThingTouched()
{
    TestDepot d;
    const QString a = d.delivery(), b = d.delivery(), c = d.delivery();
    const auto after = [&](const std::function<int()>& call, int status) {
        d.sql("DELETE FROM change");
        const int came = call();
        if (came != status)
            return QString(u"status "_s + QString::number(came));
        return d.text("SELECT coalesce(group_concat(x, ' '), '') FROM (SELECT entity || ':' ||"
                      " count(DISTINCT entity_id) AS x FROM change WHERE tenant_id = 'tenant-north' GROUP BY entity"
                      " ORDER BY entity)");
    };
    QString id;
    QCOMPARE(after([&] { return id = d.trip({a, b}), 201; }, 201), u"delivery:2 trip:1"_s);
    QCOMPARE(after([&] { return d.ask("PATCH", path(id), {{u"notes"_s, u"n"_s}}).status; }, 200), u"trip:1"_s);
    const auto sync = [&] { return d.post(path(id, u"/deliveries"_s), members({a, c})).status; };
    QCOMPARE(after(sync, 200), u"delivery:2 trip:1"_s); // b left, c came, a stays as it was
    const QJsonObject order{{u"delivery_ids"_s, QJsonArray{c, a}}};
    QCOMPARE(after([&] { return d.ask("PATCH", path(id, u"/reorder"_s), order).status; }, 200), u"delivery:2 trip:1"_s);
    QCOMPARE(after([&] { return d.ask("DELETE", path(id, u"/deliveries/"_s + c)).status; }, 200),
             u"delivery:1 trip:1"_s);
    QCOMPARE(after([&] { return d.act(a, u"in_transit"_s).status; }, 409), u""_s); // a refusal changed nothing
    QCOMPARE(after([&] { return d.act(a, u"picked_up"_s).status; }, 200), u"delivery:1 trip:1"_s);
    QCOMPARE(after([&] { return d.act(a, u"in_transit"_s).status; }, 200), u"delivery:1 trip:1"_s);
    QCOMPARE(after([&] { return d.askReturn(a), 201; }, 201), u"delivery:1 return:1 trip:1"_s);
    QCOMPARE(after([&] { return d.post(path(id, u"/cancel"_s)).status; }, 409), u""_s);
}

void TestBackendTrips::answersARepeatedRequestOnce()
{
    TestDepot d;
    TestClient client(d.server.port());
    const auto create = [&](const QByteArray& body) {
        return client.request("POST", "/delivery/trips",
                              {.token = d.server.signIn(kDispatcher), .key = "trip-key", .body = body});
    };
    const Reply first = create(R"({"notes":"once"})"), again = create(R"({"notes":"once"})");
    QCOMPARE(first.status, 201);
    QCOMPARE(again.body, first.body);
    QCOMPARE(d.text("SELECT count(*) FROM trip"), u"1"_s);
    QCOMPARE(create(R"({"notes":"twice"})").status, 422);
}

void TestBackendTrips::numbersStepOverBroughtOnes()
{
    TestDepot d;
    const auto number = [&](const QString& id) { return d.tripDetail(id)[u"trip_number"].toString(); };
    QCOMPARE(number(d.trip({})), u"TRIP-00001"_s);
    d.sql("UPDATE trip SET trip_number = 'TRIP00002', number_key = 'TRIP00002'");
    QCOMPARE(number(d.trip({})), u"TRIP-00003"_s);
}

QTEST_GUILESS_MAIN(TestBackendTrips)
#include "tst_backend_trips.moc"

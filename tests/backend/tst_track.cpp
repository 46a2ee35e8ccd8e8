// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's server follows trackers: a real vehicle's trace moves its driver to the right place and time, and what
// cannot be is refused, counted, and moves nobody.
#include "backend/assured/routes.h"
#include "backend/depot/devices.h"
#include "backend/osmand/routes.h"
#include "tests/backend/support/testdepot.h"

#include <QFile>
#include <QJsonDocument>
#include <QtTest>
#include <future>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::backend;

namespace {

struct TracePoint
{
    double latitude = 0, longitude = 0, speed = 0, course = 0; // km/h, degrees
    QString time;
};

QList<TracePoint> trace()
{
    QFile file(QStringLiteral(WAYDESK_SOURCE_DIR "/tests/backend/data/trace_vehicle_nagpur.json"));
    if (!file.open(QFile::ReadOnly))
        return {};
    QList<TracePoint> points;
    for (const QJsonValue& row : QJsonDocument::fromJson(file.readAll())[u"points"].toArray())
        points.append({row[0].toDouble(), row[1].toDouble(), row[2].toDouble(), row[3].toDouble(), row[4].toString()});
    return points;
}

QByteArray tracked(const TracePoint& point)
{
    const auto number = [](double value) { return QByteArray::number(value, 'g', 12); };
    return "id=353861053849681&lat=" + number(point.latitude) + "&lon=" + number(point.longitude) +
           "&timestamp=" + point.time.toLatin1() + "&speed=" + number(point.speed / 1.852) +
           "&bearing=" + number(point.course) + "&accuracy=8";
}

} // namespace

class TestTrack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_depot = std::make_unique<TestDepot>([this](TestServer& server) {
            m_intake = std::make_unique<PositionIntake>(server.database(), server.waiters(), server.clock);
            m_webhooks = std::make_unique<assured::WebhookIntake>(server.database(), server.waiters(), server.clock,
                                                                  assured::Source{});
            std::vector<Route> routes = osmand::trackRoutes(*m_intake);
            for (Route& route : assured::positionRoutes(*m_webhooks))
                routes.push_back(std::move(route));
            return routes;
        });
        m_depot->server.write([this](Connection& db) {
            QCOMPARE(bindDevice(db, u"353861053849681"_s, kDriverMail, m_depot->server.clock.now()), Binding::Done);
        });
        m_client = std::make_unique<TestClient>(m_depot->server.port());
    }
    void cleanup()
    {
        m_client.reset();
        m_webhooks->drain();
        m_depot.reset(); // with the server, whose routes use the intake
    }

    void followsARealVehicle();
    void refusesAndCountsWhatCannotBe();
    void takesEveryShape_data();
    void takesEveryShape();
    void knowsOnlyBoundDevices();
    void namesBadFields_data();
    void namesBadFields();
    void wakesWhoWaitsForChanges();

private:
    Reply ask(const QByteArray& query) { return m_client->get("/track?" + query); }
    // "accepted", or the reason why not.
    QString told(const Reply& reply)
    {
        if (reply.status != 200)
            return u"status %1"_s.arg(reply.status);
        const QJsonObject json = reply.json();
        return json[u"accepted"].toBool() ? u"accepted"_s : json[u"reason"].toString();
    }
    QJsonObject where() { return m_depot->post(u"/onro/track-driver/"_s, {{u"driver_id"_s, kDriver}}).data(); }

    std::unique_ptr<PositionIntake> m_intake;
    std::unique_ptr<assured::WebhookIntake> m_webhooks;
    std::unique_ptr<TestDepot> m_depot;
    std::unique_ptr<TestClient> m_client;
};

void TestTrack::followsARealVehicle()
{
    const QList<TracePoint> points = trace();
    QCOMPARE(points.size(), 57);
    for (const TracePoint& point : points) {
        QCOMPARE(told(ask(tracked(point))), u"accepted"_s);
        const QJsonObject now = where();
        QCOMPARE(now[u"latitude"].toDouble(), point.latitude);
        QCOMPARE(now[u"longitude"].toDouble(), point.longitude);
        QCOMPARE(now[u"last_update"].toString(), point.time);
        QVERIFY(std::abs(now[u"speed_kmh"].toDouble() - point.speed) < 1e-6);
        QCOMPARE(now[u"heading"].toDouble(), point.course);
    }
    QCOMPARE(m_depot->text("SELECT count(*) || ' ' || count(DISTINCT day) FROM driver_position"), u"57 1"_s);
    QCOMPARE(m_depot->text("SELECT count(*) FROM refused_position"), u"0"_s);
    QCOMPARE(m_depot->text("SELECT count(*) FROM change WHERE entity = 'position' AND entity_id = 'driver-north'"),
             u"1"_s);
}

void TestTrack::refusesAndCountsWhatCannotBe()
{
    const QList<TracePoint> points = trace();
    for (const TracePoint& point : points)
        ask(tracked(point));
    const QJsonObject last = where();
    QCOMPARE(told(ask(tracked(points[10]))), u"out_of_order"_s);
    QCOMPARE(told(ask(tracked(points.last()))), u"duplicate"_s);
    QCOMPARE(told(ask(tracked(points.last()))), u"duplicate"_s);
    const QByteArray device = "id=353861053849681";
    QCOMPARE(told(ask(device + "&lat=21.5&lon=79.1&timestamp=2025-12-16T10:42:33Z")), u"jump"_s);
    QCOMPARE(told(ask(device + "&lat=0.0&lon=0.0&timestamp=2025-12-16T10:42:33Z")), u"no_fix"_s);
    QCOMPARE(told(ask(device + "&lat=21.117&lon=79.109&timestamp=2030-01-01T00:00:00Z")), u"in_future"_s);
    QCOMPARE(told(ask(device + "&lat=21.117&lon=79.109&speed=150&timestamp=2025-12-16T10:42:33Z")), u"too_fast"_s);
    const Reply reply = ask(device + "&lat=95&lon=79.109&timestamp=2025-12-16T10:42:33Z");
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.json()[u"details"][0][u"field"].toString(), u"lat"_s);
    QCOMPARE(where(), last);
    QCOMPARE(m_depot->text("SELECT group_concat(reason || count) FROM (SELECT * FROM refused_position"
                           " WHERE driver_id = 'driver-north' ORDER BY reason)"),
             u"duplicate2,in_future1,jump1,no_fix1,out_of_order1,out_of_range1,too_fast1"_s);
    QCOMPARE(m_depot->text("SELECT count(*) FROM driver_position"), u"57"_s);
}

void TestTrack::takesEveryShape_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    const QByteArray report = "lat=36.19&lon=44.01&id=353861053849681&timestamp=1775563140";
    QTest::newRow("query") << QByteArray("GET") << QByteArray("/track?" + report) << QByteArray();
    QTest::newRow("posted query") << QByteArray("POST") << QByteArray("/track?" + report) << QByteArray();
    QTest::newRow("form") << QByteArray("POST") << QByteArray("/track") << QByteArray(report + "\n");
    QTest::newRow("json") << QByteArray("POST") << QByteArray("/track")
                          << QByteArray(R"({"device_id":"353861053849681","location":{"timestamp":)"
                                        R"("2026-04-07T11:59:00Z","coords":{"latitude":36.19,"longitude":44.01}}})");
}

void TestTrack::takesEveryShape()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    QCOMPARE(told(m_client->request(method, target, {.body = body})), u"accepted"_s);
    const QJsonObject now = where();
    QCOMPARE(now[u"latitude"].toDouble(), 36.19);
    QCOMPARE(now[u"longitude"].toDouble(), 44.01);
    QCOMPARE(now[u"last_update"].toString(), u"2026-04-07T11:59:00Z"_s);
    QVERIFY(now[u"speed_kmh"].isNull() && now[u"heading"].isNull() && now[u"order_id"].isNull());
}

void TestTrack::knowsOnlyBoundDevices()
{
    for (const QByteArray& id : {QByteArray("1"), QByteArray("35386105384968"), QByteArray("%27%20OR%201=1--"),
                                 QByteArray("driver-north"), QByteArray("%E2%80%8F")}) {
        const Reply reply = ask("lat=36&lon=44&id=" + id);
        QCOMPARE(reply.status, 404);
        QCOMPARE(reply.code(), u"device_not_found"_s);
    }
    QCOMPARE(m_depot->text("SELECT (SELECT count(*) FROM driver_position) + (SELECT count(*) FROM refused_position)"),
             u"0"_s);
}

void TestTrack::namesBadFields_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field"); // empty: the address itself is what is wrong
    const auto get = [](const char* query, const QString& field) {
        QTest::newRow(query) << QByteArray("GET") << QByteArray("/track?").append(query) << QByteArray() << field;
    };
    get("", u"id"_s);
    get("lat=36&lon=44", u"id"_s);
    get("id=353861053849681&lat=36", u"lon"_s);
    get("id=353861053849681&lat=36&lon=abc", u"lon"_s);
    get("id=353861053849681&lat=36&lon=44&timestamp=soon", u"timestamp"_s);
    get("id=353861053849681&lat=36&lon=44&bearing=400", u"bearing"_s);
    get("id=353861053849681&lat=nan&lon=44", u"lat"_s);
    get("id=%ff&lat=36&lon=44", QString());
    get("id=a%00b&lat=36&lon=44", QString());
    const auto post = [](const QByteArray& body, const QString& field) {
        QTest::newRow(body.left(40).constData()) << QByteArray("POST") << QByteArray("/track") << body << field;
    };
    post("id=%ff", u"body"_s);
    post("\xff\xfe", u"body"_s);
    post("{\"device_id\":", u"body"_s);
    post("{\"device_id\":\"\\u0000\",\"location\":{\"coords\":{}}}", u"device_id"_s);
    post("[]", u"id"_s);
    post("{\"a\":" + QByteArray(200'000, '['), u"body"_s);
    post(QByteArray("&").repeated(200'000), u"id"_s);
}

void TestTrack::namesBadFields()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    const Reply reply = m_client->request(method, target, {.body = body});
    QVERIFY2(reply.status == 400, reply.body.constData());
    QCOMPARE(reply.json()[u"details"][0][u"field"].toString(), field);
    QVERIFY(!reply.json()[u"success"].toBool(true) && !reply.message().isEmpty());
}

void TestTrack::wakesWhoWaitsForChanges()
{
    const QByteArray token = m_depot->server.signIn(kDispatcher);
    const QByteArray cursor = m_client->get("/delivery/changes", token).data()[u"cursor"].toString().toLatin1();
    ChangeWaiters& waiters = m_depot->server.waiters();
    const auto woken = std::make_shared<std::promise<void>>();
    QVERIFY(waiters.park({u"tenant-north"_s}, waiters.generation(), [woken] { woken->set_value(); }) != 0);
    QCOMPARE(told(ask("id=353861053849681&lat=36.19&lon=44.01")), u"accepted"_s);
    QCOMPARE(woken->get_future().wait_for(std::chrono::seconds(10)), std::future_status::ready);
    const QJsonArray changes = m_client->get("/delivery/changes?since=" + cursor, token).data()[u"changes"].toArray();
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes[0][u"entity"].toString(), u"position"_s);
    QCOMPARE(changes[0][u"id"].toString(), kDriver);
    QCOMPARE(changes[0][u"op"].toString(), u"upsert"_s);
}

QTEST_GUILESS_MAIN(TestTrack)
#include "tst_track.moc"

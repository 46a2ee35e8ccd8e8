// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's server hears of drivers through ONRO's webhook, signed where a secret is set, and tells where they are to
// those who may know.
#include "backend/assured/routes.h"
#include "backend/assured/signature.h"
#include "tests/backend/support/testdepot.h"

#include <QJsonDocument>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::backend;

namespace {

const QString kWebhook = u"/onro/driver-location-webhook/"_s, kTrack = u"/onro/track-driver/"_s;

QJsonObject report(const QJsonObject& more = {})
{
    QJsonObject body{{u"driver_id"_s, kDriver},   {u"latitude"_s, 36.19},
                     {u"longitude"_s, 44.01},     {u"heading"_s, 90},
                     {u"speed_kmh"_s, 24},        {u"accuracy_m"_s, 6},
                     {u"order_id"_s, u"ORD-1"_s}, {u"timestamp"_s, u"2026-04-07T11:50:00Z"_s}};
    for (auto it = more.begin(); it != more.end(); ++it)
        body.insert(it.key(), it.value());
    return body;
}

QByteArray bytes(const QJsonObject& body)
{
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace

class TestDriverLocation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { end(); }

    void signsAsTheStandardSays();
    void takesTheDocumentedReport();
    void movesNobodyByDuplicatesAndLateOnes();
    void movesNobodyByTheImpossible_data();
    void movesNobodyByTheImpossible();
    void keepsBadBodiesWithTheirFault_data();
    void keepsBadBodiesWithTheirFault();
    void takesNoHugeBodies();
    void wantsASignatureWhereASecretIsSet();
    void knowsOnlyItsOwnTenant();
    void findsADriverByOrder();
    void tellsOnlyWhoMayKnow();
    void refusesBadQuestions_data();
    void refusesBadQuestions();

private:
    void end()
    {
        if (m_webhooks)
            m_webhooks->drain();
        m_depot.reset();
        m_webhooks.reset();
    }
    void serve(const assured::Source& source = {u"North depot"_s, {}})
    {
        end();
        m_depot = std::make_unique<TestDepot>([this, source](TestServer& server) {
            m_webhooks =
                std::make_unique<assured::WebhookIntake>(server.database(), server.waiters(), server.clock, source);
            return assured::positionRoutes(*m_webhooks);
        });
    }
    Reply tell(const QByteArray& body, const QByteArray& headers = {})
    {
        TestClient client(m_depot->server.port());
        const Reply reply = client.request("POST", kWebhook.toLatin1(), {.body = body, .headers = headers});
        m_webhooks->drain();
        return reply;
    }
    Reply tell(const QJsonObject& body) { return tell(bytes(body)); }
    // What became of a report: "processed", "failed jump" …
    QString told(const QByteArray& body)
    {
        const Reply reply = tell(body);
        if (reply.status != 200 || reply.data() != QJsonObject{{u"accepted"_s, true}})
            return QString::fromUtf8(reply.body);
        return m_depot->text("SELECT trim(status || ' ' || fault) FROM webhook_event ORDER BY id DESC LIMIT 1");
    }
    QString told(const QJsonObject& body) { return told(bytes(body)); }
    Reply track(const QJsonObject& body, const QString& email = kDispatcher)
    {
        return m_depot->post(kTrack, body, email);
    }

    std::unique_ptr<assured::WebhookIntake> m_webhooks;
    std::unique_ptr<TestDepot> m_depot;
};

void TestDriverLocation::signsAsTheStandardSays() // RFC 4231, test case 2
{
    const QByteArray right = "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
    const QByteArray body = "what do ya want for nothing?";
    QCOMPARE(assured::signatureOf("Jefe", body), right);
    QVERIFY(assured::isSignedWith("Jefe", body, right.toStdString()));
    QVERIFY(!assured::isSignedWith("Jefe", QByteArray(body + " "), right.toStdString()));
    QVERIFY(!assured::isSignedWith("jefe", body, right.toStdString()));
    QVERIFY(!assured::isSignedWith("Jefe", body, right.mid(7).toStdString()));
    QVERIFY(!assured::isSignedWith("Jefe", body, {}));
}

void TestDriverLocation::takesTheDocumentedReport()
{
    serve();
    const Reply reply = tell(report());
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json(), (QJsonObject{{u"status"_s, u"success"_s},
                                        {u"data"_s, QJsonObject{{u"accepted"_s, true}}},
                                        {u"timestamp"_s, u"2026-04-07T12:00:00Z"_s},
                                        {u"message"_s, u""_s}}));
    const QJsonObject wanted{{u"driver_id"_s, kDriver},
                             {u"order_id"_s, u"ORD-1"_s},
                             {u"latitude"_s, 36.19},
                             {u"longitude"_s, 44.01},
                             {u"heading"_s, 90},
                             {u"speed_kmh"_s, 24},
                             {u"last_update"_s, u"2026-04-07T11:50:00Z"_s}};
    const Reply where = track({{u"driver_id"_s, kDriver}});
    QCOMPARE(where.status, 200);
    QCOMPARE(where.json()[u"status"].toString(), u"success"_s);
    QCOMPARE(where.data(), wanted);
    QCOMPARE(m_depot->text("SELECT accuracy FROM driver_position"), u"6.0"_s);
}

void TestDriverLocation::movesNobodyByDuplicatesAndLateOnes()
{
    serve();
    QCOMPARE(told(report()), u"processed"_s);
    QCOMPARE(told(report()), u"duplicate"_s);
    QCOMPARE(told(bytes(report()) + ' '), u"duplicate"_s); // other bytes that say the same
    QCOMPARE(told(report({{u"timestamp"_s, u"2026-04-07T11:49:59.9Z"_s}})), u"processed out_of_order"_s);
    QCOMPARE(m_depot->text("SELECT group_concat(reason || count) FROM refused_position"),
             u"duplicate1,out_of_order1"_s);
    QCOMPARE(m_depot->text("SELECT count(*) FROM driver_position"), u"1"_s);
}

void TestDriverLocation::movesNobodyByTheImpossible_data()
{
    QTest::addColumn<QJsonObject>("change");
    QTest::addColumn<QString>("word");
    QTest::newRow("north of north") << QJsonObject{{u"latitude"_s, 90.5}} << u"out_of_range"_s;
    QTest::newRow("huge") << QJsonObject{{u"longitude"_s, 1e308}} << u"out_of_range"_s;
    QTest::newRow("zero") << QJsonObject{{u"latitude"_s, 0}, {u"longitude"_s, 0}} << u"no_fix"_s;
    QTest::newRow("tomorrow") << QJsonObject{{u"timestamp"_s, u"2026-04-08T12:00:00Z"_s}} << u"in_future"_s;
    QTest::newRow("rocket") << QJsonObject{{u"speed_kmh"_s, 251}} << u"too_fast"_s;
    QTest::newRow("beamed") << QJsonObject{{u"latitude"_s, 37.19}} << u"jump"_s;
}

void TestDriverLocation::movesNobodyByTheImpossible()
{
    QFETCH(QJsonObject, change);
    QFETCH(QString, word);
    serve();
    QCOMPARE(told(report({{u"timestamp"_s, u"2026-04-07T11:49:00Z"_s}})), u"processed"_s);
    const QJsonObject before = track({{u"driver_id"_s, kDriver}}).data();
    QCOMPARE(told(report(change)), u"failed "_s + word);
    QCOMPARE(m_depot->text("SELECT group_concat(reason || count) FROM refused_position"), QString(word + u'1'));
    QCOMPARE(track({{u"driver_id"_s, kDriver}}).data(), before);
}

void TestDriverLocation::keepsBadBodiesWithTheirFault_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    for (const QString& field : {u"driver_id"_s, u"latitude"_s, u"longitude"_s, u"timestamp"_s}) {
        QJsonObject body = report();
        body.remove(field);
        QTest::addRow("no %s", qPrintable(field)) << bytes(body) << field;
    }
    const QList<QJsonValue> nonsense{true, u""_s, u"x"_s, QString(QChar(0)), QJsonArray{1}, QJsonObject{}, -1e300};
    const QStringList texts{u"driver_id"_s, u"order_id"_s, u"timestamp"_s};
    for (const QString& field : report().keys()) {
        for (qsizetype i = 0; i < nonsense.size(); ++i) {
            const bool isGood = (nonsense[i].toString() == u"x" && texts.contains(field) && field != u"timestamp") ||
                                (nonsense[i].isDouble() && field.endsWith(u"itude"));
            if (!isGood)
                QTest::addRow("%s %d", qPrintable(field), int(i)) << bytes(report({{field, nonsense[i]}})) << field;
        }
    }
    QTest::newRow("too long") << bytes(report({{u"driver_id"_s, QString(60'000, u'x')}})) << u"driver_id"_s;
    for (const QByteArray& broken :
         {QByteArray("{"), QByteArray("[]"), QByteArray("7"), QByteArray("{} x"), QByteArray("\xff\xfe"),
          QByteArray("{\"latitude\":1e999}"), QByteArray(60'000, '[')})
        QTest::newRow(broken.left(20).toHex().constData()) << broken << u"body"_s;
    QTest::newRow("nothing") << QByteArray() << u"driver_id"_s;
}

void TestDriverLocation::keepsBadBodiesWithTheirFault()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    serve();
    const QString became = told(body);
    QVERIFY2(became.startsWith(u"failed "_s) && became.contains(QString(field + u": "_s)), qPrintable(became));
    const auto reader = m_depot->server.database().newReader();
    const auto rows = (*reader)->run("SELECT body FROM webhook_event", {});
    QVERIFY(rows->next());
    QCOMPARE(rows->bytes(0), body); // to the byte
    QCOMPARE(m_depot->text("SELECT count FROM webhook_count WHERE outcome = 'failed'"), u"1"_s);
    QCOMPARE(m_depot->text("SELECT (SELECT count(*) FROM driver_position) + (SELECT count(*) FROM refused_position)"),
             u"0"_s);
}

void TestDriverLocation::takesNoHugeBodies()
{
    serve();
    const QByteArray most(assured::kLargestWebhook, '[');
    QVERIFY(told(most).startsWith(u"failed "_s));
    const Reply reply = tell(most + '[');
    QCOMPARE(reply.status, 413);
    QCOMPARE(reply.json()[u"error"].toString(), u"webhook_too_large"_s);
    QCOMPARE(m_depot->text("SELECT count(*) FROM webhook_event"), u"1"_s);
    QCOMPARE(m_depot->text("SELECT count FROM webhook_count WHERE outcome = 'too_large'"), u"1"_s);
}

void TestDriverLocation::wantsASignatureWhereASecretIsSet()
{
    serve({u"North depot"_s, "a secret of some length"});
    const QByteArray body = bytes(report()), name = "X-Waydesk-Signature: ";
    const QByteArray right = assured::signatureOf("a secret of some length", body);
    QByteArray oneOff = right;
    oneOff.back() = oneOff.back() == '0' ? '1' : '0';
    for (const QByteArray& headers :
         {QByteArray(), QByteArray(name + "\r\n"), QByteArray(name + oneOff + "\r\n"),
          QByteArray(name + right.mid(7) + "\r\n"), QByteArray(name + right.chopped(1) + "\r\n"),
          QByteArray(name + assured::signatureOf("another secret", body) + "\r\n"),
          QByteArray(name + assured::signatureOf("a secret of some length", QByteArray(body + " ")) + "\r\n")}) {
        const Reply reply = tell(body, headers);
        QCOMPARE(reply.status, 401);
        QCOMPARE(reply.json()[u"error"].toString(), u"invalid_signature"_s);
    }
    QCOMPARE(tell("nonsense").status, 401); // before anything of it is read
    QCOMPARE(m_depot->text("SELECT count(*) FROM driver_position"), u"0"_s);
    QCOMPARE(m_depot->text("SELECT count(*) FROM webhook_event"), u"0"_s);
    QCOMPARE(m_depot->text("SELECT group_concat(tenant_id || outcome || count) FROM webhook_count"),
             u"tenant-northunsigned8"_s);
    QCOMPARE(tell(body, name + right + "\r\n").status, 200);
    QCOMPARE(m_depot->text("SELECT count(*) FROM driver_position"), u"1"_s);
}

void TestDriverLocation::knowsOnlyItsOwnTenant()
{
    serve({u"South depot"_s, {}});
    QCOMPARE(told(report()), u"failed driver_not_found"_s);
    serve({u"No such depot"_s, {}});
    QCOMPARE(told(report()), u"failed tenant_not_known"_s);
    serve({}); // there are two, so nobody knows whose drivers are meant
    QCOMPARE(told(report()), u"failed tenant_not_known"_s);
    QCOMPARE(m_depot->text("SELECT (SELECT count(*) FROM driver_position) + (SELECT count(*) FROM refused_position)"),
             u"0"_s);

    serve();
    QCOMPARE(told(report({{u"driver_id"_s, u"nobody"_s}})), u"failed driver_not_found"_s);
    QCOMPARE(told(report()), u"processed"_s);
    const QString south = u"dispatcher@south.test"_s;
    for (const QJsonObject& body : {QJsonObject{{u"driver_id"_s, kDriver}}, QJsonObject{{u"order_id"_s, u"ORD-1"_s}}}) {
        const Reply foreign = track(body, south);
        QCOMPARE(foreign.status, 404);
        QVERIFY(!foreign.body.contains("36.19"));
        QCOMPARE(track(body).status, 200);
    }
}

void TestDriverLocation::findsADriverByOrder()
{
    serve();
    QCOMPARE(track({{u"order_id"_s, u"ORD-1"_s}}).status, 404);
    QCOMPARE(tell(report()).status, 200);
    const Reply found = track({{u"order_id"_s, u"ORD-1"_s}});
    QCOMPARE(found.status, 200);
    QCOMPARE(found.data()[u"driver_id"].toString(), kDriver);
    QJsonObject free = report({{u"timestamp"_s, u"2026-04-07T11:51:00Z"_s}});
    free.remove(u"order_id"_s);
    QCOMPARE(tell(free).status, 200); // done with it: whoever asks for the order sees its driver no more
    QCOMPARE(track({{u"order_id"_s, u"ORD-1"_s}}).status, 404);
    QVERIFY(track({{u"driver_id"_s, kDriver}}).data()[u"order_id"].isNull());

    const QString parcel = m_depot->delivery();
    QCOMPARE(track({{u"order_id"_s, parcel}}).status, 404);
    m_depot->trip({parcel}, kDriver);
    const Reply carried = track({{u"order_id"_s, parcel}});
    QCOMPARE(carried.status, 200);
    QCOMPARE(carried.data()[u"driver_id"].toString(), kDriver);
    QCOMPARE(carried.data()[u"order_id"].toString(), parcel);
    const QString sealed = m_depot->delivery();
    m_depot->waybillIn(u"assigned"_s, {sealed});
    QCOMPARE(track({{u"order_id"_s, sealed}}).data()[u"driver_id"].toString(), kDriver);
}

void TestDriverLocation::tellsOnlyWhoMayKnow()
{
    serve();
    QCOMPARE(tell(report()).status, 200);
    const QJsonObject body{{u"driver_id"_s, kDriver}};
    QCOMPARE(track(body, u"merchant@north.test"_s).status, 200);
    QCOMPARE(track(body, u"manager@north.test"_s).status, 200);
    QCOMPARE(track(body, kDriverMail).status, 403);
    TestClient client(m_depot->server.port());
    QCOMPARE(client.post(kTrack.toLatin1(), body).status, 401);
    QCOMPARE(track({{u"driver_id"_s, kOtherDriver}}).status, 404); // never heard of
}

void TestDriverLocation::refusesBadQuestions_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char* body : {"", "{}", "[]", "{", "\"x\"", R"({"driver_id":7})", R"({"order_id":[]})",
                             R"({"driver_id":""})", R"({"driver_id":null})", R"({"driver_id":"a","order_id":"b"})"})
        QTest::newRow(body) << QByteArray(body);
    QTest::newRow("long") << QByteArray("{\"order_id\":\"" + QByteArray(100'000, 'x') + "\"}");
}

void TestDriverLocation::refusesBadQuestions()
{
    QFETCH(QByteArray, body);
    serve();
    TestClient client(m_depot->server.port());
    const Reply reply =
        client.request("POST", kTrack.toLatin1(), {.token = m_depot->server.signIn(kDispatcher), .body = body});
    QVERIFY2(reply.status == 400, reply.body.constData());
    QCOMPARE(reply.json()[u"status"].toString(), u"error"_s);
    QVERIFY(!reply.json()[u"details"].toString().isEmpty());
}

QTEST_GUILESS_MAIN(TestDriverLocation)
#include "tst_driverlocation.moc"

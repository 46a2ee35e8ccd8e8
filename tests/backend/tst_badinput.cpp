// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's server meets every call with what it should not get: wrong types, missing fields, huge strings, deep JSON,
// broken UTF-8, other tenants' ids, expired and missing tokens. It answers in the envelope, never with a 500, and what
// it refuses leaves the database as it was, to the row.
#include "backend/demo/demodepot.h"
#include "backend/ondi/routes.h"
#include "tests/backend/support/everycall.h"
#include "tests/backend/support/testserver.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::backend;

namespace {

constexpr int kUnauthorized = 401, kForbidden = 403, kNotFound = 404;

std::vector<Route> depotRoutes()
{
    std::vector<Route> all = ondiWaybillRoutes();
    for (auto& more : {ondiTripRoutes(), ondiDeliveryRoutes(), ondiLookupRoutes(), ondiPositionRoutes(),
                       ondiCashRoutes(), ondiReturnRoutes(), ondiCaseRoutes(), ondiMediaRoutes()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

QList<QJsonValue> nonsense()
{
    QJsonValue deep = QJsonArray();
    for (int i = 0; i < 50; ++i)
        deep = QJsonArray{deep};
    return {QJsonValue::Null,
            true,
            -1,
            1e308,
            0.5,
            u""_s,
            QString(300'000, u'x'),
            QString(QChar(u'\0')),
            QJsonArray(),
            QJsonObject(),
            deep,
            QJsonArray{1, u"x"_s, QJsonValue::Null},
            QJsonObject{{u"a"_s, deep}}};
}

} // namespace

class TestBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<TestServer>(depotRoutes);
        m_server->write([this](Connection& db) {
            const Result<Nothing> seeded = seedDemo(db, {.deliveries = 400, .seed = 7, .now = m_server->clock.now()});
            QVERIFY2(seeded.ok(), qUtf8Printable(seeded ? QString() : seeded.error().detail));
        });
        m_waybill = m_server->text("SELECT id FROM waybill WHERE status = 'drafted' LIMIT 1");
        m_delivery = m_server->text("SELECT id FROM delivery LIMIT 1");
        m_driver = m_server->text("SELECT id FROM driver LIMIT 1");
        m_trip = m_server->text("SELECT id FROM trip WHERE status = 'planned' AND item_count > 0 LIMIT 1");
        m_return = m_server->text("SELECT id FROM return_request WHERE status = 'pending' LIMIT 1");
        m_exception = m_server->text("SELECT id FROM delivery_case WHERE state = 'open' LIMIT 1");
        QVERIFY(!m_exception.isEmpty());
        QVERIFY(!m_waybill.isEmpty() && !m_delivery.isEmpty() && !m_trip.isEmpty() && !m_return.isEmpty());
        m_digest = digest();
        QVERIFY(!m_digest.isEmpty());
    }

    void cleanup()
    {
        QCOMPARE(digest(), m_digest); // after every row: nothing has changed
    }

    void answersInTheEnvelope_data()
    {
        QTest::addColumn<int>("index");
        const QList<CallUnderTest> all = everyCall();
        for (qsizetype i = 0; i < all.size(); ++i)
            QTest::newRow(QByteArray(all[i].method + ' ' + all[i].path).constData()) << int(i);
    }
    void answersInTheEnvelope()
    {
        QFETCH(int, index);
        const CallUnderTest call = everyCall()[index];
        const QByteArray target = filled(call.path);
        const QByteArray body = call.body.isEmpty() ? QByteArray() : QJsonDocument(call.body).toJson();

        // Who is calling.
        expect(call.method, target, {.body = body}, {kUnauthorized});
        expect(call.method, target, {.token = QByteArray(43, 'A'), .body = body}, {kUnauthorized});
        expect(call.method, target, {.token = expired(), .body = body}, {kUnauthorized});
        expect(call.method, target, {.token = token(u"merchant@demo.waydesk"_s), .body = body}, {kForbidden});
        const QString wrongRole =
            call.email.startsWith(u"driver") ? u"dispatcher@demo.waydesk"_s : u"driver1@demo.waydesk"_s;
        if (!call.driverMay)
            expect(call.method, target, {.token = token(wrongRole), .body = body}, {kForbidden});

        // Another tenant's ids are nothing to it.
        if (call.path.contains('{') && !call.email.startsWith(u"driver")) {
            const QByteArray south = m_server->signIn(u"dispatcher@south.test"_s);
            const Reply reply = expect(call.method, target, {.token = south, .body = body}, {400, kNotFound});
            QVERIFY2(!reply.body.contains("rbil"), reply.body); // and nothing is told of them
            if (call.body.isEmpty())
                QCOMPARE(reply.status, kNotFound);
        }
        if (call.method == "GET")
            return;

        // Bodies that are no bodies.
        const QByteArray mine = token(call.email);
        for (const QByteArray& broken :
             {QByteArray("{\"notes\":\"\xc3\x28\"}"), QByteArray("\xff\xfe"), QByteArray("{"), QByteArray("[]"),
              QByteArray("7"), QByteArray("{} x"), QByteArray("{'a':1}"), QByteArray("{\"a\":\"\\ud800\"}"),
              QByteArray("{\"a\":" + QByteArray(70, '[') + QByteArray(70, ']') + "}"), QByteArray(200'000, '['),
              QByteArray("{\"a\":").repeated(50'000)})
            expect(call.method, target, {.token = mine, .key = {}, .body = broken}, {400});
    }

    void refusesEachFieldWithNonsense_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<QString>("field");
        const QList<CallUnderTest> all = everyCall();
        for (qsizetype i = 0; i < all.size(); ++i) {
            for (const QString& field : all[i].body.keys())
                QTest::newRow(qUtf8Printable(QString::fromLatin1(all[i].path) + u' ' + field)) << int(i) << field;
        }
    }
    void refusesEachFieldWithNonsense()
    {
        QFETCH(int, index);
        QFETCH(QString, field);
        const CallUnderTest call = everyCall()[index];
        const QByteArray target = filled(call.path), mine = token(call.email);
        QJsonObject body = call.body;
        body.remove(field);
        send(call.method, target, mine, body);
        for (const QJsonValue& value : nonsense()) {
            body.insert(field, value);
            send(call.method, target, mine, body);
        }
        // And the same inside an inner object.
        const QJsonObject inner = call.body.value(field).toObject();
        for (const QString& name : inner.keys()) {
            for (const QJsonValue& value : nonsense()) {
                QJsonObject changed = inner;
                changed.insert(name, value);
                body.insert(field, changed);
                send(call.method, target, mine, body);
            }
        }
    }

    void refusesAddressesAndQueries_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QList<int>>("statuses");
        const auto row = [](const QByteArray& target, const QList<int>& statuses) {
            QTest::newRow(target.left(60).constData()) << target << statuses;
        };
        const QByteArray one = "/delivery/waybills/{waybill_id}";
        for (const char* query :
             {"page=0", "page=-1", "page=x", "page=99999999999999999999", "limit=0", "limit=101", "limit=1.5",
              "status=flying", "carrier_type=drone", "from_date=yesterday", "to_date=2026-02-30", "direction=up"})
            row("/delivery/waybills?" + QByteArray(query), {400});
        for (const char* query : {"page=0", "limit=101", "status=sealed", "trip_type=drone", "from_date=yesterday",
                                  "sort_by=password", "column_filters=%7B", "column_filters=%7B%22a%22:1%7D"})
            row("/delivery/trips?" + QByteArray(query), {400});
        row("/delivery/trips?trip_number=%27%20OR%201=1--", {200});
        row("/delivery/trips/eligible-deliveries?search=" + QByteArray(5000, 'x'), {400});
        row("/delivery/waybills?waybill_number=" + QByteArray(5000, 'x'), {200, 400});
        row("/delivery/waybills?driver_id=%27%20OR%201=1--", {200, 400});
        row("/delivery/waybills?status=%ff", {400});
        row("/delivery/waybills/%2e%2e%2f", {404});
        row("/delivery/waybills/" + QByteArray(5000, 'x'), {404});
        row("/delivery/waybills/%27%20OR%201=1--", {404});
        for (const QByteArray& scan : {QByteArray("%00"), QByteArray("%ff"), QByteArray("%c3%28")})
            row(one + "/scan/" + scan, {400});
        for (const QByteArray& scan :
             {QByteArray("%01%02%1b"), QByteArray(10'000, '1'), QByteArray("%E2%80%8F%E2%80%AE1533"),
              QByteArray("%F0%9F%9A%9A"), QByteArray("0001533"), QByteArray("a%2Fb"), QByteArray("%20"),
              QByteArray("DEL")})
            row(one + "/scan/" + scan, {400, 404});
        for (const char* query : {"limit=101", "page=0", "column_filters=%7B", "column_filters=[]", "sort_by=password",
                                  "column_filters=%7B%22unit_size%22:%7B%22min%22:%22x%22%7D%7D"})
            row(one + "/eligible-deliveries?" + QByteArray(query), {400});
    }
    void refusesAddressesAndQueries()
    {
        QFETCH(QByteArray, target);
        QFETCH(QList<int>, statuses);
        expect("GET", filled(target), {.token = token(u"dispatcher@demo.waydesk"_s)}, statuses);
    }

    void noticesAChange() // or all of this proves nothing
    {
        const QByteArray before = digest();
        const QByteArray one = filled("/delivery/waybills/{waybill_id}");
        TestClient client(m_server->port());
        const Reply reply = client.request(
            "PUT", one, {.token = token(u"dispatcher@demo.waydesk"_s), .body = R"({"notes":"changed"})"});
        QCOMPARE(reply.status, 200);
        m_digest = digest();
        QVERIFY(m_digest != before);
    }

private:
    QByteArray token(const QString& email)
    {
        return m_server->signIn(email, email.endsWith(u"@demo.waydesk") ? u"demo"_s : kTestPassword);
    }
    QByteArray expired()
    {
        if (m_expired.isEmpty()) {
            m_expired = token(u"dispatcher@demo.waydesk"_s);
            m_server->clock.advance(kAccessLasts + std::chrono::seconds(1));
            m_server->forgetTokens();
        }
        return m_expired;
    }
    QByteArray filled(QByteArray path) const
    {
        return path.replace("{waybill_id}", m_waybill.toLatin1())
            .replace("{trip_id}", m_trip.toLatin1())
            .replace("{return_id}", m_return.toLatin1())
            .replace("{exception_id}", m_exception.toLatin1())
            .replace("{delivery_id}", m_delivery.toLatin1())
            .replace("{driver_id}", m_driver.toLatin1())
            .replace("{scan_value}", "no-such-code");
    }
    void send(const QByteArray& method, const QByteArray& target, const QByteArray& mine, const QJsonObject& body)
    {
        const Reply reply =
            expect(method, target, {.token = mine, .body = QJsonDocument(body).toJson(QJsonDocument::Compact)},
                   {200, 201, 400, 404, 409, 422});
        if (reply.status < 300) // an optional field that may be left out: that was a good request after all
            m_digest = digest();
    }
    Reply expect(const QByteArray& method, const QByteArray& target, const Ask& ask, const QList<int>& statuses)
    {
        TestClient client(m_server->port());
        const Reply reply = client.request(method, target, ask);
        const QByteArray about = method + ' ' + target.left(100) + ' ' + ask.body.left(200) + " -> " +
                                 QByteArray::number(reply.status) + ' ' + reply.body.left(300);
        if (!statuses.contains(reply.status))
            QTest::qFail(about.constData(), __FILE__, __LINE__);
        const QJsonObject json = reply.json();
        const bool success = json.value(u"success"_s).toBool();
        if (success != (reply.status < 300) || !json.value(u"message"_s).isString() ||
            (!success && json.value(u"message"_s).toString().isEmpty()) || reply.body.size() > 100'000)
            QTest::qFail(QByteArray("no envelope: " + about).constData(), __FILE__, __LINE__);
        return reply;
    }

    // Every row of every table that a business call may change.
    QByteArray digest()
    {
        const auto reader = m_server->database().newReader();
        Connection& db = **reader;
        QStringList tables;
        {
            const auto rows = db.run("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
                                     "AND name NOT IN ('token', 'sign_in') ORDER BY name",
                                     {});
            while (rows->next())
                tables.append(rows->text(0));
        }
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (const QString& table : tables) {
            QStringList columns;
            const auto about = db.run("SELECT name FROM pragma_table_info(?)", {table});
            while (about->next())
                columns.append(u"quote("_s + about->text(0) + u')');
            const QString sql =
                u"SELECT "_s + columns.join(u"||','||"_s) + u" AS line FROM "_s + table + u" ORDER BY 1"_s;
            const auto rows = db.run(sql.toStdString(), {});
            while (rows->next())
                hash.addData(rows->bytes(0));
            if (db.failed())
                qFatal("%s", qUtf8Printable(db.error().detail));
        }
        return hash.result();
    }

    std::unique_ptr<TestServer> m_server;
    QString m_waybill, m_trip, m_return, m_exception, m_delivery, m_driver;
    QByteArray m_digest, m_expired;
};

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's server knows who is calling: sign-in, rotation, expiry, roles, and how it slows down guessing.
#include "backend/auth/accounts.h"
#include "backend/http/answers.h"
#include "tests/backend/support/testserver.h"

#include <QFile>
#include <QtTest>
#include <sodium.h>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::backend;

namespace {

const QString kDispatcher = u"dispatcher@north.test"_s;

std::vector<Route> testRoutes()
{
    const auto say = [](Call& call) { return success(200, u"in"_s, call.caller.tenant.value); };
    return {{Method::Get, u"/anyone"_s, Access::Anyone, false, say},
            {Method::Get, u"/signed-in"_s, Access::SignedIn, false, say},
            {Method::Get, u"/dispatch"_s, Access::Dispatch, false, say},
            {Method::Get, u"/view"_s, Access::View, false, say},
            {Method::Get, u"/driver"_s, Access::DriverOnly, false,
             [](Call& call) { return success(200, u"in"_s, call.caller.driver.value_or(DriverId()).value); }}};
}

} // namespace

class TestAuth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_server = std::make_unique<TestServer>(testRoutes); }

    void signsInAndSaysWhoThatIs()
    {
        m_server->write([](Connection& db) {
            db.execute("UPDATE tenant SET time_zone = 'Africa/Lagos' WHERE id = 'tenant-north'");
        });
        const Reply reply = logIn(u"  Dispatcher@North.test "_s, kTestPassword);
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.json().value(u"success"_s), QJsonValue(true));
        QCOMPARE(reply.data().value(u"expires_in"_s), QJsonValue(3600));
        QCOMPARE(text(reply, u"access_token"_s).size(), 43);
        QCOMPARE(text(reply, u"refresh_token"_s).size(), 43);
        const QJsonObject user = reply.data().value(u"user"_s).toObject();
        const QJsonObject expected{
            {u"id"_s, u"user-dispatcher"_s},
            {u"full_name"_s, u"North dispatcher"_s},
            {u"email"_s, kDispatcher},
            {u"role"_s, u"dispatcher"_s},
            {u"tenant_id"_s, u"tenant-north"_s},
            {u"time_zone"_s, u"Africa/Lagos"_s},
            {u"warehouse_ids"_s, QJsonArray()},
            {u"permissions"_s, QJsonArray{u"manage:module:delivery"_s, u"view:module:delivery"_s}}};
        QCOMPARE(user, expected);
        QCOMPARE(get("/auth/me", text(reply, u"access_token"_s)).data(), expected);
    }

    void answersAWrongPasswordAndAnUnknownEmailAlike()
    {
        const Reply wrong = logIn(kDispatcher, u"wrong"_s), unknown = logIn(u"nobody@north.test"_s, u"wrong"_s);
        QCOMPARE(wrong.status, 401);
        QCOMPARE(wrong.code(), u"unauthorized"_s);
        QVERIFY(wrong.json().value(u"data"_s).isNull());
        QCOMPARE(unknown.status, 401);
        QCOMPARE(unknown.body, wrong.body);
        // and they take equally long: the hash that stands in for nobody's is as dear as everybody's
        QCOMPARE(crypto_pwhash_str_needs_rehash(nobodysHash().toLatin1().constData(),
                                                crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE),
                 0);
        QVERIFY(!passwordMatches(nobodysHash(), u"wrong"_s));
    }

    void namesTheFieldsThatAreMissing_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("fields");
        QTest::newRow("nothing") << QByteArray() << QStringList{u"email"_s, u"password"_s};
        QTest::newRow("empty") << QByteArray("{}") << QStringList{u"email"_s, u"password"_s};
        QTest::newRow("null") << QByteArray(R"({"email":null,"password":"x"})") << QStringList{u"email"_s};
        QTest::newRow("empty text") << QByteArray(R"({"email":"","password":"x"})") << QStringList{u"email"_s};
        QTest::newRow("types") << QByteArray(R"({"email":1,"password":["x"]})")
                               << QStringList{u"email"_s, u"password"_s};
        QTest::newRow("long") << "{\"email\":\"a\",\"password\":\"" + QByteArray(1001, 'x') + "\"}"
                              << QStringList{u"password"_s};
        QTest::newRow("null character") << QByteArray(R"({"email":"a\u0000b","password":"x"})")
                                        << QStringList{u"email"_s};
    }
    void namesTheFieldsThatAreMissing()
    {
        QFETCH(QByteArray, body);
        QFETCH(QStringList, fields);
        TestClient client(m_server->port());
        const Reply reply = client.request("POST", "/auth/login", {.body = body});
        QCOMPARE(reply.status, 400);
        QStringList named;
        for (const QJsonValue& detail : reply.json().value(u"details"_s).toArray())
            named.append(detail.toObject().value(u"field"_s).toString());
        QCOMPARE(named, fields);
    }

    void refusesTokensThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("empty") << QByteArray("Authorization: \r\n");
        QTest::newRow("basic") << QByteArray("Authorization: Basic YTpi\r\n");
        QTest::newRow("short") << QByteArray("Authorization: Bearer x\r\n");
        QTest::newRow("unknown") << "Authorization: Bearer " + QByteArray(43, 'A') + "\r\n";
        QTest::newRow("long") << "Authorization: Bearer " + QByteArray(9000, 'A') + "\r\n";
        QTest::newRow("sql") << QByteArray("Authorization: Bearer ' OR 1=1 --aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n");
    }
    void refusesTokensThatAreNone()
    {
        QFETCH(QByteArray, header);
        TestClient client(m_server->port());
        QVERIFY(client.send("GET /signed-in HTTP/1.1\r\nHost: x\r\n" + header + "\r\n"));
        const Reply reply = client.readReply();
        QCOMPARE(reply.status, 401);
        QCOMPARE(reply.code(), u"unauthorized"_s);
        QCOMPARE(reply.headers.value("www-authenticate"), QByteArray("Bearer"));
    }

    void endsAnAccessTokenAfterAnHour()
    {
        const QByteArray token = m_server->signIn(kDispatcher);
        m_server->clock.advance(kAccessLasts - std::chrono::seconds(1));
        QCOMPARE(get("/signed-in", token).status, 200);
        m_server->clock.advance(std::chrono::seconds(1));
        QCOMPARE(get("/signed-in", token).status, 401);
    }

    void rotatesTheRefreshToken()
    {
        const Reply first = logIn(kDispatcher, kTestPassword);
        const Reply second = refresh(text(first, u"refresh_token"_s));
        QCOMPARE(second.status, 200);
        QCOMPARE(second.data().value(u"user"_s), first.data().value(u"user"_s));
        QVERIFY(text(second, u"access_token"_s) != text(first, u"access_token"_s));
        QVERIFY(text(second, u"refresh_token"_s) != text(first, u"refresh_token"_s));
        QCOMPARE(get("/signed-in", text(first, u"access_token"_s)).status, 200); // what is under way goes on
        QCOMPARE(get("/signed-in", text(second, u"access_token"_s)).status, 200);
        QCOMPARE(refresh(text(second, u"refresh_token"_s)).status, 200);
    }

    void endsTheWholeSignInWhenAnOldRefreshTokenIsShownAgain()
    {
        const Reply first = logIn(kDispatcher, kTestPassword), other = logIn(kDispatcher, kTestPassword);
        const Reply second = refresh(text(first, u"refresh_token"_s));
        QCOMPARE(get("/signed-in", text(second, u"access_token"_s)).status, 200); // now remembered
        QCOMPARE(refresh(text(first, u"refresh_token"_s)).status, 401);
        QCOMPARE(refresh(text(second, u"refresh_token"_s)).status, 401);
        QCOMPARE(get("/signed-in", text(second, u"access_token"_s)).status, 401);
        QCOMPARE(get("/signed-in", text(first, u"access_token"_s)).status, 401);
        QCOMPARE(get("/signed-in", text(other, u"access_token"_s)).status, 200); // another desk of the same person
    }

    void letsOneOfManyRefreshesWin()
    {
        const QByteArray token = text(logIn(kDispatcher, kTestPassword), u"refresh_token"_s);
        std::atomic<int> won{0};
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] { won += refresh(token).status == 200 ? 1 : 0; });
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(won.load(), 1);
    }

    void endsARefreshTokenAfterThirtyDays()
    {
        const QByteArray token = text(logIn(kDispatcher, kTestPassword), u"refresh_token"_s);
        m_server->clock.advance(kRefreshLasts);
        QCOMPARE(refresh(token).status, 401);
        QCOMPARE(refresh("nonsense").status, 401);
        m_server->front().upkeep();
        QCOMPARE(m_server->text("SELECT (SELECT count(*) FROM token) + (SELECT count(*) FROM sign_in)"), u"0"_s);
    }

    void signsOut()
    {
        const Reply reply = logIn(kDispatcher, kTestPassword);
        const QByteArray token = text(reply, u"access_token"_s);
        QCOMPARE(get("/signed-in", token).status, 200);
        TestClient client(m_server->port());
        QCOMPARE(client.request("POST", "/auth/logout", {.token = token}).status, 200);
        QCOMPARE(get("/signed-in", token).status, 401);
        QCOMPARE(refresh(text(reply, u"refresh_token"_s)).status, 401);
        QCOMPARE(client.request("POST", "/auth/logout", {.token = token}).status, 401);
    }

    void noticesSoonWhatAnotherProcessChanged()
    {
        const QByteArray token = m_server->signIn(kDispatcher);
        QCOMPARE(get("/signed-in", token).status, 200);
        m_server->write([](Connection& db) { QVERIFY(changePassword(db, kDispatcher, u"$none$"_s)); });
        m_server->clock.advance(std::chrono::seconds(10));
        QCOMPARE(get("/signed-in", token).status, 401);
        QCOMPARE(logIn(kDispatcher, kTestPassword).status, 401);
    }

    void locksOutWhoIsNoLongerActive()
    {
        const Reply reply = logIn(kDispatcher, kTestPassword);
        m_server->write([](Connection& db) { db.execute("UPDATE app_user SET active = 0"); });
        m_server->clock.advance(std::chrono::seconds(10));
        QCOMPARE(get("/signed-in", text(reply, u"access_token"_s)).status, 401);
        QCOMPARE(refresh(text(reply, u"refresh_token"_s)).status, 401);
        QCOMPARE(logIn(kDispatcher, kTestPassword).status, 401);
    }

    void slowsDownGuessing()
    {
        for (int i = 0; i < 5; ++i)
            QCOMPARE(logIn(kDispatcher, u"guess"_s).status, 401);
        const Reply sixth = logIn(kDispatcher, kTestPassword); // even when it is right
        QCOMPARE(sixth.status, 429);
        QCOMPARE(sixth.code(), u"too_many_attempts"_s);
        QCOMPARE(sixth.headers.value("retry-after"), QByteArray("60"));
        QCOMPARE(logIn(u"manager@north.test"_s, kTestPassword).status, 200);
        m_server->clock.advance(std::chrono::seconds(60));
        QCOMPARE(logIn(kDispatcher, kTestPassword).status, 200);
        QCOMPARE(logIn(kDispatcher, u"guess"_s).status, 401); // being right has wiped the slate
    }

    void gainsNobodyAnythingByGuessingAtOnce()
    {
        std::atomic<int> looked{0};
        std::vector<std::thread> threads;
        for (int i = 0; i < 20; ++i)
            threads.emplace_back([&] { looked += logIn(kDispatcher, u"guess"_s).status == 401 ? 1 : 0; });
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(looked.load(), 5);
    }

    void letsEachRoleInWhereItBelongs_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QList<int>>("statuses"); // anyone, signed-in, dispatch, view, driver
        QTest::newRow("dispatcher") << u"dispatcher"_s << QList{200, 200, 200, 200, 403};
        QTest::newRow("manager") << u"manager"_s << QList{200, 200, 200, 200, 403};
        QTest::newRow("admin") << u"admin"_s << QList{200, 200, 200, 200, 403};
        QTest::newRow("driver") << u"driver"_s << QList{200, 200, 403, 403, 200};
        QTest::newRow("merchant") << u"merchant"_s << QList{200, 200, 403, 403, 403};
    }
    void letsEachRoleInWhereItBelongs()
    {
        QFETCH(QString, role);
        QFETCH(QList<int>, statuses);
        const QByteArray token = m_server->signIn(role + u"@north.test"_s);
        const QList<QByteArray> targets{"/anyone", "/signed-in", "/dispatch", "/view", "/driver"};
        for (qsizetype i = 0; i < targets.size(); ++i) {
            const Reply reply = get(targets[i], token);
            QCOMPARE(reply.status, statuses[i]);
            if (reply.status == 403)
                QCOMPARE(reply.body,
                         QByteArray(R"({"success":false,"message":"Insufficient permissions","data":null})"));
        }
        QCOMPARE(get("/anyone", {}).status, 200);
    }

    void carriesTheTenantAndTheDriver()
    {
        const auto data = [](const Reply& reply) { return reply.json().value(u"data"_s).toString(); };
        QCOMPARE(data(get("/dispatch", m_server->signIn(kDispatcher))), u"tenant-north"_s);
        QCOMPARE(data(get("/dispatch", m_server->signIn(u"dispatcher@south.test"_s))), u"tenant-south"_s);
        QCOMPARE(data(get("/driver", m_server->signIn(u"driver@north.test"_s))), u"driver-north"_s);
    }

    void storesNoTokenAndNoPassword()
    {
        const Reply reply = logIn(kDispatcher, kTestPassword);
        QByteArray bytes;
        for (const QString& suffix : {u""_s, u"-wal"_s}) {
            QFile file(m_server->databasePath() + suffix);
            QVERIFY(file.open(QFile::ReadOnly));
            bytes += file.readAll();
        }
        QVERIFY(bytes.contains("dispatcher@north.test")); // we look in the right place
        QVERIFY(!bytes.contains(text(reply, u"access_token"_s)));
        QVERIFY(!bytes.contains(text(reply, u"refresh_token"_s)));
        QVERIFY(!bytes.contains(kTestPassword.toUtf8()));
    }

    void hashesPasswordsSlowlyAndWithSalt()
    {
        const QString hash = hashPassword(u"كلمة"_s);
        QVERIFY(hash.startsWith(u"$argon2id$"));
        QVERIFY(hash != hashPassword(u"كلمة"_s));
        QVERIFY(passwordMatches(hash, u"كلمة"_s));
        QVERIFY(!passwordMatches(hash, u"كلم"_s));
        QVERIFY(!passwordMatches(u"not a hash"_s, u"x"_s));
    }

private:
    Reply logIn(const QString& email, const QString& password)
    {
        TestClient client(m_server->port());
        return client.post("/auth/login", {{u"email"_s, email}, {u"password"_s, password}});
    }
    Reply refresh(const QByteArray& token)
    {
        TestClient client(m_server->port());
        return client.post("/auth/refresh", {{u"refresh_token"_s, QString::fromLatin1(token)}});
    }
    Reply get(const QByteArray& target, const QByteArray& token)
    {
        TestClient client(m_server->port());
        return client.get(target, token);
    }
    static QByteArray text(const Reply& reply, const QString& name)
    {
        return reply.data().value(name).toString().toLatin1();
    }
    std::unique_ptr<TestServer> m_server;
};

QTEST_GUILESS_MAIN(TestAuth)
#include "tst_auth.moc"

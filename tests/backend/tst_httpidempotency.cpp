// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's server does a write with an Idempotency-Key once, whatever the network repeats.
#include "backend/http/answers.h"
#include "backend/http/idempotency.h"
#include "tests/backend/support/testserver.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::backend;

namespace {

const QString kDispatcher = u"dispatcher@north.test"_s;

Response countUp(Call& call, int status)
{
    call.db.execute("INSERT INTO property(name, value) VALUES ('count', '1') "
                    "ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1");
    const auto rows = call.db.run("SELECT value FROM property WHERE name = 'count'", {});
    rows->next();
    return success(status, u"counted"_s, rows->text(0));
}

std::vector<Route> testRoutes()
{
    return {{Method::Post, u"/count/{status}"_s, Access::Dispatch, true,
             [](Call& call) { return countUp(call, call.request.capture(u"status"_s).toInt()); }}};
}

} // namespace

class TestHttpIdempotency : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_server = std::make_unique<TestServer>(testRoutes); }

    void repeatsTheFirstAnswer()
    {
        const Reply first = ask("/count/201", "k1", "{}"), again = ask("/count/201", "k1", "{}");
        QCOMPARE(first.status, 201);
        QCOMPARE(again.status, 201);
        QCOMPARE(again.body, first.body);
        QVERIFY(!first.headers.contains("idempotency-replayed"));
        QCOMPARE(again.headers.value("idempotency-replayed"), QByteArray("true"));
        QCOMPARE(count(), u"1"_s);
        QCOMPARE(ask("/count/201", "k2", "{}").status, 201);
        QCOMPARE(count(), u"2"_s);
    }

    void countsEachWriteWithoutAKey()
    {
        ask("/count/201", {}, "{}");
        ask("/count/201", {}, "{}");
        QCOMPARE(count(), u"2"_s);
    }

    void refusesAKeyThatWasUsedForSomethingElse()
    {
        QCOMPARE(ask("/count/201", "k", "{\"a\":1}").status, 201);
        for (const auto& [target, body] :
             {std::pair("/count/201", "{\"a\":2}"), std::pair("/count/200", "{\"a\":1}")}) {
            const Reply reply = ask(target, "k", body);
            QCOMPARE(reply.status, 422);
            QCOMPARE(reply.code(), u"idempotency_key_reused"_s);
        }
        QCOMPARE(count(), u"1"_s);
    }

    void keepsARefusalToo()
    {
        const Reply first = ask("/count/409", "k", "{}");
        QCOMPARE(first.status, 409);
        QCOMPARE(ask("/count/409", "k", "{}").body, first.body);
        QCOMPARE(count(), QString()); // no effect, but the answer is known
        QCOMPARE(m_server->text("SELECT count(*) FROM idempotency_key"), u"1"_s);
    }

    void forgetsAFailureOfItsOwn()
    {
        QCOMPARE(ask("/count/500", "k", "{}").status, 500);
        QCOMPARE(m_server->text("SELECT count(*) FROM idempotency_key"), u"0"_s);
    }

    void doesItOnceForEightAtATime()
    {
        const QByteArray token = m_server->signIn(kDispatcher);
        for (int round = 0; round < 10; ++round) {
            std::vector<std::thread> threads;
            std::array<QByteArray, 8> bodies;
            for (QByteArray& body : bodies) {
                threads.emplace_back([&, this] {
                    TestClient client(m_server->port());
                    body = client
                               .request("POST", "/count/201",
                                        {.token = token, .key = "r" + QByteArray::number(round), .body = "{}"})
                               .body;
                });
            }
            for (std::thread& thread : threads)
                thread.join();
            for (const QByteArray& body : bodies)
                QCOMPARE(body, bodies[0]);
            QVERIFY(!bodies[0].isEmpty());
            QCOMPARE(count(), QString::number(round + 1));
        }
    }

    void remembersAcrossARestart()
    {
        const Reply first = ask("/count/201", "k", "{}");
        m_server->restart();
        QCOMPARE(ask("/count/201", "k", "{}").body, first.body);
        QCOMPARE(count(), u"1"_s);
    }

    void remembersForSevenDays()
    {
        ask("/count/201", "k", "{}");
        m_server->clock.advance(kKeysKeptFor - std::chrono::minutes(1));
        m_server->restart(); // the access token is long gone
        ask("/count/201", "k", "{}");
        QCOMPARE(count(), u"1"_s);
        m_server->clock.advance(std::chrono::minutes(2));
        ask("/count/201", "k", "{}");
        QCOMPARE(count(), u"2"_s);
    }

    void prunesOldKeys()
    {
        for (int i = 0; i < 20; ++i)
            ask("/count/201", QByteArray::number(i), "{}");
        m_server->clock.advance(kKeysKeptFor + std::chrono::minutes(1));
        m_server->restart();
        ask("/count/201", "new", "{}");
        m_server->front().upkeep();
        QCOMPARE(m_server->text("SELECT count(*) FROM idempotency_key"), u"1"_s);
    }

    void keepsTheKeysOfUsersApart()
    {
        QCOMPARE(ask("/count/201", "k", "{}").status, 201);
        QCOMPARE(ask("/count/201", "k", "{}", u"manager@north.test"_s).status, 201);
        QCOMPARE(ask("/count/201", "k", "{}", u"dispatcher@south.test"_s).status, 201);
        QCOMPARE(count(), u"3"_s);
    }

    void refusesAKeyThatIsNone_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("long") << QByteArray(201, 'k');
        QTest::newRow("space") << QByteArray("a b");
        QTest::newRow("not ascii") << QByteArray("\xc3\xa9");
    }
    void refusesAKeyThatIsNone()
    {
        QFETCH(QByteArray, key);
        const Reply reply = ask("/count/201", key, "{}");
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.code(), u"invalid_idempotency_key"_s);
        QCOMPARE(count(), QString());
    }

private:
    Reply ask(const QByteArray& target, const QByteArray& key, const QByteArray& body, const QString& who = kDispatcher)
    {
        const QByteArray token = m_server->signIn(who);
        TestClient client(m_server->port());
        return client.request("POST", target, {.token = token, .key = key, .body = body});
    }
    QString count() { return m_server->text("SELECT value FROM property WHERE name = 'count'"); }
    std::unique_ptr<TestServer> m_server;
};

QTEST_GUILESS_MAIN(TestHttpIdempotency)
#include "tst_httpidempotency.moc"

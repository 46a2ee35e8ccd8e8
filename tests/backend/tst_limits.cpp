// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's server gives nobody more than their share: slow, silent, greedy and senseless clients. The time limits are
// shortened; what is looked at is who is closed, not when to the millisecond.
#include "backend/http/answers.h"
#include "tests/backend/support/testserver.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace waydesk;
using namespace waydesk::backend;

namespace {

constexpr int kSoon = 5000; // ms; far more than any shortened limit

std::vector<Route> testRoutes()
{
    return {
        {Method::Post, u"/read"_s, Access::Anyone, true, [](Call&) { return success(200, u"read"_s, QJsonValue()); }}};
}

void shorten(Limits& limits)
{
    limits.sendRequest = 300ms;
    limits.idle = 300ms;
    limits.linger = 200ms;
    limits.takeAnswer = 300ms;
    limits.sweepEvery = 20ms;
}

// For what is refused or taken because of its size: a busy machine may take its time over it.
void shortenAllButSending(Limits& limits)
{
    shorten(limits);
    limits.sendRequest = limits.idle = limits.takeAnswer = 30s;
}

QByteArray head(const QByteArray& more)
{
    return "POST /read HTTP/1.1\r\nHost: localhost\r\n" + more;
}

} // namespace

class TestLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_server = std::make_unique<TestServer>(testRoutes, shorten); }

    void closesTheSilent_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half a line") << QByteArray("POST /re");
        QTest::newRow("half a head") << head("X: y\r\n");
        QTest::newRow("half a body") << head("Content-Length: 100\r\n\r\n") + "half";
        QTest::newRow("half a chunk") << head("Transfer-Encoding: chunked\r\n\r\n") + "ff\r\nhalf";
        QTest::newRow("promised body") << head("Content-Length: 1000000\r\n\r\n");
        QTest::newRow("promised after asking") << head("Content-Length: 1000\r\nExpect: 100-continue\r\n\r\n");
    }
    void closesTheSilent()
    {
        QFETCH(QByteArray, sent);
        TestClient client(port());
        QVERIFY(client.send(sent));
        if (sent.contains("Expect"))
            QCOMPARE(client.readReply().status, 100);
        QVERIFY(client.serverCloses(kSoon));
        QTRY_COMPARE(m_server->server().clientCount(), size_t(0));
    }

    void closesWhoSendsDropByDrop()
    {
        TestClient client(port());
        QVERIFY(client.send(head("Content-Length: 1000\r\n\r\n")));
        bool closed = false;
        for (int i = 0; i < 200 && !closed; ++i) {
            client.send("x");
            closed = client.serverCloses(25);
        }
        QVERIFY(closed);
    }

    void closesWhoKeepsAConnectionForNothing()
    {
        TestClient client(port());
        QCOMPARE(client.request("POST", "/read", {.body = "{}"}).status, 200);
        QVERIFY(client.serverCloses(kSoon));
    }

    void refusesTooMuch_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const QByteArray mebibyte(1024 * 1024, ' ');
        QTest::newRow("promised") << head("Content-Length: 400000000\r\n\r\n") << 413 << u"body_too_large"_s;
        QTest::newRow("promised after asking")
            << head("Content-Length: 400000000\r\nExpect: 100-continue\r\n\r\n") << 413 << u"body_too_large"_s;
        QTest::newRow("one too many") << head("Content-Length: 1048577\r\n\r\n") << 413 << u"body_too_large"_s;
        QTest::newRow("chunks") << head("Transfer-Encoding: chunked\r\n\r\n") + "100001\r\n" + mebibyte +
                                       "x\r\n0\r\n\r\n"
                                << 413 << u"body_too_large"_s;
        QTest::newRow("one big header") << head("X: " + QByteArray(17'000, 'x') + "\r\n\r\n") << 431
                                        << u"headers_too_large"_s;
        QTest::newRow("many headers") << head(QByteArray("X: y\r\n").repeated(4000) + "\r\n") << 431
                                      << u"headers_too_large"_s;
        QTest::newRow("long address") << "GET /" + QByteArray(20'000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n"
                                      << 431 << u"headers_too_large"_s;
        QTest::newRow("endless header") << head("X: " + QByteArray(40'000, 'x')) << 431 << u"headers_too_large"_s;
        QTest::newRow("endless chunk head")
            << head("Transfer-Encoding: chunked\r\n\r\n") + "1;" + QByteArray(200'000, 'x') << 400 << u"bad_request"_s;
    }
    void refusesTooMuch()
    {
        QFETCH(QByteArray, sent);
        QFETCH(int, status);
        QFETCH(QString, code);
        TestServer server(testRoutes, shortenAllButSending);
        TestClient client(server.port());
        client.send(sent); // may fail half way: the server has stopped listening to it
        const Reply reply = client.readReply();
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.code(), code);
        QVERIFY(reply.json().value(u"data"_s).isNull());
        QVERIFY(client.serverCloses(kSoon));
    }

    void takesAMebibyte()
    {
        TestServer server(testRoutes, shortenAllButSending);
        TestClient client(server.port());
        const QByteArray body = "{" + QByteArray(1024 * 1024 - 2, ' ') + "}";
        QCOMPARE(client.request("POST", "/read", {.body = body}).status, 200);
        QVERIFY(client.send(head("Transfer-Encoding: chunked\r\n\r\n") + "100000\r\n" + body + "\r\n0\r\n\r\n"));
        QCOMPARE(client.readReply().status, 200);
    }

    void boundsTheBodiesInFlight()
    {
        TestServer server(testRoutes, [](Limits& limits) { limits.bodiesInFlight = 3'000'000; });
        std::vector<std::unique_ptr<TestClient>> clients;
        for (int i = 0; i < 3; ++i) {
            clients.push_back(std::make_unique<TestClient>(server.port()));
            QVERIFY(clients.back()->send(head("Content-Length: 900000\r\nExpect: 100-continue\r\n\r\n")));
            QCOMPARE(clients.back()->readReply().status, 100);
        }
        TestClient fourth(server.port());
        QVERIFY(fourth.send(head("Content-Length: 900000\r\n\r\n")));
        const Reply busy = fourth.readReply();
        QCOMPARE(busy.status, 503);
        QCOMPARE(busy.code(), u"server_busy"_s);
        TestClient small(server.port());
        QCOMPARE(small.request("POST", "/read", {.body = "{}"}).status, 200);
        QVERIFY(clients[0]->send("{}" + QByteArray(899'998, ' ')));
        QCOMPARE(clients[0]->readReply().status, 200); // and its share is free again
        TestClient fifth(server.port());
        QVERIFY(fifth.send(head("Content-Length: 900000\r\nExpect: 100-continue\r\n\r\n")));
        QCOMPARE(fifth.readReply().status, 100);
    }

    void boundsTheNumberOfClients()
    {
        TestServer server(testRoutes, [](Limits& limits) { limits.peers = 5; });
        std::vector<std::unique_ptr<TestClient>> clients;
        for (int i = 0; i < 5; ++i) {
            clients.push_back(std::make_unique<TestClient>(server.port()));
            QCOMPARE(clients.back()->request("POST", "/read", {.body = "{}"}).status, 200);
        }
        TestClient sixth(server.port());
        QVERIFY(sixth.send({}));
        QVERIFY(sixth.serverCloses(kSoon));
        clients.pop_back();
        QTRY_COMPARE(server.server().clientCount(), size_t(4));
        TestClient seventh(server.port());
        QCOMPARE(seventh.request("POST", "/read", {.body = "{}"}).status, 200);
    }

    void closesManyHalfOpenClientsAtOnce()
    {
        std::vector<std::unique_ptr<TestClient>> clients;
        for (int i = 0; i < 300; ++i) {
            clients.push_back(std::make_unique<TestClient>(port()));
            QVERIFY(clients.back()->send(head("Content-Length: 500000\r\n\r\n") + QByteArray(100, 'x')));
        }
        for (const auto& client : clients) {
            // Past the 64 MiB of bodies in flight some are told so; every one is closed.
            if (!client->serverCloses(kSoon))
                QCOMPARE(client->readReply().status, 503);
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_server->server().clientCount(), size_t(0), kSoon);
    }

    void refusesBodiesThatAreNoJsonObject_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("text") << QByteArray("hello");
        QTest::newRow("half") << QByteArray("{\"notes\":");
        QTest::newRow("trailing") << QByteArray("{} {}");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("scalar") << QByteArray("7");
        QTest::newRow("invalid utf-8") << QByteArray("{\"notes\":\"\xff\xfe\"}");
        QTest::newRow("lone surrogate") << QByteArray("{\"notes\":\"\\ud800\"}");
        QTest::newRow("null byte") << QByteArray("{\"notes\":\"a\0b\"}", 15);
        QTest::newRow("deep") << "{\"notes\":" + QByteArray(65, '[') + QByteArray(65, ']') + "}";
        QTest::newRow("very deep") << QByteArray(500'000, '[');
        QTest::newRow("very deep objects") << QByteArray("{\"a\":").repeated(100'000);
    }
    void refusesBodiesThatAreNoJsonObject()
    {
        QFETCH(QByteArray, body);
        TestClient client(port());
        const Reply reply = client.request("POST", "/read", {.body = body});
        QCOMPARE(reply.status, 400);
        const QJsonArray details = reply.json().value(u"details"_s).toArray();
        QCOMPARE(details.size(), 1);
        QCOMPARE(details.first().toObject().value(u"field"_s).toString(), u"body"_s);
        QVERIFY(reply.body.size() < 600); // nothing is quoted back
    }

    void stopsWhileClientsHang()
    {
        TestServer server(testRoutes);
        TestClient idle(server.port()), half(server.port());
        QCOMPARE(idle.request("POST", "/read", {.body = "{}"}).status, 200);
        QVERIFY(half.send(head("")));
        QTRY_COMPARE(server.server().clientCount(), size_t(2));
        server.stop();
        QVERIFY(idle.serverCloses(kSoon));
        QVERIFY(half.serverCloses(kSoon));
    }

private:
    quint16 port() const { return m_server->port(); }
    std::unique_ptr<TestServer> m_server;
};

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"

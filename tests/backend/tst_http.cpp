// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's server speaks HTTP: addresses, methods, kept connections, what proxies could be fooled with, transactions.
#include "backend/http/answers.h"
#include "tests/backend/support/testserver.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::backend;

namespace {

Response countUp(Call& call, int status)
{
    call.db.execute("INSERT INTO property(name, value) VALUES ('count', '1') "
                    "ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1");
    return success(status, u"counted"_s, QJsonValue());
}

std::vector<Route> testRoutes()
{
    const auto echo = [](Call& call) {
        QJsonArray query;
        for (const auto& [name, value] : call.request.query)
            query.append(QString(name + u'=' + value));
        return success(200, u"echo"_s,
                       QJsonObject{{u"value"_s, call.request.capture(u"value"_s)},
                                   {u"query"_s, query},
                                   {u"body"_s, QString::fromUtf8(call.request.body)}});
    };
    const auto count = [](int status) { return [status](Call& call) { return countUp(call, status); }; };
    return {
        {Method::Get, u"/echo/{value}"_s, Access::Anyone, false, echo},
        {Method::Post, u"/echo/{value}"_s, Access::Anyone, false, echo},
        {Method::Get, u"/echo/literal"_s, Access::Anyone, false,
         [](Call&) { return success(200, u"literal"_s, QJsonValue()); }},
        {Method::Post, u"/count"_s, Access::Anyone, true, count(201)},
        {Method::Post, u"/count-refused"_s, Access::Anyone, true, count(409)},
        {Method::Post, u"/count-thrown"_s, Access::Anyone, true,
         [](Call& call) -> Response {
             countUp(call, 200);
             throw std::runtime_error("on purpose");
         }},
        {.method = Method::Post,
         .pattern = u"/count-broken"_s,
         .access = Access::Anyone,
         .writes = true,
         .handler =
             [](Call& call) {
                 countUp(call, 200);
                 call.db.execute("INSERT INTO no_such_table VALUES (1)");
                 return success(200, u"never said"_s, QJsonValue());
             },
         .failureCode = u"waybill_creation_failed"_s,
         .failureMessage = u"Unable to create the Waybill. Please try again."_s},
    };
}

QByteArray head(const QByteArray& line, const QByteArray& more = {})
{
    return line + " HTTP/1.1\r\nHost: localhost\r\n" + more + "\r\n";
}

} // namespace

class TestHttp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_server = std::make_unique<TestServer>(testRoutes); }

    void keepsAnEncodedSlashInsideItsSegment()
    {
        TestClient client(port());
        const Reply reply = client.get("/echo/a%2Fb%20%E2%9C%93+c?x=1%2B1&y=a+b&x=&z");
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.data().value(u"value"_s).toString(), u"a/b ✓+c"_s);
        QCOMPARE(reply.data().value(u"query"_s).toArray(), (QJsonArray{u"x=1+1"_s, u"y=a b"_s, u"x="_s, u"z="_s}));
    }

    void refusesBrokenAddresses_data()
    {
        QTest::addColumn<QByteArray>("target");
        for (const char* target : {"/echo/%", "/echo/%4", "/echo/%zz", "/echo/%ff", "/echo/%c3%28", "/echo/%00",
                                   "/echo/%ed%a0%80", "/echo/a?x=%ff", "/echo/a?%=1", "http://other/echo/a", "*"})
            QTest::newRow(target) << QByteArray(target);
    }
    void refusesBrokenAddresses()
    {
        QFETCH(QByteArray, target);
        TestClient client(port());
        const Reply reply = client.get(target);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.code(), u"bad_request"_s);
        QCOMPARE(reply.json().value(u"success"_s), QJsonValue(false));
        QVERIFY(reply.json().value(u"data"_s).isNull());
    }

    void prefersTheLiteralAddress()
    {
        TestClient client(port());
        QCOMPARE(client.get("/echo/literal").message(), u"literal"_s);
        QCOMPARE(client.request("POST", "/echo/literal").message(), u"echo"_s);
        QCOMPARE(client.get("/echo/").status, 404);
        QCOMPARE(client.get("/echo/a/").status, 404);
        QCOMPARE(client.get("/").code(), u"not_found"_s);
    }

    void saysWhichMethodsAnAddressKnows()
    {
        TestClient client(port());
        for (const QByteArray method : {"DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND", "FROB"}) {
            const Reply reply = client.request(method, "/echo/a");
            QCOMPARE(reply.status, 405);
            QCOMPARE(reply.code(), u"method_not_allowed"_s);
            QCOMPARE(reply.headers.value("allow"), QByteArray("GET, POST"));
        }
        const Reply reply = client.request("HEAD", "/echo/a"); // no body, or the next answer would be misread
        QCOMPARE(reply.status, 405);
        QCOMPARE(client.get("/echo/a").status, 200);
    }

    void answersPipelinedRequestsInOrder()
    {
        TestClient client(port());
        QByteArray bytes;
        for (int i = 0; i < 50; ++i)
            bytes += head("POST /echo/" + QByteArray::number(i), "Content-Length: 2\r\n") + "{}";
        QVERIFY(client.send(bytes));
        for (int i = 0; i < 50; ++i)
            QCOMPARE(client.readReply().data().value(u"value"_s).toString(), QString::number(i));
    }

    void readsARequestThatComesByteByByte()
    {
        TestClient client(port());
        const QByteArray bytes =
            head("POST /echo/a", "Transfer-Encoding: chunked\r\n") + "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n";
        for (const char byte : bytes)
            QVERIFY(client.send(QByteArray(1, byte)));
        QCOMPARE(client.readReply().data().value(u"body"_s).toString(), u"abcde"_s);
    }

    void answersAClientThatAsksBeforeItSends()
    {
        TestClient client(port());
        QVERIFY(client.send(head("POST /echo/a", "Content-Length: 4\r\nExpect: 100-continue\r\n")));
        QCOMPARE(client.readReply().status, 100);
        QVERIFY(client.send("body"));
        QCOMPARE(client.readReply().data().value(u"body"_s).toString(), u"body"_s);
    }

    void closesWhenAsked()
    {
        TestClient client(port());
        QVERIFY(client.send(head("GET /echo/a", "Connection: close\r\n")));
        QCOMPARE(client.readReply().headers.value("connection"), QByteArray("close"));
        QVERIFY(client.serverCloses(5000));
        QVERIFY(client.send({}));
    }

    void refusesWhatCouldBeReadInTwoWays_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray smuggled = "0\r\n\r\nGET /echo/smuggled HTTP/1.1\r\nHost: x\r\n\r\n";
        const auto row = [&](const char* name, const QByteArray& bytes) { QTest::newRow(name) << bytes; };
        row("length then chunked",
            head("POST /echo/a", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") + smuggled);
        row("chunked then length",
            head("POST /echo/a", "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n") + smuggled);
        row("two lengths", head("POST /echo/a", "Content-Length: 5\r\nContent-Length: 6\r\n") + smuggled);
        row("negative length", head("POST /echo/a", "Content-Length: -1\r\n") + smuggled);
        row("signed length", head("POST /echo/a", "Content-Length: +5\r\n") + smuggled);
        row("list of lengths", head("POST /echo/a", "Content-Length: 5, 5\r\n") + smuggled);
        row("huge length", head("POST /echo/a", "Content-Length: 99999999999999999999999\r\n") + smuggled);
        row("other encoding", head("POST /echo/a", "Transfer-Encoding: gzip\r\n") + smuggled);
        row("gzip then chunked", head("POST /echo/a", "Transfer-Encoding: gzip, chunked\r\n") + smuggled);
        row("two encodings",
            head("POST /echo/a", "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n") + smuggled);
        row("chunked of 1.0", "POST /echo/a HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n" + smuggled);
        row("space before colon", head("POST /echo/a", "Transfer-Encoding : chunked\r\n") + smuggled);
        row("no host", "GET /echo/a HTTP/1.1\r\n\r\n");
        row("two hosts", head("GET /echo/a", "Host: other\r\n"));
        row("no http", "EHLO there\r\n\r\n");
        row("http 2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        row("bad chunk", head("POST /echo/a", "Transfer-Encoding: chunked\r\n") + "zz\r\n\r\n");
        row("null in a header", head("GET /echo/a", QByteArray("X: a\0b\r\n", 8)));
    }
    void refusesWhatCouldBeReadInTwoWays()
    {
        QFETCH(QByteArray, bytes);
        TestClient client(port());
        QVERIFY(client.send(bytes));
        const Reply reply = client.readReply();
        QVERIFY2(reply.status == 400 || reply.status == 413 || reply.status == 505, QByteArray::number(reply.status));
        QCOMPARE(reply.json().value(u"success"_s), QJsonValue(false));
        QCOMPARE(reply.headers.value("connection"), QByteArray("close"));
        QVERIFY(client.serverCloses(5000)); // and no second answer
    }

    void commitsOnlyWhatSucceeded()
    {
        TestClient client(port());
        QCOMPARE(client.request("POST", "/count").status, 201);
        QCOMPARE(client.request("POST", "/count-refused").status, 409);
        QCOMPARE(client.request("POST", "/count-refused", {.key = "k"}).status, 409);
        const Reply thrown = client.request("POST", "/count-thrown");
        QCOMPARE(thrown.status, 500);
        QCOMPARE(thrown.code(), u"internal_error"_s);
        const Reply broken = client.request("POST", "/count-broken");
        QCOMPARE(broken.status, 500);
        QCOMPARE(broken.code(), u"waybill_creation_failed"_s);
        QCOMPARE(broken.message(), u"Unable to create the Waybill. Please try again."_s);
        QCOMPARE(count(), u"1"_s);
        QCOMPARE(client.request("POST", "/count").status, 201);
        QCOMPARE(count(), u"2"_s);
    }

    void losesNoWriteOfManyClients()
    {
        std::atomic<int> counted{0};
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([this, &counted] {
                TestClient client(port());
                for (int round = 0; round < 25; ++round)
                    counted += client.request("POST", "/count").status == 201 ? 1 : 0;
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(counted.load(), 200);
        QCOMPARE(count(), u"200"_s);
    }

    void listensNowhereElse()
    {
        TestServer other;
        Server second(other.database(), other.front(), *std::make_unique<ChangeWaiters>());
        const Result<quint16> taken = second.start({.port = other.port()});
        QVERIFY(!taken);
        QCOMPARE(taken.error().code, u"cannot_listen"_s);
        QVERIFY(!second.start({.address = u"not an address"_s}));
    }

private:
    quint16 port() const { return m_server->port(); }
    QString count() { return m_server->text("SELECT value FROM property WHERE name = 'count'"); }
    std::unique_ptr<TestServer> m_server;
};

QTEST_GUILESS_MAIN(TestHttp)
#include "tst_http.moc"

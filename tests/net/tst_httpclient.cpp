// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's HTTP client against a peer that misbehaves byte by byte, on loopback: a write goes out exactly once
// whatever happens, and whether it surely was not sent is told precisely.
#include "services/net/answerparser.h"
#include "services/net/httpclient.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace waydesk;
using namespace waydesk::net;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPatienceMs = 10000; // ends a hang, measures nothing

// Answers each whole request with what the test says, and counts them.
class Peer : public QObject
{
public:
    enum class Way { Answer, CloseUnread, CloseAfterReading, HalfAnAnswer, Silence };

    Peer()
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = m_server.nextPendingConnection()) {
                ++connections;
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
                if (way == Way::CloseUnread) {
                    socket->abort();
                    continue;
                }
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            }
        });
    }
    QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.serverPort())); }
    void stop() { m_server.close(); }

    Way way = Way::Answer;
    QByteArray answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
    QList<QByteArray> requests;
    int connections = 0;

private:
    void read(QTcpSocket* socket)
    {
        QByteArray& held = m_held[socket];
        held += socket->readAll();
        const qsizetype end = held.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const qsizetype at = held.toLower().indexOf("content-length: ");
        const qsizetype length = at < 0 ? 0 : held.mid(at + 16, held.indexOf('\r', at) - at - 16).toLongLong();
        if (held.size() < end + 4 + length)
            return;
        requests.append(held.first(end + 4 + length));
        held.clear();
        switch (way) {
        case Way::Answer:
            socket->write(answer);
            return;
        case Way::HalfAnAnswer:
            socket->write(answer.first(answer.size() - 1));
            socket->disconnectFromHost();
            return;
        case Way::CloseUnread:
        case Way::CloseAfterReading:
            socket->disconnectFromHost();
            return;
        case Way::Silence:
            return;
        }
    }
    QTcpServer m_server;
    QHash<QTcpSocket*, QByteArray> m_held;
};

struct Asker
{
    Asker(const QUrl& url, const HttpLimits& limits = {})
        : client(url, limits)
    {
    }
    bool ask(const QByteArray& method, const QByteArray& target = "/x", const QByteArray& body = {})
    {
        answers = 0;
        call = client.send({method, target, body, {}, {}}, [this](Result<HttpAnswer> came) {
            ++answers;
            result = std::move(came);
        });
        return QTest::qWaitFor([this] { return answers > 0; }, kPatienceMs);
    }
    HttpClient client;
    Call call;
    std::optional<Result<HttpAnswer>> result;
    int answers = 0;
};

} // namespace

class TestHttpClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesExactlyOnceWhenTheAnswerIsLost_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("post") << QByteArray("POST") << QByteArray(R"({"a":1})");
        QTest::newRow("post without a body") << QByteArray("POST") << QByteArray();
        QTest::newRow("put") << QByteArray("PUT") << QByteArray("{}");
        QTest::newRow("delete") << QByteArray("DELETE") << QByteArray();
    }
    void writesExactlyOnceWhenTheAnswerIsLost()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, body);
        for (const Peer::Way way : {Peer::Way::CloseAfterReading, Peer::Way::HalfAnAnswer}) {
            Peer peer;
            Asker asker(peer.url());
            QVERIFY(asker.ask(method, "/warm", body)); // whatever is kept alive is kept alive now
            peer.way = way;
            QVERIFY(asker.ask(method, "/x", body));
            QVERIFY(!asker.result->ok());
            QCOMPARE(asker.result->error().kind, Error::Kind::Timeout); // nobody knows
            QTest::qWait(50);                                           // a quiet repeat would come about now
            QCOMPARE(peer.requests.size(), 2);
            QCOMPARE(asker.answers, 1);
            QVERIFY(peer.requests.last().startsWith(QByteArray(method + " /x HTTP/1.1\r\n")));
            QVERIFY(peer.requests.last().endsWith(QByteArray("\r\n\r\n" + body)));
        }
    }

    void saysOfflineOnlyWhenSurelyNotSent()
    {
        Peer peer;
        const QUrl url = peer.url();
        peer.stop();
        Asker asker(url);
        QVERIFY(asker.ask("POST"));
        QCOMPARE(asker.result->error().kind, Error::Kind::Offline);
        QVERIFY(asker.ask("GET"));
        QCOMPARE(asker.result->error().kind, Error::Kind::Offline);
    }

    void losesPatienceWithASilentPeer()
    {
        Peer peer;
        peer.way = Peer::Way::Silence;
        HttpLimits limits;
        limits.silence = std::chrono::milliseconds{100};
        Asker asker(peer.url(), limits);
        for (const QByteArray method : {"GET", "POST"}) {
            QVERIFY(asker.ask(method));
            QCOMPARE(asker.result->error().kind, Error::Kind::Timeout);
        }
    }

    void followsNoRedirect()
    {
        Peer peer, other;
        peer.answer = "HTTP/1.1 307 Go\r\nLocation: " + other.url().toEncoded() + "/x\r\nContent-Length: 0\r\n\r\n";
        Asker asker(peer.url());
        for (const QByteArray method : {"GET", "POST"}) {
            QVERIFY(asker.ask(method));
            QVERIFY(asker.result->ok());
            QCOMPARE((*asker.result)->status, 307);
        }
        QCOMPARE(other.connections, 0);
    }

    void keepsTargetsAsTheyAreEncoded()
    {
        Peer peer;
        Asker asker(QUrl(peer.url().toString() + u"/base/"_s));
        for (const QByteArray method : {"GET", "POST"}) {
            QVERIFY(asker.ask(method, "/scan/A%2FB%20%23%3F?x=%2B1"));
            QVERIFY2(peer.requests.last().startsWith(QByteArray(method + " /base/scan/A%2FB%20%23%3F?x=%2B1 HTTP/1.1")),
                     peer.requests.last().constData());
        }
    }

    void givesBackEveryStatusWithItsBodyAndRetryAfter()
    {
        Peer peer;
        Asker asker(peer.url());
        peer.answer = "HTTP/1.1 429 Slow\r\nRetry-After: 7\r\nContent-Length: 3\r\n\r\nabc";
        for (const QByteArray method : {"GET", "POST"}) {
            QVERIFY(asker.ask(method));
            QCOMPARE((*asker.result)->status, 429);
            QCOMPARE((*asker.result)->body, "abc");
            QCOMPARE((*asker.result)->retryAfter, std::chrono::seconds{7});
        }
        peer.answer = "HTTP/1.1 401 No\r\nWWW-Authenticate: Bearer\r\nContent-Length: 3\r\n\r\nxyz";
        QVERIFY(asker.ask("GET"));
        QCOMPARE((*asker.result)->status, 401);
        QCOMPARE((*asker.result)->body, "xyz");
    }

    void boundsTheBody()
    {
        Peer peer;
        HttpLimits limits;
        limits.maxBody = 1000;
        Asker asker(peer.url(), limits);
        peer.answer = "HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n" + QByteArray(2000, 'x');
        for (const QByteArray method : {"GET", "POST"}) {
            QVERIFY(asker.ask(method));
            QVERIFY(!asker.result->ok());
        }
    }

    void saysNothingMoreOnceDropped()
    {
        Peer peer;
        Asker asker(peer.url());
        for (const QByteArray method : {"GET", "POST"}) {
            int answers = 0;
            {
                const Call dropped = asker.client.send({method, "/x", {}, {}, {}}, [&](auto) { ++answers; });
            }
            QVERIFY(asker.ask("GET")); // time for it to have come
            QCOMPARE(answers, 0);
        }
        for (const QByteArray& request : peer.requests)
            QVERIFY(!request.startsWith("POST")); // dropped before it began: never sent
    }

    void mayDropItselfInItsOwnAnswer()
    {
        Peer peer;
        HttpClient client(peer.url());
        auto call = std::make_unique<Call>();
        bool done = false;
        *call = client.send({"POST", "/x", "{}", {}, {}}, [&](auto) {
            call.reset();
            done = true;
        });
        QVERIFY(QTest::qWaitFor([&] { return done; }, kPatienceMs));
    }

    void parsesAnswersHoweverTheyAreCut_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::addColumn<int>("status"); // 0: broken
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("counted") << QByteArray("HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nabc") << 200
                                 << QByteArray("abc");
        QTest::newRow("chunked") << QByteArray("HTTP/1.1 201 C\r\nTransfer-Encoding: chunked\r\n\r\n"
                                               "3\r\nabc\r\n2;x=1\r\nde\r\n0\r\n\r\n")
                                 << 201 << QByteArray("abcde");
        QTest::newRow("until close") << QByteArray("HTTP/1.0 200 OK\r\n\r\nabc") << 200 << QByteArray("abc");
        QTest::newRow("interim") << QByteArray("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No\r\n\r\n") << 204
                                 << QByteArray();
        QTest::newRow("short") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nabc") << 0 << QByteArray();
        QTest::newRow("short chunk") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc") << 0
                                     << QByteArray();
        QTest::newRow("not http") << QByteArray("SSH-2.0-x\r\n\r\n") << 0 << QByteArray();
        QTest::newRow("bad length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n") << 0 << QByteArray();
        QTest::newRow("nothing") << QByteArray() << 0 << QByteArray();
    }
    void parsesAnswersHoweverTheyAreCut()
    {
        QFETCH(QByteArray, wire);
        QFETCH(int, status);
        for (const qsizetype step : {qsizetype{1}, qsizetype{7}, std::max<qsizetype>(1, wire.size())}) {
            AnswerParser parser(1000);
            for (qsizetype at = 0; at < wire.size(); at += step)
                parser.feed(wire.mid(at, step));
            const bool complete = parser.closed() == AnswerParser::State::Complete;
            QCOMPARE(complete, status != 0);
            if (complete) {
                QCOMPARE(parser.answer().status, status);
                QTEST(parser.answer().body, "body");
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_httpclient.moc"

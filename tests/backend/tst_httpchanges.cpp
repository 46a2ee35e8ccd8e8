// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's server tells each tenant what changed, waits without holding a thread, and says when a cursor is too old.
#include "backend/http/answers.h"
#include "backend/http/changes.h"
#include "tests/backend/support/testserver.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::backend;

namespace {

const QString kNorth = u"dispatcher@north.test"_s, kSouth = u"dispatcher@south.test"_s;

std::vector<Route> testRoutes()
{
    return {{Method::Post, u"/touch/{id}"_s, Access::Dispatch, true,
             [](Call& call) {
                 recordChange(call, u"waybill"_s, call.request.capture(u"id"_s));
                 return success(200, u"touched"_s, QJsonValue());
             }},
            {Method::Post, u"/touch-refused/{id}"_s, Access::Dispatch, true, [](Call& call) {
                 recordChange(call, u"waybill"_s, call.request.capture(u"id"_s), u"delete"_s);
                 return failure(409, {}, u"refused"_s);
             }}};
}

} // namespace

class TestHttpChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_server = std::make_unique<TestServer>(testRoutes); }

    void tellsThePresentCursorAtOnce()
    {
        touch("w1");
        const Reply reply = changes({});
        QCOMPARE(reply.status, 200);
        QVERIFY(!cursor(reply).isEmpty());
        QVERIFY(reply.data().value(u"changes"_s).toArray().isEmpty());
        QCOMPARE(ids(changes("?since=" + cursor(reply))), QStringList());
    }

    void tellsWhatChangedSinceInOrder()
    {
        const QByteArray before = cursor(changes({}));
        touch("w1");
        touch("w/2 \"ü\"");
        TestClient client(m_server->port());
        QCOMPARE(client.request("POST", "/touch-refused/w3", {.token = m_server->signIn(kNorth)}).status, 409);
        const Reply reply = changes("?wait=25&since=" + before);
        QCOMPARE(ids(reply), (QStringList{u"w1"_s, u"w/2 \"ü\""_s}));
        const QJsonObject first = reply.data().value(u"changes"_s).toArray().first().toObject();
        QCOMPARE(first.value(u"entity"_s).toString(), u"waybill"_s);
        QCOMPARE(first.value(u"op"_s).toString(), u"upsert"_s);
        QVERIFY(first.value(u"seq"_s).isDouble());
        QCOMPARE(first.value(u"updated_at"_s).toString(), u"2026-04-07T12:00:00Z"_s);
        QCOMPARE(ids(changes("?since=" + cursor(reply))), QStringList());
    }

    void showsNobodyAnotherTenantsChanges()
    {
        const QByteArray before = cursor(changes({}));
        touch("mine");
        touch("theirs", kSouth);
        QCOMPARE(ids(changes("?since=" + before)), QStringList{u"mine"_s});
        QCOMPARE(ids(changes("?since=" + before, kSouth)), QStringList{u"theirs"_s});
    }

    void tellsManyChangesInPages()
    {
        QByteArray at = cursor(changes({}));
        m_server->write([](Connection& db) {
            for (int i = 0; i < 1200; ++i)
                db.execute("INSERT INTO change(tenant_id, entity, entity_id, op, updated_at) "
                           "VALUES ('tenant-north', 'waybill', ?, 'upsert', 0)",
                           {QString::number(i)});
        });
        QStringList all;
        for (int page = 0; page < 3; ++page) {
            const Reply reply = changes("?since=" + at);
            all += ids(reply);
            at = cursor(reply);
        }
        QCOMPARE(all.size(), 1200);
        QCOMPARE(all.last(), u"1199"_s);
        QCOMPARE(ids(changes("?since=" + at)), QStringList());
    }

    void wakesAWaiterWithTheChange()
    {
        for (int round = 0; round < 20; ++round) {
            TestClient waiter(m_server->port());
            QVERIFY(waiter.send(waitRequest(25, kNorth)));
            if (round % 2 == 0)
                touch("not yours", kSouth); // wakes nobody here, and gives the waiter time to park
            touch("w" + QByteArray::number(round));
            QCOMPARE(ids(waiter.readReply()).last(), QString(u'w' + QString::number(round)));
        }
    }

    void givesUpWaitingInTime()
    {
        QElapsedTimer timer;
        timer.start();
        const Reply reply = changes("?wait=1&since=" + cursor(changes({})));
        QCOMPARE(reply.status, 200);
        QCOMPARE(ids(reply), QStringList());
        QVERIFY(timer.elapsed() >= 990);
    }

    void holdsNoThreadForThoseWhoWait()
    {
        std::vector<std::unique_ptr<TestClient>> waiters;
        const QByteArray north = waitRequest(25, kNorth), south = waitRequest(25, kSouth);
        for (int i = 0; i < 200; ++i) {
            waiters.push_back(std::make_unique<TestClient>(m_server->port()));
            QVERIFY(waiters.back()->send(i % 2 == 0 ? north : south));
        }
        touch("w1"); // answered although 200 wait for four threads
        for (size_t i = 0; i < waiters.size(); i += 2)
            QCOMPARE(ids(waiters[i]->readReply()), QStringList{u"w1"_s});
        QVERIFY(!waiters[1]->serverCloses(50)); // the south still waits
        touch("w2", kSouth);
        for (size_t i = 1; i < waiters.size(); i += 2)
            QCOMPARE(ids(waiters[i]->readReply()), QStringList{u"w2"_s});
    }

    void answersTheWaitingWhenItStops()
    {
        TestClient waiter(m_server->port());
        QVERIFY(waiter.send(waitRequest(25, kNorth)));
        touch("not yours", kSouth);
        m_server->stop();
        const Reply reply = waiter.readReply();
        QVERIFY(reply.status == 200 || reply.status == 0); // 0: the request had not arrived yet
    }

    void refusesWhatIsNoCursorOrWait_data()
    {
        QTest::addColumn<QByteArray>("query");
        for (const char* query : {"?since=7", "?since=.", "?since=abc.-1", "?since=abc.x",
                                  "?since=abc.99999999999999999999", "?wait=26", "?wait=-1", "?wait=x", "?wait=1.5"})
            QTest::newRow(query) << QByteArray(query);
    }
    void refusesWhatIsNoCursorOrWait()
    {
        QFETCH(QByteArray, query);
        const Reply reply = changes(query);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.json().value(u"details"_s).toArray().size(), 1);
    }

    void saysWhenACursorIsTooOld()
    {
        const QByteArray first = cursor(changes({}));
        touch("w1");
        touch("w2");
        const QByteArray second = cursor(changes({}));
        m_server->clock.advance(kChangesKeptFor + std::chrono::hours(1));
        m_server->restart();
        touch("w3");
        m_server->front().upkeep();
        QCOMPARE(m_server->text("SELECT count(*) FROM change"), u"1"_s);
        QCOMPARE(changes("?since=" + first).status, 410);
        QCOMPARE(changes("?since=" + first).code(), u"cursor_too_old"_s);
        QCOMPARE(ids(changes("?since=" + second)), QStringList{u"w3"_s});
        QCOMPARE(changes("?since=" + second + "9").status, 410); // from the future: a restored file
        QCOMPARE(changes("?since=ffffffff0." + second.mid(second.indexOf('.') + 1)).status, 410); // another file
    }

    void keepsTheNewestChangeForEver()
    {
        touch("w1");
        const QByteArray last = cursor(changes({}));
        m_server->clock.advance(kChangesKeptFor * 2);
        m_server->restart();
        m_server->front().upkeep();
        QCOMPARE(cursor(changes({})), last);
        touch("w2");
        QCOMPARE(ids(changes("?since=" + last)), QStringList{u"w2"_s});
    }

    void prunesByNumberToo()
    {
        for (int i = 0; i < 10; ++i)
            touch(QByteArray::number(i));
        m_server->write([this](Connection& db) { QVERIFY(!pruneChanges(db, m_server->clock.now(), 3)); });
        QCOMPARE(m_server->text("SELECT group_concat(entity_id) FROM change"), u"7,8,9"_s);
    }

private:
    Reply changes(const QByteArray& query, const QString& who = kNorth)
    {
        const QByteArray token = m_server->signIn(who);
        TestClient client(m_server->port());
        return client.get("/delivery/changes" + query, token);
    }
    void touch(const QByteArray& id, const QString& who = kNorth)
    {
        const QByteArray token = m_server->signIn(who);
        TestClient client(m_server->port());
        QCOMPARE(client.request("POST", "/touch/" + id.toPercentEncoding(), {.token = token}).status, 200);
    }
    QByteArray waitRequest(int seconds, const QString& who)
    {
        return "GET /delivery/changes?wait=" + QByteArray::number(seconds) + "&since=" + cursor(changes({}, who)) +
               " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + m_server->signIn(who) + "\r\n\r\n";
    }
    static QByteArray cursor(const Reply& reply) { return reply.data().value(u"cursor"_s).toString().toLatin1(); }
    static QStringList ids(const Reply& reply)
    {
        QStringList all;
        for (const QJsonValue& change : reply.data().value(u"changes"_s).toArray())
            all.append(change.toObject().value(u"id"_s).toString());
        return all;
    }
    std::unique_ptr<TestServer> m_server;
};

QTEST_GUILESS_MAIN(TestHttpChanges)
#include "tst_httpchanges.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's server keeps webhooks as they came before it reads them: no kill between their answer and their effect
// loses one, the same one twice changes nothing twice, and what is kept is bounded.
#include "backend/assured/routes.h"
#include "tests/backend/support/testdepot.h"

#include <QJsonDocument>
#include <QProcess>
#include <QUrl>
#include <QtTest>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::backend;

namespace {

const QByteArray kWebhook = "/onro/driver-location-webhook/";
const TenantId kNorth{u"tenant-north"_s};

QByteArray report(int second, const QString& driver = kDriver)
{
    return QJsonDocument(QJsonObject{{u"driver_id"_s, driver},
                                     {u"latitude"_s, 36.19},
                                     {u"longitude"_s, 44.01},
                                     {u"timestamp"_s, u"2026-04-07T11:%1:%2Z"_s.arg(second / 60, 2, 10, QChar(u'0'))
                                                          .arg(second % 60, 2, 10, QChar(u'0'))}})
        .toJson(QJsonDocument::Compact);
}

// The program itself over a file; killed without a word when this goes.
class KilledServer
{
public:
    explicit KilledServer(const QString& database)
    {
        m_process.start(qEnvironmentVariable("WAYDESK_BIN") + u"/waydesk-backend"_s,
                        {u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s, u"sqlite:"_s + database, u"--onro-tenant"_s,
                         u"North depot"_s});
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(30'000))
                return;
        }
        const QUrl url(QJsonDocument::fromJson(m_process.readLine()).object()[u"listening"].toString());
        port = static_cast<quint16>(url.port(0));
    }
    ~KilledServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    quint16 port = 0;

private:
    QProcess m_process;
};

} // namespace

class TestWebhooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_depot = std::make_unique<TestDepot>([this](TestServer& server) {
            m_webhooks = std::make_unique<assured::WebhookIntake>(server.database(), server.waiters(), server.clock,
                                                                  assured::Source{.tenant = u"North depot"_s});
            return assured::positionRoutes(*m_webhooks);
        });
    }
    void cleanup()
    {
        m_webhooks->drain();
        m_depot.reset();
        m_webhooks.reset();
    }

    void keepsWhatCameBesideWhatBecameOfIt();
    void judgesWhatWaitedWhenItBegins();
    void changesNothingTwice();
    void judgesInTheOrderOfComing();
    void keepsSoLongAndSoMany();
    void answersBeforeItJudges();
    void turnsAwayWhatItCannotHold();
    // The last one: ThreadSanitizer lets a program that has begun another begin no more threads.
    void losesNothingThatItAnsweredWhenKilled();

private:
    Reply tell(const QByteArray& body)
    {
        TestClient client(m_depot->server.port());
        return client.request("POST", kWebhook, {.body = body});
    }
    void store(const QByteArray& body) // as a server does that ends before it has judged
    {
        m_depot->server.write([&](Connection& db) {
            storeWebhook(db, {.tenant = kNorth, .name = assured::kDriverLocation}, body, m_depot->server.clock.now());
        });
    }
    QString states() { return text("SELECT group_concat(status) FROM (SELECT status FROM webhook_event ORDER BY id)"); }
    QString text(std::string_view sql) { return m_depot->text(sql); }

    std::unique_ptr<assured::WebhookIntake> m_webhooks;
    std::unique_ptr<TestDepot> m_depot;
};

void TestWebhooks::keepsWhatCameBesideWhatBecameOfIt()
{
    const QByteArray body = report(1), broken("{\"driver_id\": \xff\0 x", 18);
    QCOMPARE(tell(body).status, 200);
    QCOMPARE(tell(broken).status, 200);
    m_webhooks->drain();
    QCOMPARE(states(), u"processed,failed"_s);
    const auto reader = m_depot->server.database().newReader();
    const auto rows = (*reader)->run("SELECT tenant_id, source, received_at, digest, body, fault FROM webhook_event"
                                     " ORDER BY id",
                                     {});
    for (const QByteArray& came : {body, broken}) {
        QVERIFY(rows->next());
        QCOMPARE(rows->text(0), kNorth.value);
        QCOMPARE(rows->text(1), u"onro/driver_location"_s);
        QCOMPARE(rows->integer(2), m_depot->server.clock.now().time_since_epoch().count());
        QCOMPARE(rows->bytes(3), QCryptographicHash::hash(came, QCryptographicHash::Sha256));
        QCOMPARE(rows->bytes(4), came);
        QCOMPARE(rows->text(5).isEmpty(), came == body);
    }
    QCOMPARE(text("SELECT group_concat(outcome || count) FROM (SELECT * FROM webhook_count ORDER BY outcome)"),
             u"failed1,processed1,received2"_s);
}

void TestWebhooks::judgesWhatWaitedWhenItBegins()
{
    for (const QByteArray& body : {report(1), QByteArray("nonsense"), report(2)})
        store(body);
    QCOMPARE(states(), u"waiting,waiting,waiting"_s);
    m_webhooks->drain();
    m_depot->server.restart();
    m_webhooks->drain();
    QCOMPARE(states(), u"processed,failed,processed"_s);
    QCOMPARE(text("SELECT count(*) FROM driver_position"), u"2"_s);
    QCOMPARE(text("SELECT count(*) FROM change WHERE entity = 'position'"), u"1"_s);
}

void TestWebhooks::changesNothingTwice()
{
    QCOMPARE(tell(report(1)).status, 200);
    m_webhooks->drain();
    const QString before = text("SELECT max(seq) FROM change");
    for (int i = 0; i < 3; ++i)
        QCOMPARE(tell(report(1)).status, 200);
    m_webhooks->drain();
    QCOMPARE(states(), u"processed,duplicate,duplicate,duplicate"_s);
    QCOMPARE(text("SELECT count(*) FROM driver_position"), u"1"_s);
    QCOMPARE(text("SELECT count(*) FROM refused_position"), u"0"_s);
    QCOMPARE(text("SELECT max(seq) FROM change"), before);
    // One that changed nothing at first may do so when it comes again.
    QCOMPARE(tell(report(2, u"driver-new"_s)).status, 200);
    m_webhooks->drain();
    m_depot->sql("INSERT INTO driver(id, tenant_id, user_id, status, search_text)"
                 " VALUES ('driver-new', 'tenant-north', 'user-manager', 'active', 'new')");
    QCOMPARE(tell(report(2, u"driver-new"_s)).status, 200);
    m_webhooks->drain();
    QVERIFY2(states().endsWith(u"failed,processed"_s), qPrintable(states()));
}

void TestWebhooks::judgesInTheOrderOfComing()
{
    for (int second = 0; second < 700; ++second) // more than are judged in one transaction
        store(report(second));
    QCOMPARE(tell(report(700)).status, 200);
    m_webhooks->drain();
    QCOMPARE(text("SELECT count(*) FROM webhook_event WHERE status = 'processed' AND fault = ''"), u"701"_s);
    QCOMPARE(text("SELECT count(*) FROM driver_position"), u"701"_s);
    QCOMPARE(text("SELECT count(*) FROM refused_position"), u"0"_s); // none came late
}

void TestWebhooks::losesNothingThatItAnsweredWhenKilled()
{
    const QString path = m_depot->server.databasePath();
    m_webhooks->drain();
    m_depot->server.stop();
    int second = 0, answered = 0;
    for (int round = 0; round < 4; ++round) {
        KilledServer server(path);
        QVERIFY(server.port != 0);
        TestClient client(server.port);
        for (int i = 0; i < 50 + round; ++i)
            answered += client.request("POST", kWebhook, {.body = report(second++)}).status == 200 ? 1 : 0;
    } // killed at once after its last answer
    QCOMPARE(answered, second);
    {
        const auto database = Database::open(path);
        QVERIFY(database.ok());
        WriteTurn turn(**database); // one that was killed just between the two
        turn.db().beginWrite();
        storeWebhook(turn.db(), {.tenant = kNorth, .name = assured::kDriverLocation}, report(second),
                     m_depot->server.clock.now());
        QVERIFY(turn.db().commit().ok());
        ++answered;
    }
    KilledServer server(path);
    QVERIFY(server.port != 0);
    const auto database = Database::open(path);
    QVERIFY(database.ok());
    const auto reader = (*database)->newReader();
    const auto number = [&](std::string_view sql) {
        const auto rows = (*reader)->run(sql, {});
        return rows->next() ? static_cast<int>(rows->integer(0)) : -1;
    };
    QTRY_COMPARE(number("SELECT count(*) FROM webhook_event WHERE status = 'waiting'"), 0);
    QCOMPARE(number("SELECT count(*) FROM webhook_event WHERE status = 'processed'"), answered);
    QCOMPARE(number("SELECT count(*) FROM driver_position"), answered);
}

void TestWebhooks::keepsSoLongAndSoMany()
{
    const auto kept = [this] { return text("SELECT count(*) FROM webhook_event"); };
    const auto prune = [this](qint64 many) {
        m_depot->server.write([&](Connection& db) {
            pruneOldWebhooks(db, m_depot->server.clock.now());
            pruneSurplusWebhooks(db, many);
        });
    };
    for (int second = 0; second < 20; ++second)
        tell(report(second));
    m_webhooks->drain();
    prune(20);
    QCOMPARE(kept(), u"20"_s);
    prune(8);
    QCOMPARE(kept(), u"8"_s);
    QCOMPARE(text("SELECT min(id) FROM webhook_event"), u"13"_s); // the newest of them
    m_depot->server.clock.advance(std::chrono::days(10));
    store(report(30)); // waits
    store(report(31));
    m_depot->server.clock.advance(std::chrono::days(5));
    prune(1);
    QCOMPARE(states(), u"waiting,waiting"_s); // never unread, however many
    m_depot->server.clock.advance(std::chrono::days(15));
    prune(1);
    QCOMPARE(states(), u"waiting,waiting"_s); // however old
    QCOMPARE(text("SELECT count(*) FROM webhook_count"), u"0"_s);
}

void TestWebhooks::answersBeforeItJudges()
{
    std::atomic<int> stored{0};
    {
        // The writer is taken: what is not on the disk is not answered.
        WriteTurn turn(m_depot->server.database());
        QVERIFY(m_webhooks->take(report(1), [&](const Result<Nothing>& done) { stored = done ? 1 : -1; }));
        QTest::qWait(20);
        QCOMPARE(stored.load(), 0);
    }
    m_webhooks->drain();
    QCOMPARE(stored.load(), 1);
    QString seen;
    QVERIFY(m_webhooks->take(report(2), [&](const Result<Nothing>&) { seen = states(); }));
    m_webhooks->drain();
    QCOMPARE(seen, u"processed,waiting"_s);
    QCOMPARE(states(), u"processed,processed"_s);
}

void TestWebhooks::turnsAwayWhatItCannotHold()
{
    constexpr int kFit = (qint64{64} << 20) / assured::kLargestWebhook;
    const QByteArray largest(assured::kLargestWebhook, ' ');
    std::atomic<int> stored{0};
    const auto told = [&](const Result<Nothing>& done) { stored += done ? 1 : 0; };
    {
        WriteTurn turn(m_depot->server.database()); // nothing gets to the disk meanwhile
        int taken = 0;
        while (taken <= kFit && m_webhooks->take(largest, told))
            ++taken;
        QCOMPARE(taken, kFit);
        const Reply busy = tell(report(1));
        QCOMPARE(busy.status, 503);
        QVERIFY2(busy.body.contains("server_busy"), busy.body.constData());
    }
    m_webhooks->drain();
    QCOMPARE(stored.load(), kFit);
    QCOMPARE(text("SELECT count(*) FROM webhook_event"), QString::number(kFit));
    QCOMPARE(tell(report(1)).status, 200); // the sender's next try
}

QTEST_GUILESS_MAIN(TestWebhooks)
#include "tst_webhooks.moc"

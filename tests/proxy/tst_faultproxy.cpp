// SPDX-License-Identifier: GPL-3.0-or-later
// The real engine on one side, the real server on the other, and between them a network that delays, swallows, repeats,
// resets and cuts for a second; then it heals. Whatever happened, the shift comes to rest within five seconds and the
// server's file holds each effect exactly once. WAYDESK_PROXY_SCHEDULES says how many seeded schedules (20).
#include "services/sync/liveengine.h"
#include "tests/kill/checks/childprocess.h"
#include "tests/kill/checks/ledger.h"
#include "tests/kill/checks/scratch.h"
#include "tests/kill/shift/filetokenkeeper.h"
#include "tests/kill/shift/worker.h"
#include "tests/proxy/faultproxy.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace waydesk;
using namespace waydesk::test;

namespace {

constexpr int kCommands = 24;  // of each shift: four each of three waybills, two trips and a parcel made by hand
constexpr int kParcels = 12;   // what they need of parcels that are there
constexpr int kFreshEvery = 5; // a desk that has yet to read everything for the first time
const QString kFirstDesk = u"first"_s;
constexpr auto kToConverge = 5s; // after the network heals: what is promised
constexpr auto kStalled = 60s;   // only what never ends comes near it

// How long the threads of a process were ready and had no processor, on Linux; elsewhere nothing. A machine that is
// busy with other things is not the network, and its time is not the product's.
std::chrono::nanoseconds withoutProcessor(const QString& pid)
{
    std::chrono::nanoseconds sum{0};
    const QString tasks = u"/proc/%1/task"_s.arg(pid);
    for (const QString& task : QDir(tasks).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(tasks + u'/' + task + u"/schedstat"_s);
        if (file.open(QFile::ReadOnly))
            sum += std::chrono::nanoseconds(file.readAll().split(' ').value(1).toLongLong());
    }
    return sum;
}

int schedules()
{
    const int asked = qEnvironmentVariableIntValue("WAYDESK_PROXY_SCHEDULES");
    return asked > 0 ? asked : 20;
}

} // namespace

class TestFaultProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void comesThrough_data();
    void comesThrough();
    void cleanupTestCase();

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }
    std::chrono::nanoseconds waitedForProcessor() const
    {
        return withoutProcessor(u"self"_s) + withoutProcessor(QString::number(m_server->pid()));
    }
    QUrl address() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port)); }
    std::unique_ptr<sync::LiveEngine> makeEngine(const QString& name);

    QTemporaryDir m_folder{scratchTemplate()};
    std::unique_ptr<ChildProcess> m_server;
    QUrl m_url;
    quint16 m_port = 0; // of every proxy
    DepotSample m_depot;
    std::array<int, kFaults> m_met{};
    std::chrono::milliseconds m_longest{0};
};

std::unique_ptr<sync::LiveEngine> TestFaultProxy::makeEngine(const QString& name)
{
    sync::EngineOptions options;
    options.folder = path(name);
    options.makeKeeper = [session = path(u"session.json"_s)] { return std::make_unique<FileTokenKeeper>(session); };
    return std::make_unique<sync::LiveEngine>(options);
}

void TestFaultProxy::initTestCase()
{
    const QString program = qEnvironmentVariable("WAYDESK_BIN") + u"/waydesk-backend"_s;
    const QByteArray deliveries =
        QByteArray::number(1500 + schedules() * kParcels * 20); // one in seventeen may be attached
    m_server = std::make_unique<ChildProcess>(
        QByteArrayList{program.toLocal8Bit(), "--listen", "127.0.0.1:0", "--database",
                       "sqlite:" + path(u"server.db"_s).toLocal8Bit(), "--demo", "--demo-deliveries", deliveries},
        path(u"server.log"_s).toLocal8Bit());
    const auto line = m_server->readLine(QDeadlineTimer(60s));
    QVERIFY2(line, "the server did not start");
    m_url = QUrl(QJsonDocument::fromJson(*line).object()[u"listening"].toString());
    QVERIFY(m_url.port() > 0);
    m_depot = DepotSample::read(path(u"server.db"_s));
    QVERIFY(m_depot.isUsable());
    QVERIFY2(m_depot.deliveries.size() >= schedules() * kParcels, "the depot has too few parcels for all schedules");

    // Signed in once, in good weather; every shift takes the session up,
    // and most of them a desk that is in step. The address stays the same throughout.
    FaultProxy proxy(static_cast<quint16>(m_url.port()), FaultPlan::only(Fault::None));
    m_port = proxy.port();
    const auto engine = makeEngine(kFirstDesk);
    QVERIFY(engine->open().ok());
    bool inStep = false;
    QObject listening; // what is still under way when we leave must find nobody
    connect(engine.get(), &sync::Engine::statusChanged, &listening, [&](const sync::EngineStatus& status) {
        inStep |= status.session == sync::EngineStatus::Session::SignedIn && status.lastSynced.has_value();
    });
    engine->connectTo(address());
    engine->signIn(u"dispatcher@demo.waydesk"_s, u"demo"_s);
    QTRY_VERIFY_WITH_TIMEOUT(inStep && QFile::exists(path(u"session.json"_s)), 60'000);
}

void TestFaultProxy::comesThrough_data()
{
    QTest::addColumn<int>("schedule");
    for (int i = 0; i < schedules(); ++i)
        QTest::addRow("schedule %d", i) << i;
}

void TestFaultProxy::comesThrough()
{
    QFETCH(int, schedule);
    const auto seed = static_cast<quint32>(schedule + 1);
    DepotSample depot = m_depot;
    depot.deliveries = m_depot.deliveries.mid(schedule * kParcels, kParcels);
    ShiftPlan plan(seed, depot);
    FaultPlan faults;
    faults.seed = seed;
    FaultProxy proxy(static_cast<quint16>(m_url.port()), faults, m_port);
    const QString folder = u"desk%1"_s.arg(schedule);
    if (schedule % kFreshEvery != 0) {
        QVERIFY(QDir().mkpath(path(folder)));
        for (const QString& file : {u"/cache.db"_s, u"/work.db"_s})
            QVERIFY(QFile::copy(path(kFirstDesk) + file, path(folder) + file));
    }
    {
        const auto engine = makeEngine(folder);
        QVERIFY(engine->open().ok());
        Worker worker(*engine, plan, 0, kCommands);
        QByteArrayList told;
        connect(&worker, &Worker::told, this, [&](const QByteArray& line) { told += line; });
        QSignalSpy atRest(&worker, &Worker::atRest);
        worker.begin(address());

        // The weather lasts as long as the seed says; a shift that is done before has come through it all the same.
        QEventLoop weather;
        connect(&worker, &Worker::atRest, &weather, &QEventLoop::quit);
        QTimer::singleShot(400 + static_cast<int>(seed * 37 % 500), &weather, &QEventLoop::quit);
        weather.exec();

        proxy.heal();
        QElapsedTimer sinceHealed;
        sinceHealed.start();
        const auto waitedBefore = waitedForProcessor();
        if (atRest.isEmpty())
            atRest.wait(std::chrono::milliseconds(kStalled).count());
        const auto waited = std::chrono::duration_cast<std::chrono::milliseconds>(waitedForProcessor() - waitedBefore);
        const auto took = std::max(0ms, std::chrono::milliseconds(sinceHealed.elapsed()) - waited);
        m_longest = std::max(m_longest, took);
        QVERIFY2(!atRest.isEmpty(), qPrintable(u"stalled:\n"_s + QString::fromUtf8(told.join('\n'))));
        QVERIFY2(took <= kToConverge,
                 qPrintable(u"%1 ms after the network healed, and %2 ms without a processor"_s.arg(took.count())
                                .arg(waited.count())));
        QCOMPARE(atRest.first().first().toInt(), 0);
    }
    Ledger ledger(plan, kCommands);
    ledger.checkServer(path(u"server.db"_s));
    ledger.checkDesk(path(folder));
    QVERIFY2(ledger.faults().isEmpty(), QJsonDocument(ledger.summary()).toJson().constData());
    QCOMPARE(ledger.summary()[u"accepted"].toInt(), kCommands);
    for (std::size_t i = 0; i < kFaults; ++i)
        m_met[i] += proxy.count(static_cast<Fault>(i));
    // The next desk starts where this one stands, or it would have all earlier shifts to read.
    const QString inStep = path(kFirstDesk) + u"/cache.db"_s;
    if (schedule % kFreshEvery != 0)
        QVERIFY(QFile::remove(inStep) && QFile::rename(path(folder) + u"/cache.db"_s, inStep));
    QVERIFY(QDir(path(folder)).removeRecursively());
}

void TestFaultProxy::cleanupTestCase()
{
    qInfo("at rest at most %lld ms after the network healed", static_cast<long long>(m_longest.count()));
    if (schedules() < 10)
        return;
    for (std::size_t i = 0; i < kFaults; ++i)
        QVERIFY2(m_met[i] > 0, qPrintable(u"fault %1 was never met"_s.arg(i)));
}

QTEST_GUILESS_MAIN(TestFaultProxy)
#include "tst_faultproxy.moc"

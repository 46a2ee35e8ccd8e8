// SPDX-License-Identifier: GPL-3.0-or-later
// The demo depot's drivers do their work through the public calls: a trip under way comes to its end; and only a demo
// depot can be worked in this way.
#include "backend/demo/demodepot.h"
#include "backend/options.h"
#include "backend/simulation/simulateddriver.h"
#include "tests/backend/support/testclient.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace waydesk;
using namespace waydesk::backend;

class TestSimulation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drivesATripToItsEnd();
    void wantsADemoDepot();

private:
    // The program itself, with a small demo depot in a folder of its own.
    std::optional<quint16> start(const QStringList& more = {})
    {
        m_process.setProgram(qEnvironmentVariable("WAYDESK_BIN") + u"/waydesk-backend"_s);
        m_process.setArguments(QStringList{u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s,
                                           u"sqlite:"_s + m_folder.filePath(u"depot.db"_s), u"--demo"_s,
                                           u"--demo-deliveries"_s, u"400"_s} +
                               more);
        m_process.start();
        if (!m_process.waitForReadyRead(30'000))
            return std::nullopt;
        const QUrl url(QJsonDocument::fromJson(m_process.readLine())[u"listening"].toString());
        return static_cast<quint16>(url.port(0));
    }

    QTemporaryDir m_folder;
    QProcess m_process;
};

void TestSimulation::drivesATripToItsEnd()
{
    const auto port = start();
    QVERIFY(port && *port > 0);
    TestClient desk(*port);
    const QByteArray token =
        desk.post("/auth/login", {{u"email"_s, u"dispatcher@demo.waydesk"_s}, {u"password"_s, u"demo"_s}})
            .data()[u"access_token"]
            .toString()
            .toLatin1();
    QVERIFY(!token.isEmpty());
    const QJsonObject first =
        desk.get("/delivery/trips?status=in_progress", token).data()[u"trips"].toArray()[0].toObject();
    const QString trip = first[u"id"].toString();
    const QString email = [&] {
        for (const QJsonValue& row : desk.get("/delivery/drivers?limit=100", token).json()[u"data"].toArray()) {
            if (row[u"id"] == first[u"driver"][u"id"])
                return row[u"user"][u"email"].toString();
        }
        return QString();
    }();
    QVERIFY2(email.startsWith(u"driver"), qPrintable(email));
    const int number = email.mid(6).section(u'@', 0, 0).toInt();

    // Its own clock, some seconds to a step, for as long as a trip may take: the past few hours are nobody's yet.
    LoopbackClient client(*port);
    SimulatedDriver driver(client, number, QGeoCoordinate(36.19, 44.01), 1, 3);
    Instant now = SystemClock().now();
    int steps = 0;
    for (; driver.tripsDone() == 0 && steps < 4000; ++steps) {
        driver.step(now - 4h + std::chrono::seconds(20) * steps);
    }
    QVERIFY2(driver.tripsDone() == 1, qPrintable(QString::number(steps)));
    const QJsonObject done = desk.get("/delivery/trips/" + trip.toUtf8(), token).data();
    QCOMPARE(done[u"status"].toString(), u"completed"_s);
    QVERIFY(!done[u"completed_at"].isNull());
    m_process.terminate();
    QVERIFY(m_process.waitForFinished(10'000));
}

void TestSimulation::wantsADemoDepot()
{
    const auto read = [](const QStringList& words) { return readOptions(words); };
    QCOMPARE(read({u"--demo"_s, u"--simulate-drivers"_s, u"3"_s})->serve.simulateDrivers, 3);
    for (const QString& wrong : {u"0"_s, u"6"_s, u"fast"_s})
        QVERIFY(!read({u"--demo"_s, u"--simulate-drivers"_s, wrong}));
    QVERIFY(!read({u"--simulate-drivers"_s, u"1"_s}));
}

QTEST_GUILESS_MAIN(TestSimulation)
#include "tst_simulation.moc"

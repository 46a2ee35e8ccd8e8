// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's demo server starts, comes back when it dies, and ends with the desk. Runs the real server on loopback.
#include "app/embeddedbackend.h"

#include <QFile>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using waydesk::app::EmbeddedBackend;

namespace {
QString program()
{
    return qEnvironmentVariable("WAYDESK_BIN") + u"/waydesk-backend"_s;
}

bool answers(const QUrl& server)
{
    QTcpSocket socket;
    socket.connectToHost(server.host(), static_cast<quint16>(server.port()));
    return socket.waitForConnected(2000);
}

bool isRunning(qint64 pid)
{
    return ::kill(static_cast<pid_t>(pid), 0) == 0;
}
} // namespace

class EmbeddedBackendTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void startsAndEndsWithTheDesk();
    void comesBackOnTheSamePortWhenItDies();
    void takesAnotherPortWhenItsOwnIsTaken();
    void saysWhyWhenItIsNotThere();
    void saysWhyWhenItNeverListens();
    void waitsLongerEachTime();
};

void EmbeddedBackendTest::initTestCase()
{
    QVERIFY2(QFile::exists(program()), "waydesk-backend is not built");
}

void EmbeddedBackendTest::startsAndEndsWithTheDesk()
{
    QTemporaryDir folder;
    qint64 pid = 0;
    {
        EmbeddedBackend backend({.program = program(), .folder = folder.path(), .deliveries = 50});
        QSignalSpy ready(&backend, &EmbeddedBackend::ready);
        backend.start();
        QVERIFY(ready.wait(30'000));
        const QUrl server = ready.first().first().toUrl();
        QCOMPARE(server.host(), u"127.0.0.1"_s);
        QVERIFY(answers(server));
        pid = backend.processId();
        QVERIFY(isRunning(pid));
        backend.start(); // asked again: says it again, starts nothing
        QTRY_COMPARE(ready.size(), 2);
        QCOMPARE(backend.processId(), pid);
    }
    QVERIFY(!isRunning(pid));
}

void EmbeddedBackendTest::comesBackOnTheSamePortWhenItDies()
{
    QTemporaryDir folder;
    EmbeddedBackend backend({.program = program(), .folder = folder.path(), .deliveries = 50});
    QSignalSpy ready(&backend, &EmbeddedBackend::ready);
    QSignalSpy died(&backend, &EmbeddedBackend::died);
    QSignalSpy restarted(&backend, &EmbeddedBackend::restarted);
    backend.start();
    QVERIFY(ready.wait(30'000));
    const QUrl before = backend.server();
    QTest::ignoreMessage(QtWarningMsg, "the demo depot's server ended; it is started again");
    QCOMPARE(::kill(static_cast<pid_t>(backend.processId()), SIGKILL), 0);
    QVERIFY(restarted.wait(30'000));
    QCOMPARE(died.size(), 1);
    QCOMPARE(restarted.first().first().toUrl(), before);
    QVERIFY(answers(before));
}

void EmbeddedBackendTest::takesAnotherPortWhenItsOwnIsTaken()
{
    QTemporaryDir one, two;
    EmbeddedBackend first({.program = program(), .folder = one.path(), .deliveries = 50});
    QSignalSpy firstReady(&first, &EmbeddedBackend::ready);
    first.start();
    QVERIFY(firstReady.wait(30'000));
    const auto taken = static_cast<quint16>(first.server().port());
    EmbeddedBackend second({.program = program(), .folder = two.path(), .deliveries = 50, .port = taken});
    QSignalSpy secondReady(&second, &EmbeddedBackend::ready);
    QTest::ignoreMessage(QtWarningMsg, "the demo depot's server ended; it is started again");
    second.start();
    QVERIFY(secondReady.wait(30'000));
    QVERIFY(second.server().port() != taken);
}

void EmbeddedBackendTest::saysWhyWhenItIsNotThere()
{
    EmbeddedBackend backend({.program = u"/nowhere/waydesk-backend"_s, .folder = QDir::tempPath()});
    QSignalSpy failed(&backend, &EmbeddedBackend::failed);
    backend.start();
    QCOMPARE(failed.size(), 1);
    QVERIFY(failed.first().first().toString().contains(u"/nowhere/waydesk-backend"_s));
}

void EmbeddedBackendTest::saysWhyWhenItNeverListens()
{
    QTemporaryDir folder;
    EmbeddedBackend backend({.program = u"/bin/false"_s, .folder = folder.path()});
    QSignalSpy failed(&backend, &EmbeddedBackend::failed);
    QTest::ignoreMessage(QtWarningMsg, "the demo depot's server ended; it is started again");
    QTest::ignoreMessage(QtWarningMsg, "the demo depot's server ended; it is started again");
    backend.start();
    QVERIFY(failed.wait(20'000));
    QCOMPARE(failed.size(), 1);
}

void EmbeddedBackendTest::waitsLongerEachTime()
{
    QCOMPARE(EmbeddedBackend::pauseBefore(0), 250ms);
    QCOMPARE(EmbeddedBackend::pauseBefore(2), 1000ms);
    QCOMPARE(EmbeddedBackend::pauseBefore(50), 10'000ms);
}

QTEST_GUILESS_MAIN(EmbeddedBackendTest)
#include "tst_embeddedbackend.moc"

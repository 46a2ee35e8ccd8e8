// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's tiles come from an address as its owner would have it: who asks is said, two at once, nothing twice within
// a week, nothing at all from a server that wants rest; what is kept is bounded and survives whatever stands in it.
#include "tests/facade/tilebench.h"

#include <QDir>
#include <QDirIterator>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <mutex>

using namespace waydesk;
using namespace waydesk::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

std::mutex g_lock;
QStringList g_said;

void listen(QtMsgType, const QMessageLogContext&, const QString& message)
{
    const std::lock_guard guard(g_lock);
    g_said.append(message);
}

} // namespace

class TestTileService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksNobodyUntilToldTo()
    {
        TileBench bench;
        bench.service->want(&bench.viewer, {kErbil});
        QVERIFY(!bench.service->report().isOn);
        QVERIFY(!bench.service->worker().isRunning());
        QVERIFY(bench.service->picture(kErbil).isNull());
    }

    void saysWhoAsks()
    {
        TileBench bench;
        bench.use(bench.peer.address());
        QVERIFY(bench.comes(kErbil));
        QCOMPARE(bench.peer.requests.size(), 1);
        QCOMPARE(bench.peer.requests[0].path, QByteArray("/10/637/401.png"));
        QCOMPARE(header(bench.peer.requests[0], "User-Agent"), QByteArray("Waydesk/7.7 (+ops@depot.example)"));
        QVERIFY(header(bench.peer.requests[0], "Cookie").isEmpty());
        QCOMPARE(bench.service->picture(kErbil).pixelColor(8, 8), QColor(Qt::red));
        QCOMPARE(bench.service->report().attribution, u"127.0.0.1"_s); // nobody else was named
    }

    void worksBesideTheWindow()
    {
        TileBench bench;
        bench.use(bench.peer.address());
        QVERIFY(&bench.service->worker() != QThread::currentThread());
        QVERIFY(bench.comes(kErbil));
        bench.service->use({});
        bench.use(bench.peer.address());
        bench.service->want(&bench.viewer, {kErbil});
        // It lies on disk; but asking reads none, and it comes with the events.
        QVERIFY(bench.service->picture(kErbil).isNull());
        QThread::msleep(50);
        QVERIFY(bench.service->picture(kErbil).isNull());
        QVERIFY(QTest::qWaitFor([&] { return !bench.service->picture(kErbil).isNull(); }));
        QCOMPARE(bench.peer.requests.size(), 1);
    }

    void asksTwoAtOnce()
    {
        TileBench bench;
        bench.peer.isHolding = true;
        bench.use(bench.peer.address());
        QList<Tile> many;
        for (int i = 0; i < 12; ++i)
            many.append({10, 600 + i, 400});
        bench.service->want(&bench.viewer, many);
        QVERIFY(QTest::qWaitFor([&] { return bench.peer.held() == 2; }));
        bench.settle();
        QCOMPARE(bench.peer.held(), 2);
        // What is not in view any more is not asked for.
        bench.service->want(&bench.viewer, {kErbil});
        bench.settle();
        bench.peer.release();
        QVERIFY(QTest::qWaitFor([&] { return !bench.service->picture(kErbil).isNull(); }));
        QCOMPARE(bench.peer.requests.size(), 3);
    }

    // A leak here is AddressSanitizer's to find.
    void endsWithQuestionsOnTheirWay()
    {
        TileBench bench;
        bench.peer.isHolding = true;
        bench.use(bench.peer.address());
        bench.service->want(&bench.viewer, {kErbil, {10, 600, 400}, {10, 601, 400}});
        QVERIFY(QTest::qWaitFor([&] { return bench.peer.held() == 2; }));
        bench.service.reset();
        QVERIFY(QTest::qWaitFor([&] { return bench.peer.connections() == 0; }));
        QCOMPARE(bench.peer.requests.size(), 2);
    }

    void looksForWhatAllViewersMiss()
    {
        TileBench bench;
        bench.use(bench.peer.address());
        auto second = std::make_unique<QObject>();
        const Tile other{3, 1, 2};
        bench.service->want(&bench.viewer, {kErbil});
        bench.service->want(second.get(), {other, kErbil});
        QVERIFY(QTest::qWaitFor(
            [&] { return !bench.service->picture(kErbil).isNull() && !bench.service->picture(other).isNull(); }));
        bench.settle();
        QCOMPARE(bench.peer.requests.size(), 2);
        second.reset();
        QVERIFY(bench.comes({3, 1, 3}));
    }

    void asksAgainAfterAWeekAndOnlyForNews()
    {
        TileBench bench;
        bench.peer.answer = [](const TilePeer::Request& request) {
            if (header(request, "If-None-Match") == "\"v1\"")
                return httpAnswer(304, {}, "Cache-Control: max-age=60\r\n");
            return httpAnswer(200, tileBytes(Qt::blue), "ETag: \"v1\"\r\nCache-Control: max-age=60\r\n");
        };
        bench.use(bench.peer.address());
        QVERIFY(bench.comes(kErbil));
        bench.settle();
        const auto again = [&] {
            bench.open();
            bench.use(bench.peer.address());
            QVERIFY(bench.comes(kErbil));
            bench.settle();
        };
        bench.clock.advance(6 * 24h);
        again();
        QCOMPARE(bench.peer.requests.size(), 1);
        bench.clock.advance(2 * 24h);
        again(); // shown at once, and asked about
        QVERIFY(QTest::qWaitFor([&] { return bench.peer.requests.size() == 2; }));
        QCOMPARE(header(bench.peer.requests[1], "If-None-Match"), QByteArray("\"v1\""));
        bench.settle();
        again();
        QCOMPARE(bench.peer.requests.size(), 2);
    }

    void showsWhatIsOldAndThenWhatIsNew()
    {
        TileBench bench;
        bench.peer.answer = [&](const TilePeer::Request& request) {
            return header(request, "If-Modified-Since").isEmpty()
                       ? httpAnswer(200, tileBytes(Qt::blue), "Last-Modified: Tue, 07 Apr 2026 10:00:00 GMT\r\n")
                       : httpAnswer(200, tileBytes(Qt::green));
        };
        bench.use(bench.peer.address());
        QVERIFY(bench.comes(kErbil));
        bench.settle();
        bench.clock.advance(8 * 24h);
        bench.open();
        bench.use(bench.peer.address());
        QVERIFY(bench.comes(kErbil));
        QVERIFY(QTest::qWaitFor([&] { return bench.service->picture(kErbil).pixelColor(0, 0) == QColor(Qt::green); }));
    }

    void keepsNothingThatMayNotBeKept()
    {
        TileBench bench;
        bench.peer.answer = [](const TilePeer::Request&) {
            return httpAnswer(200, tileBytes(Qt::blue), "Cache-Control: no-store\r\n");
        };
        bench.use(bench.peer.address());
        QVERIFY(bench.comes(kErbil));
        bench.settle();
        QCOMPARE(bench.service->report().keptBytes, 0);
    }

    void asksForAnAbsentTileOnceADay()
    {
        TileBench bench;
        bench.peer.answer = [](const TilePeer::Request&) { return httpAnswer(404, "no"); };
        bench.use(bench.peer.address());
        bench.service->want(&bench.viewer, {kErbil});
        QVERIFY(QTest::qWaitFor([&] { return bench.peer.requests.size() == 1; }));
        bench.settle();
        bench.misses(kErbil);
        QCOMPARE(bench.fault(), TileFault::None); // the sea may have none
        bench.clock.advance(23h);
        bench.open();
        bench.use(bench.peer.address());
        bench.misses(kErbil);
        QCOMPARE(bench.peer.requests.size(), 1);
        bench.clock.advance(2h);
        bench.misses(kErbil);
        QTRY_COMPARE(bench.peer.requests.size(), 2);
    }

    void leavesABusyServerAlone_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<TileFault>("fault");
        QTest::newRow("429") << 429 << QByteArray("Retry-After: 120\r\n") << 120 << TileFault::Busy;
        QTest::newRow("503") << 503 << QByteArray() << 15 << TileFault::Busy;
        QTest::newRow("403") << 403 << QByteArray() << 15 * 60 << TileFault::Refused;
        QTest::newRow("redirect over plain http")
            << 302 << QByteArray("Location: /1/1/1.png\r\n") << 15 * 60 << TileFault::Refused;
    }
    void leavesABusyServerAlone()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, headers);
        QFETCH(int, seconds);
        QFETCH(TileFault, fault);
        TileBench bench;
        bench.peer.answer = [&](const TilePeer::Request&) { return httpAnswer(status, "x", headers); };
        bench.use(bench.peer.address());
        bench.service->want(&bench.viewer, {kErbil});
        QVERIFY(QTest::qWaitFor([&] { return bench.fault() == fault; }));
        QCOMPARE(bench.peer.requests.size(), 1);
        bench.clock.advance(std::chrono::seconds(seconds - 1));
        bench.misses({10, 1, 1});
        QCOMPARE(bench.peer.requests.size(), 1);
        bench.clock.advance(2s);
        bench.peer.answer = [](const TilePeer::Request&) { return httpAnswer(200, tileBytes(Qt::red)); };
        QVERIFY(bench.comes({10, 1, 2}));
        QVERIFY(QTest::qWaitFor([&] { return bench.fault() == TileFault::None; }));
    }

    void saysWhenNobodyAnswers()
    {
        TileBench bench;
        QTcpServer closed;
        closed.listen(QHostAddress::LocalHost);
        const QString address = u"http://127.0.0.1:%1/{z}/{x}/{y}.png?key=GEHEIM"_s.arg(closed.serverPort());
        closed.close();
        const QtMessageHandler before = qInstallMessageHandler(listen);
        bench.use(address);
        bench.service->want(&bench.viewer, {kErbil});
        const bool said = QTest::qWaitFor([&] { return bench.fault() == TileFault::NoAnswer; });
        qInstallMessageHandler(before);
        QVERIFY(said);
        const std::lock_guard guard(g_lock);
        QVERIFY(!g_said.isEmpty());
        for (const QString& line : std::as_const(g_said))
            QVERIFY2(!line.contains(u"GEHEIM"), qPrintable(line));
        QDirIterator it(bench.folder.path(), QDirIterator::Subdirectories);
        while (it.hasNext())
            QVERIFY(!it.next().contains(u"GEHEIM"));
    }

    void takesOnlyPictures_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("a page") << QByteArray("<html>sign in</html>");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half a picture") << tileBytes(Qt::red).first(60);
        QTest::newRow("too large") << tileBytes(Qt::red) + QByteArray(1 << 20, 'x');
        QTest::newRow("a gif") << QByteArray("GIF89a\x01\x00\x01\x00");
        QTest::newRow("not square") << tileBytes(QImage(512, 256, QImage::Format_RGB32));
        QTest::newRow("a poster") << tileBytes(QImage(2048, 2048, QImage::Format_RGB32));
    }
    void takesOnlyPictures()
    {
        QFETCH(QByteArray, body);
        TileBench bench;
        bench.peer.answer = [&](const TilePeer::Request&) { return httpAnswer(200, body); };
        bench.use(bench.peer.address());
        bench.service->want(&bench.viewer, {kErbil});
        QVERIFY(QTest::qWaitFor([&] { return bench.fault() == TileFault::NotAPicture; }));
        bench.misses(kErbil);
        QCOMPARE(bench.peer.requests.size(), 1);
        QCOMPARE(bench.service->report().keptBytes, 0);
        bench.peer.answer = [](const TilePeer::Request&) { return httpAnswer(200, tileBytes(Qt::red, "jpg")); };
        QVERIFY(bench.comes({10, 1, 2})); // the others are asked for all the same
        bench.clock.advance(61min);
        bench.service->want(&bench.viewer, {});
        QVERIFY(bench.comes(kErbil));
    }

    void survivesWhatStandsOnDisk()
    {
        TileBench bench;
        bench.use(bench.peer.address());
        QVERIFY(bench.comes(kErbil));
        bench.settle();
        bench.service.reset();
        int spoilt = 0;
        QDirIterator it(bench.folder.path(), QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadWrite));
            file.resize(file.size() / 2);
            ++spoilt;
        }
        QCOMPARE(spoilt, 1);
        bench.open();
        bench.use(bench.peer.address());
        QVERIFY(bench.comes(kErbil));
        QCOMPARE(bench.peer.requests.size(), 2);
    }

    void keepsNoMoreThanItMay()
    {
        constexpr qint64 kMost = 600 << 10;
        TileBench bench(kMost);
        QRandomGenerator dice(3);
        bench.peer.answer = [&](const TilePeer::Request&) {
            QImage noise(128, 128, QImage::Format_RGB32);
            dice.fillRange(reinterpret_cast<quint32*>(noise.bits()), noise.sizeInBytes() / 4);
            return httpAnswer(200, tileBytes(noise));
        };
        bench.use(bench.peer.address());
        for (int i = 0; i < 24; ++i)
            QVERIFY(bench.comes({10, i, 1}));
        bench.settle();
        qint64 onDisk = 0;
        QDirIterator it(bench.folder.path(), QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            it.next();
            onDisk += it.fileInfo().size();
        }
        QVERIFY2(onDisk > kMost / 2 && onDisk <= kMost, qPrintable(QString::number(onDisk)));
        QCOMPARE(bench.service->report().keptBytes, onDisk);
        // The last one is still there, the first one is not.
        bench.open(kMost);
        bench.use(bench.peer.address());
        const qsizetype asked = bench.peer.requests.size();
        QVERIFY(bench.comes({10, 23, 1}));
        QCOMPARE(bench.peer.requests.size(), asked);
        QSignalSpy told(bench.service.get(), &facade::TileSource::told);
        bench.service->empty();
        QVERIFY(told.wait());
        QCOMPARE(bench.service->report().keptBytes, 0);
    }

    void holdsNoMorePicturesThanItMay()
    {
        TileBench bench;
        QImage large(1024, 1024, QImage::Format_RGB32); // 4 MiB each
        large.fill(Qt::gray);
        const QByteArray body = tileBytes(large);
        bench.peer.answer = [&](const TilePeer::Request&) { return httpAnswer(200, body); };
        bench.use(bench.peer.address());
        for (int i = 0; i < 20; ++i)
            QVERIFY(bench.comes({10, i, 1}));
        QVERIFY(bench.service->heldKiB() <= facade::TileService::kMostHeldKiB);
        QVERIFY(bench.service->picture({10, 0, 1}).isNull());
        QVERIFY(!bench.service->picture({10, 19, 1}).isNull());
    }

    void forgetsTheTilesOfAnotherAddress()
    {
        TileBench bench;
        bench.use(bench.peer.address());
        QVERIFY(bench.comes(kErbil));
        QSignalSpy changed(bench.service.get(), &facade::TileSource::changed);
        bench.service->use({});
        QCOMPARE(changed.size(), 1);
        QVERIFY(bench.service->picture(kErbil).isNull());
        QVERIFY(!bench.service->report().isOn);
    }
};

QTEST_GUILESS_MAIN(TestTileService)
#include "tst_tileservice.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's map tiles are counted as everybody counts them, asked for at decent addresses only, kept for a week at
// least, and a server that wants rest gets it.
#include "services/domain/tiles/tilerules.h"
#include "services/domain/tiles/tiletemplate.h"

#include <QTest>

using namespace waydesk;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {
const Instant kNow = *parseInstant(u"2026-04-07T12:00:00Z");

CacheHeaders control(const char* cacheControl, const char* expires = "")
{
    return {cacheControl, expires, {}, {}};
}
} // namespace

class TestTileRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsRowsFromTheSouthForTms()
    {
        QCOMPARE(tmsRow({0, 0, 0}), 0);
        QCOMPARE(tmsRow({1, 0, 0}), 1);
        QCOMPARE(tmsRow({10, 637, 401}), 622); // Erbil
        QCOMPARE(tmsRow({3, 2, 7}), 0);
        QCOMPARE(parentOf({10, 637, 401}), (Tile{9, 318, 200}));
        QCOMPARE(parentOf({10, 637, 401}, 5), (Tile{5, 19, 12}));
    }

    void fillsTheAddress()
    {
        const Tile tile{10, 637, 401};
        QCOMPARE(tileUrl(u"https://t.example/{z}/{x}/{y}.png"_s, tile), QUrl(u"https://t.example/10/637/401.png"_s));
        QCOMPARE(tileUrl(u"https://t.example/{z}/{x}/{-y}.jpg?key=a%20b"_s, tile),
                 QUrl(u"https://t.example/10/637/622.jpg?key=a%20b"_s));
        QCOMPARE(tileUrl(u"https://{s}.t.example/{z}/{x}/{y}"_s, tile), QUrl(u"https://a.t.example/10/637/401"_s));
        QCOMPARE(templateHost(u"https://t.example/{z}/{x}/{y}.png?key=secret"_s), u"t.example"_s);
    }

    void takesDecentAddressesOnly_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<TemplateFault>("fault");
        QTest::newRow("good") << u"https://t.example/{z}/{x}/{y}.png"_s << TemplateFault::None;
        QTest::newRow("servers") << u"https://{s}.t.example/{z}/{x}/{y}.png"_s << TemplateFault::None;
        QTest::newRow("from the south") << u"https://t.example/{z}/{x}/{-y}.png"_s << TemplateFault::None;
        QTest::newRow("here") << u"http://localhost:8080/{z}/{x}/{y}.png"_s << TemplateFault::None;
        QTest::newRow("own network") << u"http://192.168.4.7/{z}/{x}/{y}.png"_s << TemplateFault::None;
        QTest::newRow("plain") << u"http://t.example/{z}/{x}/{y}.png"_s << TemplateFault::PlainHttp;
        QTest::newRow("like an own one") << u"http://192.168.4.7.example/{z}/{x}/{y}"_s << TemplateFault::PlainHttp;
        QTest::newRow("no row") << u"https://t.example/{z}/{x}.png"_s << TemplateFault::NoPlaces;
        QTest::newRow("no level") << u"https://t.example/{x}/{y}.png"_s << TemplateFault::NoPlaces;
        QTest::newRow("unknown place") << u"https://t.example/{z}/{x}/{y}{r}.png"_s << TemplateFault::NoPlaces;
        QTest::newRow("no address") << u"tiles/{z}/{x}/{y}.png"_s << TemplateFault::NotAnAddress;
        QTest::newRow("a file") << u"file:///etc/{z}/{x}/{y}.png"_s << TemplateFault::NotAnAddress;
        QTest::newRow("ftp") << u"ftp://t.example/{z}/{x}/{y}.png"_s << TemplateFault::NotAnAddress;
        QTest::newRow("no host") << u"https:///{z}/{x}/{y}.png"_s << TemplateFault::NotAnAddress;
    }
    void takesDecentAddressesOnly()
    {
        QFETCH(QString, address);
        QTEST(checkTemplate(address), "fault");
    }

    void knowsPrivateHosts()
    {
        for (const QString& host :
             {u"127.0.0.1"_s, u"10.1.2.3"_s, u"172.16.0.1"_s, u"172.31.9.9"_s, u"192.168.0.1"_s, u"169.254.1.1"_s,
              u"::1"_s, u"fd12::7"_s, u"fe80::1"_s, u"LOCALHOST"_s, u"maps.depot.internal"_s, u"maps.local"_s})
            QVERIFY2(isPrivateHost(host), qPrintable(host));
        for (const QString& host : {u"172.32.0.1"_s, u"172.15.0.1"_s, u"11.0.0.1"_s, u"192.169.0.1"_s, u"8.8.8.8"_s,
                                    u"2001:db8::1"_s, u"10.1.2"_s, u"10.1.2.300"_s, u"local"_s, u"notlocalhost"_s})
            QVERIFY2(!isPrivateHost(host), qPrintable(host));
    }

    void followsTwiceAndStaysEncrypted()
    {
        const QUrl safe(u"https://a.example/1"_s), other(u"https://b.example/1"_s), plain(u"http://a.example/1"_s);
        QVERIFY(mayFollow(safe, other, 0));
        QVERIFY(mayFollow(safe, other, 1));
        QVERIFY(!mayFollow(safe, other, 2));
        QVERIFY(!mayFollow(safe, plain, 0));
        QVERIFY(!mayFollow(plain, safe, 0));
        QVERIFY(!mayFollow(safe, QUrl(u"file:///etc/passwd"_s), 0));
    }

    void keepsForAWeekAtLeast()
    {
        const auto fresh = [](const CacheHeaders& headers) {
            return std::chrono::duration_cast<std::chrono::hours>(freshUntil(headers, kNow) - kNow);
        };
        QCOMPARE(fresh({}), 168h);
        QCOMPARE(fresh(control("max-age=60")), 168h);
        QCOMPARE(fresh(control("no-cache")), 168h);
        QCOMPARE(fresh(control("public, Max-Age=\"1209600\"")), 336h);
        QCOMPARE(fresh(control("max-age=99999999999999")), 365 * 24h);
        QCOMPARE(fresh(control("max-age=99999999999999999999")), 168h);
        QCOMPARE(fresh(control("max-age=-5")), 168h);
        QCOMPARE(fresh(control("", "Sun, 26 Apr 2026 12:00:00 GMT")), 19 * 24h);
        QCOMPARE(fresh(control("", "Mon, 06 Apr 2026 12:00:00 GMT")), 168h);
        QCOMPARE(fresh(control("", "0")), 168h);
        QCOMPARE(fresh(control("max-age=1209600", "Tue, 26 May 2026 12:00:00 GMT")), 336h); // the first one counts
        QVERIFY(mayKeep(control("max-age=5")));
        QVERIFY(!mayKeep(control("private, No-Store")));
    }

    void judgesTheAnswer()
    {
        QCOMPARE(tileAnswer(200), TileAnswer::Picture);
        QCOMPARE(tileAnswer(304), TileAnswer::Unchanged);
        for (const int status : {204, 404, 410})
            QCOMPARE(tileAnswer(status), TileAnswer::Absent);
        for (const int status : {429, 500, 502, 503})
            QCOMPARE(tileAnswer(status), TileAnswer::Wait);
        for (const int status : {301, 400, 401, 403, 206})
            QCOMPARE(tileAnswer(status), TileAnswer::Refused);
    }

    void leavesAServerAloneThatFails()
    {
        TilePause pause;
        QVERIFY(pause.isOver(kNow));
        pause.failed(kNow, 0s);
        QVERIFY(!pause.isOver(kNow + 14s) && pause.isOver(kNow + 15s));
        pause.failed(kNow, 0s);
        QVERIFY(!pause.isOver(kNow + 29s) && pause.isOver(kNow + 30s));
        pause.failed(kNow, 600s); // it names a longer time
        QVERIFY(!pause.isOver(kNow + 599s) && pause.isOver(kNow + 600s));
        for (int i = 0; i < 40; ++i)
            pause.failed(kNow, 0s);
        QVERIFY(!pause.isOver(kNow + 3599s) && pause.isOver(kNow + 3600s));
        pause.answered();
        QVERIFY(pause.isOver(kNow));
        pause.failed(kNow, 0s);
        QVERIFY(pause.isOver(kNow + 15s));
        pause.refused(kNow);
        QVERIFY(!pause.isOver(kNow + 14min) && pause.isOver(kNow + 15min));
    }
};

QTEST_GUILESS_MAIN(TestTileRules)
#include "tst_tilerules.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk reads where drivers are and were, believes no position without a driver, a time or a place, and asks as its
// server wants to be asked.
#include "services/wire/ondi/ondipositions.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::wire::ondidesk;

namespace {

const QByteArray kNews = R"({"success":true,"message":"","data":{"cursor":4711,"more":true,"positions":[
 {"driver_id":"d1","at":"2026-04-07T11:59:00.250000Z","latitude":36.19,"longitude":44.01,"heading":270.5,
  "speed_kmh":41.25,"accuracy_m":8,"order_id":null},
 {"driver_id":"d2","at":"2026-04-07T11:58:00Z","latitude":-33.5,"longitude":-70.25,"heading":null,"speed_kmh":null,
  "accuracy_m":null,"order_id":"o1"}]}})";

Instant at(const QString& text)
{
    return parseInstant(text).value();
}

} // namespace

class OndiPositionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsNews()
    {
        const auto news = decodePositionNews(kNews);
        QVERIFY(news);
        QCOMPARE(news->cursor, 4711);
        QVERIFY(news->more);
        QCOMPARE(news->drift.count, 0);
        QCOMPARE(news->rows.size(), 2);
        QCOMPARE(news->rows[0],
                 (Position{{u"d1"_s}, at(u"2026-04-07T11:59:00.250Z"_s), {36.19, 44.01}, 270.5, 41.25, 8}));
        QCOMPARE(news->rows[1], (Position{{u"d2"_s}, at(u"2026-04-07T11:58:00Z"_s), {-33.5, -70.25}, {}, {}, {}}));
    }

    void leavesOutWhatSaysNothing_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("no driver") << QByteArray(R"("driver_id":"d1",)") << QByteArray();
        QTest::newRow("no time") << QByteArray(R"("at":"2026-04-07T11:59:00.250000Z",)") << QByteArray();
        QTest::newRow("no place") << QByteArray(R"("latitude":36.19,)") << QByteArray();
        QTest::newRow("beyond the pole") << QByteArray("36.19") << QByteArray("96.19");
        QTest::newRow("a time that is none") << QByteArray("11:59:00") << QByteArray("31:59:00");
    }
    void leavesOutWhatSaysNothing()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        const auto news = decodePositionNews(QByteArray(kNews).replace(from, to));
        QVERIFY(news);
        QCOMPARE(news->rows.size(), 1);
        QVERIFY(news->drift.count > 0);
        QCOMPARE(news->cursor, 4711);
    }

    void wantsACursor()
    {
        const auto news = decodePositionNews(R"({"success":true,"data":{"positions":[]}})");
        QVERIFY(!news);
        QCOMPARE(news.error().kind, Error::Kind::Malformed);
    }

    void readsATrack()
    {
        QByteArray body = kNews;
        body.replace(R"("cursor":4711,"more":true)", R"("next_cursor":"99.d1")");
        const auto track = decodeTrack(body);
        QVERIFY(track);
        QCOMPARE(track->nextCursor, u"99.d1"_s);
        QCOMPARE(track->rows.size(), 2);
        body.replace(R"("99.d1")", "null");
        QCOMPARE(decodeTrack(body)->nextCursor, std::nullopt);
    }

    void asks()
    {
        QCOMPARE(positionNews(12).target, QByteArray("/delivery/positions?since=12"));
        QCOMPARE(track({u"d 1"_s}, at(u"2026-04-07T00:00:00Z"_s), at(u"2026-04-08T00:00:00Z"_s), {}).target,
                 QByteArray("/delivery/positions/history?from=2026-04-07T00%3A00%3A00Z"
                            "&to=2026-04-08T00%3A00%3A00Z&driver_id=d%201"));
        QVERIFY(track({u"d"_s}, {}, {}, u"5.d"_s).target.endsWith("&after=5.d"));
    }
};

QTEST_GUILESS_MAIN(OndiPositionsTest)
#include "tst_ondi_positions.moc"

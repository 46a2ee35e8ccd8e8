// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk reads map tiles from an MBTiles file, the right way up, writes nothing into it, and says what is wrong with
// one that it cannot show.
#include "tests/facade/tilebench.h"
#include "tests/support/mbtilesfile.h"

using namespace waydesk;
using namespace waydesk::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QList<std::pair<QByteArray, QByteArray>> kMetadata{
    {"name", "Erbil <b>streets</b>"},
    {"format", "png"},
    {"bounds", "43.5,35.9,44.5,36.6"},
    {"minzoom", "9"},
    {"maxzoom", "11"},
    {"attribution", "&copy; <a href=\"https://osm.example\">Mappers &amp; friends</a>"}};

struct FileBench : TileBench
{
    QString path = folder.path() + u"/city 100%?#.mbtiles"_s;
    void use()
    {
        QSignalSpy told(service.get(), &facade::TileSource::told);
        TileChoice choice;
        choice.from = TileChoice::From::File;
        choice.file = path;
        service->use(choice);
        QVERIFY(told.wait());
    }
};

} // namespace

class TestMbTiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheRightWayUp()
    {
        FileBench bench;
        QVERIFY(writeMbTiles(bench.path, kMetadata,
                             {{10, 637, 622, tileBytes(Qt::red)}, {10, 637, 401, tileBytes(Qt::blue)}}));
        bench.use();
        const TileReport& report = bench.service->report();
        QVERIFY(report.isOn);
        QCOMPARE(report.fault, TileFault::None);
        QCOMPARE(report.detail, u"Erbil streets"_s);
        QCOMPARE(report.attribution, u"© Mappers & friends"_s);
        QCOMPARE(report.leastZoom, 9);
        QCOMPARE(report.mostZoom, 11);
        QVERIFY(bench.comes({10, 637, 401})); // row 622 from the south
        QCOMPARE(bench.service->picture({10, 637, 401}).pixelColor(5, 5), QColor(Qt::red));
        bench.misses({10, 636, 401}); // not in it
        bench.misses({10, 637, 622}); // Blue lies outside the bounds that the file tells.
        QVERIFY(bench.peer.requests.isEmpty());
    }

    void namesWhoseItIs()
    {
        FileBench bench;
        QVERIFY(writeMbTiles(bench.path, {{"format", "jpg"}}, {{3, 1, 2, tileBytes(Qt::green, "jpg")}}));
        bench.use();
        QCOMPARE(bench.service->report().attribution, u"MBTiles"_s);
        QCOMPARE(bench.service->report().leastZoom, 3); // as its tiles are
        QCOMPARE(bench.service->report().mostZoom, 3);
        QVERIFY(bench.comes({3, 1, 5}));
        TileChoice choice = bench.service->choice();
        choice.attribution = u"Our own survey"_s;
        bench.service->use(choice);
        QVERIFY(QTest::qWaitFor([&] { return bench.service->report().attribution == u"Our own survey"_s; }));
    }

    void writesNothing()
    {
        FileBench bench;
        QVERIFY(writeMbTiles(bench.path, kMetadata, {{10, 637, 622, tileBytes(Qt::red)}}));
        QFile file(bench.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner));
        bench.use();
        QVERIFY(bench.comes({10, 637, 401}));
        bench.service.reset();
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), before);
        QCOMPARE(QDir(bench.folder.path()).entryList(QDir::Files).size(), 1); // nor beside it
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QByteArray>("tile");
        QTest::addColumn<TileFault>("fault");
        QTest::addColumn<QString>("detail");
        QTest::newRow("vector tiles") << QByteArray("pbf") << QByteArray("\x1f\x8b\x08") << TileFault::VectorTiles
                                      << u"pbf"_s;
        QTest::newRow("vector tiles, unsaid")
            << QByteArray() << QByteArray("\x1f\x8b\x08") << TileFault::VectorTiles << u"pbf"_s;
        QTest::newRow("webp") << QByteArray("webp") << QByteArray("RIFF....WEBP") << TileFault::OtherFormat
                              << u"webp"_s;
        QTest::newRow("png that is none")
            << QByteArray("png") << QByteArray("hello") << TileFault::OtherFormat << u"png"_s;
        QTest::newRow("no tiles") << QByteArray("png") << QByteArray() << TileFault::NotMbtiles << QString();
    }
    void saysWhatIsWrong()
    {
        QFETCH(QByteArray, format);
        QFETCH(QByteArray, tile);
        FileBench bench;
        QList<std::pair<QByteArray, QByteArray>> metadata;
        if (!format.isEmpty())
            metadata.append({"format", format});
        QVERIFY(writeMbTiles(bench.path, metadata,
                             tile.isEmpty() ? QList<MbTilesRow>() : QList<MbTilesRow>{{3, 1, 2, tile}}));
        bench.use();
        QVERIFY(!bench.service->report().isOn);
        QTEST(bench.service->report().fault, "fault");
        QTEST(bench.service->report().detail, "detail");
        bench.misses({3, 1, 5});
    }

    void refusesWhatIsNoFileOfTiles()
    {
        FileBench bench;
        bench.use();
        QCOMPARE(bench.service->report().fault, TileFault::NoFile);
        QFile file(bench.path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        bench.service->use({});
        bench.use();
        QTRY_COMPARE(bench.service->report().fault, TileFault::NotMbtiles);
        QVERIFY(!bench.service->report().isOn);
    }

    void saysWhenAFileBreaksOff()
    {
        FileBench bench;
        QList<MbTilesRow> rows;
        QImage noise(256, 256, QImage::Format_RGB32);
        for (int i = 0; i < 40; ++i) {
            for (int at = 0; at < 256 * 256; ++at)
                reinterpret_cast<quint32*>(noise.bits())[at] =
                    static_cast<quint32>(at * 2654435761U + 7U * static_cast<quint32>(i));
            rows.append({6, i, 3, tileBytes(noise)});
        }
        QVERIFY(writeMbTiles(bench.path, {{"format", "png"}, {"minzoom", "6"}, {"maxzoom", "6"}}, rows));
        QFile file(bench.path);
        QVERIFY(file.resize(file.size() / 2));
        bench.use();
        QList<Tile> all;
        for (int i = 0; i < 40; ++i)
            all.append({6, i, 60});
        bench.service->want(&bench.viewer, all);
        QVERIFY(QTest::qWaitFor([&] { return bench.service->report().fault == TileFault::NotMbtiles; }));
        QVERIFY(bench.service->picture({6, 39, 60}).isNull());
    }
};

QTEST_GUILESS_MAIN(TestMbTiles)
#include "tst_mbtiles.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's map shows tiles without a seam at every zoom and around the world, something in place of one that is not
// there yet, and never less than the basemap.
#include "tests/ui/tilesbench.h"
#include "ui/map/places.h"
#include "ui/map/tilegrid.h"

#include <QSet>
#include <QSignalSpy>

using namespace waydesk;
using namespace waydesk::test;
using namespace waydesk::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

Tile tileOf(const QGeoCoordinate& place, int level)
{
    const QPointF world = toWorld(place);
    return {level, static_cast<int>(world.x() * (1 << level)), static_cast<int>(world.y() * (1 << level))};
}

} // namespace

class TestMapTiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTheTilesThatShow()
    {
        // By the well-known formula, Erbil (36.1911, 44.0092) lies in 10/637/401.
        const std::vector<GridCell> cells = tileGrid(Camera(kErbil, 10, {200, 200}), 10, 1);
        QVERIFY(!cells.empty());
        QCOMPARE(cells.front().tile, (Tile{10, 637, 401}));
        QCOMPARE(tileGrid(Camera(QGeoCoordinate(0, 0), 0, {256, 256}), 0, 1),
                 (std::vector<GridCell>{{{0, 0, 0}, {0, 0, 256, 256}}}));
        QVERIFY(tileLevel(10.4, 0, 19) == 10 && tileLevel(10.5, 0, 19) == 11);
        QVERIFY(tileLevel(20, 0, 14) == 14); // magnified
        QVERIFY(!tileLevel(8, 9, 14));
    }

    void leavesNoSeam_data()
    {
        QTest::addColumn<double>("zoom");
        QTest::addColumn<double>("ratio");
        for (const double zoom : {2.0, 5.31, 9.499, 9.5, 13.77, 18.02}) {
            for (const double ratio : {1.0, 1.25, 2.0})
                QTest::addRow("%g at %g", zoom, ratio) << zoom << ratio;
        }
    }
    void leavesNoSeam()
    {
        QFETCH(double, zoom);
        QFETCH(double, ratio);
        Camera camera(kErbil, zoom, {900, 600});
        QHash<Tile, QSet<std::pair<int, int>>> sizes;
        for (int step = 0; step < 40; ++step) {
            camera = camera.pannedBy({-3.37, 1.91});
            QImage covered(QSize(900, 600) * ratio, QImage::Format_RGB32);
            covered.fill(0);
            qint64 area = 0;
            QPainter painter(&covered);
            for (const GridCell& cell : tileGrid(camera, static_cast<int>(std::lround(zoom)), ratio)) {
                painter.fillRect(cell.device, Qt::white);
                const QRect seen = cell.device & covered.rect();
                area += qint64{seen.width()} * seen.height();
                sizes[cell.tile].insert({cell.device.width(), cell.device.height()});
            }
            painter.end();
            QCOMPARE(area, qint64{covered.width()} * covered.height()); // nothing twice
            for (int x = 0; x < covered.width(); x += 7)
                QCOMPARE(covered.pixel(x, covered.height() / 2), qRgb(255, 255, 255));
        }
        for (const auto& seen : std::as_const(sizes))
            QCOMPARE(seen.size(), 1); // dragging changes no tile's size
    }

    void neverShowsLessThanTheBasemap_data()
    {
        QTest::addColumn<double>("zoom");
        for (const double zoom : {3.0, 6.4, 9.0, 14.0, 20.0})
            QTest::addRow("%g", zoom) << zoom;
    }
    void neverShowsLessThanTheBasemap()
    {
        QFETCH(double, zoom);
        TiledBench bench; // every tile is refused
        MapBench bare;
        bench.view.setCamera(Camera(kBaghdad, zoom, bench.view.size()));
        bare.view.setCamera(bench.view.camera());
        QCOMPARE(bench.middle(), bare.picture().copy(4, 4, 892, 540));
        QVERIFY(!bench.tiles.wanted.isEmpty());
        QVERIFY(!bench.view.tiles()->coversAll());
        // And where there are tiles of other levels only.
        TileReport deep = bench.tiles.report();
        deep.leastZoom = 21;
        deep.mostZoom = 22;
        bench.tiles.set(deep);
        QCOMPARE(bench.middle(), bare.picture().copy(4, 4, 892, 540));
        QVERIFY(bench.tiles.wanted.isEmpty());
    }

    void coversTheGround()
    {
        TiledBench bench;
        bench.tiles.fill(plain(Qt::magenta));
        const QImage picture = bench.middle();
        for (int y = 0; y < picture.height(); y += 3) {
            for (int x = 0; x < picture.width(); ++x)
                QCOMPARE(picture.pixelColor(x, y), QColor(Qt::magenta));
        }
        QVERIFY(bench.view.tiles()->coversAll());
        QCOMPARE(bench.view.timesGroundMade(), 0); // what is not seen is not painted
        QVERIFY(bench.tiles.wanted.isEmpty());
    }

    void asksForWhatIsInViewFromTheMiddleOut()
    {
        TiledBench bench;
        bench.view.setCamera(Camera(kErbil, 10, bench.view.size()));
        bench.picture();
        QCOMPARE(bench.tiles.wanted.first(), tileOf(kErbil, 10));
        QVERIFY(bench.tiles.wanted.size() <= 5 * 4);
        for (const Tile& tile : std::as_const(bench.tiles.wanted))
            QVERIFY(tile.z == 10 && std::abs(tile.x - 637) <= 2 && std::abs(tile.y - 401) <= 2);
        bench.tiles.put(tileOf(kErbil, 10), plain(Qt::red));
        bench.picture();
        QVERIFY(!bench.tiles.wanted.contains(tileOf(kErbil, 10)));
    }

    void showsThePartOfAParent_data()
    {
        QTest::addColumn<int>("up");
        for (int up = 1; up <= 6; ++up)
            QTest::addRow("%d up", up) << up;
    }
    void showsThePartOfAParent()
    {
        QFETCH(int, up);
        TiledBench bench;
        // Tile 12/2053/2054 and its parents: the centre of each parent, a hair to the south-east.
        const Tile parent{12 - up, (1 << (11 - up)) + 1, (1 << (11 - up)) + 1};
        const double side = 1.0 / (1 << parent.z);
        const QGeoCoordinate corner = fromWorld({(parent.x + 0.5) * side, (parent.y + 0.5) * side});
        bench.view.setCamera(Camera(corner, 12, bench.view.size()));
        bench.tiles.put(parent, quarters());
        const QImage picture = bench.picture();
        const auto at = [&](int dx, int dy) { return picture.pixelColor(450 + dx, 300 + dy); };
        if (up == 6) { // a pixel would be as large as a house
            QVERIFY(at(-40, -40) != QColor(Qt::red));
            return;
        }
        QCOMPARE(at(-40, -40), QColor(Qt::red));
        QCOMPARE(at(40, -40), QColor(Qt::green));
        QCOMPARE(at(-40, 40), QColor(Qt::blue));
        QCOMPARE(at(40, 40), QColor(Qt::yellow));
        QVERIFY(bench.view.tiles()->whole().empty());
    }

    void showsTheChildren()
    {
        TiledBench bench;
        const Tile tile = tileOf(kErbil, 10);
        const double side = 1.0 / (1 << 10);
        const QGeoCoordinate middle = fromWorld({(tile.x + 0.5) * side, (tile.y + 0.5) * side});
        bench.view.setCamera(Camera(middle, 10, bench.view.size()));
        const QColor colours[] = {Qt::red, Qt::green, Qt::blue, Qt::yellow};
        for (int i = 0; i < 4; ++i)
            bench.tiles.put({11, 2 * tile.x + i % 2, 2 * tile.y + i / 2}, plain(colours[i]));
        QImage picture = bench.picture();
        for (int i = 0; i < 4; ++i)
            QCOMPARE(picture.pixelColor(450 + (i % 2 ? 64 : -64), 300 + (i / 2 ? 64 : -64)), colours[i]);
        for (int x = 323; x < 577; ++x)
            QVERIFY2(picture.pixelColor(x, 290) == colours[0] || picture.pixelColor(x, 290) == colours[1], "a seam");
        // Its own picture takes their place.
        bench.tiles.put(tile, plain(Qt::cyan));
        QCOMPARE(bench.picture().pixelColor(400, 250), QColor(Qt::cyan));
    }

    void doesNotFlickerWhileItZooms()
    {
        TiledBench bench;
        bench.view.setCamera(Camera(kErbil, 10, bench.view.size()));
        bench.picture();
        const QList<Tile> first = bench.tiles.wanted;
        for (const Tile& tile : first)
            bench.tiles.put(tile, plain(Qt::magenta));
        bench.picture();
        for (int i = 0; i < 12; ++i) { // three levels in: nothing of them is there
            bench.wheel(60, {450, 300});
            QCOMPARE(bench.picture().pixelColor(450, 300), QColor(Qt::magenta));
            QCOMPARE(bench.picture().pixelColor(20, 20), QColor(Qt::magenta));
        }
        QTRY_VERIFY(!bench.view.isZooming());
        QCOMPARE(bench.picture().pixelColor(20, 20), QColor(Qt::magenta));
        for (int i = 0; i < 14; ++i) // and out again, past where they are whole
            bench.wheel(-60, {450, 300});
        QCOMPARE(bench.picture().pixelColor(450, 300), QColor(Qt::magenta));
    }

    void goesAroundTheWorld()
    {
        TiledBench bench;
        bench.view.setCamera(Camera(QGeoCoordinate(10, 179.9), 4, bench.view.size()));
        for (int y = 0; y < 16; ++y) {
            bench.tiles.at.insert({4, 15, y}, plain(Qt::red));
            bench.tiles.at.insert({4, 0, y}, plain(Qt::blue));
        }
        Q_EMIT bench.tiles.came();
        const QImage picture = bench.picture();
        const int line = qRound(bench.view.camera().toScreen({1, 0}).x());
        QCOMPARE(picture.pixelColor(line - 2, 200), QColor(Qt::red));
        QCOMPARE(picture.pixelColor(line + 2, 200), QColor(Qt::blue));
        for (const Tile& tile : std::as_const(bench.tiles.wanted))
            QVERIFY(tile.x >= 0 && tile.x < 16 && tile.y >= 0 && tile.y < 16);
    }

    void paintsEveryDevicePixel()
    {
        HandTiles tiles;
        tiles.fill(plain(Qt::magenta));
        TileLayer layer(tiles, nullptr);
        for (const double zoom : {6.0, 6.3, 6.49}) {
            QImage device(800, 600, QImage::Format_RGB32);
            device.setDevicePixelRatio(2);
            device.fill(Qt::red);
            QPainter painter(&device);
            for (const bool zooming : {true, false}) {
                layer.prepare(Camera(kErbil, zoom, {400, 300}), {.ratio = 2, .zooming = zooming});
                QVERIFY(layer.coversAll());
                layer.paint(painter);
                QCOMPARE(device.pixelColor(0, 0), QColor(Qt::magenta));
                for (int x = 0; x < 800; ++x)
                    QCOMPARE(device.pixelColor(x, 311), QColor(Qt::magenta));
                painter.fillRect(0, 0, 400, 300, Qt::red);
            }
        }
    }

    // Level 14 at zoom 20: a tile is 16,384 pixels wide.
    void magnifiesWithoutAPictureOfItsOwn()
    {
        TiledBench bench;
        TileReport shallow = bench.tiles.report();
        shallow.mostZoom = 14;
        bench.tiles.set(shallow);
        bench.tiles.fill(plain(Qt::magenta));
        bench.view.setCamera(Camera(kErbil, 20, bench.view.size()));
        const QImage picture = bench.middle();
        for (int x = 0; x < picture.width(); ++x)
            QCOMPARE(picture.pixelColor(x, 300), QColor(Qt::magenta));
        QCOMPARE(bench.view.tiles()->timesScaled(), 0);
        QVERIFY(bench.view.tiles()->coversAll());
    }

    void scalesOncePerZoom()
    {
        TiledBench bench;
        bench.tiles.fill(plain(Qt::magenta));
        bench.view.setCamera(Camera(kErbil, 9.3, bench.view.size()));
        bench.picture();
        const int before = bench.view.tiles()->timesScaled();
        QVERIFY(before > 4);
        bench.view.setCamera(bench.view.camera().pannedBy({5, 3}));
        bench.picture();
        bench.view.setCamera(bench.view.camera().pannedBy({-5, -3}));
        bench.picture();
        QVERIFY(bench.view.tiles()->timesScaled() <= before + 6); // what came in at an edge
    }

    void scalesALargeViewOverSomeFrames()
    {
        TiledBench bench;
        bench.view.resize(2600, 1700);
        bench.view.setCamera(Camera(kErbil, 9.3, bench.view.size())); // nothing is at hand yet
        bench.picture();
        QVERIFY(!bench.view.tiles()->coversAll());
        bench.tiles.fill(plain(Qt::magenta));
        QSignalSpy changed(bench.view.tiles(), &TileLayer::changed);
        bench.picture();
        QVERIFY(bench.view.tiles()->coversAll()); // coarse, and whole
        const int first = bench.view.tiles()->timesScaled();
        QTRY_VERIFY(!changed.isEmpty()); // asks for the next frame by itself
        int before = first;
        for (int frame = 0; frame < 20; ++frame) {
            before = bench.view.tiles()->timesScaled();
            bench.picture();
        }
        QVERIFY(before > 2 * first);                         // in one frame it was a part of them
        QCOMPARE(bench.view.tiles()->timesScaled(), before); // and now there is nothing left to scale
        QVERIFY(bench.view.tiles()->coversAll());
    }

    void dimsTilesInTheDark()
    {
        TiledBench bench(Theme::Preference::Dark);
        bench.tiles.fill(plain(Qt::white));
        const int dark = bench.picture().pixelColor(450, 300).lightness();
        QVERIFY(dark > 150 && dark < 215);
        bench.wheel(30, {450, 300}); // while it zooms, too
        QVERIFY(std::abs(bench.picture().pixelColor(450, 300).lightness() - dark) <= 1);
        bench.theme.setPreference(Theme::Preference::Light);
        QCOMPARE(bench.picture().pixelColor(450, 300), QColor(Qt::white));
    }

    void letsTilesNameTheirTowns()
    {
        static const Towns towns = Towns::embedded();
        TiledBench bench;
        TownLayer layer(bench.theme, towns);
        bench.view.addLayer(layer);
        bench.view.setCamera(Camera(kErbil, 9, bench.view.size()));
        bench.tiles.fill(plain(Qt::white));
        const QImage covered = bench.middle();
        for (int y = 0; y < covered.height(); y += 2) {
            for (int x = 0; x < covered.width(); ++x)
                QCOMPARE(covered.pixelColor(x, y), QColor(Qt::white));
        }
        bench.tiles.fill({});
        QImage named = bench.middle();
        MapBench bare;
        bare.view.setCamera(bench.view.camera());
        QVERIFY(named != bare.picture().copy(4, 4, 892, 540));
    }

    void alwaysSaysWhoseMapItIs()
    {
        TiledBench bench;
        bench.tiles.fill(plain(Qt::white));
        const QColor muted = bench.theme.colours().muted;
        const auto inked = [&](const QImage& picture, const QRect& area) {
            int count = 0;
            for (int y = area.top(); y <= area.bottom(); ++y) {
                for (int x = area.left(); x <= area.right(); ++x)
                    count += contrast(picture.pixelColor(x, y), muted) < 1.3;
            }
            return count;
        };
        const QRect where(450, 560, 446, 36); // wider than what the basemap says alone
        const int with = inked(bench.picture(), where);
        TileReport off;
        bench.tiles.set(off);
        bench.tiles.fill({});
        const int without = inked(bench.picture(), where);
        QVERIFY2(with > without + 150, qPrintable(u"%1 %2"_s.arg(with).arg(without)));
        // However long, none of it is cut: it takes more lines.
        TileReport wordy = off;
        wordy.isOn = true;
        wordy.mostZoom = 19;
        wordy.attribution = QString(u"Surveyors and contributors "_s).repeated(12);
        bench.tiles.set(wordy);
        bench.tiles.fill(plain(Qt::white));
        QVERIFY(inked(bench.picture(), {300, 530, 590, 20}) > 100);
    }

    void followsAnotherChoiceAtOnce()
    {
        TiledBench bench;
        bench.tiles.fill(plain(Qt::magenta));
        QCOMPARE(bench.picture().pixelColor(450, 300), QColor(Qt::magenta));
        bench.tiles.everywhere = {};
        bench.tiles.set({});
        MapBench bare;
        QCOMPARE(bench.middle(), bare.picture().copy(4, 4, 892, 540));
        QVERIFY(bench.tiles.wanted.isEmpty());
    }
};

QTEST_MAIN(TestMapTiles)
#include "tst_maptiles.moc"

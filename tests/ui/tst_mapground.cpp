// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's map shows land and sea without a network, in both schemes, at every zoom and across the date line, with a
// true scale; and does not paint the world again for every pixel of a drag.
#include "tests/ui/mapbench.h"
#include "ui/map/scalebar.h"

#include <QPainter>
#include <QSet>

using namespace waydesk;
using namespace waydesk::test;
using namespace waydesk::ui;
using namespace Qt::Literals::StringLiterals;

namespace {
const QGeoCoordinate kGulf(27.0, 51.5);
}

class TestMapGround : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paintsLandAndWater_data()
    {
        QTest::addColumn<Theme::Preference>("scheme");
        QTest::addColumn<double>("zoom");
        for (const double zoom : {3.0, 4.5, 6.0}) {
            QTest::addRow("light %g", zoom) << Theme::Preference::Light << zoom;
            QTest::addRow("dark %g", zoom) << Theme::Preference::Dark << zoom;
        }
    }
    void paintsLandAndWater()
    {
        QFETCH(Theme::Preference, scheme);
        QFETCH(double, zoom);
        MapBench bench(scheme);
        bench.view.setCamera(Camera(QGeoCoordinate(30, 48), zoom, bench.view.size()));
        const QColor land = bench.colourAt(kBaghdad), water = bench.colourAt(kGulf);
        QCOMPARE(land, bench.theme.colours().background);
        QVERIFY(land != water);
        // Water is bluer than land, and no text in the theme's look would drown in it.
        QVERIFY(water.blue() - water.red() > land.blue() - land.red());
        QVERIFY(contrast(bench.theme.colours().text, water) > 4.5);
        QVERIFY(contrast(bench.theme.colours().muted, water) > 4.5);
    }

    void knowsPlacesEverywhere()
    {
        MapBench bench;
        const QColor land = bench.theme.colours().background;
        const std::vector<std::pair<QGeoCoordinate, bool>> places{
            {{28.7, 77.0}, true},   {{41.5, 50.8}, false}, {{7.3, 3.6}, true},      {{2.2, 2.3}, false},
            {{66.8, -175.5}, true}, {{67.3, 178}, true},   {{60.3, -179.2}, false}, {{-79.2, 121.3}, true}};
        for (const auto& [place, isLand] : places) {
            bench.view.setCamera(Camera(place, 5, bench.view.size()));
            QVERIFY2((bench.colourAt(place) == land) == isLand, qPrintable(place.toString()));
        }
    }

    void turnsDarkWithTheTheme()
    {
        MapBench bench;
        const QColor light = bench.colourAt(kBaghdad);
        bench.theme.setPreference(Theme::Preference::Dark);
        QVERIFY(bench.colourAt(kBaghdad).lightness() < light.lightness() - 100);
        QCOMPARE(bench.colourAt(kBaghdad), bench.theme.colours().background);
    }

    void draggingPaintsTheGroundOnce()
    {
        MapBench bench;
        bench.picture();
        const int before = bench.view.timesGroundMade();
        bench.mouse(QEvent::MouseButtonPress, {400, 300}, Qt::LeftButton);
        for (int i = 1; i <= 80; ++i) { // within the margin of a tenth
            bench.mouse(QEvent::MouseMove, QPointF(400 + i, 300 + i / 2.0), Qt::LeftButton);
            bench.picture();
        }
        QCOMPARE(bench.view.timesGroundMade(), before);
        bench.mouse(QEvent::MouseMove, {800, 300}, Qt::LeftButton);
        bench.picture();
        QCOMPARE(bench.view.timesGroundMade(), before + 1);
        // A zoom's steps are painted as they are: a picture with a margin would serve for one of them.
        for (int i = 0; i < 5; ++i) {
            bench.wheel(20, {400, 300});
            bench.picture();
        }
        QCOMPARE(bench.view.timesGroundMade(), before + 1);
        QTRY_VERIFY(!bench.view.isZooming());
        bench.picture();
        QCOMPARE(bench.view.timesGroundMade(), before + 2);
    }

    void aZoomsStepIsTheGroundThere()
    {
        MapBench zoomed, fresh;
        zoomed.wheel(60, {400, 300});
        QVERIFY(zoomed.view.isZooming());
        fresh.view.setCamera(zoomed.view.camera());
        QVERIFY(!fresh.view.isZooming());
        const QImage step = zoomed.picture(), still = fresh.picture();
        qsizetype unlike = 0;
        for (int y = 0; y < still.height(); ++y) {
            for (int x = 0; x < still.width(); ++x)
                unlike += std::abs(step.pixelColor(x, y).lightness() - still.pixelColor(x, y).lightness()) > 40;
        }
        QVERIFY2(unlike < 200, qPrintable(QString::number(unlike)));
    }

    void aShiftedGroundIsTheGroundThere()
    {
        MapBench dragged;
        dragged.picture();
        dragged.view.setCamera(dragged.view.camera().pannedBy({80, -50}));
        MapBench fresh;
        fresh.view.setCamera(dragged.view.camera());
        const QImage shifted = dragged.picture(), painted = fresh.picture();
        QCOMPARE(dragged.view.timesGroundMade(), 1);
        // Thinning begins at other points where a shape is cut elsewhere: shades along the shores may differ.
        qsizetype unlike = 0;
        for (int y = 0; y < painted.height(); ++y) {
            for (int x = 0; x < painted.width(); ++x)
                unlike += std::abs(shifted.pixelColor(x, y).lightness() - painted.pixelColor(x, y).lightness()) > 40;
        }
        QVERIFY2(unlike < 200, qPrintable(QString::number(unlike)));
    }

    // A picture of 2 by 2 device pixels to each logical one, and the same one shifted by half a logical pixel.
    void paintsEveryDevicePixel()
    {
        Ground ground(basemap());
        const GroundLook look{Qt::blue, Qt::white, Qt::gray, Qt::black, Qt::blue};
        const auto paint = [&](const Camera& camera) {
            QPixmap device(800, 600);
            device.setDevicePixelRatio(2);
            device.fill(Qt::red);
            QPainter painter(&device);
            ground.paint(painter, camera, look);
            painter.end();
            return device.toImage();
        };
        const Camera camera(QGeoCoordinate(30, 48), 5, {400, 300});
        const QImage first = paint(camera);
        QCOMPARE(first.pixelColor((camera.project(kBaghdad) * 2).toPoint()), QColor(Qt::white));
        QCOMPARE(first.pixelColor((camera.project(kGulf) * 2).toPoint()), QColor(Qt::blue));
        const QImage shifted = paint(camera.pannedBy({0.5, 0}));
        QCOMPARE(ground.timesMade(), 1);
        QCOMPARE(shifted.copy(1, 0, 799, 600), first.copy(0, 0, 799, 600));
        paint(camera.pannedBy({150, 100}));
        QCOMPARE(ground.timesMade(), 2);
    }

    void crossesTheDateLineWithoutASeam()
    {
        MapBench bench;
        bench.view.setCamera(Camera(QGeoCoordinate(67, 179.9), 5, bench.view.size()));
        bench.picture();
        bench.view.setCamera(bench.view.camera().pannedBy({-40, 0}));
        QVERIFY(bench.view.camera().centre().longitude() < 0);
        const QImage picture = bench.picture();
        QCOMPARE(bench.view.timesGroundMade(), 1);
        // Along the 67th parallel in Chukotka the line itself leaves no mark, the grid apart.
        const QPointF line = bench.view.camera().project({67.3, 180});
        for (int x = -6; x <= 6; ++x) {
            if (std::abs(x) > 1) {
                QCOMPARE(picture.pixelColor(line.toPoint() + QPoint(x, 0)), bench.theme.colours().background);
            }
        }
    }

    void isNeverBlank_data()
    {
        QTest::addColumn<double>("zoom");
        for (const double zoom : {0.0, 1.5, 3.0, 6.0, 9.0, 14.0, 20.0})
            QTest::addRow("%g", zoom) << zoom;
    }
    void isNeverBlank()
    {
        QFETCH(double, zoom);
        MapBench bench;
        bench.view.setCamera(Camera(kBaghdad, zoom, bench.view.size()));
        QSet<QRgb> colours;
        const QImage picture = bench.picture();
        for (int y = 20; y < 500; ++y) { // above scale and credit
            for (int x = 20; x < 880; ++x)
                colours.insert(picture.pixel(x, y));
        }
        QVERIFY2(colours.size() > 1, "neither shore, border nor grid");
        QVERIFY(colours.contains(bench.theme.colours().background.rgb()));
    }

    void scaleIsRoundAndTrue()
    {
        for (double metresPerPixel = 0.001; metresPerPixel < 2e5; metresPerPixel *= 1.37) {
            const ScaleBar bar = scaleBarFor(metresPerPixel, 120);
            QVERIFY(bar.width <= 120 + 1e-9 && bar.width > 120 / 2.5 - 1e-9);
            QVERIFY(std::abs(bar.width * metresPerPixel / bar.metres - 1) < 1e-9);
            const double first = bar.metres / std::pow(10, std::floor(std::log10(bar.metres * 1.0001)));
            QVERIFY2(std::abs(first - 1) < 1e-6 || std::abs(first - 2) < 1e-6 || std::abs(first - 5) < 1e-6,
                     qPrintable(QString::number(bar.metres)));
        }
        QCOMPARE(scaleBarFor(10, 120).metres, 1000.0);
        QCOMPARE(scaleBarFor(10, 99).metres, 500.0);
        QCOMPARE(scaleBarFor(10, 20).metres, 200.0);
    }

    void showsScaleAndCreditAtTheirEdges_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("left to right") << Qt::LeftToRight;
        QTest::newRow("right to left") << Qt::RightToLeft;
    }
    void showsScaleAndCreditAtTheirEdges()
    {
        QFETCH(Qt::LayoutDirection, direction);
        MapBench bench;
        bench.view.setLayoutDirection(direction);
        // Deep in the Western Desert: nothing but land and the grid, which is faint.
        bench.view.setCamera(Camera(QGeoCoordinate(25.5, 28.5), 9, bench.view.size()));
        const QImage picture = bench.picture();
        const QColor land = bench.theme.colours().background;
        const auto inked = [&](const QRect& area) {
            int count = 0;
            for (int y = area.top(); y <= area.bottom(); ++y) {
                for (int x = area.left(); x <= area.right(); ++x)
                    count += contrast(picture.pixelColor(x, y), land) > 2;
            }
            return count;
        };
        const QRect left(0, 560, 200, 40), right(700, 560, 200, 40);
        QVERIFY(inked(left) > 100 && inked(right) > 100);
        QCOMPARE(inked({200, 0, 500, 600}), 0);
        // The bar under the scale is a long straight line; letters are not.
        const QRect bar = direction == Qt::LeftToRight ? QRect(12, 580, 60, 8) : QRect(828, 580, 60, 8);
        QVERIFY(inked(bar) >= 60);
    }

    void everySceneIsOfItsScheme()
    {
        MapBench bench(Theme::Preference::Light, {1100, 700});
        const std::vector<std::pair<QString, Camera>> scenes{
            {u"1"_s, Camera(kErbil, 1, {1100, 700})},
            {u"3"_s, Camera(kErbil, 3, {1100, 700})},
            {u"6"_s, Camera(kErbil, 6, {1100, 700})},
            {u"9"_s, Camera(QGeoCoordinate(29.9, 48.4), 9, {1100, 700})},
            {u"south"_s, Camera(QGeoCoordinate(-75, 179), 3, {1100, 700})},
        };
        const Colours light = bench.theme.tokens().light, dark = bench.theme.tokens().dark;
        for (const auto scheme : {Theme::Preference::Light, Theme::Preference::Dark}) {
            bench.theme.setPreference(scheme);
            const bool isLight = scheme == Theme::Preference::Light;
            for (const auto& [name, camera] : scenes) {
                bench.view.setCamera(camera);
                test::picture(bench.view, u"map-%1-%2"_s.arg(isLight ? u"light"_s : u"dark"_s, name));
                const QImage small = bench.picture().scaled(8, 8, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
                for (int i = 0; i < 64; ++i) {
                    const QColor c = small.pixelColor(i % 8, i / 8);
                    QVERIFY(isLight ? contrast(c, dark.text) < 1.6 : contrast(c, light.text) < 1.6);
                }
            }
        }
    }
};

QTEST_MAIN(TestMapGround)
#include "tst_mapground.moc"

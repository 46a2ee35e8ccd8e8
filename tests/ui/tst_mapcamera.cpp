// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's camera stands where the published slippy-map formulas say, at the date line and at the poles too, and moves
// without losing what is under the pointer. The figures in the rows are those formulas worked out apart from this code:
//   x = 256 * 2^z * (lon + 180) / 360,   y = 256 * 2^z * (1 - ln(tan(lat) + 1 / cos(lat)) / pi) / 2
#include "ui/map/camera.h"

#include <QSet>
#include <QTest>
#include <random>

using namespace waydesk::ui;

namespace {

const QGeoCoordinate kErbil(36.1911, 44.0092);
const QSizeF kWindow(1200, 800);

struct Dice
{
    std::mt19937_64 engine{20240517};
    double between(double low, double high) { return std::uniform_real_distribution<double>(low, high)(engine); }
    QGeoCoordinate place(double latitude = 84) { return {between(-latitude, latitude), between(-180, 180)}; }
    QSizeF viewport() { return {between(200, 2000), between(200, 1400)}; }
    QPointF within(QSizeF size) { return {between(0, size.width()), between(0, size.height())}; }
};

double distance(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

bool isSame(const QGeoCoordinate& a, const QGeoCoordinate& b)
{
    const double turn = std::abs(a.longitude() - b.longitude());
    return std::abs(a.latitude() - b.latitude()) < 1e-9 && std::min(turn, 360 - turn) < 1e-9;
}

// The tile whose square holds the screen position.
Tile tileAt(const Camera& camera, QPointF screen)
{
    for (const PlacedTile& placed : camera.tiles()) {
        if (placed.where.contains(screen))
            return placed.tile;
    }
    return {-1, -1, -1};
}

} // namespace

namespace waydesk::ui {
char* toString(const Tile& tile)
{
    return QTest::toString(QStringLiteral("%1/%2/%3").arg(tile.z).arg(tile.x).arg(tile.y));
}
} // namespace waydesk::ui

class TestMapCamera : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standsWhereTheFormulasSay_data()
    {
        QTest::addColumn<QGeoCoordinate>("place");
        QTest::addColumn<int>("zoom");
        QTest::addColumn<QPointF>("pixel");
        QTest::addColumn<int>("x");
        QTest::addColumn<int>("y");
        const QGeoCoordinate baghdad(33.3152, 44.3661), london(51.5074, -0.1278), sydney(-33.8688, 151.2093);
        QTest::newRow("Erbil 12") << kErbil << 12 << QPointF(652474.085831111, 411071.971206170) << 2548 << 1605;
        QTest::newRow("Erbil 16") << kErbil << 16 << QPointF(10439585.373297777, 6577151.539298723) << 40779 << 25691;
        QTest::newRow("Baghdad 10") << baghdad << 10 << QPointF(163378.408106667, 105317.357884076) << 638 << 411;
        QTest::newRow("London 10") << london << 10 << QPointF(130978.938880000, 87169.570600549) << 511 << 340;
        QTest::newRow("London 17") << london << 17 << QPointF(16765304.176640000, 11157705.036870226) << 65489 << 43584;
        QTest::newRow("Sydney 11") << sydney << 11 << QPointF(482358.504106667, 314621.166332819) << 1884 << 1228;
        QTest::newRow("Suva, before the date line")
            << QGeoCoordinate(-18.1248, 178.4501) << 8 << QPointF(65253.849315556, 36123.967314201) << 254 << 141;
        QTest::newRow("just past the date line")
            << QGeoCoordinate(-16.5, -179.9) << 8 << QPointF(18.204444444, 35814.133061978) << 0 << 139;
    }
    void standsWhereTheFormulasSay()
    {
        QFETCH(QGeoCoordinate, place);
        QFETCH(int, zoom);
        QFETCH(QPointF, pixel);
        const QPointF world = toWorld(place) * worldSize(zoom);
        QVERIFY2(distance(world, pixel) < 1e-5, qPrintable(QString::number(distance(world, pixel))));
        const Camera camera(place, zoom, kWindow);
        QVERIFY(distance(camera.project(place), {600, 400}) < 1e-6);
        QTEST(tileAt(camera, {600, 400}).x, "x");
        QTEST(tileAt(camera, {600, 400}).y, "y");
        QCOMPARE(tileAt(camera, {600, 400}).z, zoom);
    }

    void theWorldIsSquare()
    {
        QCOMPARE(toWorld(0, 0), QPointF(0.5, 0.5));
        QCOMPARE(toWorld(85.0511287798066, -180), QPointF(0, 0));
        QCOMPARE(toWorld(90, 180), QPointF(1, 0));
        QCOMPARE(toWorld(-90, 180), QPointF(1, 1));
        QVERIFY(isSame(fromWorld({0.25, 0.5}), QGeoCoordinate(0, -90)));
        QVERIFY(isSame(fromWorld({1.25, 0.5}), QGeoCoordinate(0, -90)));
        QCOMPARE(fromWorld({0.5, -3}).latitude(), 85.0511287798066);
        QCOMPARE(fromWorld({1, 0.5}).longitude(), -180.0);
    }

    void comesBackFromEveryPoint()
    {
        Dice dice;
        for (int i = 0; i < 10'000; ++i) {
            const Camera camera(dice.place(), dice.between(0, 20), dice.viewport());
            const QGeoCoordinate place = dice.place();
            QVERIFY2(isSame(camera.unproject(camera.project(place)), place), qPrintable(place.toString()));
            const QPointF at = dice.within(camera.viewport());
            const QPointF again = camera.toScreen(camera.toWorldAt(at));
            QVERIFY2(distance(at, again) < 1e-5, qPrintable(QString::number(distance(at, again))));
        }
    }

    void measuresAsTheEarthDoes()
    {
        // The published figure for the equator at zoom 0, and 256 times less at zoom 8, half at 60 degrees.
        QVERIFY(std::abs(metresPerPixel(0, 0) - 156543.03392804097) < 1e-6);
        QVERIFY(std::abs(metresPerPixel(0, 8) - 611.4962262814100) < 1e-9);
        QVERIFY(std::abs(metresPerPixel(60, 0) - 78271.51696402048) < 1e-6);
        Dice dice;
        for (int i = 0; i < 1000; ++i) {
            const Camera camera(dice.place(75), dice.between(12, 20), kWindow);
            const QPointF from(600, 400), to(600 + dice.between(-90, 90), 400 + dice.between(-90, 90));
            const double onScreen = distance(from, to) * camera.metresPerPixel();
            const double great = camera.unproject(from).distanceTo(camera.unproject(to));
            // Qt measures on a sphere of 6371.0 km, the projection on one of 6378.1 km: 0.11 percent; the rest is the
            // scale's change within the picture.
            QVERIFY2(std::abs(onScreen / great - 1) < 0.02, qPrintable(QString::number(onScreen / great)));
            QVERIFY(camera.zoom() < 16 || std::abs(onScreen / great - 1.00112) < 0.002);
        }
    }

    void tilesCoverTheViewportAndNoMore()
    {
        Dice dice;
        for (int i = 0; i < 500; ++i) {
            const Camera camera(dice.place(), dice.between(0, 20), dice.viewport());
            const QRectF viewport(QPointF(0, 0), camera.viewport());
            const QRectF world = camera.worldBounds();
            const QRectF shown(camera.toScreen(world.topLeft()), camera.toScreen(world.bottomRight()));
            const int z = static_cast<int>(std::lround(camera.zoom())), across = 1 << z;
            double covered = 0;
            for (const PlacedTile& placed : camera.tiles()) {
                QCOMPARE(placed.tile.z, z);
                QVERIFY(placed.tile.x >= 0 && placed.tile.x < across);
                QVERIFY(placed.tile.y >= 0 && placed.tile.y < across);
                const QRectF part = placed.where & viewport;
                QVERIFY(!part.isEmpty());
                covered += part.width() * part.height();
                const QGeoCoordinate middle = camera.unproject(placed.where.center());
                QCOMPARE(static_cast<int>(std::floor(toWorld(middle).x() * across)), placed.tile.x);
                QCOMPARE(static_cast<int>(std::floor(toWorld(middle).y() * across)), placed.tile.y);
            }
            const double whole = shown.width() * shown.height();
            QVERIFY2(std::abs(covered / whole - 1) < 1e-6, qPrintable(QString::number(covered / whole)));
        }
    }

    void tilesWrapAtTheDateLine()
    {
        // 250 pixels of 256-pixel tiles on each side of the line at zoom 8: 255 lies west of it, 0 east.
        const Camera camera(QGeoCoordinate(-16.5, 180), 8, {500, 100});
        QSet<int> xs;
        for (const PlacedTile& placed : camera.tiles())
            xs.insert(placed.tile.x);
        QCOMPARE(xs, (QSet<int>{255, 0}));
        QVERIFY(camera.bounds().contains(QGeoCoordinate(-16.5, 179.8)));
        QVERIFY(camera.bounds().contains(QGeoCoordinate(-16.5, -179.8)));
        QVERIFY(!camera.bounds().contains(QGeoCoordinate(-16.5, 0)));
        // Suva is west of the line and left of the middle, also seen from a camera east of it.
        QVERIFY(Camera(QGeoCoordinate(-16.5, -179.9), 8, {500, 100}).project({-18.1248, 178.4501}).x() < 250);
    }

    void theWorldRepeatsWhereItIsNarrow()
    {
        const Camera camera(QGeoCoordinate(0, 0), 0, {1024, 256});
        // 1024 pixels are four worlds of 256, and the middle of one is in the middle: half a copy shows at each end.
        QCOMPARE(camera.tiles().size(), size_t(5));
        for (const PlacedTile& placed : camera.tiles())
            QCOMPARE(placed.tile, (Tile{0, 0, 0}));
        QCOMPARE(camera.bounds().width(), 360.0);
    }

    void neverLooksPastThePoles()
    {
        const Camera north(QGeoCoordinate(89, 10), 5, kWindow);
        QVERIFY(std::abs(north.unproject({600, 0}).latitude() - kMaxLatitude) < 1e-6);
        QCOMPARE(north.toScreen({0.5, 0}).y(), 0.0);
        QCOMPARE(north.pannedBy({0, 5000}), north);
        QCOMPARE(north.tiles().front().tile.y, 0);
        const Camera low(QGeoCoordinate(70, 10), 0, kWindow); // the world is lower than the window: in the middle
        QCOMPARE(low.worldCentre().y(), 0.5);
        QCOMPARE(low.unproject({600, 0}).latitude(), kMaxLatitude);
    }

    void panningFollowsThePointer()
    {
        Dice dice;
        for (int i = 0; i < 1000; ++i) {
            const Camera camera(dice.place(60), dice.between(6, 20), {800, 600});
            const QPointF from = dice.within({800, 600}), to = dice.within({800, 600});
            const QGeoCoordinate held = camera.unproject(from);
            const Camera moved = camera.pannedBy(to - from);
            QVERIFY(distance(moved.project(held), to) < 1e-5);
            QCOMPARE(moved.zoom(), camera.zoom());
        }
    }

    void zoomingKeepsWhatIsUnderThePointer()
    {
        Dice dice;
        for (int i = 0; i < 1000; ++i) {
            // At zoom 5 and up and 60 degrees no pole comes near 600 pixels.
            const Camera camera(dice.place(60), dice.between(5, 20), {800, 600});
            const QPointF at = dice.within({800, 600});
            const double zoom = dice.between(5, 20);
            const Camera zoomed = camera.zoomedTo(zoom, at);
            QCOMPARE(zoomed.zoom(), zoom);
            const double off = distance(zoomed.project(camera.unproject(at)), at);
            QVERIFY2(off < 1e-5, qPrintable(QString::number(off)));
        }
        const Camera close(kErbil, 19.5, kWindow);
        QCOMPARE(close.zoomedTo(40, {0, 0}).zoom(), Camera::kMaxZoom);
        QCOMPARE(close.zoomedTo(-3, {0, 0}).zoom(), Camera::kMinZoom);
        QVERIFY(distance(close.zoomedTo(40, {17, 5}).project(close.unproject({17, 5})), {17, 5}) < 1e-5);
    }

    void fitsWhatItIsGiven()
    {
        Dice dice;
        for (int i = 0; i < 500; ++i) {
            std::vector<QGeoCoordinate> places;
            const QGeoCoordinate about = dice.place(50);
            const double spread = dice.between(0.01, 20);
            for (int n = 0; n < 12; ++n) {
                const double longitude = about.longitude() + dice.between(-spread, spread);
                places.push_back(
                    {about.latitude() + dice.between(-spread, spread) / 2, longitude > 180    ? longitude - 360
                                                                           : longitude < -180 ? longitude + 360
                                                                                              : longitude});
            }
            const Camera fit = Camera(kErbil, 3, {1000, 700}).fittedTo(places, 40);
            double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
            for (const QGeoCoordinate& place : places) {
                const QPointF at = fit.project(place);
                left = std::min(left, at.x());
                right = std::max(right, at.x());
                top = std::min(top, at.y());
                bottom = std::max(bottom, at.y());
            }
            constexpr double kHair = 1e-5;
            QVERIFY(left > 40 - kHair && right < 960 + kHair && top > 40 - kHair && bottom < 660 + kHair);
            // As close as that: one of the two directions is full, and both are in the middle.
            QVERIFY(right - left > 920 - kHair || bottom - top > 620 - kHair);
            QVERIFY(std::abs(left + right - 1000) < kHair && std::abs(top + bottom - 700) < kHair);
        }
    }

    void fitsAcrossTheDateLine()
    {
        const std::vector<QGeoCoordinate> places{{-18.1, 178.4}, {-13.8, -171.8}}; // Suva and Apia, 10 degrees apart
        const Camera fit = Camera().resized(kWindow).fittedTo(places, 20);
        QVERIFY2(fit.zoom() > 6, qPrintable(QString::number(fit.zoom())));
        QVERIFY(fit.project(places[0]).x() < fit.project(places[1]).x());
    }

    void fitsLittleAndNothing()
    {
        const Camera camera(QGeoCoordinate(1, 2), 4, kWindow);
        QCOMPARE(camera.fittedTo({}, 20), camera);
        const std::vector<QGeoCoordinate> none{QGeoCoordinate()};
        QCOMPARE(camera.fittedTo(none, 20), camera);
        const std::vector<QGeoCoordinate> one{kErbil, QGeoCoordinate(), kErbil};
        QCOMPARE(camera.fittedTo(one, 20).zoom(), Camera::kStreetZoom);
        QVERIFY(isSame(camera.fittedTo(one, 20).centre(), kErbil));
        const std::vector<QGeoCoordinate> two{kErbil, {33.3152, 44.3661}};
        QVERIFY(camera.fittedTo(two, 5000).zoom() < 1); // more padding than window
    }

    void keepsItsPlaceWhenResized()
    {
        const Camera camera(kErbil, 11.5, kWindow);
        const Camera small = camera.resized({300, 200});
        QVERIFY(isSame(small.centre(), kErbil));
        QCOMPARE(small.project(kErbil).toPoint(), QPoint(150, 100));
        QCOMPARE(small.zoom(), 11.5);
        QCOMPARE(camera.resized({0, -5}).viewport(), QSizeF(1, 1));
        QCOMPARE(Camera(kErbil, 99, kWindow).zoom(), Camera::kMaxZoom);
    }
};

QTEST_GUILESS_MAIN(TestMapCamera)
#include "tst_mapcamera.moc"

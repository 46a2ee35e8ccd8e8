// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk carries the world with it: land is where land is, on both sides of the date line, and a basemap file that is
// cut off or wrong is an error. What is painted is cut to the window first, without losing any of it.
#include "ui/map/basemap.h"
#include "ui/map/clipping.h"
#include "ui/map/mercator.h"

#include <QFile>
#include <QPolygonF>
#include <QTest>
#include <random>

using namespace waydesk;
using namespace waydesk::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

// Inside one copy of one polygon: the crossings of a ray to the east are odd. Copies may overlap a little.
bool isLand(const BasemapLevel& level, double latitude, double longitude)
{
    const QPointF at = toWorld(latitude, longitude);
    const auto holds = [y = at.y()](const LandPolygon& polygon, double x) {
        bool inside = false;
        for (const Points& ring : polygon.rings) {
            for (size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
                const QPointF a = ring[i], b = ring[j];
                if ((a.y() > y) != (b.y() > y) && x < (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y()) + a.x())
                    inside = !inside;
            }
        }
        return inside;
    };
    return std::any_of(level.land.begin(), level.land.end(), [&](const LandPolygon& polygon) {
        return holds(polygon, at.x() - 1) || holds(polygon, at.x()) || holds(polygon, at.x() + 1);
    });
}

QByteArray shipped()
{
    QFile file(QStringLiteral(WAYDESK_SOURCE_DIR "/resources/basemap/world.basemap"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// A square island and a border of two points, and one on the ground alone: longitude and latitude 0 to 1 degrees, by
// hand from the format.
QByteArray island()
{
    return QByteArray::fromHex("5744424d"
                               "02"
                               "01" // WDBM, version 2, one level
                               "00"
                               "01"
                               "01"
                               "04" // from zoom 0: one polygon of one ring of four points
                               "0000"
                               "d00f00"
                               "00d00f"
                               "cf0f00" // 0,0  +1000,0  0,+1000  -1000,0
                               "01"
                               "02"
                               "0000"
                               "d00fd00f" // one border of two points
                               "01"
                               "02"
                               "d00f00"
                               "00d00f" // one on the ground alone: 1,0 to 1,1
                               "00");   // none in the Indian view alone
}

double area(std::span<const QPointF> ring)
{
    double twice = 0;
    for (size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        twice += ring[j].x() * ring[i].y() - ring[i].x() * ring[j].y();
    return std::abs(twice) / 2;
}

double length(std::span<const QPointF> line)
{
    double sum = 0;
    for (size_t i = 1; i < line.size(); ++i)
        sum += std::hypot(line[i].x() - line[i - 1].x(), line[i].y() - line[i - 1].y());
    return sum;
}

} // namespace

class TestBasemap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheFormatSays()
    {
        const auto map = Basemap::read(island());
        QVERIFY(map.ok());
        QCOMPARE(map->levels().size(), size_t(1));
        const BasemapLevel& level = map->levels().front();
        QCOMPARE(level.land.size(), size_t(1));
        const Points expected{toWorld(0, 0), toWorld(0, 1), toWorld(1, 1), toWorld(1, 0)};
        QCOMPARE(level.land[0].rings, (std::vector<Points>{expected}));
        QCOMPARE(level.land[0].bounds, QRectF(expected[3], expected[1]));
        QCOMPARE(level.borders.size(), size_t(1));
        QCOMPARE(level.borders[0].points, (Points{toWorld(0, 0), toWorld(1, 1)}));
        QCOMPARE(level.bordersOf(BorderView::OnTheGround).size(), size_t(1));
        QCOMPARE(level.onTheGround[0].points, (Points{toWorld(0, 1), toWorld(1, 1)}));
        QVERIFY(level.bordersOf(BorderView::Indian).empty());
    }

    void knowsLandFromWater_data()
    {
        QTest::addColumn<double>("latitude");
        QTest::addColumn<double>("longitude");
        QTest::addColumn<bool>("land");
        QTest::newRow("Baghdad") << 33.3152 << 44.3661 << true;
        QTest::newRow("Erbil") << 36.1911 << 44.0092 << true;
        QTest::newRow("the Gulf") << 27.0 << 51.5 << false;
        QTest::newRow("Delhi") << 28.6 << 77.2 << true;
        QTest::newRow("Lagos, inland") << 6.9 << 3.4 << true;
        QTest::newRow("Gulf of Guinea") << 2.0 << 2.0 << false;
        QTest::newRow("the Caspian, a hole") << 41.5 << 50.8 << false;
        QTest::newRow("Mediterranean") << 34.5 << 25.0 << false;
        QTest::newRow("Chukotka, east of the line") << 66.8 << -175.5 << true;
        QTest::newRow("Chukotka, west of the line") << 67.5 << 176.0 << true;
        QTest::newRow("Bering Sea") << 60.0 << -179.0 << false;
        QTest::newRow("Antarctica") << -80.0 << 120.0 << true;
        QTest::newRow("Antarctica at the line") << -84.95 << 179.999 << true;
        QTest::newRow("the Arctic") << 84.9 << 0.0 << false;
        QTest::newRow("the Pacific") << 0.0 << -140.0 << false;
    }
    void knowsLandFromWater()
    {
        QFETCH(double, latitude);
        QFETCH(double, longitude);
        const Basemap map = Basemap::embedded();
        QCOMPARE(map.levels().size(), size_t(2));
        for (const BasemapLevel& level : map.levels())
            QTEST(isLand(level, latitude, longitude), "land");
    }

    void levelsSuitTheZoom()
    {
        const Basemap map = Basemap::embedded();
        QCOMPARE(&map.level(0), &map.levels()[0]);
        QCOMPARE(&map.level(2.99), &map.levels()[0]);
        QCOMPARE(&map.level(3), &map.levels()[1]);
        QCOMPARE(&map.level(20), &map.levels()[1]);
        QCOMPARE(&map.level(-1), &map.levels()[0]);
        const auto points = [](const BasemapLevel& level) {
            size_t sum = 0;
            for (const LandPolygon& polygon : level.land)
                sum += polygon.rings.front().size();
            return sum;
        };
        QVERIFY(points(map.levels()[1]) > 5 * points(map.levels()[0]));
    }

    // Iraq and Turkey, Iraq and Iran: near the border's known course. Not along a coast.
    void bordersRunBetweenCountries()
    {
        const Basemap map = Basemap::embedded();
        const auto nearest = [&](double latitude, double longitude) {
            const QPointF at = toWorld(latitude, longitude);
            double best = 1;
            for (const BorderLine& line : map.level(9).borders) {
                for (const QPointF& p : line.points)
                    best = std::min(best, std::hypot(p.x() - at.x(), p.y() - at.y()));
            }
            return best * 360; // degrees of longitude
        };
        QVERIFY(nearest(37.14, 42.36) < 0.3); // Habur, between Zakho and Silopi
        QVERIFY(nearest(34.40, 45.64) < 0.3); // Khosravi, on the road from Khanaqin
        QVERIFY(nearest(33.3152, 44.3661) > 0.8);
        QVERIFY(nearest(37.0, 14.0) > 2); // the south coast of Sicily
    }

    // Degrees, to the nearest border of the view.
    static double toBorder(const BasemapLevel& level, BorderView view, double latitude, double longitude)
    {
        const QPointF at = toWorld(latitude, longitude);
        double best = 1;
        for (const auto* lines : {&level.borders, &level.bordersOf(view)}) {
            for (const BorderLine& line : *lines) {
                for (size_t i = 1; i < line.points.size(); ++i) {
                    const QPointF a = line.points[i - 1], b = line.points[i], way = b - a;
                    const double square = QPointF::dotProduct(way, way);
                    const double share =
                        square > 0 ? std::clamp(QPointF::dotProduct(at - a, way) / square, 0.0, 1.0) : 0;
                    const QPointF off = at - a - way * share;
                    best = std::min(best, std::hypot(off.x(), off.y()));
                }
            }
        }
        return best * 360;
    }

    // Places on the line of control, on the line of actual control, and on the frontier that the Survey of India draws.
    void knowsTheIndianViewOfBorders_data()
    {
        QTest::addColumn<double>("latitude");
        QTest::addColumn<double>("longitude");
        QTest::addColumn<bool>("ground");
        QTest::addColumn<bool>("indian");
        QTest::newRow("the line of control near Kargil") << 34.67 << 76.1 << true << false;
        QTest::newRow("the line of control near Poonch") << 33.8 << 74.0 << true << false;
        QTest::newRow("the Karakoram pass, of both") << 35.51 << 77.82 << true << true;
        QTest::newRow("Aksai Chin, its western edge") << 34.65 << 78.2 << true << false;
        QTest::newRow("Aksai Chin, its eastern edge") << 35.5 << 80.3 << false << true;
        QTest::newRow("Lanak La") << 34.4 << 79.55 << false << true;
        QTest::newRow("west of Gilgit") << 36.0 << 72.58 << false << true;
        QTest::newRow("west of Muzaffarabad") << 34.35 << 73.4 << false << true;
        QTest::newRow("Wagah, of both") << 31.6 << 74.57 << true << true;
        QTest::newRow("the Arunachal frontier at Bum La, of both") << 27.73 << 91.9 << true << true;
        QTest::newRow("Raxaul, of both") << 27.0 << 84.85 << true << true;
        QTest::newRow("Delhi, of none") << 28.6 << 77.2 << false << false;
    }
    void knowsTheIndianViewOfBorders()
    {
        QFETCH(double, latitude);
        QFETCH(double, longitude);
        const Basemap map = Basemap::embedded();
        constexpr double kNear = 0.22; // the outline is drawn in steps of some 20 kilometres
        QTEST(toBorder(map.level(9), BorderView::OnTheGround, latitude, longitude) < kNear, "ground");
        QTEST(toBorder(map.level(9), BorderView::Indian, latitude, longitude) < kNear, "indian");
    }

    // No line of one view begins in the middle of nowhere: it joins what stands in both, another of its own, or itself.
    void viewsJoinWhatTheyShare()
    {
        const Basemap map = Basemap::embedded();
        for (const BasemapLevel& level : map.levels()) {
            for (const BorderView view : {BorderView::OnTheGround, BorderView::Indian}) {
                QVERIFY(!level.bordersOf(view).empty());
                for (const BorderLine& line : level.bordersOf(view)) {
                    for (const QPointF& end : {line.points.front(), line.points.back()}) {
                        double best = 1;
                        const auto look = [&](const std::vector<BorderLine>& lines) {
                            for (const BorderLine& other : lines) {
                                if (&other == &line)
                                    continue;
                                for (const QPointF& p : other.points)
                                    best = std::min(best, std::hypot(p.x() - end.x(), p.y() - end.y()));
                            }
                        };
                        look(level.borders);
                        look(level.bordersOf(view));
                        QVERIFY2(best * 360 < 0.002, qPrintable(QString::number(best * 360)));
                    }
                }
            }
        }
    }

    void everyShapeLiesInItsBounds()
    {
        const Basemap map = Basemap::embedded();
        for (const BasemapLevel& level : map.levels()) {
            for (const LandPolygon& polygon : level.land) {
                const QRectF bounds = polygon.bounds.adjusted(-1e-12, -1e-12, 1e-12, 1e-12);
                for (const Points& ring : polygon.rings)
                    QVERIFY(std::all_of(ring.begin(), ring.end(), [&](QPointF p) { return bounds.contains(p); }));
            }
        }
    }

    void refusesEveryCutFile()
    {
        QByteArray whole = island();
        for (qsizetype size = 0; size < whole.size(); ++size) {
            const auto cut = Basemap::read(whole.first(size));
            QVERIFY2(!cut.ok(), qPrintable(QString::number(size)));
            QCOMPARE(cut.error().kind, Error::Kind::Malformed);
        }
        whole = shipped();
        QVERIFY(whole.size() > 100'000);
        QVERIFY(whole.size() < 1'500'000);
        for (qsizetype size = 0; size < whole.size(); size += 1009)
            QVERIFY2(!Basemap::read(whole.first(size)).ok(), qPrintable(QString::number(size)));
    }

    void refusesWrongFiles_data()
    {
        QTest::addColumn<QByteArray>("file");
        const auto with = [](qsizetype at, const char* hex) {
            QByteArray file = island();
            const QByteArray bytes = QByteArray::fromHex(hex);
            return file.replace(at, bytes.size(), bytes);
        };
        QTest::newRow("another kind of file") << QByteArray("\x89PNG\r\n\x1a\n");
        QTest::newRow("another version") << with(4, "01");
        QTest::newRow("no level") << with(5, "00");
        QTest::newRow("many levels") << with(5, "ff");
        QTest::newRow("a level that begins too late") << with(6, "03");
        QTest::newRow("more polygons than bytes") << with(7, "ffffff0f");
        QTest::newRow("a polygon of no rings") << with(8, "00");
        QTest::newRow("a ring of three points") << with(9, "03");
        QTest::newRow("a number that does not end") << with(7, "ffffffffffffffff");
        // Longer than what they stand in for, the rest being whole.
        QTest::newRow("a point beyond every turn") << island().replace(12, 2, QByteArray::fromHex("ffff7f"));
        QTest::newRow("a point beyond the pole") << island().replace(14, 1, QByteArray::fromHex("ffff7f"));
        QTest::newRow("something after the end") << island() + '\0';
    }
    void refusesWrongFiles()
    {
        QFETCH(QByteArray, file);
        QVERIFY(!Basemap::read(file).ok());
    }

    void survivesEveryDamage()
    {
        std::mt19937 dice{7};
        const QByteArray whole = shipped();
        int refused = 0;
        for (int i = 0; i < 60; ++i) {
            QByteArray damaged = whole;
            for (int n = 0; n < 40; ++n)
                damaged[static_cast<qsizetype>(dice() % static_cast<quint32>(whole.size()))] =
                    static_cast<char>(dice());
            const auto map = Basemap::read(damaged);
            refused += !map.ok();
            if (!map)
                continue;
            for (const BasemapLevel& level : map->levels()) {
                for (const LandPolygon& polygon : level.land)
                    QVERIFY(polygon.bounds.left() >= -1 && polygon.bounds.right() <= 2);
            }
        }
        QVERIFY(refused > 30);
    }

    void cutsRingsToTheWindow()
    {
        const QRectF window(0, 0, 10, 10);
        const Points around{{-5, -5}, {15, -5}, {15, 15}, {-5, 15}}, inside{{2, 2}, {8, 2}, {5, 8}};
        QCOMPARE(area(clippedRing(around, window)), 100.0);
        QCOMPARE(clippedRing(inside, window), inside);
        QVERIFY(clippedRing(Points{{-5, 2}, {-1, 2}, {-3, 8}}, window).empty());
        QVERIFY(clippedRing({}, window).empty());
        // Against Qt's own intersection of areas, which is not made for this size of thing but is right.
        std::mt19937 dice{11};
        std::uniform_real_distribution<double> anywhere(-10, 20);
        for (int i = 0; i < 300; ++i) {
            const Points triangle{
                {anywhere(dice), anywhere(dice)}, {anywhere(dice), anywhere(dice)}, {anywhere(dice), anywhere(dice)}};
            const QPolygonF both =
                QPolygonF(QList<QPointF>(triangle.begin(), triangle.end())).intersected(QPolygonF(window));
            const Points mine = clippedRing(triangle, window);
            const double expected = area(Points(both.begin(), both.end())), actual = area(mine);
            QVERIFY2(std::abs(expected - actual) < 1e-6, qPrintable(u"%1 %2"_s.arg(expected).arg(actual)));
            QVERIFY(std::all_of(mine.begin(), mine.end(), [&](QPointF p) { return window.contains(p); }));
        }
    }

    void cutsLinesToTheWindow()
    {
        const QRectF window(0, 0, 10, 10);
        QCOMPARE(clippedLine(Points{{-5, 5}, {15, 5}}, window), (std::vector<Points>{{{0, 5}, {10, 5}}}));
        QCOMPARE(clippedLine(Points{{1, 1}, {2, 2}, {3, 1}}, window), (std::vector<Points>{{{1, 1}, {2, 2}, {3, 1}}}));
        // Out at the right and in again: two parts, the second of two segments.
        QCOMPARE(clippedLine(Points{{5, 2}, {15, 2}, {15, 6}, {5, 6}, {5, 8}}, window),
                 (std::vector<Points>{{{5, 2}, {10, 2}}, {{10, 6}, {5, 6}, {5, 8}}}));
        QVERIFY(clippedLine(Points{{-1, 9}, {2, 16}, {20, 20}}, window).empty());
        QVERIFY(clippedLine(Points{{5, 5}}, window).empty());
        // A diagonal a quarter of a billion pixels long keeps its place.
        const auto far = clippedLine(Points{{-1e8, -1e8}, {1e8, 1e8}}, window);
        QCOMPARE(far.size(), size_t(1));
        QVERIFY(std::abs(length(far[0]) - std::hypot(10, 10)) < 1e-6);
    }
};

QTEST_GUILESS_MAIN(TestBasemap)
#include "tst_basemap.moc"

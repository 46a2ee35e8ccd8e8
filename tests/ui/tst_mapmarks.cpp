// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's marks on the map: every one is shown once, alone or in a cluster that says how many and how bad; clusters
// keep together while the map is dragged; those that no zoom can part fan out without lying on each other; a track is
// shown at its time, with its gaps.
#include "tests/ui/mapbench.h"
#include "ui/map/marklayer.h"
#include "ui/map/placelayer.h"
#include "ui/map/places.h"
#include "ui/map/triplayer.h"

#include <QRandomGenerator>

using namespace waydesk;
using namespace waydesk::test;
using namespace waydesk::ui;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

std::vector<Mark> scattered(int count, quint32 seed, double degrees = 0.4)
{
    QRandomGenerator dice(seed);
    std::vector<Mark> marks;
    for (int i = 0; i < count; ++i) {
        Mark mark;
        mark.world = toWorld(kErbil.latitude() + (dice.generateDouble() - 0.5) * degrees,
                             kErbil.longitude() + (dice.generateDouble() - 0.5) * degrees);
        mark.freshness = static_cast<Freshness>(dice.bounded(20) == 0 ? 2 : dice.bounded(6) == 0 ? 1 : 0);
        mark.alarmed = dice.bounded(50) == 0;
        marks.push_back(mark);
    }
    return marks;
}

// Where one picture is other than the other.
QRect changed(const QImage& one, const QImage& other)
{
    QRect room;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            if (one.pixel(x, y) != other.pixel(x, y))
                room |= QRect(x, y, 1, 1);
        }
    }
    return room;
}

Instant at(int minutes)
{
    return Instant{std::chrono::hours{490'000}} + std::chrono::minutes{minutes};
}

} // namespace

class TestMapMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsEveryMarkOnce_data()
    {
        QTest::addColumn<double>("zoom");
        for (const double zoom : {3.0, 7.4, 9.5, 11.0, 12.7, 15.0})
            QTest::addRow("zoom %.1f", zoom) << zoom;
    }
    void countsEveryMarkOnce()
    {
        QFETCH(double, zoom);
        const std::vector<Mark> marks = scattered(3000, 7);
        const Camera camera(kErbil, zoom, {900, 600});
        const ClusterRule rule{56, 17, 24};
        std::vector<int> seen(marks.size(), 0);
        for (const PlacedMark& placed : placeMarks(marks, camera, rule)) {
            const std::vector<int> members = membersOf(placed, marks, camera, rule);
            QCOMPARE(static_cast<int>(members.size()), placed.count);
            Freshness worst = Freshness::Fresh;
            bool alarmed = false;
            QPointF sum;
            for (const int member : members) {
                const Mark& mark = marks[static_cast<size_t>(member)];
                ++seen[static_cast<size_t>(member)];
                worst = std::max(worst, mark.freshness);
                alarmed = alarmed || mark.alarmed;
                sum += camera.toScreen(mark.world);
            }
            QCOMPARE(placed.worst, worst);
            QCOMPARE(placed.alarmed, alarmed);
            const QPointF off = sum / placed.count - placed.at;
            QVERIFY(std::hypot(off.x(), off.y()) < 1e-3);
        }
        const QRectF reach = QRectF(0, 0, 900, 600).adjusted(-24, -24, 24, 24);
        for (size_t i = 0; i < marks.size(); ++i) {
            const bool shows = reach.contains(camera.toScreen(marks[i].world));
            QVERIFY2(seen[i] == (shows ? 1 : 0), qPrintable(u"mark %1 was seen %2 times"_s.arg(i).arg(seen[i])));
        }
    }

    void leavesNoTwoOnEachOther()
    {
        const std::vector<Mark> marks = scattered(3000, 3);
        const ClusterRule rule{56, -1, 24};
        for (const double zoom : {8.0, 10.0, 12.0}) {
            std::vector<PlacedMark> placed = placeMarks(marks, Camera(kErbil, zoom, {900, 600}), rule);
            int near = 0;
            for (size_t i = 0; i < placed.size(); ++i) {
                for (size_t k = i + 1; k < placed.size(); ++k) {
                    const QPointF off = placed[i].at - placed[k].at;
                    near += std::hypot(off.x(), off.y()) < 16;
                }
            }
            QVERIFY2(near <= static_cast<int>(placed.size()) / 20, qPrintable(QString::number(near)));
        }
    }

    void keepsTogetherWhileDragged()
    {
        const std::vector<Mark> marks = scattered(500, 5, 0.1);
        const ClusterRule rule{56, -1, 2000}; // nothing leaves by being dragged
        const Camera camera(kErbil, 11, {900, 600});
        const auto sizes = [&](const Camera& from) {
            std::vector<int> counts;
            for (const PlacedMark& placed : placeMarks(marks, from, rule))
                counts.push_back(placed.count);
            std::ranges::sort(counts);
            return counts;
        };
        const auto before = sizes(camera);
        QVERIFY(before.size() > 5);
        for (int step = 1; step < 40; ++step)
            QCOMPARE(sizes(camera.pannedBy({step * 3.7, step * -2.1})), before);
    }

    void standsOnBothSidesOfTheDateLine()
    {
        const std::vector<Mark> marks{{toWorld(0, 179.9)}, {toWorld(0, -179.9)}};
        const auto placed = placeMarks(marks, Camera(QGeoCoordinate(0, 180), 6, {900, 600}), {56, -1, 24});
        int all = 0;
        for (const PlacedMark& each : placed) {
            all += each.count;
            QVERIFY(QRectF(0, 0, 900, 600).contains(each.at));
        }
        QCOMPARE(all, 2);
    }

    void hitsWhatIsUnderThePointer()
    {
        Theme theme;
        MarkLayer layer(theme);
        std::vector<Mark> marks{{toWorld(kErbil.latitude(), kErbil.longitude())},
                                {toWorld(kErbil.latitude() + 0.3, kErbil.longitude())},
                                {toWorld(kErbil.latitude() + 0.3, kErbil.longitude() + 0.001)}};
        layer.setMarks(marks);
        const Camera camera(kErbil, 9, {900, 600});
        const auto alone = layer.hit({452, 302}, camera);
        QVERIFY(alone);
        QCOMPARE(alone->mark, 0);
        const auto both = layer.hit(camera.toScreen(marks[1].world), camera);
        QVERIFY(both);
        QCOMPARE(both->mark, -1);
        QCOMPARE(both->members, (std::vector<int>{1, 2}));
        QVERIFY(!layer.hit({100, 100}, camera));
        layer.choose(2); // stands for itself now
        QCOMPARE(layer.hit(camera.toScreen(marks[2].world), camera)->mark, 2);
    }

    void fansOutWithoutOverlap_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {2, 5, 13, 40, 150})
            QTest::addRow("%d", count) << count;
    }
    void fansOutWithoutOverlap()
    {
        QFETCH(int, count);
        Theme theme;
        MarkLayer layer(theme);
        layer.setMarks(std::vector<Mark>(static_cast<size_t>(count), Mark{toWorld(36.19, 44.01)}));
        std::vector<int> members(static_cast<size_t>(count));
        std::iota(members.begin(), members.end(), 0);
        layer.fanOut(members);
        const Camera camera(kErbil, 12, {900, 600});
        const std::vector<QPointF> places = layer.fanPlaces(camera);
        QCOMPARE(static_cast<int>(places.size()), count);
        for (size_t i = 0; i < places.size(); ++i) {
            for (size_t k = i + 1; k < places.size(); ++k) {
                const QPointF off = places[i] - places[k];
                QVERIFY2(std::hypot(off.x(), off.y()) >= 2 * MarkLayer::kRadius,
                         qPrintable(u"%1 and %2"_s.arg(i).arg(k)));
            }
            QCOMPARE(layer.hit(places[i], camera)->mark, static_cast<int>(i));
        }
        layer.setMarks({});
        QVERIFY(layer.fanned().empty());
    }

    void showsHowOldAPositionIs()
    {
        MapBench bench;
        MarkLayer layer(bench.theme);
        bench.view.addLayer(layer);
        const auto count = [&](Freshness freshness, const QColor& ink) {
            layer.setMarks({Mark{toWorld(kErbil.latitude(), kErbil.longitude()), 90, freshness}});
            const QImage picture = bench.picture();
            int found = 0;
            for (int y = 280; y < 320; ++y) {
                for (int x = 430; x < 470; ++x)
                    found += picture.pixelColor(x, y) == ink;
            }
            return found;
        };
        QVERIFY(count(Freshness::Fresh, bench.theme.colours().accent) > 20);
        QVERIFY(count(Freshness::Ageing, bench.theme.ink(Tone::Warn)) > 20);
        QVERIFY(count(Freshness::Stale, bench.theme.colours().muted) > 20);
        QCOMPARE(count(Freshness::Stale, bench.theme.colours().accent), 0);
    }

    // Vehicles stand at warehouses: their bubble leaves the name to be read.
    void leavesAWarehouseItsName()
    {
        MapBench bench;
        bench.view.setCamera(Camera(kErbil, 12, bench.view.size()));
        const QImage ground = bench.picture();
        PlaceLayer places(bench.theme);
        places.setPlaces({{toWorld(kErbil.latitude(), kErbil.longitude()), u"Main Warehouse"_s, u"warehouse"_s}});
        bench.view.addLayer(places);
        const QImage named = bench.picture();
        MarkLayer vans(bench.theme);
        Mark van;
        van.world = places.places().front().world;
        vans.setMarks(std::vector<Mark>(99, van));
        bench.view.addLayer(vans);
        const QRect name = changed(ground, named), bubble = changed(named, bench.picture());
        QVERIFY(name.width() > 80 && bubble.width() > 30);
        QVERIFY2(name.top() + 24 <= bubble.top(), qPrintable(u"%1 %2"_s.arg(name.top()).arg(bubble.top())));
    }

    // At the upper edge stand the map's buttons: a flag there hangs from its place.
    void hangsAFlagWhereItCannotStand()
    {
        MapBench bench;
        bench.view.setCamera(Camera(kErbil, 12, bench.view.size()));
        const QImage ground = bench.picture();
        const QPointF centre = bench.view.camera().project(kErbil);
        PlaceLayer places(bench.theme);
        bench.view.addLayer(places);
        for (const int y : {30, 64, 90, 300}) {
            const QGeoCoordinate at = bench.view.camera().unproject({centre.x(), double(y)});
            places.setPlaces({{toWorld(at.latitude(), at.longitude()), u"North Hub"_s, u"warehouse"_s}});
            bench.view.update();
            const QRect name = changed(ground, bench.picture());
            QVERIFY(name.width() > 60);
            QCOMPARE(name.top() < y - 20, y > 90);
            QCOMPARE(name.bottom() > y + 20, y <= 90);
        }
    }

    void tellsWhereATrackWasAtAMoment()
    {
        const std::vector<TrackPoint> track{{{0.5, 0.5}, at(0)}, {{0.6, 0.5}, at(2)}, {{0.7, 0.5}, at(30)}};
        QVERIFY(!momentOf(track, at(-1)));
        QCOMPARE(momentOf(track, at(0))->world, QPointF(0.5, 0.5));
        const auto between = momentOf(track, at(1));
        QVERIFY(between->known);
        QVERIFY(std::abs(between->world.x() - 0.55) < 1e-9);
        const auto gap = momentOf(track, at(12)); // nobody knows: where it was seen last, and said to be so
        QVERIFY(!gap->known);
        QCOMPARE(gap->world, QPointF(0.6, 0.5));
        QCOMPARE(gap->seen, at(2));
        QVERIFY(momentOf(track, at(30))->known);
        QVERIFY(momentOf(track, at(31))->known);
        QVERIFY(!momentOf(track, at(45))->known);
    }

    void paintsATripAndATrack()
    {
        MapBench bench;
        TripLayer trip(bench.theme, [](int number) { return QString::number(number); });
        TrackLayer track(bench.theme);
        bench.view.addLayer(track);
        bench.view.addLayer(trip);
        const QImage bare = bench.picture();
        const QPointF here = toWorld(kErbil.latitude(), kErbil.longitude());
        const QPointF there = toWorld(kErbil.latitude(), kErbil.longitude() + 1);
        trip.setStops({{here, 1, true, false}, {there, 2, false, true}});
        const QImage withTrip = bench.picture();
        QVERIFY(withTrip != bare);
        const QPointF middle = bench.view.camera().toScreen((here + there) / 2);
        QCOMPARE(withTrip.pixelColor(middle.toPoint()), bench.theme.colours().accent);
        trip.setStops({});
        track.setTrack({{here, at(0)}, {there, at(1)}});
        QCOMPARE(bench.picture().pixelColor(middle.toPoint()), bench.theme.ink(Tone::Info));
        track.setTrack({{here, at(0)}, {there, at(60)}}); // a gap is no line
        QVERIFY(bench.picture().pixelColor(middle.toPoint()) != bench.theme.ink(Tone::Info));
    }

    void writesTownsByTheirSize()
    {
        const Towns towns = Towns::embedded();
        QVERIFY(towns.all().size() > 40'000);
        const auto named = [&](const char* name) {
            return std::ranges::find(towns.all(), QByteArray(name), &Town::name) != towns.all().end();
        };
        for (const char* name : {"Baghdad", "Lagos", "Toronto", "Bengaluru"})
            QVERIFY2(named(name), name);
        quint32 before = TownLayer::leastThousands(0);
        for (double zoom = 0; zoom <= 20; zoom += 0.25) {
            QVERIFY(TownLayer::leastThousands(zoom) <= before);
            before = TownLayer::leastThousands(zoom);
        }
        MapBench bench;
        const QImage bare = bench.picture();
        TownLayer layer(bench.theme, towns);
        bench.view.addLayer(layer);
        QVERIFY(bench.picture() != bare);
    }

    void trustsNoBrokenTowns_data()
    {
        QTest::addColumn<QByteArray>("file");
        const QByteArray good("WDPL\x01\x01\x03"
                              "Abc"
                              "\x02\x04\x05",
                              13);
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("another version") << QByteArray(good).replace(4, 1, "\x02");
        QTest::newRow("cut off") << good.left(12);
        QTest::newRow("more than there is") << QByteArray(good).replace(5, 1, "\x7f");
        QTest::newRow("bytes after the end") << good + 'x';
        QTest::newRow("off the earth") << QByteArray("WDPL\x01\x01\x03"
                                                     "Abc"
                                                     "\xff\xff\xff\x01\x04\x05",
                                                     16);
        QVERIFY(Towns::read(good).ok());
    }
    void trustsNoBrokenTowns()
    {
        QFETCH(QByteArray, file);
        const auto read = Towns::read(file);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::Malformed);
    }
};

QTEST_MAIN(TestMapMarks)
#include "tst_mapmarks.moc"

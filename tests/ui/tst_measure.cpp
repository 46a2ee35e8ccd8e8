// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk measures on the map as the crow flies, leg by leg and in all, in the person's own units.
#include "tests/ui/mapbench.h"
#include "ui/map/measurelayer.h"
#include "ui/mappage/measuring.h"

#include <QSignalSpy>

using namespace waydesk;
using namespace waydesk::test;
using namespace waydesk::ui;
using namespace Qt::Literals::StringLiterals;

namespace {
const QLocale kEnglish(QLocale::English), kArabic(QLocale::Arabic, QLocale::Iraq);
constexpr auto kMetric = QLocale::MetricSystem, kMiles = QLocale::ImperialUSSystem;
} // namespace

class TestMeasure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void measuresAlongTheGreatCircle()
    {
        Theme theme;
        MeasureLayer layer(theme);
        layer.add({0, 0});
        QCOMPARE(layer.total(), 0.0);
        QVERIFY(layer.summary().isEmpty());
        layer.add({0, 90}); // a quarter of the earth
        QVERIFY(std::abs(layer.total() - 10'007'557) < 20'000);
        layer.add({90, 0}); // and another one
        QVERIFY(std::abs(layer.leg(2) - layer.leg(1)) < 1);
        QVERIFY(std::abs(layer.total() - layer.leg(1) - layer.leg(2)) < 1e-6);
        layer.removeLast();
        QCOMPARE(layer.points().size(), size_t(2));
        layer.clear();
        layer.removeLast();
        QVERIFY(layer.points().empty());
        layer.add(kErbil);
        layer.add(kBaghdad);
        QVERIFY(std::abs(layer.total() - 321'400) < 1'500);
    }

    void bendsTowardsThePole()
    {
        const std::vector<QPointF> way = greatCircle({50, -120}, {50, 120}); // across the date line
        QCOMPARE(way.front(), toWorld(50, -120));
        QVERIFY(std::abs(way.back().x() - (toWorld(50, 120).x() - 1)) < 1e-9); // the short way round
        double north = 1;
        for (size_t i = 1; i < way.size(); ++i) {
            QVERIFY(std::abs(way[i].x() - way[i - 1].x()) < 0.05); // never a jump
            north = std::min(north, way[i].y());
        }
        QVERIFY(fromWorld({0, north}).latitude() > 66);
        QCOMPARE(greatCircle(kErbil, kErbil).size(), size_t(2));
    }

    void speaksThePersonsUnits()
    {
        QCOMPARE(MeasureLayer::lengthText(840.4, kEnglish, kMetric), u"840 m"_s);
        QCOMPARE(MeasureLayer::lengthText(12'449, kEnglish, kMetric), u"12.4 km"_s);
        QCOMPARE(MeasureLayer::lengthText(1'234'567, kEnglish, kMetric), u"1,235 km"_s);
        QCOMPARE(MeasureLayer::lengthText(100, kEnglish, kMiles), u"328 ft"_s);
        QCOMPARE(MeasureLayer::lengthText(16'093.44, kEnglish, kMiles), u"10.0 mi"_s);
        const QString arabic = MeasureLayer::lengthText(12'449, kArabic, kMetric);
        QVERIFY2(arabic.contains(QChar(0x0661)), qPrintable(arabic)); // its own digits
    }

    void takesClicksOnlyWhileItMeasures()
    {
        Theme theme;
        Measuring measuring(theme, nullptr);
        measuring.retranslate(kEnglish);
        QSignalSpy changed(&measuring, &Measuring::changed);
        QVERIFY(!measuring.click(kErbil) && !measuring.escape());
        measuring.action()->trigger();
        QVERIFY(measuring.isOn() && measuring.takeBackAction()->isEnabled());
        QVERIFY(measuring.click(kErbil) && measuring.click(kBaghdad));
        QVERIFY(measuring.layer().summary().contains(u"km"));
        measuring.takeBackAction()->trigger();
        QCOMPARE(measuring.layer().points().size(), size_t(1));
        QCOMPARE(changed.size(), 4);
        QVERIFY(measuring.escape());
        QVERIFY(!measuring.isOn() && measuring.layer().points().empty());
        QVERIFY(!measuring.takeBackAction()->isEnabled());
        QVERIFY(!measuring.escape());
    }

    void drawsLegsAndTheWhole()
    {
        MapBench bench;
        MeasureLayer layer(bench.theme);
        layer.setUnits(kEnglish, kMetric);
        bench.view.addLayer(layer);
        const QImage bare = bench.picture();
        layer.add(bench.view.camera().unproject({200, 300}));
        layer.add(bench.view.camera().unproject({600, 300}));
        layer.add(bench.view.camera().unproject({600, 500}));
        bench.view.update();
        const QImage drawn = bench.picture();
        QCOMPARE(drawn.pixelColor(200, 300), bench.theme.colours().accent);
        QVERIFY(drawn.pixelColor(600, 440) != bare.pixelColor(600, 440)); // the second leg
        QVERIFY(drawn.pixelColor(600, 475) != bare.pixelColor(600, 475)); // the sum above the last point
        // The same on the other side of the date line.
        layer.clear();
        bench.view.setCamera(Camera(QGeoCoordinate(0, 180), 6, bench.view.size()));
        layer.add(bench.view.camera().unproject({300, 300}));
        layer.add(bench.view.camera().unproject({700, 300}));
        bench.view.update();
        const QImage across = bench.picture();
        QCOMPARE(across.pixelColor(350, 300), bench.theme.colours().accent);
        QCOMPARE(across.pixelColor(650, 300), bench.theme.colours().accent);
    }
};

QTEST_MAIN(TestMeasure)
#include "tst_measure.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's map takes its tiles from where the settings say, at once and in every map, says at the field what is wrong,
// and keeps what was right until it is mended.
#include "tests/support/mbtilesfile.h"
#include "tests/support/tilepeer.h"
#include "tests/ui/mapbench.h"
#include "ui/settings/tilesettings.h"
#include "ui/widgets/button.h"
#include "ui/widgets/select.h"
#include "ui/window/memory.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace waydesk;
using namespace waydesk::test;
using namespace waydesk::ui;
using namespace Qt::Literals::StringLiterals;
using From = TileChoice::From;

namespace {

struct TileDrawer
{
    QTemporaryDir folder;
    FakeClock clock;
    ShortMemory memory;
    PreferenceKeeper keeper{memory};
    MapBench map;
    MapView torn{map.theme, basemap()};
    facade::TileService tiles{{.folder = folder.path() + u"/tiles"_s, .product = "Waydesk/7.7"}, clock};
    QString chosen; // in the file dialog; empty: it was closed
    TileSettings settings{map.theme, keeper, tiles, [this](QWidget*, const std::function<void(const QString&)>& take) {
                              if (!chosen.isEmpty())
                                  take(chosen);
                          }};
    TilePeer peer;

    TileDrawer()
    {
        map.view.setTiles(tiles);
        torn.setTiles(tiles);
        torn.resize(500, 400);
        torn.show();
        torn.setCamera(map.view.camera());
        QObject::connect(&keeper, &PreferenceKeeper::changed, &settings,
                         [this] { tiles.use(keeper.preferences().tiles); });
        settings.resize(760, 300);
        settings.show();
    }
    void pick(From from) { settings.from()->setCurrentIndex(settings.from()->findData(static_cast<int>(from))); }
    static void type(QLineEdit* field, const QString& text)
    {
        field->setText(text);
        Q_EMIT field->editingFinished();
    }
    static QColor middleOf(MapView& view)
    {
        return view.grab().toImage().pixelColor(view.width() / 2, view.height() / 2);
    }
    bool bothShow(QColor colour)
    {
        return QTest::qWaitFor([&] { return middleOf(map.view) == colour && middleOf(torn) == colour; });
    }
};

} // namespace

class TestTileSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isOffUntilSomebodySaysSo()
    {
        TileDrawer drawer;
        QCOMPARE(drawer.keeper.preferences().tiles, TileChoice());
        QVERIFY(drawer.settings.address()->text().isEmpty());
        QVERIFY(!drawer.settings.address()->isVisible() && !drawer.settings.file()->isVisible());
        QVERIFY(!drawer.tiles.report().isOn);
    }

    void changesEveryMapAtOnce()
    {
        TileDrawer drawer;
        drawer.pick(From::Address);
        QVERIFY(drawer.settings.address()->isVisible());
        drawer.type(drawer.settings.address(), drawer.peer.address());
        drawer.type(drawer.settings.attribution(), u"© The depot"_s);
        QVERIFY(drawer.bothShow(Qt::red));
        QCOMPARE(drawer.tiles.report().attribution, u"© The depot"_s);
        drawer.pick(From::Nothing);
        QVERIFY(drawer.bothShow(drawer.map.theme.colours().background));
    }

    void keepsWhatIsSet()
    {
        TileDrawer drawer;
        drawer.pick(From::Address);
        drawer.type(drawer.settings.address(), u"https://t.example/{z}/{x}/{y}.png?key=k"_s);
        drawer.type(drawer.settings.contact(), u"ops@depot.example"_s);
        drawer.settings.mostZoom()->setValue(17);
        const TileChoice kept = PreferenceKeeper(drawer.memory).preferences().tiles;
        QCOMPARE(kept, drawer.keeper.preferences().tiles);
        QCOMPARE(kept.from, From::Address);
        QCOMPARE(kept.address, u"https://t.example/{z}/{x}/{y}.png?key=k"_s);
        QCOMPARE(kept.mostZoom, 17);
        ShortMemory damaged;
        damaged.setValue(u"tiles/from"_s, 17);
        damaged.setValue(u"tiles/mostZoom"_s, 9000);
        QCOMPARE(PreferenceKeeper(damaged).preferences().tiles.from, From::Nothing);
        QCOMPARE(PreferenceKeeper(damaged).preferences().tiles.mostZoom, TileChoice::kMostZoom);
    }

    void keepsTheGoodAddressWhileABadOneIsTyped()
    {
        TileDrawer drawer;
        drawer.pick(From::Address);
        const QString good = drawer.peer.address();
        drawer.type(drawer.settings.address(), good);
        QVERIFY(drawer.settings.fault().isEmpty());
        for (const QString& bad : {u"tiles"_s, u"https://t.example/a.png"_s, u"http://t.example/{z}/{x}/{y}.png"_s}) {
            drawer.type(drawer.settings.address(), bad);
            QVERIFY2(!drawer.settings.fault().isEmpty(), qPrintable(bad));
            QCOMPARE(drawer.settings.address()->text(), bad);
            QCOMPARE(drawer.keeper.preferences().tiles.address, good);
        }
        drawer.type(drawer.settings.address(), good);
        QVERIFY(drawer.settings.fault().isEmpty());
    }

    void saysWhatTheServerDoes()
    {
        TileDrawer drawer;
        drawer.peer.answer = [](const TilePeer::Request&) { return httpAnswer(403); };
        drawer.pick(From::Address);
        drawer.type(drawer.settings.address(), drawer.peer.address());
        QVERIFY(QTest::qWaitFor([&] {
            drawer.map.picture();
            return drawer.settings.fault().contains(u"403");
        }));
    }

    void takesAFile()
    {
        TileDrawer drawer;
        drawer.chosen = drawer.folder.path() + u"/city.mbtiles"_s;
        QVERIFY(writeMbTiles(drawer.chosen, {{"format", "png"}, {"name", "The city"}},
                             {{0, 0, 0, tileBytes(Qt::green)}, {1, 0, 0, tileBytes(Qt::green)}}));
        drawer.pick(From::File);
        drawer.settings.choose()->click();
        QCOMPARE(drawer.settings.file()->text(), drawer.chosen);
        QVERIFY(QTest::qWaitFor([&] { return drawer.tiles.report().isOn; }));
        QVERIFY(drawer.settings.fault().isEmpty());
        QCOMPARE(drawer.tiles.report().detail, u"The city"_s);
        drawer.chosen.clear(); // the dialog is closed: nothing changes
        drawer.settings.choose()->click();
        QVERIFY(drawer.tiles.report().isOn);
    }

    void saysWhatIsWrongWithAFile()
    {
        TileDrawer drawer;
        const QString vector = drawer.folder.path() + u"/vector.mbtiles"_s;
        QVERIFY(writeMbTiles(vector, {{"format", "pbf"}}, {{0, 0, 0, "\x1f\x8b"}}));
        drawer.pick(From::File);
        drawer.type(drawer.settings.file(), vector);
        QVERIFY(QTest::qWaitFor([&] { return drawer.settings.fault().contains(u"pbf"); }));
        const QString first = drawer.settings.fault();
        drawer.type(drawer.settings.file(), vector + u".not"_s);
        QVERIFY(
            QTest::qWaitFor([&] { return !drawer.settings.fault().isEmpty() && drawer.settings.fault() != first; }));
        QCOMPARE(drawer.middleOf(drawer.map.view), drawer.map.theme.colours().background); // the basemap stays
    }

    void emptiesWhatIsKept()
    {
        TileDrawer drawer;
        drawer.pick(From::Address);
        drawer.type(drawer.settings.address(), drawer.peer.address());
        QVERIFY(drawer.bothShow(Qt::red));
        drawer.tiles.measure();
        QVERIFY(QTest::qWaitFor([&] { return drawer.settings.empty()->isEnabled(); }));
        const QString before = drawer.settings.kept();
        drawer.settings.empty()->click();
        QVERIFY(QTest::qWaitFor([&] { return !drawer.settings.empty()->isEnabled(); }));
        QVERIFY(drawer.settings.kept() != before);
        QCOMPARE(drawer.tiles.report().keptBytes, 0);
    }

    void givesEveryInputAName()
    {
        TileDrawer drawer;
        for (QWidget* input : std::initializer_list<QWidget*>{drawer.settings.from(), drawer.settings.address(),
                                                              drawer.settings.file(), drawer.settings.attribution(),
                                                              drawer.settings.contact(), drawer.settings.mostZoom(),
                                                              drawer.settings.choose(), drawer.settings.empty()})
            QVERIFY2(!input->accessibleName().isEmpty(), input->metaObject()->className());
    }
};

QTEST_MAIN(TestTileSettings)
#include "tst_tilesettings.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tiletour.h"

#include "app/desk.h"
#include "app/drawntiles.h"
#include "ui/mappage/mappage.h"
#include "ui/mappage/measuring.h"
#include "ui/mappage/playbackbar.h"
#include "ui/settings/settingspage.h"
#include "ui/settings/tilesettings.h"
#include "ui/tour/tour.h"
#include "ui/widgets/select.h"
#include "ui/window/mainwindow.h"

#include <QLineEdit>
#include <QTemporaryDir>

namespace waydesk::app {

using namespace Qt::Literals::StringLiterals;
using From = TileChoice::From;
using ui::Scene;

void addTileScenes(ui::Tour& tour, Desk& desk)
{
    const auto folder = std::make_shared<QTemporaryDir>(); // goes with the scenes
    const QString file = folder->filePath(u"town.mbtiles"_s);
    const auto use = [&desk](From from, const QString& text) {
        ui::TileSettings* tiles = desk.settingsPage()->tiles();
        tiles->from()->setCurrentIndex(tiles->from()->findData(static_cast<int>(from)));
        if (from == From::Nothing)
            return;
        QLineEdit* field = from == From::File ? tiles->file() : tiles->address();
        field->setText(text);
        Q_EMIT field->editingFinished();
    };
    const auto draw = [folder, file, isDrawn = std::make_shared<bool>(false)] {
        if (!std::exchange(*isDrawn, true))
            drawTiles(file);
    };
    const auto isWhole = [&desk] {
        const ui::TileLayer* tiles = desk.mapPage()->map()->tiles();
        return tiles->isOn() && !desk.mapPage()->map()->isZooming() && tiles->coversAll() && tiles->isComplete();
    };
    tour.add({.name = u"map-tiles"_s,
              .looks = Scene::All | Scene::Double,
              .stage =
                  [&desk, use, draw, file] {
                      draw();
                      use(From::File, file);
                      desk.window()->show(desk.mapPage());
                      desk.mapPage()->playback()->close();
                      desk.mapPage()->choose({});
                      desk.mapPage()->map()->setCamera(
                          ui::Camera(QGeoCoordinate(36.1911, 44.0092), 12.6, desk.mapPage()->map()->size()));
                  },
              .isReady = isWhole});
    tour.add({.name = u"map-measure"_s,
              .looks = Scene::Light | Scene::Arabic,
              .stage =
                  [&desk] {
                      ui::Measuring& measuring = desk.mapPage()->measuring();
                      measuring.escape();
                      measuring.action()->trigger();
                      const std::pair<double, double> way[] = {{36.206, 43.975}, {36.196, 44.02}, {36.172, 44.03}};
                      for (const auto& [latitude, longitude] : way)
                          measuring.click({latitude, longitude});
                  },
              .isReady = isWhole,
              .strike = [&desk] { desk.mapPage()->measuring().escape(); }});
    tour.add({.name = u"map-tiles-edge"_s,
              .looks = Scene::Light | Scene::Dark,
              .stage =
                  [&desk] {
                      desk.mapPage()->map()->setCamera(
                          ui::Camera(QGeoCoordinate(36.30, 44.20), 11.3, desk.mapPage()->map()->size()));
                  },
              .isReady = [&desk] { return !desk.mapPage()->map()->tiles()->whole().empty(); }});
    const auto open = [&desk] {
        desk.window()->show(desk.settingsPage());
        desk.settingsPage()->reveal(desk.settingsPage()->tiles());
    };
    const auto isRevealed = [&desk] {
        desk.settingsPage()->reveal(desk.settingsPage()->tiles());
        return true;
    };
    tour.add({.name = u"settings-tiles-file"_s,
              .looks = Scene::Light | Scene::Arabic,
              .stage = open,
              .isReady = isRevealed});
    tour.add({.name = u"settings-tiles-address"_s,
              .looks = Scene::All,
              .stage =
                  [open, use] {
                      use(From::Address, u"http://tiles.example/{z}/{x}/{y}.png"_s);
                      open();
                  },
              .isReady = isRevealed,
              .strike = [use] { use(From::Nothing, {}); }});
}

} // namespace waydesk::app

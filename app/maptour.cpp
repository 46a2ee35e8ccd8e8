// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/maptour.h"

#include "app/desk.h"
#include "app/tiletour.h"
#include "ui/mappage/mappage.h"
#include "ui/mappage/playbackbar.h"
#include "ui/tour/tour.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/table.h"
#include "ui/window/mainwindow.h"

#include <QSlider>

namespace waydesk::app {

using namespace Qt::Literals::StringLiterals;
using ui::Scene;

namespace {

// On a trip, and not the one who is silent: most is to be seen of them.
DriverId somebodyOnTheRoad(Workbench& bench)
{
    for (const facade::DriverRow& row : bench.positions.rows()) {
        if (row.trip && row.position && row.parcels > 2 &&
            bench.formats.now() - row.position->at < std::chrono::minutes(25))
            return row.driver.id;
    }
    return {};
}

} // namespace

void addMapScenes(ui::Tour& tour, Desk& desk)
{
    const auto open = [&desk] {
        desk.window()->show(desk.mapPage());
        desk.mapPage()->playback()->close();
    };
    const auto isSeen = [&desk] { return desk.mapPage()->marks().marks().size() > 20; };
    tour.add({.name = u"map"_s,
              .looks = Scene::All,
              .stage =
                  [&desk, open] {
                      open();
                      desk.mapPage()->choose(somebodyOnTheRoad(*desk.workbench()));
                      desk.mapPage()->fitAction()->trigger();
                  },
              .isReady =
                  [&desk, isSeen] {
                      if (!isSeen() || desk.mapPage()->trip().stops().size() < 2)
                          return false;
                      desk.mapPage()->fitAction()->trigger();
                      return true;
                  }});
    tour.add({.name = u"map-far"_s,
              .looks = Scene::All,
              .stage =
                  [&desk, open] {
                      open();
                      desk.mapPage()->choose({});
                      desk.mapPage()->map()->setCamera(
                          ui::Camera(QGeoCoordinate(36.2, 44.0), 7, desk.mapPage()->map()->size()));
                  },
              .isReady = isSeen});
    tour.add({.name = u"map-clusters"_s,
              .looks = Scene::All,
              .stage =
                  [&desk, open] {
                      open();
                      desk.mapPage()->choose({});
                      desk.mapPage()->fitAction()->trigger();
                  },
              .isReady = isSeen});
    tour.add({.name = u"map-zones"_s,
              .looks = Scene::All,
              .stage =
                  [&desk, open] {
                      open();
                      desk.mapPage()->choose({});
                      desk.mapPage()->fitAction()->trigger();
                      desk.mapPage()->zonesAction()->setChecked(true);
                  },
              .isReady = isSeen,
              .strike = [&desk] { desk.mapPage()->zonesAction()->setChecked(false); }});
    tour.add({.name = u"alarms"_s,
              .looks = Scene::All,
              .stage =
                  [&desk, open] {
                      open();
                      desk.mapPage()->tabs()->setCurrentIndex(1);
                  },
              .isReady =
                  [&desk] {
                      const QAbstractItemModel* rows = desk.mapPage()->alarmTable()->model();
                      if (rows->rowCount() > 0)
                          desk.mapPage()->alarmTable()->setCurrentIndex(rows->index(0, 0));
                      return rows->rowCount() > 0;
                  },
              .strike = [&desk] { desk.mapPage()->tabs()->setCurrentIndex(0); }});
    tour.add({.name = u"map-playback"_s,
              .looks = Scene::All,
              .stage =
                  [&desk, open] {
                      open();
                      desk.mapPage()->choose(somebodyOnTheRoad(*desk.workbench()));
                      desk.mapPage()->playAction()->trigger();
                  },
              .isReady =
                  [&desk] {
                      ui::PlaybackBar* bar = desk.mapPage()->playback();
                      if (!bar->isOpen())
                          return false;
                      bar->slider()->setValue(bar->slider()->maximum() * 9 / 10);
                      return true;
                  },
              .strike = [&desk] { desk.mapPage()->playback()->close(); }});
    addTileScenes(tour, desk);
}

} // namespace waydesk::app

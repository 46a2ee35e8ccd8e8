// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/maptour.h"

#include "app/desk.h"
#include "app/tiletour.h"
#include "ui/mappage/mappage.h"
#include "ui/mappage/playbackbar.h"
#include "ui/tour/tour.h"
#include "ui/trips/tripdetail.h"
#include "ui/trips/tripspage.h"
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
    const auto alarms = [&desk] { return desk.mapPage()->alarmTable()->model(); };
    const auto has = [alarms](AlarmKind kind) {
        for (int row = 0; row < alarms()->rowCount(); ++row) {
            if (alarms()->index(row, 0).data(models::AlarmsModel::KindRole).toInt() == static_cast<int>(kind))
                return row;
        }
        return -1;
    };
    tour.add(
        {.name = u"alarms"_s,
         .looks = Scene::All,
         .stage =
             [&desk, open] {
                 open();
                 desk.mapPage()->tabs()->setCurrentIndex(1);
             },
         .isReady =
             [&desk, alarms, has] {
                 // These want the trips' stops, which come last.
                 for (const AlarmKind kind : {AlarmKind::LateNow, AlarmKind::WillBeLate, AlarmKind::ReturnWaiting}) {
                     if (has(kind) < 0)
                         return false;
                 }
                 desk.mapPage()->alarmTable()->setCurrentIndex(alarms()->index(has(AlarmKind::WillBeLate), 0));
                 desk.mapPage()->fitAction()->trigger();
                 return true;
             },
         .strike = [&desk] { desk.mapPage()->tabs()->setCurrentIndex(0); }});
    tour.add({.name = u"trip-late"_s,
              .looks = Scene::All,
              .stage =
                  [&desk] {
                      ui::TripsPage* page = desk.tripsPage();
                      desk.window()->show(page);
                      page->tabs()->setCurrentIndex(2); // on the road
                      const QAbstractItemModel* rows = page->table()->model();
                      for (int row = 0; row < rows->rowCount(); ++row) {
                          const QModelIndex index = rows->index(row, 0);
                          if (index.data(models::TripsModel::LateRole).toInt() != 1)
                              continue;
                          page->table()->setCurrentIndex(index);
                          break;
                      }
                  },
              .isReady = [&desk] { return desk.tripsPage()->detail()->stops()->model()->rowCount() > 1; },
              .strike = [&desk] { desk.tripsPage()->tabs()->setCurrentIndex(0); }});
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

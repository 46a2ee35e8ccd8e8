// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/triptour.h"

#include "app/desk.h"
#include "ui/tour/tour.h"
#include "ui/trips/tripbuilderpage.h"
#include "ui/trips/tripdetail.h"
#include "ui/trips/tripmap.h"
#include "ui/trips/tripspage.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/select.h"
#include "ui/widgets/table.h"
#include "ui/window/mainwindow.h"

namespace waydesk::app {

using namespace Qt::Literals::StringLiterals;
using ui::Scene;

namespace {

// Parcels from all over the list, so that their way is a silly one.
void putTogether(Desk& desk)
{
    desk.openTripBuilder({});
    ui::TripBuilderPage& page = *desk.tripBuilder();
    page.draft().setParcels({});
    const QList<facade::DeliveryRow> waiting = desk.workbench()->trips.eligible({}, 60);
    for (qsizetype i = 0; i < waiting.size() && page.draft().trip().parcels.size() < 9; i += 5)
        page.draft().add(waiting[i].delivery);
    page.fields()->driver()->setCurrentIndex(std::min(2, page.fields()->driver()->count() - 1));
    page.stops()->setCurrentIndex(page.draft().index(2, 0));
}

} // namespace

void addTripCommandScenes(ui::Tour& tour, Desk& desk)
{
    const auto planned = [&desk] {
        ui::TripsPage* page = desk.tripsPage();
        desk.window()->show(page);
        page->tabs()->setCurrentIndex(1);
        page->table()->setCurrentIndex(page->table()->model()->index(2, 0)); // one with parcels
    };
    const auto close = [&desk] {
        while (desk.tripsPage()->escape()) {
        }
        desk.tripsPage()->tabs()->setCurrentIndex(0);
    };
    tour.add({.name = u"trip-cancel"_s,
              .stage =
                  [&desk, planned] {
                      planned();
                      desk.tripsPage()->cancelAction()->trigger();
                  },
              .isReady = [&desk] { return desk.tripsPage()->openPanel() != nullptr; },
              .strike = close});
    tour.add({.name = u"trip-edit"_s,
              .looks = Scene::Light | Scene::Arabic,
              .stage =
                  [&desk, planned] {
                      planned();
                      desk.tripsPage()->editAction()->trigger();
                  },
              .isReady = [&desk] { return desk.tripsPage()->openPanel() != nullptr; },
              .strike = close});
    tour.add({.name = u"trip-map"_s,
              .looks = Scene::All,
              .stage =
                  [&desk] {
                      ui::TripsPage* page = desk.tripsPage();
                      desk.window()->show(page);
                      page->tabs()->setCurrentIndex(2); // on the road
                      page->table()->setCurrentIndex(page->table()->model()->index(1, 0));
                      page->detail()->pane()->tabs()->setCurrentIndex(3);
                  },
              .isReady =
                  [&desk] {
                      desk.tripsPage()->detail()->stops()->setCurrentIndex(
                          desk.tripsPage()->detail()->stops()->model()->index(1, 0));
                      return desk.tripsPage()->detail()->map()->stops().stops().size() > 2;
                  },
              .strike =
                  [&desk] {
                      desk.tripsPage()->detail()->pane()->tabs()->setCurrentIndex(0);
                      desk.tripsPage()->tabs()->setCurrentIndex(0);
                  }});
    tour.add({.name = u"trip-builder"_s,
              .looks = Scene::All,
              .stage = [&desk] { putTogether(desk); },
              .isReady = [&desk] { return desk.tripBuilder()->draft().rowCount() > 4; }});
    tour.add({.name = u"trip-optimise"_s,
              .looks = Scene::All,
              .stage =
                  [&desk] {
                      putTogether(desk);
                      desk.tripBuilder()->optimiseAction()->trigger();
                  },
              .isReady = [&desk] { return desk.tripBuilder()->hasProposal(); },
              .strike =
                  [&desk] {
                      desk.tripBuilder()->escape();
                      desk.tripBuilder()->draft().setParcels({});
                  }});
}

} // namespace waydesk::app

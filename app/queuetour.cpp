// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queuetour.h"

#include "app/desk.h"
#include "ui/deliveries/casepanels.h"
#include "ui/deliveries/casespane.h"
#include "ui/deliveries/deliveriespage.h"
#include "ui/deliveries/deliveryplaces.h"
#include "ui/deliveries/returnspane.h"
#include "ui/tour/tour.h"
#include "ui/trips/tripdetail.h"
#include "ui/trips/tripreturns.h"
#include "ui/trips/tripspage.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/table.h"
#include "ui/widgets/textbox.h"
#include "ui/window/mainwindow.h"

namespace waydesk::app {

using namespace Qt::Literals::StringLiterals;
using ui::DeliveryPlaces;
using ui::Scene;

namespace {

ui::QueuePane* go(Desk& desk, DeliveryPlaces::Place place)
{
    desk.window()->show(desk.deliveriesPage());
    desk.deliveriesPage()->places()->go(place);
    return desk.deliveriesPage()->places()->queue();
}

bool choose(ui::QueuePane* pane, int row)
{
    const QAbstractItemModel* model = pane->table()->model();
    if (model->rowCount() == 0)
        return false;
    pane->table()->setCurrentIndex(model->index(std::min(row, model->rowCount() - 1), 0));
    return true;
}

// The trip whose parcels most are asked back from; none: an empty id.
TripId tripWithReturns(Desk& desk)
{
    QHash<TripId, int> count;
    TripId best;
    const QList<facade::ReturnItem> all = desk.workbench()->returns.rows({}, {}, 500);
    for (const facade::ReturnItem& item : all) {
        if (item.row.trip && ++count[*item.row.trip] > count.value(best))
            best = *item.row.trip;
    }
    return best;
}

} // namespace

void addQueueScenes(ui::Tour& tour, Desk& desk)
{
    const auto back = [&desk] {
        while (desk.deliveriesPage()->escape()) {
        }
        desk.deliveriesPage()->places()->go(DeliveryPlaces::Parcels);
    };
    tour.add({.name = u"returns"_s,
              .looks = Scene::All,
              .stage = [&desk] { go(desk, DeliveryPlaces::Returns)->tabs()->setCurrentIndex(0); },
              .isReady = [&desk] { return choose(desk.deliveriesPage()->places()->queue(), 1); },
              .strike = back});
    tour.add({.name = u"returns-answered"_s,
              .looks = Scene::Light | Scene::Arabic,
              .stage = [&desk] { go(desk, DeliveryPlaces::Returns)->tabs()->setCurrentIndex(1); },
              .isReady = [&desk] { return choose(desk.deliveriesPage()->places()->queue(), 0); },
              .strike =
                  [&desk, back] {
                      desk.deliveriesPage()->places()->returns()->tabs()->setCurrentIndex(0);
                      back();
                  }});
    tour.add({.name = u"exceptions"_s,
              .looks = Scene::All,
              .stage = [&desk] { go(desk, DeliveryPlaces::Exceptions)->tabs()->setCurrentIndex(0); },
              .isReady = [&desk] { return choose(desk.deliveriesPage()->places()->queue(), 0); },
              .strike = back});
    tour.add({.name = u"exception-resolve"_s,
              .looks = Scene::All,
              .stage = [&desk] { go(desk, DeliveryPlaces::Exceptions)->tabs()->setCurrentIndex(0); },
              .isReady =
                  [&desk] {
                      ui::QueuePane* pane = desk.deliveriesPage()->places()->queue();
                      if (pane->openPanel())
                          return true;
                      if (!choose(pane, 0))
                          return false;
                      pane->primaryAction()->trigger();
                      if (auto* panel = qobject_cast<ui::ResolvePanel*>(pane->openPanel()))
                          panel->text()->setPlainText(u"Called the customer; goes out again tomorrow morning."_s);
                      return false; // painted with the next look
                  },
              .strike = back});
    tour.add({.name = u"exception-next"_s,
              .looks = Scene::Light | Scene::Arabic,
              .stage = [&desk] { go(desk, DeliveryPlaces::Exceptions)->tabs()->setCurrentIndex(0); },
              .isReady =
                  [&desk] {
                      auto* pane = desk.deliveriesPage()->places()->cases();
                      if (pane->openPanel())
                          return true;
                      if (choose(pane, 1))
                          pane->paneActions().at(2)->trigger();
                      return false;
                  },
              .strike = back});
    tour.add({.name = u"trip-returns"_s,
              .looks = Scene::All,
              .stage =
                  [&desk] {
                      desk.window()->show(desk.tripsPage());
                      desk.tripsPage()->reveal(tripWithReturns(desk));
                      desk.tripsPage()->detail()->pane()->tabs()->setCurrentIndex(2);
                  },
              .isReady =
                  [&desk] {
                      ui::TripReturns* returns = desk.tripsPage()->detail()->returns();
                      if (returns->rows()->rowCount() == 0)
                          return false;
                      returns->table()->setCurrentIndex(returns->rows()->index(0, 0));
                      return true;
                  },
              .strike =
                  [&desk] {
                      desk.tripsPage()->detail()->pane()->tabs()->setCurrentIndex(0);
                      desk.tripsPage()->escape();
                  }});
}

} // namespace waydesk::app

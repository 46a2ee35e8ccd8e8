// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/deliverytour.h"

#include "app/desk.h"
#include "ui/deliveries/deliveriespage.h"
#include "ui/deliveries/deliverydetail.h"
#include "ui/deliveries/parcelspane.h"
#include "ui/tour/tour.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/table.h"
#include "ui/window/mainwindow.h"

namespace waydesk::app {

using namespace Qt::Literals::StringLiterals;
using Rows = models::DeliveryTableModel;
using ui::Scene;

namespace {

// The first of these rows in this status.
void choose(ui::ParcelsPane& pane, DeliveryStatus status)
{
    for (int row = 0; row < pane.rows()->rowCount(); ++row) {
        const QModelIndex index = pane.rows()->index(row, 0);
        if (index.data(Rows::StatusRole).toInt() == int(status)) {
            pane.table()->setCurrentIndex(index);
            pane.table()->scrollTo(index);
            return;
        }
    }
}

} // namespace

void addDeliveryScenes(ui::Tour& tour, Desk& desk)
{
    tour.add({.name = u"deliveries"_s,
              .looks = Scene::All,
              .stage =
                  [&desk] {
                      ui::DeliveriesPage* page = desk.deliveriesPage();
                      desk.window()->show(page);
                      page->parcels()->tabs()->setCurrentIndex(0);
                      page->parcels()->setFilterLine({});
                  },
              .isReady =
                  [&desk] {
                      ui::ParcelsPane* pane = desk.deliveriesPage()->parcels();
                      if (!pane->rows()->isComplete() || !pane->rows()->counts())
                          return false;
                      choose(*pane, DeliveryStatus::InTransit);
                      return true;
                  }});
    tour.add(
        {.name = u"deliveries-filtered"_s,
         .looks = Scene::Light | Scene::Arabic,
         .stage =
             [&desk] { desk.deliveriesPage()->parcels()->setFilterLine(u"waybill:none cod>20000 zone:nowhere"_s); },
         .isReady = [&desk] { return desk.deliveriesPage()->parcels()->rows()->isComplete(); },
         .strike = [&desk] { desk.deliveriesPage()->parcels()->setFilterLine({}); }});
}

} // namespace waydesk::app

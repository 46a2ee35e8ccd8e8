// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formtour.h"

#include "app/desk.h"
#include "ui/deliveries/consigneefield.h"
#include "ui/deliveries/deliveriespage.h"
#include "ui/deliveries/deliveryform.h"
#include "ui/deliveries/parcelendfield.h"
#include "ui/deliveries/parcelspane.h"
#include "ui/deliveries/windowfield.h"
#include "ui/tour/tour.h"
#include "ui/widgets/button.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/select.h"
#include "ui/widgets/table.h"
#include "ui/window/mainwindow.h"

#include <QLineEdit>

namespace waydesk::app {

using namespace Qt::Literals::StringLiterals;
using ui::Scene;

namespace {

ui::DeliveryForm* form(Desk& desk)
{
    return qobject_cast<ui::DeliveryForm*>(desk.deliveriesPage()->openPanel());
}

void leave(Desk& desk)
{
    ui::DeliveriesPage* page = desk.deliveriesPage();
    for (int i = 0; i < 2 && page->openPanel(); ++i) // the second time it is meant
        page->escape();
    page->parcels()->setFilterLine({});
}

void fillIn(ui::DeliveryForm& form)
{
    form.consignee()->setCustomer(CustomerRef{{}, u"Dilan Aziz"_s, u"0750 555 0101"_s, {}});
    Place place;
    place.fullAddress = u"Gulan, Street 60, House 12"_s;
    place.position = QGeoCoordinate(36.1985, 43.9772);
    form.dropoff()->setEnd({std::nullopt, place});
    form.pickup()->choice()->setCurrentIndex(0);
    form.cod()->setText(u"25,000"_s);
}

// The first parcel in the table that may be changed.
bool chooseEditable(Desk& desk)
{
    ui::DeliveriesPage* page = desk.deliveriesPage();
    ui::ParcelsPane* pane = page->parcels();
    if (!pane->rows()->isComplete() || pane->rows()->rowCount() == 0)
        return false;
    pane->table()->setCurrentIndex(pane->rows()->index(0, 0));
    return page->editAction()->isEnabled();
}

} // namespace

void addFormScenes(ui::Tour& tour, Desk& desk)
{
    tour.add({.name = u"parcel-new"_s,
              .looks = Scene::All,
              .stage =
                  [&desk] {
                      desk.window()->show(desk.deliveriesPage());
                      desk.deliveriesPage()->newAction()->trigger();
                      if (form(desk))
                          fillIn(*form(desk));
                  },
              .isReady = [&desk] { return form(desk) != nullptr; },
              .strike = [&desk] { leave(desk); }});
    tour.add({.name = u"parcel-wrong"_s,
              .looks = Scene::All,
              .stage =
                  [&desk] {
                      desk.window()->show(desk.deliveriesPage());
                      desk.deliveriesPage()->parcels()->setFilterLine(u"status:pending waybill:none trip:none"_s);
                  },
              .isReady =
                  [&desk] {
                      if (!form(desk)) {
                          if (!chooseEditable(desk))
                              return false;
                          desk.deliveriesPage()->editAction()->trigger();
                      }
                      ui::DeliveryForm* open = form(desk);
                      if (!open)
                          return false;
                      open->visit()->day()->setText(u"2026-02-31"_s);
                      open->cod()->setText(u"12.5"_s);
                      open->primary()->click();
                      return true;
                  },
              .strike = [&desk] { leave(desk); }});
}

} // namespace waydesk::app

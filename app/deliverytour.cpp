// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/deliverytour.h"

#include "app/desk.h"
#include "ui/deliveries/deliveriespage.h"
#include "ui/deliveries/deliverydetail.h"
#include "ui/deliveries/importpage.h"
#include "ui/deliveries/parcelspane.h"
#include "ui/tour/tour.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/table.h"
#include "ui/window/mainwindow.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QMenu>

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

// As a shop's clerk writes one, with the mistakes that they make. Names are made up.
QString merchantsFile()
{
    QFile file(QDir::temp().filePath(u"waydesk-tour-%1.csv"_s.arg(QCoreApplication::applicationPid())));
    if (!file.open(QFile::WriteOnly | QFile::Truncate))
        return {};
    file.write("Order no;Customer;Phone;Delivery address;COD;Remarks\r\n");
    for (int n = 1; n <= 240; ++n) {
        const QByteArray number = QByteArray::number(n);
        const QByteArray street = "Gulan, Street " + QByteArray::number(n % 60 + 1) + ", House " + number;
        const QByteArray cod = n % 71 == 0 ? QByteArray("twelve thousand") : QByteArray::number(n % 40 + 1) + ",000";
        const QByteArray phone =
            n % 59 == 0 ? QByteArray("ask at the gate") : QByteArray("0750 555 " + number.rightJustified(4, '0'));
        file.write("SHOP-" + (n == 101 ? QByteArray("100") : number) + ";Customer " + number + ';' + phone + ";\"" +
                   (n % 83 == 0 ? QByteArray() : street) + "\";" + cod + ";\r\n");
    }
    return file.fileName();
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
    tour.add({.name = u"deliveries-columns"_s,
              .stage =
                  [&desk] {
                      QMenu* more = desk.deliveriesPage()->parcels()->more();
                      more->popup(more->parentWidget()->mapToGlobal(more->parentWidget()->rect().bottomLeft()));
                      more->setActiveAction(more->actions().constFirst()); // which opens it
                  },
              .isReady =
                  [&desk] {
                      const QMenu* columns = desk.deliveriesPage()->parcels()->more()->actions().constFirst()->menu();
                      return columns->isVisible() && !columns->isEmpty();
                  },
              .strike = [&desk] { desk.deliveriesPage()->parcels()->more()->close(); }});
    tour.add({.name = u"import-look"_s,
              .looks = Scene::Light | Scene::Arabic,
              .stage =
                  [&desk] {
                      desk.window()->show(desk.importPage());
                      desk.importPage()->open(merchantsFile());
                  },
              .isReady = [&desk] { return desk.importPage()->preview()->model()->rowCount() > 0; }});
    tour.add({.name = u"import"_s,
              .looks = Scene::All,
              .stage =
                  [&desk] {
                      desk.window()->show(desk.importPage());
                      desk.importPage()->open(merchantsFile());
                      desk.importPage()->checkAction()->trigger();
                  },
              .isReady = [&desk] { return desk.importPage()->badRows()->model()->rowCount() > 1; },
              .strike = [&desk] { desk.window()->show(desk.deliveriesPage()); }});
}

} // namespace waydesk::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour.h"

#include "app/deliverytour.h"
#include "app/desk.h"
#include "app/formtour.h"
#include "app/maptour.h"
#include "app/prooftour.h"
#include "app/queuetour.h"
#include "app/triptour.h"
#include "ui/scan/codefield.h"
#include "ui/scan/scanstationpage.h"
#include "ui/session/signinview.h"
#include "ui/settings/roadsettings.h"
#include "ui/settings/settingspage.h"
#include "ui/sync/conflictpane.h"
#include "ui/sync/syncpage.h"
#include "ui/tour/tour.h"
#include "ui/trips/tripdetail.h"
#include "ui/trips/tripspage.h"
#include "ui/waybills/detailpane.h"
#include "ui/waybills/waybilldetail.h"
#include "ui/waybills/waybillspage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/select.h"
#include "ui/widgets/table.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTimer>
#include <cstdio>

namespace waydesk::app {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using ui::Scene;

namespace {
template<class Ready>
bool waitUntil(Ready ready, std::chrono::milliseconds patience)
{
    QDeadlineTimer deadline(patience);
    while (!ready()) {
        if (deadline.hasExpired())
            return false;
        QEventLoop loop;
        QTimer::singleShot(20ms, &loop, &QEventLoop::quit);
        loop.exec();
    }
    return true;
}

bool isSynced(Desk& desk)
{
    const facade::ConnectionState& state = desk.workbench()->connection.state();
    return state.session == facade::ConnectionState::Session::SignedIn && state.lastSynced && !state.firstSyncRunning;
}

// A draft with room for parcels, its own or made here.
std::optional<WaybillId> someDraft(Workbench& bench)
{
    facade::WaybillFilter drafts;
    drafts.status = WaybillStatus::Drafted;
    for (const facade::WaybillRow& row : bench.waybills.rows(bench.waybills.slice(drafts, {}, 0, 20))) {
        if (canChangeMembership(row.expected).allowed())
            return row.expected.id;
    }
    return {};
}

// On the road, with a driver and parcels: most is to be seen of it.
std::optional<WaybillId> someOnTheRoad(Workbench& bench)
{
    facade::WaybillFilter moving;
    moving.status = WaybillStatus::PickedUp;
    for (const facade::WaybillRow& row : bench.waybills.rows(bench.waybills.slice(moving, {}, 0, 20))) {
        if (row.expected.driverId && row.expected.itemCount.value_or(0) > 0)
            return row.expected.id;
    }
    return {};
}

void addWaybillScenes(ui::Tour& tour, Desk& desk)
{
    const auto choose = [&desk](const std::optional<WaybillId>& id) {
        desk.window()->show(desk.waybillsPage());
        if (id)
            desk.waybillsPage()->reveal(*id);
    };
    const auto onTheRoad = [&desk, choose](int tab) {
        choose(someOnTheRoad(*desk.workbench()));
        desk.waybillsPage()->detail()->pane()->tabs()->setCurrentIndex(tab);
    };
    const auto isRead = [&desk] {
        return desk.workbench()->deliveries.rowCount() > 0 && desk.workbench()->timeline.rowCount() > 1;
    };
    const auto firstTab = [&desk] { desk.waybillsPage()->detail()->pane()->tabs()->setCurrentIndex(0); };
    tour.add({.name = u"waybills"_s,
              .looks = Scene::All | Scene::Double,
              .stage = [&desk, choose] { choose(someDraft(*desk.workbench())); },
              .isReady = [&desk] { return desk.workbench()->table.rowCount() > 0; }});
    tour.add({.name = u"detail"_s, .stage = [onTheRoad] { onTheRoad(0); }, .isReady = isRead});
    tour.add({.name = u"timeline"_s, .stage = [onTheRoad] { onTheRoad(1); }, .isReady = isRead, .strike = firstTab});
    const auto close = [&desk] { desk.waybillsPage()->escape(); };
    tour.add({.name = u"create"_s,
              .stage =
                  [&desk, choose] {
                      choose(someDraft(*desk.workbench()));
                      desk.workbench()->actions.action(models::WaybillActions::Act::Create)->trigger();
                      const QList<ui::Select*> choices = desk.waybillsPage()->openPanel()->findChildren<ui::Select*>();
                      choices.at(0)->setCurrentIndex(0);
                      choices.at(1)->setFocus(Qt::TabFocusReason);
                      choices.at(1)->setCurrentIndex(1);
                      desk.waybillsPage()->openPanel()->findChild<QPlainTextEdit*>()->setPlainText(
                          QCoreApplication::translate("waydesk::app", "Evening round, two pallets"));
                  },
              .strike = close});
    tour.add({.name = u"assign"_s,
              .looks = Scene::Light | Scene::Arabic,
              .stage =
                  [&desk, choose] {
                      facade::WaybillFilter sealed;
                      sealed.status = WaybillStatus::Sealed;
                      Workbench& bench = *desk.workbench();
                      for (const auto& row : bench.waybills.rows(bench.waybills.slice(sealed, {}, 0, 20))) {
                          if (!row.expected.driverId) {
                              choose(row.expected.id);
                              break;
                          }
                      }
                      bench.actions.action(models::WaybillActions::Act::Assign)->trigger();
                  },
              .isReady = [&desk] { return desk.waybillsPage()->openPanel() != nullptr; },
              .strike = close});
}

void addTripScenes(ui::Tour& tour, Desk& desk)
{
    tour.add({.name = u"trips"_s,
              .looks = Scene::All,
              .stage =
                  [&desk] {
                      ui::TripsPage* page = desk.tripsPage();
                      desk.window()->show(page);
                      page->tabs()->setCurrentIndex(0);
                      for (int row = 0; row < page->table()->model()->rowCount(); ++row) {
                          const QModelIndex index = page->table()->model()->index(row, 0);
                          if (index.data(models::TripsModel::StatusRole).toInt() == int(TripStatus::InProgress)) {
                              page->table()->setCurrentIndex(index);
                              break;
                          }
                      }
                  },
              .isReady = [&desk] { return desk.tripsPage()->detail()->stops()->model()->rowCount() > 1; }});
    tour.add({.name = u"trips-deliveries"_s,
              .looks = Scene::Light | Scene::Arabic,
              .stage = [&desk] { desk.tripsPage()->detail()->pane()->tabs()->setCurrentIndex(1); },
              .isReady = [&desk] { return desk.tripsPage()->detail()->deliveries()->model()->rowCount() > 1; },
              .strike = [&desk] { desk.tripsPage()->detail()->pane()->tabs()->setCurrentIndex(0); }});
}

QString someRefusedCode(Workbench& bench)
{
    facade::WaybillFilter sealed;
    sealed.status = WaybillStatus::Sealed;
    for (const facade::WaybillRow& row : bench.waybills.rows(bench.waybills.slice(sealed, {}, 0, 5))) {
        const QList<facade::DeliveryRow> inside = bench.waybills.deliveries(row.expected.id);
        if (!inside.isEmpty())
            return inside.first().delivery.barcode.isEmpty() ? inside.first().delivery.code
                                                             : inside.first().delivery.barcode;
    }
    return {};
}

void addStationScenes(ui::Tour& tour, Desk& desk)
{
    const auto isSettled = [&desk] {
        const auto& entries = desk.scanStation()->session().entries();
        return std::ranges::none_of(entries,
                                    [](const ui::ScanEntry& e) { return e.server == ui::ScanEntry::Server::Asked; });
    };
    const auto clear = [&desk] {
        while (!desk.scanStation()->session().entries().isEmpty())
            desk.scanStation()->session().removeLast();
    };
    const auto open = [&desk, clear] {
        desk.openScanStation(someDraft(*desk.workbench()));
        clear();
    };
    const auto scanAll = [&desk, open](const QStringList& also) {
        open();
        ui::ScanStationPage& station = *desk.scanStation();
        const QStringList ready = station.suggestions();
        const QString refused = someRefusedCode(*desk.workbench());
        for (const QString& code : ready)
            station.session().take(code);
        if (!refused.isEmpty())
            station.session().take(refused);
        station.session().take(u"6281100432190"_s);
        for (const QString& code : also)
            station.session().take(code == u"again" ? ready.value(0) : code == u"refused" ? refused : code);
    };
    tour.add({.name = u"scan-empty"_s, .stage = open});
    tour.add({.name = u"scan-ready"_s,
              .stage =
                  [&desk, scanAll] {
                      scanAll({});
                      const QStringList more = desk.scanStation()->suggestions();
                      desk.scanStation()->session().take(more.value(0));
                  },
              .isReady = isSettled,
              .strike = clear});
    tour.add({.name = u"scan-twice"_s,
              .looks = Scene::Light | Scene::Dark,
              .stage = [scanAll] { scanAll({u"again"_s}); },
              .isReady = isSettled,
              .strike = clear});
    tour.add({.name = u"scan-refused"_s,
              .stage = [scanAll] { scanAll({u"refused"_s}); },
              .isReady = isSettled,
              .strike = clear});
    tour.add({.name = u"scan-unknown"_s,
              .looks = Scene::Light,
              .stage = [scanAll] { scanAll({u"NOT-OURS-77"_s}); },
              .isReady = isSettled,
              .strike = clear});
    tour.add({.name = u"scan-find"_s,
              .looks = Scene::Light,
              .stage =
                  [&desk, open] {
                      open();
                      desk.scanStation()->session().setMode(ui::ScanSession::Mode::Find);
                      desk.scanStation()->session().take(someRefusedCode(*desk.workbench()));
                  },
              .isReady = {},
              .strike = [&desk] { desk.scanStation()->session().setMode(ui::ScanSession::Mode::BuildWaybill); }});
}

// The depot's server is gone by now: what the desk says of itself then.
void addOfflineScenes(ui::Tour& tour, Desk& desk)
{
    const auto isOffline = [&desk] {
        return desk.workbench()->connection.state().link == facade::ConnectionState::Link::Offline;
    };
    tour.add({.name = u"scan-offline"_s,
              .stage =
                  [&desk] {
                      desk.openScanStation(someDraft(*desk.workbench()));
                      ui::ScanSession& session = desk.scanStation()->session();
                      while (!session.entries().isEmpty())
                          session.removeLast();
                      session.take(u"6281100432190"_s);
                      session.take(someRefusedCode(*desk.workbench()));
                      session.take(desk.scanStation()->suggestions().value(0));
                  },
              .isReady =
                  [&desk, isOffline] {
                      return isOffline() &&
                             std::ranges::all_of(desk.scanStation()->session().entries(), [](const auto& e) {
                                 return e.server == ui::ScanEntry::Server::Silent;
                             });
                  }});
    tour.add({.name = u"offline"_s,
              .looks = Scene::Light | Scene::Arabic,
              .stage =
                  [&desk] {
                      Workbench& bench = *desk.workbench();
                      desk.window()->show(desk.waybillsPage());
                      const auto draft = someDraft(bench);
                      if (!draft)
                          return;
                      desk.waybillsPage()->reveal(*draft);
                      if (const auto row = bench.waybills.find(*draft); row && row->expected.itemCount.value_or(0) > 0)
                          bench.actions.action(models::WaybillActions::Act::Seal)->trigger();
                  },
              .isReady = isOffline,
              .strike = [&desk] { desk.workbench()->actions.action(models::WaybillActions::Act::Undo)->trigger(); }});
}

void addSyncScenes(ui::Tour& tour, Desk& desk)
{
    // A real refusal: two waybills are asked to take the same parcel, and the server lets only the first have it.
    const auto refuse = [&desk, asked = std::make_shared<bool>(false)] {
        if (std::exchange(*asked, true))
            return;
        Workbench& bench = *desk.workbench();
        facade::WaybillFilter drafts;
        drafts.status = WaybillStatus::Drafted;
        const QList<facade::WaybillRow> rows = bench.waybills.rows(bench.waybills.slice(drafts, {}, 0, 2));
        const QList<facade::DeliveryRow> parcels = bench.lookups.eligibleDeliveries({}, 3);
        if (rows.size() < 2 || parcels.size() < 3)
            return;
        AttachDeliveries first{rows[0].expected.id, {parcels[0].delivery.id}};
        AttachDeliveries second{rows[1].expected.id, {}};
        for (const facade::DeliveryRow& row : parcels)
            second.deliveries.append(row.delivery.id);
        bench.commands.submit(first, rows[0].server.updatedAt);
        waitUntil([&] { return bench.commands.counts().queued + bench.commands.counts().sending == 0; }, 10s);
        bench.commands.submit(second, rows[1].server.updatedAt);
        bench.commands.submit(SealWaybill{rows[1].expected.id}, rows[1].server.updatedAt);
    };
    tour.add({.name = u"sync-conflict"_s,
              .stage =
                  [&desk, refuse] {
                      refuse();
                      desk.window()->show(desk.syncPage());
                      desk.syncPage()->showTab(ui::SyncPage::Tab::NeedsYou);
                  },
              .isReady =
                  [&desk] {
                      for (const store::OutboxEntry& entry : desk.workbench()->commands.open()) {
                          if (entry.state == store::CommandState::Refused) {
                              desk.syncPage()->select(entry.seq);
                              return !desk.syncPage()->pane().choiceButtons().isEmpty();
                          }
                      }
                      return false;
                  }});
    tour.add({.name = u"sync-done"_s, .looks = Scene::Light, .stage = [&desk] {
                  desk.window()->show(desk.syncPage());
                  desk.syncPage()->showTab(ui::SyncPage::Tab::DoneToday);
              }});
    tour.add({.name = u"sync-ages"_s, .looks = Scene::Light | Scene::Arabic, .stage = [&desk] {
                  desk.window()->show(desk.syncPage());
                  desk.syncPage()->showTab(ui::SyncPage::Tab::WhatWeKnow);
              }});
    tour.add({.name = u"settings"_s, .stage = [&desk] { desk.window()->show(desk.settingsPage()); }});
    tour.add({.name = u"settings-road"_s, .stage = [&desk] {
                  desk.window()->show(desk.settingsPage());
                  auto* scroll = desk.settingsPage()->findChild<QScrollArea*>();
                  scroll->ensureWidgetVisible(desk.settingsPage()->road());
              }});
}
} // namespace

int runTour(QApplication& app, Desk& desk, const QString& folder)
{
    Q_UNUSED(app)
    qputenv("WAYDESK_SILENT", "1");
    QStringList failures;
    QDir to(folder);
    desk.start();
    if (!desk.signIn())
        failures << u"the sign-in screen did not come"_s;
    const auto setLanguage = [&desk](const QString& code) {
        desk.languages().use(code);
        desk.window()->toasts()->clear(); // said in the language before
    };
    if (desk.signIn()) {
        ui::Tour first({desk.theme(), *desk.signIn(), setLanguage}, to);
        first.add({.name = u"sign-in"_s, .stage = [] {}});
        first.add({.name = u"sign-in-errors"_s, .looks = Scene::Light | Scene::Arabic, .stage = [&desk] {
                       desk.signIn()->connectToDepot();
                   }});
        failures += first.run();
        desk.signIn()->tryDemo();
    }
    if (!waitUntil([&desk] { return desk.window() && desk.window()->isVisible() && isSynced(desk); }, 60s)) {
        failures << u"the demo depot did not come"_s;
    } else {
        desk.window()->resize(1440, 900);
        const auto quiet = [&desk] { desk.window()->toasts()->clear(); };
        ui::Tour tour({desk.theme(), *desk.window(), setLanguage, quiet}, to);
        addWaybillScenes(tour, desk);
        addTripScenes(tour, desk);
        addTripCommandScenes(tour, desk);
        addDeliveryScenes(tour, desk);
        addQueueScenes(tour, desk);
        addProofScenes(tour, desk);
        addFormScenes(tour, desk);
        addMapScenes(tour, desk);
        addStationScenes(tour, desk);
        addSyncScenes(tour, desk);
        failures += tour.run();
        desk.backend().stop();
        ui::Tour last({desk.theme(), *desk.window(), setLanguage, quiet}, to);
        addOfflineScenes(last, desk);
        failures += last.run();
    }
    for (const QString& failure : std::as_const(failures))
        std::fprintf(stderr, "tour: %s\n", qUtf8Printable(failure));
    return failures.isEmpty() ? 0 : 1;
}

} // namespace waydesk::app

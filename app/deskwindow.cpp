// SPDX-License-Identifier: GPL-3.0-or-later
// How the desk's window is put together: pages, top bar, what comes up by itself. The rest of Desk stands in desk.cpp.
#include "app/desk.h"

#include "app/firstpaint.h"
#include "models/words.h"
#include "ui/alarms/alarmsound.h"
#include "ui/deliveries/deliveriespage.h"
#include "ui/deliveries/parcelspane.h"
#include "ui/mappage/mappage.h"
#include "ui/palette/palette.h"
#include "ui/scan/scansounds.h"
#include "ui/scan/scanstationpage.h"
#include "ui/session/expiredsession.h"
#include "ui/settings/settingspage.h"
#include "ui/sync/syncpage.h"
#include "ui/trips/tripspage.h"
#include "ui/waybills/waybillslist.h"
#include "ui/waybills/waybillspage.h"
#include "ui/window/mainwindow.h"
#include "ui/window/topbarfeed.h"

#include <QAction>
#include <QApplication>
#include <QTimer>

namespace waydesk::app {

using namespace Qt::Literals::StringLiterals;
using Act = models::WaybillActions::Act;

namespace {
constexpr std::chrono::milliseconds kAfterFirstPaint{30}; // the rest of the first frame comes before
}

void Desk::makeWindow()
{
    m_window = std::make_unique<ui::MainWindow>(m_theme, m_memory);
    const auto names = [this] {
        models::FilterNames found;
        found.drivers = [this](const QString& search) { return m_bench->lookups.drivers(search); };
        found.warehouses = [this] { return m_bench->lookups.warehouses(); };
        found.today = m_bench->formats.today();
        return found;
    };
    const ui::WaybillsDesk desk{m_bench->formats,
                                m_bench->rows,
                                m_bench->table,
                                m_bench->tabs,
                                m_bench->deliveries,
                                m_bench->timeline,
                                m_bench->drivers,
                                m_bench->warehouses,
                                m_bench->selection,
                                m_bench->actions,
                                names,
                                m_window->ask(),
                                &m_bench->media,
                                &Desk::chooseWhereToSave};
    m_waybills = new ui::WaybillsPage(m_theme, desk);
    m_window->addPage(m_waybills);
    wireTopBar();
    wireActions();
    m_window->recall();
    // What is not seen at first is made when the first table has been painted.
    const QString front = m_memory.value(u"window/page"_s).toString();
    if (front == u"sync" || front == u"trips" || front == u"deliveries" || front == u"map")
        QTimer::singleShot(0, this, &Desk::laterPages);
    else
        new FirstPaint(
            *m_window,
            [this] {
                m_bench->table.readOn();
                QTimer::singleShot(kAfterFirstPaint, this, &Desk::laterPages);
            },
            {}, m_window.get());
}

void Desk::laterPages()
{
    const QString front = m_memory.value(u"window/page"_s).toString();
    m_waybills->detail();
    auto* expired = new ui::ExpiredSession(m_theme, m_bench->connection, *m_window);
    m_window->addBanner(expired->banner());
    connect(expired, &ui::ExpiredSession::userChangeWanted, this, &Desk::showSignIn);
    makePalette();
    if (m_options.tour.isEmpty())
        new ui::AlarmSound(m_preferences, m_bench->alarms, m_bench->formats, &ui::ScanSounds::player, m_window.get());
    syncPage();
    if (front == u"trips")
        m_window->show(m_trips);
    if (front == u"deliveries")
        m_window->show(m_deliveries);
    if (front == u"map")
        m_window->show(m_map);
    if (front == u"sync")
        m_window->show(m_sync);
    m_systemScheme.watch();
    tellReport();
}

void Desk::wireTopBar()
{
    ui::TopBar* bar = m_window->topBar();
    QList<ui::TopBar::Language> languages;
    for (const Languages::Language& language : Languages::all())
        languages.append({language.code, language.name});
    bar->setLanguages(languages, m_languages.current());
    connect(&m_languages, &Languages::changed, bar,
            [this, bar, languages] { bar->setLanguages(languages, m_languages.current()); });
    connect(bar, &ui::TopBar::languageChosen, this, &Desk::useLanguage);
    connect(bar, &ui::TopBar::userChangeWanted, this, &Desk::showSignIn);
    connect(bar, &ui::TopBar::signOutWanted, this, [this] {
        m_demoSignInTried = true; // whoever signs out means it
        m_memory.setValue(u"depot/kind"_s, {});
        m_bench->connection.signOut();
        showSignIn();
    });
    connect(m_window.get(), &ui::MainWindow::settingsWanted, this, [this] { m_window->show(settingsPage()); });
    auto* feed = new ui::TopBarFeed(*bar, {m_bench->connection, m_bench->commands, m_bench->lookups, m_bench->formats},
                                    m_memory, this);
    connect(feed, &ui::TopBarFeed::warehouseChosen, this, &Desk::useWarehouse);
    useWarehouse(feed->warehouse());
}

void Desk::wireActions()
{
    connect(m_waybills, &ui::WaybillsPage::scanWanted, this,
            [this](const WaybillId& target) { openScanStation(target); });
    m_window->adopt(m_bench->actions.action(Act::Undo));
    // F2 works everywhere: with a waybill that can be scanned into it is that waybill's action, otherwise this one.
    m_openScan = new QAction(m_window.get());
    QAction* open = m_openScan;
    QAction* scan = m_bench->actions.action(Act::Scan);
    const auto turn = [this, open, scan] {
        const bool theirs = scan->isEnabled() && m_window->current() == m_waybills;
        open->setShortcut(theirs ? QKeySequence() : QKeySequence(Qt::Key_F2));
    };
    connect(open, &QAction::triggered, this, [this, scan] {
        if (scan->isEnabled() && m_window->current() != m_scan)
            scan->trigger();
        else
            openScanStation({});
    });
    connect(scan, &QAction::changed, open, turn);
    connect(m_window.get(), &ui::MainWindow::currentChanged, open, turn);
    const auto name = [open] { open->setText(tr("Open the scan station")); };
    connect(&m_languages, &Languages::changed, open, name);
    name();
    turn();
    m_window->addAction(open);
    connect(&m_bench->commands, &facade::CommandService::finished, this, [this](const store::OutboxEntry& entry) {
        if (entry.state != store::CommandState::Refused)
            return;
        m_window->toasts()->show({.text = tr("Refused: %1").arg(models::commandTitle(entry.command, m_bench->names())),
                                  .icon = u"triangle-alert"_s,
                                  .actionText = tr("See why"),
                                  .actionKeys = {},
                                  .action = [this, seq = entry.seq] {
                                      m_window->show(syncPage());
                                      m_sync->showTab(ui::SyncPage::Tab::NeedsYou);
                                      m_sync->select(seq);
                                  }});
    });
}

void Desk::makePalette()
{
    m_found = std::make_unique<models::FindModel>(
        [this](const QString& text, int most) { return m_bench->lookups.find(text, most); });
    auto* palette = new ui::Palette(m_theme, *m_found, *m_window);
    connect(m_window.get(), &ui::MainWindow::paletteWanted, palette, [this, palette] {
        QList<QAction*> actions = m_window->current() ? m_window->current()->pageActions() : QList<QAction*>();
        actions += m_openScan;
        actions += m_window->windowActions();
        palette->openWith(actions);
    });
    connect(m_found.get(), &models::FindModel::chosen, this, &Desk::goTo);
}

void Desk::useWarehouse(const std::optional<WarehouseId>& warehouse)
{
    m_warehouse = warehouse;
    m_waybills->setWarehouse(warehouse);
    if (m_deliveries)
        m_deliveries->setWarehouse(warehouse);
}

void Desk::goTo(const facade::Found& found)
{
    switch (found.kind) {
    case facade::Found::Kind::Waybill:
        m_window->show(m_waybills);
        m_waybills->reveal(WaybillId{found.id});
        break;
    case facade::Found::Kind::Delivery:
        m_window->show(deliveriesPage());
        m_deliveries->reveal(DeliveryId{found.id});
        break;
    case facade::Found::Kind::Driver:
        m_window->show(m_waybills);
        m_waybills->list()->setFilterLine(u"driver:\"%1\""_s.arg(found.title));
        break;
    case facade::Found::Kind::Trip:
        m_window->show(tripsPage());
        m_trips->reveal(TripId{found.id});
        break;
    case facade::Found::Kind::Customer:
        m_window->show(deliveriesPage());
        m_deliveries->parcels()->setFilterLine(found.title);
        break;
    }
}

void Desk::tellReport()
{
    const store::OpenReport& report = m_bench->report();
    if (report.commandsLost > 0)
        m_window->toasts()->show({.text = tr("The list of queued actions was damaged; %Ln of them could not be read",
                                             nullptr, report.commandsLost),
                                  .icon = u"triangle-alert"_s,
                                  .actionText = {},
                                  .actionKeys = {},
                                  .action = {}});
    else if (report.cacheRebuilt)
        m_window->toasts()->show(
            {.text = tr("This desk's copy of the depot was damaged and is read again from the server. "
                        "Nothing queued was lost."),
             .icon = u"database"_s,
             .actionText = {},
             .actionKeys = {},
             .action = {}});
}

void Desk::changeByHand(const facade::Conflict& conflict)
{
    const qint64 seq = conflict.entry.seq;
    if (const auto* attach = std::get_if<AttachDeliveries>(&conflict.entry.command)) {
        QStringList codes;
        for (const Delivery& delivery : conflict.deliveries)
            codes.append(delivery.barcode.isEmpty() ? delivery.code : delivery.barcode);
        openScanStation(attach->waybill);
        m_scan->session().takeInstead(seq, codes);
        return;
    }
    if (std::holds_alternative<CreateDelivery>(conflict.entry.command) ||
        std::holds_alternative<UpdateDelivery>(conflict.entry.command)) {
        m_window->show(deliveriesPage());
        m_deliveries->changeByHand(conflict);
        return;
    }
    const WaybillId waybill = waybillOf(conflict.entry.command);
    if (waybill.isEmpty())
        return;
    m_window->show(m_waybills);
    m_waybills->reveal(waybill);
    m_window->toasts()->show(
        {.text = tr("Do it again here as it should be, then drop the refused one on the Sync page"),
         .icon = u"info"_s,
         .actionText = {},
         .actionKeys = {},
         .action = {}});
}

} // namespace waydesk::app

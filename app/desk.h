// SPDX-License-Identifier: GPL-3.0-or-later
// The composition root: makes the window over the workbench and decides which of sign-in, desk or "another desk is
// open" stands in front. Nothing but wiring; what can wait until the first table is painted, waits.
#pragma once

#include "app/embeddedbackend.h"
#include "app/filememory.h"
#include "app/languages.h"
#include "app/options.h"
#include "app/workbench.h"
#include "models/findmodel.h"
#include "ui/settings/preferences.h"
#include "ui/theme/systemscheme.h"

#include <QPointer>

class QAction;
class QApplication;

namespace waydesk::ui {
class MainWindow;
class MapPage;
struct MapGround;
class OtherDesk;
class Page;
class ScanStationPage;
class SettingsPage;
class SignInView;
class SyncPage;
class TripBuilderPage;
class TripsPage;
class DeliveriesPage;
class ImportPage;
class WaybillsPage;
} // namespace waydesk::ui

namespace waydesk::app {

class Desk final : public QObject
{
    Q_OBJECT

public:
    Desk(QApplication& app, const Options& options, const QString& folder);
    ~Desk() override;

    void start(); // shows something at once

    ui::Theme& theme() { return m_theme; }
    Languages& languages() { return m_languages; }
    Workbench* workbench() { return m_bench.get(); }
    ui::MainWindow* window() { return m_window.get(); }
    ui::SignInView* signIn() { return m_signIn.get(); }
    ui::WaybillsPage* waybillsPage() { return m_waybills; }
    ui::ScanStationPage* scanStation();
    ui::TripsPage* tripsPage();
    ui::DeliveriesPage* deliveriesPage();
    ui::ImportPage* importPage();
    ui::MapPage* mapPage();
    ui::TripBuilderPage* tripBuilder();
    void openTripBuilder(const TripId& trip); // empty: a new one
    ui::SyncPage* syncPage();
    ui::SettingsPage* settingsPage();
    EmbeddedBackend& backend() { return m_backend; }
    void openScanStation(const std::optional<WaybillId>& target);

    static void chooseWhereToSave(QWidget* parent, const QString& name,
                                  const std::function<void(const QString&)>& chosen);

Q_SIGNALS:
    void opened(); // the window of the desk stands in front

private:
    const ui::MapGround& ground();
    static void chooseTileFile(QWidget* parent, const std::function<void(const QString& path)>& chosen);
    void openWorkbench();
    void makeWindow();
    void laterPages();
    void wireTopBar();
    void useWarehouse(const std::optional<WarehouseId>& warehouse);
    void wireActions();
    void connectDepot();
    void followConnection();
    void makePalette();
    void goTo(const facade::Found& found);
    void showDesk();
    void showSignIn();
    void useLanguage(const QString& code);
    void applyPreferences();
    void tellReport();
    void changeByHand(const facade::Conflict& conflict);

    QApplication& m_app;
    Options m_options;
    QString m_folder;
    FileMemory m_memory;
    ui::PreferenceKeeper m_preferences;
    Languages m_languages;
    ui::SystemScheme m_systemScheme;
    ui::Theme m_theme;
    EmbeddedBackend m_backend;
    std::unique_ptr<Workbench> m_bench;
    std::unique_ptr<models::FindModel> m_found;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<ui::SignInView> m_signIn;
    std::unique_ptr<ui::OtherDesk> m_otherDesk;
    std::optional<WarehouseId> m_warehouse; // as chosen in the top bar
    ui::WaybillsPage* m_waybills = nullptr;
    ui::ScanStationPage* m_scan = nullptr;
    ui::SyncPage* m_sync = nullptr;
    ui::TripsPage* m_trips = nullptr;
    ui::DeliveriesPage* m_deliveries = nullptr;
    ui::ImportPage* m_import = nullptr;
    std::unique_ptr<ui::MapGround> m_ground;
    ui::MapPage* m_map = nullptr;
    ui::TripBuilderPage* m_builder = nullptr;
    ui::SettingsPage* m_settings = nullptr;
    QAction* m_openScan = nullptr;
    QString m_language; // as preferred
    bool m_demo = false, m_demoSignInTried = false;
};

} // namespace waydesk::app

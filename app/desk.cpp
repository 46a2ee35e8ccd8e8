// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk.h"

#include "models/servicefollow.h"
#include "ui/alarms/alarmmemory.h"
#include "ui/mappage/mappage.h"
#include "ui/scan/scanstationpage.h"
#include "ui/session/expiredsession.h"
#include "ui/session/otherdesk.h"
#include "ui/session/signinview.h"
#include "ui/settings/settingspage.h"
#include "ui/settings/tilesettings.h"
#include "ui/sync/syncpage.h"
#include "ui/trips/tripbuilderpage.h"
#include "ui/trips/tripspage.h"
#include "ui/waybills/waybillspage.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QLoggingCategory>

namespace waydesk::app {

using namespace Qt::Literals::StringLiterals;
using Session = facade::ConnectionState::Session;

Q_LOGGING_CATEGORY(lcDesk, "waydesk.desk")

Desk::Desk(QApplication& app, const Options& options, const QString& folder)
    : m_app(app)
    , m_options(options)
    , m_folder(folder)
    , m_memory(folder + u"/settings.json"_s)
    , m_preferences(m_memory)
    , m_systemScheme(app.palette())
    , m_backend({.program = EmbeddedBackend::defaultProgram(),
                 .folder = folder + u"/demo"_s,
                 .deliveries = options.demoDeliveries,
                 .driversWork = options.tour.isEmpty() && !options.exitWhenPainted,
                 .port = static_cast<quint16>(m_memory.value(u"demo/port"_s).toUInt())})
{
    m_theme.setSystemScheme(m_systemScheme.scheme());
    connect(&m_systemScheme, &ui::SystemScheme::schemeChanged, &m_theme, &ui::Theme::setSystemScheme);
    applyPreferences();
    m_languages.use(options.language.isEmpty() ? m_preferences.preferences().language : options.language);
    m_theme.apply(app);
    connect(&m_preferences, &ui::PreferenceKeeper::changed, this, &Desk::applyPreferences);
    connect(&m_theme, &ui::Theme::changed, this, [this] {
        ui::Preferences p = m_preferences.preferences();
        p.theme = m_theme.preference();
        p.density = m_theme.density();
        m_preferences.set(p);
    });
    connect(&m_backend, &EmbeddedBackend::ready, this,
            [this](const QUrl& server) { m_memory.setValue(u"demo/port"_s, server.port()); });
    connect(&m_backend, &EmbeddedBackend::restarted, this, [this](const QUrl& server) {
        m_memory.setValue(u"demo/port"_s, server.port());
        if (m_bench && m_demo) {
            m_bench->connection.connectTo(server);
            m_bench->connection.retryNow();
        }
    });
}

Desk::~Desk()
{
    if (m_window)
        m_window->remember();
    m_window.reset();
    m_signIn.reset();
    m_bench.reset(); // the engine's last words, before its demo server goes
}

void Desk::start()
{
    openWorkbench();
    if (!m_bench)
        return;
    m_theme.build([this] { makeWindow(); });
    connect(&m_bench->connection, &facade::ConnectionService::changed, this, &Desk::followConnection);
    connectDepot();
}

void Desk::openWorkbench()
{
    auto bench = Workbench::open(m_folder, m_languages.locale());
    if (bench) {
        m_bench = std::move(*bench);
        new ui::AlarmMemory(m_memory, m_bench->alarms, &m_bench->alarms);
        applyPreferences();
        connect(&m_languages, &Languages::changed, &m_bench->formats, [this] {
            m_bench->formats.setLocale(m_languages.locale());
            m_bench->actions.retranslate();
        });
        return;
    }
    using Why = ui::OtherDesk::Why;
    const QString code = bench.error().code;
    qCWarning(lcDesk, "the data folder cannot be opened: %s", qUtf8Printable(code));
    m_otherDesk = std::make_unique<ui::OtherDesk>(m_theme,
                                                  code == u"already_open" ? Why::AlreadyOpen
                                                  : code == u"newer_file" ? Why::NewerData
                                                                          : Why::Unreadable,
                                                  QDir::toNativeSeparators(m_folder));
    connect(m_otherDesk.get(), &ui::OtherDesk::tryAgain, this, [this] {
        m_otherDesk.release()->deleteLater(); // we stand in its own signal
        start();
    });
    m_otherDesk->show();
}

void Desk::connectDepot()
{
    const QString kind = m_memory.value(u"depot/kind"_s).toString();
    const QUrl server = m_options.connect.value_or(QUrl(m_memory.value(u"depot/server"_s).toString()));
    m_demo = m_options.demo || (!m_options.connect && kind == u"demo");
    if (m_demo) {
        connect(&m_backend, &EmbeddedBackend::ready, this, [this](const QUrl& url) {
            if (m_demo)
                m_bench->connection.connectTo(url);
        });
        connect(&m_backend, &EmbeddedBackend::failed, this, [this](const QString&) { showSignIn(); });
        if (kind == u"demo")
            showDesk(); // its data is there before its server is
        else
            showSignIn();
        m_backend.start();
        if (m_options.demo && m_signIn)
            m_signIn->tryDemo();
    } else if (m_options.connect || kind == u"server") {
        m_memory.setValue(u"depot/server"_s, server.toString());
        m_bench->connection.connectTo(server);
        if (kind == u"server")
            showDesk();
        else
            showSignIn();
    } else {
        showSignIn();
    }
}

void Desk::followConnection()
{
    const facade::ConnectionState& state = m_bench->connection.state();
    m_demo = m_memory.value(u"depot/kind"_s).toString() == u"demo";
    switch (state.session) {
    case Session::SignedIn:
        m_demoSignInTried = false;
        showDesk();
        break;
    case Session::Expired:
    case Session::SignedOut:
        // The demo depot's password is no secret: nobody is asked for it twice.
        if (m_demo && !m_demoSignInTried && state.link == facade::ConnectionState::Link::Online &&
            !m_backend.server().isEmpty() && m_window->isVisible()) {
            m_demoSignInTried = true;
            m_bench->connection.signIn(m_memory.value(u"depot/demoUser"_s, u"dispatcher@demo.waydesk"_s).toString(),
                                       u"demo"_s);
        }
        break;
    case Session::SigningIn:
        break;
    }
    m_waybills->setAsOf(state.lastSynced);
    m_waybills->setReading(state.firstSyncRunning);
}

void Desk::showDesk()
{
    if (m_window->isVisible())
        return;
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
    if (m_signIn) {
        m_signIn->hide();
        m_signIn.release()->deleteLater();
    }
    Q_EMIT opened();
}

void Desk::showSignIn()
{
    if (!m_signIn) {
        m_signIn = std::make_unique<ui::SignInView>(m_theme, m_bench->connection, m_backend, m_memory);
        connect(m_signIn.get(), &ui::SignInView::languageWanted, this, &Desk::useLanguage);
    }
    m_signIn->show();
    m_signIn->raise();
    m_signIn->activateWindow();
    m_window->hide();
}

void Desk::applyPreferences()
{
    const ui::Preferences& p = m_preferences.preferences();
    const QSignalBlocker quiet(&m_preferences);
    m_theme.setPreference(p.theme);
    m_theme.setDensity(p.density);
    if (m_bench) {
        m_bench->travel.setRouter(p.road.router);
        m_bench->tiles.use(p.tiles);
        const AlarmRules rules = p.road.rules();
        if (m_bench->alarms.rules() != rules)
            m_bench->alarms.setRules(rules);
    }
    if (std::exchange(m_language, p.language) != p.language && m_bench)
        m_languages.use(p.language); // chosen by hand: what the command line said is over
}

void Desk::useLanguage(const QString& code)
{
    ui::Preferences p = m_preferences.preferences();
    p.language = code;
    m_preferences.set(p);
    m_languages.use(code); // also when it was already preferred, but not in force
}

ui::ScanStationPage* Desk::scanStation()
{
    if (!m_scan) {
        const ui::StationServices services{{m_bench->scans, m_bench->waybills, m_bench->commands, m_bench->connection},
                                           m_bench->lookups,
                                           m_bench->formats};
        m_scan = new ui::ScanStationPage(m_theme, services, m_memory, m_preferences);
        m_window->addPage(m_scan);
        connect(m_scan, &ui::ScanStationPage::newWaybillWanted, this, [this] {
            m_window->show(m_waybills);
            m_bench->actions.action(models::WaybillActions::Act::Create)->trigger();
        });
    }
    return m_scan;
}

ui::TripsPage* Desk::tripsPage()
{
    if (!m_trips) {
        m_trips = new ui::TripsPage(m_theme, {m_bench->trips, m_bench->lookups, m_bench->commands, m_bench->formats,
                                              &m_bench->alarms.lateness()});
        m_trips->addReturns(m_bench->returns);
        m_trips->addMap(ground().basemap, ground().towns);
        m_window->addPage(m_trips);
        m_trips->recall(m_memory);
        connect(m_trips, &ui::TripsPage::builderWanted, this, &Desk::openTripBuilder);
    }
    return m_trips;
}

const ui::MapGround& Desk::ground()
{
    if (!m_ground)
        m_ground = std::make_unique<ui::MapGround>();
    return *m_ground;
}

ui::TripBuilderPage* Desk::tripBuilder()
{
    if (!m_builder) {
        m_builder = new ui::TripBuilderPage(m_theme, {m_bench->trips, m_bench->lookups, m_bench->commands,
                                                      m_bench->travel, m_bench->formats, m_memory, ground().basemap,
                                                      ground().towns, &m_bench->tiles});
        m_window->addPage(m_builder);
        connect(m_builder, &ui::TripBuilderPage::left, this, [this](const TripId& trip) {
            m_window->show(tripsPage());
            m_trips->reveal(trip);
        });
    }
    return m_builder;
}

void Desk::openTripBuilder(const TripId& trip)
{
    tripBuilder()->begin(trip);
    m_window->show(m_builder);
}

ui::MapPage* Desk::mapPage()
{
    if (!m_map) {
        m_map = new ui::MapPage(
            m_theme, ground(),
            {m_bench->positions, m_bench->alarms, m_bench->trips, m_bench->lookups, m_bench->formats, &m_bench->tiles});
        m_window->addPage(m_map);
        m_map->recall(m_memory);
        connect(m_map, &ui::MapPage::frontWanted, this, [this] { m_window->show(m_map); });
        connect(m_map, &ui::MapPage::tripWanted, this, [this](const TripId& id) {
            m_window->show(tripsPage());
            m_trips->reveal(id);
        });
    }
    return m_map;
}

ui::SyncPage* Desk::syncPage()
{
    if (!m_sync) {
        tripsPage(); // these stand before it in the rail
        deliveriesPage();
        mapPage();
        m_sync =
            new ui::SyncPage(m_theme, {m_bench->commands, m_bench->connection, m_bench->names(), m_bench->formats});
        m_window->addPage(m_sync);
        m_sync->recall(m_memory);
        connect(m_sync, &ui::SyncPage::changeWanted, this, &Desk::changeByHand);
    }
    return m_sync;
}

void Desk::chooseTileFile(QWidget* parent, const std::function<void(const QString&)>& chosen)
{
    const QString path = QFileDialog::getOpenFileName(parent, tr("Choose a file of map tiles"), {},
                                                      QStringLiteral("MBTiles (*.mbtiles);;") + tr("All files") +
                                                          QStringLiteral(" (*)"));
    if (!path.isEmpty())
        chosen(path);
}

ui::SettingsPage* Desk::settingsPage()
{
    if (!m_settings) {
        QList<ui::SettingsPage::Language> languages;
        for (const Languages::Language& language : Languages::all())
            languages.append({language.code, language.name});
        m_settings = new ui::SettingsPage(m_theme, m_preferences, m_bench->connection, languages);
        m_settings->addTiles(new ui::TileSettings(m_theme, m_preferences, m_bench->tiles, chooseTileFile));
        m_window->addPage(m_settings);
        connect(m_settings, &ui::SettingsPage::userChangeWanted, this, &Desk::showSignIn);
        connect(m_settings, &ui::SettingsPage::signOutWanted, m_window->topBar(), &ui::TopBar::signOutWanted);
    }
    return m_settings;
}

void Desk::openScanStation(const std::optional<WaybillId>& target)
{
    ui::ScanStationPage* station = scanStation();
    if (target)
        station->setTarget(target);
    m_window->show(station);
}

} // namespace waydesk::app

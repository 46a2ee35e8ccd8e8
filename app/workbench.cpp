// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench.h"

#include "app/keychainkeeper.h"
#include "models/servicefollow.h"

#include <QCoreApplication>
#include <QDir>

namespace waydesk::app {

namespace {
tiles::TileOptions tileOptions(const QString& folder)
{
    tiles::TileOptions options;
    options.folder = folder + QStringLiteral("/tiles");
    options.product = "Waydesk/" + QCoreApplication::applicationVersion().toLatin1();
    return options;
}
} // namespace

Result<std::unique_ptr<Workbench>> Workbench::open(const QString& folder, const QLocale& locale)
{
    sync::EngineOptions options;
    options.folder = folder;
    options.makeKeeper = [name = QDir(folder).absolutePath()]() -> std::unique_ptr<sync::TokenKeeper> {
        return std::make_unique<KeychainKeeper>(name);
    };
    auto engine = std::make_unique<sync::LiveEngine>(std::move(options));
    Result<store::OpenReport> report = engine->open();
    if (!report)
        return report.error();
    Result<std::unique_ptr<store::Reader>> reader = store::Reader::open(folder);
    if (!reader)
        return reader.error();
    return std::unique_ptr<Workbench>(new Workbench(std::move(engine), std::move(*reader), *report, locale, folder));
}

Workbench::Workbench(std::unique_ptr<sync::LiveEngine> engine, std::unique_ptr<store::Reader> reader,
                     store::OpenReport report, const QLocale& locale, const QString& folder)
    : m_engine(std::move(engine))
    , m_reader(std::move(reader))
    , m_report(report)
    , connection(*m_engine)
    , waybills(*m_reader, *m_engine)
    , lookups(*m_reader, *m_engine)
    , commands(*m_reader, *m_engine)
    , scans(*m_reader, *m_engine)
    , trips(*m_reader, *m_engine)
    , parcels(*m_reader, *m_engine)
    , imports(*m_reader, *m_engine)
    , returns(*m_reader, *m_engine)
    , cases(*m_reader, *m_engine)
    , stories(*m_reader, *m_engine)
    , media(*m_reader, *m_engine)
    , positions(*m_reader, *m_engine)
    , alarms(positions, trips, m_clock)
    , travel(*m_engine)
    , tiles(tileOptions(folder), m_clock)
    , formats(m_clock, locale)
    , rows(waybills)
    , sink(commands)
    , table(rows, formats)
    , tabs(formats)
    , deliveries(formats)
    , timeline(formats)
    , actions(selection, rows, sink, models::serviceNames(waybills, lookups, trips))
{
    models::follow(tabs, waybills, table);
    models::follow(deliveries, waybills, selection);
    models::follow(timeline, waybills, selection);
    models::follow(drivers, lookups);
    models::follow(warehouses, lookups);
    models::follow(selection, waybills);
    models::follow(actions, connection);
    const auto tellAlarms = [this] {
        const facade::ConnectionState& state = connection.state();
        alarms.setLive(state.link == facade::ConnectionState::Link::Online &&
                       state.session == facade::ConnectionState::Session::SignedIn);
    };
    QObject::connect(&connection, &facade::ConnectionService::changed, &alarms, tellAlarms);
    tellAlarms();
    QObject::connect(&connection, &facade::ConnectionService::changed, &formats, [this] { useZone(); });
    useZone();
}

// What is shown and what is filtered by must be the same days: the services first, then all that shows a time.
void Workbench::useZone()
{
    const QString& name = connection.state().timeZone;
    const QTimeZone told(name.toUtf8());
    const QTimeZone zone = !name.isEmpty() && told.isValid() ? told : QTimeZone::systemTimeZone();
    if (zone == formats.zone())
        return;
    waybills.setZone(zone);
    parcels.setZone(zone);
    commands.setZone(zone);
    formats.setZone(zone);
}

Workbench::~Workbench() = default;

} // namespace waydesk::app

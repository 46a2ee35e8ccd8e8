// SPDX-License-Identifier: GPL-3.0-or-later
// Everything below the widgets, made in the order in which it depends: engine (its own thread), reader, facades,
// models. GUI thread; goes in the opposite order.
#pragma once

#include "models/choicemodels.h"
#include "models/deliveriesmodel.h"
#include "models/formats.h"
#include "models/selection.h"
#include "models/servicesources.h"
#include "models/statustabsmodel.h"
#include "models/timelinemodel.h"
#include "models/waybillactions.h"
#include "models/waybilltablemodel.h"
#include "services/facade/alarmservice.h"
#include "services/facade/caseservice.h"
#include "services/facade/connectionservice.h"
#include "services/facade/deliveryservice.h"
#include "services/facade/driverservice.h"
#include "services/facade/importservice.h"
#include "services/facade/mediaservice.h"
#include "services/facade/parcelstoryservice.h"
#include "services/facade/returnqueueservice.h"
#include "services/facade/scanservice.h"
#include "services/facade/tileservice.h"
#include "services/facade/travelservice.h"
#include "services/facade/tripservice.h"
#include "services/store/reader.h"
#include "services/sync/liveengine.h"

#include <memory>

namespace waydesk::app {

class Workbench
{
public:
    // Error codes as of store::Store::open().
    static Result<std::unique_ptr<Workbench>> open(const QString& folder, const QLocale& locale);
    ~Workbench();

    const store::OpenReport& report() const { return m_report; }
    models::CommandNames names() const { return models::serviceNames(waybills, lookups, trips); }

private:
    Workbench(std::unique_ptr<sync::LiveEngine> engine, std::unique_ptr<store::Reader> reader, store::OpenReport report,
              const QLocale& locale, const QString& folder);
    void useZone(); // the depot's, or the machine's until that is known

    std::unique_ptr<sync::LiveEngine> m_engine;
    std::unique_ptr<store::Reader> m_reader;
    store::OpenReport m_report;
    SystemClock m_clock;

public:
    facade::ConnectionService connection;
    facade::WaybillService waybills;
    facade::LookupService lookups;
    facade::CommandService commands;
    facade::ScanService scans;
    facade::TripService trips;
    facade::DeliveryService parcels;
    facade::ImportService imports;
    facade::ReturnQueueService returns;
    facade::CaseService cases;
    facade::ParcelStoryService stories;
    facade::MediaService media;
    facade::DriverService positions;
    facade::AlarmService alarms;
    facade::TravelService travel;
    facade::TileService tiles;
    models::Formats formats;
    models::ServiceRowSource rows;
    models::ServiceCommandSink sink;
    models::Selection selection;
    models::WaybillTableModel table;
    models::StatusTabsModel tabs;
    models::DeliveriesModel deliveries;
    models::TimelineModel timeline;
    models::DriversModel drivers;
    models::WarehousesModel warehouses;
    models::WaybillActions actions;
};

} // namespace waydesk::app

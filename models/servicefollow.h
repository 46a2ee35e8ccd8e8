// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps a model in step with its service: fills it now and again whenever the service says that something changed.
// The connection ends with the model; the service must outlive it.
#pragma once

#include "models/commandtext.h"
#include "services/facade/commandservice.h"
#include "services/facade/connectionservice.h"
#include "services/facade/lookupservice.h"
#include "services/facade/waybillservice.h"

namespace waydesk::models {

class DataAgeModel;
class DeliveriesModel;
class DriversModel;
class OutboxModel;
class Selection;
class StatusTabsModel;
class TimelineModel;
class WarehousesModel;
class WaybillActions;
class WaybillTableModel;

void follow(DataAgeModel& model, facade::ConnectionService& connection);
// The deliveries and the timeline of the selection's current waybill; asks the server for its detail when it changes.
void follow(DeliveriesModel& model, facade::WaybillService& waybills, Selection& selection);
void follow(TimelineModel& model, facade::WaybillService& waybills, Selection& selection);
void follow(OutboxModel& model, facade::CommandService& commands, facade::ConnectionService& connection,
            const CommandNames& names);
void follow(StatusTabsModel& model, facade::WaybillService& waybills, WaybillTableModel& table);
void follow(DriversModel& model, facade::LookupService& lookups);
void follow(WarehousesModel& model, facade::LookupService& lookups);
void follow(Selection& selection, facade::WaybillService& waybills); // a local id becomes the server's
void follow(WaybillActions& actions, facade::ConnectionService& connection);

} // namespace waydesk::models

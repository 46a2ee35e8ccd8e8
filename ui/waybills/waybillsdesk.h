// SPDX-License-Identifier: GPL-3.0-or-later
// What the waybills page works with: models and seams that the composition root owns and that must outlive the page.
#pragma once

#include "models/filtertext.h"
#include "ui/window/savefile.h"

#include <functional>

namespace waydesk::facade {
class MediaService;
}
namespace waydesk::models {
class DeliveriesModel;
class DriversModel;
class Formats;
class RowSource;
class Selection;
class StatusTabsModel;
class TimelineModel;
class WarehousesModel;
class WaybillActions;
class WaybillTableModel;
} // namespace waydesk::models

namespace waydesk::ui {

class Ask;

struct WaybillsDesk
{
    const models::Formats& formats;
    models::RowSource& rows;
    models::WaybillTableModel& table;
    models::StatusTabsModel& tabs;
    models::DeliveriesModel& deliveries; // of the current waybill
    models::TimelineModel& timeline;     // of the current waybill
    models::DriversModel& drivers;
    models::WarehousesModel& warehouses;
    models::Selection& selection;
    models::WaybillActions& actions;
    std::function<models::FilterNames()> names; // for the filter line
    Ask& ask;
    facade::MediaService* media = nullptr; // null: proofs are told without their pictures
    SaveFile saveFile = {};
};

} // namespace waydesk::ui

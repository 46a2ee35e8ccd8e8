// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/servicefollow.h"

#include "models/choicemodels.h"
#include "models/dataagemodel.h"
#include "models/deliveriesmodel.h"
#include "models/outboxmodel.h"
#include "models/selection.h"
#include "models/statustabsmodel.h"
#include "models/timelinemodel.h"
#include "models/waybillactions.h"
#include "models/waybilltablemodel.h"

#include <QTimer>

namespace waydesk::models {

using facade::CommandService;
using facade::ConnectionService;
using facade::LookupService;
using facade::WaybillService;

namespace {

constexpr int kMostDone = 500;
constexpr int kMostDrivers = 1000;
constexpr int kCountStep = 20000; // rows per turn of the event loop: about 4 ms

// Calls `fill` now, when another waybill becomes current, and when the current one has changed in the store.
template<class Model, class Fill>
void followCurrent(Model& model, WaybillService& waybills, Selection& selection, Fill fill)
{
    QObject::connect(&selection, &Selection::currentChanged, &model, fill);
    QObject::connect(&selection, &Selection::renamed, &model, fill);
    QObject::connect(&waybills, &WaybillService::reloaded, &model, fill);
    QObject::connect(&waybills, &WaybillService::deliveriesChanged, &model, fill);
    QObject::connect(&waybills, &WaybillService::changed, &model, [&selection, fill](const QList<WaybillId>& ids) {
        if (ids.contains(selection.current()))
            fill();
    });
    fill();
}

} // namespace

void follow(DataAgeModel& model, ConnectionService& connection)
{
    const auto fill = [&model, &connection] { model.setAges(connection.ages()); };
    QObject::connect(&connection, &ConnectionService::changed, &model, fill);
    fill();
}

void follow(DeliveriesModel& model, WaybillService& waybills, Selection& selection)
{
    QObject::connect(&selection, &Selection::currentChanged, &model, [&waybills](const WaybillId& id) {
        if (!id.isEmpty())
            waybills.wantDetail(id);
    });
    if (!selection.current().isEmpty())
        waybills.wantDetail(selection.current());
    followCurrent(model, waybills, selection, [&model, &waybills, &selection] {
        const WaybillId& id = selection.current();
        model.setDeliveries(id.isEmpty() ? QList<facade::DeliveryRow>{} : waybills.deliveries(id));
    });
}

void follow(TimelineModel& model, WaybillService& waybills, Selection& selection)
{
    followCurrent(model, waybills, selection, [&model, &waybills, &selection] {
        const WaybillId& id = selection.current();
        model.setEvents(id.isEmpty() ? QList<TimelineEvent>{} : waybills.timeline(id));
    });
}

void follow(OutboxModel& model, CommandService& commands, ConnectionService& connection, const CommandNames& names)
{
    const auto fill = [&model, &commands, names] {
        model.setEntries(commands.open(), commands.done(kMostDone), names);
    };
    const auto link = [&model, &connection] { model.setLink(connection.state().link, connection.state().linkSince); };
    QObject::connect(&commands, &CommandService::changed, &model, fill);
    QObject::connect(&connection, &ConnectionService::changed, &model, link);
    link();
    fill();
}

void follow(StatusTabsModel& model, WaybillService& waybills, WaybillTableModel& table)
{
    struct Count
    {
        std::unique_ptr<facade::CountCursor> cursor;
        bool again = false;
    };
    auto count = std::make_shared<Count>();
    auto* timer = new QTimer(&model);
    timer->setInterval(0);
    const auto begin = [count, timer, &waybills, &table] {
        count->again = false;
        count->cursor = waybills.counting(table.filter());
        timer->start();
    };
    const auto step = [count, timer, begin, &model] {
        if (!count->cursor->atEnd())
            count->cursor->step(kCountStep);
        if (!count->cursor->atEnd())
            return;
        timer->stop();
        model.setCounts(count->cursor->counts());
        count->cursor.reset();
        if (count->again)
            begin();
    };
    const auto recount = [count, begin] { // a count under way is not begun again: it would never end
        if (count->cursor)
            count->again = true;
        else
            begin();
    };
    QObject::connect(timer, &QTimer::timeout, &model, step);
    QObject::connect(&waybills, &WaybillService::changed, &model, recount);
    QObject::connect(&waybills, &WaybillService::reloaded, &model, recount);
    QObject::connect(&waybills, &WaybillService::renamed, &model, recount);
    QObject::connect(&table, &WaybillTableModel::filterChanged, &model, begin);
    begin();
    step();
}

void follow(DriversModel& model, LookupService& lookups)
{
    const auto fill = [&model, &lookups] { model.setDrivers(lookups.drivers({}, kMostDrivers)); };
    QObject::connect(&lookups, &LookupService::changed, &model, fill);
    fill();
}

void follow(WarehousesModel& model, LookupService& lookups)
{
    const auto fill = [&model, &lookups] { model.setWarehouses(lookups.warehouses()); };
    QObject::connect(&lookups, &LookupService::changed, &model, fill);
    fill();
}

void follow(Selection& selection, WaybillService& waybills)
{
    QObject::connect(&waybills, &WaybillService::renamed, &selection, &Selection::rename);
}

void follow(WaybillActions& actions, ConnectionService& connection)
{
    const auto fill = [&actions, &connection] {
        actions.setActor(connection.state().role, connection.state().permissions);
    };
    QObject::connect(&connection, &ConnectionService::changed, &actions, fill);
    fill();
}

} // namespace waydesk::models

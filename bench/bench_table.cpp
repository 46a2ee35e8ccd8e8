// SPDX-License-Identifier: GPL-3.0-or-later
// The waybills page at 1440 × 900 over a million cached waybills: jumps to anywhere until painted, also while the order
// is still being read; sorting on every column until the first rows are painted; and what model and page add to this
// process's memory. Real store, facade, model, page and table; nothing else runs.
#include "bench/figures.h"
#include "bench/fixture.h"
#include "bench/painted.h"
#include "bench/tablefigures.h"
#include "models/choicemodels.h"
#include "models/deliveriesmodel.h"
#include "models/formats.h"
#include "models/selection.h"
#include "models/servicefollow.h"
#include "models/servicesources.h"
#include "models/statustabsmodel.h"
#include "models/timelinemodel.h"
#include "models/waybillactions.h"
#include "models/waybilltablemodel.h"
#include "services/store/reader.h"
#include "services/sync/liveengine.h"
#include "ui/waybills/waybillslist.h"
#include "ui/waybills/waybillspage.h"
#include "ui/widgets/table.h"
#include "ui/window/mainwindow.h"
#include "ui/window/memory.h"

#include <QApplication>
#include <malloc.h>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::bench;

namespace {

struct Services
{
    Services(store::Reader& reader, sync::Engine& engine)
        : waybills(reader, engine)
        , lookups(reader, engine)
        , commands(reader, engine)
    {
    }
    SystemClock clock;
    models::Formats formats{clock, QLocale(QLocale::English, QLocale::UnitedStates), QTimeZone::utc()};
    facade::WaybillService waybills;
    facade::LookupService lookups;
    facade::CommandService commands;
};

struct Models
{
    explicit Models(Services& services)
        : s(services)
    {
        models::follow(tabs, s.waybills, table);
        models::follow(deliveries, s.waybills, selection);
        models::follow(timeline, s.waybills, selection);
        models::follow(drivers, s.lookups);
        models::follow(warehouses, s.lookups);
        models::follow(selection, s.waybills);
        actions.setActor(UserRole::Dispatcher, {u"*"_s});
    }
    ui::WaybillsDesk desk(ui::Ask& ask)
    {
        const auto names = [this]() -> models::FilterNames {
            return {[this](const QString& search) { return s.lookups.drivers(search); },
                    [this] { return s.lookups.warehouses(); }, s.formats.today()};
        };
        return {s.formats, rows,       table,     tabs,    deliveries, timeline,
                drivers,   warehouses, selection, actions, names,      ask};
    }
    Services& s;
    models::ServiceRowSource rows{s.waybills};
    models::ServiceCommandSink sink{s.commands};
    models::Selection selection;
    models::WaybillTableModel table{rows, s.formats};
    models::StatusTabsModel tabs{s.formats};
    models::DeliveriesModel deliveries{s.formats};
    models::TimelineModel timeline{s.formats};
    models::DriversModel drivers;
    models::WarehousesModel warehouses;
    models::WaybillActions actions{selection, rows, sink, models::serviceNames(s.waybills, s.lookups)};
};

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    quick(argc, argv);
    const QString folder = filledFolder();
    sync::LiveEngine engine(
        {.folder = folder, .makeBackend = {}, .makeKeeper = {}, .makeWakeups = {}, .clock = {}, .jitter = {}});
    if (folder.isEmpty() || !engine.open())
        return 1;
    const auto reader = store::Reader::open(folder);
    if (!reader)
        return 1;
    ui::Theme theme;
    theme.apply(app);
    ui::ShortMemory memory;
    Services services(**reader, engine);
    ui::MainWindow window(theme, memory);
    window.resize(1440, 900);
    window.show();
    idle(200);

    malloc_trim(0);
    const qint64 before = residentBytes();
    Models desk(services);
    ui::WaybillsPage* page = new ui::WaybillsPage(theme, desk.desk(window.ask()));
    window.addPage(page);
    window.show(page);
    ui::Table& table = *page->list()->table();
    Painted painted(*table.viewport());
    const bool allSeen = painted.waitForNext() && desk.table.rowCount() == many();
    desk.table.readOn(); // as the desk does after its first paint
    page->detail();
    idle(0);

    TableFigures figures("table", table, painted, [&] { return desk.table.isComplete(); });
    if (!allSeen)
        return 1;
    figures.jumpWhileReading();
    figures.jump();
    figures.memory(before);
    using Column = facade::WaybillColumn;
    QList<std::pair<int, QString>> columns;
    for (int column = 0; column < models::WaybillTableModel::kColumnCount; ++column)
        columns << std::pair(column, models::WaybillTableModel::columnKey(static_cast<Column>(column)));
    return figures.sort(columns, int(Column::Items), int(Column::Cod), 5) ? exitCode() : 1;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// The waybills page at 1440 × 900 over a million cached waybills: jumps to anywhere until painted, also while the order
// is still being read; sorting on every column until the first rows are painted; and what model and page add to this
// process's memory. Real store, facade, model, page and table; nothing else runs.
#include "bench/figures.h"
#include "bench/fixture.h"
#include "bench/painted.h"
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
#include <QRandomGenerator>
#include <QScrollBar>
#include <cstdio>
#include <malloc.h>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::bench;

namespace {

constexpr double kFrameMs = 16.7, kSortMs = 50;
constexpr qint64 kMostBytes = qint64{64} << 20;
constexpr int kJumps = 1500, kEarlyJumps = 200;

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

void waitComplete(const models::WaybillTableModel& table)
{
    while (!table.isComplete())
        QCoreApplication::processEvents(QEventLoop::AllEvents);
}

// From the scroll bar's new value until the table has been painted there.
bool jump(ui::Table& table, Painted& painted, Samples& samples, int row)
{
    if (table.verticalScrollBar()->value() == row)
        return true;
    const auto start = SteadyClock::now();
    table.verticalScrollBar()->setValue(row);
    const bool seen = painted.waitForNext();
    samples.add(SteadyClock::now() - start);
    return seen;
}

bool sortColumns(models::WaybillTableModel& model, ui::Table& table, Painted& painted)
{
    QJsonObject columns;
    using Column = facade::WaybillColumn;
    const int rounds = isQuick() ? 1 : 5;
    double worst = 0, cpu = 0;
    const Stopwatch watch;
    for (int column = 0; column < models::WaybillTableModel::kColumnCount; ++column) {
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            double best = 1e9;
            for (int round = 0; round < rounds; ++round) {
                // From another order, completely read, at the top: as a person clicks a header.
                const Column other = static_cast<Column>(column) == Column::Items ? Column::Cod : Column::Items;
                model.sort(static_cast<int>(other), round % 2 ? Qt::AscendingOrder : Qt::DescendingOrder);
                waitComplete(model);
                table.scrollToTop();
                idle(20);
                const Stopwatch one;
                table.sortByColumn(column, order);
                if (!painted.waitForNext())
                    return false;
                best = std::min(best, one.wallSeconds() * 1000);
                cpu += one.cpuSeconds();
            }
            const auto key = models::WaybillTableModel::columnKey(static_cast<Column>(column));
            columns.insert(key + (order == Qt::AscendingOrder ? u" up"_s : u" down"_s), rounded(best, 2));
            worst = std::max(worst, best);
        }
    }
    report({"table_sort", worst, "ms", u"<= 50 to painted on the slowest column, best of %1"_s.arg(rounds),
            worst <= kSortMs},
           {{u"rows"_s, model.rowCount()},
            {u"columns_ms"_s, columns},
            {u"cpu_s"_s, rounded(cpu)},
            {u"wall_s"_s, rounded(watch.wallSeconds())}});
    return true;
}

void reportJumps(const char* name, const Samples& samples, const Stopwatch& watch, bool allSeen)
{
    QJsonObject facts = samples.summary();
    facts.insert(u"cpu_s"_s, rounded(watch.cpuSeconds()));
    facts.insert(u"wall_s"_s, rounded(watch.wallSeconds()));
    report({name, samples.ms(0.99), "ms", u"p99 <= 16.7 from the jump to painted"_s,
            allSeen && samples.ms(0.99) <= kFrameMs},
           facts);
}

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
    bool allSeen = painted.waitForNext() && desk.table.rowCount() == many();
    desk.table.readOn(); // as the desk does after its first paint
    page->detail();
    idle(0);

    QRandomGenerator random(20260407);
    Samples early, jumps;
    const Stopwatch earlyWatch;
    for (int i = 0; i < kEarlyJumps && !desk.table.isComplete(); ++i)
        allSeen = jump(table, painted, early, random.bounded(int(many()))) && allSeen;
    if (early.size() > 0)
        reportJumps("table_jump_while_reading", early, earlyWatch, allSeen);
    waitComplete(desk.table);
    idle(100);
    const Stopwatch watch;
    for (int i = 0; i < (isQuick() ? 20 : kJumps); ++i)
        allSeen = jump(table, painted, jumps, random.bounded(int(many()))) && allSeen;
    reportJumps("table_jump", jumps, watch, allSeen);

    malloc_trim(0);
    const qint64 added = residentBytes() - before;
    report({"table_memory", double(added) / double(1 << 20), "MB", u"<= 64 added by model and page"_s,
            added <= kMostBytes},
           {{u"rows"_s, desk.table.rowCount()}});
    if (!sortColumns(desk.table, table, painted)) {
        std::fprintf(stderr, "a sort was not painted\n");
        return 1;
    }
    return exitCode();
}

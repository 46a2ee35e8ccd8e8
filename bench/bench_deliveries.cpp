// SPDX-License-Identifier: GPL-3.0-or-later
// The deliveries page at 1440 × 900 over a million cached parcels: jumps, also while the order is still being read,
// steps of a page, the first page after a sort on every column and after every filter (also under an order that no
// index of the filter helps), and memory. Real store, facade, model, page and table; nothing else runs.
#include "bench/figures.h"
#include "bench/fixture.h"
#include "bench/madeup.h"
#include "bench/painted.h"
#include "bench/tablefigures.h"
#include "models/formats.h"
#include "services/store/reader.h"
#include "services/sync/liveengine.h"
#include "ui/deliveries/deliveriespage.h"
#include "ui/deliveries/parcelspane.h"
#include "ui/widgets/table.h"
#include "ui/window/mainwindow.h"
#include "ui/window/memory.h"

#include <QApplication>
#include <malloc.h>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::bench;
using Rows = models::DeliveryTableModel;

namespace {

struct Services
{
    Services(store::Reader& reader, sync::Engine& engine)
        : deliveries(reader, engine)
        , lookups(reader, engine)
        , commands(reader, engine)
        , stories(reader, engine)
        , media(reader, engine)
    {
        deliveries.setZone(QTimeZone::utc());
    }
    SystemClock clock;
    models::Formats formats{clock, QLocale(QLocale::English, QLocale::UnitedStates), QTimeZone::utc()};
    facade::DeliveryService deliveries;
    facade::LookupService lookups;
    facade::CommandService commands;
    facade::ParcelStoryService stories;
    facade::MediaService media;
};

// Every filter of the page, on values that few and that many parcels have.
QList<std::pair<QString, facade::DeliveryFilter>> filters()
{
    using store::Membership;
    QList<std::pair<QString, facade::DeliveryFilter>> all;
    const auto add = [&](const QString& name, auto&& set) {
        facade::DeliveryFilter filter;
        set(filter);
        all << std::pair(name, filter);
    };
    const Delivery some = deliveryOf(many() / 2 + 1), member = [] {
        qint64 number = many() / 2;
        while (!tripOf(number))
            ++number;
        return deliveryOf(number);
    }();
    const QDate day =
        QDateTime::fromMSecsSinceEpoch(
            std::chrono::duration_cast<std::chrono::milliseconds>(some.createdAt.time_since_epoch()).count(),
            QTimeZone::utc())
            .date();
    for (const DeliveryStatus status : {DeliveryStatus::Delivered, DeliveryStatus::Pending, DeliveryStatus::Failed})
        add(u"status "_s + word(status), [&](auto& f) { f.query.status = status; });
    add(u"zone"_s, [&](auto& f) { f.query.zone = some.dropoffZone->id; });
    add(u"zone of none"_s, [](auto& f) { f.query.zone = ZoneId{u"nowhere"_s}; });
    add(u"warehouse"_s, [&](auto& f) { f.query.warehouse = some.pickupWarehouse->id; });
    add(u"warehouse of none"_s, [](auto& f) { f.query.warehouse = WarehouseId{u"nowhere"_s}; });
    add(u"waybill"_s, [&](auto& f) { f.query.waybillId = some.waybillId; });
    add(u"trip"_s, [&](auto& f) { f.query.tripId = member.tripId; });
    add(u"in a waybill"_s, [](auto& f) { f.query.waybill = Membership::Some; });
    add(u"in none"_s, [](auto& f) { f.query.waybill = Membership::None; });
    add(u"in a trip"_s, [](auto& f) { f.query.trip = Membership::Some; });
    add(u"in no trip"_s, [](auto& f) { f.query.trip = Membership::None; });
    add(u"returned"_s, [](auto& f) { f.query.returned = true; });
    add(u"not returned"_s, [](auto& f) { f.query.returned = false; });
    add(u"day"_s, [&](auto& f) { f.from = f.to = day; });
    add(u"before"_s, [&](auto& f) { f.to = day; });
    add(u"after"_s, [&](auto& f) { f.from = day; });
    add(u"payment"_s, [](auto& f) { f.query.paymentMethod = u"wallet"_s; });
    add(u"payment of none"_s, [](auto& f) { f.query.paymentMethod = u"shells"_s; });
    add(u"cod at least"_s, [](auto& f) { f.query.codAtLeast = 249'000; });
    add(u"cod at most"_s, [](auto& f) { f.query.codAtMost = 500; });
    add(u"cod above all"_s, [](auto& f) { f.query.codAtLeast = 10'000'000; });
    add(u"text, many"_s, [](auto& f) { f.query.text = u"ankawa"_s; });
    add(u"text, one"_s, [&](auto& f) { f.query.text = some.code; });
    add(u"text, none"_s, [](auto& f) { f.query.text = u"qqqq"_s; });
    add(u"text, short"_s, [](auto& f) { f.query.text = u"la"_s; });
    return all;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    quick(argc, argv);
    const QString folder = searchableFolder();
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
    Services s(**reader, engine);
    ui::MainWindow window(theme, memory);
    window.resize(1440, 900);
    window.show();
    idle(200);

    malloc_trim(0);
    const qint64 before = residentBytes();
    const auto names = [&]() -> models::DeliveryFilterNames {
        return {{{}, [&] { return s.lookups.warehouses(); }, s.formats.today()},
                [&] { return s.lookups.zones(); },
                [](const QString&) { return std::optional<WaybillId>(); },
                [](const QString&) { return std::optional<TripId>(); }};
    };
    auto* page = new ui::DeliveriesPage(
        theme, {s.deliveries, s.lookups, s.commands, s.formats, names, {s.stories, s.media, {}}});
    window.addPage(page);
    window.show(page);
    Rows& rows = *page->parcels()->rows();
    ui::Table& table = *page->parcels()->table();
    Painted painted(*table.viewport());
    if (!painted.waitForNext())
        return 1;

    TableFigures figures("deliveries", table, painted, [&] { return rows.isComplete(); });
    figures.jumpWhileReading();
    figures.jump();
    if (rows.rowCount() != many())
        return 1;
    figures.scroll();
    figures.memory(before);
    bool all = true;
    for (const auto& [column, order] :
         {std::pair(Rows::Created, "by_created"), std::pair(Rows::Customer, "by_customer")}) {
        table.sortByColumn(column, Qt::DescendingOrder);
        QList<std::pair<QString, TableFigures::Change>> changes;
        for (const auto& [name, filter] : filters())
            changes << std::pair(name, [&rows, filter = filter] { rows.setFilter(filter); });
        TableFigures by(std::string("deliveries_") + order, table, painted, [&] { return rows.isComplete(); });
        all = by.filter(changes, [&] { rows.setFilter({}); }) && all;
    }
    QList<std::pair<int, QString>> columns;
    for (int column = 0; column < Rows::kColumnCount; ++column) {
        if (Rows::orderOf(column))
            columns << std::pair(column, rows.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    }
    all = figures.sort(columns, Rows::Cod, Rows::Code, 2) && all;
    return all ? exitCode() : 1;
}

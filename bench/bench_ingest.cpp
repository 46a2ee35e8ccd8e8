// SPDX-License-Identifier: GPL-3.0-or-later
// What a first load costs the store, against what SQLite itself takes for the same rows. Our side: pages of a hundred
// rows that have been read already go through Ingest into an empty cache, a mark after each page, as FirstSync does it.
// SQLite's side: INSERT … SELECT of the very rows that our first round wrote, into an empty cache of the same schema,
// in one transaction. Both files were made by the product: same tables, same indexes (all of them there from the first
// row on), WAL, synchronous=FULL, the same cache; both sides end with their file closed, so nobody leaves work in a
// log. Rounds take turns and the best of each side counts. Once as the first load does it, with search indexed
// afterwards (neither side does it here), and once with search (both do). Limit: half of SQLite's speed, by CPU seconds
// and by the clock. `from_bytes` says the same with the reading of the pages' JSON on our side only; it has no limit.
#include "bench/figures.h"
#include "bench/fixture.h"
#include "services/store/store.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::bench;

namespace {

constexpr double kLimit = 0.5;
constexpr std::chrono::milliseconds kIndexStep{5}; // the engine's own

int pagesTaken()
{
    return isQuick() ? 20 : 500;
}

int rounds()
{
    return isQuick() ? 1 : 3;
}

enum class Search { Later, Too };

template<class Cells>
struct Entity
{
    const char* name;
    QString table;
    QByteArray (*page)(qint64 first, int rows, qint64 total, int generation);
    KeptPage<Cells> (*keep)(const QByteArray& page);
    bool (PageTaker::*takeBytes)(const QByteArray& page);
};

struct Cost
{
    double wall = 0, cpu = 0, longestHold = 0; // seconds; the longest that the engine's thread did nothing else
    bool done = false;
    void keepBest(const Cost& other)
    {
        wall = done ? std::min(wall, other.wall) : other.wall;
        cpu = done ? std::min(cpu, other.cpu) : other.cpu;
        longestHold = done ? std::min(longestHold, other.longestHold) : other.longestHold;
        done = true;
    }
};

// `prepare` makes of a page what `take` takes, outside of what is counted, so that a page read already is as near in
// memory as it is when it has just been read.
template<class Prepare, class Take>
std::optional<Cost> ours(const QString& folder, const std::vector<QByteArray>& pages, Prepare prepare, Take take,
                         Search search)
{
    auto opened = store::Store::open(folder);
    if (!opened || !(*opened)->beginFirstLoad().ok())
        return std::nullopt;
    Cost cost{0, 0, 0, true};
    bool fine = true;
    const auto counted = [&](auto work) {
        const Stopwatch watch;
        fine = work() && fine;
        const double wall = watch.wallSeconds();
        cost.cpu += watch.cpuSeconds();
        cost.wall += wall;
        cost.longestHold = std::max(cost.longestHold, wall);
    };
    {
        PageTaker taker(**opened);
        for (const QByteArray& page : pages) {
            const auto ready = prepare(page);
            counted([&] { return take(taker, ready); });
        }
        counted([&] { return taker.end(); });
    }
    for (bool done = search == Search::Later; !done && fine;) {
        counted([&] {
            const Result<bool> some = (*opened)->indexSome(kIndexStep);
            done = some && *some;
            return some.ok();
        });
    }
    const double longestHold = cost.longestHold;
    counted([&] {
        opened.value().reset();
        return true;
    });
    cost.longestHold = longestHold; // the end of the program holds nobody
    return fine ? std::optional(cost) : std::nullopt;
}

QString columnsOf(store::Database& db, const QString& table)
{
    QStringList names;
    store::Rows rows = db.run(u"SELECT name FROM pragma_table_info('%1')"_s.arg(table));
    while (rows.next())
        names << rows.text(0);
    return names.join(u',');
}

std::optional<Cost> sqlites(const QString& folder, const QString& source, const QString& table, Search search)
{
    const QString path = [&] {
        auto empty = store::Store::open(folder);
        return empty ? (*empty)->cache().path() : QString();
    }();
    auto opened = store::Database::open(path, store::Database::Mode::ReadWrite);
    if (!opened || !(*opened)->exec(u"ATTACH '%1' AS source"_s.arg(source)).ok())
        return std::nullopt;
    QStringList copies;
    for (const QString& part : QStringList{table, table + u"_raw"_s}) {
        const QString columns = columnsOf(**opened, part);
        copies << u"INSERT INTO %1 (%2) SELECT %2 FROM source.%1"_s.arg(part, columns);
    }
    if (search == Search::Too) {
        for (const QString& suffix : {u"_tri"_s, u"_word"_s})
            copies << u"INSERT INTO %1%2 (rowid, search_text) SELECT rowid, search_text FROM %1"_s.arg(table, suffix);
    }
    const Stopwatch watch;
    const auto copied = store::transact(**opened, [&]() -> Result<Nothing> {
        for (const QString& copy : copies) {
            if (auto done = (*opened)->exec(copy); !done)
                return done.error();
        }
        return Nothing{};
    });
    if (!copied)
        return std::nullopt;
    opened.value().reset();
    return Cost{watch.wallSeconds(), watch.cpuSeconds(), 0, true};
}

template<class Cells>
bool measure(const Entity<Cells>& entity, Search search)
{
    const qint64 rows = qint64{pagesTaken()} * kPageRows;
    std::vector<QByteArray> pages;
    qint64 bytes = 0;
    for (qint64 first = 0; first < rows; first += kPageRows) {
        pages.push_back(entity.page(first, kPageRows, rows, 0));
        bytes += pages.back().size();
    }
    const auto asItIs = [](const QByteArray& page) { return page; };
    const auto takeBytes = [&](PageTaker& taker, const QByteArray& page) { return (taker.*entity.takeBytes)(page); };
    const auto takeKept = [](PageTaker& taker, const KeptPage<Cells>& page) { return taker.take(page); };
    QTemporaryDir source; // the first of our files is what SQLite copies from
    Cost our, ourWithBytes, their;
    for (int round = 0; round < rounds(); ++round) {
        const QTemporaryDir mine, read, copy;
        const auto we = ours(round == 0 ? source.path() : mine.path(), pages, entity.keep, takeKept, search);
        const auto they = sqlites(copy.path(), source.filePath(u"cache.db"_s), entity.table, search);
        const auto withBytes = ours(read.path(), pages, asItIs, takeBytes, search);
        if (!we || !they || !withBytes) {
            std::fprintf(stderr, "%s: a round failed\n", entity.name);
            return false;
        }
        our.keepBest(*we);
        their.keepBest(*they);
        ourWithBytes.keepBest(*withBytes);
    }
    const auto side = [&](const Cost& cost) {
        return QJsonObject{{u"cpu_s"_s, rounded(cost.cpu)},
                           {u"wall_s"_s, rounded(cost.wall)},
                           {u"ratio_cpu"_s, rounded(their.cpu / cost.cpu)},
                           {u"ratio_wall"_s, rounded(their.wall / cost.wall)},
                           {u"rows_per_s"_s, rounded(double(rows) / cost.wall, 0)}};
    };
    const double ratio = std::min(their.cpu / our.cpu, their.wall / our.wall);
    const std::string name = std::string("ingest_") + entity.name + (search == Search::Too ? "_with_search" : "");
    report(
        {name.c_str(), ratio, "x", u">= 0.5 of SQLite's INSERT … SELECT, by CPU and by the clock"_s, ratio >= kLimit},
        {{u"rows"_s, rows},
         {u"page_rows"_s, kPageRows},
         {u"json_mb"_s, rounded(double(bytes) / 1e6, 1)},
         {u"rounds"_s, rounds()},
         {u"cpu_s"_s, rounded(our.cpu)},
         {u"longest_hold_ms"_s, rounded(our.longestHold * 1000, 1)},
         {u"ours"_s, side(our)},
         {u"from_bytes"_s, side(ourWithBytes)},
         {u"sqlite"_s, side(their)}});
    return true;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    quick(argc, argv);
    const Entity<DeliveryCells> deliveries{"deliveries", u"delivery"_s, deliveryPage, keptDeliveries,
                                           &PageTaker::deliveries};
    const Entity<WaybillCells> waybills{"waybills", u"waybill"_s, waybillPage, keptWaybills, &PageTaker::waybills};
    const bool all = measure(deliveries, Search::Later) && measure(waybills, Search::Later) &&
                     measure(deliveries, Search::Too) && measure(waybills, Search::Too);
    return all ? exitCode() : 1;
}

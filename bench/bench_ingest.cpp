// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of a first load, encoded beforehand as the server makes them, through the product's page reader and writer into
// an empty store; against SQLite's own INSERT … SELECT of the very same rows into an empty file with the same schema,
// indexes and pragmas. Each side ends with its file closed, so nobody leaves work in a log. Rounds take turns and the
// best of each side counts. Twice: as the first load does it, with search indexed afterwards (neither side does it),
// and with search (both do). Limit: half of SQLite's speed, by CPU seconds and by the clock.
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

constexpr int kPages = 500, kRounds = 4;
constexpr double kLimit = 0.5;

enum class Search { Later, Too };

struct Entity
{
    const char* name;
    QString table;
    QByteArray (*page)(qint64 first, int rows, qint64 total, int generation);
    bool (PageTaker::*take)(const QByteArray& page);
};

struct Cost
{
    double wall = 0, cpu = 0;
    bool done = false;
    void keepBest(const Cost& other)
    {
        wall = done ? std::min(wall, other.wall) : other.wall;
        cpu = done ? std::min(cpu, other.cpu) : other.cpu;
        done = true;
    }
};

std::optional<Cost> ours(const QString& folder, const Entity& entity, const QList<QByteArray>& pages, Search search)
{
    auto opened = store::Store::open(folder);
    if (!opened || !(*opened)->beginFirstLoad().ok())
        return std::nullopt;
    const Stopwatch watch;
    {
        PageTaker taker(**opened);
        for (const QByteArray& page : pages) {
            if (!(taker.*entity.take)(page))
                return std::nullopt;
        }
        if (!taker.end())
            return std::nullopt;
    }
    if (search == Search::Too) {
        Result<bool> done = false;
        while (done && !*done)
            done = (*opened)->indexSome(std::chrono::milliseconds(100));
        if (!done)
            return std::nullopt;
    }
    opened.value().reset();
    return Cost{watch.wallSeconds(), watch.cpuSeconds(), true};
}

QString columnsOf(store::Database& db, const QString& table)
{
    QStringList names;
    store::Rows rows = db.run(u"SELECT name FROM pragma_table_info('%1')"_s.arg(table));
    while (rows.next())
        names << rows.text(0);
    return names.join(u',');
}

std::optional<Cost> sqlites(const QString& folder, const QString& source, const Entity& entity, Search search)
{
    const QString path = [&] {
        auto empty = store::Store::open(folder);
        return empty ? (*empty)->cache().path() : QString();
    }();
    auto opened = store::Database::open(path, store::Database::Mode::ReadWrite);
    if (!opened || !(*opened)->exec(u"ATTACH '%1' AS source"_s.arg(source)).ok())
        return std::nullopt;
    QStringList copies;
    for (const QString& table : QStringList{entity.table, entity.table + u"_raw"_s}) {
        const QString columns = columnsOf(**opened, table);
        copies << u"INSERT INTO %1 (%2) SELECT %2 FROM source.%1"_s.arg(table, columns);
    }
    if (search == Search::Too) {
        for (const QString& suffix : {u"_tri"_s, u"_word"_s})
            copies << u"INSERT INTO %1%2 (rowid, search_text) SELECT rowid, search_text FROM %1"_s.arg(entity.table,
                                                                                                       suffix);
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
    return Cost{watch.wallSeconds(), watch.cpuSeconds(), true};
}

bool measure(const char* figure, const Entity& entity, Search search)
{
    constexpr qint64 rows = qint64{kPages} * kPageRows;
    QList<QByteArray> pages;
    qint64 bytes = 0;
    for (qint64 first = 0; first < rows; first += kPageRows) {
        pages << entity.page(first, kPageRows, rows, 0);
        bytes += pages.last().size();
    }
    QTemporaryDir kept; // the first of our files is what SQLite copies from
    Cost our, their;
    for (int round = 0; round < kRounds; ++round) {
        const QTemporaryDir mine, copy;
        const auto we = ours(round == 0 ? kept.path() : mine.path(), entity, pages, search);
        const auto they = sqlites(copy.path(), kept.filePath(u"cache.db"_s), entity, search);
        if (!we || !they) {
            std::fprintf(stderr, "%s: a round failed\n", figure);
            return false;
        }
        our.keepBest(*we);
        their.keepBest(*they);
    }
    const double cpuRatio = their.cpu / our.cpu, wallRatio = their.wall / our.wall;
    const auto side = [](const Cost& cost) {
        return QJsonObject{{u"cpu_s"_s, rounded(cost.cpu)},
                           {u"wall_s"_s, rounded(cost.wall)},
                           {u"rows_per_cpu_s"_s, rounded(double(rows) / cost.cpu, 0)},
                           {u"rows_per_s"_s, rounded(double(rows) / cost.wall, 0)}};
    };
    report(figure, u">= 0.5 of SQLite's INSERT … SELECT, by CPU and by the clock"_s,
           cpuRatio >= kLimit && wallRatio >= kLimit,
           {{u"rows"_s, rows},
            {u"page_rows"_s, kPageRows},
            {u"json_mb"_s, rounded(double(bytes) / 1e6, 1)},
            {u"rounds"_s, kRounds},
            {u"ratio_cpu"_s, rounded(cpuRatio)},
            {u"ratio_wall"_s, rounded(wallRatio)},
            {u"ours"_s, side(our)},
            {u"sqlite"_s, side(their)}});
    return true;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const Entity deliveries{"deliveries", u"delivery"_s, deliveryPage, &PageTaker::deliveries};
    const Entity waybills{"waybills", u"waybill"_s, waybillPage, &PageTaker::waybills};
    const bool all = measure("ingest_deliveries", deliveries, Search::Later) &&
                     measure("ingest_waybills", waybills, Search::Later) &&
                     measure("ingest_deliveries_with_search", deliveries, Search::Too) &&
                     measure("ingest_waybills_with_search", waybills, Search::Too);
    return all ? exitCode() : 1;
}

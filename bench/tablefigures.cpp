// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/tablefigures.h"

#include "ui/widgets/table.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QScrollBar>
#include <cstdio>
#include <malloc.h>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::bench {

namespace {

constexpr double kFrameMs = 16.7, kFirstPageMs = 50;
constexpr qint64 kMostBytes = qint64{64} << 20;
constexpr int kJumps = 1500, kEarlyJumps = 200, kPages = 600;
constexpr quint32 kSeed = 20260407;

int few(int many, int least = 20)
{
    return isQuick() ? least : many;
}

} // namespace

TableFigures::TableFigures(std::string name, ui::Table& table, Painted& painted, std::function<bool()> isComplete)
    : m_name(std::move(name))
    , m_table(table)
    , m_painted(painted)
    , m_isComplete(std::move(isComplete))
{
}

int TableFigures::rows() const
{
    return m_table.model()->rowCount();
}

void TableFigures::waitComplete() const
{
    while (!m_isComplete())
        QCoreApplication::processEvents(QEventLoop::AllEvents);
}

// From the scroll bar's new value until the table has been painted there.
void TableFigures::jumpTo(Samples& samples, int row)
{
    QScrollBar* bar = m_table.verticalScrollBar();
    if (bar->value() == std::min(row, bar->maximum()))
        return;
    const auto start = SteadyClock::now();
    bar->setValue(row);
    m_allSeen = m_painted.waitForNext() && m_allSeen;
    samples.add(SteadyClock::now() - start);
}

void TableFigures::reportSteps(const char* what, const Samples& samples, const Stopwatch& watch)
{
    QJsonObject facts = samples.summary();
    facts.insert(u"rows"_s, rows());
    facts.insert(u"cpu_s"_s, rounded(watch.cpuSeconds()));
    facts.insert(u"wall_s"_s, rounded(watch.wallSeconds()));
    report({(m_name + what).c_str(), samples.ms(0.99), "ms", u"p99 <= 16.7 until painted"_s,
            m_allSeen && samples.ms(0.99) <= kFrameMs},
           facts);
}

void TableFigures::jumpWhileReading()
{
    QRandomGenerator random(kSeed);
    Samples samples;
    const Stopwatch watch;
    for (int i = 0; i < kEarlyJumps && !m_isComplete(); ++i)
        jumpTo(samples, random.bounded(std::max(1, rows())));
    if (samples.size() > 0)
        reportSteps("_jump_while_reading", samples, watch);
}

void TableFigures::jump()
{
    waitComplete();
    idle(100);
    QRandomGenerator random(kSeed + 1);
    Samples samples;
    const Stopwatch watch;
    for (int i = 0; i < few(kJumps); ++i)
        jumpTo(samples, random.bounded(rows()));
    reportSteps("_jump", samples, watch);
}

void TableFigures::scroll()
{
    waitComplete();
    QScrollBar* bar = m_table.verticalScrollBar();
    bar->setValue(rows() / 3);
    idle(100);
    Samples samples;
    const Stopwatch watch;
    for (int i = 0; i < few(kPages); ++i)
        jumpTo(samples, bar->value() + bar->pageStep());
    reportSteps("_scroll", samples, watch);
}

void TableFigures::memory(qint64 before)
{
    malloc_trim(0);
    const qint64 added = residentBytes() - before;
    report({(m_name + "_memory").c_str(), double(added) / double(1 << 20), "MB", u"<= 64 added by model and page"_s,
            added <= kMostBytes},
           {{u"rows"_s, rows()}});
}

bool TableFigures::sort(const QList<std::pair<int, QString>>& columns, int rest, int other, int rounds)
{
    QJsonObject each;
    rounds = few(rounds, 1);
    double worst = 0, cpu = 0;
    const Stopwatch watch;
    for (const auto& [column, key] : columns) {
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            double best = 1e9;
            for (int round = 0; round < rounds; ++round) {
                // From another order, completely read, at the top: as a person clicks a header.
                m_table.model()->sort(column == rest ? other : rest,
                                      round % 2 ? Qt::AscendingOrder : Qt::DescendingOrder);
                waitComplete();
                m_table.scrollToTop();
                idle(20);
                const Stopwatch one;
                m_table.sortByColumn(column, order);
                if (!m_painted.waitForNext()) {
                    std::fprintf(stderr, "a sort was not painted\n");
                    return false;
                }
                best = std::min(best, one.wallSeconds() * 1000);
                cpu += one.cpuSeconds();
            }
            each.insert(key + (order == Qt::AscendingOrder ? u" up"_s : u" down"_s), rounded(best, 2));
            worst = std::max(worst, best);
        }
    }
    report({(m_name + "_sort").c_str(), worst, "ms",
            u"<= 50 to painted on the slowest column, best of %1"_s.arg(rounds), worst <= kFirstPageMs},
           {{u"rows"_s, rows()},
            {u"columns_ms"_s, each},
            {u"cpu_s"_s, rounded(cpu)},
            {u"wall_s"_s, rounded(watch.wallSeconds())}});
    return true;
}

bool TableFigures::filter(const QList<std::pair<QString, Change>>& changes, const Change& plain)
{
    QJsonObject each;
    const int rounds = few(2, 1);
    double worst = 0;
    const Stopwatch watch;
    for (const auto& [name, change] : changes) {
        double best = 1e9, read = 0;
        int found = 0;
        for (int round = 0; round < rounds; ++round) {
            plain();
            waitComplete();
            m_table.scrollToTop();
            idle(20);
            const Stopwatch one;
            change();
            const int page = m_table.viewport()->height() / std::max(1, m_table.rowHeight(0));
            bool seen = m_painted.waitForNext();
            while (seen && rows() < page && !m_isComplete())
                QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
            QCoreApplication::processEvents(QEventLoop::AllEvents);
            best = std::min(best, one.wallSeconds() * 1000);
            if (round == 0) {
                waitComplete();
                read = one.wallSeconds() * 1000;
                found = rows();
            }
            if (!seen) {
                std::fprintf(stderr, "a filter was not painted: %s\n", qUtf8Printable(name));
                return false;
            }
        }
        each.insert(name,
                    QJsonObject{{u"ms"_s, rounded(best, 2)}, {u"all_ms"_s, rounded(read, 0)}, {u"rows"_s, found}});
        worst = std::max(worst, best);
    }
    plain();
    waitComplete();
    report({(m_name + "_filter").c_str(), worst, "ms",
            u"<= 50 to the first page of the slowest filter, best of %1"_s.arg(rounds), worst <= kFirstPageMs},
           {{u"filters"_s, each}, {u"wall_s"_s, rounded(watch.wallSeconds())}});
    return true;
}

} // namespace waydesk::bench

// SPDX-License-Identifier: GPL-3.0-or-later
// What is measured of a table over a million rows, for each that has so many: jumps to anywhere until painted, also
// while the order is still being read; steps of a page; the first page after a sort on every column and after a change
// of the filter; memory. Each figure is named after the table.
#pragma once

#include "bench/figures.h"
#include "bench/painted.h"

#include <QString>
#include <functional>

namespace waydesk::ui {
class Table;
}

namespace waydesk::bench {

class TableFigures
{
public:
    TableFigures(std::string name, ui::Table& table, Painted& painted, std::function<bool()> isComplete);

    void jumpWhileReading(); // no figure where everything had been read before the first jump
    void jump();
    void scroll();
    void memory(qint64 before); // of this process, before the model was made
    // Each named column both ways, from the order of `rest` (or of `other`, where `rest` itself is measured),
    // completely read. False: one was not painted.
    bool sort(const QList<std::pair<int, QString>>& columns, int rest, int other, int rounds);
    // Each change from `plain`, completely read: until its first rows are painted, or it is known that there are none.
    using Change = std::function<void()>;
    bool filter(const QList<std::pair<QString, Change>>& changes, const Change& plain);

private:
    void waitComplete() const;
    void jumpTo(Samples& samples, int row);
    void reportSteps(const char* what, const Samples& samples, const Stopwatch& watch);
    int rows() const;

    std::string m_name;
    ui::Table& m_table;
    Painted& m_painted;
    std::function<bool()> m_isComplete;
    bool m_allSeen = true;
};

} // namespace waydesk::bench

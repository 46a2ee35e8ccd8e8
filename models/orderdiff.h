// SPDX-License-Identifier: GPL-3.0-or-later
// How one order of row keys becomes another: what to remove (places in the old), what to insert (places in the new),
// and whether the survivors change their order. Pure; a million keys with few differences take a few milliseconds.
// A key that stands twice in the old order survives once; key 0 ("not read yet") never survives.
#pragma once

#include <QtGlobal>
#include <span>
#include <vector>

namespace waydesk::models {

struct RowRange
{
    qsizetype first = 0, count = 0;
    bool operator==(const RowRange&) const = default;
};

struct OrderDiff
{
    std::vector<RowRange> removed;  // in the old order, ascending
    std::vector<RowRange> inserted; // in the new order, ascending
    bool reordered = false;
    bool isEmpty() const { return removed.empty() && inserted.empty() && !reordered; }
};

OrderDiff diffOrders(std::span<const qint64> before, std::span<const qint64> after);

} // namespace waydesk::models

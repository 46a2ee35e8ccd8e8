// SPDX-License-Identifier: GPL-3.0-or-later
// One walk through an order of row ids, in slices short enough that the GUI thread stays free. Gathers the keys of the
// whole list, the pinned ones first.
#pragma once

#include "models/roworder.h"
#include "services/facade/ordercursor.h"

#include <chrono>
#include <memory>
#include <optional>

namespace waydesk::models {

class OrderPass
{
public:
    OrderPass(std::unique_ptr<facade::OrderCursor> cursor, RowOrder pinned, std::optional<qint64> counted);

    // Reads for at most `budget`; true when the end has come.
    bool step(std::chrono::microseconds budget);
    const RowOrder& keys() const { return m_keys; }
    RowOrder asFarAsRead() const; // all that are expected: those that were not read yet as 0
    RowOrder takeKeys() { return std::move(m_keys); }
    qsizetype pinned() const { return m_pinned; }
    // Rows in all, as counted at the beginning; nullopt: only the end of the walk will tell.
    std::optional<qint64> expected() const { return m_expected; }

private:
    static constexpr int kBatch = 1024;

    std::unique_ptr<facade::OrderCursor> m_cursor;
    RowOrder m_keys;
    qsizetype m_pinned;
    std::optional<qint64> m_expected;
};

} // namespace waydesk::models

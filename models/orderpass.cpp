// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/orderpass.h"

namespace waydesk::models {

OrderPass::OrderPass(std::unique_ptr<facade::OrderCursor> cursor, RowOrder pinned, std::optional<qint64> counted)
    : m_cursor(std::move(cursor))
    , m_keys(std::move(pinned))
    , m_pinned(static_cast<qsizetype>(m_keys.size()))
{
    if (counted) {
        m_expected = m_pinned + *counted;
        m_keys.reserve(static_cast<size_t>(*m_expected));
    }
}

RowOrder OrderPass::asFarAsRead() const
{
    RowOrder all(std::max(m_keys.size(), static_cast<size_t>(m_expected.value_or(0))));
    std::copy(m_keys.cbegin(), m_keys.cend(), all.begin());
    return all;
}

bool OrderPass::step(std::chrono::microseconds budget)
{
    const auto end = std::chrono::steady_clock::now() + budget;
    bool atEnd = false;
    do {
        const QList<qint64> read = m_cursor->look(kBatch, atEnd);
        m_keys.insert(m_keys.end(), read.cbegin(), read.cend());
        if (atEnd)
            return true;
    } while (std::chrono::steady_clock::now() < end);
    return false;
}

} // namespace waydesk::models

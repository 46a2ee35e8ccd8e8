// SPDX-License-Identifier: GPL-3.0-or-later
// One page of a list, as the contract bounds it.
#pragma once

#include <QList>

namespace waydesk::backend {

inline constexpr int kMostPerPage = 100;

struct Paging
{
    int page = 1, limit = 20;
    qint64 offset() const { return (static_cast<qint64>(page) - 1) * limit; }
};

template<class Row>
struct Page
{
    QList<Row> rows;
    qint64 total = 0;
};

} // namespace waydesk::backend

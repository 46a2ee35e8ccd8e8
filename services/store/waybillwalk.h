// SPDX-License-Identifier: GPL-3.0-or-later
// Waybills in order, and counted, in bounded steps. GUI thread.
#pragma once

#include "services/store/querysql.h"

namespace waydesk::store {

class WaybillWalk final : public RowWalk
{
public:
    WaybillWalk(Database& db, const WaybillQuery& query, const WaybillOrder& order);
};

// Counts by status in the same bounded steps; the query's own status does not count.
class CountWalk
{
public:
    CountWalk(Database& db, const WaybillQuery& query);
    void step(int most);
    bool atEnd() const { return m_walkEnded; }
    const WaybillCounts& counts() const { return m_counts; }

private:
    Database& m_db;
    Condition m_filter;
    WaybillCounts m_counts;
    bool m_walkEnded = false;
    qint64 m_lastRowid = -1;
};

} // namespace waydesk::store

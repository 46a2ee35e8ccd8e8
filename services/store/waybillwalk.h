// SPDX-License-Identifier: GPL-3.0-or-later
// Row ids of a query in order, in bounded steps that keep no read open between them (an open read would freeze what
// this connection sees and hold back checkpoints). GUI thread. A query that an index answers with few rows is sorted at
// once; any other walks the index of its order, a bounded number of rows per step, whether they match or not.
#pragma once

#include "services/store/database.h"
#include "services/store/querysql.h"

namespace waydesk::store {

class WaybillWalk
{
public:
    WaybillWalk(Database& db, const WaybillQuery& query, const WaybillOrder& order);

    // Looks at no more than `most` rows; may answer none although the end has not come.
    QList<qint64> take(int most);
    bool atEnd() const { return m_atEnd; }

private:
    bool sortFew();
    QList<qint64> step(int most);
    int read(const QString& range, const QVariantList& bounds, int most, QList<qint64>& out); // rows looked at

    Database& m_db;
    WaybillQuery m_query;
    WaybillOrder m_order;
    Condition m_prefix; // an equality that the walked index starts with
    Condition m_filter; // what remains to be asked of each row
    std::optional<QList<qint64>> m_sorted;
    qsizetype m_next = 0;
    bool m_started = false, m_atEnd = false;
    QVariant m_lastKey;
    qint64 m_lastRowid = 0;
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

// Rows that an index finds for one part of the query, when they are few: the part to start from. nullopt: none is few.
std::optional<Condition> fewest(Database& db, const WaybillQuery& query);

} // namespace waydesk::store

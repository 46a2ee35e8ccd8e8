// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/waybillwalk.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

namespace {

void addCount(WaybillCounts& counts, qint64 rank, qint64 n)
{
    counts.all += n;
    if (rank >= 0 && rank < static_cast<qint64>(counts.byStatus.size()))
        counts.byStatus[static_cast<size_t>(rank)] += n;
}

WalkPlan planOf(const WaybillQuery& query, const WaybillOrder& order)
{
    WaybillQuery start, rest = query;
    if (order.key == WaybillKey::Created) { // (status, created_at) and (driver, created_at) are indexes
        if (query.driver) {
            start.driver = query.driver;
            rest.driver.reset();
        } else if (query.status) {
            start.status = query.status;
            rest.status.reset();
        }
        start.from = query.from; // the walk itself is along created_at
        start.until = query.until;
        rest.from.reset();
        rest.until.reset();
    }
    return {u"waybill"_s,
            keyColumn(order.key),
            order.descending,
            conditionOf(query),
            indexedParts(query, kFewRows + 1),
            conditionOf(start),
            conditionOf(rest)};
}

} // namespace

WaybillWalk::WaybillWalk(Database& db, const WaybillQuery& query, const WaybillOrder& order)
    : RowWalk(db, planOf(query, order))
{
}

CountWalk::CountWalk(Database& db, const WaybillQuery& query)
    : m_db(db)
    , m_filter{u"1"_s, {}}
{
    WaybillQuery others = query;
    others.status.reset();
    m_filter = conditionOf(others);
    if (tallied(others)) {
        QString where = u"1"_s;
        QVariantList values;
        if (others.carrier) {
            where += u" AND carrier = ?"_s;
            values << word(*others.carrier);
        }
        if (others.warehouse) {
            const QVariant id = bind(others.warehouse->value);
            switch (others.side) {
            case WarehouseSide::Either:
                where += u" AND (origin = ? OR destination = ?)"_s;
                values << id << id;
                break;
            case WarehouseSide::Origin:
                where += u" AND origin = ?"_s;
                values << id;
                break;
            case WarehouseSide::Destination:
                where += u" AND destination = ?"_s;
                values << id;
                break;
            }
        }
        Rows rows =
            m_db.run(u"SELECT status_rank, sum(n) FROM tally WHERE %1 GROUP BY status_rank"_s.arg(where), values);
        while (rows.next())
            addCount(m_counts, rows.integer(0), rows.integer(1));
        m_walkEnded = true;
    } else if (const auto part = fewest(db, u"waybill"_s, indexedParts(others, kFewRows + 1))) {
        Rows rows =
            m_db.run(u"SELECT status_rank, count(*) FROM waybill WHERE rowid IN (SELECT rowid FROM waybill WHERE %1) "
                     "AND (%2) GROUP BY +status_rank"_s.arg(part->sql, m_filter.sql),
                     part->values + m_filter.values);
        while (rows.next())
            addCount(m_counts, rows.integer(0), rows.integer(1));
        m_walkEnded = true;
    }
}

void CountWalk::step(int most)
{
    if (m_walkEnded)
        return;
    int seen = 0;
    Rows rows = m_db.run(
        u"SELECT rowid, status_rank, (%1) FROM waybill WHERE rowid > ? ORDER BY rowid LIMIT ?"_s.arg(m_filter.sql),
        m_filter.values + QVariantList{m_lastRowid, most});
    while (rows.next()) {
        ++seen;
        m_lastRowid = rows.integer(0);
        if (rows.flag(2))
            addCount(m_counts, rows.integer(1), 1);
    }
    m_walkEnded = seen < most;
}

} // namespace waydesk::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/waybillwalk.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

namespace {

constexpr int kFew = 4000; // rows that may be fetched and sorted in one go

void addCount(WaybillCounts& counts, qint64 rank, qint64 n)
{
    counts.all += n;
    if (rank >= 0 && rank < static_cast<qint64>(counts.byStatus.size()))
        counts.byStatus[static_cast<size_t>(rank)] += n;
}

} // namespace

std::optional<Condition> fewest(Database& db, const WaybillQuery& query)
{
    std::optional<Condition> best;
    qint64 least = kFew + 1;
    for (const Condition& part : indexedParts(query, kFew + 1)) {
        const QString sql =
            u"SELECT count(*) FROM (SELECT 1 FROM waybill WHERE %1 LIMIT %2)"_s.arg(part.sql).arg(least);
        const auto found = db.number(sql, part.values);
        if (found && *found < least) {
            least = *found;
            best = part;
        }
    }
    return best;
}

WaybillWalk::WaybillWalk(Database& db, const WaybillQuery& query, const WaybillOrder& order)
    : m_db(db)
    , m_query(query)
    , m_order(order)
    , m_prefix{u"1"_s, {}}
    , m_filter{u"1"_s, {}}
{
    if (sortFew())
        return;
    WaybillQuery rest = query;
    if (order.key == WaybillKey::Created) { // (status, created_at) and (driver, created_at) are indexes
        WaybillQuery start;
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
        m_prefix = conditionOf(start);
    }
    m_filter = conditionOf(rest);
}

bool WaybillWalk::sortFew()
{
    const auto part = fewest(m_db, m_query);
    if (!part)
        return false;
    const Condition all = conditionOf(m_query);
    const QString way = m_order.descending ? u"DESC"_s : u"ASC"_s;
    // The unary plus keeps the planner on the index of the few instead of the index of the order.
    const QString sql = u"SELECT rowid FROM waybill WHERE rowid IN (SELECT rowid FROM waybill WHERE %1) AND (%2) "
                        "ORDER BY +%3 %4, +rowid %4"_s.arg(part->sql, all.sql, keyColumn(m_order.key), way);
    QList<qint64> ids;
    Rows rows = m_db.run(sql, part->values + all.values);
    while (rows.next())
        ids << rows.integer(0);
    m_sorted = std::move(ids);
    m_atEnd = m_sorted->isEmpty();
    return true;
}

QList<qint64> WaybillWalk::take(int most)
{
    if (m_atEnd)
        return {};
    if (!m_sorted)
        return step(most);
    QList<qint64> out = m_sorted->mid(m_next, most);
    m_next += out.size();
    m_atEnd = m_next >= m_sorted->size();
    return out;
}

QList<qint64> WaybillWalk::step(int most)
{
    // The rest of the rows with the last key first, then those beyond it: asked as one comparison of (key, rowid),
    // SQLite would read every row with that key again at each step.
    const QString key = keyColumn(m_order.key), sign = m_order.descending ? u"<"_s : u">"_s;
    QList<qint64> out;
    int left = most;
    if (m_started) {
        left -= read(u"%1 = ? AND rowid %2 ?"_s.arg(key, sign), {m_lastKey, m_lastRowid}, left, out);
        if (left > 0)
            left -= read(u"%1 %2 ?"_s.arg(key, sign), {m_lastKey}, left, out);
    } else {
        left -= read(u"1"_s, {}, left, out);
        m_started = true;
    }
    m_atEnd = left > 0;
    return out;
}

int WaybillWalk::read(const QString& range, const QVariantList& bounds, int most, QList<qint64>& out)
{
    const QString key = keyColumn(m_order.key), way = m_order.descending ? u"DESC"_s : u"ASC"_s;
    const QString asked = m_filter.always() ? QString() : QString(u", ("_s + m_filter.sql + u')');
    const QString sql = u"SELECT rowid, %1%2 FROM waybill WHERE (%3) AND %4 ORDER BY %1 %5, rowid %5 LIMIT ?"_s.arg(
        key, asked, m_prefix.sql, range, way);
    int seen = 0;
    Rows rows = m_db.run(sql, m_filter.values + m_prefix.values + bounds + QVariantList{most});
    while (rows.next()) {
        ++seen;
        m_lastRowid = rows.integer(0);
        m_lastKey = rows.value(1);
        if (m_filter.always() || rows.flag(2))
            out << m_lastRowid;
    }
    return seen;
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
    } else if (const auto part = fewest(db, others)) {
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/waybillreader.h"

#include "services/domain/fold.h"
#include "services/store/valuejson.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

namespace {

constexpr int kStep = 20000;

} // namespace

std::unique_ptr<WaybillWalk> WaybillReader::walk(const WaybillQuery& query, const WaybillOrder& order) const
{
    return std::make_unique<WaybillWalk>(m_db, query, order);
}

std::unique_ptr<CountWalk> WaybillReader::counting(const WaybillQuery& query) const
{
    return std::make_unique<CountWalk>(m_db, query);
}

WaybillCounts WaybillReader::counts(const WaybillQuery& query) const
{
    CountWalk walk(m_db, query);
    while (!walk.atEnd())
        walk.step(kStep);
    return walk.counts();
}

qint64 WaybillReader::count(const WaybillQuery& query) const
{
    const WaybillCounts all = counts(query);
    return query.status ? all.byStatus[static_cast<size_t>(*query.status)] : all.all;
}

QList<qint64> WaybillReader::slice(const WaybillQuery& query, const WaybillOrder& order, qint64 from, int most) const
{
    const qint64 total = count(query);
    if (from >= total || most <= 0)
        return {};
    const qint64 wanted = std::min<qint64>(most, total - from);
    const bool fromEnd = from > total / 2;
    const bool descending = order.descending != fromEnd;
    const Condition where = conditionOf(query);
    Rows rows = m_db.run(u"SELECT rowid FROM waybill WHERE %1 ORDER BY %2 %3, rowid %3 LIMIT ? OFFSET ?"_s.arg(
                             where.sql, keyColumn(order.key), descending ? u"DESC"_s : u"ASC"_s),
                         where.values + QVariantList{wanted, fromEnd ? total - from - wanted : from});
    QList<qint64> out;
    while (rows.next())
        out << rows.integer(0);
    if (fromEnd)
        std::reverse(out.begin(), out.end());
    return out;
}

QList<StoredWaybill> WaybillReader::rows(std::span<const qint64> rowids) const
{
    if (rowids.empty())
        return {};
    QString list(u'['); // one statement for all: each start of one costs as much as its row
    QHash<qint64, qsizetype> places;
    for (const qint64 rowid : rowids) {
        if (places.contains(rowid))
            continue;
        if (!places.isEmpty())
            list += u',';
        list += QString::number(rowid);
        places.insert(rowid, places.size());
    }
    QList<std::optional<StoredWaybill>> found(places.size());
    static const QString sql = selectWaybill() + u"WHERE w.rowid IN (SELECT value FROM json_each(?))"_s;
    Rows rows = m_db.run(sql, {QString(list + u']')});
    while (rows.next()) {
        StoredWaybill row = readWaybill(rows);
        found[places.value(row.rowid)] = std::move(row);
    }
    QList<StoredWaybill> out;
    out.reserve(found.size());
    for (std::optional<StoredWaybill>& row : found) {
        if (row)
            out << *std::move(row);
    }
    return out;
}

std::optional<StoredWaybill> WaybillReader::find(const WaybillId& id) const
{
    Rows rows = m_db.run(selectWaybill() + u"WHERE w.id = ?"_s, {bind(id.value)});
    return rows.next() ? std::optional(readWaybill(rows)) : std::nullopt;
}

std::optional<StoredWaybill> WaybillReader::findByNumber(const QString& number) const
{
    Rows rows = m_db.run(selectWaybill() + u"WHERE w.number_key = ? ORDER BY w.created_at DESC LIMIT 1"_s,
                         {bind(foldNumber(number))});
    return rows.next() ? std::optional(readWaybill(rows)) : std::nullopt;
}

std::optional<qint64> WaybillReader::rowidOf(const WaybillId& id) const
{
    return m_db.number(u"SELECT rowid FROM waybill WHERE id = ?"_s, {bind(id.value)});
}

bool WaybillReader::matches(qint64 rowid, const WaybillQuery& query) const
{
    const Condition where = conditionOf(query);
    return m_db
        .number(u"SELECT 1 FROM waybill WHERE rowid = ? AND (%1)"_s.arg(where.sql), QVariantList{rowid} + where.values)
        .has_value();
}

qsizetype WaybillReader::positionIn(std::span<const qint64> sorted, qint64 rowid, const WaybillOrder& order) const
{
    const auto key = [&](const QString& alias) { return QString(alias + u'.' + keyColumn(order.key)); };
    return store::positionIn(m_db, u"waybill"_s, key, order.descending, sorted, rowid);
}

QList<TimelineEvent> WaybillReader::timeline(const WaybillId& id) const
{
    QList<TimelineEvent> out;
    Rows rows = m_db.run("SELECT r.timeline FROM waybill w JOIN waybill_raw r ON r.rowid = w.rowid WHERE w.id = ?",
                         {bind(id.value)});
    if (!rows.next() || rows.isNull(0))
        return out;
    const QJsonArray lines = QJsonDocument::fromJson(rows.text(0).toUtf8()).array();
    for (const QJsonValue& line : lines)
        out << timelineFrom(line.toObject());
    return out;
}

QList<StoredWaybill> WaybillReader::search(const QString& text, int most) const
{
    WaybillQuery query;
    query.text = text;
    if (fold(text).isEmpty())
        return {};
    WaybillWalk walk(m_db, query, {});
    QList<qint64> ids;
    for (int steps = 0; steps < 4 && !walk.atEnd() && ids.size() < most; ++steps) // bounded: the newest are looked at
        ids << walk.take(std::max(most, 2000));
    if (ids.size() > most)
        ids.resize(most);
    return rows(ids);
}

} // namespace waydesk::store

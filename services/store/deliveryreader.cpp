// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/deliveryreader.h"

#include "services/store/searchindex.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

namespace {

// As the partial index delivery_eligible says it: the same words, or SQLite does not see that they are the same.
const QString kEligibleForTrip =
    u"d.trip_id IS NULL AND d.status IN ('draft','pending','assigned','staged_at_warehouse')"_s;
const QString kEligible = u"d.waybill_id IS NULL AND d.parent_id IS NULL AND d.active_assignment = 0 AND "
                          "d.active_session = 0 AND d.status IN ('draft','pending','staged_at_warehouse')"_s;
constexpr int kLookAt = 4000; // matches of a search that are looked through for eligible ones

// One statement for all: each start of one costs as much as its row.
QString jsonList(std::span<const qint64> rowids)
{
    QStringList list;
    list.reserve(static_cast<qsizetype>(rowids.size()));
    for (const qint64 rowid : rowids)
        list << QString::number(rowid);
    return u'[' + list.join(u',') + u']';
}

} // namespace

QList<StoredDelivery> DeliveryReader::all(Rows rows) const
{
    QList<StoredDelivery> out;
    while (rows.next())
        out << readDelivery(rows);
    return out;
}

std::optional<StoredDelivery> DeliveryReader::findByScan(const QString& code) const
{
    if (code.isEmpty())
        return std::nullopt;
    const auto first = [&](const QString& where, const QVariantList& values) -> std::optional<StoredDelivery> {
        Rows rows = m_db.run(selectDelivery() + where, values);
        return rows.next() ? std::optional(readDelivery(rows)) : std::nullopt;
    };
    if (auto found = first(u"WHERE d.barcode = ? AND d.barcode <> '' LIMIT 1"_s, {code}))
        return found;
    if (auto found = first(u"WHERE d.external_ref = ? AND d.external_ref <> '' LIMIT 1"_s, {code}))
        return found;
    const QString other = code.startsWith(u"DEL") ? code.mid(3) : u"DEL"_s + code;
    if (auto found = first(u"WHERE d.code = ? LIMIT 1"_s, {code}))
        return found;
    return other.isEmpty() ? std::nullopt : first(u"WHERE d.code = ? LIMIT 1"_s, {other});
}

std::optional<StoredDelivery> DeliveryReader::find(const DeliveryId& id) const
{
    Rows rows = m_db.run(selectDelivery() + u"WHERE d.id = ?"_s, {bind(id.value)});
    return rows.next() ? std::optional(readDelivery(rows)) : std::nullopt;
}

QList<StoredDelivery> DeliveryReader::ofWaybill(const WaybillId& id) const
{
    return all(
        m_db.run(selectDelivery() + u"WHERE d.waybill_id = ? ORDER BY d.created_at, d.rowid"_s, {bind(id.value)}));
}

QList<StoredDelivery> DeliveryReader::newestOf(const QString& which, const QString& search, int most) const
{
    const auto term = searchTerm(search);
    if (!term)
        return all(m_db.run(
            selectDelivery() + u"WHERE "_s + which + u" ORDER BY d.created_at DESC, d.rowid DESC LIMIT ?"_s, {most}));
    QVariantList values;
    const QString clause = searchClause(u"delivery"_s, *term, values);
    values << kLookAt << most;
    return all(m_db.run(selectDelivery() +
                            u"WHERE d.rowid IN (SELECT rowid FROM delivery WHERE %1 ORDER BY rowid DESC "
                            "LIMIT ?) AND %2 ORDER BY d.created_at DESC, d.rowid DESC LIMIT ?"_s.arg(clause, which),
                        values));
}

QList<StoredDelivery> DeliveryReader::eligible(const QString& search, int most) const
{
    return newestOf(kEligible, search, most);
}

QList<StoredDelivery> DeliveryReader::eligibleForTrip(const QString& search, int most) const
{
    return newestOf(kEligibleForTrip, search, most);
}

QList<StoredDelivery> DeliveryReader::search(const QString& text, int most) const
{
    const auto term = searchTerm(text);
    if (!term)
        return {};
    QVariantList values;
    const QString clause = searchClause(u"delivery"_s, *term, values);
    values << most;
    return all(m_db.run(selectDelivery() +
                            u"WHERE d.rowid IN (SELECT rowid FROM delivery WHERE %1 ORDER BY rowid DESC LIMIT ?) "
                            "ORDER BY d.rowid DESC"_s.arg(clause),
                        values));
}

std::unique_ptr<DeliveryWalk> DeliveryReader::walk(const DeliveryQuery& query, const DeliveryOrder& order) const
{
    return std::make_unique<DeliveryWalk>(m_db, query, order);
}

std::unique_ptr<DeliveryCountWalk> DeliveryReader::counting(const DeliveryQuery& query) const
{
    return std::make_unique<DeliveryCountWalk>(m_db, query);
}

QList<StoredDelivery> DeliveryReader::rows(std::span<const qint64> rowids) const
{
    QHash<qint64, StoredDelivery> found;
    Rows rows = m_db.run(selectDelivery() + u"WHERE d.rowid IN (SELECT value FROM json_each(?))"_s, {jsonList(rowids)});
    while (rows.next()) {
        StoredDelivery row = readDelivery(rows);
        found.insert(row.rowid, std::move(row));
    }
    QList<StoredDelivery> out;
    for (const qint64 rowid : rowids) {
        if (const auto it = found.constFind(rowid); it != found.constEnd())
            out << *it;
    }
    return out;
}

QHash<qint64, ParcelNames> DeliveryReader::names(std::span<const qint64> rowids) const
{
    QHash<qint64, ParcelNames> out;
    Rows rows = m_db.run("SELECT d.rowid, w.number, t.number, l.name FROM delivery d "
                         "LEFT JOIN waybill w ON w.id = d.waybill_id LEFT JOIN trip t ON t.id = d.trip_id "
                         "LEFT JOIN lookup l ON l.kind = 'customer' AND l.id = d.customer_id "
                         "WHERE d.rowid IN (SELECT value FROM json_each(?))",
                         {jsonList(rowids)});
    while (rows.next())
        out.insert(rows.integer(0), {rows.text(1), rows.text(2), rows.text(3)});
    return out;
}

std::optional<qint64> DeliveryReader::rowidOf(const DeliveryId& id) const
{
    return m_db.number(u"SELECT rowid FROM delivery WHERE id = ?"_s, {bind(id.value)});
}

bool DeliveryReader::matches(qint64 rowid, const DeliveryQuery& query) const
{
    const Condition where = conditionOf(query);
    return m_db
        .number(u"SELECT 1 FROM delivery WHERE rowid = ? AND (%1)"_s.arg(where.sql), QVariantList{rowid} + where.values)
        .has_value();
}

qsizetype DeliveryReader::positionIn(std::span<const qint64> sorted, qint64 rowid, const DeliveryOrder& order) const
{
    const auto key = [&](const QString& alias) { return keyOf(order.key, alias); };
    return store::positionIn(m_db, u"delivery"_s, key, order.descending, sorted, rowid);
}

qint64 DeliveryReader::count() const
{
    return m_db.number(u"SELECT n FROM delivery_tally"_s).value_or(0);
}

} // namespace waydesk::store

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

qint64 DeliveryReader::count() const
{
    return m_db.number(u"SELECT n FROM delivery_tally"_s).value_or(0);
}

} // namespace waydesk::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/deliveryrepository.h"

#include "services/store/deliverykeys.h"
#include "services/store/searchindex.h"
#include "services/store/valuejson.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

Result<bool> DeliveryRepository::upsert(const Delivery& delivery, const QString& raw, Instant fetchedAt)
{
    return transact(m_db, [&]() -> Result<bool> {
        const auto stored = find(delivery.id);
        std::optional<QString> searchedBefore;
        if (stored) {
            Rows rows = m_db.run("SELECT search_text FROM delivery WHERE rowid = ?", {stored->rowid});
            if (rows.next())
                searchedBefore = rows.text(0);
        }
        QVariantList values = bindDelivery(delivery, fetchedAt);
        values[kCustomerKeyColumn] = bind(customerKey(m_db, delivery.customer));
        qint64 rowid = 0;
        {
            Rows rows = m_db.run(upsertDeliverySql(), values);
            if (!rows.next())
                return storageError(u"statement_failed"_s, u"delivery row not written"_s);
            rowid = rows.integer(0);
        }
        const auto put = m_db.exec("INSERT INTO delivery_raw VALUES (?,?,?) ON CONFLICT(rowid) DO UPDATE SET "
                                   "raw = excluded.raw, nested = excluded.nested",
                                   {rowid, bind(raw), compact(nestedOf(delivery))});
        if (!put)
            return put.error();
        const QString searchText = deliverySearchText(delivery);
        if (auto done = SearchIndex(m_db, u"delivery"_s).changed(rowid, searchedBefore, searchText); !done)
            return done.error();
        if (!stored) {
            if (auto done = m_db.exec("UPDATE delivery_tally SET n = n + 1"); !done)
                return done.error();
        }
        if (!stored || stored->delivery.state != delivery.state) {
            if (stored) {
                if (auto done = tallyStatus(m_db, stored->delivery.state.text, -1); !done)
                    return done.error();
            }
            if (auto done = tallyStatus(m_db, delivery.state.text, 1); !done)
                return done.error();
        }
        return !stored || stored->delivery != delivery;
    });
}

Result<bool> DeliveryRepository::remove(const DeliveryId& id)
{
    return transact(m_db, [&]() -> Result<bool> {
        const auto stored = find(id);
        if (!stored)
            return false;
        QString searchText;
        {
            Rows rows = m_db.run("SELECT search_text FROM delivery WHERE rowid = ?", {stored->rowid});
            if (rows.next())
                searchText = rows.text(0);
        }
        if (auto done = SearchIndex(m_db, u"delivery"_s).changed(stored->rowid, searchText, std::nullopt); !done)
            return done.error();
        for (const char* sql : {"DELETE FROM delivery_raw WHERE rowid = ?", "DELETE FROM delivery WHERE rowid = ?"}) {
            if (auto done = m_db.exec(sql, {stored->rowid}); !done)
                return done.error();
        }
        if (auto done = m_db.exec("UPDATE delivery_tally SET n = n - 1"); !done)
            return done.error();
        if (auto done = tallyStatus(m_db, stored->delivery.state.text, -1); !done)
            return done.error();
        return true;
    });
}

Result<Nothing> DeliveryRepository::setWaybill(const QList<DeliveryId>& ids, const std::optional<WaybillId>& waybill)
{
    return transact(m_db, [&]() -> Result<Nothing> {
        for (const DeliveryId& id : ids) {
            const auto done =
                m_db.exec("UPDATE delivery SET waybill_id = ?, waybill_key = coalesce((SELECT number_key FROM waybill "
                          "WHERE id = ?), '') WHERE id = ?",
                          {bind(waybill), bind(waybill), bind(id.value)});
            if (!done)
                return done.error();
        }
        return Nothing{};
    });
}

Result<Nothing> DeliveryRepository::setMembers(const WaybillId& waybill, const QList<DeliveryId>& members)
{
    return transact(m_db, [&]() -> Result<Nothing> {
        const QSet<DeliveryId> stay(members.begin(), members.end());
        QList<DeliveryId> leave;
        for (const DeliveryId& id : membersOf(waybill)) {
            if (!stay.contains(id))
                leave << id;
        }
        if (auto done = setWaybill(leave, std::nullopt); !done)
            return done;
        return setWaybill(members, waybill);
    });
}

std::optional<QString> DeliveryRepository::raw(const DeliveryId& id) const
{
    Rows rows =
        m_db.run("SELECT r.raw FROM delivery d JOIN delivery_raw r USING (rowid) WHERE d.id = ?", {bind(id.value)});
    return rows.next() ? std::optional(rows.text(0)) : std::nullopt;
}

std::optional<StoredDelivery> DeliveryRepository::find(const DeliveryId& id) const
{
    Rows rows = m_db.run(selectDelivery() + u"WHERE d.id = ?"_s, {bind(id.value)});
    return rows.next() ? std::optional(readDelivery(rows)) : std::nullopt;
}

QList<DeliveryId> DeliveryRepository::membersOf(const WaybillId& waybill) const
{
    QList<DeliveryId> out;
    Rows rows =
        m_db.run("SELECT id FROM delivery WHERE waybill_id = ? ORDER BY created_at, rowid", {bind(waybill.value)});
    while (rows.next())
        out << DeliveryId{rows.text(0)};
    return out;
}

qint64 DeliveryRepository::count() const
{
    return m_db.number(u"SELECT n FROM delivery_tally"_s).value_or(0);
}

} // namespace waydesk::store

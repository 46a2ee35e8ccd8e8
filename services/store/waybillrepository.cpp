// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/waybillrepository.h"

#include "services/domain/fold.h"
#include "services/store/deliverykeys.h"
#include "services/store/searchindex.h"
#include "services/store/valuejson.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

namespace {

struct Before // what counts and search knew of the row
{
    qint64 rowid;
    int rank;
    QString carrier, origin, destination, searchText;
};

std::optional<Before> before(Database& db, const WaybillId& id)
{
    Rows rows = db.run("SELECT rowid, status_rank, carrier, origin_warehouse_id, destination_warehouse_id, search_text "
                       "FROM waybill WHERE id = ?",
                       {bind(id.value)});
    if (!rows.next())
        return std::nullopt;
    return Before{rows.integer(0), static_cast<int>(rows.integer(1)), rows.text(2), rows.text(3), rows.text(4),
                  rows.text(5)};
}

QString warehouseText(const Endpoint& end)
{
    return end.warehouseId ? end.warehouseId->value : QString();
}

} // namespace

Result<Nothing> tally(Database& db, int rank, const QString& carrier, const QString& origin, const QString& destination,
                      qint64 by)
{
    const auto done = db.exec("INSERT INTO tally VALUES (?,?,?,?,?) ON CONFLICT DO UPDATE SET n = n + excluded.n",
                              {rank, bind(carrier), bind(origin), bind(destination), by});
    return done ? Result<Nothing>(Nothing{}) : Result<Nothing>(done.error());
}

Result<bool> WaybillRepository::upsert(const Waybill& waybill, const QString& raw, Instant fetchedAt)
{
    return transact(m_db, [&]() -> Result<bool> {
        const auto stored = find(waybill.id);
        const auto was = before(m_db, waybill.id);
        QVariantList values = bindWaybill(waybill, fetchedAt);
        if (waybill.driverId && !waybill.driver) { // lists name the driver by id only
            Rows rows = m_db.run("SELECT name FROM lookup WHERE kind = 'driver' AND id = ?", {bind(waybill.driverId)});
            if (rows.next())
                values[kDriverKeyColumn] = bind(fold(rows.text(0)));
        }
        qint64 rowid = 0;
        {
            Rows rows = m_db.run(upsertWaybillSql(), values);
            if (!rows.next())
                return storageError(u"statement_failed"_s, u"waybill row not written"_s);
            rowid = rows.integer(0);
        }
        const auto put = m_db.exec("INSERT INTO waybill_raw (rowid, raw, nested) VALUES (?,?,?) ON CONFLICT(rowid) "
                                   "DO UPDATE SET raw = excluded.raw, nested = excluded.nested",
                                   {rowid, bind(raw), compact(nestedOf(waybill))});
        if (!put)
            return put.error();
        const QString searchText = values[values.size() - 2].toString();
        SearchIndex index(m_db, u"waybill"_s);
        if (auto done = index.changed(rowid, was ? std::optional(was->searchText) : std::nullopt, searchText); !done)
            return done.error();
        const QString origin = warehouseText(waybill.origin), destination = warehouseText(waybill.destination);
        const int rank = statusRank(waybill.state);
        if (was) {
            if (auto done = tally(m_db, was->rank, was->carrier, was->origin, was->destination, -1); !done)
                return done.error();
        }
        if (auto done = tally(m_db, rank, waybill.carrier.text, origin, destination, 1); !done)
            return done.error();
        if (!stored || stored->waybill.number != waybill.number) {
            if (auto done = rekeyWaybill(m_db, waybill.id, waybill.number); !done)
                return done.error();
        }
        return !stored || stored->waybill != waybill;
    });
}

Result<Nothing> WaybillRepository::setTimeline(const WaybillId& id, const QList<TimelineEvent>& events)
{
    QJsonArray lines;
    for (const TimelineEvent& event : events)
        lines << timelineJson(event);
    const auto done =
        m_db.exec("UPDATE waybill_raw SET timeline = ? WHERE rowid = (SELECT rowid FROM waybill WHERE id = ?)",
                  {compact(lines), bind(id.value)});
    return done ? Result<Nothing>(Nothing{}) : Result<Nothing>(done.error());
}

Result<bool> WaybillRepository::remove(const WaybillId& id)
{
    return transact(m_db, [&]() -> Result<bool> {
        const auto was = before(m_db, id);
        if (!was)
            return false;
        if (auto done = tally(m_db, was->rank, was->carrier, was->origin, was->destination, -1); !done)
            return done.error();
        if (auto done = SearchIndex(m_db, u"waybill"_s).changed(was->rowid, was->searchText, std::nullopt); !done)
            return done.error();
        if (auto done = m_db.exec("DELETE FROM waybill_raw WHERE rowid = ?", {was->rowid}); !done)
            return done.error();
        if (auto done = m_db.exec("DELETE FROM waybill WHERE rowid = ?", {was->rowid}); !done)
            return done.error();
        if (auto done = rekeyWaybill(m_db, id, {}); !done)
            return done.error();
        if (auto done = m_db.exec("UPDATE delivery SET waybill_id = NULL WHERE waybill_id = ?", {bind(id.value)});
            !done)
            return done.error();
        return true;
    });
}

std::optional<QString> WaybillRepository::raw(const WaybillId& id) const
{
    Rows rows =
        m_db.run("SELECT r.raw FROM waybill w JOIN waybill_raw r USING (rowid) WHERE w.id = ?", {bind(id.value)});
    return rows.next() ? std::optional(rows.text(0)) : std::nullopt;
}

std::optional<StoredWaybill> WaybillRepository::find(const WaybillId& id) const
{
    Rows rows = m_db.run(selectWaybill() + u"WHERE w.id = ?"_s, {bind(id.value)});
    return rows.next() ? std::optional(readWaybill(rows)) : std::nullopt;
}

QList<WaybillId> WaybillRepository::notHeardSince(Instant since, int most) const
{
    QList<WaybillId> out;
    Rows rows = m_db.run("SELECT id FROM waybill WHERE fetched_at < ? LIMIT ?", {bind(since), most});
    while (rows.next())
        out << WaybillId{rows.text(0)};
    return out;
}

qint64 WaybillRepository::count() const
{
    return m_db.number(u"SELECT coalesce(sum(n), 0) FROM tally"_s).value_or(0);
}

} // namespace waydesk::store

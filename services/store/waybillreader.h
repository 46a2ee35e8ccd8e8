// SPDX-License-Identifier: GPL-3.0-or-later
// Waybills for windows of rows, counts and single looks. GUI thread, read-only.
#pragma once

#include "services/store/waybillcolumns.h"
#include "services/store/waybillwalk.h"

#include <span>

namespace waydesk::store {

class WaybillReader
{
public:
    explicit WaybillReader(Database& db)
        : m_db(db)
    {
    }

    std::unique_ptr<WaybillWalk> walk(const WaybillQuery& query, const WaybillOrder& order) const;
    // By status, the query's own status left aside. To the end; a UI walks it in steps instead.
    WaybillCounts counts(const WaybillQuery& query) const;
    std::unique_ptr<CountWalk> counting(const WaybillQuery& query) const;
    qint64 count(const WaybillQuery& query) const;
    // Rows from..from+most of the order, reached from the nearer end.
    QList<qint64> slice(const WaybillQuery& query, const WaybillOrder& order, qint64 from, int most) const;

    QList<StoredWaybill> rows(std::span<const qint64> rowids) const; // those that still exist, once, in the same order
    std::optional<StoredWaybill> find(const WaybillId& id) const;
    std::optional<StoredWaybill> findByNumber(const QString& number) const;
    std::optional<qint64> rowidOf(const WaybillId& id) const;
    bool matches(qint64 rowid, const WaybillQuery& query) const;
    // Where `rowid` belongs in `sorted` (which does not hold it), by binary search over the rows' present keys.
    qsizetype positionIn(std::span<const qint64> sorted, qint64 rowid, const WaybillOrder& order) const;
    QList<TimelineEvent> timeline(const WaybillId& id) const;
    QList<StoredWaybill> search(const QString& text, int most) const; // newest first

private:
    Database& m_db;
};

} // namespace waydesk::store

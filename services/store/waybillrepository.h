// SPDX-License-Identifier: GPL-3.0-or-later
// The waybills that the server told us of. Engine thread. Every write keeps counts and search in step; a caller who
// writes several rows joins them with Store::transaction().
#pragma once

#include "services/store/waybillcolumns.h"

namespace waydesk::store {

class WaybillRepository
{
public:
    explicit WaybillRepository(Database& db)
        : m_db(db)
    {
    }

    // `raw`: the row's JSON as it came, kept beside what we understood. Answers whether anything but the time of
    // hearing changed.
    Result<bool> upsert(const Waybill& waybill, const QString& raw, Instant fetchedAt);
    Result<Nothing> setTimeline(const WaybillId& id, const QList<TimelineEvent>& events);
    Result<bool> remove(const WaybillId& id); // its deliveries become free; false: was not there
    std::optional<StoredWaybill> find(const WaybillId& id) const;
    std::optional<QString> raw(const WaybillId& id) const;          // what a partial answer is laid over
    QList<WaybillId> notHeardSince(Instant before, int most) const; // candidates to ask for again
    qint64 count() const;

private:
    Database& m_db;
};

// n of `status, carrier, origin, destination` up or down by one.
Result<Nothing> tally(Database& db, int rank, const QString& carrier, const QString& origin, const QString& destination,
                      qint64 by);

} // namespace waydesk::store

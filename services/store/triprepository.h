// SPDX-License-Identifier: GPL-3.0-or-later
// The trips that the server told us of, and the plans that their details told. Engine thread.
#pragma once

#include "services/store/triprows.h"

namespace waydesk::store {

class TripRepository
{
public:
    explicit TripRepository(Database& db)
        : m_db(db)
    {
    }

    // `raw`: the row's JSON as it came. Answers whether anything but the time of hearing changed.
    Result<bool> upsert(const Trip& trip, const QString& raw, Instant fetchedAt);
    Result<bool> setPlan(const TripId& id, const TripPlan& plan, Instant fetchedAt); // true: it differs
    Result<bool> remove(const TripId& id);                                           // false: was not there
    std::optional<StoredTrip> find(const TripId& id) const;
    std::optional<TripPlan> plan(const TripId& id) const; // nullopt: no detail was heard yet
    std::optional<QString> raw(const TripId& id) const;   // what a partial answer is laid over
    qint64 count() const;

private:
    Database& m_db;
};

std::optional<TripPlan> readPlan(Database& db, const TripId& id);

} // namespace waydesk::store

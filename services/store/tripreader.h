// SPDX-License-Identifier: GPL-3.0-or-later
// Trips by status and text, newest first, and what is in one. GUI thread, read-only, bounded.
#pragma once

#include "services/store/deliverycolumns.h"
#include "services/store/triprows.h"

namespace waydesk::store {

struct TripCount
{
    QString status; // the server's word
    qint64 count = 0;
    bool operator==(const TripCount&) const = default;
};

class TripReader
{
public:
    explicit TripReader(Database& db)
        : m_db(db)
    {
    }

    // Every word of `text` must be found in number, notes, driver or van.
    QList<StoredTrip> newest(const std::optional<TripStatus>& status, const QString& text, int most) const;
    QList<TripCount> counts(const QString& text) const;
    std::optional<StoredTrip> find(const TripId& id) const;
    std::optional<TripPlan> plan(const TripId& id) const;     // nullopt: no detail was heard yet
    QList<StoredDelivery> deliveries(const TripId& id) const; // by their place; those heard of
    std::optional<TripId> tripOf(const DeliveryId& id) const; // the newest plan that names it

private:
    Database& m_db;
};

} // namespace waydesk::store

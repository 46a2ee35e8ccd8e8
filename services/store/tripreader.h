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

struct TripProgress
{
    TripId trip;
    QString number;
    DriverId driver;
    int parcels = 0, done = 0; // done: nothing more is to be done about them on this trip
    bool operator==(const TripProgress&) const = default;
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
    // Of every driver the newest trip that is under way, with how many of its parcels are done with.
    QList<TripProgress> underWay() const;
    std::optional<TripId> tripOf(const DeliveryId& id) const; // the newest plan that names it
    // Trips that are under way, whoever drives them, then those planned since, newest first; `most` in all.
    QList<TripId> toWatch(Instant plannedSince, int most) const;
    // Return requests that wait for a decision, the longest first, as trips' plans tell them.
    QList<WaitingReturn> waitingReturns(int most) const;

private:
    Database& m_db;
};

} // namespace waydesk::store

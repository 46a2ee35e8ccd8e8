// SPDX-License-Identifier: GPL-3.0-or-later
// Server truth and open commands meet, for trips as Expectation does for waybills: a refused command and those behind
// it are not expected to happen. Reads the outbox once per change, GUI thread.
#pragma once

#include "services/facade/triprow.h"
#include "services/store/reader.h"

namespace waydesk::facade {

class TripExpectation
{
public:
    explicit TripExpectation(store::Reader& reader)
        : m_reader(reader)
    {
    }

    bool refresh(); // reads the open commands anew; whether any on a trip is not what it was

    TripRow rowOf(const store::StoredTrip& stored) const;
    std::optional<TripRow> find(const TripId& id) const; // follows a local id to the server's
    QList<TripRow> localRows() const;                    // newest first
    // The parcels expected to be in it, in order, and those that are leaving, behind them.
    QList<DeliveryRow> members(const TripId& id) const;
    QList<DeliveryId> serverMembers(const TripId& id) const;
    // Whether an open command puts the parcel into some trip, or takes it out of its own.
    enum class Way { Stays, Joins, Leaves };
    Way wayOf(const DeliveryId& id) const;

private:
    void fold(TripRow& row) const;
    void nameThings(Trip& trip) const;
    std::optional<TripRow> localRow(const TripId& local) const;
    QList<store::OutboxEntry> expectedCommands(const TripId& id) const; // without a refused one and those behind it

    store::Reader& m_reader;
    QHash<TripId, QList<store::OutboxEntry>> m_open;
    QList<TripId> m_locals;           // newest first
    QHash<DeliveryId, Way> m_parcels; // those that are on their way
};

} // namespace waydesk::facade

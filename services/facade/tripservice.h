// SPDX-License-Identifier: GPL-3.0-or-later
// Trips as the models may see them: snapshots from this desk's own store (GUI thread, read-only connection), with what
// is queued, and the fact that some changed. Never waits for the network.
#pragma once

#include "services/domain/triprules.h"
#include "services/facade/tripexpectation.h"

#include <QObject>
#include <QTimer>

namespace waydesk::store {
class Reader;
}
namespace waydesk::sync {
class Engine;
}

namespace waydesk::facade {

class TripService : public QObject
{
    Q_OBJECT

public:
    TripService(store::Reader& reader, sync::Engine& engine, QObject* parent = nullptr);

    // Those that only the outbox knows, then newest first. Every word of `text` must be found in number, notes, driver
    // or van. Status and text are the server's, of what it knows.
    QList<TripRow> rows(const std::optional<TripStatus>& status, const QString& text, int most) const;
    TripCounts counts(const QString& text) const;
    std::optional<TripDetail> detail(const TripId& id) const; // follows a local id to the server's
    std::optional<TripRow> find(const TripId& id) const;      // likewise
    std::optional<TripId> idOf(const QString& number) const;  // case does not matter
    QString numberOf(const TripId& id) const;                 // empty for one that only the outbox knows
    TripId currentId(const TripId& id) const;
    // Parcels that may join a trip: by the rule, as far as this desk knows them, and with what is queued: those that an
    // open command puts into a trip are not among them, those that one takes out are. Newest first.
    QList<DeliveryRow> eligible(const QString& text, int most) const;
    // Why a parcel may not join the trip; None: it may. It need not be listed by eligible().
    TripRefusal canJoin(const Delivery& delivery, const TripId& trip) const;
    std::optional<TripId> tripOf(const DeliveryId& id) const; // the newest whose plan this desk knows
    // What may be late: see store::TripReader.
    QList<TripId> toWatch(Instant plannedSince, int most) const;
    QList<WaitingReturn> waitingReturns() const; // the longest first

    // Asks the server for the trip with its parcels and stops; the answer comes as changed().
    void wantDetail(const TripId& id);
    void refresh();

Q_SIGNALS:
    void changed();           // some trips; several changes are told together
    void deliveriesChanged(); // some parcels, likewise
    void renamed(const waydesk::TripId& local, const waydesk::TripId& server);

private:
    void flush();
    QList<TripRow> localRows(const QString& text) const;

    store::Reader& m_reader;
    sync::Engine& m_engine;
    TripExpectation m_expectation;
    QTimer m_soon;
    bool m_trips = false, m_deliveries = false;
};

} // namespace waydesk::facade

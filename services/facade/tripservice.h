// SPDX-License-Identifier: GPL-3.0-or-later
// Trips as the models may see them: snapshots from this desk's own store (GUI thread, read-only connection) and the
// fact that some changed. Never waits for the network.
#pragma once

#include "services/domain/tripplan.h"
#include "services/facade/rows.h"

#include <QObject>
#include <QTimer>

namespace waydesk::store {
class Reader;
}
namespace waydesk::sync {
class Engine;
}

namespace waydesk::facade {

struct TripRow
{
    Trip trip;
    Instant fetchedAt{}; // when this desk heard it from the server
    bool operator==(const TripRow&) const = default;
};

struct TripCounts
{
    qint64 all = 0;
    std::array<qint64, kTripStatuses.size()> byStatus{}; // trips of a status we do not know are in `all` only
    bool operator==(const TripCounts&) const = default;
};

struct TripDetail
{
    TripRow row;
    std::optional<TripPlan> plan;  // nullopt: this desk has not heard it yet
    QList<DeliveryRow> deliveries; // by their place in the trip
    bool operator==(const TripDetail&) const = default;
};

class TripService : public QObject
{
    Q_OBJECT

public:
    TripService(store::Reader& reader, sync::Engine& engine, QObject* parent = nullptr);

    // Newest first. Every word of `text` must be found in number, notes, driver or van.
    QList<TripRow> rows(const std::optional<TripStatus>& status, const QString& text, int most) const;
    TripCounts counts(const QString& text) const;
    std::optional<TripDetail> detail(const TripId& id) const;
    std::optional<TripId> tripOf(const DeliveryId& id) const; // the newest whose plan this desk knows

    // Asks the server for the trip with its parcels and stops; the answer comes as changed().
    void wantDetail(const TripId& id);
    void refresh();

Q_SIGNALS:
    void changed();           // some trips; several changes are told together
    void deliveriesChanged(); // some parcels, likewise

private:
    void flush();

    store::Reader& m_reader;
    sync::Engine& m_engine;
    QTimer m_soon;
    bool m_trips = false, m_deliveries = false;
};

} // namespace waydesk::facade

// SPDX-License-Identifier: GPL-3.0-or-later
// Drivers as the map and the alarms may see them: where each was seen last, and the trip that it is on. Snapshots of
// this desk's own store and of what came since (GUI thread); never waits for the network. Only servers that tell
// positions have any.
#pragma once

#include "services/domain/place.h"
#include "services/domain/position.h"
#include "services/domain/result.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace waydesk::store {
class Reader;
}
namespace waydesk::sync {
class Engine;
}

namespace waydesk::facade {

struct DriverRow
{
    DriverRef driver;                 // a driver whom only a position names has its id alone
    std::optional<Position> position; // nullopt: never seen
    std::optional<TripId> trip;       // the newest of theirs that is under way
    QString tripNumber;
    int parcels = 0, parcelsDone = 0; // of the trip
    bool operator==(const DriverRow&) const = default;
};

class DriverService : public QObject
{
    Q_OBJECT

public:
    DriverService(store::Reader& reader, sync::Engine& engine, QObject* parent = nullptr);

    const QList<DriverRow>& rows() const { return m_rows; } // by name
    std::optional<DriverRow> find(const DriverId& id) const;

    // As long as somebody watches, positions are at most a second old when they come. Counted: each true wants a false.
    void watch(bool watched);

    // Where the driver was, or all of them when it is empty: from <= at < to, at most 48 hours. Answered by one of
    // trackTold() and trackFailed(), unless another question follows first.
    quint64 askTrack(const DriverId& driver, Instant from, Instant to);

Q_SIGNALS:
    // Several changes are told together. Empty: many, or who is among the rows.
    void changed(const QList<waydesk::DriverId>& drivers);
    void trackTold(quint64 ticket, const QList<waydesk::Position>& rows, bool isWhole);
    void trackFailed(quint64 ticket, const waydesk::Error& error);

private:
    void readAll();
    bool readTrips(); // whether any changed
    void take(const QList<Position>& rows);
    void flush();
    void soon();

    store::Reader& m_reader;
    sync::Engine& m_engine;
    QList<DriverRow> m_rows;
    QHash<DriverId, qsizetype> m_places; // in m_rows
    QSet<DriverId> m_moved;
    QTimer m_soon;
    bool m_driversDue = false, m_tripsDue = false;
    int m_watchers = 0;
    quint64 m_lastTicket = 0;
};

} // namespace waydesk::facade

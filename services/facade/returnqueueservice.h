// SPDX-License-Identifier: GPL-3.0-or-later
// Return requests as the models may see them: snapshots from this desk's own store (GUI thread, read-only connection),
// with what is queued, and the fact that some changed. Never waits for the network.
#pragma once

#include "services/facade/queueexpectation.h"

#include <QObject>
#include <QTimer>

namespace waydesk::sync {
class Engine;
}

namespace waydesk::facade {

class ReturnQueueService : public QObject
{
    Q_OBJECT

public:
    ReturnQueueService(store::Reader& reader, sync::Engine& engine, QObject* parent = nullptr);

    // Those that only the outbox knows, then newest first. Every word of `text` must be found. Status and text are the
    // server's, of what it knows.
    QList<ReturnItem> rows(const std::optional<ReturnRequestStatus>& status, const QString& text, int most) const;
    ReturnCounts counts(const QString& text) const;
    std::optional<ReturnItem> find(const ReturnRequestId& id) const;
    QList<ReturnItem> ofTrip(const TripId& trip) const; // asked for its parcels, newest first
    const QueueSupport& support() const { return m_support; }
    void refresh(); // asks the server

Q_SIGNALS:
    void changed(); // some of it; several changes are told together

private:
    QList<ReturnItem> locals(const QString& text) const;
    void note();

    store::Reader& m_reader;
    sync::Engine& m_engine;
    QueueExpectation m_expectation;
    QueueSupport m_support;
    QTimer m_soon;
};

} // namespace waydesk::facade

// SPDX-License-Identifier: GPL-3.0-or-later
// The queues of returns and of exceptions: read whole with every connection, then row by row as the change feed names
// them; without a feed read whole again and again. A server without these calls is asked once. Engine thread.
#pragma once

#include "services/backends/backend.h"
#include "services/sync/ingest.h"
#include "services/sync/wakeups.h"

#include <QSet>

namespace waydesk::sync {

class Queues
{
public:
    Queues(backends::Backend& backend, Ingest& ingest, Wakeups& wakeups, EngineListener& listener);

    void resume(bool hasFeed); // online, signed in, and how changes are heard is known
    void pause();
    void refresh(); // a person asks: read whole, now
    // Rows of "return" and "exception" that the feed named in a batch heard at `heardAt`, its parcels read already.
    void changed(const QList<wire::Change>& changes, Instant heardAt);

    std::optional<bool> isThere() const { return m_isThere; } // whether the server has them; nullopt: not found out yet
    std::optional<Instant> asOf() const { return m_asOf; }    // when they were whole last

private:
    void readWhole();
    void askReturns(const QString& cursor);
    void askCases(const QString& cursor);
    void askColleagues();
    void whole();
    void failed(const Error& error);
    void again(std::chrono::milliseconds in);
    void serve();
    template<class AnyId>
    std::optional<DeliveryId> takeKnown(QSet<AnyId>& wanted);
    void askParcel(const DeliveryId& parcel);

    backends::Backend& m_backend;
    Ingest& m_ingest;
    Wakeups& m_wakeups;
    EngineListener& m_listener;
    EngineBound m_bound;
    bool m_active = false, m_hasFeed = false, m_isReading = false, m_wantsWhole = false;
    std::optional<bool> m_isThere;
    std::optional<Instant> m_asOf;
    Instant m_startedAt{};
    QSet<ReturnRequestId> m_returns; // named by the feed, not read yet
    QSet<ExceptionId> m_cases;
    net::Call m_call;
    Wakeups::Handle m_next;
};

} // namespace waydesk::sync

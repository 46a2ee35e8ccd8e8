// SPDX-License-Identifier: GPL-3.0-or-later
// Trips beside the feed: every page once (interrupted, it goes on where it stood), the first page again and another in
// turn where there is no feed to tell of changes, and whole trips as a person looks at them. Engine thread.
#pragma once

#include "services/backends/backend.h"
#include "services/sync/ingest.h"
#include "services/sync/wakeups.h"

namespace waydesk::sync {

class Trips
{
public:
    Trips(backends::Backend& backend, Ingest& ingest, Wakeups& wakeups, EngineListener& listener);

    void resume(bool hasFeed); // online, signed in, and how changes are heard is known
    void pause();
    void refresh();              // a person asks: look now
    bool isRead() const;         // every page has been read, now or on an earlier day
    void want(const TripId& id); // its parcels and stops; kept while offline

private:
    void step();
    void askPage(int page);
    void gotPage(int page, Result<wire::TripPage> answer);
    void again(std::chrono::milliseconds in);
    void askDetail();
    void gotDetail(const TripId& id, Result<wire::TripAnswer> answer);

    backends::Backend& m_backend;
    Ingest& m_ingest;
    Wakeups& m_wakeups;
    EngineListener& m_listener;
    EngineBound m_bound;
    bool m_active = false, m_hasFeed = false;
    net::Call m_call, m_detailCall;
    Wakeups::Handle m_next;
    QList<TripId> m_wanted; // the last asked for comes first
    int m_turn = 1, m_pages = 1;
};

} // namespace waydesk::sync

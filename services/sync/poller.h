// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the store in step with the server. With a change feed: takes its cursor, loads everything once, then waits on
// the feed and reads what moved; the cursor advances only after the facts are on disk. Without one: windows of pages,
// with the statuses matrix telling which tabs moved. Engine thread.
#pragma once

#include "services/sync/firstsync.h"
#include "services/sync/wakeups.h"

#include <QSet>

namespace waydesk::sync {

class Poller
{
public:
    enum class Feed { Unknown, Changes, Polling };

    Poller(backends::Backend& backend, Ingest& ingest, Wakeups& wakeups, EngineListener& listener);

    void resume();  // online and signed in
    void pause();   // offline or not signed in
    void refresh(); // a person asks: look now

    Feed feed() const { return m_feed; }
    // Asked for its feed, the server answered neither yes nor no (5xx): whether it honours keys is not known either.
    bool isFeedInDoubt() const { return m_feed == Feed::Unknown && m_isInDoubt; }
    bool isFirstSyncRunning() const { return m_first.isRunning() && !m_isLookupReload; }
    qint64 syncedRows() const { return m_first.rows(); }
    std::optional<qint64> syncTotal() const { return m_first.total(); }
    std::optional<Instant> lastSynced() const { return m_lastSynced; }
    // Told of the rows of the queues that a batch names, after its parcels have been read.
    using TellQueues = std::function<void(const QList<wire::Change>& changes, Instant heardAt)>;
    void tellQueues(TellQueues tell) { m_tellQueues = std::move(tell); }

private:
    void findFeed();
    void load();
    void loaded(const std::optional<Error>& error);
    void follow();
    void heardChanges(Result<wire::Changes> answer);
    void readNext();
    void readWaybill(const WaybillId& id);
    void readDelivery(const DeliveryId& id);
    void readTrip(const TripId& id);
    void readEnded(const QString& what, const std::optional<Error>& error);
    void batchDone();
    void tick();
    void gotWindow(const backends::WaybillPageQuery& query, Result<wire::WaybillPage> answer);
    void nextWindow();
    void inStep();
    void again(std::chrono::milliseconds in, std::function<void()> what);
    void startOver();
    bool wentWrong(const Error& error); // true: wait for the link

    backends::Backend& m_backend;
    Ingest& m_ingest;
    Wakeups& m_wakeups;
    EngineListener& m_listener;
    EngineBound m_bound;
    FirstSync m_first;
    bool m_active = false;
    bool m_isLookupReload = false;
    bool m_isInDoubt = false;
    Feed m_feed = Feed::Unknown;
    std::optional<Instant> m_lastSynced;
    net::Call m_call;
    Wakeups::Handle m_next;

    // one batch of the feed
    QString m_batchCursor;
    QList<wire::Change> m_batch;
    QHash<QString, std::shared_ptr<net::Call>> m_reading;
    bool m_lookupsMoved = false, m_batchFailed = false;
    QList<wire::Change> m_queueChanges;
    Instant m_heardAt{};
    TellQueues m_tellQueues;

    // polling
    net::Call m_window;
    QList<wire::StatusCount> m_matrix;
    QList<backends::WaybillPageQuery> m_windows;
    int m_rotation = 2;
};

} // namespace waydesk::sync

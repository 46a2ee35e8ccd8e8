// SPDX-License-Identifier: GPL-3.0-or-later
// Sends what waits in the outbox: commands on one thing in order, different ones side by side, a few at a time; only
// the signed-in person's own. What an attempt came to is judged by judge(); an unknown outcome is repeated under its
// key or looked into first. The answer is ingested before its command is confirmed. Engine thread.
#pragma once

#include "services/backends/backend.h"
#include "services/sync/details.h"
#include "services/sync/judge.h"
#include "services/sync/probe.h"
#include "services/sync/tripprobe.h"
#include "services/sync/trips.h"
#include "services/sync/wakeups.h"

#include <QSet>

namespace waydesk::sync {

class Pump
{
public:
    // `jitter`: 0 to 1, asked for once per failure.
    Pump(backends::Backend& backend, store::Store& store, Ingest& ingest, Details& details, Trips& trips,
         const Clock& clock, Wakeups& wakeups, std::function<double()> jitter, EngineListener& listener);

    // Online, signed in as `author`, and known whether the server honours keys.
    void resume(const UserId& author, bool honoursKeys);
    void pause(); // nothing new goes out; what is on its way is waited for
    void work();  // something may be due

    // Rows that were being sent when the program ended: perhaps done.
    static void takeUpAfterRestart(store::Store& store, const Clock& clock, EngineListener& listener);

private:
    struct Sending
    {
        store::OutboxEntry entry;
        net::Call call;
        std::shared_ptr<void> probe;
    };

    void begin(const store::OutboxEntry& entry);
    void transmit(const store::OutboxEntry& entry);
    void lookFirst(const store::OutboxEntry& entry);
    void answered(qint64 seq, Result<backends::CommandAnswer> answer);
    void probed(qint64 seq, Result<ProbeResult> result);
    void settle(qint64 seq, const std::optional<Error>& error);
    void confirm(const store::OutboxEntry& entry, const backends::CommandAnswer& answer);
    bool ingest(const store::OutboxEntry& entry, const backends::CommandAnswer& answer);
    void readAgain(const Command& command, Details::Why why);
    void done(qint64 seq, const Result<Nothing>& moved, bool finished);
    void takeUpStranded();
    void wakeWhenDue(Instant lookedAt);

    backends::Backend& m_backend;
    store::Store& m_store;
    Ingest& m_ingest;
    Details& m_details;
    Trips& m_trips;
    const Clock& m_clock;
    Wakeups& m_wakeups;
    const std::function<double()> m_jitter;
    EngineListener& m_listener;
    EngineBound m_bound;
    bool m_active = false, m_honoursKeys = true, m_working = false;
    UserId m_author;
    QHash<qint64, std::shared_ptr<Sending>> m_sending;
    QSet<qint64> m_stranded; // our disk refused to note what became of them: still "sending" there
    Wakeups::Handle m_next, m_rescue;
};

} // namespace waydesk::sync

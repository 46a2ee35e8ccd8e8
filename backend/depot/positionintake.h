// SPDX-License-Identifier: GPL-3.0-or-later
// The door for what trackers report and for what is reported in one piece. Many requests' reports are committed
// together (storage/groupcommit), and each is answered when its own is on the disk. What is refused is counted, even
// where the answer is a 4xx. Those who wait for changes are told of many reports together. Thread-safe.
#pragma once

#include "backend/depot/positions.h"
#include "backend/http/changewaiters.h"
#include "backend/storage/groupcommit.h"

namespace waydesk::backend {

struct TenantReport
{
    TenantId tenant; // its driver has been seen to be of this tenant
    PositionReport report;
};

class PositionIntake
{
public:
    PositionIntake(Database& database, ChangeWaiters& waiters, const Clock& clock)
        : m_database(database)
        , m_waiters(waiters)
        , m_clock(clock)
        , m_commits(database)
    {
    }

    Instant now() const { return m_clock.now(); }
    GroupCommit& commits() { return m_commits; }
    ChangeWaiters& waiters() { return m_waiters; }

    // What a tracker says; whose it is, is looked up with the rest. nullopt: no driver has this device. `told` is
    // called once, on another thread; false: too much is waiting, and it is not called.
    using Told = std::function<void(const Result<std::optional<PositionVerdict>>&)>;
    bool submit(const QString& device, Position position, Told told);

    // All in one transaction of their own, at once and in this order, each judged against the ones before it. A failure
    // keeps none.
    Result<QList<PositionVerdict>> takeAll(std::span<const TenantReport> reports);

private:
    Database& m_database;
    ChangeWaiters& m_waiters;
    const Clock& m_clock;
    GroupCommit m_commits; // the last member: what still waits is done with the others
};

} // namespace waydesk::backend

// SPDX-License-Identifier: GPL-3.0-or-later
// The one door for reported positions, whichever call brought them. Takes write turns of its own, because what it
// refuses is counted even where the answer is a 4xx. Those who wait for changes are told of many reports together.
// Thread-safe.
#pragma once

#include "backend/depot/positions.h"
#include "backend/http/changewaiters.h"
#include "backend/storage/database.h"

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
    {
    }

    Instant now() const { return m_clock.now(); }
    Result<PositionVerdict> take(const TenantReport& report);
    // All in one transaction, in this order, each judged against the ones before it. A failure keeps none.
    Result<QList<PositionVerdict>> takeAll(std::span<const TenantReport> reports);

private:
    Database& m_database;
    ChangeWaiters& m_waiters;
    const Clock& m_clock;
};

} // namespace waydesk::backend

// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/positionintake.h"

namespace waydesk::backend {

Result<PositionVerdict> PositionIntake::take(const TenantReport& report)
{
    const Result<QList<PositionVerdict>> verdicts = takeAll(std::span(&report, 1));
    if (!verdicts)
        return verdicts.error();
    return verdicts->first();
}

Result<QList<PositionVerdict>> PositionIntake::takeAll(std::span<const TenantReport> reports)
{
    QList<PositionVerdict> verdicts;
    QSet<TenantId> moved;
    {
        WriteTurn turn(m_database);
        Connection& db = turn.db();
        db.beginWrite();
        const Instant now = m_clock.now();
        for (const TenantReport& one : reports) {
            verdicts.append(recordPosition(db, one.tenant, one.report, now));
            if (verdicts.last() == PositionVerdict::Accepted)
                moved.insert(one.tenant);
        }
        if (const Result<Nothing> done = db.commit(); !done)
            return done.error();
    }
    for (const TenantId& tenant : moved)
        m_waiters.tellSoon(tenant);
    return verdicts;
}

} // namespace waydesk::backend

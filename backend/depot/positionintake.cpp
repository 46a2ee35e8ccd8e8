// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/positionintake.h"

#include "backend/depot/devices.h"

namespace waydesk::backend {

bool PositionIntake::submit(const QString& device, Position position, Told told)
{
    struct Work
    {
        QString device;
        TenantReport one;
        std::optional<PositionVerdict> verdict;
    };
    const auto work = std::make_shared<Work>();
    work->device = device;
    work->one.report.position = std::move(position);
    const auto apply = [this, work](Connection& db) {
        work->verdict.reset();
        const auto bound = driverOfDevice(db, work->device);
        if (!bound)
            return;
        work->one.tenant = bound->tenant;
        work->one.report.position.driver = bound->driver;
        work->verdict = recordPosition(db, bound->tenant, work->one.report, m_clock.now());
    };
    const auto done = [this, work, told = std::move(told)](const Result<Nothing>& committed) {
        if (!committed)
            return told(committed.error());
        if (work->verdict == PositionVerdict::Accepted)
            m_waiters.tellSoon(work->one.tenant);
        told(work->verdict);
    };
    return m_commits.add({apply, done});
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/assured/webhookintake.h"

#include "backend/http/log.h"
#include "services/wire/assured/driverlocation.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend::assured {

namespace {

constexpr int kRound = 256;           // judged in one transaction: others want to write too
constexpr qint64 kPruneAfter = 1'000; // a flood must not wait for the hour of pruning
constexpr qint64 kMostWaitingBytes = qint64{64} << 20;

// Several tenants and no name: whose drivers are meant cannot be known, so it knows none.
TenantId tenantOf(const Source& source, Connection& db)
{
    const auto rows = source.tenant.isEmpty() ? db.run("SELECT id FROM tenant LIMIT 2", {})
                                              : db.run("SELECT id FROM tenant WHERE name = ? LIMIT 2", {source.tenant});
    if (!rows->next())
        return {};
    TenantId tenant{rows->text(0)};
    return rows->next() ? TenantId{} : tenant;
}

WebhookSource sourceIn(const Source& source, Connection& db)
{
    return {.tenant = tenantOf(source, db), .name = kDriverLocation};
}

QString wordsOf(const Error& error)
{
    QStringList lines;
    for (const FieldError& fault : error.fields)
        lines.append(fault.field + u": "_s + fault.message);
    return lines.join(u"; "_s);
}

struct Judged
{
    WebhookOutcome outcome = WebhookOutcome::Failed;
    QString fault;
    bool moved = false;
};

Judged judge(Connection& db, const StoredWebhook& hook)
{
    if (isKnownWebhook(db, hook))
        return {.outcome = WebhookOutcome::Duplicate};
    const auto told = wire::assured::decodeDriverLocation(hook.body);
    if (!told)
        return {.fault = wordsOf(told.error())};
    const TenantId& tenant = hook.source.tenant;
    if (tenant.value.isEmpty())
        return {.fault = u"tenant_not_known"_s};
    if (!isDriverOf(db, tenant, told->position.driver))
        return {.fault = u"driver_not_found"_s};
    // Judged by the time of its receipt: one that waited for a restart must not look older or likelier for that.
    const PositionVerdict verdict =
        recordPosition(db, tenant, {told->position, std::optional(told->order)}, hook.receivedAt);
    if (verdict == PositionVerdict::Accepted)
        return {.outcome = WebhookOutcome::Processed, .moved = true};
    if (verdict == PositionVerdict::Duplicate)
        return {.outcome = WebhookOutcome::Duplicate};
    return {.outcome = isImpossible(verdict) ? WebhookOutcome::Failed : WebhookOutcome::Processed,
            .fault = word(verdict)};
}

} // namespace

struct WebhookIntake::Round
{
    QSet<TenantId> moved;
    qsizetype settled = 0;
};

WebhookIntake::WebhookIntake(Database& database, ChangeWaiters& waiters, const Clock& clock, Source source)
    : m_waiters(waiters)
    , m_clock(clock)
    , m_source(std::move(source))
    , m_commits(database)
{
    processSoon(); // what an earlier server has stored and not judged
}

bool WebhookIntake::take(const QByteArray& body, std::function<void(const Result<Nothing>&)> told)
{
    const qsizetype size = body.size();
    if (m_waitingBytes.fetch_add(size) + size > kMostWaitingBytes) {
        m_waitingBytes -= size;
        return false;
    }
    // A copy: the request's bytes are gone by then.
    const auto apply = [this, kept = QByteArray(body.constData(), size), at = m_clock.now()](Connection& db) {
        storeWebhook(db, sourceIn(m_source, db), kept, at);
    };
    const auto done = [this, size, told = std::move(told)](const Result<Nothing>& committed) {
        m_waitingBytes -= size;
        told(committed);
        processSoon();
    };
    if (m_commits.add({apply, done}))
        return true;
    m_waitingBytes -= size;
    return false;
}

void WebhookIntake::countRefused(const QString& why)
{
    {
        const std::lock_guard lock(m_lock);
        ++m_refused[why];
        if (std::exchange(m_counting, true))
            return; // they are being counted, and this one with them or after
    }
    writeRefused();
}

void WebhookIntake::writeRefused()
{
    const auto counted = std::make_shared<QMap<QString, qint64>>();
    const auto apply = [this, counted](Connection& db) {
        {
            const std::lock_guard lock(m_lock);
            *counted = m_refused;
        }
        const WebhookSource source = sourceIn(m_source, db);
        for (auto it = counted->cbegin(); it != counted->cend(); ++it)
            countWebhooks(db, source, it.key(), it.value(), m_clock.now());
    };
    const auto done = [this, counted](const Result<Nothing>& committed) {
        if (!committed)
            logEvent(u"webhooks_not_counted"_s, {{"why", committed.error().detail}});
        {
            const std::lock_guard lock(m_lock);
            for (auto it = counted->cbegin(); it != counted->cend(); ++it) {
                if ((m_refused[it.key()] -= it.value()) == 0)
                    m_refused.remove(it.key());
            }
            m_counting = !m_refused.isEmpty();
            if (!m_counting)
                return;
        }
        writeRefused();
    };
    if (!m_commits.add({apply, done})) { // there is a flood of others: the next one that is refused tries again
        const std::lock_guard lock(m_lock);
        m_counting = false;
    }
}

void WebhookIntake::processSoon()
{
    if (m_processing.exchange(true))
        return;
    const auto round = std::make_shared<Round>();
    const auto apply = [this, round](Connection& db) { process(db, *round); };
    const auto done = [this, round](const Result<Nothing>& committed) {
        m_processing = false;
        if (!committed) // they wait: for the next one that comes, or the next start
            return logEvent(u"webhooks_not_processed"_s, {{"why", committed.error().detail}});
        for (const TenantId& tenant : std::as_const(round->moved))
            m_waiters.tellSoon(tenant);
        if (round->settled == kRound)
            processSoon();
    };
    if (!m_commits.add({apply, done}))
        m_processing = false; // too much is waiting to be stored; whoever is stored next begins again
}

void WebhookIntake::process(Connection& db, Round& round)
{
    round = {};
    const QList<StoredWebhook> hooks = waitingWebhooks(db, kDriverLocation, kRound);
    for (const StoredWebhook& hook : hooks) {
        const Judged judged = judge(db, hook);
        settleWebhook(db, hook, judged.outcome, judged.fault, m_clock.now());
        if (judged.moved)
            round.moved.insert(hook.source.tenant);
    }
    round.settled = hooks.size();
    m_settledSincePruned += hooks.size();
    if (m_settledSincePruned >= kPruneAfter) {
        pruneSurplusWebhooks(db);
        m_settledSincePruned = 0;
    }
}

} // namespace waydesk::backend::assured

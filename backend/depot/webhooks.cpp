// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/webhooks.h"

#include "backend/depot/columns.h"

#include <QCryptographicHash>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

constexpr qint64 kPruneStep = 5'000;

QList<WebhookSource> knownSources(Connection& db)
{
    QList<WebhookSource> sources;
    const auto rows = db.run("SELECT DISTINCT tenant_id, source FROM webhook_count WHERE outcome = 'received'", {});
    while (rows->next())
        sources.append({.tenant = {rows->text(0)}, .name = rows->text(1)});
    return sources;
}

qint64 pruneByCount(Connection& db, const WebhookSource& source, qint64 kept)
{
    std::optional<qint64> firstTooMany;
    {
        const auto rows = db.run("SELECT id FROM webhook_event WHERE tenant_id = ? AND source = ?"
                                 " ORDER BY id DESC LIMIT 1 OFFSET ?",
                                 {bound(source.tenant), bound(source.name), kept});
        if (rows->next())
            firstTooMany = rows->integer(0);
    }
    if (!firstTooMany)
        return 0;
    return db.execute("DELETE FROM webhook_event WHERE id IN (SELECT id FROM webhook_event WHERE tenant_id = ?"
                      " AND source = ? AND id <= ? AND status <> 'waiting' ORDER BY id LIMIT ?)",
                      {bound(source.tenant), bound(source.name), *firstTooMany, kPruneStep});
}

} // namespace

QString word(WebhookOutcome outcome)
{
    switch (outcome) {
    case WebhookOutcome::Processed:
        return u"processed"_s;
    case WebhookOutcome::Duplicate:
        return u"duplicate"_s;
    case WebhookOutcome::Failed:
        return u"failed"_s;
    }
    Q_UNREACHABLE();
}

void storeWebhook(Connection& db, const WebhookSource& source, const QByteArray& body, Instant now)
{
    const QByteArray digest = QCryptographicHash::hash(body, QCryptographicHash::Sha256);
    db.execute("INSERT INTO webhook_event(tenant_id, source, received_at, digest, body) VALUES (?, ?, ?, ?, ?)",
               {bound(source.tenant), bound(source.name), bound(now), digest,
                body.isNull() ? QByteArray("") : body}); // a null one would be bound as NULL
    countWebhooks(db, source, u"received"_s, 1, now);
}

QList<StoredWebhook> waitingWebhooks(Connection& db, const QString& sourceName, int limit)
{
    QList<StoredWebhook> hooks;
    const auto rows = db.run("SELECT id, tenant_id, received_at, digest, body FROM webhook_event"
                             " WHERE status = 'waiting' AND source = ? ORDER BY id LIMIT ?",
                             {bound(sourceName), qint64{limit}});
    while (rows->next()) {
        ColumnReader in(*rows);
        StoredWebhook hook;
        hook.id = in.integer();
        hook.source = {.tenant = {in.text()}, .name = sourceName};
        hook.receivedAt = in.instant();
        hook.digest = rows->bytes(3);
        hook.body = rows->bytes(4);
        hooks.append(std::move(hook));
    }
    return hooks;
}

bool isKnownWebhook(Connection& db, const StoredWebhook& hook)
{
    return db
        .run("SELECT 1 FROM webhook_event WHERE tenant_id = ? AND source = ? AND digest = ? AND status = 'processed'",
             {bound(hook.source.tenant), bound(hook.source.name), hook.digest})
        ->next();
}

void settleWebhook(Connection& db, const StoredWebhook& hook, WebhookOutcome outcome, const QString& fault, Instant now)
{
    db.execute("UPDATE webhook_event SET status = ?, fault = ?, processed_at = ? WHERE id = ?",
               {word(outcome), bound(fault), bound(now), hook.id});
    countWebhooks(db, hook.source, word(outcome), 1, hook.receivedAt);
}

void countWebhooks(Connection& db, const WebhookSource& source, const QString& outcome, qint64 count, Instant now)
{
    db.execute("INSERT INTO webhook_count(day, tenant_id, source, outcome, count) VALUES (?, ?, ?, ?, ?)"
               " ON CONFLICT (day, tenant_id, source, outcome) DO UPDATE SET count = webhook_count.count +"
               " excluded.count",
               {dayOf(now), bound(source.tenant), bound(source.name), outcome, count});
}

bool pruneOldWebhooks(Connection& db, Instant now, int daysKept)
{
    const qint64 old = db.execute("DELETE FROM webhook_event WHERE id IN (SELECT id FROM webhook_event"
                                  " WHERE received_at < ? AND status <> 'waiting' ORDER BY received_at LIMIT ?)",
                                  {bound(now - std::chrono::days(daysKept)), kPruneStep});
    db.execute("DELETE FROM webhook_count WHERE day < ?", {dayOf(now) - daysKept - 1});
    return old == kPruneStep;
}

bool pruneSurplusWebhooks(Connection& db, qint64 kept)
{
    qint64 most = 0;
    for (const QList<WebhookSource> sources = knownSources(db); const WebhookSource& source : sources)
        most = std::max(most, pruneByCount(db, source, kept));
    return most == kPruneStep;
}

} // namespace waydesk::backend

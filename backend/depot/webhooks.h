// SPDX-License-Identifier: GPL-3.0-or-later
// Webhooks in the database: each body is kept as it came before anything of it is read, waits, and is settled with what
// became of it. What was received and how it ended is counted per day, also where the bodies are gone. Plain functions
// over a Connection; the writing ones expect to be inside a transaction.
#pragma once

#include "backend/storage/connection.h"
#include "services/domain/id.h"
#include "services/domain/instant.h"

#include <QList>

namespace waydesk::backend {

inline constexpr int kWebhookDaysKept = 14;
inline constexpr qint64 kWebhooksKept = 50'000; // of one tenant's source

struct WebhookSource
{
    TenantId tenant; // empty: nobody can tell
    QString name;    // "onro/driver_location"
};

struct StoredWebhook
{
    qint64 id = 0;
    WebhookSource source;
    Instant receivedAt;
    QByteArray digest, body;
};

enum class WebhookOutcome { Processed, Duplicate, Failed };
QString word(WebhookOutcome outcome);

void storeWebhook(Connection& db, const WebhookSource& source, const QByteArray& body, Instant now);
// The oldest that wait, of all tenants, in the order of their coming.
QList<StoredWebhook> waitingWebhooks(Connection& db, const QString& sourceName, int limit);
// The same body of this source has taken its effect already.
bool isKnownWebhook(Connection& db, const StoredWebhook& hook);
void settleWebhook(Connection& db, const StoredWebhook& hook, WebhookOutcome outcome, const QString& fault,
                   Instant now);
void countWebhooks(Connection& db, const WebhookSource& source, const QString& outcome, qint64 count, Instant now);

// Bounded pieces of work; true: there is more to prune. One that waits is never pruned.
bool pruneOldWebhooks(Connection& db, Instant now, int daysKept = kWebhookDaysKept);
bool pruneSurplusWebhooks(Connection& db, qint64 kept = kWebhooksKept);

} // namespace waydesk::backend

// SPDX-License-Identifier: GPL-3.0-or-later
// One row of the outbox: a command on its way, with everything that decides when and whether it may be sent again.
#pragma once

#include "services/domain/command.h"
#include "services/domain/result.h"

namespace waydesk::store {

enum class CommandState { Queued, Sending, Confirmed, Refused, Unknown, Discarded };

// What may be done when the answer did not come: send again as it is; send again with the same key; look first; never.
enum class RetryRule { Idempotent, WithKey, ProbeFirst, Never };

struct OutboxEntry
{
    qint64 seq = 0; // order of acceptance, per desk
    QString key;    // Idempotency-Key, made once (a UUID)
    Command command;
    UserId author;
    QString authorName;
    Instant createdAt{};
    std::optional<Instant> seenVersion; // updated_at of the row that the person saw
    RetryRule rule = RetryRule::WithKey;
    CommandState state = CommandState::Queued;
    int attempts = 0;
    Instant dueAt{};
    std::optional<Error> lastError;
    std::optional<Instant> finishedAt;
    bool operator==(const OutboxEntry&) const = default;
};

} // namespace waydesk::store

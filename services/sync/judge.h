// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a command after an attempt. The one place that decides retries; pure.
#pragma once

#include "services/domain/result.h"
#include "services/store/outboxentry.h"

#include <chrono>

namespace waydesk::sync {

struct Judgement
{
    enum class What {
        Confirmed,
        RetryLater, // surely not done, or safe to repeat: same key, after `after`
        Refused,    // the server understood and said no: a person decides
        ProbeFirst, // perhaps done, and repeating is not safe: look, then judge again
        Unknown,    // perhaps done, and nobody can find out: a person decides
    };
    What what = What::Confirmed;
    std::chrono::milliseconds after{0};
    bool maybeSent = false; // from now on it can no longer be taken back silently
    bool operator==(const Judgement&) const = default;
};

// `attempts` counts the one that just ended (1 for the first). `jitter` is 0 to 1, handed in so that this stays pure.
Judgement judge(store::RetryRule rule, int attempts, const std::optional<Error>& error, double jitter);

// The rule for a command on a server that does, or does not, honour the Idempotency-Key.
store::RetryRule ruleFor(const Command& command, bool honoursKeys);

// The outcome of an attempt that ended so is not known.
bool isUnknownOutcome(const Error& error);

} // namespace waydesk::sync

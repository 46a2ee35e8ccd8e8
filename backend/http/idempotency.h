// SPDX-License-Identifier: GPL-3.0-or-later
// Answers kept under an Idempotency-Key, in the transaction of the effect that they tell about. The scope of a key is
// the tenant and the user. Because the key is looked up inside the write turn, a second request with the key of one in
// flight waits for it and then reads its answer: never two effects.
#pragma once

#include "backend/http/message.h"

namespace waydesk::backend {

inline constexpr std::chrono::hours kKeysKeptFor{24 * 7};
inline constexpr qsizetype kLongestKey = 200;

bool isValidKey(const QString& key); // visible ASCII, 1 to 200

// SHA-256 of method, target and body, each with its length before it.
QByteArray fingerprint(Method method, QByteArrayView target, QByteArrayView body);

struct KeptAnswer
{
    QByteArray fingerprint;
    Response response;
};
std::optional<KeptAnswer> keptAnswer(Connection& db, const Caller& caller, const QString& key, Instant now);
void keepAnswer(Connection& db, const Caller& caller, const QString& key, const QByteArray& fingerprint,
                const Response& response, Instant now);
// A bounded piece of work inside a write transaction; true: there is more to prune.
bool pruneKeys(Connection& db, Instant now);

} // namespace waydesk::backend

// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/idempotency.h"

#include <sodium.h>

namespace waydesk::backend {

namespace {

constexpr qint64 kPruneStep = 2'000;

qint64 oldestKept(Instant now)
{
    return (now - kKeysKeptFor).time_since_epoch().count();
}

} // namespace

bool isValidKey(const QString& key)
{
    return !key.isEmpty() && key.size() <= kLongestKey &&
           std::all_of(key.cbegin(), key.cend(), [](QChar c) { return c > u' ' && c <= u'~'; });
}

QByteArray fingerprint(Method method, QByteArrayView target, QByteArrayView body)
{
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    const auto add = [&state](const void* bytes, quint64 size) {
        crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(&size), sizeof size);
        crypto_hash_sha256_update(&state, static_cast<const unsigned char*>(bytes), size);
    };
    add(&method, sizeof method);
    add(target.data(), static_cast<quint64>(target.size()));
    add(body.data(), static_cast<quint64>(body.size()));
    QByteArray hash(crypto_hash_sha256_BYTES, Qt::Uninitialized);
    crypto_hash_sha256_final(&state, reinterpret_cast<unsigned char*>(hash.data()));
    return hash;
}

std::optional<KeptAnswer> keptAnswer(Connection& db, const Caller& caller, const QString& key, Instant now)
{
    const auto rows = db.run("SELECT fingerprint, status, body FROM idempotency_key "
                             "WHERE tenant_id = ? AND user_id = ? AND key = ? AND created_at >= ?",
                             {caller.tenant.value, caller.user.value, key, oldestKept(now)});
    if (!rows->next())
        return std::nullopt;
    KeptAnswer kept{rows->bytes(0), {}};
    kept.response.status = static_cast<int>(rows->integer(1));
    kept.response.body = rows->bytes(2);
    kept.response.headers.emplaceBack("Idempotency-Replayed", "true");
    return kept;
}

void keepAnswer(Connection& db, const Caller& caller, const QString& key, const QByteArray& fingerprint,
                const Response& response, Instant now)
{
    db.execute("INSERT INTO idempotency_key(tenant_id, user_id, key, fingerprint, status, body, created_at) "
               "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, user_id, key) DO UPDATE SET "
               "fingerprint = excluded.fingerprint, status = excluded.status, body = excluded.body, "
               "created_at = excluded.created_at",
               {caller.tenant.value, caller.user.value, key, fingerprint, qint64(response.status),
                response.body.isNull() ? QByteArray("") : response.body, qint64(now.time_since_epoch().count())});
}

bool pruneKeys(Connection& db, Instant now)
{
    return db.execute("DELETE FROM idempotency_key WHERE (tenant_id, user_id, key) IN "
                      "(SELECT tenant_id, user_id, key FROM idempotency_key WHERE created_at < ? LIMIT ?)",
                      {oldestKept(now), kPruneStep}) == kPruneStep;
}

} // namespace waydesk::backend

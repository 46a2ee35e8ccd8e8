// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/schema.h"

#include <array>

namespace waydesk::backend {

std::span<const char* const> schemaSteps()
{
    static const std::array<const char*, 11> steps{accountsSchema(), depotSchema(),   tripSchema(),    positionSchema(),
                                                   mapSchema(),      importSchema(),  windowSchema(),  mediaSchema(),
                                                   caseSchema(),     webhookSchema(), mediaUseSchema()};
    return steps;
}

// Instants are integers: microseconds since 1970, UTC.
const char* accountsSchema()
{
    return R"sql(
CREATE TABLE tenant (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    time_zone TEXT NOT NULL DEFAULT 'Asia/Baghdad',
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE app_user (
    id TEXT NOT NULL PRIMARY KEY,
    tenant_id TEXT NOT NULL REFERENCES tenant(id),
    email TEXT NOT NULL UNIQUE,             -- lower case
    full_name TEXT NOT NULL,
    phone TEXT NOT NULL DEFAULT '',
    avatar_url TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL,
    password_hash TEXT NOT NULL,            -- argon2id, as libsodium writes it
    driver_id TEXT,                         -- set for role driver
    warehouse_ids TEXT NOT NULL DEFAULT '', -- separated by commas; empty: all of the tenant
    active INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX app_user_tenant ON app_user(tenant_id);

-- One sign-in. It ends with sign-out, with a new password, and when an old refresh token is shown again.
CREATE TABLE sign_in (
    id TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES app_user(id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sign_in_user ON sign_in(user_id);
CREATE INDEX sign_in_expiry ON sign_in(expires_at);

CREATE TABLE token (
    hash BLOB NOT NULL PRIMARY KEY,         -- SHA-256; the token itself is never stored
    sign_in_id TEXT NOT NULL REFERENCES sign_in(id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('access', 'refresh')),
    expires_at INTEGER NOT NULL,
    used INTEGER NOT NULL DEFAULT 0         -- a refresh token that was rotated away
) STRICT, WITHOUT ROWID;
CREATE INDEX token_sign_in ON token(sign_in_id);
CREATE INDEX token_expiry ON token(expires_at);

CREATE TABLE idempotency_key (
    tenant_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    key TEXT NOT NULL,
    fingerprint BLOB NOT NULL,              -- SHA-256 of method, path with query, body
    status INTEGER NOT NULL,
    body BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, user_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_key_age ON idempotency_key(created_at);

-- The newest row is never pruned, so seq never repeats.
CREATE TABLE change (
    seq INTEGER NOT NULL PRIMARY KEY,
    tenant_id TEXT NOT NULL,
    entity TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    op TEXT NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX change_tenant ON change(tenant_id, seq);

-- 'feed_epoch': names this file, so that a cursor of another file is noticed. 'feed_floor': the last seq pruned.
-- 'demo_seed': what the demo depot was made from.
CREATE TABLE property (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
INSERT INTO property(name, value) VALUES ('feed_epoch', lower(hex(randomblob(4)))), ('feed_floor', '0');
)sql";
}

} // namespace waydesk::backend

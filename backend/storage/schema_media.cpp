// SPDX-License-Identifier: GPL-3.0-or-later
// Step 7: pictures of proofs, by what is in them.
#include "backend/storage/schema.h"

namespace waydesk::backend {

const char* mediaSchema()
{
    return R"sql(
CREATE TABLE media (
    tenant_id TEXT NOT NULL REFERENCES tenant(id),
    id TEXT NOT NULL,                       -- SHA-256 of the bytes, in hex
    content_type TEXT NOT NULL CHECK (content_type IN ('image/png', 'image/jpeg')),
    bytes BLOB NOT NULL,
    created_by TEXT NOT NULL, created_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
) STRICT;
)sql";
}

} // namespace waydesk::backend

// SPDX-License-Identifier: GPL-3.0-or-later
// Step 11: how much room the pictures of a tenant take, kept beside them so that nobody adds up a hundred thousand.
#include "backend/storage/schema.h"

namespace waydesk::backend {

const char* mediaUseSchema()
{
    return R"sql(
CREATE TABLE media_use (
    tenant_id TEXT NOT NULL PRIMARY KEY REFERENCES tenant(id),
    bytes INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO media_use(tenant_id, bytes) SELECT tenant_id, sum(length(bytes)) FROM media GROUP BY tenant_id;
)sql";
}

} // namespace waydesk::backend

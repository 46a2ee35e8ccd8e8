// SPDX-License-Identifier: GPL-3.0-or-later
// Step 10: webhooks as they came. The table of step 5 was never written to; this one knows whose a webhook is and what
// is in it.
#include "backend/storage/schema.h"

namespace waydesk::backend {

const char* webhookSchema()
{
    return R"sql(
DROP TABLE webhook_event;
CREATE TABLE webhook_event (
    id INTEGER NOT NULL PRIMARY KEY,        -- in the order of their coming
    tenant_id TEXT NOT NULL,                -- empty: nobody could tell whose it is
    source TEXT NOT NULL,                   -- 'onro/driver_location'
    received_at INTEGER NOT NULL,
    digest BLOB NOT NULL,                   -- SHA-256 of the body
    body BLOB NOT NULL,
    status TEXT NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'processed', 'duplicate', 'failed')),
    fault TEXT NOT NULL DEFAULT '',         -- why it changed nothing
    processed_at INTEGER
) STRICT;
CREATE INDEX webhook_event_waiting ON webhook_event(source, id) WHERE status = 'waiting';
CREATE INDEX webhook_event_known ON webhook_event(tenant_id, source, digest) WHERE status = 'processed';
CREATE INDEX webhook_event_of ON webhook_event(tenant_id, source, id);
CREATE INDEX webhook_event_age ON webhook_event(received_at);

CREATE TABLE webhook_count (
    day INTEGER NOT NULL,                   -- of its receipt, counted from 1970, UTC
    tenant_id TEXT NOT NULL,
    source TEXT NOT NULL,
    outcome TEXT NOT NULL,                  -- 'received', 'unsigned', 'too_large', or a status of the above
    count INTEGER NOT NULL,
    PRIMARY KEY (day, tenant_id, source, outcome)
) STRICT, WITHOUT ROWID;
)sql";
}

} // namespace waydesk::backend

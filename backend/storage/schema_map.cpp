// SPDX-License-Identifier: GPL-3.0-or-later
// Step 5: what the map asks, webhooks as they came, and how much cash a driver may have on board.
#include "backend/storage/schema.h"

namespace waydesk::backend {

const char* mapSchema()
{
    return R"sql(
CREATE INDEX driver_last_position_seq ON driver_last_position(tenant_id, change_seq);

ALTER TABLE driver ADD COLUMN cod_limit INTEGER; -- minor units; NULL: none is set

-- Every webhook whose signature is good, before anything else is done with it. Pruned by age.
CREATE TABLE webhook_event (
    id INTEGER NOT NULL PRIMARY KEY,
    source TEXT NOT NULL,                   -- 'onro'
    kind TEXT NOT NULL,                     -- 'driver_location'
    received_at INTEGER NOT NULL,
    body BLOB NOT NULL,
    status TEXT NOT NULL DEFAULT 'new' CHECK (status IN ('new', 'done', 'refused')),
    reason TEXT NOT NULL DEFAULT '',        -- why it changed nothing
    processed_at INTEGER
) STRICT;
CREATE INDEX webhook_event_new ON webhook_event(id) WHERE status = 'new';
CREATE INDEX webhook_event_refused ON webhook_event(id) WHERE status = 'refused';
CREATE INDEX webhook_event_age ON webhook_event(received_at);
)sql";
}

} // namespace waydesk::backend

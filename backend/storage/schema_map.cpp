// SPDX-License-Identifier: GPL-3.0-or-later
// Step 5: what the map asks, webhooks as they came, and how much cash a driver may have on board.
#include "backend/storage/schema.h"

namespace waydesk::backend {

const char* mapSchema()
{
    return R"sql(
CREATE INDEX driver_last_position_seq ON driver_last_position(tenant_id, change_seq);

ALTER TABLE driver ADD COLUMN cod_limit INTEGER; -- minor units; NULL: none is set

-- Cash is collected on trips as on waybills, and handed in.
CREATE TABLE collection_new (
    id TEXT NOT NULL PRIMARY KEY,
    tenant_id TEXT NOT NULL,
    waybill_id TEXT REFERENCES waybill(id), -- one of the two: what carried the parcel
    trip_id TEXT REFERENCES trip(id),
    delivery_id TEXT NOT NULL REFERENCES delivery(id),
    driver_id TEXT NOT NULL REFERENCES driver(id),
    stage TEXT NOT NULL CHECK (stage IN ('pickup', 'dropoff')),
    kind TEXT NOT NULL CHECK (kind IN ('fee', 'cod', 'cod_and_fee')),
    cod_amount INTEGER NOT NULL, fee_amount INTEGER NOT NULL, currency TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    handed_in_at INTEGER                    -- NULL: on board
) STRICT;
INSERT INTO collection_new (id, tenant_id, waybill_id, delivery_id, driver_id, stage, kind, cod_amount, fee_amount,
    currency, created_at)
    SELECT id, tenant_id, waybill_id, delivery_id, driver_id, stage, kind, cod_amount, fee_amount, currency, created_at
    FROM collection;
DROP TABLE collection;
ALTER TABLE collection_new RENAME TO collection;
CREATE UNIQUE INDEX collection_once ON collection(delivery_id, stage);
CREATE INDEX collection_waybill ON collection(waybill_id);
CREATE INDEX collection_driver ON collection(tenant_id, driver_id, created_at);
CREATE INDEX collection_on_board ON collection(tenant_id, driver_id) WHERE handed_in_at IS NULL;

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

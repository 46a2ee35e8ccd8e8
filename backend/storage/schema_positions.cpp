// SPDX-License-Identifier: GPL-3.0-or-later
// Step 4: positions. A `day` is counted from 1970, UTC; speeds are km/h, accuracies metres, headings degrees.
#include "backend/storage/schema.h"

namespace waydesk::backend {

const char* positionSchema()
{
    // The day comes first in the keys: what is written now lies together, and so does what is pruned together.
    return R"sql(
CREATE TABLE driver_position (
    day INTEGER NOT NULL,                   -- of `at`
    driver_id TEXT NOT NULL REFERENCES driver(id),
    at INTEGER NOT NULL,
    latitude REAL NOT NULL, longitude REAL NOT NULL,
    heading REAL, speed REAL, accuracy REAL,
    PRIMARY KEY (day, driver_id, at)
) STRICT, WITHOUT ROWID;

CREATE TABLE driver_last_position (         -- outlives the row above: where a driver was seen last is never pruned
    driver_id TEXT NOT NULL PRIMARY KEY REFERENCES driver(id),
    tenant_id TEXT NOT NULL,
    order_id TEXT,                          -- the order that the report named
    at INTEGER NOT NULL,
    latitude REAL NOT NULL, longitude REAL NOT NULL,
    heading REAL, speed REAL, accuracy REAL,
    change_seq INTEGER NOT NULL             -- its row of the change feed, the only one about this driver's position
) STRICT, WITHOUT ROWID;
CREATE INDEX driver_last_position_order ON driver_last_position(tenant_id, order_id, at) WHERE order_id IS NOT NULL;

CREATE TABLE refused_position (
    day INTEGER NOT NULL,                   -- of its receipt: its own time may be what is wrong with it
    driver_id TEXT NOT NULL REFERENCES driver(id),
    reason TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (day, driver_id, reason)
) STRICT, WITHOUT ROWID;

CREATE TABLE device (
    tenant_id TEXT NOT NULL REFERENCES tenant(id),
    device_id TEXT NOT NULL,
    driver_id TEXT NOT NULL REFERENCES driver(id),
    bound_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, device_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX device_by_id ON device(device_id);
)sql";
}

} // namespace waydesk::backend

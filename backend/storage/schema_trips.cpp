// SPDX-License-Identifier: GPL-3.0-or-later
// Step 3: trips. `number_key` is upper case without hyphens, as a waybill's.
#include "backend/storage/schema.h"
#include "backend/storage/schema_depot.h"

#include <array>
#include <string>

namespace waydesk::backend {

namespace {

constexpr const char* kTripTables = R"sql(
ALTER TABLE depot ADD COLUMN next_trip INTEGER NOT NULL DEFAULT 1;

CREATE TABLE trip (
    id TEXT NOT NULL PRIMARY KEY,
    tenant_id TEXT NOT NULL REFERENCES tenant(id),
    trip_number TEXT NOT NULL,
    number_key TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('planned', 'in_progress', 'completed', 'cancelled')),
    trip_type TEXT CHECK (trip_type IN ('multi_pickup', 'multi_dropoff', 'mixed')),
    notes TEXT NOT NULL DEFAULT '',
    driver_id TEXT REFERENCES driver(id),
    vehicle_id TEXT REFERENCES vehicle(id),
    item_count INTEGER NOT NULL DEFAULT 0,  -- follows the deliveries, in the same transaction
    started_at INTEGER, completed_at INTEGER,
    created_by TEXT, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX trip_number_key ON trip(tenant_id, number_key);
CREATE INDEX trip_created ON trip(tenant_id, created_at, id);
CREATE INDEX trip_status ON trip(tenant_id, status, created_at, id);
CREATE INDEX trip_driver ON trip(tenant_id, driver_id, created_at, id);

ALTER TABLE delivery ADD COLUMN trip_id TEXT REFERENCES trip(id);
ALTER TABLE delivery ADD COLUMN trip_sequence INTEGER; -- from 1; set where trip_id is

CREATE TABLE delivery_action (              -- what a driver did with a parcel, and the proof of it as it was given
    id TEXT NOT NULL PRIMARY KEY,
    tenant_id TEXT NOT NULL,
    delivery_id TEXT NOT NULL REFERENCES delivery(id),
    trip_id TEXT NOT NULL REFERENCES trip(id),
    seq INTEGER NOT NULL,
    action TEXT NOT NULL,
    previous_status TEXT NOT NULL, new_status TEXT NOT NULL,
    at INTEGER NOT NULL,
    actor_id TEXT NOT NULL, actor_name TEXT NOT NULL, -- as it was then
    notes TEXT NOT NULL DEFAULT '',
    latitude REAL, longitude REAL,          -- where the driver stood, when told
    proof TEXT                              -- JSON
) STRICT;
CREATE UNIQUE INDEX delivery_action_order ON delivery_action(delivery_id, seq);

CREATE TABLE return_request (
    id TEXT NOT NULL PRIMARY KEY,
    tenant_id TEXT NOT NULL,
    delivery_id TEXT NOT NULL REFERENCES delivery(id),
    status TEXT NOT NULL CHECK (status IN ('pending', 'approved', 'rejected')),
    return_reason TEXT NOT NULL,
    notes TEXT,
    return_delivery_id TEXT REFERENCES delivery(id), -- the parcel that goes back, once approved
    requested_by TEXT NOT NULL, requested_at INTEGER NOT NULL,
    decided_by TEXT, decided_at INTEGER
) STRICT;
CREATE INDEX return_request_delivery ON return_request(delivery_id, requested_at, id);
)sql";

constexpr std::array kTripDeliveryIndexes{
    NamedIndex{"delivery_trip", "CREATE INDEX delivery_trip ON delivery(trip_id, trip_sequence, id) "
                                "WHERE trip_id IS NOT NULL"},
    // The search text at the end lets a search read the index alone.
    NamedIndex{"trip_eligible", "CREATE INDEX trip_eligible ON delivery(tenant_id, created_at, id, search_text) "
                                "WHERE trip_id IS NULL AND "
                                "status IN ('draft', 'pending', 'assigned', 'staged_at_warehouse')"},
};

} // namespace

std::span<const NamedIndex> tripDeliveryIndexes()
{
    return kTripDeliveryIndexes;
}

const char* tripSchema()
{
    static const std::string schema = [] {
        std::string all = kTripTables;
        for (const NamedIndex& index : kTripDeliveryIndexes) {
            all += index.sql;
            all += ";\n";
        }
        return all;
    }();
    return schema.c_str();
}

} // namespace waydesk::backend

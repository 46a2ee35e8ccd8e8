// SPDX-License-Identifier: GPL-3.0-or-later
// Step 2: the depot. Quantities are thousandths, money is minor units, instants are microseconds since 1970, UTC.
// `search_text` columns are lower case; `number_key` is upper case without hyphens.
#include "backend/storage/schema_depot.h"

#include "backend/storage/schema.h"

#include <array>
#include <string>

namespace waydesk::backend {

namespace {

constexpr const char* kReferenceTables = R"sql(
CREATE TABLE depot (                        -- one row per tenant, made when its first number is drawn
    tenant_id TEXT NOT NULL PRIMARY KEY REFERENCES tenant(id),
    currency TEXT NOT NULL DEFAULT 'IQD',
    next_waybill INTEGER NOT NULL DEFAULT 1,
    next_delivery INTEGER NOT NULL DEFAULT 1001
) STRICT;

CREATE TABLE zone (
    id TEXT NOT NULL PRIMARY KEY,
    tenant_id TEXT NOT NULL REFERENCES tenant(id),
    name TEXT NOT NULL,
    code TEXT NOT NULL,
    latitude REAL NOT NULL,                 -- a circle: of the circles around a place the nearest centre wins
    longitude REAL NOT NULL,
    radius_m REAL NOT NULL,
    search_text TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX zone_code ON zone(tenant_id, code);

CREATE TABLE warehouse (
    id TEXT NOT NULL PRIMARY KEY,
    tenant_id TEXT NOT NULL REFERENCES tenant(id),
    name TEXT NOT NULL,
    code TEXT NOT NULL,
    zone_id TEXT REFERENCES zone(id),
    place_id TEXT, place_address TEXT NOT NULL, place_latitude REAL, place_longitude REAL, place_city TEXT,
    place_state TEXT, place_country TEXT, place_postal_code TEXT, place_country_code TEXT, place_contact TEXT,
    search_text TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX warehouse_code ON warehouse(tenant_id, code);

CREATE TABLE vehicle (
    id TEXT NOT NULL PRIMARY KEY,
    tenant_id TEXT NOT NULL REFERENCES tenant(id),
    name TEXT NOT NULL,
    code TEXT NOT NULL,
    capacity INTEGER,
    image_url TEXT NOT NULL DEFAULT '',
    search_text TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX vehicle_code ON vehicle(tenant_id, code);

CREATE TABLE driver (
    id TEXT NOT NULL PRIMARY KEY,
    tenant_id TEXT NOT NULL REFERENCES tenant(id),
    user_id TEXT NOT NULL REFERENCES app_user(id),
    status TEXT NOT NULL DEFAULT 'active',
    used_capacity INTEGER NOT NULL DEFAULT 0,
    vehicle_id TEXT REFERENCES vehicle(id), -- the primary one
    search_text TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX driver_user ON driver(user_id);
CREATE INDEX driver_tenant ON driver(tenant_id, search_text, id);

CREATE TABLE customer (
    id TEXT NOT NULL PRIMARY KEY,
    tenant_id TEXT NOT NULL REFERENCES tenant(id),
    full_name TEXT NOT NULL,
    phone TEXT NOT NULL DEFAULT '',
    avatar_url TEXT NOT NULL DEFAULT '',
    search_text TEXT NOT NULL
) STRICT;
CREATE INDEX customer_tenant ON customer(tenant_id, search_text, id);
)sql";

constexpr const char* kWaybillTables = R"sql(
CREATE TABLE waybill (
    id TEXT NOT NULL PRIMARY KEY,
    tenant_id TEXT NOT NULL REFERENCES tenant(id),
    waybill_number TEXT NOT NULL,
    number_key TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN
        ('drafted', 'sealed', 'picked_up', 'in_transit', 'received', 'closed', 'cancelled')),
    carrier_type TEXT NOT NULL CHECK (carrier_type IN ('internal', 'prime', 'external')),
    origin_type TEXT NOT NULL CHECK (origin_type IN ('warehouse', 'location')),
    origin_warehouse_id TEXT REFERENCES warehouse(id),
    origin_zone_id TEXT REFERENCES zone(id),
    origin_id TEXT, origin_address TEXT, origin_latitude REAL, origin_longitude REAL, origin_city TEXT,
    origin_state TEXT, origin_country TEXT, origin_postal_code TEXT, origin_country_code TEXT, origin_contact TEXT,
    destination_type TEXT NOT NULL CHECK (destination_type IN ('warehouse', 'location')),
    destination_warehouse_id TEXT REFERENCES warehouse(id),
    destination_zone_id TEXT REFERENCES zone(id),
    destination_id TEXT, destination_address TEXT, destination_latitude REAL, destination_longitude REAL,
    destination_city TEXT, destination_state TEXT, destination_country TEXT, destination_postal_code TEXT,
    destination_country_code TEXT, destination_contact TEXT,
    driver_id TEXT REFERENCES driver(id),
    vehicle_id TEXT REFERENCES vehicle(id),
    external_carrier_ref TEXT,
    assigned_by TEXT, assignment_time INTEGER,
    sealed_at INTEGER, dispatched_at INTEGER, received_at INTEGER, received_by TEXT, closed_at INTEGER,
    cancelled_at INTEGER,
    proof TEXT,                             -- JSON
    notes TEXT NOT NULL DEFAULT '',
    created_by TEXT, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
    item_count INTEGER NOT NULL DEFAULT 0,  -- these three follow the deliveries, in the same transaction
    total_units INTEGER NOT NULL DEFAULT 0,
    total_cod INTEGER NOT NULL DEFAULT 0,
    held_capacity INTEGER NOT NULL DEFAULT 0 -- what this waybill takes of its driver's capacity now
) STRICT;
CREATE UNIQUE INDEX waybill_number_key ON waybill(tenant_id, number_key);
CREATE INDEX waybill_created ON waybill(tenant_id, created_at, id);
CREATE INDEX waybill_status ON waybill(tenant_id, status, created_at, id);
CREATE INDEX waybill_carrier ON waybill(tenant_id, carrier_type, created_at, id);
CREATE INDEX waybill_driver ON waybill(tenant_id, driver_id, created_at, id);
CREATE INDEX waybill_origin ON waybill(tenant_id, origin_warehouse_id, created_at, id);
CREATE INDEX waybill_destination ON waybill(tenant_id, destination_warehouse_id, created_at, id);

CREATE TABLE waybill_event (
    id TEXT NOT NULL PRIMARY KEY,
    tenant_id TEXT NOT NULL,
    waybill_id TEXT NOT NULL REFERENCES waybill(id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    event_type TEXT NOT NULL,
    previous_status TEXT, new_status TEXT NOT NULL,
    at INTEGER NOT NULL,
    actor_id TEXT, actor_role TEXT NOT NULL, actor_name TEXT NOT NULL, -- as they were then
    reason TEXT, notes TEXT,
    metadata TEXT NOT NULL,                 -- JSON: previous and new driver and vehicle, as they were then
    latitude REAL, longitude REAL           -- where the driver stood, when told
) STRICT;
CREATE UNIQUE INDEX waybill_event_order ON waybill_event(waybill_id, seq);
)sql";

constexpr const char* kDeliveryTables = R"sql(
CREATE TABLE delivery (
    id TEXT NOT NULL PRIMARY KEY,
    tenant_id TEXT NOT NULL REFERENCES tenant(id),
    delivery_code TEXT NOT NULL,
    code_order INTEGER NOT NULL,            -- the code's number, for sorting
    barcode TEXT NOT NULL DEFAULT '',
    external_reference_id TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL CHECK (status IN ('draft', 'pending', 'staged_at_warehouse', 'assigned', 'picked_up',
        'in_transit', 'delivered', 'failed', 'returned', 'cancelled')),
    pickup_id TEXT, pickup_address TEXT, pickup_latitude REAL, pickup_longitude REAL, pickup_city TEXT,
    pickup_state TEXT, pickup_country TEXT, pickup_postal_code TEXT, pickup_country_code TEXT, pickup_contact TEXT,
    dropoff_id TEXT, dropoff_address TEXT, dropoff_latitude REAL, dropoff_longitude REAL, dropoff_city TEXT,
    dropoff_state TEXT, dropoff_country TEXT, dropoff_postal_code TEXT, dropoff_country_code TEXT,
    dropoff_contact TEXT,
    pickup_zone_id TEXT, dropoff_zone_id TEXT, pickup_warehouse_id TEXT, dropoff_warehouse_id TEXT,
    unit_size INTEGER NOT NULL DEFAULT 1000,
    payment_method TEXT NOT NULL,
    cod_amount INTEGER NOT NULL DEFAULT 0,
    fee_amount INTEGER NOT NULL DEFAULT 0,
    fee_payer TEXT NOT NULL DEFAULT 'receiver' CHECK (fee_payer IN ('sender', 'receiver')),
    notes TEXT NOT NULL DEFAULT '',
    customer_id TEXT, customer_name TEXT NOT NULL DEFAULT '',
    search_text TEXT NOT NULL,
    waybill_id TEXT REFERENCES waybill(id),
    parent_id TEXT,
    has_active_assignment INTEGER NOT NULL DEFAULT 0,
    in_route_session INTEGER NOT NULL DEFAULT 0,
    is_returned INTEGER NOT NULL DEFAULT 0, return_reason TEXT, return_trigger_point TEXT, returned_at INTEGER,
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
    eligible INTEGER NOT NULL GENERATED ALWAYS AS (CASE WHEN waybill_id IS NULL AND parent_id IS NULL
        AND has_active_assignment = 0 AND in_route_session = 0
        AND status IN ('draft', 'pending', 'staged_at_warehouse') THEN 1 ELSE 0 END) STORED
) STRICT;

CREATE TABLE delivery_item (                -- what is in the parcel, where the warehouse keeps stock of it
    delivery_id TEXT NOT NULL REFERENCES delivery(id),
    inventory_item_id TEXT NOT NULL,
    name TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    PRIMARY KEY (delivery_id, inventory_item_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE delivery_exception (
    id TEXT NOT NULL PRIMARY KEY,
    tenant_id TEXT NOT NULL,
    delivery_id TEXT NOT NULL REFERENCES delivery(id),
    waybill_id TEXT NOT NULL REFERENCES waybill(id),
    exception_type TEXT NOT NULL,
    resolution_type TEXT NOT NULL,
    unit_size_at_return INTEGER NOT NULL,
    trigger_point TEXT NOT NULL,
    notes TEXT NOT NULL DEFAULT '',
    photo_urls TEXT NOT NULL DEFAULT '[]',  -- JSON
    created_by TEXT, resolved_at INTEGER NOT NULL
) STRICT;
CREATE INDEX delivery_exception_waybill ON delivery_exception(waybill_id, resolved_at, id);
CREATE INDEX delivery_exception_delivery ON delivery_exception(delivery_id);

CREATE TABLE collection (                   -- cash that a driver has to hand in
    id TEXT NOT NULL PRIMARY KEY,
    tenant_id TEXT NOT NULL,
    waybill_id TEXT NOT NULL REFERENCES waybill(id),
    delivery_id TEXT NOT NULL REFERENCES delivery(id),
    driver_id TEXT NOT NULL REFERENCES driver(id),
    stage TEXT NOT NULL CHECK (stage IN ('pickup', 'dropoff')),
    kind TEXT NOT NULL CHECK (kind IN ('fee', 'cod', 'cod_and_fee')),
    cod_amount INTEGER NOT NULL, fee_amount INTEGER NOT NULL, currency TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX collection_once ON collection(delivery_id, stage);
CREATE INDEX collection_waybill ON collection(waybill_id);
CREATE INDEX collection_driver ON collection(tenant_id, driver_id, created_at);

CREATE TABLE receiving_order (              -- goods that come back to a warehouse
    id TEXT NOT NULL PRIMARY KEY,
    tenant_id TEXT NOT NULL,
    warehouse_id TEXT NOT NULL REFERENCES warehouse(id),
    waybill_id TEXT NOT NULL REFERENCES waybill(id),
    delivery_id TEXT NOT NULL REFERENCES delivery(id),
    status TEXT NOT NULL DEFAULT 'expected',
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX receiving_order_warehouse ON receiving_order(tenant_id, warehouse_id, created_at);
CREATE TABLE receiving_order_item (
    receiving_order_id TEXT NOT NULL REFERENCES receiving_order(id) ON DELETE CASCADE,
    inventory_item_id TEXT NOT NULL,
    name TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    PRIMARY KEY (receiving_order_id, inventory_item_id)
) STRICT, WITHOUT ROWID;
)sql";

constexpr std::array kDeliveryIndexes{
    NamedIndex{"delivery_code_key", "CREATE UNIQUE INDEX delivery_code_key ON delivery(tenant_id, delivery_code)"},
    NamedIndex{"delivery_barcode", "CREATE INDEX delivery_barcode ON delivery(tenant_id, barcode) WHERE barcode <> ''"},
    NamedIndex{"delivery_reference", "CREATE INDEX delivery_reference ON delivery(tenant_id, external_reference_id) "
                                     "WHERE external_reference_id <> ''"},
    NamedIndex{"delivery_updated", "CREATE INDEX delivery_updated ON delivery(tenant_id, updated_at, id, search_text)"},
    NamedIndex{"delivery_waybill", "CREATE INDEX delivery_waybill ON delivery(waybill_id, created_at, id) "
                                   "WHERE waybill_id IS NOT NULL"},
    NamedIndex{"delivery_parent", "CREATE INDEX delivery_parent ON delivery(parent_id) WHERE parent_id IS NOT NULL"},
    // The search text at the end of two of them lets a search read the index alone.
    // What may join a waybill is a small part of all: one narrow index for each way it can be sorted.
    NamedIndex{"eligible_created",
               "CREATE INDEX eligible_created ON delivery(tenant_id, created_at, id, search_text) WHERE eligible = 1"},
    NamedIndex{"eligible_code", "CREATE INDEX eligible_code ON delivery(tenant_id, code_order, id) WHERE eligible = 1"},
    NamedIndex{"eligible_status", "CREATE INDEX eligible_status ON delivery(tenant_id, status, id) WHERE eligible = 1"},
    NamedIndex{"eligible_barcode",
               "CREATE INDEX eligible_barcode ON delivery(tenant_id, barcode, id) WHERE eligible = 1"},
    NamedIndex{"eligible_reference",
               "CREATE INDEX eligible_reference ON delivery(tenant_id, external_reference_id, id) WHERE eligible = 1"},
    NamedIndex{"eligible_units",
               "CREATE INDEX eligible_units ON delivery(tenant_id, unit_size, id) WHERE eligible = 1"},
    NamedIndex{"eligible_customer",
               "CREATE INDEX eligible_customer ON delivery(tenant_id, customer_name, id) WHERE eligible = 1"},
};

} // namespace

std::span<const NamedIndex> deliveryIndexes()
{
    return kDeliveryIndexes;
}

const char* depotSchema()
{
    static const std::string schema = [] {
        std::string all;
        for (const char* part : {kReferenceTables, kWaybillTables, kDeliveryTables})
            all += part;
        for (const NamedIndex& index : kDeliveryIndexes) {
            all += index.sql;
            all += ";\n";
        }
        return all;
    }();
    return schema.c_str();
}

} // namespace waydesk::backend

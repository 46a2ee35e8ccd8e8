// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/schema.h"

#include "services/store/deliverykeys.h"
#include "services/store/schema_queues.h"
#include "services/store/schemastories.h"
#include "services/store/schemawaiting.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

namespace {

const QList<QStringList>& workSteps()
{
    static const QList<QStringList> steps{
        {uR"(CREATE TABLE outbox (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            place INTEGER NOT NULL,              -- order among its followers; a replaced command hands its place on
            key TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL,
            subject TEXT NOT NULL,
            command TEXT NOT NULL,
            author_id TEXT NOT NULL, author_name TEXT NOT NULL,
            created_at INTEGER NOT NULL, seen_version INTEGER,
            rule INTEGER NOT NULL, state INTEGER NOT NULL,
            attempts INTEGER NOT NULL DEFAULT 0, due_at INTEGER NOT NULL,
            maybe_sent INTEGER NOT NULL DEFAULT 0,
            error TEXT, finished_at INTEGER) STRICT)"_s,
         u"CREATE INDEX outbox_open ON outbox(state, place) WHERE state IN (0,1,3,4)"_s,
         u"CREATE INDEX outbox_done ON outbox(finished_at) WHERE state IN (2,5)"_s, uR"(CREATE TABLE outbox_touch (
            waybill TEXT NOT NULL,               -- in the order of the key: quick_check of 3.40 reads it so
            seq INTEGER NOT NULL REFERENCES outbox(seq) ON DELETE CASCADE,
            PRIMARY KEY (waybill, seq)) STRICT, WITHOUT ROWID)"_s,
         u"CREATE INDEX outbox_touch_seq ON outbox_touch(seq)"_s,
         u"CREATE TABLE alias (local TEXT PRIMARY KEY, server TEXT NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID"_s,
         u"CREATE INDEX alias_server ON alias(server)"_s, uR"(CREATE TABLE scan_journal (
            seq INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, author_id TEXT NOT NULL,
            target TEXT NOT NULL, raw BLOB NOT NULL, code TEXT NOT NULL, verdict TEXT NOT NULL,
            took_us INTEGER NOT NULL) STRICT)"_s,
         u"CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID"_s},
        {uR"(CREATE TABLE import_job (
            id TEXT PRIMARY KEY, path TEXT NOT NULL, size INTEGER NOT NULL, modified INTEGER NOT NULL,
            setup TEXT NOT NULL, state INTEGER NOT NULL, bytes INTEGER NOT NULL, rows INTEGER NOT NULL,
            bad INTEGER NOT NULL, done INTEGER NOT NULL, created INTEGER NOT NULL, refused INTEGER NOT NULL,
            error TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT)"_s,
         uR"(CREATE TABLE import_bad (
            job TEXT NOT NULL, line INTEGER NOT NULL, cells TEXT NOT NULL, faults TEXT NOT NULL,
            by_server INTEGER NOT NULL, PRIMARY KEY (job, line)) STRICT, WITHOUT ROWID)"_s,
         uR"(CREATE TABLE import_fix (
            job TEXT NOT NULL, line INTEGER NOT NULL, column INTEGER NOT NULL, text TEXT NOT NULL,
            PRIMARY KEY (job, line, column)) STRICT, WITHOUT ROWID)"_s},
        scanCodeStep(),
    };
    return steps;
}

const QList<QStringList>& cacheSteps()
{
    static const QList<QStringList> steps = [] {
        QStringList first{
            uR"(CREATE TABLE waybill (
            rowid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, tenant_id TEXT NOT NULL,
            number TEXT NOT NULL, number_key TEXT NOT NULL,
            status TEXT NOT NULL, status_rank INTEGER NOT NULL, carrier TEXT NOT NULL,
            origin_type TEXT NOT NULL, origin_warehouse_id TEXT,
            destination_type TEXT NOT NULL, destination_warehouse_id TEXT,
            route_key TEXT NOT NULL,
            driver_id TEXT, driver_key TEXT NOT NULL, vehicle_id TEXT,
            item_count INTEGER NOT NULL,        -- -1: not told
            unit_size INTEGER, cod_minor INTEGER NOT NULL, currency TEXT NOT NULL, -- cod -1: not told
            external_ref TEXT, notes TEXT NOT NULL,
            assigned_by TEXT, received_by TEXT, created_by TEXT,
            assignment_time INTEGER, sealed_at INTEGER, dispatched_at INTEGER, received_at INTEGER,
            closed_at INTEGER, cancelled_at INTEGER,
            created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
            search_text TEXT NOT NULL, fetched_at INTEGER NOT NULL) STRICT)"_s,
            uR"(CREATE TABLE waybill_raw (rowid INTEGER PRIMARY KEY, raw TEXT NOT NULL,
            nested TEXT, timeline TEXT) STRICT)"_s,
            uR"(CREATE TABLE delivery (
            rowid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
            code TEXT NOT NULL, barcode TEXT NOT NULL, external_ref TEXT NOT NULL, status TEXT NOT NULL,
            waybill_id TEXT, parent_id TEXT, active_assignment INTEGER NOT NULL, active_session INTEGER NOT NULL,
            unit_size INTEGER NOT NULL, payment_method TEXT NOT NULL, cod_minor INTEGER NOT NULL,
            currency TEXT NOT NULL, notes TEXT NOT NULL,
            created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
            pickup_zone_id TEXT, dropoff_zone_id TEXT, pickup_warehouse_id TEXT, dropoff_warehouse_id TEXT,
            customer_id TEXT, is_returned INTEGER NOT NULL, return_reason TEXT NOT NULL,
            return_trigger TEXT NOT NULL, returned_at INTEGER,
            search_text TEXT NOT NULL, fetched_at INTEGER NOT NULL) STRICT)"_s,
            u"CREATE TABLE delivery_raw (rowid INTEGER PRIMARY KEY, raw TEXT NOT NULL, nested TEXT) STRICT"_s,
            uR"(CREATE TABLE lookup (
            kind TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, code TEXT NOT NULL,
            search_text TEXT NOT NULL, value TEXT NOT NULL, fetched_at INTEGER NOT NULL,
            PRIMARY KEY (kind, id)) STRICT, WITHOUT ROWID)"_s,
            u"CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID"_s,
            uR"(CREATE TABLE tally (status_rank INTEGER NOT NULL, carrier TEXT NOT NULL, origin TEXT NOT NULL,
            destination TEXT NOT NULL, n INTEGER NOT NULL,
            PRIMARY KEY (status_rank, carrier, origin, destination)) STRICT, WITHOUT ROWID)"_s,
            u"CREATE TABLE delivery_tally (one INTEGER PRIMARY KEY CHECK (one = 1), n INTEGER NOT NULL) STRICT"_s,
            u"INSERT INTO delivery_tally VALUES (1, 0)"_s,
            uR"(CREATE VIRTUAL TABLE waybill_tri USING fts5(search_text, content='waybill',
            content_rowid='rowid', tokenize='trigram', columnsize=0))"_s,
            uR"(CREATE VIRTUAL TABLE waybill_word USING fts5(search_text, content='waybill',
            content_rowid='rowid', tokenize='unicode61', prefix='1 2', detail=none, columnsize=0))"_s,
            uR"(CREATE VIRTUAL TABLE delivery_tri USING fts5(search_text, content='delivery',
            content_rowid='rowid', tokenize='trigram', columnsize=0))"_s,
            uR"(CREATE VIRTUAL TABLE delivery_word USING fts5(search_text, content='delivery',
            content_rowid='rowid', tokenize='unicode61', prefix='1 2', detail=none, columnsize=0))"_s,
        };
        const QStringList trips{
            uR"(CREATE TABLE trip (
            rowid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
            number TEXT NOT NULL, status TEXT NOT NULL, type TEXT, notes TEXT NOT NULL,
            driver_id TEXT, driver TEXT, vehicle_id TEXT, vehicle TEXT, -- the two persons' and vans' own JSON
            item_count INTEGER,                 -- null: not told
            created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, started_at INTEGER, completed_at INTEGER,
            search_text TEXT NOT NULL, raw TEXT NOT NULL, fetched_at INTEGER NOT NULL) STRICT)"_s,
            u"CREATE INDEX trip_created ON trip(created_at)"_s,
            u"CREATE INDEX trip_status ON trip(status, created_at)"_s,
            uR"(CREATE TABLE trip_plan (
            trip_id TEXT PRIMARY KEY, stops TEXT NOT NULL, current INTEGER, next INTEGER,
            fetched_at INTEGER NOT NULL) STRICT, WITHOUT ROWID)"_s,
            uR"(CREATE TABLE trip_member (
            trip_id TEXT NOT NULL, place INTEGER NOT NULL, delivery_id TEXT NOT NULL,
            sequence INTEGER NOT NULL, return_requests INTEGER NOT NULL,
            PRIMARY KEY (trip_id, place)) STRICT, WITHOUT ROWID)"_s,
            u"CREATE INDEX trip_member_delivery ON trip_member(delivery_id)"_s,
        };
        // Parcels tell which trip they are in, where the server does.
        const QStringList tripParcels{
            u"ALTER TABLE delivery ADD COLUMN trip_id TEXT"_s,
            u"UPDATE delivery SET trip_id = (SELECT json_extract(r.raw, '$.trip_id') FROM delivery_raw r "
            "WHERE r.rowid = delivery.rowid) WHERE EXISTS (SELECT 1 FROM delivery_raw r WHERE r.rowid = delivery.rowid "
            "AND json_valid(r.raw) AND json_extract(r.raw, '$.trip_id') IS NOT NULL)"_s,
            u"CREATE INDEX delivery_for_trip ON delivery(created_at) WHERE trip_id IS NULL AND status IN "
            "('draft','pending','assigned','staged_at_warehouse')"_s,
            u"CREATE INDEX delivery_of_trip ON delivery(trip_id) WHERE trip_id IS NOT NULL"_s,
        };
        const QStringList positions{
            uR"(CREATE TABLE last_position (
            driver_id TEXT PRIMARY KEY, at INTEGER NOT NULL, latitude REAL NOT NULL, longitude REAL NOT NULL,
            heading REAL, speed REAL, accuracy REAL) STRICT, WITHOUT ROWID)"_s,
        };
        // The parcels' own page: its orders, and its counts by status.
        const QStringList parcels{
            u"CREATE TABLE delivery_status_tally (status TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT, WITHOUT ROWID"_s,
            u"INSERT INTO delivery_status_tally SELECT status, count(*) FROM delivery GROUP BY status"_s,
        };
        return QList<QStringList>{first + cacheIndexes(),
                                  trips,
                                  tripParcels,
                                  positions,
                                  parcels + cacheIndexes(),
                                  windowColumns(),
                                  waitingReturnsStep(),
                                  queueSchema(),
                                  storiesStep(),
                                  deliveryKeysStep()};
    }();
    return steps;
}

const QList<QStringList>& stepsOf(File file)
{
    return file == File::Work ? workSteps() : cacheSteps();
}

} // namespace

const QStringList& cacheIndexes()
{
    static const QStringList sql = [] {
        QStringList out;
        const QStringList& names = cacheIndexNames();
        const QStringList on{
            u"waybill(created_at)"_s,
            u"waybill(updated_at)"_s,
            u"waybill(number_key)"_s,
            u"waybill(status_rank, created_at)"_s,
            u"waybill(status_rank)"_s,
            u"waybill(driver_id, created_at)"_s,
            u"waybill(driver_key)"_s,
            u"waybill(route_key)"_s,
            u"waybill(item_count)"_s,
            u"waybill(cod_minor)"_s,
            u"waybill(carrier, created_at)"_s,
            u"waybill(origin_warehouse_id, created_at)"_s,
            u"waybill(destination_warehouse_id, created_at)"_s,
            u"delivery(barcode) WHERE barcode <> ''"_s,
            u"delivery(external_ref) WHERE external_ref <> ''"_s,
            u"delivery(code)"_s,
            u"delivery(waybill_id) WHERE waybill_id IS NOT NULL"_s,
            u"delivery((length(code) || '.' || code))"_s,
            u"delivery(status)"_s,
            u"delivery(status, created_at)"_s,
            u"delivery(cod_minor)"_s,
            u"delivery(created_at)"_s,
            u"delivery(updated_at)"_s,
            u"delivery(created_at) WHERE waybill_id IS NULL AND parent_id IS NULL AND active_assignment = 0 "
            "AND active_session = 0 AND status IN ('draft','pending','staged_at_warehouse')"_s,
        };
        Q_ASSERT(on.size() == names.size());
        for (qsizetype i = 0; i < on.size(); ++i)
            out << u"CREATE INDEX IF NOT EXISTS %1 ON %2"_s.arg(names[i], on[i]);
        return out;
    }();
    return sql;
}

const QStringList& cacheIndexNames()
{
    static const QStringList names{
        u"waybill_created"_s,  u"waybill_updated"_s,   u"waybill_number"_s,   u"waybill_status"_s,
        u"waybill_rank"_s,     u"waybill_driver"_s,    u"waybill_dname"_s,    u"waybill_route"_s,
        u"waybill_items"_s,    u"waybill_cod"_s,       u"waybill_carrier"_s,  u"waybill_origin"_s,
        u"waybill_dest"_s,     u"delivery_barcode"_s,  u"delivery_ref"_s,     u"delivery_code"_s,
        u"delivery_waybill"_s, u"delivery_numbered"_s, u"delivery_status"_s,  u"delivery_state"_s,
        u"delivery_cod"_s,     u"delivery_created"_s,  u"delivery_updated"_s, u"delivery_eligible"_s,
    };
    return names;
}

int currentVersion(File file)
{
    return static_cast<int>(stepsOf(file).size());
}

Result<Nothing> bringUpToDate(Database& db, File file)
{
    const QList<QStringList>& steps = stepsOf(file);
    const auto has = db.number(u"PRAGMA user_version"_s);
    if (!has)
        return storageError(u"damaged"_s, u"user_version cannot be read"_s);
    if (*has > steps.size())
        return storageError(u"newer_file"_s,
                            u"file has version %1, this program knows %2"_s.arg(*has).arg(steps.size()));
    if (*has < steps.size() && file == File::Cache)
        teachFolding(db);
    for (qsizetype step = *has; step < steps.size(); ++step) {
        const auto done = transact(db, [&]() -> Result<Nothing> {
            for (const QString& sql : steps[step]) {
                if (auto ran = db.exec(sql); !ran)
                    return ran.error();
            }
            if (auto ran = db.exec(u"PRAGMA user_version=%1"_s.arg(step + 1)); !ran)
                return ran.error();
            return Nothing{};
        });
        if (!done.ok())
            return done.error();
    }
    return Nothing{};
}

} // namespace waydesk::store

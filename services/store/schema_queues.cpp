// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/schema_queues.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

const QStringList& queueSchema()
{
    static const QStringList sql{
        uR"(CREATE TABLE return_request (
            id TEXT PRIMARY KEY, delivery_id TEXT NOT NULL, delivery_code TEXT NOT NULL,
            delivery_status TEXT NOT NULL, customer_name TEXT, trip_id TEXT, trip_number TEXT,
            status TEXT NOT NULL, reason TEXT NOT NULL, notes TEXT,
            return_delivery_id TEXT, return_delivery_code TEXT,
            requested_at INTEGER NOT NULL, requested_by TEXT, decided_at INTEGER, decided_by TEXT,
            search_text TEXT NOT NULL, raw TEXT NOT NULL, fetched_at INTEGER NOT NULL) STRICT, WITHOUT ROWID)"_s,
        u"CREATE INDEX return_request_status ON return_request(status, requested_at)"_s,
        u"CREATE INDEX return_request_trip ON return_request(trip_id) WHERE trip_id IS NOT NULL"_s,
        u"CREATE INDEX return_request_delivery ON return_request(delivery_id)"_s,
        uR"(CREATE TABLE delivery_case (
            id TEXT PRIMARY KEY, delivery_id TEXT NOT NULL, delivery_code TEXT NOT NULL,
            delivery_status TEXT NOT NULL, kind TEXT NOT NULL, reason TEXT NOT NULL, notes TEXT NOT NULL,
            waybill_id TEXT, waybill_number TEXT, trip_id TEXT, trip_number TEXT,
            raised_at INTEGER NOT NULL, raised_by TEXT, owner_id TEXT, owner_name TEXT, next_action TEXT,
            due_at INTEGER, state TEXT NOT NULL, resolved_at INTEGER, resolved_by TEXT, resolution TEXT,
            updated_at INTEGER NOT NULL,
            search_text TEXT NOT NULL, raw TEXT NOT NULL, fetched_at INTEGER NOT NULL) STRICT, WITHOUT ROWID)"_s,
        u"CREATE INDEX delivery_case_state ON delivery_case(state, raised_at)"_s,
        u"CREATE INDEX delivery_case_delivery ON delivery_case(delivery_id)"_s,
        uR"(CREATE TABLE colleague (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, fetched_at INTEGER NOT NULL)
            STRICT, WITHOUT ROWID)"_s,
    };
    return sql;
}

} // namespace waydesk::store

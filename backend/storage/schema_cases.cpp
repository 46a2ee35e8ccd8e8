// SPDX-License-Identifier: GPL-3.0-or-later
// Step 8: exceptions, and who sees to them; and the returns in the order of their queue. What came back from a waybill
// has a row here beside its delivery_exception, under the same id: there stands what the documents tell of it, here
// what a person does about it.
#include "backend/storage/schema.h"

namespace waydesk::backend {

const char* caseSchema()
{
    // A waybill may be deleted while it is an empty draft.
    return R"sql(
CREATE TABLE delivery_case (
    id TEXT NOT NULL PRIMARY KEY,
    tenant_id TEXT NOT NULL REFERENCES tenant(id),
    delivery_id TEXT NOT NULL REFERENCES delivery(id),
    kind TEXT NOT NULL CHECK (kind IN ('failed', 'return', 'damaged', 'missing', 'other')),
    reason TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT '',
    waybill_id TEXT REFERENCES waybill(id) ON DELETE SET NULL, -- what the parcel was on then
    trip_id TEXT REFERENCES trip(id),
    raised_by TEXT, raised_at INTEGER NOT NULL,
    owner_id TEXT REFERENCES app_user(id),
    next_action TEXT,
    due_at INTEGER,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'resolved')),
    resolved_by TEXT, resolved_at INTEGER,
    resolution TEXT,
    search_text TEXT NOT NULL,              -- lower case: reason and notes
    updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX delivery_case_order ON delivery_case(tenant_id, state, raised_at, id);
CREATE INDEX delivery_case_delivery ON delivery_case(delivery_id, raised_at, id);
CREATE INDEX delivery_case_owner ON delivery_case(tenant_id, owner_id, state);
CREATE INDEX delivery_case_waybill ON delivery_case(waybill_id) WHERE waybill_id IS NOT NULL;

INSERT INTO delivery_case (id, tenant_id, delivery_id, kind, reason, notes, waybill_id, trip_id, raised_by, raised_at,
    state, resolved_by, resolved_at, resolution, search_text, updated_at)
    SELECT e.id, e.tenant_id, e.delivery_id, 'return', e.exception_type, e.notes, e.waybill_id, d.trip_id, e.created_by,
        e.resolved_at, 'resolved', e.created_by, e.resolved_at, e.resolution_type,
        lower(e.exception_type || ' ' || e.notes), e.resolved_at
    FROM delivery_exception e JOIN delivery d ON d.id = e.delivery_id;

CREATE INDEX return_request_order ON return_request(tenant_id, requested_at, id);
CREATE INDEX return_request_status ON return_request(tenant_id, status, requested_at, id);
)sql";
}

} // namespace waydesk::backend

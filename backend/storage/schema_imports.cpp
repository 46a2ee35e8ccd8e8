// SPDX-License-Identifier: GPL-3.0-or-later
// Step 6: what became of each row of a file that was brought in, so that no row is taken twice.
#include "backend/storage/schema.h"

namespace waydesk::backend {

const char* importSchema()
{
    // Kept as long as the parcels: a desk may come back to its file after weeks.
    return R"sql(
CREATE TABLE import_row (
    tenant_id TEXT NOT NULL REFERENCES tenant(id),
    import_id TEXT NOT NULL,
    line INTEGER NOT NULL,
    delivery_id TEXT NOT NULL REFERENCES delivery(id),
    PRIMARY KEY (tenant_id, import_id, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_row_delivery ON import_row(delivery_id);
CREATE INDEX customer_called ON customer(tenant_id, full_name, phone);
)sql";
}

} // namespace waydesk::backend

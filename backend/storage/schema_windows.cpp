// SPDX-License-Identifier: GPL-3.0-or-later
// Step 7: when a parcel's consignee is there.
#include "backend/storage/schema.h"

namespace waydesk::backend {

const char* windowSchema()
{
    return R"sql(
ALTER TABLE delivery ADD COLUMN window_opens_at INTEGER;  -- both or none
ALTER TABLE delivery ADD COLUMN window_closes_at INTEGER;
)sql";
}

} // namespace waydesk::backend

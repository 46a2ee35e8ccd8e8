// SPDX-License-Identifier: GPL-3.0-or-later
// Empty drafts leave for good: the named ones, or every one of the tenant.
#pragma once

#include "backend/http/message.h"
#include "services/domain/command.h"
#include "services/domain/result.h"

namespace waydesk::backend {

struct BulkDeleted
{
    struct Skipped
    {
        WaybillId id;
        QString reason; // "not_drafted" or "has_deliveries"
    };
    QList<WaybillId> deleted, notFound;
    QList<Skipped> skipped;
};

// 409 waybill_bulk_delete_conflict when one was no longer an empty draft at the moment of deletion.
Result<BulkDeleted> bulkDeleteEmptyDrafts(Call& call, const BulkDeleteDrafts& command);

} // namespace waydesk::backend

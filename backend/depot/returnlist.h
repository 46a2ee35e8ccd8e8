// SPDX-License-Identifier: GPL-3.0-or-later
// The queue of return requests: of the whole tenant, the newest first. Goes on by key.
#pragma once

#include "backend/depot/paging.h"
#include "backend/http/message.h"
#include "services/domain/result.h"
#include "services/domain/trip.h"

namespace waydesk::backend {

struct ReturnQuery
{
    Paging paging;
    std::optional<ReturnRequestStatus> status;
    QString search; // of the parcel as the deliveries' list searches, of the reason, of the trip's number
    QString after;  // a cursor of ours, or empty
};
struct ReturnCount
{
    ReturnRequestStatus status = ReturnRequestStatus::Pending;
    qint64 count = 0;
};
struct ReturnQueue
{
    Page<ReturnQueueRow> page;
    QList<ReturnCount> statuses; // of the whole tenant, every status
    std::optional<QString> nextCursor;
};
Result<ReturnQueue> listReturnRequests(Call& call, const ReturnQuery& query);

} // namespace waydesk::backend

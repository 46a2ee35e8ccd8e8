// SPDX-License-Identifier: GPL-3.0-or-later
// The queue of exceptions: open ones first, and of each the oldest first. Goes on by key, so that nobody skips one
// because another was resolved meanwhile.
#pragma once

#include "backend/depot/paging.h"
#include "backend/http/message.h"
#include "services/domain/exception.h"
#include "services/domain/result.h"

namespace waydesk::backend {

enum class CaseOwner { Anybody, Me, Nobody };

struct CaseQuery
{
    Paging paging;
    std::optional<CaseState> state;
    CaseOwner owner = CaseOwner::Anybody;
    QString search; // of the parcel as the deliveries' list searches, of reason and notes, of the numbers
    QString after;  // a cursor of ours, or empty
};
struct CaseCount
{
    CaseState state = CaseState::Open;
    qint64 count = 0;
};
struct CaseList
{
    Page<DeliveryCase> page;
    QList<CaseCount> states; // of the whole tenant, every state
    std::optional<QString> nextCursor;
};
Result<CaseList> listCases(Call& call, const CaseQuery& query);

} // namespace waydesk::backend

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/caserules.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk {

RefusalWords wordsOf(CaseRefusal refusal)
{
    switch (refusal) {
    case CaseRefusal::None:
        return {200, {}, {}};
    case CaseRefusal::NotFound:
        return {404, u"exception_not_found"_s, u"Exception not found"_s};
    case CaseRefusal::AlreadyResolved:
        return {409, u"exception_already_resolved"_s, u"Exception has already been resolved"_s};
    }
    Q_UNREACHABLE();
}

CaseRefusal canUpdateCase(const DeliveryCase& row)
{
    return row.state.is(CaseState::Open) ? CaseRefusal::None : CaseRefusal::AlreadyResolved;
}

std::optional<CaseKind> caseOpenedBy(DeliveryAction action)
{
    switch (action) {
    case DeliveryAction::PickedUp:
    case DeliveryAction::InTransit:
    case DeliveryAction::Delivered:
        return std::nullopt;
    case DeliveryAction::Failed:
        return CaseKind::Failed;
    }
    Q_UNREACHABLE();
}

DeliveryCase apply(const UpdateCase& command, DeliveryCase row, Instant now)
{
    if (command.owner && *command.owner != row.owner) {
        row.owner = *command.owner;
        row.ownerName.reset();
    }
    if (command.nextAction)
        row.nextAction = *command.nextAction;
    if (command.dueAt)
        row.dueAt = *command.dueAt;
    if (command.resolution) {
        row.resolution = command.resolution;
        row.state = CaseState::Resolved;
        row.resolvedAt = now;
    }
    row.updatedAt = now;
    return row;
}

bool isOverdue(const DeliveryCase& row, Instant now)
{
    return row.state.is(CaseState::Open) && row.dueAt && *row.dueAt < now;
}

} // namespace waydesk

// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of exceptions that server and desk share. Pure functions.
#pragma once

#include "services/domain/exception.h"
#include "services/domain/rules.h"

namespace waydesk {

enum class CaseRefusal { None, NotFound, AlreadyResolved };
RefusalWords wordsOf(CaseRefusal refusal);

CaseRefusal canUpdateCase(const DeliveryCase& row); // open ones only
// What the driver's action on a parcel opens; nullopt where it opens nothing.
std::optional<CaseKind> caseOpenedBy(DeliveryAction action);
// What it is once the server has done the command; the name of a new owner is left to whoever knows it.
DeliveryCase apply(const UpdateCase& command, DeliveryCase row, Instant now);
// Open, with a due time that has passed.
bool isOverdue(const DeliveryCase& row, Instant now);

} // namespace waydesk

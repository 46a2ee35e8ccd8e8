// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the two queues that read like a depot's: the same number always gives the same one.
#pragma once

#include "services/domain/exception.h"
#include "services/domain/trip.h"

namespace waydesk::test {

ReturnQueueRow sampleReturn(int n, ReturnRequestStatus status = ReturnRequestStatus::Pending);
DeliveryCase sampleCase(int n, CaseKind kind = CaseKind::Failed);

} // namespace waydesk::test

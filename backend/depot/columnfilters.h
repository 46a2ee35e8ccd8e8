// SPDX-License-Identifier: GPL-3.0-or-later
// `column_filters` of the two delivery lists: URL-encoded JSON, one condition per column. Texts match in part whatever
// their case; status and payment_method as a whole; unit_size and cod_amount exactly or {"min","max"}; created_at a
// day, or {"from","to"} or {"min","max"} of days or instants. Each fault is one entry of a 400.
#pragma once

#include "backend/depot/where.h"
#include "backend/http/message.h"
#include "services/domain/result.h"

namespace waydesk::backend {

Result<Where> columnFilters(Call& call, const QString& json);

} // namespace waydesk::backend

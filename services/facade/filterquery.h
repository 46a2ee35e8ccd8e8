// SPDX-License-Identifier: GPL-3.0-or-later
// A filter of the models as the store understands it, and the same filter asked of a row that only the outbox knows.
#pragma once

#include "services/facade/rows.h"
#include "services/store/waybillquery.h"

#include <QTimeZone>

namespace waydesk::facade {

store::WaybillQuery queryOf(const WaybillFilter& filter, const QTimeZone& zone);
store::WaybillOrder orderOf(const WaybillSort& sort);
bool passes(const WaybillRow& local, const WaybillFilter& filter, const QTimeZone& zone);

} // namespace waydesk::facade

// SPDX-License-Identifier: GPL-3.0-or-later
// A WaybillQuery as SQL over the table `waybill`. Inside the store only.
#pragma once

#include "services/store/rowwalk.h"
#include "services/store/waybillquery.h"

namespace waydesk::store {

QString keyColumn(WaybillKey key);

// The whole query as one expression. Driver ids whose names match the text are among what the text finds.
Condition conditionOf(const WaybillQuery& query);
// Of the query's parts that an index can find: each may bring few enough rows to sort them at once. Those from the
// search index answer no more than `most` rows, so they hold only while fewer than that are found.
QList<Condition> indexedParts(const WaybillQuery& query, int most);
// Nothing but what the tallies count by (status, carrier, warehouse).
bool tallied(const WaybillQuery& query);

} // namespace waydesk::store

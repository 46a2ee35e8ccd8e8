// SPDX-License-Identifier: GPL-3.0-or-later
// The FROM of a query that looks at the few rows found by one of its conditions. Inside the store only.
#pragma once

#include "services/store/rowwalk.h"

namespace waydesk::store {

// Over the rows of `table` that `part` finds and nothing else: a cross join, for the planner would rather look for them
// by the index of any other condition. The row itself is called `one`.
inline QString fewOf(const QString& table, const Condition& part)
{
    return QStringLiteral("(SELECT rowid AS few FROM %1 WHERE %2) CROSS JOIN %1 one ON one.rowid = few")
        .arg(table, part.sql);
}

} // namespace waydesk::store

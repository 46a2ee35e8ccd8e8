// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/schemawaiting.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

QStringList waitingReturnsStep()
{
    return {
        u"ALTER TABLE trip_member ADD COLUMN waiting_id TEXT"_s,
        u"ALTER TABLE trip_member ADD COLUMN waiting_since INTEGER"_s,
        u"CREATE INDEX trip_member_waiting ON trip_member(waiting_since) WHERE waiting_id IS NOT NULL"_s,
        // Only the server knows which of these wait: such trips are asked for again.
        u"DELETE FROM trip_plan WHERE trip_id IN (SELECT trip_id FROM trip_member WHERE return_requests > 0)"_s,
    };
}

} // namespace waydesk::store

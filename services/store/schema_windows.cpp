// SPDX-License-Identifier: GPL-3.0-or-later
// When a parcel's consignee is there, as two instants. What an earlier program kept of it as JSON is read out.
#include "services/store/schema.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

const QStringList& windowColumns()
{
    static const QStringList sql = [] {
        QStringList out;
        for (const QString& column : {u"window_opens_at"_s, u"window_closes_at"_s})
            out << u"ALTER TABLE delivery ADD COLUMN %1 INTEGER"_s.arg(column)
                << u"UPDATE delivery SET %1 = (SELECT 1000000 * strftime('%s', json_extract(r.raw, '$.%1')) FROM "
                   "delivery_raw r WHERE r.rowid = delivery.rowid) WHERE EXISTS (SELECT 1 FROM delivery_raw r WHERE "
                   "r.rowid = delivery.rowid AND json_valid(r.raw) AND json_extract(r.raw, '$.%1') IS NOT NULL)"_s.arg(
                       column);
        return out;
    }();
    return sql;
}

} // namespace waydesk::store

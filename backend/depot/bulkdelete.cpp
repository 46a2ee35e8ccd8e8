// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/bulkdelete.h"

#include "backend/depot/columns.h"
#include "backend/depot/refusals.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

void sortOut(BulkDeleted& done, const WaybillId& id, const QString& status, qint64 items)
{
    if (status != word(WaybillStatus::Drafted)) {
        done.skipped.append({id, u"not_drafted"_s});
    } else if (items > 0) {
        done.skipped.append({id, u"has_deliveries"_s});
    } else {
        done.deleted.append(id);
    }
}

} // namespace

Result<BulkDeleted> bulkDeleteEmptyDrafts(Call& call, const BulkDeleteDrafts& command)
{
    BulkDeleted done;
    if (command.allEmpty) {
        const auto rows = call.db.run("SELECT id, status, item_count FROM waybill WHERE tenant_id = ?"
                                      " AND status = 'drafted' ORDER BY created_at, id",
                                      {bound(call.caller.tenant)});
        while (rows->next())
            sortOut(done, {rows->text(0)}, rows->text(1), rows->integer(2));
    }
    for (const WaybillId& id : command.waybills) {
        const auto rows = call.db.run("SELECT id, status, item_count FROM waybill WHERE id = ? AND tenant_id = ?",
                                      {bound(id), bound(call.caller.tenant)});
        if (rows->next()) {
            sortOut(done, id, rows->text(1), rows->integer(2));
        } else {
            done.notFound.append(id);
        }
    }
    for (const WaybillId& id : done.deleted) {
        const qint64 gone = call.db.execute("DELETE FROM waybill WHERE id = ? AND tenant_id = ?"
                                            " AND status = 'drafted' AND item_count = 0",
                                            {bound(id), bound(call.caller.tenant)});
        if (gone == 0)
            return refused(Refusal::NotEmptyDraft);
        recordChange(call, u"waybill"_s, id.value, u"delete"_s);
    }
    return done;
}

} // namespace waydesk::backend

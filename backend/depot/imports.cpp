// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/imports.h"

#include "backend/depot/columns.h"
#include "backend/depot/newdelivery.h"
#include "backend/depot/refusals.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

bool isUsed(Call& call, const char* column, const QString& text)
{
    if (text.isEmpty())
        return false;
    // That it is not empty is said again, or the partial index would not be seen to serve.
    const std::string sql = std::string("SELECT 1 FROM delivery WHERE tenant_id = ? AND ") + column + " = ? AND " +
                            column + " <> '' LIMIT 1";
    return call.db.run(sql, {bound(call.caller.tenant), bound(text)})->next();
}

} // namespace

Result<ImportDone> importDeliveries(Call& call, const wire::ondi::ImportBatch& batch)
{
    ImportDone done;
    for (const wire::ondi::ImportedRow& row : batch.rows) {
        const auto known = call.db.run("SELECT d.id, d.delivery_code FROM import_row i JOIN delivery d ON d.id = "
                                       "i.delivery_id WHERE i.tenant_id = ? AND i.import_id = ? AND i.line = ?",
                                       {bound(call.caller.tenant), bound(batch.importId), row.line});
        if (known->next()) {
            done.created.append(ImportedParcel{row.line, {known->text(0)}, known->text(1)});
            continue;
        }
        if (!row.delivery) {
            done.refused.append({row.line, row.delivery.error()});
            continue;
        }
        if (isUsed(call, "barcode", row.delivery->barcode)) {
            done.refused.append({row.line, refusedWith(409, u"delivery_barcode_already_used"_s,
                                                       u"Another delivery has this barcode"_s)});
            continue;
        }
        if (isUsed(call, "external_reference_id", row.delivery->externalReference)) {
            done.refused.append({row.line, refusedWith(409, u"delivery_reference_already_used"_s,
                                                       u"Another delivery has this external reference"_s)});
            continue;
        }
        const auto made = createDelivery(call, *row.delivery);
        if (call.db.failed())
            return storageFailed();
        if (!made) {
            done.refused.append({row.line, made.error()});
            continue;
        }
        call.db.execute("INSERT INTO import_row (tenant_id, import_id, line, delivery_id) VALUES (?,?,?,?)",
                        {bound(call.caller.tenant), bound(batch.importId), row.line, bound(made->id)});
        done.created.append({row.line, made->id, made->code});
    }
    if (call.db.failed())
        return storageFailed();
    return done;
}

} // namespace waydesk::backend

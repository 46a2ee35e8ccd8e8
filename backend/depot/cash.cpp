// SPDX-License-Identifier: GPL-3.0-or-later
// The cash side of a driver's action. A delivery yields at most one row per stage, whatever happens: the table's unique
// key says so too.
#include "backend/depot/columns.h"
#include "backend/depot/driverwork.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

struct Due
{
    qint64 cod = 0, fee = 0;
    bool senderPaysFee = false, feeInCash = false;
};

Due dueOf(Call& call, const DeliveryId& delivery)
{
    const auto rows = call.db.run("SELECT cod_amount, fee_amount, fee_payer, payment_method FROM delivery"
                                  " WHERE id = ? AND tenant_id = ?",
                                  {bound(delivery), bound(call.caller.tenant)});
    if (!rows->next())
        return {};
    const QString method = rows->text(3);
    // A fee that a wallet or a gateway has taken is not asked for at the door again.
    return {rows->integer(0), rows->integer(1), rows->text(2) == u"sender"_s,
            method == u"cash"_s || method == u"cod"_s};
}

QString currencyOf(Call& call)
{
    const auto rows = call.db.run("SELECT currency FROM depot WHERE tenant_id = ?", {bound(call.caller.tenant)});
    return rows->next() ? rows->text(0) : Money{}.currency;
}

void collect(Call& call, const WaybillRow& row, const DeliveryId& delivery, const QString& stage, qint64 cod,
             qint64 fee)
{
    if ((cod <= 0 && fee <= 0) || !row.waybill.driverId)
        return;
    const QString kind = cod > 0 && fee > 0 ? u"cod_and_fee"_s : cod > 0 ? u"cod"_s : u"fee"_s;
    call.db.execute(
        "INSERT INTO collection (id, tenant_id, waybill_id, delivery_id, driver_id, stage, kind, cod_amount,"
        " fee_amount, currency, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (delivery_id, stage) DO NOTHING",
        {bound(call.ids.newId()), bound(call.caller.tenant), bound(row.waybill.id), bound(delivery),
         bound(*row.waybill.driverId), bound(stage), bound(kind), cod, fee, bound(currencyOf(call)),
         bound(call.clock.now())});
}

} // namespace

void collectAtPickup(Call& call, const WaybillRow& row, const QList<DeliveryId>& moved)
{
    for (const DeliveryId& id : moved) {
        const Due due = dueOf(call, id);
        if (due.senderPaysFee && due.feeInCash)
            collect(call, row, id, u"pickup"_s, 0, due.fee);
    }
}

void collectAtDropoff(Call& call, const WaybillRow& row, const QList<DeliveryId>& moved)
{
    for (const DeliveryId& id : moved) {
        const Due due = dueOf(call, id);
        collect(call, row, id, u"dropoff"_s, due.cod, !due.senderPaysFee && due.feeInCash ? due.fee : 0);
    }
}

} // namespace waydesk::backend

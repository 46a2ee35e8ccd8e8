// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/cash.h"

#include "backend/depot/columns.h"

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

// Answers whether there was anything to book.
bool collect(Call& call, const CashCarrier& carrier, const DeliveryId& delivery, const QString& stage, qint64 cod,
             qint64 fee)
{
    if ((cod <= 0 && fee <= 0) || !carrier.driver)
        return false;
    const QString kind = cod > 0 && fee > 0 ? u"cod_and_fee"_s : cod > 0 ? u"cod"_s : u"fee"_s;
    return call.db.execute(
               "INSERT INTO collection (id, tenant_id, waybill_id, trip_id, delivery_id, driver_id, stage, kind,"
               " cod_amount, fee_amount, currency, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
               " ON CONFLICT (delivery_id, stage) DO NOTHING",
               {bound(call.ids.newId()), bound(call.caller.tenant), bound(carrier.waybill), bound(carrier.trip),
                bound(delivery), bound(*carrier.driver), bound(stage), bound(kind), cod, fee, bound(currencyOf(call)),
                bound(call.clock.now())}) > 0;
}

} // namespace

void collectAtPickup(Call& call, const CashCarrier& carrier, const QList<DeliveryId>& moved)
{
    bool any = false;
    for (const DeliveryId& id : moved) {
        const Due due = dueOf(call, id);
        if (due.senderPaysFee && due.feeInCash)
            any = collect(call, carrier, id, u"pickup"_s, 0, due.fee) || any;
    }
    if (any)
        recordChange(call, u"driver"_s, carrier.driver->value);
}

void collectAtDropoff(Call& call, const CashCarrier& carrier, const QList<DeliveryId>& moved)
{
    bool any = false;
    for (const DeliveryId& id : moved) {
        const Due due = dueOf(call, id);
        const qint64 fee = !due.senderPaysFee && due.feeInCash ? due.fee : 0;
        any = collect(call, carrier, id, u"dropoff"_s, due.cod, fee) || any;
    }
    if (any)
        recordChange(call, u"driver"_s, carrier.driver->value);
}

std::optional<CashHandedIn> handInCash(Call& call, const DriverId& driver)
{
    const TenantId& tenant = call.caller.tenant;
    if (!call.db.run("SELECT 1 FROM driver WHERE id = ? AND tenant_id = ?", {bound(driver), bound(tenant)})->next())
        return std::nullopt;
    CashHandedIn done;
    done.currency = currencyOf(call);
    {
        const auto rows = call.db.run("SELECT coalesce(sum(cod_amount + fee_amount), 0), count(*) FROM collection"
                                      " WHERE tenant_id = ? AND driver_id = ? AND handed_in_at IS NULL",
                                      {bound(tenant), bound(driver)});
        if (rows->next()) {
            done.amount = rows->integer(0);
            done.count = rows->integer(1);
        }
    }
    if (done.count == 0)
        return done;
    call.db.execute("UPDATE collection SET handed_in_at = ? WHERE tenant_id = ? AND driver_id = ?"
                    " AND handed_in_at IS NULL",
                    {bound(call.clock.now()), bound(tenant), bound(driver)});
    recordChange(call, u"driver"_s, driver.value);
    return done;
}

} // namespace waydesk::backend

// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/membership.h"

#include "backend/depot/columns.h"
#include "backend/depot/deliveryrows.h"
#include "backend/depot/timeline.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

std::optional<Delivery> oneBy(Call& call, const std::string& sql, const QString& value)
{
    const auto rows = call.db.run(sql, {bound(call.caller.tenant), bound(value)});
    if (!rows->next())
        return std::nullopt;
    return readDelivery(*rows);
}

std::optional<Delivery> lookUp(Call& call, const QString& value)
{
    // "<> ''" lets the partial index serve, and keeps an empty reference from ever matching.
    static const std::string byBarcode =
        deliverySelect() + " WHERE d.tenant_id = ? AND d.barcode = ? AND d.barcode <> '' ORDER BY d.id LIMIT 1";
    static const std::string byReference =
        deliverySelect() + " WHERE d.tenant_id = ? AND d.external_reference_id = ? AND d.external_reference_id <> ''"
                           " ORDER BY d.id LIMIT 1";
    static const std::string byCode = deliverySelect() + " WHERE d.tenant_id = ? AND d.delivery_code = ?";
    if (auto found = oneBy(call, byBarcode, value))
        return found;
    if (auto found = oneBy(call, byReference, value))
        return found;
    if (auto found = oneBy(call, byCode, value))
        return found;
    constexpr QStringView kPrefix = u"DEL";
    if (value.startsWith(kPrefix))
        return oneBy(call, byCode, value.sliced(kPrefix.size()));
    return std::nullopt;
}

} // namespace

Result<Delivery> scanForWaybill(Call& call, const WaybillId& waybill, const QString& value)
{
    const auto row = findWaybill(call, waybill);
    if (!row)
        return row.error();
    if (const Verdict verdict = canChangeMembership(row->waybill); !verdict.allowed())
        return refused(verdict.refusal);
    std::optional<Delivery> found = lookUp(call, value);
    if (!found)
        return call.db.failed() ? storageFailed() : refused(Refusal::DeliveryNotFound);
    if (const Verdict verdict = canAttach(*found); !verdict.allowed())
        return refused(verdict.refusal);
    return *std::move(found);
}

Result<Nothing> linkDeliveries(Call& call, const WaybillId& waybill, const QList<DeliveryId>& deliveries)
{
    for (const DeliveryId& id : deliveries) {
        const std::optional<Delivery> delivery = findDelivery(call, id);
        if (!delivery)
            return call.db.failed() ? storageFailed() : refused(Refusal::DeliveryNotFound);
        if (const Verdict verdict = canAttach(*delivery); !verdict.allowed())
            return refused(verdict.refusal);
        call.db.execute("UPDATE delivery SET waybill_id = ?, updated_at = ? WHERE id = ? AND tenant_id = ?",
                        {bound(waybill), bound(call.clock.now()), bound(id), bound(call.caller.tenant)});
        recordChange(call, u"delivery"_s, id.value);
    }
    recountWaybill(call, waybill);
    return Nothing{};
}

Result<int> attachDeliveries(Call& call, const WaybillId& waybill, const QList<DeliveryId>& deliveries)
{
    auto row = findWaybill(call, waybill);
    if (!row)
        return row.error();
    if (const Verdict verdict = canChangeMembership(row->waybill); !verdict.allowed())
        return refused(verdict.refusal);
    if (const auto linked = linkDeliveries(call, waybill, deliveries); !linked)
        return linked.error();
    saveWaybill(call, *row);
    EventDetails details;
    details.deliveries = deliveries;
    recordEvent(call, row->waybill, u"deliveries_added"_s, WaybillStatus::Drafted, details);
    return static_cast<int>(deliveries.size());
}

Result<Nothing> detachDelivery(Call& call, const WaybillId& waybill, const DeliveryId& delivery)
{
    auto row = findWaybill(call, waybill);
    if (!row)
        return row.error();
    if (const Verdict verdict = canChangeMembership(row->waybill); !verdict.allowed())
        return refused(verdict.refusal);
    const qint64 changed = call.db.execute(
        "UPDATE delivery SET waybill_id = NULL, updated_at = ? WHERE id = ? AND tenant_id = ? AND waybill_id = ?",
        {bound(call.clock.now()), bound(delivery), bound(call.caller.tenant), bound(waybill)});
    if (changed == 0)
        return refused(Refusal::DeliveryNotInWaybill);
    recordChange(call, u"delivery"_s, delivery.value);
    recountWaybill(call, waybill);
    saveWaybill(call, *row);
    EventDetails details;
    details.deliveries = {delivery};
    recordEvent(call, row->waybill, u"delivery_removed"_s, WaybillStatus::Drafted, details);
    return Nothing{};
}

} // namespace waydesk::backend

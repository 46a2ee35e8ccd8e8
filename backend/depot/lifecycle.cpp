// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/lifecycle.h"

#include "backend/depot/capacity.h"
#include "backend/depot/columns.h"
#include "backend/depot/deliveryrows.h"
#include "backend/depot/timeline.h"
#include "backend/depot/tripprogress.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

struct Child
{
    DeliveryId id;
    std::optional<DeliveryStatus> status;
};

QList<Child> statusesOfChildren(Call& call, const WaybillId& waybill)
{
    QList<Child> children;
    const auto rows = call.db.run("SELECT id, status FROM delivery WHERE waybill_id = ? AND tenant_id = ?"
                                  " ORDER BY created_at, id",
                                  {bound(waybill), bound(call.caller.tenant)});
    while (rows->next())
        children.append({{rows->text(0)}, parseWord<DeliveryStatus>(rows->text(1))});
    return children;
}

Result<WaybillRow> step(Call& call, WaybillRow& row, WaybillStatus to, const EventDetails& details = {})
{
    const std::optional<WaybillStatus> before = row.waybill.state.known;
    row.waybill.state = to;
    saveWaybill(call, row);
    recordEvent(call, row.waybill, word(to), before, details);
    return findWaybill(call, row.waybill.id);
}

} // namespace

QList<DeliveryId> cascadeToChildren(Call& call, const WaybillId& waybill, WaybillStatus to)
{
    QList<DeliveryId> moved;
    for (const Child& child : statusesOfChildren(call, waybill)) {
        const std::optional<DeliveryStatus> next = child.status ? cascade(to, *child.status) : std::nullopt;
        if (!next)
            continue;
        setDeliveryStatus(call, child.id, *next);
        moved.append(child.id);
    }
    followTrips(call, moved);
    return moved;
}

Result<WaybillRow> sealWaybill(Call& call, const WaybillId& waybill)
{
    auto row = findWaybill(call, waybill);
    if (!row)
        return row.error();
    if (const Verdict verdict = canSeal(row->waybill, row->waybill.itemCount.value_or(0)); !verdict.allowed())
        return refused(verdict.refusal);
    row->waybill.sealedAt = call.clock.now();
    return step(call, *row, WaybillStatus::Sealed);
}

Result<WaybillRow> dispatchWaybill(Call& call, const WaybillId& waybill)
{
    auto row = findWaybill(call, waybill);
    if (!row)
        return row.error();
    if (const Verdict verdict = canDispatch(row->waybill); !verdict.allowed())
        return refused(verdict.refusal);
    row->waybill.dispatchedAt = call.clock.now();
    cascadeToChildren(call, waybill, WaybillStatus::InTransit);
    return step(call, *row, WaybillStatus::InTransit);
}

Result<WaybillRow> receiveWaybill(Call& call, const WaybillId& waybill, const std::optional<ProofOfDelivery>& proof)
{
    auto row = findWaybill(call, waybill);
    if (!row)
        return row.error();
    if (const Verdict verdict = canReceive(row->waybill); !verdict.allowed())
        return refused(verdict.refusal);
    row->waybill.receivedAt = call.clock.now();
    row->waybill.receivedBy = call.caller.user;
    row->waybill.proof = proof;
    cascadeToChildren(call, waybill, WaybillStatus::Received);
    return step(call, *row, WaybillStatus::Received);
}

Result<WaybillRow> closeWaybill(Call& call, const WaybillId& waybill)
{
    auto row = findWaybill(call, waybill);
    if (!row)
        return row.error();
    if (const Verdict verdict = canClose(row->waybill); !verdict.allowed())
        return refused(verdict.refusal);
    releaseCapacity(call, *row);
    row->waybill.closedAt = call.clock.now();
    return step(call, *row, WaybillStatus::Closed);
}

Result<WaybillRow> cancelWaybill(Call& call, const WaybillId& waybill)
{
    auto row = findWaybill(call, waybill);
    if (!row)
        return row.error();
    if (const Verdict verdict = canCancel(row->waybill); !verdict.allowed())
        return refused(verdict.refusal);
    EventDetails details;
    details.previous = {row->waybill.driver, row->waybill.vehicle};
    releaseCapacity(call, *row);
    // The parcels are still in the house and must travel some other way. "Eligible" asks for no waybill, so a cancelled
    // one that kept them would strand them; which they were stays in the timeline.
    for (const Child& child : statusesOfChildren(call, waybill)) {
        call.db.execute("UPDATE delivery SET waybill_id = NULL, updated_at = ? WHERE id = ? AND tenant_id = ?",
                        {bound(call.clock.now()), bound(child.id), bound(call.caller.tenant)});
        recordChange(call, u"delivery"_s, child.id.value);
        details.deliveries.append(child.id);
    }
    recountWaybill(call, waybill);
    Waybill& w = row->waybill;
    w.cancelledAt = call.clock.now();
    w.driverId.reset();
    w.vehicleId.reset();
    w.assignedBy.reset();
    w.assignmentTime.reset();
    return step(call, *row, WaybillStatus::Cancelled, details);
}

} // namespace waydesk::backend

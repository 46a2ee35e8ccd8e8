// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/driverwork.h"

#include "backend/depot/cash.h"
#include "backend/depot/deliveryrows.h"
#include "backend/depot/lifecycle.h"
#include "backend/depot/timeline.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

Result<DriverActionDone> driverAction(Call& call, const WaybillId& waybill,
                                      const wire::ondi::DriverActionRequest& request)
{
    auto row = findWaybill(call, waybill);
    if (!row)
        return row.error();
    Waybill& w = row->waybill;
    const Verdict verdict = canDriverAct(w, request.action, call.caller.driver.value_or(DriverId{}));
    if (!verdict.allowed())
        return refused(verdict.refusal);
    const std::optional<WaybillStatus> before = w.state.known;
    const Instant now = call.clock.now();
    const CashCarrier carrier{w.driverId, w.id, std::nullopt};
    QList<DeliveryId> moved;
    switch (request.action) {
    case DriverAction::PickedUp:
        w.state = WaybillStatus::PickedUp;
        w.dispatchedAt = now;
        moved = cascadeToChildren(call, waybill, WaybillStatus::PickedUp);
        if (w.origin.type.is(EndpointType::Location))
            collectAtPickup(call, carrier, moved);
        break;
    case DriverAction::InTransit:
        w.state = WaybillStatus::InTransit;
        cascadeToChildren(call, waybill, WaybillStatus::InTransit);
        break;
    case DriverAction::Received:
        w.state = WaybillStatus::Received;
        w.receivedAt = now;
        w.proof = request.proof;
        if (w.proof && !w.proof->timestamp)
            w.proof->timestamp = now;
        moved = cascadeToChildren(call, waybill, WaybillStatus::Received);
        if (w.destination.type.is(EndpointType::Location))
            collectAtDropoff(call, carrier, moved);
        break;
    }
    saveWaybill(call, *row);
    EventDetails details;
    if (!request.notes.isEmpty())
        details.notes = request.notes;
    details.position = request.position;
    recordEvent(call, w, w.state.text, before, details);
    auto after = findWaybill(call, waybill);
    if (!after)
        return after.error();
    return DriverActionDone{*std::move(after), childrenOf(call, waybill)};
}

} // namespace waydesk::backend

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/rules.h"

namespace waydesk {

namespace {

void setDriver(Waybill& waybill, const DriverId& driver)
{
    waybill.driverId = driver;
    if (!waybill.driver || waybill.driver->id != driver) {
        waybill.driver.reset(); // the name is looked up by id; a stale one would lie
        waybill.vehicle.reset();
        waybill.vehicleId.reset();
    }
}

void clearDriver(Waybill& waybill)
{
    waybill.driverId.reset();
    waybill.driver.reset();
    waybill.vehicleId.reset();
    waybill.vehicle.reset();
    waybill.assignedBy.reset();
    waybill.assignmentTime.reset();
}

struct Applier
{
    Waybill waybill;
    bool gone = false;

    void operator()(const CreateWaybill& c)
    {
        waybill = Waybill{};
        waybill.id = c.localId;
        waybill.origin = c.origin;
        waybill.destination = c.destination;
        waybill.carrier = c.carrier;
        waybill.notes = c.notes;
        waybill.externalCarrierRef = c.externalCarrierRef;
        waybill.itemCount = static_cast<int>(c.deliveries.size());
    }
    void operator()(const UpdateWaybill& c)
    {
        if (c.notes)
            waybill.notes = *c.notes;
        if (c.carrier)
            waybill.carrier = *c.carrier;
        if (c.externalCarrierRef)
            waybill.externalCarrierRef = c.externalCarrierRef;
        if (c.origin)
            waybill.origin = *c.origin;
        if (c.destination)
            waybill.destination = *c.destination;
    }
    void operator()(const AttachDeliveries& c)
    {
        waybill.itemCount = waybill.itemCount.value_or(0) + static_cast<int>(c.deliveries.size());
        waybill.totalUnitSize.reset(); // not known before the server has counted
        waybill.totalCod.reset();
    }
    void operator()(const DetachDelivery&)
    {
        waybill.itemCount = std::max(0, waybill.itemCount.value_or(1) - 1);
        waybill.totalUnitSize.reset();
        waybill.totalCod.reset();
    }
    void operator()(const SealWaybill&) { waybill.state = WaybillStatus::Sealed; }
    void operator()(const AssignDriver& c) { setDriver(waybill, c.driver); }
    void operator()(const SwitchDriver& c) { setDriver(waybill, c.driver); }
    void operator()(const UnassignDriver&) { clearDriver(waybill); }
    void operator()(const DispatchWaybill&) { waybill.state = WaybillStatus::InTransit; }
    void operator()(const ReceiveWaybill& c)
    {
        waybill.state = WaybillStatus::Received;
        if (c.proof)
            waybill.proof = c.proof;
    }
    void operator()(const CloseWaybill&) { waybill.state = WaybillStatus::Closed; }
    void operator()(const CancelWaybill&)
    {
        waybill.state = WaybillStatus::Cancelled;
        clearDriver(waybill);
    }
    void operator()(const ReturnChildren& c)
    {
        // The server closes a waybill whose children have all come back; whether these are all is its to say.
        Q_UNUSED(c);
    }
    void operator()(const BulkDeleteDrafts& c)
    {
        gone = c.allEmpty ? canDeleteAsEmptyDraft(waybill, waybill.itemCount.value_or(1)).allowed()
                          : c.waybills.contains(waybill.id);
    }
    template<class Other>
    requires(!WaybillCommand<Other>) void operator()(const Other&) // about another kind of thing
    {
    }
};

struct Judge
{
    const Waybill& waybill;
    UserRole actor;
    int count() const { return waybill.itemCount.value_or(0); }
    Verdict operator()(const CreateWaybill&) const { return {}; }
    Verdict operator()(const UpdateWaybill&) const { return canEdit(waybill); }
    Verdict operator()(const AttachDeliveries&) const { return canChangeMembership(waybill); }
    Verdict operator()(const DetachDelivery&) const { return canChangeMembership(waybill); }
    Verdict operator()(const SealWaybill&) const { return canSeal(waybill, count()); }
    Verdict operator()(const AssignDriver&) const { return canAssign(waybill); }
    Verdict operator()(const SwitchDriver& c) const { return canSwitchDriver(waybill, c.driver, c.reason); }
    Verdict operator()(const UnassignDriver&) const { return canUnassign(waybill); }
    Verdict operator()(const DispatchWaybill&) const { return canDispatch(waybill); }
    Verdict operator()(const ReceiveWaybill&) const { return canReceive(waybill); }
    Verdict operator()(const CloseWaybill&) const { return canClose(waybill); }
    Verdict operator()(const CancelWaybill&) const { return canCancel(waybill); }
    Verdict operator()(const ReturnChildren&) const { return canReturnChildren(waybill, actor, false); }
    Verdict operator()(const BulkDeleteDrafts&) const { return canDeleteAsEmptyDraft(waybill, count()); }
    template<class Other>
    requires(!WaybillCommand<Other>) Verdict operator()(const Other&) const { return {}; }
};

} // namespace

std::optional<Waybill> apply(const Command& command, const std::optional<Waybill>& before)
{
    const bool creates = std::holds_alternative<CreateWaybill>(command);
    if (!before && !creates)
        return std::nullopt;
    Applier applier{before.value_or(Waybill{})};
    std::visit(applier, command);
    if (applier.gone)
        return std::nullopt;
    return std::move(applier.waybill);
}

Verdict judgeCommand(const Command& command, const Waybill& expected, UserRole actor)
{
    return std::visit(Judge{expected, actor}, command);
}

} // namespace waydesk

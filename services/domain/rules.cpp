// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/rules.h"

namespace waydesk {

namespace {

bool isInternal(const Waybill& waybill)
{
    return waybill.carrier.is(CarrierType::Internal);
}

Verdict refuse(Refusal refusal)
{
    return {refusal};
}

} // namespace

bool mayMove(CarrierType carrier, WaybillStatus from, WaybillStatus to)
{
    using enum WaybillStatus;
    const bool internal = carrier == CarrierType::Internal;
    switch (from) {
    case Drafted:
        return to == Sealed || to == Cancelled;
    case Sealed:
        return to == Cancelled || (internal ? to == PickedUp : to == InTransit);
    case PickedUp:
        return internal && to == InTransit;
    case InTransit:
        return to == Received;
    case Received:
        return to == Closed;
    case Closed:
    case Cancelled:
        return false;
    }
    Q_UNREACHABLE();
}

Verdict canEdit(const Waybill& waybill)
{
    return waybill.state.is(WaybillStatus::Drafted) ? Verdict{} : refuse(Refusal::WaybillNotEditable);
}

Verdict canChangeMembership(const Waybill& waybill)
{
    return waybill.state.is(WaybillStatus::Drafted) ? Verdict{} : refuse(Refusal::MembershipLocked);
}

Verdict canSeal(const Waybill& waybill, int deliveryCount)
{
    if (!waybill.state.is(WaybillStatus::Drafted))
        return refuse(Refusal::InvalidTransition);
    return deliveryCount > 0 ? Verdict{} : refuse(Refusal::NoDeliveries);
}

Verdict canAssign(const Waybill& waybill)
{
    if (!isInternal(waybill))
        return refuse(Refusal::NotInternalCarrier);
    if (!waybill.state.is(WaybillStatus::Sealed))
        return refuse(Refusal::NotSealedForAssign);
    return waybill.driverId ? refuse(Refusal::DriverAlreadyAssigned) : Verdict{};
}

Verdict canSwitchDriver(const Waybill& waybill, const std::optional<DriverId>& to, QStringView reason)
{
    if (reason.trimmed().isEmpty() || reason.size() > 500)
        return refuse(Refusal::ReasonRequired);
    if (!isInternal(waybill))
        return refuse(Refusal::NotInternalCarrier);
    using enum WaybillStatus;
    if (!(waybill.state.is(Sealed) || waybill.state.is(PickedUp) || waybill.state.is(InTransit)))
        return refuse(Refusal::SwitchNotAllowed);
    if (!waybill.driverId)
        return refuse(Refusal::NoDriverAssigned);
    return to && *to == *waybill.driverId ? refuse(Refusal::SameDriver) : Verdict{};
}

Verdict canUnassign(const Waybill& waybill)
{
    if (!isInternal(waybill))
        return refuse(Refusal::NotInternalCarrier);
    if (!waybill.state.known)
        return refuse(Refusal::UnknownState);
    switch (*waybill.state.known) {
    case WaybillStatus::Sealed:
        return waybill.driverId ? Verdict{} : refuse(Refusal::NoDriverAssigned);
    case WaybillStatus::PickedUp:
    case WaybillStatus::InTransit:
    case WaybillStatus::Received:
        return refuse(Refusal::UnassignAfterPickup);
    case WaybillStatus::Drafted:
    case WaybillStatus::Closed:
    case WaybillStatus::Cancelled:
        return refuse(Refusal::InvalidTransition);
    }
    Q_UNREACHABLE();
}

Verdict canDispatch(const Waybill& waybill)
{
    if (isInternal(waybill))
        return refuse(Refusal::UseDriverAction);
    return waybill.state.is(WaybillStatus::Sealed) ? Verdict{} : refuse(Refusal::InvalidTransition);
}

Verdict canReceive(const Waybill& waybill)
{
    if (isInternal(waybill))
        return refuse(Refusal::UseDriverAction);
    return waybill.state.is(WaybillStatus::InTransit) ? Verdict{} : refuse(Refusal::InvalidTransition);
}

Verdict canClose(const Waybill& waybill)
{
    return waybill.state.is(WaybillStatus::Received) ? Verdict{} : refuse(Refusal::InvalidTransition);
}

Verdict canCancel(const Waybill& waybill)
{
    using enum WaybillStatus;
    return waybill.state.is(Drafted) || waybill.state.is(Sealed) ? Verdict{} : refuse(Refusal::NotCancellable);
}

Verdict canReturnChildren(const Waybill& waybill, UserRole actor, bool isAssignedDriver)
{
    using enum WaybillStatus;
    if (!isInternal(waybill))
        return refuse(Refusal::NotReturnable);
    const bool onTheRoad = waybill.state.is(PickedUp) || waybill.state.is(InTransit);
    if (actor == UserRole::Driver) {
        if (!isAssignedDriver)
            return refuse(Refusal::DriverMismatch);
        return onTheRoad ? Verdict{} : refuse(Refusal::NotReturnable);
    }
    return onTheRoad || waybill.state.is(Sealed) || waybill.state.is(Received) ? Verdict{}
                                                                               : refuse(Refusal::NotReturnable);
}

Verdict canDeleteAsEmptyDraft(const Waybill& waybill, int deliveryCount)
{
    return waybill.state.is(WaybillStatus::Drafted) && deliveryCount == 0 ? Verdict{} : refuse(Refusal::NotEmptyDraft);
}

Verdict canDriverAct(const Waybill& waybill, DriverAction action, const DriverId& actor)
{
    if (!isInternal(waybill))
        return refuse(Refusal::NotInternalCarrier);
    if (!waybill.driverId || *waybill.driverId != actor)
        return refuse(Refusal::DriverMismatch);
    const auto to = [action] {
        switch (action) {
        case DriverAction::PickedUp:
            return WaybillStatus::PickedUp;
        case DriverAction::InTransit:
            return WaybillStatus::InTransit;
        case DriverAction::Received:
            return WaybillStatus::Received;
        }
        Q_UNREACHABLE();
    }();
    if (!waybill.state.known || !mayMove(CarrierType::Internal, *waybill.state.known, to))
        return refuse(Refusal::InvalidTransition);
    return {};
}

Verdict canAttach(const Delivery& delivery)
{
    if (delivery.waybillId)
        return refuse(Refusal::DeliveryAlreadyInWaybill);
    if (delivery.inActiveRouteSession)
        return refuse(Refusal::DeliveryInActiveRouteSession);
    if (delivery.parentId)
        return refuse(Refusal::DeliveryParentNotEligible);
    using enum DeliveryStatus;
    const DeliveryState& state = delivery.state;
    if (!(state.is(Draft) || state.is(Pending) || state.is(StagedAtWarehouse)))
        return refuse(Refusal::DeliveryStatusNotEligible);
    return delivery.hasActiveAssignment ? refuse(Refusal::DeliveryHasActiveAssignment) : Verdict{};
}

std::optional<DeliveryStatus> cascade(WaybillStatus to, DeliveryStatus child)
{
    using enum DeliveryStatus;
    switch (child) {
    case Draft: // the documents name four statuses that follow; these six keep their own
    case StagedAtWarehouse:
    case Delivered:
    case Failed:
    case Returned:
    case Cancelled:
        return std::nullopt;
    case Pending:
    case Assigned:
    case PickedUp:
    case InTransit:
        break;
    }
    switch (to) {
    case WaybillStatus::PickedUp:
        return PickedUp;
    case WaybillStatus::InTransit:
        return InTransit;
    case WaybillStatus::Received:
        return Delivered;
    case WaybillStatus::Drafted:
    case WaybillStatus::Sealed:
    case WaybillStatus::Closed:
    case WaybillStatus::Cancelled:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

} // namespace waydesk

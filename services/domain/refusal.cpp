// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/rules.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk {

RefusalWords wordsOf(Refusal refusal)
{
    switch (refusal) {
    case Refusal::None:
        return {200, {}, {}};
    case Refusal::InvalidTransition:
        return {409, {}, u"Invalid waybill status transition"_s};
    case Refusal::WaybillNotEditable:
        return {409, {}, u"Waybill cannot be edited in its current status"_s};
    case Refusal::MembershipLocked:
        return {409, u"waybill_membership_locked"_s,
                u"Deliveries cannot be added or removed after waybill is sealed"_s};
    case Refusal::NoDeliveries:
        return {409, {}, u"Waybill must have at least one delivery to seal"_s};
    case Refusal::NotSealedForAssign:
        return {409, {}, u"Waybill must be sealed before assigning a driver"_s};
    case Refusal::NotInternalCarrier:
        return {409, u"waybill_not_internal_carrier"_s, u"Only internal carrier waybills have a driver"_s};
    case Refusal::DriverAlreadyAssigned:
        return {409, u"waybill_driver_already_assigned"_s,
                u"Waybill already has a driver. Use switch-driver to change it"_s};
    case Refusal::SameDriver:
        return {409, {}, u"This driver is already assigned to the waybill"_s};
    case Refusal::NoDriverAssigned:
        return {409, u"waybill_has_no_driver"_s, u"Waybill has no assigned driver"_s};
    case Refusal::SwitchNotAllowed:
        return {409, {}, u"Invalid waybill status transition"_s};
    case Refusal::UnassignAfterPickup:
        return {409, {}, u"Unassigning after pickup is not allowed"_s};
    case Refusal::ReasonRequired:
        return {400, {}, u"Field required"_s};
    case Refusal::UseDriverAction:
        return {409, {}, u"Use driver action endpoint for internal carrier waybills"_s};
    case Refusal::NotCancellable:
        return {409, {}, u"Waybill cannot be cancelled in its current status"_s};
    case Refusal::DriverMismatch:
        return {409, {}, u"You are not the assigned driver for this waybill"_s};
    case Refusal::NotReturnable:
        return {409, {}, u"Waybill is not in a returnable state"_s};
    case Refusal::NotEmptyDraft:
        return {409, u"waybill_bulk_delete_conflict"_s, u"Waybill is no longer an empty draft"_s};
    case Refusal::DriverNotFound:
        return {409, {}, u"Driver not found"_s};
    case Refusal::DeliveryNotInWaybill:
        return {409, {}, u"Delivery is not linked to this waybill"_s};
    case Refusal::DeliveryNotFound:
        return {404, u"delivery_not_found"_s, u"Delivery not found"_s};
    case Refusal::DeliveryAlreadyInWaybill:
        return {409, u"delivery_already_in_waybill"_s, u"Delivery is already linked to another waybill"_s};
    case Refusal::DeliveryInActiveRouteSession:
        return {409, u"delivery_in_active_route_session"_s, u"Delivery is part of an active route session"_s};
    case Refusal::DeliveryParentNotEligible:
        return {409, u"delivery_parent_not_eligible"_s, u"A leg of a staged delivery cannot be added to a waybill"_s};
    case Refusal::DeliveryStatusNotEligible:
        return {409, u"delivery_status_not_eligible"_s, u"Delivery status is not eligible for waybill attachment"_s};
    case Refusal::DeliveryHasActiveAssignment:
        return {409, u"delivery_has_active_assignment"_s,
                u"Delivery has an active assignment. Unassign first before adding to waybill"_s};
    case Refusal::UnknownState:
        return {409, {}, u"Invalid waybill status transition"_s};
    }
    Q_UNREACHABLE();
}

Refusal refusalFromCode(QStringView code)
{
    constexpr std::array kCoded{Refusal::MembershipLocked,
                                Refusal::NotInternalCarrier,
                                Refusal::DriverAlreadyAssigned,
                                Refusal::NoDriverAssigned,
                                Refusal::NotEmptyDraft,
                                Refusal::DeliveryNotFound,
                                Refusal::DeliveryAlreadyInWaybill,
                                Refusal::DeliveryInActiveRouteSession,
                                Refusal::DeliveryParentNotEligible,
                                Refusal::DeliveryStatusNotEligible,
                                Refusal::DeliveryHasActiveAssignment};
    for (const Refusal refusal : kCoded) {
        if (wordsOf(refusal).code == code)
            return refusal;
    }
    return Refusal::None;
}

} // namespace waydesk

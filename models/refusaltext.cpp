// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/refusaltext.h"

#include <QCoreApplication>

namespace waydesk::models {

namespace {

struct RefusalText
{
    Q_DECLARE_TR_FUNCTIONS(RefusalText)
};

} // namespace

QString refusalText(Refusal refusal, const QString& otherWaybill)
{
    switch (refusal) {
    case Refusal::None:
        return {};
    case Refusal::InvalidTransition:
        return RefusalText::tr("This step does not follow from the waybill's present status.");
    case Refusal::WaybillNotEditable:
        return RefusalText::tr("Only a drafted waybill can be edited.");
    case Refusal::MembershipLocked:
        return RefusalText::tr("The waybill is sealed: no parcel can join or leave it any more.");
    case Refusal::NoDeliveries:
        return RefusalText::tr("Seal needs at least one delivery.");
    case Refusal::NotSealedForAssign:
        return RefusalText::tr("A driver can be assigned only while the waybill is sealed.");
    case Refusal::NotInternalCarrier:
        return RefusalText::tr("Only waybills of our own carrier have a driver.");
    case Refusal::DriverAlreadyAssigned:
        return RefusalText::tr("The waybill already has a driver. Switch the driver instead.");
    case Refusal::SameDriver:
        return RefusalText::tr("This driver already has the waybill.");
    case Refusal::NoDriverAssigned:
        return RefusalText::tr("The waybill has no driver yet.");
    case Refusal::SwitchNotAllowed:
        return RefusalText::tr("The driver can be switched only from sealing until the waybill is received.");
    case Refusal::UnassignAfterPickup:
        return RefusalText::tr("The waybill has been picked up. Switch the driver instead.");
    case Refusal::ReasonRequired:
        return RefusalText::tr("Say why, in 1 to 500 characters.");
    case Refusal::UseDriverAction:
        return RefusalText::tr("The driver does this step for waybills of our own carrier.");
    case Refusal::NotCancellable:
        return RefusalText::tr("Only a drafted or sealed waybill can be cancelled.");
    case Refusal::DriverMismatch:
        return RefusalText::tr("Only the assigned driver may do this.");
    case Refusal::NotReturnable:
        return RefusalText::tr(
            "Parcels can be returned only from a waybill of our own carrier, from sealing until it is closed.");
    case Refusal::NotEmptyDraft:
        return RefusalText::tr("Only drafted waybills without parcels can be deleted.");
    case Refusal::DriverNotFound:
        return RefusalText::tr("The server does not know this driver.");
    case Refusal::DeliveryNotInWaybill:
        return RefusalText::tr("This parcel is not in the waybill.");
    case Refusal::DeliveryNotFound:
        return RefusalText::tr("No parcel with this code is known.");
    case Refusal::DeliveryAlreadyInWaybill:
        return otherWaybill.isEmpty() ? RefusalText::tr("This parcel is already in another waybill.")
                                      : RefusalText::tr("This parcel is already in %1.").arg(otherWaybill);
    case Refusal::DeliveryInActiveRouteSession:
        return RefusalText::tr("A driver is under way with this parcel.");
    case Refusal::DeliveryParentNotEligible:
        return RefusalText::tr("This is one leg of a staged parcel; a leg cannot join a waybill.");
    case Refusal::DeliveryStatusNotEligible:
        return RefusalText::tr("The parcel's status does not allow it to join a waybill.");
    case Refusal::DeliveryHasActiveAssignment:
        return RefusalText::tr("This parcel is assigned to a driver. Unassign it first.");
    case Refusal::UnknownState:
        return RefusalText::tr("The server gave the waybill a status that this desk does not know.");
    }
    Q_UNREACHABLE();
}

QString shortRefusalText(Refusal refusal, const QString& otherWaybill)
{
    switch (refusal) {
    case Refusal::None:
        return RefusalText::tr("Ready");
    case Refusal::MembershipLocked:
        return RefusalText::tr("Waybill is sealed");
    case Refusal::DeliveryNotFound:
        return RefusalText::tr("Not known here");
    case Refusal::DeliveryAlreadyInWaybill:
        return otherWaybill.isEmpty() ? RefusalText::tr("Already in a waybill")
                                      : RefusalText::tr("Already in %1").arg(otherWaybill);
    case Refusal::DeliveryInActiveRouteSession:
        return RefusalText::tr("Under way");
    case Refusal::DeliveryParentNotEligible:
        return RefusalText::tr("Leg of a staged parcel");
    case Refusal::DeliveryStatusNotEligible:
        return RefusalText::tr("Wrong status");
    case Refusal::DeliveryHasActiveAssignment:
        return RefusalText::tr("Assigned to a driver");
    case Refusal::DeliveryNotInWaybill:
        return RefusalText::tr("Not in this waybill");
    case Refusal::InvalidTransition:
    case Refusal::WaybillNotEditable:
    case Refusal::NoDeliveries:
    case Refusal::NotSealedForAssign:
    case Refusal::NotInternalCarrier:
    case Refusal::DriverAlreadyAssigned:
    case Refusal::SameDriver:
    case Refusal::NoDriverAssigned:
    case Refusal::SwitchNotAllowed:
    case Refusal::UnassignAfterPickup:
    case Refusal::ReasonRequired:
    case Refusal::UseDriverAction:
    case Refusal::NotCancellable:
    case Refusal::DriverMismatch:
    case Refusal::NotReturnable:
    case Refusal::NotEmptyDraft:
    case Refusal::DriverNotFound:
    case Refusal::UnknownState:
        return RefusalText::tr("Not possible now");
    }
    Q_UNREACHABLE();
}

} // namespace waydesk::models

// SPDX-License-Identifier: GPL-3.0-or-later
// The rules that server and desk share: what may move where, who is eligible, and why not. Pure functions.
// Source: contract/ondi-waybills.json and its README; the words and codes of each refusal stand in `refusal.cpp`.
#pragma once

#include "services/domain/command.h"

#include <span>

namespace waydesk {

enum class Refusal {
    None,
    InvalidTransition,
    WaybillNotEditable,
    MembershipLocked,
    NoDeliveries,
    NotSealedForAssign,
    NotInternalCarrier,
    DriverAlreadyAssigned,
    SameDriver,
    NoDriverAssigned,
    SwitchNotAllowed,
    UnassignAfterPickup,
    ReasonRequired,
    UseDriverAction,
    NotCancellable,
    DriverMismatch,
    NotReturnable,
    NotEmptyDraft,
    DriverNotFound,
    DeliveryNotInWaybill,
    DeliveryNotFound,
    DeliveryAlreadyInWaybill,
    DeliveryInActiveRouteSession,
    DeliveryParentNotEligible,
    DeliveryStatusNotEligible,
    DeliveryHasActiveAssignment,
    UnknownState, // the waybill's status is a word we do not know: nothing is offered
};

// The wire's side of a refusal: HTTP status, `code` (empty where the documents give none) and `message`.
struct RefusalWords
{
    int status;
    QString code;
    QString message;
};
RefusalWords wordsOf(Refusal refusal);
// From an answer's code and message back to the refusal; None when we do not know it.
Refusal refusalFromCode(QStringView code);

struct Verdict
{
    Refusal refusal = Refusal::None;
    bool allowed() const { return refusal == Refusal::None; }
    bool operator==(const Verdict&) const = default;
};

Verdict canEdit(const Waybill& waybill);
Verdict canChangeMembership(const Waybill& waybill); // attach, detach, scan
Verdict canSeal(const Waybill& waybill, int deliveryCount);
Verdict canAssign(const Waybill& waybill);
Verdict canSwitchDriver(const Waybill& waybill, const std::optional<DriverId>& to, QStringView reason);
Verdict canUnassign(const Waybill& waybill);
Verdict canDispatch(const Waybill& waybill);
Verdict canReceive(const Waybill& waybill); // dispatcher's receive of prime and external carriers
Verdict canClose(const Waybill& waybill);
Verdict canCancel(const Waybill& waybill);
Verdict canReturnChildren(const Waybill& waybill, UserRole actor, bool isAssignedDriver);
Verdict canDeleteAsEmptyDraft(const Waybill& waybill, int deliveryCount);
Verdict canDriverAct(const Waybill& waybill, DriverAction action, const DriverId& actor);

// May this parcel join a waybill? Checked in the scan call's order: its waybill, an active route session, a parent, its
// status, an active assignment.
Verdict canAttach(const Delivery& delivery);

// Does the lifecycle know this step for this carrier?
bool mayMove(CarrierType carrier, WaybillStatus from, WaybillStatus to);

// The status that a child takes when its waybill takes `to`; nullopt where it keeps its own: only pending, assigned,
// picked_up and in_transit follow, and only the steps on the road cascade.
std::optional<DeliveryStatus> cascade(WaybillStatus to, DeliveryStatus child);

// What the waybill is expected to look like once the server has done `command`. nullopt when it would be gone.
// `before` is nullopt for a create. Never a promise: shown as expected.
std::optional<Waybill> apply(const Command& command, const std::optional<Waybill>& before);

// Whether the rules would let `command` through, seen from `expected` (the fold of what is already queued).
Verdict judgeCommand(const Command& command, const Waybill& expected, UserRole actor);

} // namespace waydesk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/triprules.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace waydesk {

RefusalWords wordsOf(TripRefusal refusal)
{
    switch (refusal) {
    case TripRefusal::None:
        return {200, {}, {}};
    case TripRefusal::NotEditable:
        return {409, {}, u"Trip cannot be edited in its current status"_s};
    case TripRefusal::NotCancellable:
        return {409, {}, u"Trip cannot be cancelled in its current status"_s};
    case TripRefusal::DeliveryNotEligible:
        return {409, {}, u"Delivery is not eligible to be added to a trip"_s};
    case TripRefusal::DeliveryInAnotherTrip:
        return {409, {}, u"Delivery is already assigned to another trip"_s};
    case TripRefusal::DeliveryNotInTrip:
        return {409, {}, u"Delivery is not linked to this trip"_s};
    case TripRefusal::OrderMismatch:
        return {409, {}, u"Reorder list must contain all trip deliveries — no more, no less"_s};
    case TripRefusal::DriverMismatch:
        return {409, {}, u"You are not the assigned driver for this trip"_s};
    case TripRefusal::InvalidDeliveryStep:
        return {409, u"delivery_invalid_transition"_s, u"Invalid delivery status transition"_s};
    case TripRefusal::NotReturnable:
        return {409, u"delivery_not_returnable"_s, u"Delivery is not in a returnable state"_s};
    case TripRefusal::ReturnAlreadyRequested:
        return {409, u"return_already_requested"_s, u"Delivery already has a return request"_s};
    case TripRefusal::ReturnAlreadyDecided:
        return {409, u"return_already_decided"_s, u"Return request is already approved or rejected"_s};
    }
    Q_UNREACHABLE();
}

DeliveryStage stageOf(DeliveryStatus status)
{
    using enum DeliveryStatus;
    switch (status) {
    case Draft:
    case Pending:
    case StagedAtWarehouse:
    case Assigned:
        return DeliveryStage::Waiting;
    case PickedUp:
    case InTransit:
        return DeliveryStage::OnTheRoad;
    case Delivered:
    case Failed:
    case Returned:
    case Cancelled:
        return DeliveryStage::Done;
    }
    Q_UNREACHABLE();
}

bool isTripStatus(DeliveryStatus status)
{
    return stageOf(status) == DeliveryStage::Waiting;
}

TripRefusal canEditTrip(const Trip& trip)
{
    return trip.state.is(TripStatus::Planned) ? TripRefusal::None : TripRefusal::NotEditable;
}

TripRefusal canCancelTrip(const Trip& trip)
{
    return trip.state.is(TripStatus::Planned) ? TripRefusal::None : TripRefusal::NotCancellable;
}

TripRefusal canJoinTrip(const Delivery& delivery, const std::optional<TripId>& trip)
{
    if (delivery.tripId)
        return delivery.tripId == trip ? TripRefusal::None : TripRefusal::DeliveryInAnotherTrip;
    const bool waits = delivery.state.known && isTripStatus(*delivery.state.known);
    return waits && !delivery.isHybridParent ? TripRefusal::None : TripRefusal::DeliveryNotEligible;
}

TripRefusal canReorder(std::span<const DeliveryId> members, std::span<const DeliveryId> order)
{
    const QSet<DeliveryId> wanted(members.begin(), members.end()), named(order.begin(), order.end());
    return order.size() == members.size() && wanted == named ? TripRefusal::None : TripRefusal::OrderMismatch;
}

DeliveryStatus statusAfter(DeliveryAction action)
{
    switch (action) {
    case DeliveryAction::PickedUp:
        return DeliveryStatus::PickedUp;
    case DeliveryAction::InTransit:
        return DeliveryStatus::InTransit;
    case DeliveryAction::Delivered:
        return DeliveryStatus::Delivered;
    case DeliveryAction::Failed:
        return DeliveryStatus::Failed;
    }
    Q_UNREACHABLE();
}

TripRefusal canAct(const Trip& trip, const std::optional<DriverId>& actor, DeliveryStatus from, DeliveryAction action)
{
    if (!trip.driver || !actor || trip.driver->id != *actor)
        return TripRefusal::DriverMismatch;
    if (!trip.state.is(TripStatus::Planned) && !trip.state.is(TripStatus::InProgress))
        return TripRefusal::InvalidDeliveryStep;
    const DeliveryStage stage = stageOf(from);
    const bool fits = [&] {
        switch (action) {
        case DeliveryAction::PickedUp:
            return stage == DeliveryStage::Waiting;
        case DeliveryAction::InTransit:
            return from == DeliveryStatus::PickedUp;
        case DeliveryAction::Delivered:
            return stage == DeliveryStage::OnTheRoad;
        case DeliveryAction::Failed: // at the door, or because there was nothing to pick up
            return stage != DeliveryStage::Done;
        }
        Q_UNREACHABLE();
    }();
    return fits ? TripRefusal::None : TripRefusal::InvalidDeliveryStep;
}

TripRefusal canRequestReturn(const Delivery& delivery, std::span<const ReturnRequest> earlier)
{
    for (const ReturnRequest& request : earlier) {
        if (!request.state.is(ReturnRequestStatus::Rejected))
            return TripRefusal::ReturnAlreadyRequested;
    }
    const bool left = delivery.state.known && stageOf(*delivery.state.known) != DeliveryStage::Waiting;
    return left && !delivery.state.is(DeliveryStatus::Cancelled) ? TripRefusal::None : TripRefusal::NotReturnable;
}

TripStatus follow(TripStatus now, std::span<const DeliveryStatus> deliveries)
{
    switch (now) {
    case TripStatus::Completed:
    case TripStatus::Cancelled:
        return now;
    case TripStatus::Planned:
    case TripStatus::InProgress:
        break;
    }
    // What was returned or cancelled may never have been picked up: neither sets a planned trip going.
    const bool started =
        now == TripStatus::InProgress || std::any_of(deliveries.begin(), deliveries.end(), [](DeliveryStatus status) {
            return stageOf(status) == DeliveryStage::OnTheRoad || status == DeliveryStatus::Delivered ||
                   status == DeliveryStatus::Failed;
        });
    if (!started)
        return now;
    const bool done = std::all_of(deliveries.begin(), deliveries.end(),
                                  [](DeliveryStatus status) { return stageOf(status) == DeliveryStage::Done; });
    return done ? TripStatus::Completed : TripStatus::InProgress;
}

TripSummary summaryOf(std::span<const Delivery> deliveries)
{
    TripSummary sum;
    sum.total = static_cast<int>(deliveries.size());
    for (const Delivery& delivery : deliveries) {
        if (!delivery.state.known)
            continue;
        switch (*delivery.state.known) {
        case DeliveryStatus::Draft:
        case DeliveryStatus::Pending:
        case DeliveryStatus::StagedAtWarehouse:
        case DeliveryStatus::Assigned:
            ++sum.planned;
            break;
        case DeliveryStatus::PickedUp:
        case DeliveryStatus::InTransit:
            ++sum.inProgress;
            break;
        case DeliveryStatus::Delivered:
            ++sum.delivered;
            break;
        case DeliveryStatus::Returned:
            ++sum.returned;
            break;
        case DeliveryStatus::Cancelled:
            ++sum.cancelled;
            break;
        case DeliveryStatus::Failed:
            break;
        }
    }
    return sum;
}

} // namespace waydesk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/tripcommands.h"

#include <algorithm>

namespace waydesk {

namespace {

template<class Ref>
void change(std::optional<Ref>& ref, const std::optional<decltype(Ref::id)>& to)
{
    if (!to) {
        ref.reset();
    } else if (!ref || ref->id != *to) {
        ref.emplace(); // the name is looked up by id; a stale one would lie
        ref->id = *to;
    }
}

struct Applier
{
    Trip trip;

    void operator()(const CreateTrip& c)
    {
        trip = Trip{};
        trip.id = c.localId;
        trip.notes = c.notes;
        if (c.type)
            trip.type = *c.type;
        change(trip.driver, c.driver);
        change(trip.vehicle, c.vehicle);
        trip.itemCount = static_cast<int>(c.deliveries.size());
    }
    void operator()(const UpdateTrip& c)
    {
        if (c.driver)
            change(trip.driver, *c.driver);
        if (c.vehicle)
            change(trip.vehicle, *c.vehicle);
        if (c.type) {
            trip.type.reset();
            if (*c.type)
                trip.type = **c.type;
        }
        if (c.notes)
            trip.notes = *c.notes;
    }
    void operator()(const SyncTripDeliveries& c) { trip.itemCount = static_cast<int>(c.deliveries.size()); }
    void operator()(const RemoveFromTrip&) { trip.itemCount = std::max(0, trip.itemCount.value_or(1) - 1); }
    void operator()(const ReorderTrip&) {}
    void operator()(const CancelTrip&) { trip.state = TripStatus::Cancelled; }
    template<class Other>
    requires(!TripCommand<Other>) void operator()(const Other&) {}
};

struct Members
{
    QList<DeliveryId> ids;

    void operator()(const CreateTrip& c) { ids = inSequence(c.deliveries); }
    void operator()(const SyncTripDeliveries& c) { ids = inSequence(c.deliveries); }
    void operator()(const RemoveFromTrip& c) { ids.removeAll(c.delivery); }
    void operator()(const ReorderTrip& c) { ids = c.order; }
    void operator()(const UpdateTrip&) {}
    void operator()(const CancelTrip&) {}
    template<class Other>
    requires(!TripCommand<Other>) void operator()(const Other&) {}
};

struct Judge
{
    const Trip& trip;
    const QList<DeliveryId>& members;

    TripRefusal operator()(const CreateTrip&) const { return TripRefusal::None; }
    TripRefusal operator()(const UpdateTrip&) const { return canEditTrip(trip); }
    TripRefusal operator()(const SyncTripDeliveries&) const { return canEditTrip(trip); }
    TripRefusal operator()(const RemoveFromTrip& c) const
    {
        const TripRefusal refusal = canEditTrip(trip);
        if (refusal != TripRefusal::None)
            return refusal;
        return members.contains(c.delivery) ? TripRefusal::None : TripRefusal::DeliveryNotInTrip;
    }
    TripRefusal operator()(const ReorderTrip& c) const
    {
        const TripRefusal refusal = canEditTrip(trip);
        return refusal != TripRefusal::None ? refusal : canReorder(members, c.order);
    }
    TripRefusal operator()(const CancelTrip&) const { return canCancelTrip(trip); }
    template<class Other>
    requires(!TripCommand<Other>) TripRefusal operator()(const Other&) const { return TripRefusal::None; }
};

} // namespace

std::optional<Trip> applyToTrip(const Command& command, const std::optional<Trip>& before)
{
    if (!before && !std::holds_alternative<CreateTrip>(command))
        return std::nullopt;
    Applier applier{before.value_or(Trip{})};
    std::visit(applier, command);
    return std::move(applier.trip);
}

QList<DeliveryId> inSequence(const QList<TripMember>& members)
{
    std::vector<std::pair<int, DeliveryId>> places;
    for (qsizetype i = 0; i < members.size(); ++i)
        places.emplace_back(members[i].sequence.value_or(static_cast<int>(i) + 1), members[i].delivery);
    std::stable_sort(places.begin(), places.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    QList<DeliveryId> order;
    for (auto& [sequence, delivery] : places)
        order << std::move(delivery);
    return order;
}

QList<DeliveryId> membersAfter(const Command& command, QList<DeliveryId> members)
{
    Members after{std::move(members)};
    std::visit(after, command);
    return std::move(after.ids);
}

TripRefusal judgeTripCommand(const Command& command, const Trip& expected, const QList<DeliveryId>& members)
{
    return std::visit(Judge{expected, members}, command);
}

QList<Command> detachThenCancel(const TripId& trip)
{
    return {SyncTripDeliveries{trip, {}}, CancelTrip{trip}};
}

} // namespace waydesk

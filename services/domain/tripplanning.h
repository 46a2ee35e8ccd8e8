// SPDX-License-Identifier: GPL-3.0-or-later
// A trip that is being planned: what its parcels' order means on the road (the stops as the server will draw them, when
// the van is where, what it carries), and a better order where there is one. Guesses of the road unless a matrix of the
// stops is handed in. Pure; propose() takes as long as it is told and belongs on a thread of its own.
#pragma once

#include "services/domain/delivery.h"
#include "services/domain/routing/optimise.h"
#include "services/domain/tripstops.h"

#include <QSet>

namespace waydesk {

struct PlannedTrip
{
    QList<Delivery> parcels; // in the order of their sequence
    Instant departure{};
    std::optional<Quantity> capacity;  // of the van, units
    std::chrono::seconds service{180}; // at each stop
    routing::RoadGuess road;
    QSet<DeliveryId> pinned; // their dropoff stays at its place in the order
};

struct PlannedStop
{
    TripStop stop; // members: indexes into the parcels
    Instant arrives{}, leaves{};
    std::chrono::seconds late{}; // against the parcels' windows, where they have any
    routing::LateReason reason = routing::LateReason::None;
    std::optional<int> because; // the stop whose waiting made it late
    Quantity loadAfter;
    bool isPlaced = true; // false: nobody knows where it is; the way to it and from it is not counted
    bool operator==(const PlannedStop&) const = default;
};

struct PlanAccount
{
    QList<PlannedStop> stops;
    qint64 metres = 0;
    std::chrono::seconds duration{}; // from the departure until the last stop is done
    int lateStops = 0, unplaced = 0;
    Quantity load;    // the most that the van carries
    bool fits = true; // in the van, where its capacity is known
    bool operator==(const PlanAccount&) const = default;
};

// The places of the stops in the order of account(): what a matrix is asked for. Empty: some stop has no place.
QList<QGeoCoordinate> placesOf(const PlannedTrip& trip);

// `travel`: of placesOf() with the start, which is the first of them, once more behind; nullopt: guessed.
PlanAccount account(const PlannedTrip& trip, const std::optional<routing::TravelMatrix>& travel = {});

struct OrderProposal
{
    QList<DeliveryId> order;
    PlanAccount before, after;
    int moved = 0; // stops whose moving makes the one order of the other
};

// nullopt: the present order is as good as any that was found. The same trip, seed and iterations give the same answer.
std::optional<OrderProposal> propose(const PlannedTrip& trip, quint64 seed, const routing::Budget& budget,
                                     const std::optional<routing::TravelMatrix>& travel = {});

// The parcels' order once a dropoff stop of account() has moved up or down by so many stops, as far as it can.
QList<DeliveryId> movedBy(const PlannedTrip& trip, qsizetype stop, int by);
QList<DeliveryId> movedTo(const PlannedTrip& trip, qsizetype stop, qsizetype dropoff); // its place among the dropoffs

// What a full replace of the trip's parcels changes against those that it has.
struct MembersDifference
{
    QList<DeliveryId> joining, leaving;
    bool isReordered = false; // those that stay stand in another order
    bool isNothing() const { return joining.isEmpty() && leaving.isEmpty() && !isReordered; }
    bool operator==(const MembersDifference&) const = default;
};
MembersDifference differenceOf(const QList<DeliveryId>& present, const QList<DeliveryId>& wanted);

} // namespace waydesk

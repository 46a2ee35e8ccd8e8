// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/tripplanning.h"

#include <algorithm>
#include <numeric>

namespace waydesk {

namespace {

using routing::Account;
using std::chrono::seconds;

constexpr qint64 kLoadUnit = 10; // thousandths of a unit

int loadOf(const Quantity& units)
{
    return static_cast<int>((units.thousandths + kLoadUnit - 1) / kLoadUnit);
}

seconds onTheClock(Instant at)
{
    return std::chrono::duration_cast<seconds>(at.time_since_epoch());
}

struct Made
{
    QList<TripStop> stops;
    std::optional<routing::Trip> trip; // nullopt: there are no stops, or nobody knows where any of them is
};

std::optional<QGeoCoordinate> anyPlace(const QList<TripStop>& stops)
{
    for (const TripStop& stop : stops) {
        if (stop.position.isValid())
            return stop.position;
    }
    return std::nullopt;
}

Quantity unitsOf(const PlannedTrip& trip, const TripStop& stop)
{
    Quantity sum{};
    for (const qsizetype member : stop.members)
        sum.thousandths += trip.parcels[member].unitSize.thousandths;
    return sum;
}

// The windows of a stop's parcels meet, or the first to close counts.
std::optional<routing::TimeWindow> windowOf(const PlannedTrip& trip, const TripStop& stop)
{
    std::optional<routing::TimeWindow> window;
    for (const qsizetype member : stop.members) {
        const auto& own = trip.parcels[member].window;
        if (stop.kind != StopKind::Dropoff || !own)
            continue;
        const routing::TimeWindow here{onTheClock(own->opens), onTheClock(own->closes)};
        window = window
                     ? routing::TimeWindow{std::max(window->opens, here.opens), std::min(window->closes, here.closes)}
                     : here;
    }
    if (window && window->opens > window->closes)
        window->opens = window->closes;
    return window;
}

Made make(const PlannedTrip& trip, const std::optional<routing::TravelMatrix>& travel)
{
    Made made{stopsOf(trip.parcels), std::nullopt};
    const auto start = anyPlace(made.stops);
    if (!start)
        return made;
    routing::Problem problem;
    problem.start = *start;
    problem.departure = onTheClock(trip.departure);
    problem.road = trip.road;
    QGeoCoordinate before = *start;
    QList<int> pickupOf(trip.parcels.size(), -1);
    for (int i = 0; i < made.stops.size(); ++i) {
        const TripStop& from = made.stops[i];
        routing::Stop stop;
        stop.position = from.position.isValid() ? from.position : before; // no way to it and none from it
        before = stop.position;
        stop.service = trip.service;
        stop.window = windowOf(trip, from);
        const int load = loadOf(unitsOf(trip, from));
        stop.load = from.kind == StopKind::Pickup ? load : -load;
        for (const qsizetype member : from.members) {
            if (from.kind == StopKind::Pickup)
                pickupOf[member] = i;
            else if (pickupOf[member] >= 0)
                problem.precedences.push_back({pickupOf[member], i});
            if (from.kind == StopKind::Dropoff && trip.pinned.contains(trip.parcels[member].id))
                stop.lock = {routing::Lock::Kind::At, i};
        }
        problem.stops.push_back(stop);
    }
    std::ranges::sort(problem.precedences, {},
                      [](const routing::Precedence& p) { return std::pair(p.pickup, p.dropoff); });
    problem.precedences.erase(std::unique(problem.precedences.begin(), problem.precedences.end()),
                              problem.precedences.end());
    if (trip.capacity)
        problem.capacity = loadOf(*trip.capacity);
    if (travel && travel->places == made.stops.size() + 1)
        problem.travel = travel;
    if (auto sound = routing::Trip::make(std::move(problem)); sound.ok())
        made.trip = std::move(sound).value();
    return made;
}

QList<DeliveryId> idsOf(const QList<Delivery>& parcels)
{
    QList<DeliveryId> ids;
    for (const Delivery& parcel : parcels)
        ids.append(parcel.id);
    return ids;
}

// The parcels by their dropoffs, which stand in this order.
QList<DeliveryId> byDropoffs(const PlannedTrip& trip, const QList<TripStop>& dropoffs)
{
    QList<DeliveryId> order;
    for (const TripStop& stop : dropoffs) {
        for (const qsizetype member : stop.members)
            order.append(trip.parcels[member].id);
    }
    return order;
}

QList<TripStop> dropoffsOf(const QList<TripStop>& stops)
{
    QList<TripStop> dropoffs;
    std::ranges::copy_if(stops, std::back_inserter(dropoffs),
                         [](const TripStop& stop) { return stop.kind == StopKind::Dropoff; });
    return dropoffs;
}

PlannedTrip reordered(const PlannedTrip& trip, const QList<DeliveryId>& order)
{
    PlannedTrip other = trip;
    std::ranges::stable_sort(other.parcels, {}, [&](const Delivery& parcel) { return order.indexOf(parcel.id); });
    return other;
}

} // namespace

QList<QGeoCoordinate> placesOf(const PlannedTrip& trip)
{
    QList<QGeoCoordinate> places;
    for (const TripStop& stop : stopsOf(trip.parcels)) {
        if (!stop.position.isValid())
            return {};
        places.append(stop.position);
    }
    if (!places.isEmpty())
        places.append(places.first());
    return places;
}

PlanAccount account(const PlannedTrip& trip, const std::optional<routing::TravelMatrix>& travel)
{
    const Made made = make(trip, travel);
    PlanAccount result;
    std::optional<Account> told;
    if (made.trip) {
        std::vector<int> order(static_cast<size_t>(made.stops.size()));
        std::iota(order.begin(), order.end(), 0);
        told = routing::evaluate(*made.trip, order);
        result.metres = told->metres;
        result.duration = told->duration;
    }
    Quantity load{};
    for (qsizetype i = 0; i < made.stops.size(); ++i) {
        PlannedStop stop;
        stop.stop = made.stops[i];
        stop.isPlaced = stop.stop.position.isValid();
        result.unplaced += stop.isPlaced ? 0 : 1;
        const Quantity units = unitsOf(trip, stop.stop);
        load.thousandths += stop.stop.kind == StopKind::Pickup ? units.thousandths : -units.thousandths;
        stop.loadAfter = load;
        result.load.thousandths = std::max(result.load.thousandths, load.thousandths);
        if (told && static_cast<size_t>(i) < told->visits.size()) {
            const routing::Visit& visit = told->visits[static_cast<size_t>(i)];
            stop.arrives = Instant{visit.arrival};
            stop.leaves = Instant{visit.begins + trip.service};
            stop.late = visit.late;
            stop.reason = visit.reason;
            stop.because = visit.because;
            result.lateStops += visit.late > seconds{0} ? 1 : 0;
        } else {
            stop.arrives = stop.leaves = trip.departure;
        }
        result.stops.append(stop);
    }
    result.fits = !trip.capacity || result.load.thousandths <= trip.capacity->thousandths;
    return result;
}

std::optional<OrderProposal> propose(const PlannedTrip& trip, quint64 seed, const routing::Budget& budget,
                                     const std::optional<routing::TravelMatrix>& travel)
{
    const Made made = make(trip, travel);
    if (!made.trip || made.trip->size() < 3)
        return std::nullopt;
    const routing::Plan plan = routing::optimise(*made.trip, seed, budget);
    if (!plan.isFeasible())
        return std::nullopt;
    QList<TripStop> dropoffs;
    for (const int stop : plan.account.order) {
        if (made.stops[stop].kind == StopKind::Dropoff)
            dropoffs.append(made.stops[stop]);
    }
    OrderProposal proposal;
    proposal.order = byDropoffs(trip, dropoffs);
    // The server draws the stops from the parcels' order: what it will draw is what counts, not what the search had.
    const PlannedTrip better = reordered(trip, proposal.order);
    if (better.parcels.size() != trip.parcels.size() || idsOf(better.parcels) != proposal.order)
        return std::nullopt;
    proposal.before = account(trip, travel);
    std::optional<routing::TravelMatrix> turned;
    const QList<TripStop> drawn = stopsOf(better.parcels);
    std::vector<int> from; // of each stop as it will be drawn: where it stood
    for (const TripStop& stop : drawn) {
        const auto same = std::ranges::find_if(made.stops, [&](const TripStop& old) {
            return old.kind == stop.kind && trip.parcels[old.members.first()].id != DeliveryId{} &&
                   std::ranges::any_of(stop.members, [&](qsizetype member) {
                       return std::ranges::any_of(old.members, [&](qsizetype before) {
                           return trip.parcels[before].id == better.parcels[member].id;
                       });
                   });
        });
        from.push_back(static_cast<int>(same - made.stops.begin()));
    }
    if (made.trip->problem().travel && travel && travel->places == made.stops.size() + 1) {
        from.push_back(travel->places - 1); // the start
        turned.emplace();
        turned->places = travel->places;
        for (const int a : from) {
            for (const int b : from)
                turned->legs.push_back(travel->leg(a, b));
        }
        from.pop_back();
    }
    proposal.after = account(better, turned);
    const auto cost = [](const PlanAccount& a) {
        std::chrono::seconds late{0};
        for (const PlannedStop& stop : a.stops)
            late += stop.late;
        return std::pair(late, a.duration);
    };
    if (cost(proposal.after) >= cost(proposal.before))
        return std::nullopt;
    std::vector<int> same(from.size());
    std::iota(same.begin(), same.end(), 0);
    proposal.moved = static_cast<int>(
        routing::compare(routing::evaluate(*made.trip, same), routing::evaluate(*made.trip, from)).moved.size());
    return proposal;
}

QList<DeliveryId> movedBy(const PlannedTrip& trip, qsizetype stop, int by)
{
    const QList<TripStop> stops = stopsOf(trip.parcels);
    if (stop < 0 || stop >= stops.size() || stops[stop].kind != StopKind::Dropoff)
        return idsOf(trip.parcels);
    const qsizetype here = dropoffsOf(stops.first(stop)).size();
    return movedTo(trip, stop, here + by);
}

QList<DeliveryId> movedTo(const PlannedTrip& trip, qsizetype stop, qsizetype dropoff)
{
    const QList<TripStop> stops = stopsOf(trip.parcels);
    if (stop < 0 || stop >= stops.size() || stops[stop].kind != StopKind::Dropoff)
        return idsOf(trip.parcels);
    QList<TripStop> dropoffs = dropoffsOf(stops);
    const qsizetype here = dropoffsOf(stops.first(stop)).size();
    dropoffs.move(here, std::clamp<qsizetype>(dropoff, 0, dropoffs.size() - 1));
    return byDropoffs(trip, dropoffs);
}

MembersDifference differenceOf(const QList<DeliveryId>& present, const QList<DeliveryId>& wanted)
{
    MembersDifference difference;
    QList<DeliveryId> staying;
    for (const DeliveryId& id : present) {
        if (wanted.contains(id))
            staying.append(id);
        else
            difference.leaving.append(id);
    }
    QList<DeliveryId> kept;
    for (const DeliveryId& id : wanted) {
        if (present.contains(id))
            kept.append(id);
        else
            difference.joining.append(id);
    }
    difference.isReordered = kept != staying;
    return difference;
}

} // namespace waydesk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/routing/trip.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::routing {

namespace {

Error refused(const QString& code, const QString& field, const QString& message)
{
    return {Error::Kind::Rejected, 0, code, {}, field + u": "_s + message, {{field, message}}};
}

QString fieldOf(int stop, QLatin1StringView part)
{
    return u"stops[%1].%2"_s.arg(QString::number(stop), QString(part));
}

bool isTime(seconds time)
{
    return time >= -kLatestTime && time <= kLatestTime;
}

bool isLoad(int load)
{
    return load >= -kHeaviestLoad && load <= kHeaviestLoad;
}

std::optional<Error> faultOfStop(const Stop& stop, int index, int stops)
{
    if (stop.service.count() < 0 || stop.service > kLongestService)
        return refused(u"service_time_invalid"_s, fieldOf(index, "service"_L1), u"is no time that a visit takes"_s);
    if (stop.window && stop.window->closes < stop.window->opens)
        return refused(u"window_invalid"_s, fieldOf(index, "window"_L1), u"closes before it opens"_s);
    if (stop.window && (!isTime(stop.window->opens) || !isTime(stop.window->closes)))
        return refused(u"window_invalid"_s, fieldOf(index, "window"_L1), u"is too far off"_s);
    if (!isLoad(stop.load))
        return refused(u"load_invalid"_s, fieldOf(index, "load"_L1), u"is no load of a van"_s);
    if (stop.lock.kind == Lock::Kind::At && (stop.lock.position < 0 || stop.lock.position >= stops))
        return refused(u"lock_invalid"_s, fieldOf(index, "lock"_L1), u"there is no such position"_s);
    return {};
}

std::optional<Error> faultOfPrecedence(const Precedence& pair, int index, int stops)
{
    const auto isStop = [&](int stop) { return stop >= 0 && stop < stops; };
    if (isStop(pair.pickup) && isStop(pair.dropoff) && pair.pickup != pair.dropoff)
        return {};
    return refused(u"precedence_invalid"_s, u"precedences[%1]"_s.arg(index), u"does not name two stops"_s);
}

std::optional<Error> faultOfMatrix(const TravelMatrix& travel, int stops)
{
    const QString field = u"travel"_s, code = u"travel_invalid"_s;
    const auto places = static_cast<size_t>(std::max(travel.places, 0));
    if ((travel.places != stops + 1 && travel.places != stops + 2) || travel.legs.size() != places * places)
        return refused(code, field, u"%1 places for %2 stops"_s.arg(travel.places).arg(stops));
    for (size_t i = 0; i < travel.legs.size(); ++i) {
        const Leg& leg = travel.legs[i];
        if (std::min(leg.metres, leg.seconds) < 0 || std::max(leg.metres, leg.seconds) > kLongestLeg)
            return refused(code, u"travel[%1][%2]"_s.arg(i / places).arg(i % places), u"is no leg of a road"_s);
    }
    return {};
}

// Every place in the matrix's order, or which one is not on the globe.
Result<std::vector<QGeoCoordinate>> placesOf(const Problem& problem)
{
    std::vector<QGeoCoordinate> places;
    places.reserve(problem.stops.size() + 2);
    const QString code = u"position_invalid"_s, message = u"is not a place on the globe"_s;
    for (const Stop& stop : problem.stops) {
        if (!stop.position.isValid())
            return refused(code, fieldOf(static_cast<int>(places.size()), "position"_L1), message);
        places.push_back(stop.position);
    }
    if (!problem.start.isValid())
        return refused(code, u"start"_s, message);
    places.push_back(problem.start);
    if (problem.end && !problem.end->isValid())
        return refused(code, u"end"_s, message);
    if (problem.end)
        places.push_back(*problem.end);
    return places;
}

std::optional<Error> faultOfRoad(const RoadGuess& road)
{
    const bool moves = !road.bands.empty() && std::ranges::all_of(road.bands, [](const SpeedBand& band) {
        return band.kmPerHour >= 1 && band.kmPerHour <= 500;
    });
    if (moves && road.roadFactor >= 1 && road.roadFactor <= 10)
        return {};
    return refused(u"road_invalid"_s, u"road"_s, u"no speed, or a road shorter than the great circle"_s);
}

bool loadsAlwaysFit(const Problem& problem)
{
    if (!problem.capacity)
        return true;
    qint64 most = problem.startLoad;
    for (const Stop& stop : problem.stops)
        most += std::max(stop.load, 0);
    return most <= *problem.capacity;
}

} // namespace

Result<Trip> Trip::make(Problem problem)
{
    const auto stops = static_cast<int>(problem.stops.size());
    for (int i = 0; i < stops; ++i) {
        if (auto fault = faultOfStop(problem.stops[static_cast<size_t>(i)], i, stops))
            return *fault;
    }
    for (size_t i = 0; i < problem.precedences.size(); ++i) {
        if (auto fault = faultOfPrecedence(problem.precedences[i], static_cast<int>(i), stops))
            return *fault;
    }
    if (problem.latenessWeight < 0 || problem.latenessWeight > kDearestLateness)
        return refused(u"lateness_weight_invalid"_s, u"latenessWeight"_s, u"is no price"_s);
    if (!isTime(problem.departure))
        return refused(u"departure_invalid"_s, u"departure"_s, u"is too far off"_s);
    if (!isLoad(problem.startLoad))
        return refused(u"load_invalid"_s, u"startLoad"_s, u"is no load of a van"_s);
    if (problem.travel) {
        if (auto fault = faultOfMatrix(*problem.travel, stops))
            return *fault;
    } else {
        if (auto fault = faultOfRoad(problem.road))
            return *fault;
        const auto places = placesOf(problem);
        if (!places)
            return places.error();
        problem.travel = guessTravel(*places, problem.road);
    }

    Trip trip;
    if (problem.travel->places == stops + 2)
        trip.m_end = stops + 1;
    trip.m_before.resize(problem.stops.size());
    trip.m_after.resize(problem.stops.size());
    for (const Precedence& pair : problem.precedences) {
        trip.m_before[static_cast<size_t>(pair.dropoff)].push_back(pair.pickup);
        trip.m_after[static_cast<size_t>(pair.pickup)].push_back(pair.dropoff);
    }
    const auto isFree = [](const Stop& stop) { return !stop.window && stop.lock.kind == Lock::Kind::Free; };
    trip.m_plain = problem.precedences.empty() && std::ranges::all_of(problem.stops, isFree) && loadsAlwaysFit(problem);
    trip.m_problem = std::move(problem);
    return trip;
}

std::optional<int> Trip::lockedAt(int index) const
{
    const Lock& lock = stop(index).lock;
    switch (lock.kind) {
    case Lock::Kind::Free:
        return {};
    case Lock::Kind::First:
        return 0;
    case Lock::Kind::Last:
        return size() - 1;
    case Lock::Kind::At:
        return lock.position;
    }
    return {};
}

} // namespace waydesk::routing

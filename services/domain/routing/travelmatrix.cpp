// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/routing/travelmatrix.h"

#include <algorithm>
#include <cmath>

namespace waydesk::routing {

Leg guessLeg(const QGeoCoordinate& from, const QGeoCoordinate& to, const RoadGuess& guess)
{
    const double metres = from.distanceTo(to) * guess.roadFactor;
    double seconds = 0, driven = 0;
    for (size_t i = 0; i < guess.bands.size() && driven < metres; ++i) {
        const bool last = i + 1 == guess.bands.size();
        const double until = last ? metres : std::min(metres, guess.bands[i].kilometres * 1000);
        if (until <= driven)
            continue;
        seconds += (until - driven) * 3.6 / guess.bands[i].kmPerHour;
        driven = until;
    }
    return {static_cast<qint32>(std::lround(metres)), static_cast<qint32>(std::lround(seconds))};
}

TravelMatrix guessTravel(std::span<const QGeoCoordinate> places, const RoadGuess& guess)
{
    TravelMatrix matrix{static_cast<int>(places.size()), std::vector<Leg>(places.size() * places.size())};
    for (size_t from = 0; from < places.size(); ++from) {
        for (size_t to = from + 1; to < places.size(); ++to) {
            const Leg leg = guessLeg(places[from], places[to], guess);
            matrix.legs[from * places.size() + to] = leg;
            matrix.legs[to * places.size() + from] = leg;
        }
    }
    return matrix;
}

} // namespace waydesk::routing

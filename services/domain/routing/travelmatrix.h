// SPDX-License-Identifier: GPL-3.0-or-later
// What every leg between two places costs, in whole metres and seconds. It need not be symmetric (one-way streets).
// Handed in from a routing service's table, or guessed here: the great circle, stretched by how much longer roads are,
// at a speed that grows with the length of the leg. Values only, any thread.
#pragma once

#include <QGeoCoordinate>
#include <span>
#include <vector>

namespace waydesk::routing {

struct Leg
{
    qint32 metres = 0, seconds = 0;
    bool operator==(const Leg&) const = default;
};

// More than any road is long: a leg beyond it (or below nothing) is not believed.
inline constexpr qint32 kLongestLeg = 100'000'000;

struct TravelMatrix
{
    int places = 0;
    std::vector<Leg> legs; // row by row: legs[from * places + to]

    const Leg& leg(int from, int to) const
    {
        return legs[static_cast<size_t>(from) * static_cast<size_t>(places) + static_cast<size_t>(to)];
    }
    bool operator==(const TravelMatrix&) const = default;
};

// The part of a leg up to `kilometres` is driven at `kmPerHour`; the last band has no end.
struct SpeedBand
{
    double kilometres = 0;
    double kmPerHour = 0;
};

struct RoadGuess
{
    double roadFactor = 1.3;                                  // road over great circle
    std::vector<SpeedBand> bands{{3, 25}, {15, 45}, {0, 80}}; // streets, main roads, between towns
};

Leg guessLeg(const QGeoCoordinate& from, const QGeoCoordinate& to, const RoadGuess& guess);
// Every place must be valid.
TravelMatrix guessTravel(std::span<const QGeoCoordinate> places, const RoadGuess& guess);

} // namespace waydesk::routing

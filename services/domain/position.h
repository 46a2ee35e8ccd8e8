// SPDX-License-Identifier: GPL-3.0-or-later
// Where a driver was, as a device or a partner reports it, and the rule that judges a report against the last one that
// was accepted. Pure; shared by every way in, so that no feed can move a driver where another could not.
#pragma once

#include "services/domain/id.h"
#include "services/domain/instant.h"

#include <QGeoCoordinate>
#include <array>
#include <optional>

namespace waydesk {

struct Position
{
    DriverId driver;
    Instant at{};
    QGeoCoordinate coordinate;      // WGS 84 degrees; invalid: out of range, or no number
    std::optional<double> heading;  // degrees clockwise from north, 0 to 360
    std::optional<double> speed;    // km/h
    std::optional<double> accuracy; // m, the radius that the receiver itself believes in
    bool operator==(const Position&) const = default;
};

enum class PositionVerdict {
    Accepted,
    Duplicate,  // the last one once more
    OutOfOrder, // not newer than the last one
    OutOfRange, // no latitude or longitude: beyond the poles or the date line, or not a number
    NoFix,      // 0/0, which is what a receiver without a fix sends
    InFuture,
    TooFast, // by its own word
    Jump,    // from the last one to here, no vehicle makes it
};
inline constexpr std::array kPositionVerdicts{
    PositionVerdict::Accepted, PositionVerdict::Duplicate, PositionVerdict::OutOfOrder, PositionVerdict::OutOfRange,
    PositionVerdict::NoFix,    PositionVerdict::InFuture,  PositionVerdict::TooFast,    PositionVerdict::Jump};

// Above what any delivery vehicle does on any road, motorbikes included; what is faster is a reflected signal, or a
// second device under the same name.
inline constexpr double kFastestVehicle = 250; // km/h
// How far a fix may be off without its vehicle having moved. A receiver says so itself, and is believed up to a bound:
// with a radius of its own choice it could explain any jump.
inline constexpr double kUsualAccuracy = 50, kLeastTrustedAccuracy = 200; // m
// Phones and servers disagree about the time by seconds. Not more: an accepted time in the future puts every right
// report out of order until it has come.
inline constexpr std::chrono::minutes kClockAhead{2};
// The last position stops being a measure of speed after this long without another. So one wrong fix that was accepted
// shuts its driver out for an hour at most.
inline constexpr std::chrono::hours kMeasuresFor{1};

PositionVerdict judgePosition(const Position& report, const std::optional<Position>& last, Instant now);

// Whether the report says what cannot be; false too for one that comes twice or late, as honest ones do.
bool isImpossible(PositionVerdict verdict);
QString word(PositionVerdict verdict);

} // namespace waydesk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/position.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace waydesk {

namespace {

double radius(const Position& position)
{
    return std::clamp(position.accuracy.value_or(kUsualAccuracy), 0.0, kLeastTrustedAccuracy);
}

bool isJump(const Position& report, const Position& last)
{
    const auto time = report.at - last.at;
    if (time > kMeasuresFor)
        return false;
    const double seconds = std::chrono::duration<double>(time).count();
    const double surely = last.coordinate.distanceTo(report.coordinate) - radius(report) - radius(last);
    return surely > kFastestVehicle / 3.6 * seconds;
}

} // namespace

PositionVerdict judgePosition(const Position& report, const std::optional<Position>& last, Instant now)
{
    using enum PositionVerdict;
    if (!report.coordinate.isValid())
        return OutOfRange;
    // Exactly: the Gulf of Guinea has no roads, but coordinates that are small are no mistake of their own.
    if (report.coordinate.latitude() == 0 && report.coordinate.longitude() == 0)
        return NoFix;
    if (report.at > now + kClockAhead)
        return InFuture;
    if (report.speed && !(*report.speed <= kFastestVehicle))
        return TooFast;
    if (!last)
        return Accepted;
    if (report.at == last->at && report.coordinate == last->coordinate)
        return Duplicate;
    if (report.at <= last->at)
        return OutOfOrder;
    return isJump(report, *last) ? Jump : Accepted;
}

bool isImpossible(PositionVerdict verdict)
{
    switch (verdict) {
    case PositionVerdict::Accepted:
    case PositionVerdict::Duplicate:
    case PositionVerdict::OutOfOrder:
        return false;
    case PositionVerdict::OutOfRange:
    case PositionVerdict::NoFix:
    case PositionVerdict::InFuture:
    case PositionVerdict::TooFast:
    case PositionVerdict::Jump:
        return true;
    }
    Q_UNREACHABLE();
}

QString word(PositionVerdict verdict)
{
    switch (verdict) {
    case PositionVerdict::Accepted:
        return u"accepted"_s;
    case PositionVerdict::Duplicate:
        return u"duplicate"_s;
    case PositionVerdict::OutOfOrder:
        return u"out_of_order"_s;
    case PositionVerdict::OutOfRange:
        return u"out_of_range"_s;
    case PositionVerdict::NoFix:
        return u"no_fix"_s;
    case PositionVerdict::InFuture:
        return u"in_future"_s;
    case PositionVerdict::TooFast:
        return u"too_fast"_s;
    case PositionVerdict::Jump:
        return u"jump"_s;
    }
    Q_UNREACHABLE();
}

} // namespace waydesk

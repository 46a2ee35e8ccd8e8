// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/mercator.h"

#include <QtMath>
#include <algorithm>
#include <cmath>

namespace waydesk::ui {

namespace {
constexpr double kEquator = 2 * M_PI * 6378137.0; // metres, on the sphere that the projection takes for the earth
}

QPointF toWorld(const QGeoCoordinate& place)
{
    Q_ASSERT(place.isValid());
    return toWorld(place.latitude(), place.longitude());
}

QPointF toWorld(double latitude, double longitude)
{
    const double sine = std::sin(qDegreesToRadians(std::clamp(latitude, -kMaxLatitude, kMaxLatitude)));
    return {(longitude + 180) / 360, std::clamp(0.5 - std::atanh(sine) / (2 * M_PI), 0.0, 1.0)};
}

QGeoCoordinate fromWorld(QPointF world)
{
    const double y = std::clamp(world.y(), 0.0, 1.0);
    return {qRadiansToDegrees(std::atan(std::sinh(M_PI * (1 - 2 * y)))), wrapped(world.x()) * 360 - 180};
}

double worldSize(double zoom)
{
    return kTileSize * std::exp2(zoom);
}

double metresPerPixel(double latitude, double zoom)
{
    return kEquator * std::cos(qDegreesToRadians(latitude)) / worldSize(zoom);
}

double wrapped(double x)
{
    const double part = x - std::floor(x);
    return part < 1 ? part : 0; // a hair below a whole number rounds up to 1
}

double nearestCopy(double x, double to)
{
    return x + std::round(to - x);
}

} // namespace waydesk::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/demo/demoroad.h"

#include "services/domain/routing/travelmatrix.h"

#include <cmath>
#include <numbers>

namespace waydesk::backend {

namespace {

constexpr double kGridTurn = 17 * std::numbers::pi / 180; // how the streets lie to the north
constexpr double kBlock = 700, kKerb = 12;                // metres: between two turns, and how crooked a corner is
constexpr int kMostBlocks = 24;

} // namespace

DemoRoad::DemoRoad(const QGeoCoordinate& from, const QGeoCoordinate& to, DemoChance& chance)
    : m_corners{from}
    , m_ends{0}
    , m_time(std::max(1, routing::guessLeg(from, to, {}).seconds))
{
    const double distance = from.distanceTo(to), bearing = from.azimuthTo(to) * std::numbers::pi / 180 - kGridTurn;
    const double along = distance * std::cos(bearing), across = distance * std::sin(bearing);
    const int blocks = std::clamp(static_cast<int>(distance / kBlock), 1, kMostBlocks);
    const double turn = kGridTurn * 180 / std::numbers::pi;
    const auto corner = [&](double north, double east) {
        const double length = std::hypot(north, east), angle = std::atan2(east, north) * 180 / std::numbers::pi + turn;
        m_corners.push_back(from.atDistanceAndAzimuth(length, std::fmod(angle + 360, 360)));
    };
    double north = 0, east = 0;
    for (int i = 1; i <= blocks && distance > 1; ++i) {
        const double part = static_cast<double>(i) / blocks;
        const bool northFirst = chance.outOf(50);
        const auto crooked = [&chance] { return (chance.unit() - 0.5) * kKerb; };
        corner(northFirst ? along * part + crooked() : north, northFirst ? east : across * part + crooked());
        north = along * part;
        east = across * part;
        if (i < blocks)
            corner(north + crooked(), east + crooked());
    }
    m_corners.push_back(to);
    for (size_t i = 1; i < m_corners.size(); ++i)
        m_ends.push_back(m_ends.back() + m_corners[i - 1].distanceTo(m_corners[i]));
}

DemoRoad::Point DemoRoad::at(std::chrono::duration<double> driven) const
{
    const double part = std::clamp(driven.count() / static_cast<double>(m_time.count()), 0.0, 1.0);
    const double metres = m_ends.back() * part;
    size_t leg = 1;
    while (leg + 1 < m_ends.size() && m_ends[leg] < metres)
        ++leg;
    const QGeoCoordinate &from = m_corners[leg - 1], &to = m_corners[leg];
    const double length = m_ends[leg] - m_ends[leg - 1], heading = from.azimuthTo(to);
    const auto rounded = [](double degrees) { return std::round(degrees * 1e6) / 1e6; };
    const QGeoCoordinate here =
        length > 0 ? from.atDistanceAndAzimuth(std::min(length, metres - m_ends[leg - 1]), heading) : to;
    return {QGeoCoordinate(rounded(here.latitude()), rounded(here.longitude())), std::round(heading)};
}

} // namespace waydesk::backend

// SPDX-License-Identifier: GPL-3.0-or-later
// The way from one door to another as a van might take it: along streets that cross at right angles, as long and as
// slow as services/domain/routing guesses roads to be. Made up, but the same for the same chance.
#pragma once

#include "backend/demo/demosource.h"

#include <QGeoCoordinate>
#include <vector>

namespace waydesk::backend {

class DemoRoad
{
public:
    DemoRoad(const QGeoCoordinate& from, const QGeoCoordinate& to, DemoChance& chance);

    struct Point
    {
        QGeoCoordinate position;
        double heading = 0; // degrees
    };
    std::chrono::seconds time() const { return m_time; } // at least one
    double metres() const { return m_ends.back(); }
    double kmPerHour() const { return metres() / static_cast<double>(m_time.count()) * 3.6; }
    Point at(std::chrono::duration<double> driven) const; // before and after the way: its ends

private:
    std::vector<QGeoCoordinate> m_corners;
    std::vector<double> m_ends; // metres from the start to each corner
    std::chrono::seconds m_time{1};
};

} // namespace waydesk::backend

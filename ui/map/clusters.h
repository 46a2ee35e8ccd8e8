// SPDX-License-Identifier: GPL-3.0-or-later
// Marks that would lie on each other become one that says how many there are and how bad the worst of them is. The
// grid is fixed to the world, so clusters keep together while the map is dragged. Time and memory grow with the marks
// and the viewport's size, not with their product. Pure.
#pragma once

#include "services/domain/freshness.h"
#include "ui/map/camera.h"

#include <cmath>
#include <limits>

namespace waydesk::ui {

struct Mark
{
    QPointF world;                                           // mercator.h
    float heading = std::numeric_limits<float>::quiet_NaN(); // degrees clockwise from north; not a number: not told
    Freshness freshness = Freshness::Fresh;
    bool alarmed = false; // somebody should look
};

struct PlacedMark
{
    QPointF at;     // on the screen; of a cluster the middle of its members
    int first = -1; // the mark, or the first of the cluster's
    int count = 1;
    Freshness worst = Freshness::Fresh;
    bool alarmed = false;
};

struct ClusterRule
{
    double cell = 56;   // logical pixels at a whole zoom; 0: nothing is clustered
    int apart = -1;     // this mark always stands for itself
    double margin = 24; // beyond the viewport, from where a mark still reaches into it
};

// What shows under the camera, in no particular order.
std::vector<PlacedMark> placeMarks(std::span<const Mark> marks, const Camera& camera, const ClusterRule& rule);

// The marks that placeMarks() put into this one.
std::vector<int> membersOf(const PlacedMark& cluster, std::span<const Mark> marks, const Camera& camera,
                           const ClusterRule& rule);

} // namespace waydesk::ui

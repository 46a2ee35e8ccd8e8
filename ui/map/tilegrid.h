// SPDX-License-Identifier: GPL-3.0-or-later
// Where the tiles of a level stand under a camera, in whole device pixels: neighbours share their edges, so there is
// no seam, and a drag changes no tile's size. Pure.
#pragma once

#include "ui/map/camera.h"

#include <QRect>

namespace waydesk::ui {

struct GridCell
{
    Tile tile;
    QRect device; // of the painter's device; the same tile stands twice where the world does
    bool operator==(const GridCell&) const = default;
};

// Every cell that shows, the ones nearest to the middle first. The ratio is device pixels to a logical one.
std::vector<GridCell> tileGrid(const Camera& camera, int level, double ratio);
// The level whose tiles are shown for a zoom, of those that the source has; none: they all lie deeper.
std::optional<int> tileLevel(double zoom, int least, int most);

} // namespace waydesk::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The longest round length (1, 2 or 5 with noughts) that a map's scale bar of a given width can stand for.
#pragma once

namespace waydesk::ui {

struct ScaleBar
{
    double metres = 0;
    double width = 0; // logical pixels, at most what was asked for
};

ScaleBar scaleBarFor(double metresPerPixel, double widest);

} // namespace waydesk::ui

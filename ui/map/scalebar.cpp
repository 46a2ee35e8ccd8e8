// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/scalebar.h"

#include <cmath>
#include <initializer_list>

namespace waydesk::ui {

ScaleBar scaleBarFor(double metresPerPixel, double widest)
{
    const double most = metresPerPixel * widest;
    const double power = std::pow(10, std::floor(std::log10(most)));
    double metres = power;
    for (const double step : {2.0, 5.0, 10.0}) {
        if (step * power <= most)
            metres = step * power;
    }
    return {metres, metres / metresPerPixel};
}

} // namespace waydesk::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// What lies on the ground of a map: painted by each view that shows it, under that view's own camera. GUI thread.
#pragma once

#include "ui/map/camera.h"

class QPainter;

namespace waydesk::ui {

class MapLayer
{
public:
    virtual ~MapLayer() = default;
    virtual void paint(QPainter& painter, const Camera& camera, Qt::LayoutDirection direction) const = 0;
    // Where tiles lie that say the same themselves; most layers have more to say.
    virtual void paintBeside(QPainter& painter, const Camera& camera, Qt::LayoutDirection direction,
                             std::span<const QRectF> tiles) const
    {
        Q_UNUSED(tiles)
        paint(painter, camera, direction);
    }
};

} // namespace waydesk::ui

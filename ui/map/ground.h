// SPDX-License-Identifier: GPL-3.0-or-later
// The basemap as a picture with a margin around the viewport: while the map is dragged inside the margin it is only
// shifted, and painted anew when the camera leaves it, or zoom, size, look or device pixels change. The basemap must
// outlive it. GUI thread.
#pragma once

#include "ui/map/basemap.h"
#include "ui/map/camera.h"

#include <QColor>
#include <QPixmap>

class QPainter;

namespace waydesk::ui {

struct GroundLook
{
    QColor water, land, shore, border, grid;
    BorderView view = BorderView::OnTheGround;
    bool operator==(const GroundLook&) const = default;
};

class Ground
{
public:
    explicit Ground(const Basemap& basemap);

    void paint(QPainter& painter, const Camera& camera, const GroundLook& look);
    const Basemap& basemap() const { return m_basemap; }
    int timesMade() const { return m_timesMade; } // how often the picture had to be painted

private:
    bool holds(const Camera& camera) const;
    QPointF shift(const Camera& camera) const; // of the picture's corner on the screen

    const Basemap& m_basemap;
    QPixmap m_picture;
    Camera m_camera; // of the picture, margin and all
    GroundLook m_look;
    int m_timesMade = 0;
};

// Without a cache: fills the camera's whole viewport.
void paintGround(QPainter& painter, const Basemap& basemap, const Camera& camera, const GroundLook& look);

} // namespace waydesk::ui

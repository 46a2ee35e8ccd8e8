// SPDX-License-Identifier: GPL-3.0-or-later
// Where one looks at the map from: centre, zoom and the size of the viewport, as a value that never changes; every
// movement gives another camera. Screen positions are logical pixels from the viewport's upper left corner; how many
// device pixels those are is the painter's matter. The world repeats itself east and west; it ends at the poles, and no
// camera looks past them unless the world is lower than the viewport, when it stands in the middle.
#pragma once

#include "services/domain/tiles/tile.h"
#include "ui/map/mercator.h"

#include <QGeoRectangle>
#include <QRectF>
#include <QSizeF>
#include <span>
#include <vector>

namespace waydesk::ui {

using waydesk::Tile;

struct PlacedTile
{
    Tile tile;
    QRectF where; // on the screen; the same tile stands twice where the world does
    bool operator==(const PlacedTile&) const = default;
};

class Camera
{
public:
    static constexpr double kMinZoom = 0, kMaxZoom = 20;
    static constexpr double kStreetZoom = 16; // as close as a fit goes: a single stop with the streets around it

    Camera() = default; // the whole world at zoom 0
    // The zoom is clamped to the range above, the viewport to one pixel at least; the coordinate must be valid.
    Camera(const QGeoCoordinate& centre, double zoom, QSizeF viewport);

    QGeoCoordinate centre() const { return fromWorld(m_centre); }
    QPointF worldCentre() const { return m_centre; }
    double zoom() const { return m_zoom; }
    QSizeF viewport() const { return m_viewport; }

    // Where a valid coordinate stands: of its copies, the one nearest to the centre.
    QPointF project(const QGeoCoordinate& place) const;
    QGeoCoordinate unproject(QPointF screen) const; // beyond a pole: the pole's edge of the world
    QPointF toScreen(QPointF world) const;          // of this very copy
    QPointF toWorldAt(QPointF screen) const;        // may leave [0, 1]

    double metresPerPixel() const; // at the centre
    QRectF worldBounds() const;    // x may leave [0, 1]; y does not
    QGeoRectangle bounds() const;  // may cross the date line; never more than once around

    // Every tile that shows, row by row, of the whole zoom nearest to the camera's.
    std::vector<PlacedTile> tiles() const;

    Camera resized(QSizeF viewport) const;
    Camera centredOn(const QGeoCoordinate& place) const;
    Camera pannedBy(QPointF pixels) const; // the map follows the pixels, as under a finger
    // What stands at the point stays there, save where a pole would come into view.
    Camera zoomedTo(double zoom, QPointF about) const;
    // All places inside the viewport less the padding on each side, as close as they allow, on the shorter way around
    // the world. Invalid places are left out; with none left the camera stays.
    Camera fittedTo(std::span<const QGeoCoordinate> places, double padding) const;

    bool operator==(const Camera&) const = default;

private:
    Camera(QPointF worldCentre, double zoom, QSizeF viewport);

    QPointF m_centre{0.5, 0.5}; // world coordinates, x in [0, 1)
    double m_zoom = 0;
    QSizeF m_viewport{kTileSize, kTileSize};
};

} // namespace waydesk::ui

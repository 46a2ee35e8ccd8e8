// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/camera.h"

#include <algorithm>
#include <cmath>

namespace waydesk::ui {

namespace {

struct Span
{
    double from = 0, length = 0;
};

// The shortest stretch around the world that holds every x: all of it but the widest gap.
Span shortestSpan(std::vector<double> xs)
{
    std::sort(xs.begin(), xs.end());
    double gap = xs.front() + 1 - xs.back(); // across the date line
    double from = xs.front();
    for (size_t i = 1; i < xs.size(); ++i) {
        if (xs[i] - xs[i - 1] > gap) {
            gap = xs[i] - xs[i - 1];
            from = xs[i];
        }
    }
    return {from, 1 - gap};
}

} // namespace

Camera::Camera(const QGeoCoordinate& centre, double zoom, QSizeF viewport)
    : Camera(toWorld(centre), zoom, viewport)
{
}

Camera::Camera(QPointF worldCentre, double zoom, QSizeF viewport)
    : m_zoom(std::clamp(zoom, kMinZoom, kMaxZoom))
    , m_viewport(viewport.expandedTo({1, 1}))
{
    const double half = m_viewport.height() / 2 / worldSize(m_zoom);
    m_centre = {wrapped(worldCentre.x()), half < 0.5 ? std::clamp(worldCentre.y(), half, 1 - half) : 0.5};
}

QPointF Camera::project(const QGeoCoordinate& place) const
{
    const QPointF world = toWorld(place);
    return toScreen({nearestCopy(world.x(), m_centre.x()), world.y()});
}

QGeoCoordinate Camera::unproject(QPointF screen) const
{
    return fromWorld(toWorldAt(screen));
}

QPointF Camera::toScreen(QPointF world) const
{
    const QPointF middle(m_viewport.width() / 2, m_viewport.height() / 2);
    return (world - m_centre) * worldSize(m_zoom) + middle;
}

QPointF Camera::toWorldAt(QPointF screen) const
{
    const QPointF middle(m_viewport.width() / 2, m_viewport.height() / 2);
    return (screen - middle) / worldSize(m_zoom) + m_centre;
}

double Camera::metresPerPixel() const
{
    return ui::metresPerPixel(centre().latitude(), m_zoom);
}

QRectF Camera::worldBounds() const
{
    const QPointF upperLeft = toWorldAt({0, 0});
    const QPointF lowerRight = toWorldAt({m_viewport.width(), m_viewport.height()});
    return {QPointF(upperLeft.x(), std::max(upperLeft.y(), 0.0)),
            QPointF(lowerRight.x(), std::min(lowerRight.y(), 1.0))};
}

QGeoRectangle Camera::bounds() const
{
    const QRectF world = worldBounds();
    const double north = fromWorld(world.topLeft()).latitude(), south = fromWorld(world.bottomRight()).latitude();
    if (world.width() >= 1)
        return {QGeoCoordinate(north, -180), QGeoCoordinate(south, 180)};
    return {QGeoCoordinate(north, fromWorld(world.topLeft()).longitude()),
            QGeoCoordinate(south, fromWorld(world.bottomRight()).longitude())};
}

std::vector<PlacedTile> Camera::tiles() const
{
    const int z = static_cast<int>(std::lround(m_zoom));
    const int across = 1 << z;
    const QRectF world = worldBounds();
    const auto first = [across](double from) { return static_cast<int>(std::floor(from * across)); };
    // A tile that only touches the far edge does not show.
    const auto last = [across](double to) { return static_cast<int>(std::ceil(to * across)) - 1; };
    const double side = worldSize(m_zoom) / across;
    std::vector<PlacedTile> placed;
    for (int y = std::max(first(world.top()), 0); y <= std::min(last(world.bottom()), across - 1); ++y) {
        for (int x = first(world.left()); x <= last(world.right()); ++x) {
            const QPointF corner = toScreen({static_cast<double>(x) / across, static_cast<double>(y) / across});
            placed.push_back({{z, (x % across + across) % across, y}, QRectF(corner, QSizeF(side, side))});
        }
    }
    return placed;
}

Camera Camera::resized(QSizeF viewport) const
{
    return {m_centre, m_zoom, viewport};
}

Camera Camera::centredOn(const QGeoCoordinate& place) const
{
    return {toWorld(place), m_zoom, m_viewport};
}

Camera Camera::pannedBy(QPointF pixels) const
{
    return {m_centre - pixels / worldSize(m_zoom), m_zoom, m_viewport};
}

Camera Camera::zoomedTo(double zoom, QPointF about) const
{
    const double to = std::clamp(zoom, kMinZoom, kMaxZoom);
    const QPointF fixed = toWorldAt(about);
    return {fixed + (m_centre - fixed) * std::exp2(m_zoom - to), to, m_viewport};
}

Camera Camera::fittedTo(std::span<const QGeoCoordinate> places, double padding) const
{
    std::vector<double> xs;
    double top = 1, bottom = 0;
    for (const QGeoCoordinate& place : places) {
        if (!place.isValid())
            continue;
        const QPointF world = toWorld(place);
        xs.push_back(wrapped(world.x()));
        top = std::min(top, world.y());
        bottom = std::max(bottom, world.y());
    }
    if (xs.empty())
        return *this;
    const Span across = shortestSpan(std::move(xs));
    // Padding that leaves nothing of a small viewport still leaves it a pixel.
    const QSizeF room = (m_viewport - QSizeF(2 * padding, 2 * padding)).expandedTo({1, 1});
    const auto zoomFor = [](double pixels, double world) {
        return world > 0 ? std::log2(pixels / (kTileSize * world)) : kStreetZoom;
    };
    const double zoom =
        std::min({zoomFor(room.width(), across.length), zoomFor(room.height(), bottom - top), kStreetZoom});
    return {QPointF(across.from + across.length / 2, (top + bottom) / 2), zoom, m_viewport};
}

} // namespace waydesk::ui

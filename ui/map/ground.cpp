// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/ground.h"
#include "ui/map/clipping.h"

#include <QPainter>
#include <QPainterPath>
#include <cmath>

namespace waydesk::ui {

namespace {

constexpr double kMargin = 0.1;    // of the viewport, on each side
constexpr double kBeyond = 8;      // pixels outside the viewport at which shapes are cut: no pen is that wide
constexpr double kHair = 0.7;      // pixels: points closer together than this are one
constexpr double kGridSpace = 140; // pixels between the lines of the grid, at least

// In screen coordinates, less the points that nobody can tell apart; the last one stays.
QPolygonF onScreen(std::span<const QPointF> world, const Camera& camera)
{
    QPolygonF points;
    points.reserve(static_cast<qsizetype>(world.size()));
    for (size_t i = 0; i < world.size(); ++i) {
        const QPointF at = camera.toScreen(world[i]);
        if (points.isEmpty() || i + 1 == world.size() || std::abs(at.x() - points.back().x()) > kHair ||
            std::abs(at.y() - points.back().y()) > kHair)
            points.append(at);
    }
    return points;
}

// The copies of a shape, east and west, that reach into the window: each is called with the window as the shape sees
// it and the camera that looks there.
template<class Paint>
void forEachCopy(const QRectF& bounds, const QRectF& window, Paint paint)
{
    const int first = static_cast<int>(std::ceil(window.left() - bounds.right()));
    const int last = static_cast<int>(std::floor(window.right() - bounds.left()));
    if (bounds.top() > window.bottom() || bounds.bottom() < window.top())
        return;
    for (int copy = first; copy <= last; ++copy)
        paint(static_cast<double>(copy));
}

Points moved(std::vector<QPointF> points, double copy)
{
    for (QPointF& point : points)
        point.rx() += copy;
    return points;
}

// One device pixel: a wider pen takes Qt's stroker five times as long as all the rest together.
QPen hairline(const QColor& ink)
{
    QPen pen(ink, 1);
    pen.setCosmetic(true);
    return pen;
}

std::vector<QPainterPath> landPaths(const BasemapLevel& level, const Camera& camera, const QRectF& window)
{
    std::vector<QPainterPath> paths;
    for (const LandPolygon& polygon : level.land) {
        forEachCopy(polygon.bounds, window, [&](double copy) {
            QPainterPath path;
            for (const Points& ring : polygon.rings) {
                const Points inside = clippedRing(ring, window.translated(-copy, 0));
                if (inside.size() < 3)
                    continue;
                path.addPolygon(onScreen(moved(inside, copy), camera));
                path.closeSubpath();
            }
            if (!path.isEmpty())
                paths.push_back(std::move(path));
        });
    }
    return paths;
}

// All shores first, then all land upon their inner halves: where land is cut (around the pole) and laid over itself,
// the cut does not show.
void paintLand(QPainter& painter, const std::vector<QPainterPath>& paths, const GroundLook& look)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(hairline(look.shore));
    for (const QPainterPath& path : paths)
        painter.drawPath(path);
    painter.setBrush(look.land);
    painter.setPen(Qt::NoPen);
    for (const QPainterPath& path : paths)
        painter.drawPath(path);
}

void paintBorders(QPainter& painter, const std::vector<BorderLine>& lines, const Camera& camera, const QRectF& window)
{
    for (const BorderLine& line : lines) {
        forEachCopy(line.bounds, window, [&](double copy) {
            for (const Points& part : clippedLine(line.points, window.translated(-copy, 0)))
                painter.drawPolyline(onScreen(moved(part, copy), camera));
        });
    }
}

// Round degrees (1, 2, 5 with noughts), so that a plain stretch of land or sea still shows that it moves.
void paintGrid(QPainter& painter, const Camera& camera, const QRectF& window)
{
    const double least = kGridSpace / worldSize(camera.zoom()) * 360; // degrees of longitude
    const double power = std::pow(10, std::floor(std::log10(least)));
    const double step = least <= power       ? power
                        : least <= 2 * power ? 2 * power
                        : least <= 5 * power ? 5 * power
                                             : 10 * power;
    if (step > 30)
        return;
    const QSizeF size = camera.viewport();
    for (double n = std::ceil((window.left() * 360 - 180) / step); n * step <= window.right() * 360 - 180; ++n) {
        const double x = std::floor(camera.toScreen({(n * step + 180) / 360, 0}).x()) + 0.5;
        painter.drawLine(QPointF(x, 0), QPointF(x, size.height()));
    }
    const double north = fromWorld(window.topLeft()).latitude(), south = fromWorld(window.bottomLeft()).latitude();
    for (double n = std::ceil(south / step); n * step <= north; ++n) {
        const double y = std::floor(camera.toScreen(toWorld(n * step, 0)).y()) + 0.5;
        painter.drawLine(QPointF(0, y), QPointF(size.width(), y));
    }
}

} // namespace

void paintGround(QPainter& painter, const Basemap& basemap, const Camera& camera, const GroundLook& look)
{
    const QRectF all(QPointF(0, 0), camera.viewport());
    const QRectF window(camera.toWorldAt(QPointF(-kBeyond, -kBeyond)),
                        camera.toWorldAt(all.bottomRight() + QPointF(kBeyond, kBeyond)));
    const BasemapLevel& level = basemap.level(camera.zoom());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(all, look.water);
    paintLand(painter, landPaths(level, camera, window), look);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(hairline(look.grid));
    paintGrid(painter, camera, window);
    painter.setPen(hairline(look.border));
    paintBorders(painter, level.borders, camera, window);
    paintBorders(painter, level.bordersOf(look.view), camera, window);
    painter.restore();
}

Ground::Ground(const Basemap& basemap)
    : m_basemap(basemap)
{
}

QPointF Ground::shift(const Camera& camera) const
{
    const double x = nearestCopy(m_camera.worldCentre().x(), camera.worldCentre().x());
    const QSizeF size = m_camera.viewport();
    return camera.toScreen({x, m_camera.worldCentre().y()}) - QPointF(size.width() / 2, size.height() / 2);
}

bool Ground::holds(const Camera& camera) const
{
    if (m_picture.isNull() || m_camera.zoom() != camera.zoom())
        return false;
    constexpr double kRounding = 1e-3;
    const QRectF picture(shift(camera), m_camera.viewport());
    return picture.adjusted(-kRounding, -kRounding, kRounding, kRounding)
        .contains(QRectF(QPointF(0, 0), camera.viewport()));
}

void Ground::paint(QPainter& painter, const Camera& camera, const GroundLook& look)
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QSize margin = (camera.viewport() * kMargin).toSize();
    const QSize size = camera.viewport().toSize() + 2 * margin;
    if (!holds(camera) || m_look != look || m_picture.devicePixelRatio() != ratio || m_camera.viewport() != size) {
        m_camera = camera.resized(size);
        m_look = look;
        m_picture = QPixmap(size * ratio);
        m_picture.setDevicePixelRatio(ratio);
        QPainter picture(&m_picture);
        paintGround(picture, m_basemap, m_camera, look);
        ++m_timesMade;
    }
    // On whole device pixels, or it would be blurred.
    const QPointF at = shift(camera) * ratio;
    painter.drawPixmap(QPointF(std::round(at.x()), std::round(at.y())) / ratio, m_picture);
}

} // namespace waydesk::ui

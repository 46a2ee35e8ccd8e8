// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/tilegrid.h"

#include <algorithm>
#include <cmath>

namespace waydesk::ui {

std::optional<int> tileLevel(double zoom, int least, int most)
{
    const int level = static_cast<int>(std::lround(zoom));
    if (level < least)
        return {};
    return std::min(level, most);
}

std::vector<GridCell> tileGrid(const Camera& camera, int level, double ratio)
{
    const int across = 1 << level;
    const double side = worldSize(camera.zoom()) / across * ratio;
    // The world's corner is put on a whole pixel and every edge is counted from there: by how much a tile is rounded
    // then depends on the tile, not on where the map was dragged.
    const QPointF corner = camera.toScreen({0, 0}) * ratio;
    const double left = std::round(corner.x()), top = std::round(corner.y());
    const QSizeF view = camera.viewport() * ratio;
    const auto edge = [side](double from, int n) { return static_cast<int>(from + std::round(n * side)); };
    const int firstX = static_cast<int>(std::floor(-left / side)) - 1;
    const int lastX = static_cast<int>(std::floor((view.width() - left) / side)) + 1;
    const int firstY = std::max(static_cast<int>(std::floor(-top / side)) - 1, 0);
    const int lastY = std::min(static_cast<int>(std::floor((view.height() - top) / side)) + 1, across - 1);
    const QRect screen(QPoint(0, 0),
                       QSize(static_cast<int>(std::ceil(view.width())), static_cast<int>(std::ceil(view.height()))));
    std::vector<GridCell> cells;
    for (int y = firstY; y <= lastY; ++y) {
        for (int x = firstX; x <= lastX; ++x) {
            const QRect device(QPoint(edge(left, x), edge(top, y)),
                               QPoint(edge(left, x + 1) - 1, edge(top, y + 1) - 1));
            if (device.intersects(screen))
                cells.push_back({{level, (x % across + across) % across, y}, device});
        }
    }
    const QPoint middle = screen.center();
    std::ranges::stable_sort(cells, {}, [middle](const GridCell& cell) {
        const QPoint away = cell.device.center() - middle;
        return qint64{away.x()} * away.x() + qint64{away.y()} * away.y();
    });
    return cells;
}

} // namespace waydesk::ui

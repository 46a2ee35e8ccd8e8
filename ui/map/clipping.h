// SPDX-License-Identifier: GPL-3.0-or-later
// Lines and rings cut to a rectangle before they are painted: at street level the world is a quarter of a billion
// pixels wide, more than a painter's arithmetic holds. Pure functions; the rectangle's edges belong to it.
#pragma once

#include <QPointF>
#include <QRectF>
#include <span>
#include <vector>

namespace waydesk::ui {

// The ring's part inside (not closed by a repeated point; empty when there is none). Where it leaves and comes back it
// runs along the rectangle's edge, so keep the rectangle larger than what shows.
std::vector<QPointF> clippedRing(std::span<const QPointF> ring, const QRectF& to);

// The line's parts inside, each of two points at least.
std::vector<std::vector<QPointF>> clippedLine(std::span<const QPointF> line, const QRectF& to);

} // namespace waydesk::ui

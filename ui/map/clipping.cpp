// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/clipping.h"

#include <algorithm>
#include <array>
#include <optional>

namespace waydesk::ui {

namespace {

// One side of the rectangle: how far inside it a point is, negative outside.
struct Side
{
    bool isVertical;
    double at, inwards; // +1 or -1
    double depth(QPointF p) const { return ((isVertical ? p.x() : p.y()) - at) * inwards; }
    QPointF crossing(QPointF a, QPointF b) const
    {
        const double part = depth(a) / (depth(a) - depth(b));
        // Exactly on the side, whatever the division loses.
        return isVertical ? QPointF(at, a.y() + (b.y() - a.y()) * part) : QPointF(a.x() + (b.x() - a.x()) * part, at);
    }
};

std::array<Side, 4> sidesOf(const QRectF& r)
{
    return {{{true, r.left(), 1}, {true, r.right(), -1}, {false, r.top(), 1}, {false, r.bottom(), -1}}};
}

struct Segment
{
    QPointF from, to;
};

std::optional<Segment> clippedSegment(Segment s, const std::array<Side, 4>& sides)
{
    for (const Side& side : sides) {
        const bool begins = side.depth(s.from) >= 0, ends = side.depth(s.to) >= 0;
        if (!begins && !ends)
            return {};
        if (!begins)
            s.from = side.crossing(s.from, s.to);
        else if (!ends)
            s.to = side.crossing(s.from, s.to);
    }
    return s;
}

} // namespace

// Sutherland and Hodgman: one side after the other.
std::vector<QPointF> clippedRing(std::span<const QPointF> ring, const QRectF& to)
{
    std::vector<QPointF> left(ring.begin(), ring.end()), kept;
    for (const Side& side : sidesOf(to)) {
        kept.clear();
        for (size_t i = 0; i < left.size(); ++i) {
            const QPointF a = left[i == 0 ? left.size() - 1 : i - 1], b = left[i];
            const bool begins = side.depth(a) >= 0, ends = side.depth(b) >= 0;
            if (begins != ends)
                kept.push_back(side.crossing(a, b));
            if (ends)
                kept.push_back(b);
        }
        std::swap(left, kept);
    }
    return left;
}

std::vector<std::vector<QPointF>> clippedLine(std::span<const QPointF> line, const QRectF& to)
{
    const std::array<Side, 4> sides = sidesOf(to);
    std::vector<std::vector<QPointF>> parts;
    bool goesOn = false; // the last part ends where the next segment begins
    for (size_t i = 1; i < line.size(); ++i) {
        const auto segment = clippedSegment({line[i - 1], line[i]}, sides);
        if (!segment) {
            goesOn = false;
            continue;
        }
        if (goesOn && segment->from == line[i - 1])
            parts.back().push_back(segment->to);
        else
            parts.push_back({segment->from, segment->to});
        goesOn = segment->to == line[i];
    }
    return parts;
}

} // namespace waydesk::ui

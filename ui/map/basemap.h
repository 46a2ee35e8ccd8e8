// SPDX-License-Identifier: GPL-3.0-or-later
// The land and the borders of the world, as the program carries them (resources/basemap), in levels of detail. Points
// are world coordinates (mercator.h), ready for a camera; what crosses the date line runs on past 0 or 1 instead of
// jumping, so that a painter draws the copies at x - 1, x and x + 1 that show. Immutable once read.
//
// The file's format is stated in resources/basemap/make_basemap.mjs. Reading trusts nothing: a count that the rest of
// the file cannot hold, a point off the earth, an unknown version or bytes left over are Error::Kind::Malformed.
#pragma once

#include "services/domain/result.h"

#include <QPointF>
#include <QRectF>
#include <vector>

namespace waydesk::ui {

using Points = std::vector<QPointF>;

struct LandPolygon
{
    std::vector<Points> rings; // the outer one, then its holes; not closed by a repeated point
    QRectF bounds;
};

struct BorderLine
{
    Points points;
    QRectF bounds;
};

// Whose view of the borders: what is in force on the ground, or what the law of India asks a map there to show.
enum class BorderView { OnTheGround, Indian };

struct BasemapLevel
{
    int fromZoom = 0;
    std::vector<LandPolygon> land;
    std::vector<BorderLine> borders;             // of every view
    std::vector<BorderLine> onTheGround, indian; // of that view alone

    const std::vector<BorderLine>& bordersOf(BorderView view) const
    {
        return view == BorderView::Indian ? indian : onTheGround;
    }
};

class Basemap
{
public:
    static Result<Basemap> read(const QByteArray& file);
    static Basemap embedded(); // a broken one is a broken build and aborts

    const std::vector<BasemapLevel>& levels() const { return m_levels; } // from the coarsest; one at least
    const BasemapLevel& level(double zoom) const;

private:
    Basemap() = default;

    std::vector<BasemapLevel> m_levels;
};

} // namespace waydesk::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Fixed places by name: warehouses. The name is on a flag above the place, for vehicles stand at it, or below it near
// the map's upper edge; one that would lie on another gives way, to its icon or to the spot alone. GUI thread; the
// theme must outlive it.
#pragma once

#include "ui/map/layer.h"
#include "ui/theme/theme.h"

namespace waydesk::ui {

struct NamedPlace
{
    QPointF world;
    QString name, icon;
};

class PlaceLayer final : public MapLayer
{
public:
    explicit PlaceLayer(const Theme& theme)
        : m_theme(theme)
    {
    }
    void setPlaces(std::vector<NamedPlace> places) { m_places = std::move(places); } // the most important first
    const std::vector<NamedPlace>& places() const { return m_places; }
    void paint(QPainter& painter, const Camera& camera, Qt::LayoutDirection direction) const override;

private:
    const Theme& m_theme;
    std::vector<NamedPlace> m_places;
};

} // namespace waydesk::ui

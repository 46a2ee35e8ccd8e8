// SPDX-License-Identifier: GPL-3.0-or-later
// The depot's zones as circles with their names in the middle. GUI thread; the theme must outlive it.
#pragma once

#include "ui/map/layer.h"
#include "ui/theme/theme.h"

namespace waydesk::ui {

struct ZoneCircle
{
    QGeoCoordinate centre;
    double radius = 0; // metres
    QString name;
    bool operator==(const ZoneCircle&) const = default;
};

class ZoneLayer final : public MapLayer
{
public:
    explicit ZoneLayer(const Theme& theme)
        : m_theme(theme)
    {
    }
    void setZones(std::vector<ZoneCircle> zones) { m_zones = std::move(zones); }
    const std::vector<ZoneCircle>& zones() const { return m_zones; }
    void setVisible(bool visible) { m_isVisible = visible; }
    bool isVisible() const { return m_isVisible; }
    void paint(QPainter& painter, const Camera& camera, Qt::LayoutDirection direction) const override;

private:
    const Theme& m_theme;
    std::vector<ZoneCircle> m_zones;
    bool m_isVisible = false;
};

} // namespace waydesk::ui

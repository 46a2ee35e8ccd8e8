// SPDX-License-Identifier: GPL-3.0-or-later
// Places that one may choose from, as small dots: hollow, or filled where chosen. GUI thread; the theme must outlive
// it.
#pragma once

#include "ui/map/layer.h"
#include "ui/theme/theme.h"

#include <QPolygonF>

namespace waydesk::ui {

struct Dot
{
    QPointF world;
    bool chosen = false;
    bool operator==(const Dot&) const = default;
};

class DotLayer final : public MapLayer
{
public:
    explicit DotLayer(const Theme& theme)
        : m_theme(theme)
    {
    }

    // Indices stay those of the list.
    void setDots(std::vector<Dot> dots) { m_dots = std::move(dots); }
    std::vector<Dot>& dots() { return m_dots; }
    const std::vector<Dot>& dots() const { return m_dots; }

    std::vector<int> within(const QPolygonF& screen, const Camera& camera) const; // odd-even, in the order of the list
    std::vector<int> at(QPointF screen, const Camera& camera) const; // every one that lies under the pointer

    void paint(QPainter& painter, const Camera& camera, Qt::LayoutDirection direction) const override;
    static constexpr double kRadius = 3.5; // logical pixels

private:
    static QPointF place(const Dot& dot, const Camera& camera);

    const Theme& m_theme;
    std::vector<Dot> m_dots;
};

} // namespace waydesk::ui

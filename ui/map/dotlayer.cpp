// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/dotlayer.h"

#include "ui/map/mercator.h"

#include <QPainter>

namespace waydesk::ui {

namespace {
constexpr double kReach = 8; // a hand does not hit a dot to the pixel
}

QPointF DotLayer::place(const Dot& dot, const Camera& camera)
{
    return camera.toScreen({nearestCopy(dot.world.x(), camera.worldCentre().x()), dot.world.y()});
}

std::vector<int> DotLayer::within(const QPolygonF& screen, const Camera& camera) const
{
    std::vector<int> found;
    const QRectF bounds = screen.boundingRect();
    for (size_t i = 0; i < m_dots.size(); ++i) {
        const QPointF at = place(m_dots[i], camera);
        if (bounds.contains(at) && screen.containsPoint(at, Qt::OddEvenFill))
            found.push_back(static_cast<int>(i));
    }
    return found;
}

std::vector<int> DotLayer::at(QPointF screen, const Camera& camera) const
{
    std::vector<int> found;
    for (size_t i = 0; i < m_dots.size(); ++i) {
        const QPointF away = place(m_dots[i], camera) - screen;
        if (QPointF::dotProduct(away, away) <= kReach * kReach)
            found.push_back(static_cast<int>(i));
    }
    return found;
}

void DotLayer::paint(QPainter& painter, const Camera& camera, Qt::LayoutDirection) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF view = QRectF(QPointF(), camera.viewport()).adjusted(-kRadius, -kRadius, kRadius, kRadius);
    const QColor accent = m_theme.colours().accent, ground = m_theme.colours().surface;
    for (const bool chosen : {false, true}) { // the chosen ones lie over the others
        painter.setPen(QPen(chosen ? ground : accent, 1.2));
        painter.setBrush(chosen ? accent : ground);
        for (const Dot& dot : m_dots) {
            const QPointF at = place(dot, camera);
            if (dot.chosen == chosen && view.contains(at))
                painter.drawEllipse(at, chosen ? kRadius + 1 : kRadius, chosen ? kRadius + 1 : kRadius);
        }
    }
    painter.restore();
}

} // namespace waydesk::ui

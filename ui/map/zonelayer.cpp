// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/zonelayer.h"

#include <QPainter>

namespace waydesk::ui {

void ZoneLayer::paint(QPainter& painter, const Camera& camera, Qt::LayoutDirection) const
{
    if (!m_isVisible)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(Face::SmallStrong));
    const QFontMetricsF metrics(painter.font());
    const QColor ink = m_theme.ink(Tone::Info);
    QColor fill = ink;
    fill.setAlphaF(0.07F);
    for (const ZoneCircle& zone : m_zones) {
        const QPointF at = camera.project(zone.centre);
        // On this projection a circle of some kilometres stays a circle.
        const double reach = zone.radius / metresPerPixel(zone.centre.latitude(), camera.zoom());
        const QRectF room(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach);
        if (!room.intersects(QRectF(QPointF(), camera.viewport())))
            continue;
        painter.setPen(QPen(ink, 1.2, Qt::DashLine));
        painter.setBrush(fill);
        painter.drawEllipse(room);
        if (metrics.horizontalAdvance(zone.name) > room.width())
            continue; // a name wider than its zone would stand for its neighbours
        painter.setPen(ink);
        painter.drawText(room, static_cast<int>(Qt::AlignCenter) | Qt::TextDontClip, zone.name);
    }
    painter.restore();
}

} // namespace waydesk::ui

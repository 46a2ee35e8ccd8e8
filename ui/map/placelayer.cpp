// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/placelayer.h"

#include "ui/map/mercator.h"

#include <QPainter>
#include <algorithm>

namespace waydesk::ui {

namespace {
constexpr int kIcon = 16, kPad = 5, kHeight = 24, kStem = 22, kSpot = 3;
constexpr int kTopEdge = 48; // there a map's buttons stand
} // namespace

void PlaceLayer::paint(QPainter& painter, const Camera& camera, Qt::LayoutDirection direction) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont font = m_theme.font(Face::Small);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    const QRectF view(QPointF(), camera.viewport());
    std::vector<QRectF> taken;
    for (const NamedPlace& place : m_places) {
        const QPointF at = camera.toScreen({nearestCopy(place.world.x(), camera.worldCentre().x()), place.world.y()});
        if (!view.adjusted(-kHeight, -kHeight - kStem, kHeight, kHeight + kStem).contains(at))
            continue;
        const bool rtl = direction == Qt::RightToLeft;
        const double words = metrics.horizontalAdvance(place.name);
        const double width = kIcon + 3 * kPad + words;
        const double above = at.y() - kStem - kHeight;
        const double top = above < kTopEdge ? at.y() + kStem : above; // a flag hangs where it has no room to stand
        QRectF room(rtl ? at.x() + kIcon / 2.0 + kPad - width : at.x() - kIcon / 2.0 - kPad, top, width, kHeight);
        painter.setPen(m_theme.colours().muted);
        painter.setBrush(m_theme.colours().muted);
        painter.drawEllipse(at, kSpot, kSpot);
        const auto lies = [&](const QRectF& other) { return other.intersects(room); };
        const bool named = std::ranges::none_of(taken, lies);
        if (!named)
            room = QRectF(at.x() - kHeight / 2.0, top, kHeight, kHeight);
        if (std::ranges::any_of(taken, lies))
            continue; // the spot alone
        taken.push_back(room);
        painter.drawLine(at, QPointF(at.x(), top == above ? room.bottom() : room.top()));
        QColor ground = m_theme.colours().surface;
        ground.setAlphaF(0.9F);
        painter.setPen(m_theme.colours().line);
        painter.setBrush(ground);
        painter.drawRoundedRect(room, 4, 4);
        const QRect icon(QPoint(qRound(at.x() - kIcon / 2.0), qRound(top + (kHeight - kIcon) / 2.0)),
                         QSize(kIcon, kIcon));
        m_theme.paintIcon(painter, icon, place.icon, m_theme.colours().muted, direction);
        if (!named)
            continue;
        painter.setPen(m_theme.colours().text);
        const QRectF text =
            rtl ? room.adjusted(kPad, 0, -(kIcon + 2 * kPad), 0) : room.adjusted(kIcon + 2 * kPad, 0, -kPad, 0);
        painter.drawText(text, static_cast<int>(Qt::AlignCenter) | Qt::TextDontClip, place.name);
    }
    painter.restore();
}

} // namespace waydesk::ui

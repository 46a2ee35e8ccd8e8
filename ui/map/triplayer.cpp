// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/triplayer.h"

#include "ui/map/clipping.h"
#include "ui/map/mercator.h"

#include <QPainter>
#include <algorithm>

namespace waydesk::ui {

namespace {

constexpr double kRadius = 11, kEdge = 64; // beyond the viewport, from where a line still reaches into it

QRectF reach(const Camera& camera)
{
    return QRectF(QPointF(), camera.viewport()).adjusted(-kEdge, -kEdge, kEdge, kEdge);
}

QPointF onScreen(const Camera& camera, QPointF world)
{
    return camera.toScreen({nearestCopy(world.x(), camera.worldCentre().x()), world.y()});
}

void drawLine(QPainter& painter, std::span<const QPointF> line, const QRectF& to)
{
    for (const std::vector<QPointF>& part : clippedLine(line, to))
        painter.drawPolyline(part.data(), static_cast<int>(part.size()));
}

} // namespace

TripLayer::TripLayer(const Theme& theme, Number number)
    : m_theme(theme)
    , m_number(std::move(number))
{
}

void TripLayer::paint(QPainter& painter, const Camera& camera, Qt::LayoutDirection) const
{
    if (m_stops.empty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    std::vector<QPointF> places;
    for (const StopMark& stop : m_stops)
        places.push_back(onScreen(camera, stop.world));
    const QColor accent = m_theme.colours().accent;
    painter.setPen(QPen(m_theme.colours().surface, 6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    drawLine(painter, places, reach(camera));
    painter.setPen(QPen(accent, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    drawLine(painter, places, reach(camera));
    painter.setFont(m_theme.font(Face::Tiny));
    for (size_t i = places.size(); i-- > 0;) { // where two lie on each other the earlier is on top
        const StopMark& stop = m_stops[i];
        if (!reach(camera).contains(places[i]))
            continue;
        if (stop.current) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.colours().selection);
            painter.drawEllipse(places[i], kRadius + 5, kRadius + 5);
        }
        if (stop.chosen) {
            painter.setPen(QPen(m_theme.ink(m_chosenTone), 3));
            painter.setBrush(m_theme.fill(m_chosenTone));
            painter.drawEllipse(places[i], kRadius + 5, kRadius + 5);
        }
        painter.setPen(QPen(accent, 2));
        painter.setBrush(stop.done ? accent : m_theme.colours().surface);
        painter.drawEllipse(places[i], kRadius - 1, kRadius - 1);
        painter.setPen(stop.done ? m_theme.colours().onAccent : accent);
        painter.drawText(QRectF(places[i] - QPointF(kRadius, kRadius), QSizeF(2 * kRadius, 2 * kRadius)),
                         static_cast<int>(Qt::AlignCenter), m_number(stop.number));
    }
    painter.restore();
}

std::optional<TrackMoment> momentOf(std::span<const TrackPoint> track, Instant at)
{
    const auto after = std::ranges::upper_bound(track, at, {}, &TrackPoint::at);
    if (after == track.begin())
        return std::nullopt;
    const TrackPoint& before = *std::prev(after);
    TrackMoment moment{before.world, before.heading, true, before.at};
    if (after == track.end() || after->at - before.at > kTrackGap) {
        moment.known = at - before.at <= kAgesAfter && after == track.end() ? true : at == before.at;
        return moment;
    }
    const double share =
        std::chrono::duration<double>(at - before.at) / std::chrono::duration<double>(after->at - before.at);
    const QPointF to(nearestCopy(after->world.x(), before.world.x()), after->world.y());
    moment.world = before.world + (to - before.world) * share;
    return moment;
}

void TrackLayer::paint(QPainter& painter, const Camera& camera, Qt::LayoutDirection) const
{
    if (m_track.size() < 2)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QPen known(m_theme.ink(Tone::Info), 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    const QPen unknown(m_theme.colours().muted, 1.5, Qt::DotLine);
    std::vector<QPointF> stretch{onScreen(camera, m_track.front().world)};
    const auto flush = [&] {
        painter.setPen(known);
        if (stretch.size() > 1)
            drawLine(painter, stretch, reach(camera));
    };
    for (size_t i = 1; i < m_track.size(); ++i) {
        const QPointF here = onScreen(camera, m_track[i].world);
        if (m_track[i].at - m_track[i - 1].at > kTrackGap) {
            flush();
            painter.setPen(unknown);
            const std::array gap{stretch.back(), here};
            drawLine(painter, gap, reach(camera));
            stretch.clear();
        }
        stretch.push_back(here);
    }
    flush();
    painter.restore();
}

} // namespace waydesk::ui

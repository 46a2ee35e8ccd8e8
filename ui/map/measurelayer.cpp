// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/measurelayer.h"

#include <QPainter>
#include <QVector3D>
#include <QtMath>
#include <cmath>

namespace waydesk::ui {

namespace {

constexpr double kDegreesApart = 0.5; // between two points of a drawn circle
constexpr double kDot = 4, kPad = 5, kHeight = 20, kAbove = 14;
constexpr double kFoot = 0.3048, kMile = 1609.344; // metres

struct Direction // of a place from the earth's middle; doubles: a float is a metre wide
{
    double x = 0, y = 0, z = 0;
};

Direction directionOf(const QGeoCoordinate& place)
{
    const double latitude = qDegreesToRadians(place.latitude()), longitude = qDegreesToRadians(place.longitude());
    return {std::cos(latitude) * std::cos(longitude), std::cos(latitude) * std::sin(longitude), std::sin(latitude)};
}

} // namespace

std::vector<QPointF> greatCircle(const QGeoCoordinate& from, const QGeoCoordinate& to)
{
    const Direction a = directionOf(from), b = directionOf(to);
    const double dot = std::clamp(a.x * b.x + a.y * b.y + a.z * b.z, -1.0, 1.0);
    const double angle = std::acos(dot), sine = std::sin(angle);
    const int steps =
        sine < 1e-9 ? 1 : std::max(1, static_cast<int>(std::ceil(qRadiansToDegrees(angle) / kDegreesApart)));
    std::vector<QPointF> points{toWorld(from)};
    for (int i = 1; i <= steps; ++i) {
        QPointF world;
        if (i == steps) {
            world = toWorld(to);
        } else {
            const double share = static_cast<double>(i) / steps;
            const double p = std::sin((1 - share) * angle) / sine, q = std::sin(share * angle) / sine;
            const double x = p * a.x + q * b.x, y = p * a.y + q * b.y, z = p * a.z + q * b.z;
            world = toWorld(qRadiansToDegrees(std::atan2(z, std::hypot(x, y))), qRadiansToDegrees(std::atan2(y, x)));
        }
        points.emplace_back(nearestCopy(world.x(), points.back().x()), world.y());
    }
    return points;
}

void MeasureLayer::removeLast()
{
    if (!m_points.empty())
        m_points.pop_back();
}

double MeasureLayer::leg(size_t number) const
{
    return m_points.at(number - 1).distanceTo(m_points.at(number));
}

double MeasureLayer::total() const
{
    double metres = 0;
    for (size_t i = 1; i < m_points.size(); ++i)
        metres += leg(i);
    return metres;
}

QString MeasureLayer::lengthText(double metres, const QLocale& locale, QLocale::MeasurementSystem system)
{
    const bool isMetric = system == QLocale::MetricSystem;
    const double small = isMetric ? metres : metres / kFoot, large = isMetric ? metres / 1000 : metres / kMile;
    if (isMetric ? metres < 1000 : large < 0.2) {
        const QString figure = locale.toString(small, 'f', 0);
        return isMetric ? tr("%1 m").arg(figure) : tr("%1 ft").arg(figure);
    }
    const QString figure = locale.toString(large, 'f', large < 100 ? 1 : 0);
    return isMetric ? tr("%1 km").arg(figure) : tr("%1 mi").arg(figure);
}

QString MeasureLayer::summary() const
{
    return m_points.size() < 2 ? QString() : tr("%1 in all").arg(lengthText(total(), m_locale, m_system));
}

void MeasureLayer::paint(QPainter& painter, const Camera& camera, Qt::LayoutDirection) const
{
    if (m_points.empty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(Face::SmallStrong));
    const QColor ink = m_theme.colours().accent;
    const QFontMetricsF metrics(painter.font());
    const auto label = [&](QPointF at, const QString& text) {
        const double width = metrics.horizontalAdvance(text) + 2 * kPad;
        const QRectF room(at.x() - width / 2, at.y() - kHeight / 2, width, kHeight);
        painter.setPen(m_theme.colours().line);
        painter.setBrush(m_theme.colours().surface);
        painter.drawRoundedRect(room, 4, 4);
        painter.setPen(m_theme.colours().text);
        painter.drawText(room, static_cast<int>(Qt::AlignCenter) | Qt::TextDontClip, text);
    };
    const auto screen = [&camera](QPointF world, double copy) {
        return camera.toScreen({world.x() + copy, world.y()});
    };
    std::vector<std::pair<QPointF, QString>> labels; // over all lines
    QPointF last = toWorld(m_points.front());
    const double copy = nearestCopy(last.x(), camera.worldCentre().x()) - last.x();
    QPolygonF dots{screen(last, copy)};
    for (size_t i = 1; i < m_points.size(); ++i) {
        std::vector<QPointF> way = greatCircle(m_points[i - 1], m_points[i]);
        const double on = last.x() - way.front().x();
        QPolygonF line;
        for (const QPointF& world : way)
            line.append(screen(world, copy + on));
        for (const auto& [colour, width] : {std::pair(m_theme.colours().surface, 5.0), std::pair(ink, 2.5)}) {
            painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.setBrush(Qt::NoBrush);
            painter.drawPolyline(line);
        }
        labels.emplace_back(line.at(line.size() / 2 - (line.size() == 2 ? 1 : 0)),
                            lengthText(leg(i), m_locale, m_system));
        if (line.size() == 2)
            labels.back().first = (line.first() + line.last()) / 2;
        last = {way.back().x() + on, way.back().y()};
        dots.append(line.last());
    }
    painter.setPen(QPen(m_theme.colours().surface, 1.5));
    painter.setBrush(ink);
    for (const QPointF& dot : std::as_const(dots))
        painter.drawEllipse(dot, kDot, kDot);
    if (m_points.size() > 2)
        labels.emplace_back(dots.last() - QPointF(0, kAbove + kHeight / 2), summary());
    for (const auto& [at, text] : labels)
        label(at, text);
    painter.restore();
}

} // namespace waydesk::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// A way that a person clicks together on the map, as the crow flies: each leg along its great circle with its length,
// and all of it at the last point. GUI thread; the theme must outlive it.
#pragma once

#include "ui/map/layer.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QLocale>

namespace waydesk::ui {

class MeasureLayer final : public MapLayer
{
    Q_DECLARE_TR_FUNCTIONS(waydesk::ui::MeasureLayer)

public:
    explicit MeasureLayer(const Theme& theme)
        : m_theme(theme)
    {
    }
    // The digits of the language, the units of the country: English is spoken where miles are not.
    void setUnits(const QLocale& locale, QLocale::MeasurementSystem system)
    {
        m_locale = locale;
        m_system = system;
    }
    void add(const QGeoCoordinate& point) { m_points.push_back(point); } // a valid one
    void removeLast();
    void clear() { m_points.clear(); }
    const std::vector<QGeoCoordinate>& points() const { return m_points; }

    double leg(size_t number) const; // metres, from the point before; of 1 and up
    double total() const;            // metres
    // "840 m", "12.4 km"; feet and miles where they are usual.
    static QString lengthText(double metres, const QLocale& locale, QLocale::MeasurementSystem system);
    QString summary() const; // of the whole, for a screen reader; empty: nothing is measured
    void paint(QPainter& painter, const Camera& camera, Qt::LayoutDirection direction) const override;

private:
    const Theme& m_theme;
    QLocale m_locale;
    QLocale::MeasurementSystem m_system = QLocale::MetricSystem;
    std::vector<QGeoCoordinate> m_points;
};

// Points of the great circle between two places, both ends among them, in world coordinates that run on past the date
// line instead of jumping.
std::vector<QPointF> greatCircle(const QGeoCoordinate& from, const QGeoCoordinate& to);

} // namespace waydesk::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// A map under its theme, looking at Erbil, and the events that are given to it by hand: no window on a screen is
// needed.
#pragma once

#include "tests/ui/deskbench.h"
#include "ui/map/mapview.h"

#include <QMouseEvent>
#include <QWheelEvent>

namespace waydesk::test {

inline const QGeoCoordinate kBaghdad(33.3152, 44.3661), kErbil(36.1911, 44.0092);

inline const ui::Basemap& basemap()
{
    static const ui::Basemap map = ui::Basemap::embedded();
    return map;
}

struct MapBench
{
    explicit MapBench(ui::Theme::Preference scheme = ui::Theme::Preference::Light, QSize size = {900, 600})
    {
        theme.setPreference(scheme);
        view.resize(size);
        view.show();
        view.setCamera(ui::Camera(kErbil, 6, size));
    }
    bool isAt(const QGeoCoordinate& place, QPointF screen) const
    {
        const QPointF off = view.camera().project(place) - screen;
        return std::hypot(off.x(), off.y()) < 1e-4;
    }
    void mouse(QEvent::Type type, QPointF at, Qt::MouseButtons held)
    {
        const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
        QMouseEvent event(type, at, view.mapToGlobal(at), button, held, Qt::NoModifier);
        QApplication::sendEvent(&view, &event);
    }
    void wheel(int angle, QPointF at)
    {
        QWheelEvent event(at, view.mapToGlobal(at), QPoint(), QPoint(0, angle), Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&view, &event);
    }
    QImage picture() { return view.grab().toImage(); }
    QColor colourAt(const QGeoCoordinate& place)
    {
        return picture().pixelColor(view.camera().project(place).toPoint());
    }

    ui::Theme theme;
    ui::MapView view{theme, basemap()};
};

} // namespace waydesk::test

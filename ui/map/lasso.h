// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a closed line around places of a map with the left button, instead of dragging the map: while it is armed, or
// with Shift held. Esc gives it up. Lives as long as its map, which it is a child of; GUI thread.
#pragma once

#include "ui/map/mapview.h"

#include <QPolygonF>

namespace waydesk::ui {

class Lasso final : public QObject, public MapLayer
{
    Q_OBJECT

public:
    Lasso(const Theme& theme, MapView& map);

    void setArmed(bool armed);
    bool isArmed() const { return m_isArmed; }
    bool isDrawing() const { return !m_line.isEmpty(); }
    void giveUp();

    void paint(QPainter& painter, const Camera& camera, Qt::LayoutDirection direction) const override;

Q_SIGNALS:
    void armedChanged(bool armed);
    void drawn(const QPolygonF& screen, bool adds); // closed, in the map's own pixels; adds: Ctrl was held

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool press(const QMouseEvent& event);
    bool moveTo(const QMouseEvent& event);
    bool letGo(const QMouseEvent& event);

    const Theme& m_theme;
    MapView& m_map;
    QPolygonF m_line;
    bool m_isArmed = false;
};

} // namespace waydesk::ui

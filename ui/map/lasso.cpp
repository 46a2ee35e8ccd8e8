// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/lasso.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace waydesk::ui {

namespace {
constexpr double kStep = 3; // pixels between two points of the line
constexpr qsizetype kMostPoints = 20'000;
} // namespace

Lasso::Lasso(const Theme& theme, MapView& map)
    : QObject(&map)
    , m_theme(theme)
    , m_map(map)
{
    map.installEventFilter(this);
    map.addLayer(*this);
}

void Lasso::setArmed(bool armed)
{
    if (m_isArmed == armed)
        return;
    m_isArmed = armed;
    m_line.clear();
    m_map.setCursor(armed ? Qt::CrossCursor : Qt::OpenHandCursor);
    m_map.update();
    Q_EMIT armedChanged(armed);
}

void Lasso::giveUp()
{
    m_line.clear();
    m_map.update();
    setArmed(false);
}

bool Lasso::press(const QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton || !(m_isArmed || event.modifiers().testFlag(Qt::ShiftModifier)))
        return false;
    m_map.setFocus(Qt::MouseFocusReason);
    m_line = QPolygonF({event.position()});
    return true;
}

bool Lasso::moveTo(const QMouseEvent& event)
{
    if (!isDrawing())
        return false;
    const QPointF by = event.position() - m_line.last();
    if (by.manhattanLength() >= kStep && m_line.size() < kMostPoints) {
        m_line.append(event.position());
        m_map.update();
    }
    return true;
}

bool Lasso::letGo(const QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton || !isDrawing())
        return false;
    const QPolygonF line = std::exchange(m_line, QPolygonF());
    m_map.update();
    if (line.size() > 2) {
        setArmed(false);
        Q_EMIT drawn(line, event.modifiers().testFlag(Qt::ControlModifier));
    }
    return true;
}

bool Lasso::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        return press(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseMove:
        return moveTo(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonRelease:
        return letGo(*static_cast<QMouseEvent*>(event));
    case QEvent::KeyPress:
        if (static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape || !(m_isArmed || isDrawing()))
            return false;
        giveUp();
        return true;
    case QEvent::Hide:
    case QEvent::WindowDeactivate:
        m_line.clear(); // the button may be let go where we do not hear of it
        return false;
    default:
        return QObject::eventFilter(watched, event);
    }
}

void Lasso::paint(QPainter& painter, const Camera&, Qt::LayoutDirection) const
{
    if (!isDrawing())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QColor fill = m_theme.colours().accent;
    fill.setAlphaF(0.15F);
    painter.setBrush(fill);
    painter.setPen(QPen(m_theme.colours().accent, 1.5, Qt::DashLine));
    painter.drawPolygon(m_line);
    painter.restore();
}

} // namespace waydesk::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/picturecanvas.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <cmath>

namespace waydesk::ui {

namespace {
constexpr double kMostZoom = 16, kWheelStep = 1.25;
const QColor kGround(16, 18, 22);
} // namespace

PictureCanvas::PictureCanvas(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(120, 80);
}

void PictureCanvas::setPicture(const QImage& picture)
{
    m_picture = picture;
    m_quarters = 0;
    fit();
}

void PictureCanvas::fit()
{
    m_zoom = 1;
    m_offset = {};
    m_dragged.reset();
    update();
    Q_EMIT zoomed();
}

void PictureCanvas::turn(int quarters)
{
    m_quarters = ((m_quarters + quarters) % 4 + 4) % 4;
    fit();
}

QSizeF PictureCanvas::turnedSize() const
{
    return m_quarters % 2 == 0 ? QSizeF(m_picture.size()) : QSizeF(m_picture.size()).transposed();
}

QRectF PictureCanvas::place() const
{
    const QSizeF fitted = turnedSize().scaled(QSizeF(size()), Qt::KeepAspectRatio);
    // A small picture is not blown up to fill the window.
    const QSizeF shown = (fitted.width() > turnedSize().width() ? turnedSize() : fitted) * m_zoom;
    QRectF place({}, shown);
    place.moveCenter(QRectF(rect()).center() + m_offset);
    return place;
}

QPointF PictureCanvas::pictureAt(const QPointF& point) const
{
    const QRectF where = place();
    if (where.isEmpty())
        return {};
    return {(point.x() - where.left()) / where.width(), (point.y() - where.top()) / where.height()};
}

void PictureCanvas::zoomBy(double factor, const QPointF& about)
{
    if (!hasPicture())
        return;
    const double next = std::clamp(m_zoom * factor, 1.0, kMostZoom);
    const double by = next / m_zoom;
    const QPointF middle = QRectF(rect()).center() + m_offset;
    m_offset += (middle - about) * (by - 1); // what lies under `about` stays there
    m_zoom = next;
    keepInSight();
    update();
    Q_EMIT zoomed();
}

// No more ground beside the picture than it has when it is fitted.
void PictureCanvas::keepInSight()
{
    const QSizeF shown = place().size();
    const double x = std::max(0.0, (shown.width() - width()) / 2), y = std::max(0.0, (shown.height() - height()) / 2);
    m_offset = {std::clamp(m_offset.x(), -x, x), std::clamp(m_offset.y(), -y, y)};
}

void PictureCanvas::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), kGround);
    if (!hasPicture())
        return;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRectF where = place();
    painter.translate(where.center());
    painter.rotate(90.0 * m_quarters);
    QSizeF drawn = m_quarters % 2 == 0 ? where.size() : where.size().transposed();
    painter.fillRect(QRectF(QPointF(-drawn.width() / 2, -drawn.height() / 2), drawn), Qt::white); // for see-through ink
    painter.drawImage(QRectF(QPointF(-drawn.width() / 2, -drawn.height() / 2), drawn), m_picture);
}

void PictureCanvas::wheelEvent(QWheelEvent* event)
{
    const double notches = event->angleDelta().y() / 120.0;
    if (notches != 0)
        zoomBy(std::pow(kWheelStep, notches), event->position());
    event->accept();
}

void PictureCanvas::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragged = event->position();
    if (m_zoom > 1)
        setCursor(Qt::ClosedHandCursor);
}

void PictureCanvas::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_dragged)
        return;
    m_offset += event->position() - *m_dragged;
    m_dragged = event->position();
    keepInSight();
    update();
}

void PictureCanvas::mouseReleaseEvent(QMouseEvent*)
{
    m_dragged.reset();
    unsetCursor();
}

void PictureCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (m_zoom > 1)
        fit();
    else
        zoomBy(2.5, event->position());
}

void PictureCanvas::resizeEvent(QResizeEvent*)
{
    keepInSight();
}

} // namespace waydesk::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/overlay.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLayout>

namespace waydesk::ui {

Overlay::Overlay(const Theme& theme, QWidget& over)
    : QWidget(&over)
    , m_theme(theme)
    , m_card(new Card(this))
{
    setFocusPolicy(Qt::NoFocus);
    over.installEventFilter(this);
    hide();
}

void Overlay::open()
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    layOut();
    show();
    raise();
    layOut();
    focusFirst();
}

void Overlay::dismiss()
{
    if (!isVisible())
        return;
    hide();
    if (m_before && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
    Q_EMIT dismissed();
}

void Overlay::focusFirst()
{
    const QList<QWidget*> inside = m_card->findChildren<QWidget*>();
    for (QWidget* widget : inside) {
        if (widget->focusPolicy() & Qt::TabFocus && widget->isEnabled()) {
            widget->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

void Overlay::layOut()
{
    setGeometry(parentWidget()->rect());
    if (m_fillsWindow) {
        m_card->setGeometry(rect().adjusted(16, 16, -16, -16));
        return;
    }
    const int wide = qMin(m_cardWidth, width() - 32);
    m_card->setMaximumHeight(height() - 32);
    int high = m_card->hasHeightForWidth() ? m_card->heightForWidth(wide) : m_card->sizeHint().height();
    if (QLayout* inside = m_card->layout(); inside && inside->hasHeightForWidth())
        high = inside->totalHeightForWidth(wide);
    high = qMin(high, height() - 32);
    m_card->setGeometry((width() - wide) / 2, m_atTop ? qMin(72, (height() - high) / 2) : (height() - high) / 2, wide,
                        high);
}

void Overlay::paintEvent(QPaintEvent*)
{
    QColor veil = m_theme.scheme() == Scheme::Dark ? QColor(Qt::black) : m_theme.colours().text;
    veil.setAlphaF(m_theme.scheme() == Scheme::Dark ? .55F : .35F);
    QPainter(this).fillRect(rect(), veil);
}

void Overlay::mousePressEvent(QMouseEvent* event)
{
    if (!m_card->geometry().contains(event->position().toPoint()))
        dismiss();
}

bool Overlay::event(QEvent* event)
{
    // Keys inside belong to what stands here, not to the window's shortcuts.
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::LayoutRequest && isVisible())
        layOut();
    return QWidget::event(event);
}

void Overlay::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    event->accept();
}

bool Overlay::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && isVisible())
        layOut();
    return QWidget::eventFilter(watched, event);
}

bool Overlay::focusNextPrevChild(bool next)
{
    QList<QWidget*> ring;
    const QList<QWidget*> inside = m_card->findChildren<QWidget*>();
    for (QWidget* widget : inside) {
        if (widget->focusPolicy() & Qt::TabFocus && widget->isEnabled() && widget->isVisibleTo(m_card))
            ring.append(widget);
    }
    if (ring.isEmpty())
        return true;
    const qsizetype at = ring.indexOf(QApplication::focusWidget());
    const qsizetype to = next ? (at + 1) % ring.size() : (at + ring.size() - 1) % ring.size();
    ring[to]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

} // namespace waydesk::ui

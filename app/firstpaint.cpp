// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/firstpaint.h"

#include <QEvent>
#include <QTimer>
#include <QWidget>

namespace waydesk::app {

FirstPaint::FirstPaint(QWidget& widget, std::function<void()> then, std::function<bool()> counts, QObject* parent)
    : QObject(parent)
    , m_then(std::move(then))
    , m_counts(std::move(counts))
{
    widget.installEventFilter(this);
}

bool FirstPaint::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Paint && !m_seen && (!m_counts || m_counts())) {
        m_seen = true;
        watched->removeEventFilter(this);
        QTimer::singleShot(0, this, [this] { m_then(); }); // once this paint has come to its end
    }
    return false;
}

} // namespace waydesk::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/painted.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QEventLoop>
#include <QTimer>

namespace waydesk::bench {

namespace {
constexpr qint64 kPatienceMs = 5000;
}

Painted::Painted(QWidget& widget)
{
    widget.installEventFilter(this);
}

bool Painted::eventFilter(QObject*, QEvent* event)
{
    m_count += event->type() == QEvent::Paint ? 1 : 0;
    return false;
}

bool Painted::waitForNext()
{
    const int before = m_count;
    QElapsedTimer timer;
    timer.start();
    while (m_count == before && timer.elapsed() < kPatienceMs)
        QCoreApplication::processEvents(QEventLoop::AllEvents);
    return m_count != before;
}

void idle(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace waydesk::bench

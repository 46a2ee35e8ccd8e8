// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sync/wakeups.h"

#include <QTimer>

namespace waydesk::sync {

Wakeups::Handle TimerWakeups::after(std::chrono::milliseconds in, std::function<void()> what)
{
    // Dropped from inside its own timeout at times: it goes when the stack has gone back.
    const std::shared_ptr<QTimer> timer(new QTimer, [](QTimer* dropped) {
        dropped->stop();
        dropped->disconnect();
        dropped->deleteLater();
    });
    timer->setSingleShot(true);
    QObject::connect(timer.get(), &QTimer::timeout, timer.get(), [what = std::move(what)] {
        const auto kept = what; // the lambda dies with the handle
        kept();
    });
    timer->start(in);
    return timer;
}

} // namespace waydesk::sync

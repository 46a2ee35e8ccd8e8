// SPDX-License-Identifier: GPL-3.0-or-later
// Says once that a widget has been painted for the first time, after that paint has come to its end. GUI thread.
#pragma once

#include <QObject>
#include <functional>

class QWidget;

namespace waydesk::app {

class FirstPaint final : public QObject
{
    Q_OBJECT

public:
    // A paint for which `counts` answers false is none yet; without it every one counts.
    FirstPaint(QWidget& widget, std::function<void()> then, std::function<bool()> counts = {},
               QObject* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    std::function<void()> m_then;
    std::function<bool()> m_counts;
    bool m_seen = false;
};

} // namespace waydesk::app

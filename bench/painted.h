// SPDX-License-Identifier: GPL-3.0-or-later
// Waits until a widget has really been painted: an event filter sees its paint event, and the wait ends when the loop
// that delivered it has come back, so with the pixels in the window's backing store.
#pragma once

#include <QWidget>

namespace waydesk::bench {

class Painted final : public QObject
{
public:
    explicit Painted(QWidget& widget);
    int count() const { return m_count; }
    // Runs the loop until another paint than those counted so far; false after five seconds without one.
    bool waitForNext();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    int m_count = 0;
};

// Runs the loop for so long.
void idle(int milliseconds);

} // namespace waydesk::bench

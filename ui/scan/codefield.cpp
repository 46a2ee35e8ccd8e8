// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/codefield.h"

#include "services/domain/scan/scancode.h"

#include <QKeyEvent>

namespace waydesk::ui {

CodeField::CodeField(QWidget* parent)
    : QLineEdit(parent)
{
    setMaxLength(static_cast<int>(scan::kLongestCode) + 64);
    setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    align();
}

// A code is written from left to right in every language, but begins where the page's reading does.
void CodeField::align()
{
    setAlignment((layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute |
                 Qt::AlignVCenter);
}

void CodeField::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        align();
}

void CodeField::keyPressEvent(QKeyEvent* event)
{
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier));
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && plain) {
        const QString code = text().trimmed();
        clear();
        if (!code.isEmpty())
            Q_EMIT entered(code);
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_Backspace && text().isEmpty()) {
        if (plain && !event->isAutoRepeat())
            Q_EMIT removeLastWanted();
        event->accept();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !plain) {
        event->ignore(); // Ctrl+Enter: the page's
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace waydesk::ui

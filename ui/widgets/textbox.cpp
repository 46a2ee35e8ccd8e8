// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textbox.h"

#include <QEvent>
#include <QTextDocument>

namespace waydesk::ui {

TextBox::TextBox(QWidget* parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    align();
}

void TextBox::align()
{
    QTextOption option = document()->defaultTextOption();
    option.setAlignment(layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft); // taken literally here
    document()->setDefaultTextOption(option);
}

void TextBox::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        align();
}

} // namespace waydesk::ui

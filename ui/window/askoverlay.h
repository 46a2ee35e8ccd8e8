// SPDX-License-Identifier: GPL-3.0-or-later
// The window's way of asking: a card with what will happen and two verbs. A grave question stands on "no" first.
#pragma once

#include "ui/window/ask.h"
#include "ui/window/overlay.h"

namespace waydesk::ui {

class Button;

class AskOverlay final : public Overlay, public Ask
{
    Q_OBJECT

public:
    AskOverlay(const Theme& theme, QWidget& over);
    void ask(const Question& question, QObject* guard, std::function<void(bool)> answer) override;

protected:
    void focusFirst() override;

private:
    void finish(bool yes);

    Text *m_title, *m_text;
    Button *m_yes, *m_no;
    bool m_grave = false;
    QPointer<QObject> m_guard;
    std::function<void(bool)> m_answer;
};

} // namespace waydesk::ui

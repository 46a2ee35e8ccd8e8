// SPDX-License-Identifier: GPL-3.0-or-later
// Questions to the person, as a seam: a page asks and goes on; the answer comes to the callback, once, or never when
// the page is gone first. The window answers with a panel; tests answer by themselves, so that none can hang on a box.
#pragma once

#include <QObject>
#include <QString>
#include <functional>

namespace waydesk::ui {

struct Question
{
    QString title;
    QString text;       // what will happen, with its consequences
    QString yes;        // the verb: "Receive", "Cancel waybill"
    QString no;         // empty: "Keep as it is"
    bool grave = false; // cannot be undone: the first key pressed does not do it
};

class Ask
{
public:
    virtual ~Ask() = default;
    // `guard`: when it is destroyed, the question is withdrawn and `answer` is not called.
    virtual void ask(const Question& question, QObject* guard, std::function<void(bool yes)> answer) = 0;
};

} // namespace waydesk::ui

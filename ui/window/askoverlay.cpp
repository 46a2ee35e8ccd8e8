// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/askoverlay.h"
#include "ui/widgets/button.h"

#include <QHBoxLayout>

namespace waydesk::ui {

AskOverlay::AskOverlay(const Theme& look, QWidget& over)
    : Overlay(look, over)
    , m_title(new Text(look, Face::Title, Tone::Text, card()))
    , m_text(new Text(look, Face::Base, Tone::Text, card()))
    , m_yes(new Button(look, Button::Kind::Primary, card()))
    , m_no(new Button(look, Button::Kind::Plain, card()))
{
    auto* column = new QVBoxLayout(card());
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(10);
    for (Text* text : {m_title, m_text}) {
        text->setWordWrap(true);
        column->addWidget(text);
    }
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 8, 0, 0);
    row->addStretch(1);
    row->addWidget(m_no);
    row->addWidget(m_yes);
    column->addLayout(row);
    m_yes->setAccessibleName(tr("Yes"));
    m_no->setAccessibleName(tr("No"));
    connect(m_yes, &QToolButton::clicked, this, [this] { finish(true); });
    connect(m_no, &QToolButton::clicked, this, [this] { finish(false); });
    connect(this, &Overlay::dismissed, this, [this] { finish(false); });
}

void AskOverlay::ask(const Question& question, QObject* guard, std::function<void(bool)> answer)
{
    finish(false); // one question at a time: an older one is answered with no
    m_title->setText(question.title);
    m_text->setText(question.text);
    m_yes->setText(question.yes);
    m_yes->setAccessibleName(question.yes);
    m_no->setText(question.no.isEmpty() ? tr("Keep as it is") : question.no);
    m_no->setAccessibleName(m_no->text());
    m_no->setKeyHint(QStringLiteral("Esc"));
    card()->setAccessibleName(question.title);
    card()->setAccessibleDescription(question.text);
    m_grave = question.grave;
    m_answer = std::move(answer);
    m_guard = guard;
    connect(guard, &QObject::destroyed, this, [this] {
        m_answer = nullptr;
        dismiss();
    });
    open();
}

void AskOverlay::focusFirst()
{
    (m_grave ? m_no : m_yes)->setFocus(Qt::TabFocusReason);
}

void AskOverlay::finish(bool yes)
{
    const auto answer = std::exchange(m_answer, nullptr);
    if (m_guard)
        disconnect(m_guard, nullptr, this, nullptr);
    m_guard = nullptr;
    dismiss();
    if (answer)
        answer(yes);
}

} // namespace waydesk::ui

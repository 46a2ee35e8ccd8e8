// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/returnwishpanel.h"

#include "models/errortext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/textbox.h"

#include <QVBoxLayout>

namespace waydesk::ui {

namespace {
constexpr int kReasonMost = 500, kNotesMost = 1000; // as the server takes them
}

ReturnWishPanel::ReturnWishPanel(const Theme& look, const DeliveryId& delivery, const QString& title, QWidget* parent)
    : Panel(look, parent)
    , m_reason(new TextBox)
    , m_notes(new TextBox)
    , m_reasonRow(new FormRow(look, tr("Why it shall come back"), m_reason))
{
    setTitle(tr("Ask for the return of %1").arg(title));
    primary()->setText(tr("Ask for the return"));
    m_reason->setFixedHeight(72);
    m_notes->setFixedHeight(72);
    m_reasonRow->setHint(tr("In your own words; whoever decides reads it."));
    body()->addWidget(m_reasonRow);
    body()->addWidget(new FormRow(look, tr("Notes"), m_notes));
    body()->addStretch(1);
    connect(m_reason, &QPlainTextEdit::textChanged, this, &ReturnWishPanel::showPossible);
    connect(m_notes, &QPlainTextEdit::textChanged, this, &ReturnWishPanel::showPossible);
    connect(this, &Panel::accepted, this, [this, delivery] {
        notice()->clear();
        const QString notes = m_notes->toPlainText().trimmed();
        Q_EMIT submitted(
            {delivery, m_reason->toPlainText().trimmed(), notes.isEmpty() ? std::nullopt : std::optional(notes)});
    });
    showPossible();
}

void ReturnWishPanel::showPossible()
{
    const qsizetype reason = m_reason->toPlainText().trimmed().size(), notes = m_notes->toPlainText().trimmed().size();
    QString because;
    if (reason == 0)
        because = tr("A reason is needed.");
    else if (reason > kReasonMost)
        because = tr("The reason is longer than %Ln character(s).", nullptr, kReasonMost);
    else if (notes > kNotesMost)
        because = tr("The notes are longer than %Ln character(s).", nullptr, kNotesMost);
    m_reasonRow->setError(reason > kReasonMost ? because : QString());
    primary()->setEnabled(because.isEmpty());
    primary()->setToolTip(because);
}

void ReturnWishPanel::complain(const Error& error)
{
    notice()->say(Tone::Bad, models::errorText(error));
}

void ReturnWishPanel::focusFirst()
{
    m_reason->setFocus(Qt::TabFocusReason);
}

} // namespace waydesk::ui

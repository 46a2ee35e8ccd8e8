// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/casepanels.h"

#include "models/errortext.h"
#include "models/formats.h"
#include "models/queuewords.h"
#include "models/words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/select.h"
#include "ui/widgets/textbox.h"

#include <QDateTime>
#include <QDateTimeEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kNotesMost = 1000; // as the server takes them

QString typed(const TextBox* box)
{
    return box->toPlainText().trimmed();
}

QString tooLong(const QString& text)
{
    return text.size() <= kLongestCaseText
               ? QString()
               : ResolvePanel::tr("Longer than %Ln character(s).", nullptr, static_cast<int>(kLongestCaseText));
}

Instant instantOf(const QDateTime& moment)
{
    return Instant(std::chrono::milliseconds(moment.toMSecsSinceEpoch()));
}

QDateTime wallClock(Instant at, const QTimeZone& zone)
{
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(at.time_since_epoch()).count();
    return QDateTime::fromMSecsSinceEpoch(ms, zone);
}

void allow(Button* button, const QString& because)
{
    button->setEnabled(because.isEmpty());
    button->setToolTip(because);
}

} // namespace

ResolvePanel::ResolvePanel(const Theme& look, const DeliveryCase& row, const QString& title, QWidget* parent)
    : Panel(look, parent)
    , m_text(new TextBox)
    , m_row(new FormRow(look, tr("What was done"), m_text))
{
    setTitle(tr("Resolve the exception of %1").arg(title));
    primary()->setText(tr("Resolve"));
    auto* about = new Text(look, Face::Base, Tone::Muted);
    about->setWordWrap(true);
    about->setText(models::words(row.kind) + u" · "_s + models::caseReason(row));
    m_text->setFixedHeight(96);
    m_row->setHint(tr("Kept with the exception, for whoever asks later. It cannot be changed afterwards."));
    body()->addWidget(about);
    body()->addWidget(m_row);
    body()->addStretch(1);
    connect(m_text, &QPlainTextEdit::textChanged, this, &ResolvePanel::showPossible);
    connect(this, &Panel::accepted, this, [this, id = row.id, delivery = row.delivery] {
        notice()->clear();
        UpdateCase command{id, delivery, {}, {}, {}, typed(m_text)};
        Q_EMIT submitted(command);
    });
    showPossible();
}

void ResolvePanel::showPossible()
{
    const QString text = typed(m_text), fault = tooLong(text);
    m_row->setTrailing(u"%1 / %2"_s.arg(locale().toString(text.size()), locale().toString(kLongestCaseText)));
    m_row->setError(fault);
    allow(primary(), text.isEmpty() ? tr("Say what was done.") : fault);
}

void ResolvePanel::complain(const Error& error)
{
    notice()->say(Tone::Bad, models::errorText(error));
}

void ResolvePanel::focusFirst()
{
    m_text->setFocus(Qt::TabFocusReason);
}

NextStepPanel::NextStepPanel(const Theme& look, const models::Formats& formats, const DeliveryCase& row,
                             const QString& title, QWidget* parent)
    : Panel(look, parent)
    , m_formats(formats)
    , m_before(row)
    , m_text(new TextBox)
    , m_textRow(new FormRow(look, tr("What comes next"), m_text))
    , m_due(new Select(look))
    , m_when(new QDateTimeEdit)
    , m_whenRow(new FormRow(look, tr("At"), m_when))
{
    setTitle(tr("Next action for %1").arg(title));
    primary()->setText(tr("Save"));
    m_text->setFixedHeight(72);
    m_text->setPlainText(row.nextAction.value_or(QString()));
    m_due->addItem(row.dueAt ? tr("As it is: %1").arg(formats.moment(*row.dueAt)) : tr("No due time"), Keep);
    if (row.dueAt)
        m_due->addItem(tr("No due time"), None);
    m_due->addItem(tr("In two hours"), InTwoHours);
    m_due->addItem(tr("Today at %1").arg(formats.locale().toString(QTime(18, 0), QLocale::ShortFormat)), Evening);
    m_due->addItem(tr("Tomorrow at %1").arg(formats.locale().toString(QTime(12, 0), QLocale::ShortFormat)), Tomorrow);
    m_due->addItem(tr("Another time…"), Other);
    m_when->setCalendarPopup(true);
    // Its own zones are the machine's and UTC: it holds the wall clock of the zone that everything is shown in.
    m_when->setTimeSpec(Qt::UTC);
    const QDateTime soon = wallClock(formats.now() + std::chrono::hours{1}, formats.zone());
    m_when->setDateTime(QDateTime(soon.date(), soon.time(), Qt::UTC));
    m_when->setAccessibleName(tr("Due at"));
    auto* dueRow = new FormRow(look, tr("By when"), m_due);
    body()->setSpacing(12);
    body()->addWidget(m_textRow);
    body()->addWidget(dueRow);
    body()->addWidget(m_whenRow);
    body()->addStretch(1);
    connect(m_text, &QPlainTextEdit::textChanged, this, &NextStepPanel::showPossible);
    connect(m_due, &QComboBox::currentIndexChanged, this, &NextStepPanel::showPossible);
    connect(m_when, &QDateTimeEdit::dateTimeChanged, this, &NextStepPanel::showPossible);
    connect(this, &Panel::accepted, this, [this] {
        notice()->clear();
        Q_EMIT submitted(changes());
    });
    showPossible();
}

std::optional<Instant> NextStepPanel::dueAt() const
{
    const QDate today = m_formats.today();
    switch (static_cast<Due>(m_due->currentData().toInt())) {
    case Keep:
        return m_before.dueAt;
    case None:
        return std::nullopt;
    case InTwoHours:
        return m_formats.now() + std::chrono::hours{2};
    case Evening:
        return instantOf(QDateTime(today, QTime(18, 0), m_formats.zone()));
    case Tomorrow:
        return instantOf(QDateTime(today.addDays(1), QTime(12, 0), m_formats.zone()));
    case Other:
        return instantOf(QDateTime(m_when->date(), m_when->time(), m_formats.zone()));
    }
    Q_UNREACHABLE();
}

UpdateCase NextStepPanel::changes() const
{
    UpdateCase command;
    command.exception = m_before.id;
    command.delivery = m_before.delivery;
    const QString text = typed(m_text);
    if (text != m_before.nextAction.value_or(QString()))
        command.nextAction = text.isEmpty() ? std::optional<QString>() : std::optional<QString>(text);
    if (const auto due = dueAt(); due != m_before.dueAt)
        command.dueAt = due;
    return command;
}

void NextStepPanel::showPossible()
{
    m_whenRow->setVisible(m_due->currentData().toInt() == Other);
    const QString fault = tooLong(typed(m_text));
    m_textRow->setError(fault);
    const UpdateCase command = changes();
    allow(primary(), !command.nextAction && !command.dueAt ? tr("Nothing has been changed yet.") : fault);
}

void NextStepPanel::complain(const Error& error)
{
    notice()->say(Tone::Bad, models::errorText(error));
}

void NextStepPanel::focusFirst()
{
    m_text->setFocus(Qt::TabFocusReason);
}

HandOverPanel::HandOverPanel(const Theme& look, const QList<Colleague>& colleagues, const DeliveryCase& row,
                             const QString& title, QWidget* parent)
    : Panel(look, parent)
    , m_before(row)
    , m_list(new QListWidget)
{
    setTitle(tr("Hand %1 to a colleague").arg(title));
    primary()->setText(tr("Hand over"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMinimumHeight(200);
    const auto add = [&](const QString& text, const QString& id) {
        auto* item = new QListWidgetItem(text, m_list);
        item->setData(Qt::UserRole, id);
        item->setSizeHint(QSize(0, theme().rowHeight()));
    };
    for (const Colleague& one : colleagues) {
        const QString role = one.role.known ? models::words(*one.role.known) : one.role.text;
        add(one.fullName + u" · "_s + role, one.id.value);
    }
    add(tr("Nobody: leave it to whoever takes it"), QString());
    body()->addWidget(new FormRow(look, tr("Who sees to it"), m_list), 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &HandOverPanel::showPossible);
    connect(m_list, &QListWidget::itemActivated, this, [this] { primary()->click(); });
    connect(this, &Panel::accepted, this, [this] {
        notice()->clear();
        UpdateCase command;
        command.exception = m_before.id;
        command.delivery = m_before.delivery;
        command.owner = chosen();
        Q_EMIT submitted(command);
    });
    m_list->setCurrentRow(-1);
    showPossible();
}

std::optional<UserId> HandOverPanel::chosen() const
{
    const QListWidgetItem* item = m_list->currentItem();
    const QString id = item ? item->data(Qt::UserRole).toString() : QString();
    return id.isEmpty() ? std::nullopt : std::optional(UserId{id});
}

void HandOverPanel::showPossible()
{
    QString because;
    if (!m_list->currentItem())
        because = tr("Choose a colleague first.");
    else if (chosen() == m_before.owner)
        because = chosen() ? tr("This colleague has it already.") : tr("Nobody has it now.");
    allow(primary(), because);
}

void HandOverPanel::complain(const Error& error)
{
    notice()->say(Tone::Bad, models::errorText(error));
}

void HandOverPanel::focusFirst()
{
    m_list->setFocus(Qt::TabFocusReason);
}

RaiseCasePanel::RaiseCasePanel(const Theme& look, const DeliveryId& delivery, const QString& title, QWidget* parent)
    : Panel(look, parent)
    , m_kind(new Select(look))
    , m_reason(new TextBox)
    , m_notes(new TextBox)
    , m_reasonRow(new FormRow(look, tr("In short"), m_reason))
{
    setTitle(tr("Raise an exception of %1").arg(title));
    primary()->setText(tr("Raise it"));
    for (const CaseKind kind : {CaseKind::Damaged, CaseKind::Missing, CaseKind::Failed, CaseKind::Other})
        m_kind->addItem(models::words(kind), static_cast<int>(kind));
    m_reason->setFixedHeight(72);
    m_notes->setFixedHeight(72);
    m_reasonRow->setHint(tr("What everybody reads in the queue."));
    body()->setSpacing(12);
    body()->addWidget(new FormRow(look, tr("What happened"), m_kind));
    body()->addWidget(m_reasonRow);
    body()->addWidget(new FormRow(look, tr("Notes"), m_notes));
    body()->addStretch(1);
    connect(m_reason, &QPlainTextEdit::textChanged, this, &RaiseCasePanel::showPossible);
    connect(m_notes, &QPlainTextEdit::textChanged, this, &RaiseCasePanel::showPossible);
    connect(this, &Panel::accepted, this, [this, delivery] {
        notice()->clear();
        const QString notes = typed(m_notes);
        Q_EMIT submitted({delivery, static_cast<CaseKind>(m_kind->currentData().toInt()), typed(m_reason),
                          notes.isEmpty() ? std::nullopt : std::optional(notes)});
    });
    showPossible();
}

void RaiseCasePanel::showPossible()
{
    const QString reason = typed(m_reason), fault = tooLong(reason);
    m_reasonRow->setError(fault);
    QString because = reason.isEmpty() ? tr("Say what happened.") : fault;
    if (because.isEmpty() && typed(m_notes).size() > kNotesMost)
        because = tr("The notes are longer than %Ln character(s).", nullptr, kNotesMost);
    allow(primary(), because);
}

void RaiseCasePanel::complain(const Error& error)
{
    notice()->say(Tone::Bad, models::errorText(error));
}

void RaiseCasePanel::focusFirst()
{
    m_kind->setFocus(Qt::TabFocusReason);
}

} // namespace waydesk::ui

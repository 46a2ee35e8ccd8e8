// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/windowfield.h"

#include "models/typedvalues.h"

#include <QDateTime>
#include <QGridLayout>
#include <QLineEdit>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QDateTime inZone(Instant instant, const QTimeZone& zone)
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(instant.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(ms.count(), zone);
}

Instant at(const QDate& day, const QTime& time, const QTimeZone& zone)
{
    return Instant{std::chrono::milliseconds{QDateTime(day, time, zone).toMSecsSinceEpoch()}};
}

} // namespace

WindowField::WindowField(const Theme& theme, const models::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , m_formats(formats)
    , m_day(new QLineEdit)
    , m_from(new QLineEdit)
    , m_to(new QLineEdit)
    , m_dayRow(new FormRow(theme, tr("There on"), m_day))
    , m_fromRow(new FormRow(theme, tr("From", "a time"), m_from))
    , m_toRow(new FormRow(theme, tr("Until", "a time"), m_to))
    , m_zone(new Text(theme, Face::Small, Tone::Muted))
{
    m_day->setPlaceholderText(formats.today().toString(Qt::ISODate));
    m_from->setPlaceholderText(u"09:00"_s);
    m_to->setPlaceholderText(u"12:00"_s);
    m_zone->setWordWrap(true);
    m_zone->setText(
        tr("Times as in %1. Empty: any time.", "a time zone").arg(QString::fromLatin1(formats.zone().id())));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_dayRow, 0, 0, Qt::AlignTop);
    grid->addWidget(m_fromRow, 0, 1, Qt::AlignTop);
    grid->addWidget(m_toRow, 0, 2, Qt::AlignTop);
    grid->addWidget(m_zone, 1, 0, 1, 3);
    grid->setColumnStretch(0, 5);
    grid->setColumnStretch(1, 4);
    grid->setColumnStretch(2, 4);
    setTabOrder(m_day, m_from);
    setTabOrder(m_from, m_to);
    for (QLineEdit* edit : {m_day, m_from, m_to}) {
        edit->setMaxLength(20);
        connect(edit, &QLineEdit::textEdited, this, &WindowField::edited);
    }
}

void WindowField::setWindow(const std::optional<VisitWindow>& window)
{
    clearErrors();
    m_known = window;
    if (!window) {
        for (QLineEdit* edit : {m_day, m_from, m_to})
            edit->clear();
        return;
    }
    const QDateTime opens = inZone(window->opens, m_formats.zone()), closes = inZone(window->closes, m_formats.zone());
    m_day->setText(opens.date().toString(Qt::ISODate));
    m_from->setText(opens.time().toString(u"HH:mm"_s));
    m_to->setText(closes.time().toString(u"HH:mm"_s));
    m_knownTexts = texts();
}

QStringList WindowField::texts() const
{
    return {m_day->text().trimmed(), m_from->text().trimmed(), m_to->text().trimmed()};
}

std::optional<std::optional<VisitWindow>> WindowField::read()
{
    using Read = std::optional<VisitWindow>;
    clearErrors();
    if (m_known && texts() == m_knownTexts)
        return std::optional<Read>(m_known);
    const QString day = m_day->text().trimmed(), from = m_from->text().trimmed(), to = m_to->text().trimmed();
    if (day.isEmpty() && from.isEmpty() && to.isEmpty())
        return std::optional<Read>(std::in_place);
    const auto date = day.isEmpty() ? std::optional(m_formats.today()) : models::dateFrom(day);
    const auto opens = models::timeFrom(from), closes = models::timeFrom(to);
    if (!date)
        m_dayRow->setError(tr("A day, like 2026-04-07."));
    if (!opens)
        m_fromRow->setError(tr("A time, like 9:30."));
    if (!closes)
        m_toRow->setError(tr("A time, like 9:30."));
    if (!date || !opens || !closes)
        return std::nullopt;
    const VisitWindow window{at(*date, *opens, m_formats.zone()), at(*date, *closes, m_formats.zone())};
    if (window.closes <= window.opens) {
        m_toRow->setError(tr("Later than the beginning."));
        return std::nullopt;
    }
    return std::optional<Read>(window);
}

bool WindowField::complain(const FieldError& error)
{
    if (!error.field.startsWith(u"window_"_s))
        return false;
    (error.field == u"window_closes_at"_s ? m_toRow : m_fromRow)->setError(error.message);
    return true;
}

void WindowField::clearErrors()
{
    for (FormRow* row : {m_dayRow, m_fromRow, m_toRow})
        row->setError({});
}

} // namespace waydesk::ui

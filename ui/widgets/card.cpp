// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include <QStyle>
#include <QVBoxLayout>

namespace waydesk::ui {

Card::Card(QWidget* parent)
    : QFrame(parent)
{
    setProperty("card", true);
    setAttribute(Qt::WA_StyledBackground);
}

Line::Line(const Theme& theme, Qt::Orientation orientation, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Line::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_theme.colours().line);
}

FormRow::FormRow(const Theme& theme, const QString& label, QWidget* field, QWidget* parent)
    : QWidget(parent)
    , m_label(new Text(theme, Face::SmallStrong, Tone::Muted, this))
    , m_trailing(new Text(theme, Face::Small, Tone::Muted, this))
    , m_hint(new Text(theme, Face::Small, Tone::Muted, this))
    , m_error(new Text(theme, Face::Small, Tone::Bad, this))
    , m_field(field)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* top = new QHBoxLayout;
    top->addWidget(m_label, 1);
    top->addWidget(m_trailing);
    column->addLayout(top);
    column->addWidget(field);
    column->addWidget(m_hint);
    column->addWidget(m_error);
    m_label->setBuddy(field);
    m_hint->setWordWrap(true);
    m_error->setWordWrap(true);
    m_hint->hide();
    m_error->hide();
    setLabel(label);
}

void FormRow::setLabel(const QString& label)
{
    m_label->setText(label);
    m_field->setAccessibleName(label);
}

void FormRow::setHint(const QString& hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty() && m_error->text().isEmpty());
}

void FormRow::setTrailing(const QString& text)
{
    m_trailing->setText(text);
}

void FormRow::setError(const QString& error)
{
    if (m_error->text() == error)
        return;
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty());
    m_hint->setVisible(error.isEmpty() && !m_hint->text().isEmpty());
    m_field->setAccessibleDescription(error);
    m_field->setProperty("wrong", !error.isEmpty());
    m_field->style()->unpolish(m_field);
    m_field->style()->polish(m_field);
    m_field->update();
}

QString FormRow::error() const
{
    return m_error->text();
}

} // namespace waydesk::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Card: a bordered surface with rounded corners. Line: a one pixel rule. FormRow: a label above its field, a hint, and
// the field's error in words; the label names the field for screen readers.
#pragma once

#include "ui/widgets/labels.h"

class QVBoxLayout;

namespace waydesk::ui {

class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget* parent = nullptr);
};

class Line final : public QWidget
{
    Q_OBJECT

public:
    Line(const Theme& theme, Qt::Orientation orientation, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent*) override;

private:
    const Theme& m_theme;
};

class FormRow final : public QWidget
{
    Q_OBJECT

public:
    FormRow(const Theme& theme, const QString& label, QWidget* field, QWidget* parent = nullptr);

    QWidget* field() const { return m_field; }
    void setLabel(const QString& label);
    void setHint(const QString& hint);
    void setTrailing(const QString& text); // at the end of the label's line: a counter
    void setError(const QString& error);   // empty: none
    QString error() const;

private:
    Text* m_label;
    Text* m_trailing;
    Text* m_hint;
    Text* m_error;
    QWidget* m_field;
};

} // namespace waydesk::ui

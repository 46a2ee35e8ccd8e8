// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked about an exception in the place of its detail: what was done to resolve it, what comes next and by
// when, who takes it over; and, of a parcel, what went wrong with it. What was typed survives a refusal.
#pragma once

#include "services/domain/exception.h"
#include "services/domain/result.h"
#include "ui/widgets/panel.h"

class QDateTimeEdit;
class QListWidget;

namespace waydesk::models {
class Formats;
}

namespace waydesk::ui {

class FormRow;
class Select;
class TextBox;

class ResolvePanel final : public Panel
{
    Q_OBJECT

public:
    ResolvePanel(const Theme& look, const DeliveryCase& row, const QString& title, QWidget* parent = nullptr);
    void complain(const Error& error); // could not be saved; what was typed stays
    void focusFirst() override;
    TextBox* text() const { return m_text; }

Q_SIGNALS:
    void submitted(const waydesk::UpdateCase& command);

private:
    void showPossible();
    TextBox* m_text;
    FormRow* m_row;
};

class NextStepPanel final : public Panel
{
    Q_OBJECT

public:
    NextStepPanel(const Theme& look, const models::Formats& formats, const DeliveryCase& row, const QString& title,
                  QWidget* parent = nullptr);
    void complain(const Error& error);
    void focusFirst() override;
    TextBox* text() const { return m_text; }
    Select* due() const { return m_due; }

Q_SIGNALS:
    void submitted(const waydesk::UpdateCase& command);

private:
    enum Due { Keep, None, InTwoHours, Evening, Tomorrow, Other };
    void showPossible();
    std::optional<Instant> dueAt() const;
    UpdateCase changes() const;

    const models::Formats& m_formats;
    const DeliveryCase m_before;
    TextBox* m_text;
    FormRow* m_textRow;
    Select* m_due;
    QDateTimeEdit* m_when;
    FormRow* m_whenRow;
};

class HandOverPanel final : public Panel
{
    Q_OBJECT

public:
    HandOverPanel(const Theme& look, const QList<Colleague>& colleagues, const DeliveryCase& row, const QString& title,
                  QWidget* parent = nullptr);
    void complain(const Error& error);
    void focusFirst() override;
    QListWidget* list() const { return m_list; }

Q_SIGNALS:
    void submitted(const waydesk::UpdateCase& command);

private:
    void showPossible();
    std::optional<UserId> chosen() const; // nullopt: nobody
    const DeliveryCase m_before;
    QListWidget* m_list;
};

class RaiseCasePanel final : public Panel
{
    Q_OBJECT

public:
    RaiseCasePanel(const Theme& look, const DeliveryId& delivery, const QString& title, QWidget* parent = nullptr);
    void complain(const Error& error);
    void focusFirst() override;
    Select* kind() const { return m_kind; }
    TextBox* reason() const { return m_reason; }

Q_SIGNALS:
    void submitted(const waydesk::RaiseCase& command);

private:
    void showPossible();
    Select* m_kind;
    TextBox *m_reason, *m_notes;
    FormRow* m_reasonRow;
};

} // namespace waydesk::ui

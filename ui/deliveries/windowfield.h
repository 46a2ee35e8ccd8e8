// SPDX-License-Identifier: GPL-3.0-or-later
// When somebody is there to take a parcel: a day and two times in the tenant's zone, which is named. Empty fields mean
// that nobody said so; a day that is left empty beside times is today.
#pragma once

#include "models/formats.h"
#include "services/domain/delivery.h"
#include "services/domain/result.h"
#include "ui/widgets/card.h"

class QLineEdit;

namespace waydesk::ui {

class WindowField final : public QWidget
{
    Q_OBJECT

public:
    WindowField(const Theme& theme, const models::Formats& formats, QWidget* parent = nullptr);

    void setWindow(const std::optional<VisitWindow>& window);
    // Outer nullopt after telling the person what is wrong; inner nullopt: none.
    std::optional<std::optional<VisitWindow>> read();
    bool complain(const FieldError& error); // false: not its own
    void clearErrors();
    QLineEdit* day() const { return m_day; }
    QLineEdit* from() const { return m_from; }
    QLineEdit* to() const { return m_to; }

Q_SIGNALS:
    void edited();

private:
    QStringList texts() const;

    const models::Formats& m_formats;
    QLineEdit *m_day, *m_from, *m_to;
    FormRow *m_dayRow, *m_fromRow, *m_toRow;
    Text* m_zone;
    std::optional<VisitWindow> m_known; // as it was: one past midnight cannot be typed, and is kept
    QStringList m_knownTexts;
};

} // namespace waydesk::ui

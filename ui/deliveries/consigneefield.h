// SPDX-License-Identifier: GPL-3.0-or-later
// Who gets a parcel: a customer whom this desk knows, found while the name or the number is typed, or a new one of that
// name and number. Which of the two it is stands below the name.
#pragma once

#include "services/facade/lookupservice.h"
#include "ui/widgets/card.h"

class QCompleter;
class QLineEdit;
class QStandardItemModel;

namespace waydesk::ui {

class ConsigneeField final : public QWidget
{
    Q_OBJECT

public:
    ConsigneeField(const Theme& theme, facade::LookupService& lookups, QWidget* parent = nullptr);

    void setCustomer(const std::optional<CustomerRef>& customer);
    std::optional<CustomerRef> customer() const; // without an id: a new one; nullopt: nobody
    bool check();                                // false after telling the person what is missing
    bool complain(const FieldError& error);      // false: not its own
    void clearErrors();
    QLineEdit* name() const { return m_name; }
    QLineEdit* phone() const { return m_phone; }

Q_SIGNALS:
    void edited();

private:
    void suggest();
    void showKind();

    facade::LookupService& m_lookups;
    QLineEdit *m_name, *m_phone;
    FormRow *m_nameRow, *m_phoneRow;
    QCompleter* m_completer;
    QStandardItemModel* m_found;
    std::optional<CustomerRef> m_chosen; // as long as name and number are its own
};

} // namespace waydesk::ui

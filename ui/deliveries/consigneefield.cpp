// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/consigneefield.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostFound = 8;
enum Role { NameRole = Qt::UserRole + 1, PhoneRole, IdRole };

} // namespace

ConsigneeField::ConsigneeField(const Theme& theme, facade::LookupService& lookups, QWidget* parent)
    : QWidget(parent)
    , m_lookups(lookups)
    , m_name(new QLineEdit)
    , m_phone(new QLineEdit)
    , m_nameRow(new FormRow(theme, tr("Customer"), m_name))
    , m_phoneRow(new FormRow(theme, tr("Phone"), m_phone))
    , m_completer(new QCompleter(this))
    , m_found(new QStandardItemModel(this))
{
    m_name->setMaxLength(200);
    m_name->setPlaceholderText(tr("Name or number"));
    m_phone->setMaxLength(40);
    m_completer->setModel(m_found);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(m_name);
    m_completer->popup()->setAccessibleName(tr("Customers found"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_nameRow);
    column->addWidget(m_phoneRow);
    setTabOrder(m_name, m_phone);
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        suggest();
        showKind();
        Q_EMIT edited();
    });
    connect(m_phone, &QLineEdit::textEdited, this, [this] {
        showKind();
        Q_EMIT edited();
    });
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this, [this](const QModelIndex& index) {
        setCustomer(CustomerRef{
            {index.data(IdRole).toString()}, index.data(NameRole).toString(), index.data(PhoneRole).toString(), {}});
        Q_EMIT edited();
    });
    showKind();
}

void ConsigneeField::suggest()
{
    m_found->clear();
    const QString typed = m_name->text().trimmed();
    if (typed.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    const QList<CustomerRef> found = m_lookups.customers(typed, kMostFound);
    for (const CustomerRef& customer : found) {
        // The number reads from the left in every line.
        auto* item = new QStandardItem(customer.phone.isEmpty()
                                           ? customer.fullName
                                           : u"%1 · \u2066%2\u2069"_s.arg(customer.fullName, customer.phone));
        item->setData(customer.fullName, NameRole);
        item->setData(customer.phone, PhoneRole);
        item->setData(customer.id.value, IdRole);
        m_found->appendRow(item);
    }
    if (found.isEmpty())
        m_completer->popup()->hide();
    else
        m_completer->complete();
}

void ConsigneeField::setCustomer(const std::optional<CustomerRef>& customer)
{
    m_chosen = customer && !customer->id.isEmpty() ? customer : std::nullopt;
    m_name->setText(customer ? customer->fullName : QString());
    m_phone->setText(customer ? customer->phone : QString());
    clearErrors();
    showKind();
}

std::optional<CustomerRef> ConsigneeField::customer() const
{
    const QString name = m_name->text().trimmed(), phone = m_phone->text().trimmed();
    if (m_chosen && m_chosen->fullName == name && m_chosen->phone == phone)
        return m_chosen;
    if (name.isEmpty() && phone.isEmpty())
        return std::nullopt;
    return CustomerRef{{}, name, phone, {}};
}

void ConsigneeField::showKind()
{
    const auto now = customer();
    m_nameRow->setHint(!now ? QString() : now->id.isEmpty() ? tr("A new customer") : tr("A known customer"));
}

bool ConsigneeField::check()
{
    clearErrors();
    const auto now = customer();
    if (now && now->fullName.isEmpty()) {
        m_nameRow->setError(tr("A number without a name: who is it?"));
        return false;
    }
    return true;
}

bool ConsigneeField::complain(const FieldError& error)
{
    if (!error.field.startsWith(u"customer"_s))
        return false;
    (error.field == u"customer_phone"_s ? m_phoneRow : m_nameRow)->setError(error.message);
    return true;
}

void ConsigneeField::clearErrors()
{
    m_nameRow->setError({});
    m_phoneRow->setError({});
}

} // namespace waydesk::ui

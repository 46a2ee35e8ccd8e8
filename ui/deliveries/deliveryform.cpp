// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/deliveryform.h"

#include "models/errortext.h"
#include "models/formats.h"
#include "models/typedvalues.h"
#include "models/words.h"
#include "services/domain/scan/scancode.h"
#include "ui/deliveries/consigneefield.h"
#include "ui/deliveries/parcelendfield.h"
#include "ui/deliveries/windowfield.h"
#include "ui/widgets/button.h"
#include "ui/widgets/select.h"
#include "ui/widgets/textbox.h"

#include <QGridLayout>
#include <QLineEdit>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

const QStringList& paymentMethods()
{
    static const QStringList methods{u"cod"_s, u"cash"_s, u"wallet"_s, u"gateway"_s};
    return methods;
}

ParcelEnd endOf(const std::optional<WarehouseRef>& warehouse, const std::optional<Place>& place)
{
    return warehouse ? ParcelEnd{warehouse, std::nullopt} : ParcelEnd{std::nullopt, place};
}

} // namespace

DeliveryForm::DeliveryForm(const Theme& look, facade::LookupService& lookups, const Basemap* basemap,
                           const models::Formats& formats, QWidget* parent)
    : Panel(look, parent)
    , m_formats(formats)
    , m_consignee(new ConsigneeField(look, lookups))
    , m_pickup(new ParcelEndField(look, lookups, basemap, tr("From")))
    , m_dropoff(new ParcelEndField(look, lookups, basemap, tr("To")))
    , m_window(new WindowField(look, formats))
    , m_cod(new QLineEdit)
    , m_size(new QLineEdit)
    , m_barcode(new QLineEdit)
    , m_reference(new QLineEdit)
    , m_payment(new Select(look))
    , m_notes(new TextBox)
    , m_codRow(new FormRow(look, {}, m_cod))
    , m_sizeRow(new FormRow(look, tr("Size, units"), m_size))
    , m_paymentRow(new FormRow(look, tr("Paid by"), m_payment))
    , m_barcodeRow(new FormRow(look, tr("Barcode"), m_barcode))
    , m_referenceRow(new FormRow(look, tr("Sender's reference"), m_reference))
    , m_notesRow(new FormRow(look, tr("Notes"), m_notes))
    , m_currency(Money{}.currency)
{
    build();
    connect(this, &Panel::accepted, this, &DeliveryForm::submit);
}

void DeliveryForm::build()
{
    m_codRow->setLabel(tr("To collect, %1", "a currency").arg(m_currency));
    m_cod->setPlaceholderText(m_formats.number(0));
    m_cod->setMaxLength(40);
    m_size->setMaxLength(20);
    m_barcode->setMaxLength(static_cast<int>(scan::kLongestCode));
    m_barcode->setPlaceholderText(tr("Scan it here, or leave it to the server"));
    m_reference->setMaxLength(200);
    m_notes->setFixedHeight(72);
    for (const QString& method : paymentMethods())
        m_payment->addItem(models::paymentWords(method), method);
    auto* figures = new QGridLayout;
    figures->setHorizontalSpacing(12);
    figures->setVerticalSpacing(14);
    figures->addWidget(m_codRow, 0, 0, Qt::AlignTop);
    figures->addWidget(m_sizeRow, 0, 1, Qt::AlignTop);
    figures->setColumnStretch(0, 3);
    figures->setColumnStretch(1, 2);
    body()->addWidget(m_consignee);
    body()->addWidget(m_dropoff);
    body()->addWidget(m_pickup);
    body()->addWidget(m_window);
    body()->addLayout(figures);
    for (FormRow* row : {m_paymentRow, m_barcodeRow, m_referenceRow, m_notesRow})
        body()->addWidget(row);
    body()->addStretch(1);
    setTabOrder(m_consignee->phone(), m_dropoff->choice());
    setTabOrder(m_dropoff->last(), m_pickup->choice());
    setTabOrder(m_pickup->last(), m_window->day());
    QWidget* before = m_window->to();
    for (QWidget* next : std::initializer_list<QWidget*>{m_cod, m_size, m_payment, m_barcode, m_reference, m_notes}) {
        setTabOrder(before, next);
        before = next;
    }
    setTabOrder(m_notes, primary());

    connect(m_consignee, &ConsigneeField::edited, this, &DeliveryForm::touched);
    connect(m_pickup, &ParcelEndField::edited, this, &DeliveryForm::touched);
    connect(m_dropoff, &ParcelEndField::edited, this, &DeliveryForm::touched);
    connect(m_window, &WindowField::edited, this, &DeliveryForm::touched);
    for (QLineEdit* edit : {m_cod, m_size, m_barcode, m_reference})
        connect(edit, &QLineEdit::textEdited, this, &DeliveryForm::touched);
    connect(m_payment, &QComboBox::activated, this, &DeliveryForm::touched);
    connect(m_notes, &QPlainTextEdit::textChanged, this, &DeliveryForm::touched);
    connect(m_barcode, &QLineEdit::returnPressed, this, &DeliveryForm::takeScan);
}

void DeliveryForm::touched()
{
    m_isChanged = true;
    if (std::exchange(m_hasAsked, false))
        notice()->clear();
}

// A scanner types the code and presses Enter: what is not part of it goes, and the next field is ready.
void DeliveryForm::takeScan()
{
    m_barcode->setText(scan::readScan(m_barcode->text()).text);
    m_reference->setFocus(Qt::TabFocusReason);
}

void DeliveryForm::beginNew(const DeliveryId& localId, const std::optional<WarehouseId>& pickup)
{
    m_localId = localId;
    m_before.reset();
    setTitle(tr("New parcel"));
    primary()->setText(tr("Make parcel"));
    Delivery blank;
    blank.paymentMethod = paymentMethods().constFirst();
    if (pickup)
        blank.pickupWarehouse = WarehouseRef{*pickup, {}, {}};
    fill(blank);
}

void DeliveryForm::beginEdit(const Delivery& parcel, const QString& endsLocked)
{
    m_before = parcel;
    setTitle(tr("Edit %1").arg(models::parcelTitle(parcel)));
    primary()->setText(tr("Save changes"));
    m_currency = parcel.cod.currency;
    m_codRow->setLabel(tr("To collect, %1", "a currency").arg(m_currency));
    fill(parcel);
    for (ParcelEndField* end : {m_pickup, m_dropoff})
        end->setLocked(endsLocked);
}

void DeliveryForm::fill(const Delivery& parcel)
{
    m_consignee->setCustomer(parcel.customer);
    m_pickup->setEnd(endOf(parcel.pickupWarehouse, parcel.pickup));
    m_dropoff->setEnd(endOf(parcel.dropoffWarehouse, parcel.dropoff));
    m_window->setWindow(parcel.window);
    m_cod->setText(parcel.cod.minor == 0 ? QString() : m_formats.amount(parcel.cod));
    m_size->setText(m_formats.quantity(parcel.unitSize));
    if (m_payment->findData(parcel.paymentMethod) < 0)
        m_payment->addItem(models::paymentWords(parcel.paymentMethod), parcel.paymentMethod);
    m_payment->setCurrentIndex(m_payment->findData(parcel.paymentMethod));
    m_barcode->setText(parcel.barcode);
    m_reference->setText(parcel.externalReference);
    m_notes->setPlainText(parcel.notes);
    m_isChanged = m_hasAsked = false;
}

bool DeliveryForm::readFigures(ParcelEdit& edit)
{
    for (FormRow* row : {m_codRow, m_sizeRow, m_paymentRow, m_barcodeRow, m_referenceRow, m_notesRow})
        row->setError({});
    const QString typed = m_cod->text().trimmed();
    edit.cod = typed.isEmpty() ? std::optional(Money{0, m_currency}) : models::amountFrom(typed, m_currency);
    if (!edit.cod)
        m_codRow->setError(tr("An amount, like %1.").arg(m_formats.amount(Money{15000, m_currency})));
    edit.unitSize = models::sizeFrom(m_size->text());
    if (!edit.unitSize)
        m_sizeRow->setError(tr("A number above 0."));
    edit.paymentMethod = m_payment->currentData().toString();
    edit.barcode = scan::readScan(m_barcode->text()).text;
    edit.externalReference = m_reference->text().trimmed();
    edit.notes = m_notes->toPlainText().trimmed();
    if (edit.notes->size() > kNotesMost)
        m_notesRow->setError(tr("At most %L1 characters.").arg(kNotesMost));
    return edit.cod && edit.unitSize && edit.notes->size() <= kNotesMost;
}

bool DeliveryForm::readEnds(ParcelEdit& edit)
{
    const auto pickup = m_pickup->read(), dropoff = m_dropoff->read();
    if (!pickup || !dropoff)
        return false;
    edit.pickupWarehouse = pickup->warehouse;
    edit.pickup = pickup->place;
    edit.dropoffWarehouse = dropoff->warehouse;
    edit.dropoff = dropoff->place;
    return true;
}

std::optional<ParcelEdit> DeliveryForm::read()
{
    notice()->clear();
    ParcelEdit edit;
    const bool named = m_consignee->check(), placed = readEnds(edit), figured = readFigures(edit);
    const auto window = m_window->read();
    if (!named || !placed || !figured || !window)
        return std::nullopt;
    edit.customer = m_consignee->customer();
    edit.window = *window;
    return edit;
}

// Only what changed is asked for, so that a colleague's change to the rest is not undone.
ParcelEdit DeliveryForm::onlyChanges(const ParcelEdit& all) const
{
    const Delivery was = m_before.value_or(Delivery{});
    ParcelEdit edit;
    const auto end = [](const auto& warehouse, const auto& place, const auto& warehouseWas, const auto& placeWas,
                        auto& outWarehouse, auto& outPlace) {
        const bool sameWarehouse =
            (*warehouse ? (*warehouse)->id : WarehouseId{}) == (warehouseWas ? warehouseWas->id : WarehouseId{});
        if (!sameWarehouse)
            outWarehouse = *warehouse;
        if (place && place != placeWas)
            outPlace = place;
    };
    end(all.pickupWarehouse, all.pickup, was.pickupWarehouse, was.pickup, edit.pickupWarehouse, edit.pickup);
    end(all.dropoffWarehouse, all.dropoff, was.dropoffWarehouse, was.dropoff, edit.dropoffWarehouse, edit.dropoff);
    const auto keep = [](const auto& asked, const auto& before, auto& out) {
        if (asked && *asked != before)
            out = asked;
    };
    keep(all.customer, was.customer, edit.customer);
    keep(all.window, was.window, edit.window);
    keep(all.cod, was.cod, edit.cod);
    keep(all.unitSize, was.unitSize, edit.unitSize);
    keep(all.paymentMethod, was.paymentMethod, edit.paymentMethod);
    keep(all.barcode, was.barcode, edit.barcode);
    keep(all.externalReference, was.externalReference, edit.externalReference);
    keep(all.notes, was.notes, edit.notes);
    return edit;
}

void DeliveryForm::submit()
{
    const auto all = read();
    if (!all) {
        notice()->say(Tone::Bad, tr("Not saved yet: see the fields marked above."));
        return;
    }
    const ParcelEdit edit = onlyChanges(*all);
    if (!m_before) {
        Q_EMIT submitted(CreateDelivery{m_localId, edit});
        return;
    }
    if (isNothing(edit)) {
        notice()->say(Tone::Info, tr("Nothing has been changed."));
        m_isChanged = false;
        return;
    }
    Q_EMIT submitted(UpdateDelivery{m_before->id, edit});
}

void DeliveryForm::complain(const Error& error)
{
    notice()->say(Tone::Bad, models::errorText(error));
    m_isChanged = true; // it is not saved
    for (const FieldError& field : error.fields) {
        if (m_consignee->complain(field) || m_window->complain(field) ||
            m_pickup->complain(field, u"pickup_warehouse_id"_s, u"pickup_location"_s) ||
            m_dropoff->complain(field, u"dropoff_warehouse_id"_s, u"delivery_location"_s))
            continue;
        const std::pair<QString, FormRow*> rows[]{{u"cod_amount"_s, m_codRow},
                                                  {u"unit_size"_s, m_sizeRow},
                                                  {u"payment_method"_s, m_paymentRow},
                                                  {u"barcode"_s, m_barcodeRow},
                                                  {u"external_reference_id"_s, m_referenceRow},
                                                  {u"notes"_s, m_notesRow}};
        for (const auto& [key, row] : rows) {
            if (field.field == key)
                row->setError(field.message);
        }
    }
}

bool DeliveryForm::isChanged() const
{
    return m_isChanged;
}

bool DeliveryForm::mayLeave()
{
    if (!m_isChanged || m_hasAsked)
        return true;
    m_hasAsked = true;
    notice()->say(Tone::Warn, tr("This is not saved. Esc once more throws it away, Ctrl+Enter saves it."));
    return false;
}

void DeliveryForm::focusFirst()
{
    m_consignee->name()->setFocus(Qt::TabFocusReason);
}

QString DeliveryForm::errorAt(QWidget* field) const
{
    const auto* row = field ? qobject_cast<FormRow*>(field->parentWidget()) : nullptr;
    return row ? row->error() : QString();
}

} // namespace waydesk::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/waybills/waybillform.h"
#include "models/errortext.h"
#include "models/words.h"
#include "ui/waybills/endpointfield.h"
#include "ui/widgets/button.h"
#include "ui/widgets/select.h"
#include "ui/widgets/textbox.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

WaybillForm::WaybillForm(const Theme& look, models::WarehousesModel& warehouses, QWidget* parent)
    : Panel(look, parent)
    , m_origin(new EndpointField(look, warehouses, tr("From")))
    , m_destination(new EndpointField(look, warehouses, tr("To")))
    , m_carrier(new Select(look))
    , m_reference(new QLineEdit)
    , m_notes(new TextBox)
    , m_carrierRow(new FormRow(look, tr("Carrier"), m_carrier))
    , m_referenceRow(new FormRow(look, tr("Carrier's reference"), m_reference))
    , m_notesRow(new FormRow(look, tr("Notes"), m_notes))
{
    for (const CarrierType carrier : kCarrierTypes)
        m_carrier->addItem(models::words(carrier), static_cast<int>(carrier));
    m_reference->setMaxLength(200);
    m_notes->setFixedHeight(84);
    for (QWidget* row :
         std::initializer_list<QWidget*>{m_origin, m_destination, m_carrierRow, m_referenceRow, m_notesRow})
        body()->addWidget(row);
    body()->addStretch(1);
    connect(m_carrier, &QComboBox::currentIndexChanged, this, &WaybillForm::showCarrier);
    connect(m_notes, &QPlainTextEdit::textChanged, this, [this] {
        const auto length = m_notes->toPlainText().size();
        m_notesRow->setTrailing(length > kNotesMost * 8 / 10
                                    ? u"%1 / %2"_s.arg(locale().toString(length), locale().toString(kNotesMost))
                                    : QString());
    });
    connect(this, &Panel::accepted, this, &WaybillForm::submit);
    showCarrier();
}

void WaybillForm::beginNew(const WaybillId& localId, const std::optional<WarehouseId>& origin)
{
    m_localId = localId;
    m_before.reset();
    setTitle(tr("New waybill"));
    primary()->setText(tr("Make waybill"));
    if (origin) {
        Endpoint end;
        end.warehouseId = origin;
        m_origin->setEndpoint(end);
    }
}

void WaybillForm::beginEdit(const Waybill& draft)
{
    m_before = draft;
    setTitle(tr("Edit %1").arg(models::waybillTitle(draft)));
    primary()->setText(tr("Save changes"));
    m_origin->setEndpoint(draft.origin);
    m_destination->setEndpoint(draft.destination);
    m_carrier->setCurrentIndex(draft.carrier.known ? m_carrier->findData(static_cast<int>(*draft.carrier.known)) : -1);
    m_reference->setText(draft.externalCarrierRef.value_or(QString()));
    m_notes->setPlainText(draft.notes);
}

void WaybillForm::showCarrier()
{
    m_referenceRow->setVisible(m_carrier->currentData().toInt() != static_cast<int>(CarrierType::Internal));
}

void WaybillForm::submit()
{
    notice()->clear();
    m_notesRow->setError({});
    m_destination->setError({});
    const auto origin = m_origin->read();
    const auto destination = m_destination->read();
    bool complete = origin && destination;
    if (m_notes->toPlainText().size() > kNotesMost) {
        m_notesRow->setError(tr("At most %L1 characters.").arg(kNotesMost));
        complete = false;
    }
    if (complete && origin->warehouseId && origin->warehouseId == destination->warehouseId) {
        m_destination->setError(tr("A waybill goes from one place to another: these are the same."));
        complete = false;
    }
    if (complete)
        Q_EMIT submitted(edited(*origin, *destination));
}

Command WaybillForm::edited(const Endpoint& origin, const Endpoint& destination) const
{
    const auto carrier = static_cast<CarrierType>(m_carrier->currentData().toInt());
    const QString reference = m_reference->text().trimmed(), notes = m_notes->toPlainText().trimmed();
    if (!m_before) {
        CreateWaybill create;
        create.localId = m_localId;
        create.origin = origin;
        create.destination = destination;
        create.carrier = carrier;
        create.notes = notes;
        if (carrier != CarrierType::Internal && !reference.isEmpty())
            create.externalCarrierRef = reference;
        return create;
    }
    // Only what changed is asked for, so that a colleague's change to the rest is not undone.
    const auto samePlace = [](const Endpoint& a, const Endpoint& b) {
        return a.warehouseId == b.warehouseId && (a.warehouseId || a.location == b.location);
    };
    UpdateWaybill update;
    update.waybill = m_before->id;
    if (notes != m_before->notes)
        update.notes = notes;
    if (m_before->carrier.known != carrier)
        update.carrier = carrier;
    if (reference != m_before->externalCarrierRef.value_or(QString()))
        update.externalCarrierRef = reference;
    if (!samePlace(origin, m_before->origin))
        update.origin = origin;
    if (!samePlace(destination, m_before->destination))
        update.destination = destination;
    return update;
}

void WaybillForm::complain(const Error& error)
{
    notice()->say(Tone::Bad, models::errorText(error));
    for (const FieldError& field : error.fields) {
        if (field.field.startsWith(u"origin"_s))
            m_origin->setError(field.message);
        else if (field.field.startsWith(u"destination"_s))
            m_destination->setError(field.message);
        else if (field.field.startsWith(u"notes"_s))
            m_notesRow->setError(field.message);
        else if (field.field.startsWith(u"carrier"_s))
            m_carrierRow->setError(field.message);
        else if (field.field.startsWith(u"external"_s))
            m_referenceRow->setError(field.message);
    }
}

bool WaybillForm::isEmpty() const
{
    return !m_before && m_destination->choice()->currentIndex() < 0 && m_notes->toPlainText().isEmpty() &&
           m_reference->text().isEmpty();
}

void WaybillForm::focusFirst()
{
    Select* first = m_origin->choice()->currentIndex() < 0 ? m_origin->choice() : m_destination->choice();
    first->setFocus(Qt::TabFocusReason);
}

} // namespace waydesk::ui

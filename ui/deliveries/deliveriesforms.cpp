// SPDX-License-Identifier: GPL-3.0-or-later
// The Deliveries page's forms: a new parcel, one to be changed, and one that was refused, put right.
#include "models/parceltext.h"
#include "models/words.h"
#include "ui/deliveries/deliveriespage.h"
#include "ui/deliveries/deliverydetail.h"
#include "ui/deliveries/deliveryform.h"
#include "ui/deliveries/parcelspane.h"
#include "ui/trips/submission.h"

namespace waydesk::ui {

namespace {

QString nameOf(const Command& command, const QString& before)
{
    const auto made = std::holds_alternative<CreateDelivery>(command) ? applyToParcel(command, {}) : std::nullopt;
    return made ? models::parcelTitle(*made) : before;
}

} // namespace

void DeliveriesPage::askNew()
{
    if (!leaveForm())
        return;
    auto* form = new DeliveryForm(m_theme, m_desk.lookups, m_desk.basemap, m_desk.formats);
    form->beginNew(facade::CommandService::newLocalDeliveryId(), m_warehouse);
    openForm(form, std::nullopt);
}

void DeliveriesPage::askEdit()
{
    const auto row = m_desk.deliveries.find(m_detail->shown());
    if (!row || !leaveForm())
        return;
    auto* form = new DeliveryForm(m_theme, m_desk.lookups, m_desk.basemap, m_desk.formats);
    form->beginEdit(row->delivery, models::parcelRefusalText(m_desk.deliveries.canMove(row->delivery)));
    openForm(form, std::nullopt);
}

void DeliveriesPage::changeByHand(const facade::Conflict& conflict)
{
    const Command& command = conflict.entry.command;
    const DeliveryId id = parcelOf(command);
    const auto row = m_desk.deliveries.find(id);
    if (!leaveForm() || (!row && !isCreate(command)))
        return;
    auto* form = new DeliveryForm(m_theme, m_desk.lookups, m_desk.basemap, m_desk.formats);
    std::optional<Delivery> before;
    if (isCreate(command)) {
        form->beginNew(id, std::nullopt);
    } else {
        before = row->delivery;
        form->beginEdit(*before, models::parcelRefusalText(m_desk.deliveries.canMove(*before)));
    }
    if (const auto asked = applyToParcel(command, before))
        form->fill(*asked);
    if (conflict.entry.lastError)
        form->complain(*conflict.entry.lastError);
    if (row)
        m_parcels->reveal(id);
    openForm(form, conflict.entry.seq);
}

void DeliveriesPage::openForm(DeliveryForm* form, std::optional<qint64> replaces)
{
    connect(form, &DeliveryForm::submitted, this, [this, form, replaces](const Command& command) {
        const auto complain = [form](const Error& error) { form->complain(error); };
        const QString about = nameOf(command, form->title());
        if (replaces) {
            m_said = about;
            m_complain = complain;
            m_isReplacing = true; // it may be answered before the key is known
            const QString key = m_desk.commands.replace(*replaces, command);
            m_isReplacing = false;
            if (openPanel() == form)
                m_replacement = key;
        } else {
            submit({command}, about, complain);
        }
    });
    openInPlace(form);
}

bool DeliveriesPage::leaveForm()
{
    auto* form = qobject_cast<DeliveryForm*>(openPanel());
    return !form || form->mayLeave();
}

} // namespace waydesk::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// What the trip builder sends, and how what is not sent yet outlives it.
#include "ui/trips/tripbuilderpage.h"
#include "ui/widgets/labels.h"
#include "ui/window/memory.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

QList<Command> TripBuilderPage::commandsToSend() const
{
    QList<TripMember> members;
    const QList<DeliveryId> order = m_draft->order();
    for (const DeliveryId& id : order)
        members.append({id, std::nullopt});
    if (m_trip.isEmpty()) {
        CreateTrip create;
        create.localId = m_localId;
        m_fields->fill(create);
        create.deliveries = members;
        return {create};
    }
    QList<Command> commands;
    if (UpdateTrip update = m_fields->changes(); !TripFields::isNothing(update)) {
        update.trip = m_trip;
        commands.append(update);
    }
    if (!differenceOf(m_present, order).isNothing())
        commands.append(SyncTripDeliveries{m_trip, members});
    return commands;
}

void TripBuilderPage::send()
{
    if (!whyNotSend().isEmpty())
        return;
    m_notice->clear();
    m_fields->complain({});
    const auto row = m_trip.isEmpty() ? std::nullopt : m_desk.trips.find(m_trip);
    m_submission->submit(commandsToSend(), row ? std::optional(row->server.updatedAt) : std::nullopt);
    showFacts();
}

QString TripBuilderPage::whyNotSend() const
{
    if (m_submission->isUnderWay())
        return tr("It is being saved.");
    if (m_draft->trip().parcels.isEmpty() && m_trip.isEmpty())
        return tr("Put a parcel in first.");
    if (commandsToSend().isEmpty())
        return tr("Nothing differs from what the server has.");
    for (const Delivery& parcel : m_draft->trip().parcels) {
        if (!m_present.contains(parcel.id) && m_desk.trips.canJoin(parcel, m_trip) != TripRefusal::None)
            return tr("%1 can no longer join this trip: take its stop out.")
                .arg(parcel.barcode.isEmpty() ? parcel.code : parcel.barcode);
    }
    return {};
}

QString TripBuilderPage::draftKey() const
{
    return u"trip-builder/"_s + (m_trip.isEmpty() ? u"new"_s : m_trip.value);
}

void TripBuilderPage::keepDraft()
{
    if (m_submission->isUnderWay() || commandsToSend().isEmpty() ||
        (m_trip.isEmpty() && m_draft->trip().parcels.isEmpty())) {
        if (!m_submission->isUnderWay())
            forgetDraft();
        return;
    }
    QJsonArray parcels;
    for (const DeliveryId& id : m_draft->order())
        parcels.append(id.value);
    m_desk.memory.setValue(draftKey(),
                           QJsonDocument(QJsonObject{{u"fields"_s, m_fields->draft()}, {u"parcels"_s, parcels}})
                               .toJson(QJsonDocument::Compact));
}

void TripBuilderPage::forgetDraft()
{
    m_desk.memory.setValue(draftKey(), {});
}

} // namespace waydesk::ui

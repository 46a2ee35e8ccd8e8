// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/facade/parcelexpectation.h"

#include "services/domain/fold.h"
#include "services/domain/parcelrules.h"

namespace waydesk::facade {

QList<DeliveryId> ParcelExpectation::take(const QList<store::OutboxEntry>& open)
{
    QHash<DeliveryId, QList<store::OutboxEntry>> now;
    QHash<DeliveryId, qint64> keys;
    m_locals.clear();
    for (const store::OutboxEntry& entry : open) {
        const bool creates = std::holds_alternative<CreateDelivery>(entry.command);
        if (!creates && !std::holds_alternative<UpdateDelivery>(entry.command))
            continue;
        const DeliveryId id = parcelOf(entry.command);
        now[id] << entry;
        if (creates) {
            m_locals.prepend(id);
            keys.insert(id, m_keys.contains(id) ? m_keys.value(id) : --m_lastKey);
        }
    }
    QList<DeliveryId> moved;
    for (auto it = now.cbegin(); it != now.cend(); ++it) {
        if (m_open.value(it.key()) != *it)
            moved << it.key();
    }
    for (auto it = m_open.cbegin(); it != m_open.cend(); ++it) {
        if (!now.contains(it.key()))
            moved << it.key();
    }
    m_open = std::move(now);
    m_keys = std::move(keys);
    return moved;
}

Delivery ParcelExpectation::expected(const Delivery& server) const
{
    Delivery parcel = server;
    const QList<store::OutboxEntry> commands = m_open.value(server.id);
    for (const store::OutboxEntry& entry : commands) {
        if (entry.state == store::CommandState::Refused)
            break;
        if (std::holds_alternative<UpdateDelivery>(entry.command))
            parcel = *applyToParcel(entry.command, parcel);
    }
    return parcel;
}

std::optional<LocalParcel> ParcelExpectation::local(const DeliveryId& id) const
{
    const QList<store::OutboxEntry> commands = m_open.value(id);
    if (commands.isEmpty() || !m_keys.contains(id))
        return std::nullopt;
    const store::OutboxEntry& create = commands.constFirst(); // what it is, even where the server has refused it
    Delivery made = *applyToParcel(create.command, std::nullopt);
    made.createdAt = made.updatedAt = create.createdAt;
    return LocalParcel{m_keys.value(id), expected(made)};
}

std::optional<LocalParcel> ParcelExpectation::local(qint64 key) const
{
    const DeliveryId id = m_keys.key(key);
    return id.isEmpty() ? std::nullopt : local(id);
}

QList<LocalParcel> ParcelExpectation::locals() const
{
    QList<LocalParcel> all;
    for (const DeliveryId& id : m_locals) {
        if (auto one = local(id))
            all << *std::move(one);
    }
    return all;
}

bool passes(const Delivery& d, const store::DeliveryQuery& query)
{
    using store::Membership;
    const auto isAt = [](const std::optional<WarehouseRef>& end, const WarehouseId& id) {
        return end && end->id == id;
    };
    if ((query.status && !d.state.is(*query.status)) || query.zone || query.waybillId || query.tripId ||
        query.waybill == Membership::Some || query.trip == Membership::Some || query.returned.value_or(false))
        return false;
    if (query.warehouse && !isAt(d.pickupWarehouse, *query.warehouse) && !isAt(d.dropoffWarehouse, *query.warehouse))
        return false;
    if ((query.from && d.createdAt < *query.from) || (query.until && d.createdAt >= *query.until))
        return false;
    if ((query.codAtLeast && d.cod.minor < *query.codAtLeast) || (query.codAtMost && d.cod.minor > *query.codAtMost))
        return false;
    if (!query.paymentMethod.isEmpty() && query.paymentMethod != d.paymentMethod)
        return false;
    const QString searched =
        fold(QStringList{d.barcode, d.externalReference, d.customer ? d.customer->fullName : QString(),
                         d.dropoff ? d.dropoff->fullAddress : QString()}
                 .join(u' '));
    const QStringList words = fold(query.text).split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&](const QString& word) { return searched.contains(word); });
}

} // namespace waydesk::facade

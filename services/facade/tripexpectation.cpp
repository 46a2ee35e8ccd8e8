// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/facade/tripexpectation.h"

#include "services/domain/tripcommands.h"

#include <QSet>

namespace waydesk::facade {

bool TripExpectation::refresh()
{
    QHash<TripId, QList<store::OutboxEntry>> open;
    QList<TripId> locals;
    for (const store::OutboxEntry& entry : m_reader.outbox().open()) {
        const TripId id = tripOf(entry.command);
        if (id.isEmpty())
            continue;
        open[id] << entry;
        if (std::holds_alternative<CreateTrip>(entry.command))
            locals.prepend(id);
    }
    const bool moved = open != m_open;
    m_open = std::move(open);
    m_locals = std::move(locals);
    m_parcels.clear();
    for (auto it = m_open.cbegin(); it != m_open.cend(); ++it) {
        const QList<DeliveryId> before = serverMembers(it.key());
        QList<DeliveryId> after = before;
        for (const store::OutboxEntry& entry : expectedCommands(it.key()))
            after = membersAfter(entry.command, std::move(after));
        for (const DeliveryId& id : before) {
            if (!after.contains(id) && !m_parcels.contains(id))
                m_parcels.insert(id, Way::Leaves);
        }
        for (const DeliveryId& id : after) {
            if (!before.contains(id))
                m_parcels.insert(id, Way::Joins); // joining counts for more: it leaves one trip for another
        }
    }
    return moved;
}

QList<store::OutboxEntry> TripExpectation::expectedCommands(const TripId& id) const
{
    QList<store::OutboxEntry> expected;
    for (const store::OutboxEntry& entry : m_open.value(id)) {
        if (entry.state == store::CommandState::Refused)
            break;
        expected << entry;
    }
    return expected;
}

void TripExpectation::nameThings(Trip& trip) const
{
    if (trip.driver && trip.driver->user.fullName.isEmpty()) {
        if (auto known = m_reader.lookups().driver(trip.driver->id))
            trip.driver = std::move(known);
    }
    if (trip.vehicle && trip.vehicle->name.isEmpty() && trip.vehicle->code.isEmpty()) {
        if (auto known = m_reader.lookups().vehicle(trip.vehicle->id))
            trip.vehicle = std::move(known);
    }
}

void TripExpectation::fold(TripRow& row) const
{
    row.trip = row.server;
    for (const store::OutboxEntry& entry : m_open.value(row.server.id)) {
        ++row.openCommands;
        if (!row.mark || weightOf(entry.state) > weightOf(*row.mark))
            row.mark = entry.state;
    }
    for (const store::OutboxEntry& entry : expectedCommands(row.server.id)) {
        if (std::holds_alternative<CreateTrip>(entry.command))
            continue; // it is what the row starts from
        if (auto next = applyToTrip(entry.command, row.trip))
            row.trip = std::move(*next);
    }
    row.isExpected = row.server.id.isLocal() || row.trip != row.server;
    nameThings(row.server);
    nameThings(row.trip);
}

TripRow TripExpectation::rowOf(const store::StoredTrip& stored) const
{
    TripRow row;
    row.server = stored.trip;
    row.fetchedAt = stored.fetchedAt;
    fold(row);
    return row;
}

std::optional<TripRow> TripExpectation::localRow(const TripId& local) const
{
    const QList<store::OutboxEntry> commands = m_open.value(local);
    if (commands.isEmpty() || !std::holds_alternative<CreateTrip>(commands.first().command))
        return std::nullopt;
    TripRow row;
    row.server = *applyToTrip(commands.first().command, std::nullopt);
    row.server.createdAt = row.server.updatedAt = commands.first().createdAt;
    fold(row);
    return row;
}

QList<TripRow> TripExpectation::localRows() const
{
    QList<TripRow> rows;
    for (const TripId& id : m_locals) {
        if (auto row = localRow(id))
            rows << std::move(*row);
    }
    return rows;
}

std::optional<TripRow> TripExpectation::find(const TripId& id) const
{
    if (const auto stored = m_reader.trips().find(m_reader.outbox().currentId(id)))
        return rowOf(*stored);
    return localRow(id);
}

QList<DeliveryId> TripExpectation::serverMembers(const TripId& id) const
{
    QList<DeliveryId> ids;
    if (const auto plan = m_reader.trips().plan(m_reader.outbox().currentId(id))) {
        for (const PlanMember& member : plan->members)
            ids << member.delivery;
    }
    return ids;
}

QList<DeliveryRow> TripExpectation::members(const TripId& id) const
{
    const TripId now = m_reader.outbox().currentId(id);
    const QList<DeliveryId> before = serverMembers(now);
    QList<DeliveryId> after = before;
    for (const store::OutboxEntry& entry : expectedCommands(now))
        after = membersAfter(entry.command, std::move(after));
    QHash<DeliveryId, store::StoredDelivery> known;
    for (const store::StoredDelivery& stored : m_reader.trips().deliveries(now))
        known.insert(stored.delivery.id, stored);
    QList<DeliveryRow> rows;
    const auto add = [&](const DeliveryId& parcel, bool joining, bool leaving) {
        DeliveryRow row;
        if (const auto it = known.constFind(parcel); it != known.cend()) {
            row.delivery = it->delivery;
            row.fetchedAt = it->fetchedAt;
        } else if (const auto stored = m_reader.deliveries().find(parcel)) {
            row.delivery = stored->delivery;
            row.fetchedAt = stored->fetchedAt;
        } else {
            row.delivery.id = parcel; // never listed to this desk
        }
        row.joining = joining;
        row.leaving = leaving;
        rows << std::move(row);
    };
    const QSet<DeliveryId> were(before.begin(), before.end()), will(after.begin(), after.end());
    for (const DeliveryId& parcel : after)
        add(parcel, !were.contains(parcel), false);
    for (const DeliveryId& parcel : before) {
        if (!will.contains(parcel))
            add(parcel, false, true);
    }
    return rows;
}

TripExpectation::Way TripExpectation::wayOf(const DeliveryId& id) const
{
    return m_parcels.value(id, Way::Stays);
}

} // namespace waydesk::facade

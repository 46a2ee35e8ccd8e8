// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/facade/expectation.h"

#include <QSet>

namespace waydesk::facade {

int weightOf(store::CommandState state)
{
    switch (state) {
    case store::CommandState::Refused:
        return 4;
    case store::CommandState::Unknown:
        return 3;
    case store::CommandState::Sending:
        return 2;
    case store::CommandState::Queued:
        return 1;
    case store::CommandState::Confirmed:
    case store::CommandState::Discarded:
        return 0;
    }
    Q_UNREACHABLE();
}

namespace {

void applyMembership(const Command& command, QList<DeliveryId>& joining, QList<DeliveryId>& leaving)
{
    const auto join = [&](const QList<DeliveryId>& ids) {
        for (const DeliveryId& id : ids) {
            leaving.removeAll(id);
            joining << id;
        }
    };
    if (const auto* create = std::get_if<CreateWaybill>(&command))
        join(create->deliveries);
    else if (const auto* attach = std::get_if<AttachDeliveries>(&command))
        join(attach->deliveries);
    else if (const auto* detach = std::get_if<DetachDelivery>(&command)) {
        joining.removeAll(detach->delivery);
        leaving << detach->delivery;
    }
}

} // namespace

QList<WaybillId> Expectation::refresh()
{
    QHash<WaybillId, QList<store::OutboxEntry>> open;
    QList<store::OutboxEntry> allEmpty;
    QList<WaybillId> locals;
    for (const store::OutboxEntry& entry : m_reader.outbox().open()) {
        const auto* bulk = std::get_if<BulkDeleteDrafts>(&entry.command);
        if (bulk && bulk->allEmpty)
            allEmpty << entry;
        for (const WaybillId& id : waybillsOf(entry.command))
            open[id] << entry;
        if (const auto* create = std::get_if<CreateWaybill>(&entry.command))
            locals.prepend(create->localId);
    }
    QSet<WaybillId> moved;
    for (auto it = open.cbegin(); it != open.cend(); ++it) {
        if (m_open.value(it.key()) != it.value())
            moved << it.key();
    }
    for (auto it = m_open.cbegin(); it != m_open.cend(); ++it) {
        if (!open.contains(it.key()))
            moved << it.key();
    }
    m_open = std::move(open);
    m_allEmpty = std::move(allEmpty);
    m_locals = std::move(locals);
    return moved.values();
}

QList<store::OutboxEntry> Expectation::commandsOf(const WaybillId& id) const
{
    QList<store::OutboxEntry> out = m_open.value(id);
    if (!m_allEmpty.isEmpty()) {
        out += m_allEmpty;
        std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.seq < b.seq; });
    }
    return out;
}

void Expectation::nameThings(Waybill& waybill) const
{
    if (waybill.driverId && !waybill.driver) {
        waybill.driver = m_reader.lookups().driver(*waybill.driverId);
        if (waybill.driver && waybill.driver->vehicle && !waybill.vehicle) {
            waybill.vehicle = waybill.driver->vehicle;
            waybill.vehicleId = waybill.vehicle->id;
        }
    }
    for (Endpoint* end : {&waybill.origin, &waybill.destination}) {
        if (end->warehouseId && !end->warehouse) {
            if (const auto warehouse = m_reader.lookups().warehouse(*end->warehouseId))
                end->warehouse = warehouse->ref;
        }
    }
}

void Expectation::fold(WaybillRow& row, const QList<store::OutboxEntry>& commands) const
{
    row.expected = row.server;
    bool held = false;
    for (const store::OutboxEntry& entry : commands) {
        const auto* bulk = std::get_if<BulkDeleteDrafts>(&entry.command);
        const bool meant = !bulk || !bulk->allEmpty ||
                           canDeleteAsEmptyDraft(row.expected, row.expected.itemCount.value_or(1)).allowed();
        if (!meant)
            continue;
        ++row.openCommands;
        if (!row.mark || weightOf(entry.state) > weightOf(*row.mark))
            row.mark = entry.state;
        held = held || entry.state == store::CommandState::Refused;
        if (held || std::holds_alternative<CreateWaybill>(entry.command))
            continue; // a create is what the row starts from
        if (auto next = waydesk::apply(entry.command, row.expected)) {
            row.expected = std::move(*next);
        } else {
            row.isLeaving = true;
            break;
        }
    }
    row.isExpected = row.isLeaving || row.server.id.isLocal() || row.expected != row.server;
    nameThings(row.server);
    nameThings(row.expected);
}

WaybillRow Expectation::rowOf(const store::StoredWaybill& stored) const
{
    WaybillRow row;
    row.rowid = stored.rowid;
    row.server = stored.waybill;
    row.fetchedAt = stored.fetchedAt;
    fold(row, commandsOf(stored.waybill.id));
    return row;
}

std::optional<WaybillRow> Expectation::localRow(const WaybillId& local) const
{
    const QList<store::OutboxEntry> commands = m_open.value(local);
    if (commands.isEmpty() || !std::holds_alternative<CreateWaybill>(commands.first().command))
        return std::nullopt;
    const store::OutboxEntry& create = commands.first();
    WaybillRow row;
    row.server = *waydesk::apply(create.command, std::nullopt);
    row.server.createdAt = row.server.updatedAt = create.createdAt;
    row.server.createdBy = create.author;
    fold(row, commands);
    return row;
}

QList<WaybillRow> Expectation::localRows() const
{
    QList<WaybillRow> out;
    for (const WaybillId& id : m_locals) {
        if (auto row = localRow(id))
            out << std::move(*row);
    }
    return out;
}

std::optional<WaybillRow> Expectation::find(const WaybillId& id) const
{
    const WaybillId now = m_reader.outbox().currentId(id);
    if (const auto stored = m_reader.waybills().find(now))
        return rowOf(*stored);
    return localRow(id);
}

QString Expectation::nameOf(const WaybillId& id) const
{
    const auto stored = m_reader.waybills().find(m_reader.outbox().currentId(id));
    return stored ? stored->waybill.number : QString();
}

QList<DeliveryRow> Expectation::deliveries(const WaybillId& id) const
{
    const WaybillId now = m_reader.outbox().currentId(id);
    QList<DeliveryId> joining, leaving;
    for (const store::OutboxEntry& entry : m_open.value(now)) {
        if (entry.state == store::CommandState::Refused)
            break;
        applyMembership(entry.command, joining, leaving);
    }
    QList<DeliveryRow> out;
    QSet<DeliveryId> seen;
    for (const store::StoredDelivery& stored : m_reader.deliveries().ofWaybill(now)) {
        seen << stored.delivery.id;
        out << DeliveryRow{stored.delivery, false, leaving.contains(stored.delivery.id), stored.fetchedAt};
    }
    for (const DeliveryId& wanted : joining) {
        if (seen.contains(wanted))
            continue;
        seen << wanted;
        if (const auto stored = m_reader.deliveries().find(wanted)) {
            out << DeliveryRow{stored->delivery, true, false, stored->fetchedAt};
        } else { // scanned and confirmed by the server, but never listed to this desk
            DeliveryRow row;
            row.delivery.id = wanted;
            row.joining = true;
            out << row;
        }
    }
    return out;
}

std::optional<WaybillId> Expectation::expectedWaybill(const Delivery& delivery) const
{
    std::optional<WaybillId> in = delivery.waybillId;
    for (const store::OutboxEntry& entry : m_reader.outbox().openMembership(delivery.id)) {
        if (entry.state == store::CommandState::Refused)
            continue;
        if (std::holds_alternative<DetachDelivery>(entry.command))
            in.reset();
        else
            in = waybillOf(entry.command);
    }
    return in;
}

} // namespace waydesk::facade

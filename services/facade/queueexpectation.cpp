// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/facade/queueexpectation.h"

#include "services/domain/caserules.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::facade {

namespace {

void noteMark(std::optional<store::CommandState>& mark, store::CommandState state)
{
    if (!mark || weightOf(state) > weightOf(*mark))
        mark = state;
}

QString localId(const store::OutboxEntry& entry)
{
    return kLocalIdPrefix.toString() + QString::number(entry.seq);
}

void decide(ReturnRequest& request, const DecideReturn& command, const store::OutboxEntry& entry)
{
    request.state =
        command.decision == ReturnDecision::Approve ? ReturnRequestStatus::Approved : ReturnRequestStatus::Rejected;
    request.decidedAt = entry.createdAt;
    request.decidedByName = entry.authorName;
}

void sortNewestFirst(auto& items, auto when)
{
    std::ranges::stable_sort(items, [&](const auto& a, const auto& b) { return when(a) > when(b); });
}

} // namespace

bool QueueExpectation::refresh()
{
    QHash<DeliveryId, QList<Open>> open;
    for (const store::OutboxEntry& entry : m_reader.outbox().open()) {
        if (const DeliveryId parcel = parcelOf(entry.command); !parcel.isEmpty()) {
            QList<Open>& line = open[parcel];
            const bool isHeld = !line.isEmpty() && !line.last().isExpected;
            line.append({entry, !isHeld && entry.state != store::CommandState::Refused});
        }
    }
    return std::exchange(m_open, open) != open;
}

ReturnItem QueueExpectation::itemOf(const store::StoredReturn& stored) const
{
    ReturnItem item;
    item.row = item.server = stored.row;
    item.fetchedAt = stored.fetchedAt;
    for (const Open& open : m_open.value(stored.row.request.delivery)) {
        const auto* command = std::get_if<DecideReturn>(&open.entry.command);
        if (!command || command->request != stored.row.request.id)
            continue;
        noteMark(item.mark, open.entry.state);
        if (open.isExpected)
            decide(item.row.request, *command, open.entry);
    }
    item.isExpected = item.row != item.server;
    return item;
}

CaseItem QueueExpectation::itemOf(const store::StoredCase& stored) const
{
    CaseItem item;
    item.row = item.server = stored.row;
    item.fetchedAt = stored.fetchedAt;
    for (const Open& open : m_open.value(stored.row.delivery)) {
        const auto* command = std::get_if<UpdateCase>(&open.entry.command);
        if (!command || command->exception != stored.row.id)
            continue;
        noteMark(item.mark, open.entry.state);
        if (!open.isExpected)
            continue;
        item.row = apply(*command, item.row, open.entry.createdAt);
        if (command->resolution)
            item.row.resolvedByName = open.entry.authorName;
    }
    item.isExpected = item.row != item.server;
    if (item.row.owner && !item.row.ownerName) {
        const QList<Colleague> known = m_reader.queues().colleagues();
        const auto owner = std::ranges::find_if(known, [&](const Colleague& one) { return one.id == *item.row.owner; });
        item.row.ownerName = owner == known.cend() ? u"…"_s : owner->fullName;
    }
    return item;
}

QList<ReturnItem> QueueExpectation::localReturns() const
{
    QList<ReturnItem> items;
    for (auto it = m_open.cbegin(); it != m_open.cend(); ++it) {
        for (const Open& open : it.value()) {
            const auto* command = std::get_if<RequestReturn>(&open.entry.command);
            if (!command)
                continue;
            ReturnItem item;
            item.row.request.id = {localId(open.entry)};
            item.row.request.delivery = command->delivery;
            item.row.request.reason = command->reason;
            item.row.request.notes = command->notes;
            item.row.request.requestedAt = open.entry.createdAt;
            item.row.request.requestedByName = open.entry.authorName;
            if (const auto parcel = m_reader.deliveries().find(command->delivery)) {
                item.row.deliveryCode = parcel->delivery.code;
                item.row.deliveryState = parcel->delivery.state;
                item.row.trip = parcel->delivery.tripId;
                if (parcel->delivery.customer)
                    item.row.customerName = parcel->delivery.customer->fullName;
            }
            item.server = item.row;
            item.isExpected = item.isLocal = true;
            item.mark = open.entry.state;
            items << std::move(item);
        }
    }
    sortNewestFirst(items, [](const ReturnItem& item) { return item.row.request.requestedAt; });
    return items;
}

QList<CaseItem> QueueExpectation::localCases() const
{
    QList<CaseItem> items;
    for (auto it = m_open.cbegin(); it != m_open.cend(); ++it) {
        for (const Open& open : it.value()) {
            const auto* command = std::get_if<RaiseCase>(&open.entry.command);
            if (!command)
                continue;
            CaseItem item;
            item.row.id = {localId(open.entry)};
            item.row.delivery = command->delivery;
            item.row.kind = command->kind;
            item.row.reason = command->reason;
            item.row.notes = command->notes.value_or(QString());
            item.row.raisedAt = item.row.updatedAt = open.entry.createdAt;
            item.row.raisedByName = open.entry.authorName;
            if (const auto parcel = m_reader.deliveries().find(command->delivery)) {
                item.row.deliveryCode = parcel->delivery.code;
                item.row.deliveryState = parcel->delivery.state;
                item.row.waybill = parcel->delivery.waybillId;
                item.row.trip = parcel->delivery.tripId;
            }
            item.server = item.row;
            item.isExpected = item.isLocal = true;
            item.mark = open.entry.state;
            items << std::move(item);
        }
    }
    sortNewestFirst(items, [](const CaseItem& item) { return item.row.raisedAt; });
    return items;
}

} // namespace waydesk::facade

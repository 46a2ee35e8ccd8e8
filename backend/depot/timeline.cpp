// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/timeline.h"

#include "backend/depot/columns.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

void recordEvent(Call& call, const Waybill& waybill, const QString& type, std::optional<WaybillStatus> before,
                 const EventDetails& details)
{
    const QByteArray metadata = wire::ondi::eventMetadata(details.previous, details.next, details.deliveries);
    const bool placed = details.position && details.position->isValid();
    call.db.execute(
        "INSERT INTO waybill_event (id, tenant_id, waybill_id, seq, event_type, previous_status, new_status,"
        " at, actor_id, actor_role, actor_name, reason, notes, metadata, latitude, longitude)"
        " SELECT ?, ?, ?, COALESCE(MAX(seq), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"
        " FROM waybill_event WHERE waybill_id = ?",
        {bound(call.ids.newId()), bound(call.caller.tenant), bound(waybill.id), bound(type),
         before ? bound(word(*before)) : Value(), bound(waybill.state.text), bound(call.clock.now()),
         bound(call.caller.user), bound(word(call.caller.role)), bound(call.caller.fullName), bound(details.reason),
         bound(details.notes), bound(QString::fromUtf8(metadata)),
         placed ? Value(details.position->latitude()) : Value(),
         placed ? Value(details.position->longitude()) : Value(), bound(waybill.id)});
}

QList<wire::ondi::StoredEvent> timelineOf(Call& call, const WaybillId& waybill)
{
    QList<wire::ondi::StoredEvent> events;
    const auto rows =
        call.db.run("SELECT event_type, previous_status, new_status, at, actor_id, actor_role, actor_name,"
                    " reason, notes, metadata FROM waybill_event WHERE waybill_id = ? AND tenant_id = ?"
                    " ORDER BY seq",
                    {bound(waybill), bound(call.caller.tenant)});
    while (rows->next()) {
        ColumnReader in(*rows);
        wire::ondi::StoredEvent event;
        event.type = in.text();
        event.previousStatus = in.maybeText();
        event.newStatus = in.text();
        event.at = in.instant();
        event.actorId = in.maybeText();
        event.actorRole = in.text();
        event.actorName = in.text();
        event.reason = in.maybeText();
        event.notes = in.maybeText();
        event.metadata = in.bytes();
        events.append(std::move(event));
    }
    return events;
}

} // namespace waydesk::backend

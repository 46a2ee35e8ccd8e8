// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/creation.h"

#include "backend/depot/columns.h"
#include "backend/depot/ends.h"
#include "backend/depot/membership.h"
#include "backend/depot/numbers.h"
#include "backend/depot/timeline.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

Error creationFailed()
{
    return refusedWith(500, u"waybill_creation_failed"_s, u"Unable to create the Waybill. Please try again."_s);
}

Result<QString> allocateNumber(Call& call)
{
    const auto number = freeNumber(call, {"waybill", "next_waybill", u"WB"_s});
    if (number)
        return *number;
    if (call.db.failed())
        return creationFailed();
    return refusedWith(409, u"waybill_number_conflict"_s,
                       u"Unable to allocate a unique Waybill number. Please try again."_s);
}

} // namespace

Result<WaybillRow> createWaybill(Call& call, const CreateWaybill& command)
{
    Waybill waybill;
    waybill.origin = command.origin;
    waybill.destination = command.destination;
    if (const auto done = completeEnd(call, waybill.origin, u"origin"_s); !done)
        return done.error();
    if (const auto done = completeEnd(call, waybill.destination, u"destination"_s); !done)
        return done.error();
    const auto number = allocateNumber(call);
    if (!number)
        return number.error();
    waybill.id.value = call.ids.newId();
    waybill.tenantId = call.caller.tenant;
    waybill.number = *number;
    waybill.carrier = command.carrier;
    waybill.notes = command.notes;
    waybill.externalCarrierRef = command.externalCarrierRef;
    waybill.createdBy = call.caller.user;
    waybill.createdAt = waybill.updatedAt = call.clock.now();
    insertWaybill(call, waybill);
    if (!command.deliveries.isEmpty()) {
        if (const auto linked = linkDeliveries(call, waybill.id, command.deliveries); !linked)
            return linked.error().status == 500 ? creationFailed() : linked.error();
    }
    recordEvent(call, waybill, u"created"_s, std::nullopt);
    auto row = findWaybill(call, waybill.id);
    if (call.db.failed())
        return creationFailed();
    return row;
}

Result<WaybillRow> updateWaybill(Call& call, const UpdateWaybill& command)
{
    auto row = findWaybill(call, command.waybill);
    if (!row)
        return row.error();
    if (const Verdict verdict = canEdit(row->waybill); !verdict.allowed())
        return refused(verdict.refusal);
    Waybill& waybill = row->waybill;
    if (command.notes)
        waybill.notes = *command.notes;
    if (command.carrier)
        waybill.carrier = *command.carrier;
    if (command.externalCarrierRef)
        waybill.externalCarrierRef =
            command.externalCarrierRef->isEmpty() ? std::nullopt : command.externalCarrierRef; // empty takes it away
    if (command.origin) {
        waybill.origin = *command.origin;
        if (const auto done = completeEnd(call, waybill.origin, u"origin"_s); !done)
            return done.error();
    }
    if (command.destination) {
        waybill.destination = *command.destination;
        if (const auto done = completeEnd(call, waybill.destination, u"destination"_s); !done)
            return done.error();
    }
    saveWaybill(call, *row);
    recordEvent(call, waybill, u"updated"_s, WaybillStatus::Drafted);
    return row;
}

} // namespace waydesk::backend

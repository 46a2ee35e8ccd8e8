// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/returns.h"

#include "backend/depot/capacity.h"
#include "backend/depot/cases.h"
#include "backend/depot/columns.h"
#include "backend/depot/deliveryrows.h"
#include "backend/depot/timeline.h"
#include "backend/depot/tripprogress.h"
#include "services/wire/jsonwriter.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

QString jsonList(const QStringList& texts)
{
    wire::JsonWriter out(64);
    out.beginArray();
    for (const QString& text : texts)
        out.value(text);
    out.endArray();
    return QString::fromUtf8(out.take());
}

// Goods that the origin warehouse keeps stock of are announced to it. An item without an id or a quantity is none.
void expectGoods(Call& call, const WaybillRow& row, const DeliveryId& delivery)
{
    constexpr std::string_view kValid = "FROM delivery_item WHERE delivery_id = ? AND inventory_item_id <> ''"
                                        " AND quantity > 0";
    static const std::string any = std::string("SELECT 1 ") + std::string(kValid) + " LIMIT 1";
    static const std::string copy =
        std::string("INSERT INTO receiving_order_item (receiving_order_id, inventory_item_id, name, quantity)"
                    " SELECT ?, inventory_item_id, name, quantity ") +
        std::string(kValid);
    if (!row.waybill.origin.warehouseId || !call.db.run(any, {bound(delivery)})->next())
        return;
    const QString order = call.ids.newId();
    call.db.execute("INSERT INTO receiving_order (id, tenant_id, warehouse_id, waybill_id, delivery_id, status,"
                    " created_at) VALUES (?, ?, ?, ?, ?, 'expected', ?)",
                    {bound(order), bound(call.caller.tenant), bound(*row.waybill.origin.warehouseId),
                     bound(row.waybill.id), bound(delivery), bound(call.clock.now())});
    call.db.execute(copy, {bound(order), bound(delivery)});
}

// Its end is known as it begins: it came back.
DeliveryCase caseOfReturn(const ExceptionId& id, const Delivery& child, const ReturnChildren& command, Instant now)
{
    DeliveryCase row;
    row.id = id;
    row.delivery = child.id;
    row.kind = CaseKind::Return;
    row.reason = word(command.reason);
    row.notes = command.notes;
    row.waybill = command.waybill;
    row.trip = child.tripId;
    row.state = CaseState::Resolved;
    row.resolution = u"returned"_s;
    row.raisedAt = row.updatedAt = now;
    row.resolvedAt = now;
    return row;
}

ReturnedChild returnOne(Call& call, WaybillRow& row, const Delivery& child, const ReturnChildren& command)
{
    const QString trigger = row.waybill.state.text;
    const Instant now = call.clock.now();
    const ExceptionId exception{call.ids.newId()};
    call.db.execute("INSERT INTO delivery_exception (id, tenant_id, delivery_id, waybill_id, exception_type,"
                    " resolution_type, unit_size_at_return, trigger_point, notes, photo_urls, created_by, resolved_at)"
                    " VALUES (?, ?, ?, ?, ?, 'returned', ?, ?, ?, ?, ?, ?)",
                    {bound(exception), bound(call.caller.tenant), bound(child.id), bound(row.waybill.id),
                     bound(word(command.reason)), bound(child.unitSize), bound(trigger), bound(command.notes),
                     bound(jsonList(command.photoUrls)), bound(call.caller.user), bound(now)});
    call.db.execute("UPDATE delivery SET status = 'returned', is_returned = 1, return_reason = ?,"
                    " return_trigger_point = ?, returned_at = ?, updated_at = ? WHERE id = ? AND tenant_id = ?",
                    {bound(word(command.reason)), bound(trigger), bound(now), bound(now), bound(child.id),
                     bound(call.caller.tenant)});
    recordChange(call, u"delivery"_s, child.id.value);
    insertCase(call, caseOfReturn(exception, child, command, now));
    releaseCapacity(call, row, child.unitSize);
    expectGoods(call, row, child.id);
    return {child.id, child.code, exception, trigger};
}

bool nothingLeft(Call& call, const WaybillId& waybill)
{
    return !call.db
                .run("SELECT 1 FROM delivery WHERE waybill_id = ? AND tenant_id = ? AND status <> 'returned' LIMIT 1",
                     {bound(waybill), bound(call.caller.tenant)})
                ->next();
}

Verdict mayComeBack(const WaybillRow& row, const std::optional<Delivery>& child)
{
    if (!child || child->waybillId != row.waybill.id)
        return {Refusal::DeliveryNotInWaybill};
    return child->state.is(DeliveryStatus::Returned) || child->state.is(DeliveryStatus::Cancelled)
               ? Verdict{Refusal::DeliveryStatusNotEligible}
               : Verdict{};
}

} // namespace

Result<ReturnDone> returnChildren(Call& call, const ReturnChildren& command)
{
    auto row = findWaybill(call, command.waybill);
    if (!row)
        return row.error();
    Waybill& w = row->waybill;
    const bool isDriver = w.driverId && call.caller.driver == w.driverId;
    if (const Verdict verdict = canReturnChildren(w, call.caller.role, isDriver); !verdict.allowed())
        return refused(verdict.refusal);
    ReturnDone done;
    const std::optional<WaybillStatus> before = w.state.known;
    EventDetails details;
    details.reason = word(command.reason);
    if (!command.notes.isEmpty())
        details.notes = command.notes;
    for (const DeliveryId& id : command.deliveries) {
        const std::optional<Delivery> child = findDelivery(call, id);
        if (const Verdict verdict = mayComeBack(*row, child); !verdict.allowed())
            return verdict.refusal == Refusal::DeliveryStatusNotEligible
                       ? refusedWith(409, u"delivery_not_returnable"_s, u"Delivery is already returned or cancelled"_s)
                       : refused(verdict.refusal);
        done.children.append(returnOne(call, *row, *child, command));
        details.deliveries.append(id);
    }
    followTrips(call, command.deliveries);
    recountWaybill(call, w.id);
    recordEvent(call, w, u"children_returned"_s, before, details);
    if (nothingLeft(call, w.id)) {
        releaseCapacity(call, *row);
        w.state = WaybillStatus::Closed;
        w.closedAt = call.clock.now();
        recordEvent(call, w, word(WaybillStatus::Closed), before);
    }
    saveWaybill(call, *row);
    done.row = *std::move(row);
    return done;
}

Result<Page<ReturnRow>> listReturns(Call& call, const WaybillId& waybill, const Paging& paging)
{
    if (const auto row = findWaybill(call, waybill); !row)
        return row.error();
    Page<ReturnRow> page;
    {
        const auto rows = call.db.run("SELECT COUNT(*) FROM delivery_exception WHERE waybill_id = ? AND tenant_id = ?"
                                      " AND resolution_type = 'returned'",
                                      {bound(waybill), bound(call.caller.tenant)});
        page.total = rows->next() ? rows->integer(0) : 0;
    }
    const auto rows = call.db.run("SELECT e.id, e.delivery_id, e.waybill_id, e.exception_type, e.resolution_type,"
                                  " e.trigger_point, e.notes, d.delivery_code, d.status, e.photo_urls,"
                                  " e.unit_size_at_return, d.unit_size, e.resolved_at FROM delivery_exception e"
                                  " JOIN delivery d ON d.id = e.delivery_id WHERE e.waybill_id = ? AND e.tenant_id = ?"
                                  " AND e.resolution_type = 'returned' ORDER BY e.resolved_at, e.id LIMIT ? OFFSET ?",
                                  {bound(waybill), bound(call.caller.tenant), qint64{paging.limit}, paging.offset()});
    while (rows->next()) {
        ColumnReader in(*rows);
        ReturnRow r;
        r.id.value = in.text();
        r.delivery.value = in.text();
        r.waybill.value = in.text();
        r.reason = in.text();
        r.resolution = in.text();
        r.triggerPoint = in.text();
        r.notes = in.text();
        r.code = in.text();
        r.status = in.text();
        r.photoUrls = in.bytes();
        r.unitsAtReturn = in.quantity();
        r.units = in.quantity();
        r.resolvedAt = in.instant();
        page.rows.append(std::move(r));
    }
    return page;
}

} // namespace waydesk::backend

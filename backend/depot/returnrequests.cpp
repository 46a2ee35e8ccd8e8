// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/returnrequests.h"

#include "backend/depot/columns.h"
#include "backend/depot/deliveryrows.h"
#include "backend/depot/newdelivery.h"
#include "backend/depot/tripprogress.h"
#include "backend/depot/triprows.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

QList<ReturnRequest> requestsBy(Call& call, std::string_view rest, const Value& key)
{
    QList<ReturnRequest> requests;
    const std::string sql = "SELECT " + std::string(kReturnColumns) + std::string(kReturnFrom) + std::string(rest) +
                            " AND r.tenant_id = ? ORDER BY r.requested_at, r.id";
    const auto rows = call.db.run(sql, {key, bound(call.caller.tenant)});
    while (rows->next()) {
        ColumnReader in(*rows);
        requests.append(readReturn(in));
    }
    return requests;
}

Result<ReturnRequest> asItStands(Call& call, const ReturnRequestId& id)
{
    QList<ReturnRequest> found = requestsBy(call, "WHERE r.id = ?", bound(id));
    return found.isEmpty() ? Result<ReturnRequest>(storageFailed()) : std::move(found.first());
}

void tell(Call& call, const ReturnRequest& request)
{
    recordChange(call, u"return"_s, request.id.value);
    recordChange(call, u"delivery"_s, request.delivery.value);
}

// Back the way it came, with nothing to collect.
Result<Delivery> sendBack(Call& call, const Delivery& delivery)
{
    wire::ondi::NewDelivery back;
    back.pickup = delivery.dropoff.value_or(Place{});
    back.dropoff = delivery.pickup.value_or(Place{});
    if (delivery.dropoffWarehouse)
        back.pickupWarehouse = delivery.dropoffWarehouse->id;
    if (delivery.pickupWarehouse)
        back.dropoffWarehouse = delivery.pickupWarehouse->id;
    if (delivery.customer)
        back.customer = delivery.customer->id;
    back.externalReference = u""_s;
    back.paymentMethod = delivery.paymentMethod;
    back.feePayer = u"receiver"_s;
    back.notes = u"Return of %1"_s.arg(delivery.code);
    back.unitSize = delivery.unitSize;
    return createDelivery(call, back);
}

void markReturned(Call& call, const Delivery& delivery, const QString& reason)
{
    const Value now = bound(call.clock.now());
    call.db.execute(
        "UPDATE delivery SET status = 'returned', is_returned = 1, return_reason = ?,"
        " return_trigger_point = ?, returned_at = ?, updated_at = ? WHERE id = ? AND tenant_id = ?",
        {bound(reason), bound(delivery.state.text), now, now, bound(delivery.id), bound(call.caller.tenant)});
    recordChange(call, u"delivery"_s, delivery.id.value);
}

} // namespace

ReturnRequest readReturn(ColumnReader& in)
{
    ReturnRequest request;
    request.id.value = in.text();
    request.delivery.value = in.text();
    request.state = Known<ReturnRequestStatus>::fromWord(in.text());
    request.reason = in.text();
    request.returnDelivery = in.maybeId<DeliveryId>();
    request.requestedAt = in.instant();
    request.notes = in.maybeText();
    request.requestedByName = in.maybeText();
    request.decidedAt = in.maybeInstant();
    request.decidedByName = in.maybeText();
    request.returnDeliveryCode = in.maybeText();
    return request;
}

QList<ReturnRequest> returnRequestsOf(Call& call, const TripId& trip)
{
    return requestsBy(call, "JOIN delivery d ON d.id = r.delivery_id WHERE d.trip_id = ?", bound(trip));
}

QList<ReturnRequest> returnRequestsOf(Call& call, const DeliveryId& delivery)
{
    return requestsBy(call, "WHERE r.delivery_id = ?", bound(delivery));
}

Result<ReturnRequest> requestReturn(Call& call, const wire::ondi::ReturnWish& wish)
{
    const std::optional<Delivery> delivery = findDelivery(call, wish.delivery);
    if (!delivery)
        return call.db.failed() ? storageFailed() : refused(Refusal::DeliveryNotFound);
    if (call.caller.role == UserRole::Driver) {
        const auto trip = findTrip(call, delivery->tripId.value_or(TripId{}));
        if (!trip || !trip->driver || call.caller.driver != trip->driver->id)
            return refused(TripRefusal::DriverMismatch);
    }
    const auto earlier = returnRequestsOf(call, wish.delivery);
    if (const TripRefusal refusal = canRequestReturn(*delivery, earlier); refusal != TripRefusal::None)
        return refused(refusal);
    ReturnRequest request{{call.ids.newId()}, wish.delivery, ReturnRequestStatus::Pending, wish.reason, std::nullopt,
                          call.clock.now(),   wish.notes};
    call.db.execute("INSERT INTO return_request (id, tenant_id, delivery_id, status, return_reason, notes,"
                    " requested_by, requested_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    {bound(request.id), bound(call.caller.tenant), bound(request.delivery), bound(request.state.text),
                     bound(request.reason), bound(request.notes), bound(call.caller.user), bound(request.requestedAt)});
    tell(call, request);
    followTrips(call, {request.delivery});
    return asItStands(call, request.id);
}

Result<ReturnRequest> decideReturn(Call& call, const ReturnRequestId& id, ReturnDecision decision)
{
    QList<ReturnRequest> found = requestsBy(call, "WHERE r.id = ?", bound(id));
    if (found.isEmpty())
        return call.db.failed() ? storageFailed()
                                : refusedWith(404, u"return_request_not_found"_s, u"Return request not found"_s);
    ReturnRequest& request = found.first();
    if (!request.state.is(ReturnRequestStatus::Pending))
        return refused(TripRefusal::ReturnAlreadyDecided);
    const std::optional<Delivery> delivery = findDelivery(call, request.delivery);
    if (!delivery)
        return storageFailed();
    switch (decision) {
    case ReturnDecision::Reject:
        request.state = ReturnRequestStatus::Rejected;
        break;
    case ReturnDecision::Approve: {
        const auto back = sendBack(call, *delivery);
        if (!back)
            return back.error();
        request.state = ReturnRequestStatus::Approved;
        request.returnDelivery = back->id;
        if (!delivery->state.is(DeliveryStatus::Returned))
            markReturned(call, *delivery, request.reason);
        break;
    }
    }
    call.db.execute("UPDATE return_request SET status = ?, return_delivery_id = ?, decided_by = ?, decided_at = ?"
                    " WHERE id = ? AND tenant_id = ?",
                    {bound(request.state.text), bound(request.returnDelivery), bound(call.caller.user),
                     bound(call.clock.now()), bound(id), bound(call.caller.tenant)});
    tell(call, request);
    followTrips(call, {request.delivery});
    return asItStands(call, request.id);
}

} // namespace waydesk::backend

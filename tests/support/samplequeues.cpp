// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samplequeues.h"

#include "tests/support/sample.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::test {

ReturnQueueRow sampleReturn(int n, ReturnRequestStatus status)
{
    const Delivery parcel = sampleDelivery(n);
    ReturnQueueRow row;
    row.request.id = {u"rr-%1"_s.arg(n)};
    row.request.delivery = parcel.id;
    row.request.state = status;
    row.request.reason = u"refused at the door, day %1"_s.arg(n);
    row.request.requestedAt = parcel.createdAt + std::chrono::hours(n);
    row.request.requestedByName = u"Karwan Aziz"_s;
    row.deliveryCode = parcel.code;
    row.deliveryState = parcel.state;
    row.customerName = parcel.customer ? std::optional(parcel.customer->fullName) : std::nullopt;
    if (status != ReturnRequestStatus::Pending) {
        row.request.decidedAt = row.request.requestedAt + std::chrono::hours(1);
        row.request.decidedByName = u"Sara Karim"_s;
    }
    return row;
}

DeliveryCase sampleCase(int n, CaseKind kind)
{
    const Delivery parcel = sampleDelivery(n);
    DeliveryCase row;
    row.id = {u"ex-%1"_s.arg(n)};
    row.delivery = parcel.id;
    row.deliveryCode = parcel.code;
    row.deliveryState = parcel.state;
    row.kind = kind;
    row.reason = u"nobody home, try %1"_s.arg(n);
    row.raisedAt = row.updatedAt = parcel.createdAt + std::chrono::hours(n);
    row.raisedByName = u"Karwan Aziz"_s;
    return row;
}

} // namespace waydesk::test

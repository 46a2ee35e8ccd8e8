// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ondi/waybillanswer.h"

#include "backend/depot/deliveryrows.h"
#include "backend/ondi/envelope.h"
#include "services/wire/ondi/answers.h"

namespace waydesk::backend {

namespace {

using namespace wire::ondi;

} // namespace

Response plainWaybill(const QString& message, const WaybillRow& row)
{
    auto out = openAnswer(message);
    out.beginObject();
    waybillFields(out, row.waybill);
    out.endObject();
    return closeAnswer(out);
}

Response wholeWaybill(Call& call, const QString& message, const WaybillRow& row)
{
    const QList<Delivery> deliveries = childrenOf(call, row.waybill.id);
    auto out = openAnswer(message, 2048 + 700 * deliveries.size());
    out.beginObject();
    waybillFields(out, row.waybill);
    out.key("driver");
    writeDriver(out, row.waybill.driver);
    out.key("vehicle");
    writeVehicle(out, row.waybill.vehicle);
    waybillRefFields(out, row.waybill);
    out.key("assigned_by_user");
    writeUser(out, row.assignedByUser);
    out.key("received_by_user");
    writeUser(out, row.receivedByUser);
    writeQuantity(out, "total_unit_size", row.waybill.totalUnitSize.value_or(Quantity{}));
    out.key("deliveries").beginArray();
    for (const Delivery& delivery : deliveries)
        writeWaybillChild(out, delivery);
    out.endArray();
    writeSummary(out, deliveries, UnitTotal::Told);
    out.endObject();
    return closeAnswer(out);
}

} // namespace waydesk::backend

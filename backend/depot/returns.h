// SPDX-License-Identifier: GPL-3.0-or-later
// Children that come back: the exception row, the driver's capacity, the warehouse's receiving order, and the waybill
// that closes when nothing is left on it.
#pragma once

#include "backend/depot/paging.h"
#include "backend/depot/waybillrows.h"
#include "services/domain/command.h"

namespace waydesk::backend {

struct ReturnedChild
{
    DeliveryId delivery;
    QString code;
    ExceptionId exception;
    QString triggerPoint; // the waybill's status when it came back
};
struct ReturnDone
{
    WaybillRow row;
    QList<ReturnedChild> children;
};
Result<ReturnDone> returnChildren(Call& call, const ReturnChildren& command);

struct ReturnRow
{
    ExceptionId id;
    DeliveryId delivery;
    WaybillId waybill;
    QString reason, resolution, triggerPoint, notes, code, status;
    QByteArray photoUrls; // JSON
    Quantity unitsAtReturn, units;
    Instant resolvedAt{};
};
Result<Page<ReturnRow>> listReturns(Call& call, const WaybillId& waybill, const Paging& paging);

} // namespace waydesk::backend

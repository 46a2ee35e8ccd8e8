// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of waybills: the dispatcher's, with its filters, and the driver's own. Newest first. Both bring the
// statuses matrix, which heeds every filter but the status.
#pragma once

#include "backend/depot/paging.h"
#include "backend/depot/waybillrows.h"
#include "services/wire/ondi/answers.h"

#include <QDate>

namespace waydesk::backend {

enum class Direction { Either, Outbound, Inbound };

struct WaybillFilter
{
    std::optional<WaybillStatus> status;
    std::optional<CarrierType> carrier;
    std::optional<DriverId> driver;
    QDate from, to; // days of the tenant's zone, both included; invalid: open
    QString number; // any part of it, whatever its case and hyphens
    std::optional<WarehouseId> warehouse;
    Direction direction = Direction::Either; // means something only with a warehouse
};

struct WaybillList
{
    Page<WaybillRow> page;
    QList<wire::ondi::StatusCount> statuses;
};

WaybillList listWaybills(Call& call, const WaybillFilter& filter, const Paging& paging);
QList<wire::ondi::StatusCount> countByStatus(Call& call, const WaybillFilter& filter);

} // namespace waydesk::backend

// SPDX-License-Identifier: GPL-3.0-or-later
// What the models get: values with the server's truth and the expected state side by side. `expected` is
// fold(domain::apply, server row, its open commands); it is shown as expected, never as fact.
#pragma once

#include "services/domain/rules.h"
#include "services/store/outboxentry.h"

#include <QDate>
#include <array>

namespace waydesk::facade {

struct WaybillRow
{
    qint64 rowid = 0;                        // of the store; 0 for a waybill that only the outbox knows
    Waybill server;                          // what the server last said (for a local one: the draft as asked)
    Waybill expected;                        // the same, once everything queued has been done
    bool isExpected = false;                 // expected differs from server, or the row is local
    bool isLeaving = false;                  // an open command deletes it
    std::optional<store::CommandState> mark; // worst open state of its commands: refused, unknown, sending, queued
    int openCommands = 0;
    Instant fetchedAt{}; // when this desk heard it from the server
    bool operator==(const WaybillRow&) const = default;
};

// The worst first: what needs a person outweighs what is only on its way.
int weightOf(store::CommandState state);

struct DeliveryRow
{
    Delivery delivery;
    bool joining = false; // an open command attaches it
    bool leaving = false; // an open command detaches it
    Instant fetchedAt{};
    bool operator==(const DeliveryRow&) const = default;
};

enum class Direction { Both, Outbound, Inbound };

// The filters of the list call plus what the desk adds. Dates are days in the tenant's zone, both inclusive.
struct WaybillFilter
{
    std::optional<WaybillStatus> status;
    std::optional<CarrierType> carrier;
    std::optional<DriverId> driver;
    std::optional<WarehouseId> warehouse;
    Direction direction = Direction::Both;
    std::optional<QDate> from, to;
    QString number;                              // part of a number; case and hyphen do not matter
    QString text;                                // anything: full-text over number, names, notes
    std::optional<qint64> codAtLeast, codAtMost; // minor units
    bool operator==(const WaybillFilter&) const = default;
};

enum class WaybillColumn { Number, Status, Route, Driver, Items, Cod, Created, Updated };

struct WaybillSort
{
    WaybillColumn column = WaybillColumn::Created;
    Qt::SortOrder order = Qt::DescendingOrder;
    bool operator==(const WaybillSort&) const = default;
};

struct StatusCounts
{
    qint64 all = 0;
    std::array<qint64, kWaybillStatuses.size()> byStatus{};
    bool operator==(const StatusCounts&) const = default;
};

} // namespace waydesk::facade

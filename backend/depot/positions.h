// SPDX-License-Identifier: GPL-3.0-or-later
// Drivers' positions in the database: each report is judged, then kept or counted. Plain functions over a Connection;
// the writing ones expect to be inside a transaction.
// A driver has at most one row of the change feed about its position: a new one takes the old one's place, with a seq
// of its own. So the feed grows with the number of drivers and not with the number of reports, and a reader at any
// cursor still hears of each driver that has moved since.
#pragma once

#include "backend/storage/connection.h"
#include "services/domain/position.h"

#include <QList>

namespace waydesk::backend {

inline constexpr int kPositionDaysKept = 30;

struct PositionReport
{
    Position position;
    // What the driver is busy with. Outer nullopt: not told, and stays as it is. Inner nullopt: nothing any more.
    std::optional<std::optional<QString>> order;
};

struct KnownPosition
{
    Position position;
    std::optional<QString> order;
};

PositionVerdict recordPosition(Connection& db, const TenantId& tenant, const PositionReport& report, Instant now);

std::optional<KnownPosition> lastPosition(Connection& db, const TenantId& tenant, const DriverId& driver);
// Of the driver who named this order last, or who has this parcel on a trip or a waybill.
std::optional<DriverId> driverOfOrder(Connection& db, const TenantId& tenant, const QString& order);
bool isDriverOf(Connection& db, const TenantId& tenant, const DriverId& driver);

// A bounded piece of work inside a write transaction; true: there is more to prune. A day is kept until it lies more
// than `daysKept` days back.
bool prunePositions(Connection& db, Instant now, int daysKept = kPositionDaysKept);

} // namespace waydesk::backend

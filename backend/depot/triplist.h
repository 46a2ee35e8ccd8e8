// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of trips: the dispatcher's, with its filters and sorting, and the driver's own.
#pragma once

#include "backend/depot/paging.h"
#include "backend/depot/triprows.h"
#include "backend/depot/where.h"

#include <array>

namespace waydesk::backend {

enum class TripSort { Number, Status, Type, Notes, CreatedAt, UpdatedAt, StartedAt, CompletedAt };
enum class TripOrder { Ascending, Descending };

struct TripFilter
{
    std::optional<TripStatus> status;
    std::optional<DriverId> driver;
    std::optional<TripType> type;
    QString number; // any part of it, whatever its case and hyphens
    QDate from, to; // days of the tenant's zone, both included; invalid: open
    Where columns;  // of tripColumnFilters()
    TripSort sort = TripSort::CreatedAt;
    TripOrder order = TripOrder::Descending;
};

// `column_filters` of the trip list: trip_number and notes match in part, status, trip_type, driver_id and vehicle_id
// as a whole; the four times as FilterReader::dates() has it.
Result<Where> tripColumnFilters(Call& call, const QString& json);

Page<Trip> listTrips(Call& call, const TripFilter& filter, const Paging& paging);

using TripCounts = std::array<qint64, kTripStatuses.size()>; // in the order of kTripStatuses
TripCounts countTripsOf(Call& call, const DriverId& driver);

} // namespace waydesk::backend

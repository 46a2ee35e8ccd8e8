// SPDX-License-Identifier: GPL-3.0-or-later
// What the map reads: where every driver of a tenant is, as news since a seq of the change feed, and where they were,
// by time. Bounded answers, each with what to go on with. Reads only.
#pragma once

#include "backend/depot/positions.h"

namespace waydesk::backend {

inline constexpr int kMostPositions = 5'000; // in one answer
inline constexpr std::chrono::hours kLongestHistory{48};

struct PositionNews
{
    QList<KnownPosition> rows; // in order of their seq
    qint64 cursor = 0;         // everything up to here has been told
    bool more = false;
};
// `since` 0: all of them. A seq that has not been given out yet is of another file: all of them, too.
PositionNews positionNews(Connection& db, const TenantId& tenant, qint64 since, int most = kMostPositions);

struct HistoryMark // the last row of the answer before
{
    Instant at{};
    DriverId driver;
};
struct HistoryQuery
{
    Instant from{}, to{}; // from <= at < to
    std::optional<DriverId> driver;
    std::optional<HistoryMark> after;
    int limit = kMostPositions;
};
struct PositionHistory
{
    QList<Position> rows; // in order of time, then driver
    bool more = false;
};
PositionHistory positionHistory(Connection& db, const TenantId& tenant, const HistoryQuery& query);

} // namespace waydesk::backend

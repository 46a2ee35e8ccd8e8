// SPDX-License-Identifier: GPL-3.0-or-later
// What the models get of trips: the server's truth and the expected state side by side. What is expected is shown as
// expected, never as fact.
#pragma once

#include "services/domain/tripplan.h"
#include "services/facade/rows.h"

namespace waydesk::facade {

struct TripRow
{
    Trip trip;               // as it is once everything queued has been done; its names looked up
    Instant fetchedAt{};     // when this desk heard it from the server; none for one that only the outbox knows
    Trip server{};           // what the server last said; of a local one the trip as asked
    bool isExpected = false; // trip differs from server, or it is local
    std::optional<store::CommandState> mark; // worst open state of its commands: refused, unknown, sending, queued
    int openCommands = 0;
    bool operator==(const TripRow&) const = default;
};

struct TripCounts
{
    qint64 all = 0;
    std::array<qint64, kTripStatuses.size()> byStatus{}; // trips of a status we do not know are in `all` only
    bool operator==(const TripCounts&) const = default;
};

struct TripDetail
{
    TripRow row;
    std::optional<TripPlan> plan;    // as the server told it; nullopt: this desk has not heard it yet
    QList<DeliveryRow> deliveries;   // as expected, by their place in the trip; then those that are leaving
    QList<DeliveryId> serverMembers; // what the server last said, in its order
    bool operator==(const TripDetail&) const = default;
};

} // namespace waydesk::facade

// SPDX-License-Identifier: GPL-3.0-or-later
// What the models get of the two queues: the server's truth and the expected state side by side. What is expected is
// shown as expected, never as fact.
#pragma once

#include "services/domain/exception.h"
#include "services/facade/rows.h"

namespace waydesk::facade {

struct ReturnItem
{
    ReturnQueueRow row;      // as it is once everything queued has been done
    ReturnQueueRow server;   // what the server last said; of a local one the request as asked
    Instant fetchedAt{};     // none for one that only the outbox knows
    bool isExpected = false; // row differs from server, or it is local
    bool isLocal = false;    // asked for on this desk and not on the server yet: its id is no id to act on
    std::optional<store::CommandState> mark; // worst open state of its commands
    bool operator==(const ReturnItem&) const = default;
};

struct ReturnCounts
{
    qint64 all = 0;
    std::array<qint64, kReturnRequestStatuses.size()> byStatus{}; // an unknown status is in `all` only
    bool operator==(const ReturnCounts&) const = default;
};

struct CaseItem
{
    DeliveryCase row;
    DeliveryCase server;
    Instant fetchedAt{};
    bool isExpected = false;
    bool isLocal = false; // raised on this desk and not on the server yet
    std::optional<store::CommandState> mark;
    bool operator==(const CaseItem&) const = default;
};

enum class CaseTab { Open, Mine, Unowned, Resolved };
inline constexpr std::array kCaseTabs{CaseTab::Open, CaseTab::Mine, CaseTab::Unowned, CaseTab::Resolved};

struct CaseCounts
{
    std::array<qint64, kCaseTabs.size()> byTab{};
    bool operator==(const CaseCounts&) const = default;
};

// Whether the server keeps these queues, and how old what this desk knows of them is.
struct QueueSupport
{
    std::optional<bool> isThere; // nullopt: not found out yet
    std::optional<Instant> asOf; // when they were whole last
    bool operator==(const QueueSupport&) const = default;
};

} // namespace waydesk::facade

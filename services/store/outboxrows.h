// SPDX-License-Identifier: GPL-3.0-or-later
// Outbox rows as values, for the writer and the reader alike. Inside the store only.
#pragma once

#include "services/store/database.h"
#include "services/store/outboxentry.h"

namespace waydesk::store {

// States in which a command still stands in its waybill's queue: queued, sending, refused, unknown.
inline constexpr const char* kOpenStates = "(0,1,3,4)";

const QString& selectOutbox();                           // SELECT … FROM outbox o, without WHERE
std::optional<OutboxEntry> readOutbox(const Rows& rows); // nullopt: a command that this program cannot read
QList<OutboxEntry> allOutbox(Rows rows);

} // namespace waydesk::store

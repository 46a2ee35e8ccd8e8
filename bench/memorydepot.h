// SPDX-License-Identifier: GPL-3.0-or-later
// A depot without a network: the ports of an OnDi server that answer from encoded pages in memory, for ever, so that a
// desk's real engine goes on loading as fast as it can take the rows. Anybody may sign in. Engine thread.
#pragma once

#include "services/backends/backend.h"

#include <atomic>

namespace waydesk::bench {

struct DepotPages
{
    // Served in turn and for ever; the waybills come to their end after one round, as a first load needs it.
    QList<QByteArray> deliveries, waybills;
    std::atomic<qint64> served{0}; // rows
};

backends::Backend makeMemoryDepot(std::shared_ptr<DepotPages> pages, backends::LinkListener& link);

} // namespace waydesk::bench

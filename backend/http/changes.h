// SPDX-License-Identifier: GPL-3.0-or-later
// The change feed: what recordChange() wrote, read by GET /delivery/changes, which waits without holding a thread. A
// cursor is opaque: the file's epoch and the last seq seen. Changes are kept for a limited time; a cursor from before
// that, or of another file, is answered 410 `cursor_too_old`, and the client loads everything once.
#pragma once

#include "backend/http/message.h"

#include <vector>

namespace waydesk::backend {

inline constexpr qint64 kMostChangesKept = 500'000;
inline constexpr std::chrono::hours kChangesKeptFor{24 * 14};

std::vector<Route> changeRoutes();

// A bounded piece of work inside a write transaction; true: there is more to prune.
bool pruneChanges(Connection& db, Instant now, qint64 mostKept = kMostChangesKept);

} // namespace waydesk::backend

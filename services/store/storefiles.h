// SPDX-License-Identifier: GPL-3.0-or-later
// The files of a store: names, 0600, opening with a check, moving a damaged one aside and carrying over what it still
// tells. Engine thread, before anybody reads.
#pragma once

#include "services/store/schema.h"

namespace waydesk::store {

QString cachePath(const QString& folder);
QString workPath(const QString& folder);
QString damageMarkPath(const QString& folder);

// Creates the file 0600 where it is missing, opens, checks, brings up to date. `checkAll`: PRAGMA quick_check as well.
// Error codes as of Store::open(), or "damaged".
Result<std::unique_ptr<Database>> openChecked(const QString& path, File file, bool checkAll);
// path → path.damaged (an older one gives way), with its -wal and -shm.
bool moveAside(const QString& path);
// Copies what can be read of the outbox, aliases, journal and settings from a damaged work.db, as one transaction.
// Answers the number of outbox rows that could not be read, as far as their count is known; an error is our own disk's.
Result<int> rescueWork(const QString& damagedPath, Database& into);

} // namespace waydesk::store

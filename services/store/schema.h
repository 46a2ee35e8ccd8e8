// SPDX-License-Identifier: GPL-3.0-or-later
// The two files' schemas as numbered steps: one path for new and old files alike, each step a transaction of its own
// with its user_version. A file newer than this program is refused before anything in it is touched. work.db holds what
// only this desk knows (outbox, aliases, scan journal); cache.db what the server can tell again.
#pragma once

#include "services/store/database.h"

#include <QStringList>

namespace waydesk::store {

enum class File { Work, Cache };

int currentVersion(File file);
// Error codes: newer_file, damaged, disk_full, statement_failed.
Result<Nothing> bringUpToDate(Database& db, File file);

// The cache's secondary indexes and search tables, which a first load builds after the rows.
const QStringList& cacheIndexes(); // CREATE INDEX IF NOT EXISTS …
const QStringList& cacheIndexNames();

const QStringList& windowColumns(); // the cache's step 6: when consignees are there

} // namespace waydesk::store

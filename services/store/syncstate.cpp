// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/syncstate.h"

namespace waydesk::store {

std::optional<QString> SyncState::value(const QString& key) const
{
    Rows rows = m_db.run("SELECT value FROM meta WHERE key = ?", {bind(key)});
    return rows.next() ? std::optional(rows.text(0)) : std::nullopt;
}

Result<Nothing> SyncState::set(const QString& key, const QString& value)
{
    const auto done = m_db.exec("INSERT INTO meta VALUES (?,?) ON CONFLICT DO UPDATE SET value = excluded.value",
                                {bind(key), bind(value)});
    return done ? Result<Nothing>(Nothing{}) : Result<Nothing>(done.error());
}

Result<Nothing> SyncState::remove(const QString& key)
{
    const auto done = m_db.exec("DELETE FROM meta WHERE key = ?", {bind(key)});
    return done ? Result<Nothing>(Nothing{}) : Result<Nothing>(done.error());
}

} // namespace waydesk::store

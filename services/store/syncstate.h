// SPDX-License-Identifier: GPL-3.0-or-later
// Where the feed stands and what else must survive a restart, as named texts. Engine thread. The cursor lies in the
// cache beside the rows that it stands for: a rebuilt cache starts without one.
#pragma once

#include "services/store/database.h"

namespace waydesk::store {

class SyncState
{
public:
    explicit SyncState(Database& db)
        : m_db(db)
    {
    }
    std::optional<QString> value(const QString& key) const;
    Result<Nothing> set(const QString& key, const QString& value);
    Result<Nothing> remove(const QString& key);

private:
    Database& m_db;
};

} // namespace waydesk::store

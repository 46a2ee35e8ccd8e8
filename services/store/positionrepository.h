// SPDX-License-Identifier: GPL-3.0-or-later
// Where each driver was seen last, so that the map has something true to show, with its age, before and without the
// network. A report older than the kept one changes nothing. Engine thread.
#pragma once

#include "services/domain/position.h"
#include "services/store/database.h"

namespace waydesk::store {

class PositionRepository
{
public:
    explicit PositionRepository(Database& db)
        : m_db(db)
    {
    }
    Result<Nothing> put(const QList<Position>& rows); // in one transaction

private:
    Database& m_db;
};

// GUI thread, read-only.
class PositionReader
{
public:
    explicit PositionReader(Database& db)
        : m_db(db)
    {
    }
    QList<Position> all() const;

private:
    Database& m_db;
};

} // namespace waydesk::store

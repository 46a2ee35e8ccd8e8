// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/reader.h"

#include "services/store/storefiles.h"

namespace waydesk::store {

Result<std::unique_ptr<Reader>> Reader::open(const QString& folder)
{
    auto cache = Database::open(cachePath(folder), Database::Mode::ReadOnly);
    if (!cache)
        return cache.error();
    auto work = Database::open(workPath(folder), Database::Mode::ReadOnly);
    if (!work)
        return work.error();
    return std::unique_ptr<Reader>(new Reader(std::move(cache).value(), std::move(work).value(), folder));
}

Reader::Reader(std::unique_ptr<Database> cache, std::unique_ptr<Database> work, const QString& folder)
    : m_cache(std::move(cache))
    , m_work(std::move(work))
    , m_waybills(*m_cache)
    , m_deliveries(*m_cache)
    , m_lookups(*m_cache)
    , m_trips(*m_cache)
    , m_positions(*m_cache)
    , m_queues(*m_cache)
    , m_outbox(*m_work)
    , m_imports(*m_work)
    , m_stories(*m_cache)
    , m_pictures(*m_cache, folder)
    , m_scans(*m_work)
{
}

} // namespace waydesk::store

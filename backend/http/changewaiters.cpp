// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/changewaiters.h"

namespace waydesk::backend {

quint64 ChangeWaiters::generation() const
{
    const std::lock_guard lock(m_lock);
    return m_generation;
}

quint64 ChangeWaiters::park(const TenantId& tenant, quint64 seen, Resume resume)
{
    const std::lock_guard lock(m_lock);
    std::shared_ptr<Tenant>& entry = m_tenants[tenant];
    if (!entry)
        entry = std::make_shared<Tenant>();
    if (entry->lastChange > seen)
        return 0;
    entry->waiting.emplace(++m_tickets, std::move(resume));
    return m_tickets;
}

bool ChangeWaiters::changedSince(const TenantId& tenant, quint64 seen) const
{
    const std::lock_guard lock(m_lock);
    const auto entry = m_tenants.value(tenant);
    return entry && entry->lastChange > seen;
}

void ChangeWaiters::leave(const TenantId& tenant, quint64 ticket)
{
    Resume dropped; // dies outside the lock
    const std::lock_guard lock(m_lock);
    if (const auto entry = m_tenants.value(tenant)) {
        if (const auto found = entry->waiting.find(ticket); found != entry->waiting.end()) {
            dropped = std::move(found->second);
            entry->waiting.erase(found);
        }
    }
}

void ChangeWaiters::tell(const TenantId& tenant)
{
    std::unordered_map<quint64, Resume> woken;
    {
        const std::lock_guard lock(m_lock);
        std::shared_ptr<Tenant>& entry = m_tenants[tenant];
        if (!entry)
            entry = std::make_shared<Tenant>();
        entry->lastChange = ++m_generation;
        woken.swap(entry->waiting);
    }
    for (const auto& [ticket, resume] : woken)
        resume();
}

void ChangeWaiters::tellSoon(const TenantId& tenant)
{
    const std::lock_guard lock(m_lock);
    m_pending.insert(tenant);
}

void ChangeWaiters::tellPending()
{
    QSet<TenantId> pending;
    {
        const std::lock_guard lock(m_lock);
        pending.swap(m_pending);
    }
    for (const TenantId& tenant : pending)
        tell(tenant);
}

void ChangeWaiters::clear()
{
    QHash<TenantId, std::shared_ptr<Tenant>> dropped;
    const std::lock_guard lock(m_lock);
    dropped.swap(m_tenants);
    m_pending.clear();
}

} // namespace waydesk::backend

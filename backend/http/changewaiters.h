// SPDX-License-Identifier: GPL-3.0-or-later
// Who waits for a change of which tenant. A waiter reads generation() before it looks at the database; park() refuses
// when a change was told since then, so that none is missed. Thread-safe; resume functions are called once, outside
// the lock, on the thread that told the change.
#pragma once

#include "services/domain/id.h"

#include <QHash>
#include <QSet>
#include <functional>
#include <mutex>
#include <unordered_map>

namespace waydesk::backend {

class ChangeWaiters
{
public:
    using Resume = std::function<void()>;

    quint64 generation() const;
    // 0: something changed since `seen`, look again at once. Otherwise a ticket for leave().
    quint64 park(const TenantId& tenant, quint64 seen, Resume resume);
    bool changedSince(const TenantId& tenant, quint64 seen) const;
    void leave(const TenantId& tenant, quint64 ticket);
    void tell(const TenantId& tenant);
    // For what changes all the time: many of these are told together, by the next tellPending().
    void tellSoon(const TenantId& tenant);
    void tellPending();
    void clear(); // forgets everybody, calls nobody

private:
    struct Tenant
    {
        quint64 lastChange = 0;
        std::unordered_map<quint64, Resume> waiting;
    };
    mutable std::mutex m_lock;
    quint64 m_generation = 0, m_tickets = 0;
    QHash<TenantId, std::shared_ptr<Tenant>> m_tenants;
    QSet<TenantId> m_pending;
};

} // namespace waydesk::backend

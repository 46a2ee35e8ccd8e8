// SPDX-License-Identifier: GPL-3.0-or-later
// The outbox as the GUI thread sees it, read-only. Open: queued, sending, refused, unknown, in the order of sending.
#pragma once

#include "services/store/outbox.h"

namespace waydesk::store {

class OutboxReader
{
public:
    explicit OutboxReader(Database& db)
        : m_db(db)
    {
    }

    QList<OutboxEntry> open() const;
    QList<OutboxEntry> openFor(const WaybillId& id) const; // and bulk deletes of every empty draft
    QList<OutboxEntry> done(int most) const;               // newest first
    QList<OutboxEntry> waitingBehind(qint64 seq) const;
    std::optional<OutboxEntry> find(qint64 seq) const;
    OutboxCounts counts() const;
    int doneSince(Instant since) const;     // confirmed only
    QList<OutboxEntry> openCreates() const; // newest first
    template<class AnyId>
    AnyId currentId(const AnyId& id) const
    {
        return Outbox(m_db).currentId(id);
    }
    std::optional<WaybillId> localId(const WaybillId& server) const;
    // Open commands that name this delivery in an attach or detach, oldest first.
    QList<OutboxEntry> openMembership(const DeliveryId& id) const;

private:
    Database& m_db;
};

} // namespace waydesk::store

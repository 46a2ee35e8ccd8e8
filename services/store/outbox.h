// SPDX-License-Identifier: GPL-3.0-or-later
// Work on its way to the server. Engine thread, work.db. Each call is one transaction that is on disk when it answers.
// Commands on one waybill go in order: a command may be sent when no earlier open one touches the same waybill, so a
// refused or unknown one holds its own followers and nobody else. What moves is told to the callback after the commit.
#pragma once

#include "services/store/database.h"
#include "services/store/outboxentry.h"

#include <functional>

namespace waydesk::store {

struct OutboxCounts
{
    int queued = 0, sending = 0, unknown = 0, refused = 0;
    bool operator==(const OutboxCounts&) const = default;
};

class Outbox
{
public:
    explicit Outbox(Database& db)
        : m_db(db)
    {
    }

    // seq, attempts and state of the entry are ours to give; the key must be new. Local ids that already have a server
    // id are rewritten on the way in.
    Result<qint64> append(const OutboxEntry& entry);
    Result<qint64> append(const QList<OutboxEntry>& entries); // all or none; the first one's seq

    // Queued, due, and first of every waybill it touches; oldest first. Only the author's own, when one is named.
    QList<OutboxEntry> heads(Instant now, int most, const std::optional<UserId>& author = {}) const;
    // When the first of the author's heads falls due that is not due at `now`; nullopt when none does.
    std::optional<Instant> nextDue(Instant now, const UserId& author) const;
    std::optional<OutboxEntry> find(qint64 seq) const;
    std::optional<OutboxEntry> findByKey(const QString& key) const;
    QList<OutboxEntry> inState(CommandState state) const; // oldest first; Sending ones at start were cut short
    OutboxCounts counts() const;

    Result<Nothing> markSending(qint64 seq); // attempts + 1
    Result<Nothing> requeue(qint64 seq, Instant dueAt, const Error& why, bool maybeSent);
    Result<Nothing> refuse(qint64 seq, const Error& why, Instant at);
    Result<Nothing> setUnknown(qint64 seq, const Error& why, Instant at);
    // Done. A create names the id that the server gave: later commands are rewritten in the same transaction.
    Result<Nothing> confirm(qint64 seq, Instant at, const std::optional<SubjectId>& createdAs = {});

    // By a person. Error code "not_in_this_state" when it is too late.
    Result<Nothing> retry(qint64 seq, Instant now, const QString& newKeyIfRefused);
    Result<qint64> replace(qint64 seq, const QString& newKey, const Command& edited, Instant now);
    // Queued, refused or unknown. With a create go the commands on the waybill that now never comes to be.
    Result<QList<qint64>> discard(qint64 seq, Instant now);
    Result<QList<qint64>> undo(qint64 seq, Instant now); // only what surely was not sent yet

    template<class AnyId> // the server's id of a local one, else the id itself
    AnyId currentId(const AnyId& id) const
    {
        return id.isLocal() ? AnyId{aliasOf(id.value)} : id;
    }
    Result<int> prune(Instant finishedBefore); // done rows and aliases that nobody names any more

private:
    QString aliasOf(const QString& local) const;
    Result<Nothing> move(qint64 seq, const QString& sets, const QVariantList& values, const QString& from);
    Result<qint64> appendOne(const OutboxEntry& entry);
    Result<Nothing> setTouched(qint64 seq, const Command& command);
    Result<QList<qint64>> drop(qint64 seq, const QString& from, Instant now);
    Database& m_db;
};

} // namespace waydesk::store

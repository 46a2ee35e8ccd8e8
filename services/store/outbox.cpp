// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/outbox.h"

#include "services/store/commandjson.h"
#include "services/store/outboxrows.h"
#include "services/store/valuejson.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

namespace {

QString states(std::initializer_list<CommandState> list)
{
    QStringList out;
    for (const CommandState state : list)
        out << QString::number(static_cast<int>(state));
    return u'(' + out.join(u',') + u')';
}

// Nobody earlier, still open, touches what this one touches.
const QString kIsHead = u"NOT EXISTS (SELECT 1 FROM outbox_touch mine JOIN outbox_touch theirs USING (waybill) "
                        "JOIN outbox p ON p.seq = theirs.seq WHERE mine.seq = o.seq AND p.seq <> o.seq "
                        "AND p.place < o.place AND p.state IN (0,1,3,4))"_s;

Result<Nothing> nothing(const Result<qint64>& result)
{
    return result ? Result<Nothing>(Nothing{}) : Result<Nothing>(result.error());
}

} // namespace

Result<Nothing> Outbox::setTouched(qint64 seq, const Command& command)
{
    if (auto done = m_db.exec("DELETE FROM outbox_touch WHERE seq = ?", {seq}); !done)
        return done.error();
    for (const SubjectId& id : touched(command)) {
        if (auto done =
                m_db.exec("INSERT OR IGNORE INTO outbox_touch (seq, waybill) VALUES (?,?)", {seq, bind(id.value)});
            !done)
            return done.error();
    }
    return Nothing{};
}

Result<qint64> Outbox::appendOne(const OutboxEntry& entry)
{
    Command command = entry.command;
    for (const SubjectId& id : touched(command)) {
        if (const SubjectId now = currentId(id); now != id)
            command = renamed(command, id, now);
    }
    const auto done = m_db.exec(
        "INSERT INTO outbox (place, key, kind, subject, command, author_id, author_name, created_at, seen_version, "
        "rule, state, due_at) SELECT 1 + coalesce(max(place), 0), ?,?,?,?,?,?,?,?,?,0,? FROM outbox",
        {bind(entry.key), kindWord(command), bind(subject(command).value), commandText(command),
         bind(entry.author.value), bind(entry.authorName), bind(entry.createdAt), bind(entry.seenVersion),
         static_cast<int>(entry.rule), bind(entry.dueAt)});
    if (!done)
        return done.error();
    const qint64 seq = m_db.lastRowid();
    if (auto touching = setTouched(seq, command); !touching)
        return touching.error();
    return seq;
}

Result<qint64> Outbox::append(const OutboxEntry& entry)
{
    return append(QList<OutboxEntry>{entry});
}

Result<qint64> Outbox::append(const QList<OutboxEntry>& entries)
{
    Q_ASSERT(!entries.isEmpty());
    return transact(m_db, [&]() -> Result<qint64> {
        std::optional<qint64> first;
        for (const OutboxEntry& entry : entries) {
            const auto seq = appendOne(entry);
            if (!seq)
                return seq.error();
            first = first.value_or(*seq);
        }
        return *first;
    });
}

QList<OutboxEntry> Outbox::heads(Instant now, int most, const std::optional<UserId>& author) const
{
    QString sql = selectOutbox() + u"WHERE o.state = 0 AND o.due_at <= ? AND "_s + kIsHead;
    QVariantList values{bind(now)};
    if (author) {
        sql += u" AND o.author_id = ?"_s;
        values << bind(author->value);
    }
    values << most;
    return allOutbox(m_db.run(sql + u" ORDER BY o.place LIMIT ?"_s, values));
}

std::optional<Instant> Outbox::nextDue(Instant now, const UserId& author) const
{
    Rows rows = m_db.run(
        u"SELECT min(o.due_at) FROM outbox o WHERE o.state = 0 AND o.due_at > ? AND o.author_id = ? AND "_s + kIsHead,
        {bind(now), bind(author.value)});
    return rows.next() ? rows.maybeInstant(0) : std::nullopt;
}

std::optional<OutboxEntry> Outbox::find(qint64 seq) const
{
    Rows rows = m_db.run(selectOutbox() + u"WHERE o.seq = ?"_s, {seq});
    return rows.next() ? readOutbox(rows) : std::nullopt;
}

std::optional<OutboxEntry> Outbox::findByKey(const QString& key) const
{
    Rows rows = m_db.run(selectOutbox() + u"WHERE o.key = ?"_s, {bind(key)});
    return rows.next() ? readOutbox(rows) : std::nullopt;
}

QList<OutboxEntry> Outbox::inState(CommandState state) const
{
    return allOutbox(m_db.run(selectOutbox() + u"WHERE o.state = ? ORDER BY o.place"_s, {static_cast<int>(state)}));
}

OutboxCounts Outbox::counts() const
{
    OutboxCounts out;
    Rows rows = m_db.run("SELECT state, count(*) FROM outbox WHERE state IN (0,1,3,4) GROUP BY state");
    while (rows.next()) {
        const int n = static_cast<int>(rows.integer(1));
        switch (static_cast<CommandState>(rows.integer(0))) {
        case CommandState::Queued:
            out.queued = n;
            break;
        case CommandState::Sending:
            out.sending = n;
            break;
        case CommandState::Refused:
            out.refused = n;
            break;
        case CommandState::Unknown:
            out.unknown = n;
            break;
        case CommandState::Confirmed:
        case CommandState::Discarded:
            break;
        }
    }
    return out;
}

Result<Nothing> Outbox::move(qint64 seq, const QString& sets, const QVariantList& values, const QString& from)
{
    const auto done = m_db.exec(u"UPDATE outbox SET "_s + sets + u" WHERE seq = ? AND state IN "_s + from,
                                values + QVariantList{seq});
    if (!done)
        return done.error();
    if (*done == 0)
        return storageError(u"not_in_this_state"_s, u"outbox row %1"_s.arg(seq));
    return Nothing{};
}

Result<Nothing> Outbox::markSending(qint64 seq)
{
    return move(seq, u"state = 1, attempts = attempts + 1"_s, {}, states({CommandState::Queued}));
}

Result<Nothing> Outbox::requeue(qint64 seq, Instant dueAt, const Error& why, bool maybeSent)
{
    return move(seq, u"state = 0, due_at = ?, error = ?, maybe_sent = max(maybe_sent, ?)"_s,
                {bind(dueAt), compact(errorJson(why)), maybeSent ? 1 : 0},
                states({CommandState::Queued, CommandState::Sending, CommandState::Unknown}));
}

Result<Nothing> Outbox::refuse(qint64 seq, const Error& why, Instant at)
{
    return move(seq, u"state = 3, error = ?, finished_at = ?"_s, {compact(errorJson(why)), bind(at)},
                states({CommandState::Queued, CommandState::Sending, CommandState::Unknown}));
}

Result<Nothing> Outbox::setUnknown(qint64 seq, const Error& why, Instant at)
{
    return move(seq, u"state = 4, maybe_sent = 1, error = ?, finished_at = ?"_s, {compact(errorJson(why)), bind(at)},
                states({CommandState::Queued, CommandState::Sending, CommandState::Unknown}));
}

Result<Nothing> Outbox::confirm(qint64 seq, Instant at, const std::optional<SubjectId>& createdAs)
{
    return transact(m_db, [&]() -> Result<Nothing> {
        const auto entry = find(seq);
        if (!entry)
            return storageError(u"not_in_this_state"_s, u"outbox row %1"_s.arg(seq));
        if (auto done = move(seq, u"state = 2, error = NULL, finished_at = ?"_s, {bind(at)},
                             states({CommandState::Queued, CommandState::Sending, CommandState::Unknown}));
            !done)
            return done;
        const SubjectId local = subject(entry->command);
        if (!createdAs || !local.isLocal())
            return Nothing{};
        if (auto done = m_db.exec("INSERT INTO alias VALUES (?,?,?) ON CONFLICT DO UPDATE SET server = excluded.server",
                                  {bind(local.value), bind(createdAs->value), bind(at)});
            !done)
            return done.error();
        const auto followers =
            allOutbox(m_db.run(selectOutbox() + u"JOIN outbox_touch t USING (seq) WHERE t.waybill = ? AND o.seq <> ?"_s,
                               {bind(local.value), seq}));
        for (const OutboxEntry& follower : followers) {
            const Command command = renamed(follower.command, local, *createdAs);
            if (auto done = m_db.exec("UPDATE outbox SET command = ?, subject = ? WHERE seq = ?",
                                      {commandText(command), bind(subject(command).value), follower.seq});
                !done)
                return done.error();
            if (auto done = setTouched(follower.seq, command); !done)
                return done;
        }
        return Nothing{};
    });
}

Result<Nothing> Outbox::retry(qint64 seq, Instant now, const QString& newKeyIfRefused)
{
    // The server has answered the old key of a refused command, and would answer it so again; of an unknown one it has
    // perhaps done the work under the old key.
    return move(seq,
                u"key = CASE state WHEN 3 THEN ? ELSE key END, maybe_sent = CASE state WHEN 3 THEN 0 ELSE 1 END, "
                "state = 0, due_at = ?, error = NULL, finished_at = NULL"_s,
                {bind(newKeyIfRefused), bind(now)}, states({CommandState::Refused, CommandState::Unknown}));
}

Result<qint64> Outbox::replace(qint64 seq, const QString& newKey, const Command& edited, Instant now)
{
    return transact(m_db, [&]() -> Result<qint64> {
        const auto old = find(seq);
        const auto place = m_db.number(u"SELECT place FROM outbox WHERE seq = ?"_s, {seq});
        if (!old || !place)
            return storageError(u"not_in_this_state"_s, u"outbox row %1"_s.arg(seq));
        if (auto done = move(seq, u"state = 5, finished_at = ?"_s, {bind(now)},
                             states({CommandState::Queued, CommandState::Refused, CommandState::Unknown}));
            !done)
            return done.error();
        OutboxEntry fresh = *old;
        fresh.key = newKey;
        fresh.command = edited;
        fresh.createdAt = now;
        fresh.dueAt = now;
        auto added = append(fresh);
        if (!added)
            return added;
        const auto moved = nothing(m_db.exec("UPDATE outbox SET place = ? WHERE seq = ?", {*place, *added}));
        return moved ? added : Result<qint64>(moved.error());
    });
}

Result<QList<qint64>> Outbox::drop(qint64 seq, const QString& from, Instant now)
{
    return transact(m_db, [&]() -> Result<QList<qint64>> {
        const auto entry = find(seq);
        if (!entry)
            return storageError(u"not_in_this_state"_s, u"outbox row %1"_s.arg(seq));
        if (auto done = move(seq, u"state = 5, finished_at = ?"_s, {bind(now)}, from); !done)
            return done.error();
        QList<qint64> gone{seq};
        if (!isCreate(entry->command))
            return gone;
        Rows rows = m_db.run(u"SELECT seq FROM outbox WHERE subject = ? AND state IN "_s + QLatin1String(kOpenStates) +
                                 u" ORDER BY place"_s,
                             {bind(subject(entry->command).value)});
        while (rows.next())
            gone << rows.integer(0);
        for (qsizetype i = 1; i < gone.size(); ++i) {
            if (auto done =
                    m_db.exec("UPDATE outbox SET state = 5, finished_at = ? WHERE seq = ?", {bind(now), gone[i]});
                !done)
                return done.error();
        }
        return gone;
    });
}

Result<QList<qint64>> Outbox::discard(qint64 seq, Instant now)
{
    return drop(seq, states({CommandState::Queued, CommandState::Refused, CommandState::Unknown}), now);
}

Result<QList<qint64>> Outbox::undo(qint64 seq, Instant now)
{
    return drop(seq, states({CommandState::Queued}) + u" AND maybe_sent = 0"_s, now);
}

QString Outbox::aliasOf(const QString& local) const
{
    Rows rows = m_db.run("SELECT server FROM alias WHERE local = ?", {bind(local)});
    return rows.next() ? rows.text(0) : local;
}

Result<int> Outbox::prune(Instant finishedBefore)
{
    return transact(m_db, [&]() -> Result<int> {
        const auto done =
            m_db.exec("DELETE FROM outbox WHERE state IN (2,5) AND finished_at < ?", {bind(finishedBefore)});
        if (!done)
            return done.error();
        const auto aliases =
            m_db.exec("DELETE FROM alias WHERE at < ? AND NOT EXISTS (SELECT 1 FROM outbox_touch t WHERE "
                      "t.waybill IN (alias.local, alias.server))",
                      {bind(finishedBefore)});
        if (!aliases)
            return aliases.error();
        return static_cast<int>(*done);
    });
}

} // namespace waydesk::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/outboxrows.h"

#include "services/store/commandjson.h"
#include "services/store/valuejson.h"

#include <QLoggingCategory>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

Q_DECLARE_LOGGING_CATEGORY(lcStore)

const QString& selectOutbox()
{
    static const QString sql = u"SELECT o.seq, o.key, o.command, o.author_id, o.author_name, o.created_at, "
                               "o.seen_version, o.rule, o.state, o.attempts, o.due_at, o.error, o.finished_at "
                               "FROM outbox o "_s;
    return sql;
}

std::optional<OutboxEntry> readOutbox(const Rows& rows)
{
    const auto command = commandFrom(rows.text(2));
    if (!command) {
        qCWarning(lcStore) << "outbox row cannot be read" << rows.integer(0);
        return std::nullopt;
    }
    OutboxEntry entry;
    entry.seq = rows.integer(0);
    entry.key = rows.text(1);
    entry.command = *command;
    entry.author = UserId{rows.text(3)};
    entry.authorName = rows.text(4);
    entry.createdAt = rows.instant(5);
    entry.seenVersion = rows.maybeInstant(6);
    entry.rule = static_cast<RetryRule>(rows.integer(7));
    entry.state = static_cast<CommandState>(rows.integer(8));
    entry.attempts = static_cast<int>(rows.integer(9));
    entry.dueAt = rows.instant(10);
    if (const auto error = rows.maybeText(11))
        entry.lastError = errorFrom(objectFrom(*error));
    entry.finishedAt = rows.maybeInstant(12);
    return entry;
}

QList<OutboxEntry> allOutbox(Rows rows)
{
    QList<OutboxEntry> out;
    while (rows.next()) {
        if (auto entry = readOutbox(rows))
            out << std::move(*entry);
    }
    return out;
}

} // namespace waydesk::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/queuerepository.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

namespace {

Result<bool> someRow(const Result<qint64>& done)
{
    return done ? Result<bool>(*done > 0) : Result<bool>(done.error());
}

} // namespace

Result<bool> QueueRepository::upsert(const ReturnQueueRow& row, const QString& raw, Instant fetchedAt)
{
    return transact(m_db, [&]() -> Result<bool> {
        const auto stored = find(row.request.id);
        if (auto done = m_db.exec(upsertReturnSql(), bindReturn(row, raw, fetchedAt)); !done)
            return done.error();
        return !stored || stored->row != row;
    });
}

Result<bool> QueueRepository::upsert(const DeliveryCase& row, const QString& raw, Instant fetchedAt)
{
    return transact(m_db, [&]() -> Result<bool> {
        const auto stored = find(row.id);
        if (auto done = m_db.exec(upsertCaseSql(), bindCase(row, raw, fetchedAt)); !done)
            return done.error();
        return !stored || stored->row != row;
    });
}

std::optional<StoredReturn> QueueRepository::find(const ReturnRequestId& id) const
{
    Rows rows = m_db.run(selectReturn() + u"WHERE r.id = ?"_s, {bind(id.value)});
    return rows.next() ? std::optional(readReturn(rows)) : std::nullopt;
}

std::optional<StoredCase> QueueRepository::find(const ExceptionId& id) const
{
    Rows rows = m_db.run(selectCase() + u"WHERE c.id = ?"_s, {bind(id.value)});
    return rows.next() ? std::optional(readCase(rows)) : std::nullopt;
}

std::optional<QString> QueueRepository::raw(const ReturnRequestId& id) const
{
    Rows rows = m_db.run("SELECT raw FROM return_request WHERE id = ?", {bind(id.value)});
    return rows.next() ? std::optional(rows.text(0)) : std::nullopt;
}

std::optional<QString> QueueRepository::raw(const ExceptionId& id) const
{
    Rows rows = m_db.run("SELECT raw FROM delivery_case WHERE id = ?", {bind(id.value)});
    return rows.next() ? std::optional(rows.text(0)) : std::nullopt;
}

Result<bool> QueueRepository::remove(const ReturnRequestId& id)
{
    return someRow(m_db.exec("DELETE FROM return_request WHERE id = ?", {bind(id.value)}));
}

Result<bool> QueueRepository::remove(const ExceptionId& id)
{
    return someRow(m_db.exec("DELETE FROM delivery_case WHERE id = ?", {bind(id.value)}));
}

Result<qint64> QueueRepository::removeReturnsOlder(Instant fetchedBefore)
{
    return m_db.exec("DELETE FROM return_request WHERE fetched_at < ?", {bind(fetchedBefore)});
}

Result<qint64> QueueRepository::removeCasesOlder(Instant fetchedBefore)
{
    return m_db.exec("DELETE FROM delivery_case WHERE fetched_at < ?", {bind(fetchedBefore)});
}

Result<bool> QueueRepository::setColleagues(const QList<Colleague>& colleagues, Instant fetchedAt)
{
    return transact(m_db, [&]() -> Result<bool> {
        const QList<Colleague> before = readColleagues(m_db);
        if (auto done = m_db.exec(u"DELETE FROM colleague"_s); !done)
            return done.error();
        for (const Colleague& one : colleagues) {
            if (auto done = m_db.exec("INSERT OR REPLACE INTO colleague VALUES (?,?,?,?)",
                                      {bind(one.id.value), bind(one.fullName), bind(one.role.text), bind(fetchedAt)});
                !done)
                return done.error();
        }
        return before != readColleagues(m_db);
    });
}

QList<Colleague> readColleagues(Database& db)
{
    QList<Colleague> all;
    Rows rows = db.run("SELECT id, name, role FROM colleague ORDER BY name, id");
    while (rows.next())
        all.append({{rows.text(0)}, rows.text(1), Known<UserRole>::fromWord(rows.text(2))});
    return all;
}

} // namespace waydesk::store

// SPDX-License-Identifier: GPL-3.0-or-later
// The narrow door to the database: prepared statements with positional parameters, transactions, and nothing else.
// SQLite stands behind it today; PostgreSQL is a second file. SQL that reaches it must be understood by both: `?`
// parameters, ON CONFLICT … DO UPDATE, RETURNING, LIMIT/OFFSET, no rowid, no AUTOINCREMENT outside the dialect file.
// One connection belongs to one thread at a time. A failed statement poisons the connection until the transaction ends:
// everything after it is a no-op that yields no rows, and commit() answers the first error. So a use case needs no
// check after each statement, and can never commit half its work.
#pragma once

#include "services/domain/result.h"

#include <QByteArray>
#include <QString>
#include <memory>
#include <span>
#include <string_view>
#include <variant>

namespace waydesk::backend {

using Value = std::variant<std::monostate, qint64, double, QString, QByteArray>;

// The rows of one statement. Valid until the next run() of the same SQL on the same connection.
class Rows
{
public:
    virtual ~Rows() = default;
    virtual bool next() = 0; // false: no (more) row, or the statement failed
    virtual bool isNull(int column) const = 0;
    virtual qint64 integer(int column) const = 0;
    virtual double real(int column) const = 0;
    virtual QString text(int column) const = 0;     // null reads as a null QString
    virtual QByteArray bytes(int column) const = 0; // UTF-8 of a text column, or a blob
};

class Connection
{
public:
    virtual ~Connection() = default;

    // Prepared once per SQL text and kept.
    virtual std::unique_ptr<Rows> run(std::string_view sql, std::span<const Value> values) = 0;
    std::unique_ptr<Rows> run(std::string_view sql, std::initializer_list<Value> values)
    {
        return run(sql, std::span<const Value>(values.begin(), values.size()));
    }
    // Runs to the end; answers the number of rows changed, -1 when it failed.
    qint64 execute(std::string_view sql, std::initializer_list<Value> values = {})
    {
        return execute(sql, std::span<const Value>(values.begin(), values.size()));
    }
    virtual qint64 execute(std::string_view sql, std::span<const Value> values) = 0;

    virtual void beginRead() = 0;
    virtual void beginWrite() = 0; // waits for the one writer's turn
    virtual Result<Nothing> commit() = 0;
    virtual void rollback() = 0;
    virtual void savepoint() = 0; // one level
    virtual void rollbackToSavepoint() = 0;
    virtual void releaseSavepoint() = 0;

    virtual bool failed() const = 0;
    virtual Error error() const = 0;
};

} // namespace waydesk::backend

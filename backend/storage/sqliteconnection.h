// SPDX-License-Identifier: GPL-3.0-or-later
// A Connection over the sqlite3 C API. Statements are prepared once per SQL text and kept, up to a bound. A reader is
// `query_only` and never checkpoints; the writer does every checkpoint. One thread at a time.
#pragma once

#include "backend/storage/connection.h"

#include <functional>
#include <string>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace waydesk::backend {

class SqliteRows;

enum class SqliteRole { Writer, Reader };

// How much a commit waits for the disk. `ForTests` loses data with the power; no program offers it. `NewFile` is for a
// file that is thrown away unless it comes to be whole: no log, so a failure in the middle may leave it unreadable.
enum class Durability { Full, ForTests, NewFile };

class SqliteConnection final : public Connection
{
public:
    static Result<std::unique_ptr<SqliteConnection>> open(const QString& path, SqliteRole role, Durability durability);
    ~SqliteConnection() override;
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;

    using Connection::execute;
    using Connection::run;
    std::unique_ptr<Rows> run(std::string_view sql, std::span<const Value> values) override;
    qint64 execute(std::string_view sql, std::span<const Value> values) override;

    void beginRead() override;
    void beginWrite() override;
    Result<Nothing> commit() override;
    void rollback() override;
    void savepoint() override;
    void rollbackToSavepoint() override;
    void releaseSavepoint() override;

    bool failed() const override { return m_error.has_value(); }
    Error error() const override { return m_error.value_or(Error{}); }

    // Runs several statements without parameters (schema steps, pragmas).
    Result<Nothing> script(const char* sql);
    sqlite3* handle() const { return m_db; } // for bulk loading

private:
    friend class SqliteRows;
    struct Statement
    {
        sqlite3_stmt* handle = nullptr;
        SqliteRows* rows = nullptr; // who reads it now
        quint64 lastUse = 0;
    };
    struct TextHash
    {
        using is_transparent = void;
        size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    explicit SqliteConnection(sqlite3* db)
        : m_db(db)
    {
    }
    Statement* prepared(std::string_view sql);
    bool bind(sqlite3_stmt* statement, std::span<const Value> values);
    void dropOldStatements();
    void begin(std::string_view sql);
    void step(std::string_view sql); // a statement that stands outside the sticky error
    void fail(int code);
    void endReads();

    sqlite3* m_db;
    std::unordered_map<std::string, Statement, TextHash, std::equal_to<>> m_statements;
    std::optional<Error> m_error;
    quint64 m_uses = 0;
};

} // namespace waydesk::backend

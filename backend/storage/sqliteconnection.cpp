// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/sqliteconnection.h"

#include <mutex>
#include <sqlite3.h>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

constexpr size_t kMostStatements = 400;

Error storageError(sqlite3* db, int code)
{
    Error error;
    error.kind = Error::Kind::Storage;
    error.code = (code & 0xff) == SQLITE_CONSTRAINT ? u"constraint"_s : u"storage"_s;
    error.detail = u"sqlite %1: %2"_s.arg(code).arg(QString::fromUtf8(db ? sqlite3_errmsg(db) : sqlite3_errstr(code)));
    return error;
}

const char* writerSettings(Durability durability)
{
    switch (durability) {
    case Durability::Full:
        return "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-16384;";
    case Durability::ForTests:
        return "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA cache_size=-16384;";
    case Durability::NewFile: // what a new page held before, nothing, need not be remembered
        return "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536;";
    }
    Q_UNREACHABLE();
}

} // namespace

class SqliteRows final : public Rows
{
public:
    SqliteRows(SqliteConnection* connection, SqliteConnection::Statement* statement)
        : m_connection(connection)
        , m_statement(statement)
    {
        if (m_statement)
            m_statement->rows = this;
    }
    ~SqliteRows() override { detach(); }

    bool next() override
    {
        if (!m_statement)
            return false;
        const int code = sqlite3_step(m_statement->handle);
        if (code == SQLITE_ROW)
            return true;
        if (code != SQLITE_DONE)
            m_connection->fail(code);
        detach();
        return false;
    }
    bool isNull(int column) const override
    {
        return !m_statement || sqlite3_column_type(m_statement->handle, column) == SQLITE_NULL;
    }
    qint64 integer(int column) const override
    {
        return m_statement ? sqlite3_column_int64(m_statement->handle, column) : 0;
    }
    double real(int column) const override
    {
        return m_statement ? sqlite3_column_double(m_statement->handle, column) : 0;
    }
    QString text(int column) const override
    {
        if (isNull(column))
            return {};
        const auto* chars = reinterpret_cast<const char*>(sqlite3_column_text(m_statement->handle, column));
        const int size = sqlite3_column_bytes(m_statement->handle, column);
        return size == 0 ? u""_s : QString::fromUtf8(chars, size);
    }
    QByteArray bytes(int column) const override
    {
        if (isNull(column))
            return {};
        const auto* chars = static_cast<const char*>(sqlite3_column_blob(m_statement->handle, column));
        const int size = sqlite3_column_bytes(m_statement->handle, column);
        return size == 0 ? QByteArray("") : QByteArray(chars, size);
    }

    void detach()
    {
        if (!m_statement)
            return;
        sqlite3_reset(m_statement->handle);
        m_statement->rows = nullptr;
        m_statement = nullptr;
    }

private:
    SqliteConnection* m_connection;
    SqliteConnection::Statement* m_statement;
};

Result<std::unique_ptr<SqliteConnection>> SqliteConnection::open(const QString& path, SqliteRole role,
                                                                 Durability durability)
{
    // Counting its memory would make SQLite take one lock for every allocation of every thread.
    static std::once_flag once;
    std::call_once(once, [] { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); });
    sqlite3* db = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                      (role == SqliteRole::Writer ? SQLITE_OPEN_CREATE : 0);
    const int opened = sqlite3_open_v2(path.toUtf8().constData(), &db, flags, nullptr);
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(db));
    if (opened != SQLITE_OK)
        return storageError(db, opened);
    sqlite3_busy_timeout(db, 10'000);
    // A file that someone else made may not call functions of ours from its schema.
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    Result<Nothing> prepared =
        connection->script("PRAGMA foreign_keys=ON; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY;");
    if (prepared && role == SqliteRole::Writer) {
        prepared = connection->script(writerSettings(durability));
    } else if (prepared) {
        sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        prepared = connection->script("PRAGMA query_only=ON; PRAGMA wal_autocheckpoint=0; PRAGMA cache_size=-8192;");
    }
    if (!prepared)
        return prepared.error();
    return connection;
}

SqliteConnection::~SqliteConnection()
{
    for (auto& [sql, statement] : m_statements) {
        if (statement.rows)
            statement.rows->detach();
        sqlite3_finalize(statement.handle);
    }
    sqlite3_close_v2(m_db);
}

void SqliteConnection::fail(int code)
{
    if (!m_error)
        m_error = storageError(m_db, code);
}

SqliteConnection::Statement* SqliteConnection::prepared(std::string_view sql)
{
    auto found = m_statements.find(sql);
    if (found == m_statements.end()) {
        if (m_statements.size() >= kMostStatements)
            dropOldStatements();
        sqlite3_stmt* handle = nullptr;
        const int code = sqlite3_prepare_v3(m_db, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                            &handle, nullptr);
        if (code != SQLITE_OK) {
            fail(code);
            return nullptr;
        }
        found = m_statements.emplace(std::string(sql), Statement{handle, nullptr, 0}).first;
    }
    Statement& statement = found->second;
    statement.lastUse = ++m_uses;
    if (statement.rows)
        statement.rows->detach();
    return &statement;
}

void SqliteConnection::dropOldStatements()
{
    const quint64 oldest = m_uses > kMostStatements / 2 ? m_uses - kMostStatements / 2 : 0;
    for (auto it = m_statements.begin(); it != m_statements.end();) {
        if (it->second.rows || it->second.lastUse > oldest) {
            ++it;
            continue;
        }
        sqlite3_finalize(it->second.handle);
        it = m_statements.erase(it);
    }
}

bool SqliteConnection::bind(sqlite3_stmt* statement, std::span<const Value> values)
{
    Q_ASSERT(sqlite3_bind_parameter_count(statement) == static_cast<int>(values.size()));
    int code = sqlite3_bind_parameter_count(statement) == static_cast<int>(values.size()) ? SQLITE_OK : SQLITE_RANGE;
    for (size_t i = 0; i < values.size() && code == SQLITE_OK; ++i) {
        const int at = static_cast<int>(i) + 1;
        const Value& value = values[i];
        if (const auto* integer = std::get_if<qint64>(&value)) {
            code = sqlite3_bind_int64(statement, at, *integer);
        } else if (const auto* real = std::get_if<double>(&value)) {
            code = sqlite3_bind_double(statement, at, *real);
        } else if (const auto* text = std::get_if<QString>(&value)) {
            if (text->isNull()) {
                code = sqlite3_bind_null(statement, at);
            } else {
                const QByteArray utf8 = text->toUtf8();
                code = sqlite3_bind_text64(statement, at, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()),
                                           SQLITE_TRANSIENT, SQLITE_UTF8);
            }
        } else if (const auto* blob = std::get_if<QByteArray>(&value)) {
            code = blob->isNull() ? sqlite3_bind_null(statement, at)
                                  : sqlite3_bind_blob64(statement, at, blob->constData(),
                                                        static_cast<sqlite3_uint64>(blob->size()), SQLITE_TRANSIENT);
        } else {
            code = sqlite3_bind_null(statement, at);
        }
    }
    if (code != SQLITE_OK)
        fail(code);
    return code == SQLITE_OK;
}

std::unique_ptr<Rows> SqliteConnection::run(std::string_view sql, std::span<const Value> values)
{
    Statement* statement = m_error ? nullptr : prepared(sql);
    if (statement && !bind(statement->handle, values))
        statement = nullptr;
    return std::make_unique<SqliteRows>(this, statement);
}

qint64 SqliteConnection::execute(std::string_view sql, std::span<const Value> values)
{
    Statement* statement = m_error ? nullptr : prepared(sql);
    if (!statement || !bind(statement->handle, values))
        return -1;
    int code = SQLITE_ROW;
    while (code == SQLITE_ROW)
        code = sqlite3_step(statement->handle);
    if (code != SQLITE_DONE)
        fail(code);
    sqlite3_reset(statement->handle);
    return code == SQLITE_DONE ? sqlite3_changes64(m_db) : -1;
}

void SqliteConnection::begin(std::string_view sql)
{
    m_error.reset();
    execute(sql, std::span<const Value>());
}

void SqliteConnection::beginRead()
{
    begin("BEGIN");
}

void SqliteConnection::beginWrite()
{
    begin("BEGIN IMMEDIATE");
}

void SqliteConnection::endReads()
{
    for (auto& [sql, statement] : m_statements) {
        if (statement.rows)
            statement.rows->detach();
    }
}

Result<Nothing> SqliteConnection::commit()
{
    if (!m_error)
        execute("COMMIT", std::span<const Value>());
    if (!m_error)
        return Nothing{};
    const Error error = *m_error;
    rollback();
    return error;
}

void SqliteConnection::rollback()
{
    endReads();
    if (!sqlite3_get_autocommit(m_db)) // a full disk may have rolled back already
        step("ROLLBACK");
    m_error.reset();
}

void SqliteConnection::step(std::string_view sql)
{
    const std::optional<Error> first = std::exchange(m_error, std::nullopt);
    execute(sql, std::span<const Value>());
    if (first)
        m_error = first;
}

void SqliteConnection::savepoint()
{
    execute("SAVEPOINT inner_step", std::span<const Value>());
}

void SqliteConnection::rollbackToSavepoint()
{
    endReads();
    execute("ROLLBACK TO inner_step", std::span<const Value>());
}

void SqliteConnection::releaseSavepoint()
{
    execute("RELEASE inner_step", std::span<const Value>());
}

Result<Nothing> SqliteConnection::script(const char* sql)
{
    const int code = sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return storageError(m_db, code);
    return Nothing{};
}

} // namespace waydesk::backend

// SPDX-License-Identifier: GPL-3.0-or-later
// One database file: brought up to date when opened, one writing connection behind a fair gate, any number of readers.
// SQLite before 3.51.3 can corrupt a WAL file when two connections write and checkpoint at once: therefore every write
// and every checkpoint happens inside a write turn, which also holds a lock between processes (`PATH-lock`), so that
// `waydesk-backend user …` may run beside a server. Thread-safe. Files are 0600.
#pragma once

#include "backend/storage/sqliteconnection.h"

#include <condition_variable>
#include <mutex>

namespace waydesk::backend {

class Database;

// The writing connection, for as long as this lives. The owner begins and commits.
class WriteTurn
{
public:
    explicit WriteTurn(Database& database); // waits, first come first served
    ~WriteTurn();
    WriteTurn(const WriteTurn&) = delete;
    WriteTurn& operator=(const WriteTurn&) = delete;

    Connection& db() const;

private:
    Database& m_database;
};

class Database
{
public:
    // A file of a newer version is refused and left as it is. `steps` is schemaSteps() except in tests of this class.
    static Result<std::unique_ptr<Database>> open(const QString& path, Durability durability = Durability::Full);
    static Result<std::unique_ptr<Database>> open(const QString& path, std::span<const char* const> steps,
                                                  Durability durability);
    ~Database();

    // For one worker thread; must be gone before the Database is.
    Result<std::unique_ptr<Connection>> newReader();

    // A server holds this for its life: one server per file. False: another one has it.
    bool claimForServer();

private:
    friend class WriteTurn;
    Database() = default;
    Result<Nothing> openWriter(std::span<const char* const> steps);
    void enter();
    void leave();

    QString m_path;
    Durability m_durability = Durability::Full;
    int m_lockFile = -1;
    std::unique_ptr<SqliteConnection> m_writer;

    std::mutex m_gate;
    std::condition_variable m_turnChanged;
    quint64 m_nextTicket = 0, m_nowServing = 0;
};

} // namespace waydesk::backend

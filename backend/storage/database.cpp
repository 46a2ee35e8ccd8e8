// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/database.h"

#include "backend/storage/schema.h"

#include <QFile>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

// Byte 0 of the lock file: a write turn. Byte 1: a server's life. Open-file-description locks, so that they belong to
// this Database and not to the process.
constexpr off_t kTurnByte = 0, kServerByte = 1;

bool lockByte(int file, off_t byte, short kind, int command)
{
    struct flock lock = {};
    lock.l_type = kind;
    lock.l_whence = SEEK_SET;
    lock.l_start = byte;
    lock.l_len = 1;
    int answer = 0;
    do {
        answer = fcntl(file, command, &lock);
    } while (answer == -1 && errno == EINTR);
    return answer == 0;
}

Error fileError(const QString& what, const QString& path)
{
    Error error;
    error.kind = Error::Kind::Storage;
    error.code = u"storage"_s;
    error.detail = u"%1 %2: %3"_s.arg(what, path, QString::fromLocal8Bit(std::strerror(errno)));
    return error;
}

Result<qint64> versionOf(SqliteConnection& db)
{
    const auto rows = db.run("PRAGMA user_version", {});
    if (!rows->next())
        return db.error();
    return rows->integer(0);
}

// SQLite gives its -wal and -shm files the mode of the database file; so the file is made first, and only for its
// owner.
Result<int> openOwnerOnly(const QString& path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return fileError(u"cannot open"_s, path);
    if (fchmod(file, 0600) != 0 && errno != EPERM) {
        ::close(file);
        return fileError(u"cannot set the mode of"_s, path);
    }
    return file;
}

} // namespace

WriteTurn::WriteTurn(Database& database)
    : m_database(database)
{
    m_database.enter();
}

WriteTurn::~WriteTurn()
{
    m_database.m_writer->rollback(); // a no-op after a commit
    m_database.leave();
}

Connection& WriteTurn::db() const
{
    return *m_database.m_writer;
}

Result<std::unique_ptr<Database>> Database::open(const QString& path, Durability durability)
{
    return open(path, schemaSteps(), durability);
}

Result<std::unique_ptr<Database>> Database::open(const QString& path, std::span<const char* const> steps,
                                                 Durability durability)
{
    std::unique_ptr<Database> database(new Database);
    database->m_path = path;
    database->m_durability = durability;
    const Result<int> lockFile = openOwnerOnly(path + u"-lock"_s);
    if (!lockFile)
        return lockFile.error();
    database->m_lockFile = *lockFile;
    const Result<int> file = openOwnerOnly(path);
    if (!file)
        return file.error();
    ::close(*file); // before any connection is open: closing drops this process's locks on the file

    database->enter(); // journal_mode=WAL and the steps write
    const Result<Nothing> ready = database->openWriter(steps);
    database->leave();
    if (!ready)
        return ready.error();
    return database;
}

Database::~Database()
{
    if (m_writer) {
        enter(); // closing the last connection checkpoints
        m_writer.reset();
        leave();
    }
    if (m_lockFile >= 0)
        ::close(m_lockFile);
}

Result<Nothing> Database::openWriter(std::span<const char* const> steps)
{
    const auto newest = static_cast<qint64>(steps.size());
    qint64 version = 0;
    {
        // Looked at through a reader first: a file of a newer version stays as it is, to the byte.
        const auto reader = SqliteConnection::open(m_path, SqliteRole::Reader, m_durability);
        if (!reader)
            return reader.error();
        const Result<qint64> found = versionOf(**reader);
        if (!found)
            return found.error();
        version = *found;
    }
    if (version > newest) {
        Error error;
        error.kind = Error::Kind::Storage;
        error.code = u"newer_database"_s;
        error.detail = u"the file has version %1; this program knows up to %2"_s.arg(version).arg(newest);
        return error;
    }
    Result<std::unique_ptr<SqliteConnection>> writer = SqliteConnection::open(m_path, SqliteRole::Writer, m_durability);
    if (!writer)
        return writer.error();
    m_writer = std::move(writer).value();
    SqliteConnection& db = *m_writer;
    for (qint64 step = version; step < newest; ++step) {
        db.beginWrite();
        const QByteArray mark = "PRAGMA user_version=" + QByteArray::number(step + 1);
        Result<Nothing> done = db.script(steps[static_cast<size_t>(step)]);
        if (done)
            done = db.script(mark.constData());
        if (!done) {
            db.rollback();
            return done;
        }
        done = db.commit();
        if (!done)
            return done;
    }
    return Nothing{};
}

Result<std::unique_ptr<Connection>> Database::newReader()
{
    Result<std::unique_ptr<SqliteConnection>> reader = SqliteConnection::open(m_path, SqliteRole::Reader, m_durability);
    if (!reader)
        return reader.error();
    return std::unique_ptr<Connection>(std::move(reader).value());
}

bool Database::claimForServer()
{
    return lockByte(m_lockFile, kServerByte, F_WRLCK, F_OFD_SETLK);
}

void Database::enter()
{
    {
        std::unique_lock lock(m_gate);
        const quint64 ticket = m_nextTicket++;
        m_turnChanged.wait(lock, [&] { return m_nowServing == ticket; });
    }
    lockByte(m_lockFile, kTurnByte, F_WRLCK, F_OFD_SETLKW);
}

void Database::leave()
{
    lockByte(m_lockFile, kTurnByte, F_UNLCK, F_OFD_SETLK);
    {
        const std::lock_guard lock(m_gate);
        ++m_nowServing;
    }
    m_turnChanged.notify_all();
}

} // namespace waydesk::backend

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/database.h"

#include <QLoggingCategory>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QThread>
#include <QUuid>
#include <sqlite3.h>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

Q_LOGGING_CATEGORY(lcStore, "waydesk.store")

namespace {

constexpr int kLoggedFailures = 20; // per connection: a damaged file must not fill the log

} // namespace

Error storageError(const QString& code, const QString& detail)
{
    Error error;
    error.kind = Error::Kind::Storage;
    error.code = code;
    error.detail = detail;
    return error;
}

Rows::Rows(std::shared_ptr<QSqlQuery> query)
    : m_query(std::move(query))
{
}
Rows::Rows(Rows&&) noexcept = default;
Rows::~Rows()
{
    if (m_query)
        m_query->finish();
}

bool Rows::next()
{
    return m_query && m_query->next();
}
bool Rows::isNull(int column) const
{
    return m_query->isNull(column);
}
qint64 Rows::integer(int column) const
{
    return m_query->value(column).toLongLong();
}
QString Rows::text(int column) const
{
    return m_query->value(column).toString();
}
QByteArray Rows::bytes(int column) const
{
    return m_query->value(column).toByteArray();
}
QVariant Rows::value(int column) const
{
    return m_query->value(column);
}
Instant Rows::instant(int column) const
{
    return Instant(std::chrono::microseconds(integer(column)));
}
std::optional<Instant> Rows::maybeInstant(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(instant(column));
}
std::optional<QString> Rows::maybeText(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(text(column));
}
std::optional<qint64> Rows::maybeInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

struct Database::Private
{
    QString name;
    QThread* thread = QThread::currentThread();
    QSqlDatabase sql;
    QHash<QString, std::shared_ptr<QSqlQuery>> prepared;
};

Result<std::unique_ptr<Database>> Database::open(const QString& path, Mode mode)
{
    std::unique_ptr<Database> db(new Database);
    db->d = std::make_unique<Private>();
    db->m_path = path;
    db->d->name = u"waydesk-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    db->d->sql = QSqlDatabase::addDatabase(u"QSQLITE"_s, db->d->name);
    db->d->sql.setDatabaseName(path);
    db->d->sql.setConnectOptions(mode == Mode::ReadOnly ? u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=2000"_s
                                                        : u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!db->d->sql.open())
        return storageError(u"cannot_open"_s, db->d->sql.lastError().text());
    const bool reads = mode == Mode::ReadOnly;
    const char* const settings[] = {"PRAGMA mmap_size=0",
                                    "PRAGMA temp_store=MEMORY",
                                    reads ? "PRAGMA query_only=1" : "PRAGMA journal_mode=WAL",
                                    reads ? "PRAGMA wal_autocheckpoint=0" : "PRAGMA synchronous=FULL",
                                    "PRAGMA foreign_keys=ON",
                                    "PRAGMA cache_size=-16384"};
    for (const char* setting : settings) {
        QSqlQuery query(db->d->sql);
        if (!query.exec(QString::fromLatin1(setting)))
            return db->failure(query, QString::fromLatin1(setting));
    }
    return db;
}

Database::~Database()
{
    if (!d)
        return;
    assertThread();
    if (m_inTransaction)
        rollback();
    d->prepared.clear();
    const QString name = d->name;
    d->sql.close();
    d->sql = {};
    QSqlDatabase::removeDatabase(name);
}

void Database::assertThread() const
{
    Q_ASSERT_X(QThread::currentThread() == d->thread, "Database",
               "used from another thread than the one that opened it");
}

sqlite3* Database::handle() const
{
    const QVariant handle = d->sql.driver()->handle();
    Q_ASSERT(qstrcmp(handle.typeName(), "sqlite3*") == 0);
    return *static_cast<sqlite3* const*>(handle.constData());
}

Error Database::failure(const QSqlQuery& query, const QString& sql)
{
    const QSqlError said = query.lastError();
    const int code = said.nativeErrorCode().toInt() & 0xff;
    if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
        m_sawDamage = true;
    const QString detail = said.nativeErrorCode() + u": "_s + said.databaseText() + u" ("_s + sql.left(80) + u')';
    if (++m_failures <= kLoggedFailures)
        qCWarning(lcStore).noquote() << "statement failed" << detail;
    return storageError(code == SQLITE_FULL ? u"disk_full"_s
                        : m_sawDamage       ? u"damaged"_s
                                            : u"statement_failed"_s,
                        detail);
}

std::shared_ptr<QSqlQuery> Database::prepared(const QString& sql)
{
    assertThread();
    if (const auto found = d->prepared.constFind(sql); found != d->prepared.cend() && found->use_count() == 1)
        return *found;
    auto query = std::make_shared<QSqlQuery>(d->sql);
    query->setForwardOnly(true);
    if (query->prepare(sql))
        d->prepared.insert(sql, query);
    else
        failure(*query, sql);
    return query;
}

Rows Database::run(const QString& sql, const QVariantList& values)
{
    auto query = prepared(sql);
    for (int i = 0; i < values.size(); ++i)
        query->bindValue(i, values[i]);
    if (!query->exec())
        failure(*query, sql);
    return Rows(std::move(query));
}

Result<qint64> Database::exec(const QString& sql, const QVariantList& values)
{
    auto query = prepared(sql);
    for (int i = 0; i < values.size(); ++i)
        query->bindValue(i, values[i]);
    if (!query->exec())
        return failure(*query, sql);
    const qint64 changed = query->numRowsAffected();
    query->finish();
    return changed;
}

qint64 Database::lastRowid() const
{
    return sqlite3_last_insert_rowid(handle());
}

std::optional<qint64> Database::number(const QString& sql, const QVariantList& values)
{
    Rows rows = run(sql, values);
    return rows.next() ? rows.maybeInteger(0) : std::nullopt;
}

Result<Nothing> Database::begin()
{
    Q_ASSERT(!m_inTransaction);
    if (auto done = exec("BEGIN IMMEDIATE"); !done)
        return done.error();
    m_inTransaction = true;
    return Nothing{};
}

Result<Nothing> Database::commit()
{
    if (auto done = exec("COMMIT"); !done) {
        rollback();
        return done.error();
    }
    m_inTransaction = false;
    return Nothing{};
}

void Database::rollback()
{
    m_inTransaction = false;
    m_rekeyed.clear();
    if (!sqlite3_get_autocommit(handle())) // SQLite may have rolled back already
        std::ignore = exec("ROLLBACK").ok();
}

} // namespace waydesk::store

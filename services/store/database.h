// SPDX-License-Identifier: GPL-3.0-or-later
// One SQLite connection through Qt Sql, inside the store only: statements prepared once per text, rows forward-only and
// reset as soon as they are read (an unfinished read would hold back every checkpoint and freeze the reader's view).
// Belongs to the thread that opened it and asserts that. Failures are values; the first one is logged without its data.
#pragma once

#include "services/domain/instant.h"
#include "services/domain/result.h"

#include <QHash>
#include <QVariant>
#include <limits>
#include <memory>

struct sqlite3;
class QSqlQuery;

namespace waydesk::store {

class Rows
{
public:
    explicit Rows(std::shared_ptr<QSqlQuery> query);
    ~Rows();
    Rows(Rows&&) noexcept;
    Rows& operator=(Rows&&) = delete;

    bool next();
    bool isNull(int column) const;
    qint64 integer(int column) const;
    QString text(int column) const; // null reads as empty
    QByteArray bytes(int column) const;
    QVariant value(int column) const;
    bool flag(int column) const { return integer(column) != 0; }
    Instant instant(int column) const;
    std::optional<Instant> maybeInstant(int column) const;
    std::optional<QString> maybeText(int column) const;
    std::optional<qint64> maybeInteger(int column) const;

private:
    std::shared_ptr<QSqlQuery> m_query;
};

// How values are bound: microseconds since 1970 for instants, null for what is absent.
inline QVariant bind(Instant instant)
{
    return QVariant::fromValue<qint64>(instant.time_since_epoch().count());
}
inline QVariant bind(const std::optional<Instant>& instant)
{
    return instant ? bind(*instant) : QVariant();
}
inline QVariant bind(const QString& text) // a null QString is stored as empty text, not as null
{
    return text.isNull() ? QVariant(QStringLiteral("")) : QVariant(text);
}
inline QVariant bind(const std::optional<QString>& text)
{
    return text ? bind(*text) : QVariant();
}
template<class Tag>
QVariant bind(const std::optional<Tag>& id)
{
    return id ? bind(id->value) : QVariant();
}

class Database
{
public:
    enum class Mode { ReadWrite, ReadOnly };

    static Result<std::unique_ptr<Database>> open(const QString& path, Mode mode);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    Rows run(const char* sql, const QVariantList& values = {}) { return run(QString::fromLatin1(sql), values); }
    Rows run(const QString& sql, const QVariantList& values = {});
    // Runs to the end; answers the number of changed rows.
    Result<qint64> exec(const char* sql, const QVariantList& values = {})
    {
        return exec(QString::fromLatin1(sql), values);
    }
    Result<qint64> exec(const QString& sql, const QVariantList& values = {});
    qint64 lastRowid() const;
    std::optional<qint64> number(const QString& sql, const QVariantList& values = {}); // first cell

    Result<Nothing> begin(); // BEGIN IMMEDIATE
    Result<Nothing> commit();
    void rollback();
    bool inTransaction() const { return m_inTransaction; }

    sqlite3* handle() const;
    QString path() const { return m_path; }
    bool sawDamage() const { return m_sawDamage; } // SQLITE_CORRUPT or SQLITE_NOTADB was answered
    int failures() const { return m_failures; }    // statements that failed so far
    void assertThread() const;

    // Rows of a searched table up to this rowid are in its search index (a first load indexes them afterwards).
    qint64 searchedUpTo(const QString& table) const { return m_searchedUpTo.value(table, kAll); }
    void setSearchedUpTo(const QString& table, qint64 rowid) { m_searchedUpTo.insert(table, rowid); }
    // Parcels that a write to another table put in another place of an order (deliverykeys.h).
    void noteRekeyed(const QString& parcel) { m_rekeyed << parcel; }
    QStringList takeRekeyed() { return std::exchange(m_rekeyed, {}); }
    static constexpr qint64 kAll = std::numeric_limits<qint64>::max();

private:
    Database() = default;
    std::shared_ptr<QSqlQuery> prepared(const QString& sql);
    Error failure(const QSqlQuery& query, const QString& sql);

    struct Private;
    std::unique_ptr<Private> d;
    QString m_path;
    bool m_inTransaction = false;
    bool m_sawDamage = false;
    int m_failures = 0;
    QHash<QString, qint64> m_searchedUpTo;
    QStringList m_rekeyed;
};

// Commits on ok, rolls back otherwise. Joins a transaction that already runs.
template<class Work>
auto transact(Database& db, Work&& work) -> decltype(work())
{
    if (db.inTransaction())
        return work();
    if (auto begun = db.begin(); !begun)
        return begun.error();
    auto result = work();
    if (!result.ok()) {
        db.rollback();
        return result;
    }
    if (auto done = db.commit(); !done)
        return done.error();
    return result;
}

Error storageError(const QString& code, const QString& detail);

} // namespace waydesk::store

// SPDX-License-Identifier: GPL-3.0-or-later
// An SQLite file looked at from outside, as a sceptic would: read-only, straight through the library, past everything
// that the product believes about it.
#pragma once

#include <QString>
#include <QStringList>

struct sqlite3;

namespace waydesk::test {

class SqliteFile
{
public:
    explicit SqliteFile(const QString& path);
    ~SqliteFile();
    SqliteFile(const SqliteFile&) = delete;

    // Every row as texts; NULL is a null QString. What cannot be read ends up in failure().
    QList<QStringList> rows(const QString& sql, const QStringList& values = {});
    QString failure() const { return m_failure; } // empty: all went well
    // "ok", or what is wrong with the file.
    static QString quickCheck(const QString& path);

private:
    sqlite3* m_db = nullptr;
    QString m_failure;
};

} // namespace waydesk::test

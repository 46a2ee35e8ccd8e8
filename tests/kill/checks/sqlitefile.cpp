// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kill/checks/sqlitefile.h"

#include <sqlite3.h>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::test {

SqliteFile::SqliteFile(const QString& path)
{
    const int opened = sqlite3_open_v2(path.toUtf8().constData(), &m_db, SQLITE_OPEN_READONLY, nullptr);
    if (opened != SQLITE_OK)
        m_failure = u"%1: %2"_s.arg(path, QString::fromUtf8(sqlite3_errstr(opened)));
    sqlite3_busy_timeout(m_db, 10'000);
}

SqliteFile::~SqliteFile()
{
    sqlite3_close(m_db);
}

QList<QStringList> SqliteFile::rows(const QString& sql, const QStringList& values)
{
    QList<QStringList> result;
    if (!m_failure.isEmpty())
        return result;
    sqlite3_stmt* statement = nullptr;
    int done = sqlite3_prepare_v2(m_db, sql.toUtf8().constData(), -1, &statement, nullptr);
    for (int i = 0; done == SQLITE_OK && i < values.size(); ++i)
        done = sqlite3_bind_text(statement, i + 1, values[i].toUtf8().constData(), -1, SQLITE_TRANSIENT);
    while (done == SQLITE_OK || done == SQLITE_ROW) {
        done = sqlite3_step(statement);
        if (done != SQLITE_ROW)
            break;
        QStringList row;
        for (int i = 0; i < sqlite3_column_count(statement); ++i) {
            const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
            row += text ? QString::fromUtf8(text) : QString();
        }
        result += row;
    }
    if (done != SQLITE_DONE)
        m_failure = u"%1: %2"_s.arg(sql, QString::fromUtf8(sqlite3_errmsg(m_db)));
    sqlite3_finalize(statement);
    return result;
}

QString SqliteFile::quickCheck(const QString& path)
{
    SqliteFile file(path);
    QStringList words;
    for (const QStringList& row : file.rows(u"PRAGMA quick_check"_s))
        words += row;
    return file.failure().isEmpty() ? words.join(u"; "_s) : file.failure();
}

} // namespace waydesk::test

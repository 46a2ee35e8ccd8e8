// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a file of tiles after the MBTiles form, as it is told to: rows are counted from the south.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <sqlite3.h>

namespace waydesk::test {

struct MbTilesRow
{
    int level = 0, column = 0, row = 0;
    QByteArray data;
};

inline bool writeMbTiles(const QString& path, const QList<std::pair<QByteArray, QByteArray>>& metadata,
                         const QList<MbTilesRow>& rows)
{
    sqlite3* db = nullptr;
    bool good = sqlite3_open(path.toUtf8().constData(), &db) == SQLITE_OK;
    const auto run = [&](const char* sql) { good = good && sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == 0; };
    run("BEGIN; CREATE TABLE metadata (name TEXT, value TEXT);"
        "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB);"
        "CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row)");
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(db, "INSERT INTO metadata VALUES (?, ?)", -1, &statement, nullptr);
    for (const auto& [name, value] : metadata) {
        sqlite3_bind_text(statement, 1, name.constData(), -1, SQLITE_STATIC);
        sqlite3_bind_text(statement, 2, value.constData(), -1, SQLITE_STATIC);
        good = good && sqlite3_step(statement) == SQLITE_DONE;
        sqlite3_reset(statement);
    }
    sqlite3_finalize(statement);
    sqlite3_prepare_v2(db, "INSERT INTO tiles VALUES (?, ?, ?, ?)", -1, &statement, nullptr);
    for (const MbTilesRow& row : rows) {
        sqlite3_bind_int(statement, 1, row.level);
        sqlite3_bind_int(statement, 2, row.column);
        sqlite3_bind_int(statement, 3, row.row);
        sqlite3_bind_blob(statement, 4, row.data.constData(), static_cast<int>(row.data.size()), SQLITE_STATIC);
        good = good && sqlite3_step(statement) == SQLITE_DONE;
        sqlite3_reset(statement);
    }
    sqlite3_finalize(statement);
    run("COMMIT");
    sqlite3_close(db);
    return good;
}

} // namespace waydesk::test

// SPDX-License-Identifier: GPL-3.0-or-later
// The search index of one table, kept in step row by row through SQLite's own handle: for the bulk writer.
#pragma once

#include "services/store/statement.h"

namespace waydesk::store {

struct SearchStatements
{
    SearchStatements(sqlite3* db, const std::string& table)
        : triOut(db, "INSERT INTO " + table + "_tri(" + table + "_tri, rowid, search_text) VALUES('delete',?,?)")
        , triIn(db, "INSERT INTO " + table + "_tri(rowid, search_text) VALUES(?,?)")
        , wordOut(db, "INSERT INTO " + table + "_word(" + table + "_word, rowid, search_text) VALUES('delete',?,?)")
        , wordIn(db, "INSERT INTO " + table + "_word(rowid, search_text) VALUES(?,?)")
    {
    }
    bool change(qint64 rowid, const std::optional<std::string>& before, const std::string& after)
    {
        for (const auto& [out, in] : {std::pair(&triOut, &triIn), std::pair(&wordOut, &wordIn)}) {
            if (before && !out->start().integer(rowid).text(std::string_view(*before)).run())
                return false;
            if (!in->start().integer(rowid).text(std::string_view(after)).run())
                return false;
        }
        return true;
    }
    Statement triOut, triIn, wordOut, wordIn;
};

} // namespace waydesk::store

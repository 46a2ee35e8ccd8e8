// SPDX-License-Identifier: GPL-3.0-or-later
// A statement bound through SQLite's own handle, for the bulk writer only: views are bound without a copy and must live
// until step() has been called for the last time. Inside the store only.
#pragma once

#include "services/domain/instant.h"

#include <sqlite3.h>
#include <string>
#include <string_view>

namespace waydesk::store {

class Statement
{
public:
    Statement(sqlite3* db, const std::string& sql)
    {
        m_ok = sqlite3_prepare_v3(db, sql.c_str(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                  &m_statement, nullptr) == SQLITE_OK;
    }
    ~Statement() { sqlite3_finalize(m_statement); }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    bool isValid() const { return m_ok; }
    Statement& start() // binding begins anew
    {
        sqlite3_reset(m_statement);
        m_next = 0;
        return *this;
    }
    Statement& text(std::string_view value)
    {
        sqlite3_bind_text(m_statement, ++m_next, value.data() ? value.data() : "", static_cast<int>(value.size()),
                          SQLITE_STATIC);
        return *this;
    }
    Statement& textOrNull(std::string_view value) { return value.empty() ? null() : text(value); }
    Statement& text(const std::optional<std::string_view>& value) { return value ? text(*value) : null(); }
    Statement& integer(qint64 value)
    {
        sqlite3_bind_int64(m_statement, ++m_next, value);
        return *this;
    }
    Statement& integer(const std::optional<qint64>& value) { return value ? integer(*value) : null(); }
    Statement& instant(Instant value) { return integer(value.time_since_epoch().count()); }
    Statement& instant(const std::optional<Instant>& value) { return value ? instant(*value) : null(); }
    Statement& null()
    {
        sqlite3_bind_null(m_statement, ++m_next);
        return *this;
    }

    bool row() // true: a row stands ready
    {
        const int code = sqlite3_step(m_statement);
        m_ok = code == SQLITE_ROW || code == SQLITE_DONE;
        return code == SQLITE_ROW;
    }
    bool run() // to the end; false: it failed
    {
        while (row()) {
        }
        sqlite3_reset(m_statement);
        return m_ok;
    }
    void finish() { sqlite3_reset(m_statement); }
    qint64 integerAt(int column) const { return sqlite3_column_int64(m_statement, column); }
    std::string textAt(int column) const
    {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
        return text ? std::string(text, static_cast<size_t>(sqlite3_column_bytes(m_statement, column))) : std::string();
    }

private:
    sqlite3_stmt* m_statement = nullptr;
    int m_next = 0;
    bool m_ok = false;
};

} // namespace waydesk::store

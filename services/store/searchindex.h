// SPDX-License-Identifier: GPL-3.0-or-later
// The two full-text tables of a searched table ("waybill", "delivery"): trigrams for three characters and up, prefixes
// of words below that. They hold no text of their own, so whoever changes a row says what stood there before.
#pragma once

#include "services/store/database.h"

namespace waydesk::store {

class SearchIndex
{
public:
    SearchIndex(Database& db, const QString& table)
        : m_db(db)
        , m_table(table)
    {
    }

    Result<Nothing> changed(qint64 rowid, const std::optional<QString>& before, const std::optional<QString>& after);
    Result<Nothing> rebuild();
    // For a first load: rows are written without being indexed, and indexed afterwards, some at a time.
    Result<Nothing> defer();
    Result<bool> indexSome(std::chrono::milliseconds atMost); // true: every row is in
    void resume();                                            // after opening: where the indexing stood

private:
    Database& m_db;
    QString m_table;
};

// A MATCH that asks for every word of the text, and the table ("_tri" or "_word") it is for. Each word is quoted, so
// nothing that a person types is read as FTS syntax. nullopt: nothing to search for.
struct SearchTerm
{
    QString tri;  // words of three characters and more, empty where there is none
    QString word; // shorter words, as prefixes
};
std::optional<SearchTerm> searchTerm(const QString& text);

// "rowid IN (…)" over alias-less `table`, with its values appended.
QString searchClause(const QString& table, const SearchTerm& term, QVariantList& values);

} // namespace waydesk::store

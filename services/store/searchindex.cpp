// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/searchindex.h"

#include "services/domain/fold.h"
#include "services/store/syncstate.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

Result<Nothing> SearchIndex::changed(qint64 rowid, const std::optional<QString>& before,
                                     const std::optional<QString>& after)
{
    if (before == after || rowid > m_db.searchedUpTo(m_table))
        return Nothing{};
    for (const QString& suffix : {u"_tri"_s, u"_word"_s}) {
        const QString index = m_table + suffix;
        if (before) {
            const QString sql = u"INSERT INTO %1(%1, rowid, search_text) VALUES('delete', ?, ?)"_s.arg(index);
            if (auto done = m_db.exec(sql, {rowid, bind(*before)}); !done)
                return done.error();
        }
        if (after) {
            const QString sql = u"INSERT INTO %1(rowid, search_text) VALUES(?, ?)"_s.arg(index);
            if (auto done = m_db.exec(sql, {rowid, bind(*after)}); !done)
                return done.error();
        }
    }
    return Nothing{};
}

Result<Nothing> SearchIndex::rebuild()
{
    for (const QString& suffix : {u"_tri"_s, u"_word"_s}) {
        if (auto done = m_db.exec(u"INSERT INTO %1(%1) VALUES('rebuild')"_s.arg(m_table + suffix)); !done)
            return done.error();
    }
    return Nothing{};
}

Result<Nothing> SearchIndex::defer()
{
    SyncState state(m_db);
    if (m_db.number(u"SELECT max(rowid) FROM "_s + m_table).value_or(0) > 0)
        return Nothing{}; // not the first load: what is there is searched, and stays so
    if (auto done = state.set(u"searched_up_to:"_s + m_table, u"0"_s); !done)
        return done;
    m_db.setSearchedUpTo(m_table, 0);
    return Nothing{};
}

void SearchIndex::resume()
{
    if (const auto upTo = SyncState(m_db).value(u"searched_up_to:"_s + m_table))
        m_db.setSearchedUpTo(m_table, upTo->toLongLong());
}

Result<bool> SearchIndex::indexSome(std::chrono::milliseconds atMost)
{
    constexpr int kRows = 50;
    if (m_db.searchedUpTo(m_table) == Database::kAll)
        return true;
    const auto until = std::chrono::steady_clock::now() + atMost;
    qint64 upTo = m_db.searchedUpTo(m_table);
    auto done = transact(m_db, [&]() -> Result<bool> {
        SyncState state(m_db);
        do {
            const auto last = m_db.number(
                u"SELECT max(rowid) FROM (SELECT rowid FROM %1 WHERE rowid > ? ORDER BY rowid LIMIT %2)"_s.arg(m_table)
                    .arg(kRows),
                {upTo});
            if (!last) {
                upTo = Database::kAll;
                const auto ended = state.remove(u"searched_up_to:"_s + m_table);
                return ended ? Result<bool>(true) : Result<bool>(ended.error());
            }
            for (const QString& suffix : {u"_tri"_s, u"_word"_s}) {
                const QString sql =
                    u"INSERT INTO %1(rowid, search_text) SELECT rowid, search_text FROM %2 WHERE rowid > ? AND rowid <= ?"_s
                        .arg(m_table + suffix, m_table);
                if (auto put = m_db.exec(sql, {upTo, *last}); !put)
                    return put.error();
            }
            upTo = *last;
        } while (std::chrono::steady_clock::now() < until);
        const auto kept = state.set(u"searched_up_to:"_s + m_table, QString::number(upTo));
        return kept ? Result<bool>(false) : Result<bool>(kept.error());
    });
    if (done)
        m_db.setSearchedUpTo(m_table, upTo);
    return done;
}

std::optional<SearchTerm> searchTerm(const QString& text)
{
    QStringList tri, word;
    for (QString part : fold(text).split(u' ', Qt::SkipEmptyParts)) {
        const bool isShort = part.toUcs4().size() < 3;
        part.replace(u'"', u"\"\""_s);
        // The word index is split at punctuation; a short piece of nothing but punctuation cannot be looked for.
        if (isShort && std::none_of(part.begin(), part.end(), [](QChar c) { return c.isLetterOrNumber(); }))
            continue;
        (isShort ? word : tri) << u'"' + part + (isShort ? u"\"*"_s : u"\""_s);
    }
    if (tri.isEmpty() && word.isEmpty())
        return std::nullopt;
    return SearchTerm{tri.join(u" AND "_s), word.join(u" AND "_s)};
}

QString searchClause(const QString& table, const SearchTerm& term, QVariantList& values)
{
    QStringList clauses;
    if (!term.tri.isEmpty()) {
        clauses << u"rowid IN (SELECT rowid FROM %1_tri WHERE %1_tri MATCH ?)"_s.arg(table);
        values << term.tri;
    }
    if (!term.word.isEmpty()) {
        clauses << u"rowid IN (SELECT rowid FROM %1_word WHERE %1_word MATCH ?)"_s.arg(table);
        values << term.word;
    }
    return u'(' + clauses.join(u" AND "_s) + u')';
}

} // namespace waydesk::store

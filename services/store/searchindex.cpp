// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/searchindex.h"

#include "services/domain/fold.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

Result<Nothing> SearchIndex::changed(qint64 rowid, const std::optional<QString>& before,
                                     const std::optional<QString>& after)
{
    if (before == after)
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

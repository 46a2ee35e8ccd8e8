// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/rowwalk.h"

#include "services/domain/fold.h"
#include "services/store/fewof.h"
#include "services/store/searchindex.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

Condition joined(const QList<Condition>& parts)
{
    Condition out;
    QStringList sql;
    for (const Condition& part : parts) {
        if (part.always())
            continue;
        sql << part.sql;
        out.values << part.values;
    }
    out.sql = sql.isEmpty() ? u"1"_s : sql.join(u" AND "_s);
    return out;
}

std::optional<Condition> fewest(Database& db, const QString& table, const QList<Condition>& parts)
{
    std::optional<Condition> best;
    qint64 least = kFewRows + 1;
    for (const Condition& part : parts) {
        const QString sql =
            u"SELECT count(*) FROM (SELECT 1 FROM %1 WHERE %2 LIMIT %3)"_s.arg(table, part.sql).arg(least);
        const auto found = db.number(sql, part.values);
        if (found && *found < least) {
            least = *found;
            best = part;
        }
    }
    return best;
}

qsizetype positionIn(Database& db, const QString& table, const std::function<QString(const QString& alias)>& key,
                     bool descending, std::span<const qint64> sorted, qint64 rowid)
{
    const QString sql = u"SELECT (%1, a.rowid) < (%2, b.rowid) FROM %3 a, %3 b WHERE a.rowid = ? AND b.rowid = ?"_s.arg(
        key(u"a"_s), key(u"b"_s), table);
    const auto before = [&](qint64 a, qint64 b) { // a row that is gone stands where it stood: compare as equal
        const auto less = db.number(sql, {a, b});
        return less && (*less != 0) != descending;
    };
    const auto found =
        std::partition_point(sorted.begin(), sorted.end(), [&](qint64 other) { return before(other, rowid); });
    return found - sorted.begin();
}

Condition textCondition(const QString& text)
{
    QStringList words;
    QVariantList values;
    for (const QString& part : fold(text).split(u' ', Qt::SkipEmptyParts)) {
        const bool isShort = part.toUcs4().size() < 3;
        if (isShort && !searchTerm(part))
            continue;
        words << (isShort ? u"instr(' ' || search_text, ?) > 0"_s : u"instr(search_text, ?) > 0"_s);
        values << (isShort ? QString(u' ' + part) : part);
    }
    return words.isEmpty() ? Condition{u"1"_s, {}} : Condition{u'(' + words.join(u" AND "_s) + u')', values};
}

std::optional<Condition> fromSearchIndex(const QString& table, const QString& text, int most)
{
    const auto term = searchTerm(text);
    if (!term)
        return std::nullopt;
    const QString index = table + (term->tri.isEmpty() ? u"_word"_s : u"_tri"_s);
    return Condition{u"rowid IN (SELECT rowid FROM %1 WHERE %1 MATCH ? LIMIT %2)"_s.arg(index).arg(most),
                     {term->tri.isEmpty() ? term->word : term->tri}};
}

RowWalk::RowWalk(Database& db, WalkPlan plan)
    : m_db(db)
    , m_plan(std::move(plan))
{
    sortFew();
}

bool RowWalk::sortFew()
{
    const auto part = fewest(m_db, m_plan.table, m_plan.parts);
    if (!part)
        return false;
    const QString way = m_plan.descending ? u"DESC"_s : u"ASC"_s;
    // The unary plus keeps the planner on the index of the few instead of the index of the order.
    const QString sql = u"SELECT one.rowid FROM %1 WHERE %2 ORDER BY +%3 %4, +one.rowid %4"_s.arg(
        fewOf(m_plan.table, *part), m_plan.all.sql, m_plan.key, way);
    QList<qint64> ids;
    Rows rows = m_db.run(sql, part->values + m_plan.all.values);
    while (rows.next())
        ids << rows.integer(0);
    m_sorted = std::move(ids);
    m_atEnd = m_sorted->isEmpty();
    return true;
}

QList<qint64> RowWalk::take(int most)
{
    if (m_atEnd)
        return {};
    if (!m_sorted)
        return step(most);
    QList<qint64> out = m_sorted->mid(m_next, most);
    m_next += out.size();
    m_atEnd = m_next >= m_sorted->size();
    return out;
}

QList<qint64> RowWalk::step(int most)
{
    // The rest of the rows with the last key first, then those beyond it: asked as one comparison of (key, rowid),
    // SQLite would read every row with that key again at each step.
    const QString key = m_plan.key, sign = m_plan.descending ? u"<"_s : u">"_s;
    QList<qint64> out;
    int left = most;
    if (m_started) {
        left -= read(u"%1 = ? AND rowid %2 ?"_s.arg(key, sign), {m_lastKey, m_lastRowid}, left, out);
        if (left > 0)
            left -= read(u"%1 %2 ?"_s.arg(key, sign), {m_lastKey}, left, out);
    } else {
        left -= read(u"1"_s, {}, left, out);
        m_started = true;
    }
    m_atEnd = left > 0;
    return out;
}

int RowWalk::read(const QString& range, const QVariantList& bounds, int most, QList<qint64>& out)
{
    const QString way = m_plan.descending ? u"DESC"_s : u"ASC"_s;
    const Condition& rest = m_plan.rest;
    // The bound of this step stands first: of two along the same column SQLite starts from the first, and from the
    // prefix's own every step would read again what the steps before it have read.
    const QString asked = rest.always() ? QString() : QString(u", ("_s + rest.sql + u')');
    const QString sql = u"SELECT rowid, %1%2 FROM %6 WHERE %4 AND (%3) ORDER BY %1 %5, rowid %5 LIMIT ?"_s.arg(
        m_plan.key, asked, m_plan.prefix.sql, range, way, m_plan.table);
    int seen = 0;
    Rows rows = m_db.run(sql, rest.values + bounds + m_plan.prefix.values + QVariantList{most});
    while (rows.next()) {
        ++seen;
        m_lastRowid = rows.integer(0);
        m_lastKey = rows.value(1);
        if (rest.always() || rows.flag(2))
            out << m_lastRowid;
    }
    return seen;
}

} // namespace waydesk::store

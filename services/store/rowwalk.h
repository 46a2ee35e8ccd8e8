// SPDX-License-Identifier: GPL-3.0-or-later
// Row ids of a query in order, in bounded steps that keep no read open between them (an open read would freeze what
// this connection sees and hold back checkpoints). GUI thread. A query that an index answers with few rows is sorted at
// once; any other walks the index of its order, a bounded number of rows per step, whether they match or not.
#pragma once

#include "services/store/database.h"

#include <QVariantList>
#include <span>

namespace waydesk::store {

struct Condition
{
    QString sql; // "1" when everything is asked for
    QVariantList values;
    bool always() const { return sql == QLatin1String("1"); }
};
Condition joined(const QList<Condition>& parts); // all of them hold

inline constexpr int kFewRows = 4000; // that may be fetched and sorted in one go

struct WalkPlan
{
    QString table;
    QString key; // the expression that orders; an index of the table
    bool descending = true;
    Condition all;          // the whole query
    QList<Condition> parts; // of it, those that an index can find: each may bring few enough rows
    Condition prefix;       // an equality or a range that the walked index starts with
    Condition rest;         // what remains to be asked of each row
};

class RowWalk
{
public:
    RowWalk(Database& db, WalkPlan plan);

    // Looks at no more than `most` rows; may answer none although the end has not come.
    QList<qint64> take(int most);
    bool atEnd() const { return m_atEnd; }

private:
    bool sortFew();
    QList<qint64> step(int most);
    int read(const QString& range, const QVariantList& bounds, int most, QList<qint64>& out); // rows looked at

    Database& m_db;
    WalkPlan m_plan;
    std::optional<QList<qint64>> m_sorted;
    qsizetype m_next = 0;
    bool m_started = false, m_atEnd = false;
    QVariant m_lastKey;
    qint64 m_lastRowid = 0;
};

// Rows that an index finds for one part of a query, when they are few: the part to start from. nullopt: none is few.
std::optional<Condition> fewest(Database& db, const QString& table, const QList<Condition>& parts);

// Where `rowid` belongs in `sorted` (which does not hold it), by binary search over the rows' present keys. `key` says
// the ordering expression of a row by the alias it is given.
qsizetype positionIn(Database& db, const QString& table, const std::function<QString(const QString& alias)>& key,
                     bool descending, std::span<const qint64> sorted, qint64 rowid);

// Text as one row is asked for it: every word of it, long ones anywhere, short ones where a word begins.
Condition textCondition(const QString& text);
// The same from the search index of `table`, no more than `most` rows: a superset, if it is short.
std::optional<Condition> fromSearchIndex(const QString& table, const QString& text, int most);

} // namespace waydesk::store

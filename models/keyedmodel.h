// SPDX-License-Identifier: GPL-3.0-or-later
// A short list (up to a few thousand rows) that is replaced by value and repaints only what changed: setRows() compares
// by key and emits removals, moves, insertions and dataChanged, never modelReset. Selection and scroll survive.
#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <QSet>
#include <utility>

namespace waydesk::models {

template<class Row, class Base = QAbstractTableModel>
class KeyedModel : public Base
{
public:
    using Base::Base;

    int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    const QList<Row>& rows() const { return m_rows; }
    const Row* at(int row) const { return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr; }

protected:
    // Unique within the list and the same for the same thing later on.
    virtual QString keyOf(const Row& row) const = 0;

    void setRows(QList<Row> next)
    {
        QSet<QString> wanted;
        wanted.reserve(next.size());
        for (const Row& row : next)
            wanted.insert(keyOf(row));
        removeAllBut(wanted);
        QSet<QString> present;
        for (const Row& row : std::as_const(m_rows))
            present.insert(keyOf(row));
        for (int i = 0; i < next.size(); ++i) {
            const QString key = keyOf(next[i]);
            if (!present.contains(key)) {
                this->beginInsertRows({}, i, i);
                m_rows.insert(i, next[i]);
                this->endInsertRows();
                continue;
            }
            if (const int from = find(key, i); from != i) {
                this->beginMoveRows({}, from, from, {}, i);
                m_rows.move(from, i);
                this->endMoveRows();
            }
            if (!(m_rows.at(i) == next.at(i))) {
                m_rows[i] = std::move(next[i]);
                touch(i, i);
            }
        }
    }
    // The same rows, other words: the language or the hour has changed.
    void touchAll()
    {
        if (!m_rows.isEmpty())
            touch(0, static_cast<int>(m_rows.size()) - 1);
        if (const int columns = columnsShown(); columns > 0)
            Q_EMIT this->headerDataChanged(Qt::Horizontal, 0, columns - 1);
    }
    void touch(int first, int last)
    {
        Q_EMIT this->dataChanged(this->index(first, 0), this->index(last, columnsShown() - 1));
    }
    QList<Row> m_rows;

private:
    // Through the base: a list model keeps its columnCount() to itself.
    int columnsShown() const { return static_cast<const QAbstractItemModel*>(this)->columnCount({}); }
    int find(const QString& key, int from) const
    {
        int at = from;
        while (at < m_rows.size() && keyOf(m_rows.at(at)) != key)
            ++at;
        return at;
    }
    void removeAllBut(const QSet<QString>& wanted)
    {
        for (int last = static_cast<int>(m_rows.size()) - 1; last >= 0; --last) {
            if (wanted.contains(keyOf(m_rows.at(last))))
                continue;
            int first = last;
            while (first > 0 && !wanted.contains(keyOf(m_rows.at(first - 1))))
                --first;
            this->beginRemoveRows({}, first, last);
            m_rows.remove(first, last - first + 1);
            this->endRemoveRows();
            last = first;
        }
    }
};

} // namespace waydesk::models

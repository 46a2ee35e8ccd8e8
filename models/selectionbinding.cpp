// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selectionbinding.h"

#include "models/selection.h"
#include "models/waybilltablemodel.h"

#include <QItemSelectionModel>
#include <QScopedValueRollback>

namespace waydesk::models {

SelectionBinding::SelectionBinding(WaybillTableModel& table, QItemSelectionModel& view, Selection& selection,
                                   QObject* parent)
    : QObject(parent)
    , m_table(table)
    , m_view(view)
    , m_selection(selection)
{
    connect(&view, &QItemSelectionModel::selectionChanged, this, [this] { fromView(); });
    connect(&view, &QItemSelectionModel::currentChanged, this, [this] { fromView(); });
    connect(&selection, &Selection::selectedChanged, this, [this] { toView(); });
    connect(&selection, &Selection::currentChanged, this, [this] { toView(); });
    connect(&table, &QAbstractItemModel::layoutAboutToBeChanged, this, [this] { m_moving = true; });
    connect(&table, &QAbstractItemModel::layoutChanged, this, [this] { m_moving = !m_table.isComplete(); });
    connect(&table, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_moving = true; });
    connect(&table, &WaybillTableModel::orderCompleted, this, [this] { settle(); });
    toView();
}

void SelectionBinding::fromView()
{
    if (m_busy || m_moving)
        return;
    const QScopedValueRollback busy(m_busy, true);
    QList<int> rows;
    int asked = 0;
    for (const QItemSelectionRange& range : m_view.selection()) {
        asked += range.height();
        for (int row = range.top(); row <= range.bottom() && rows.size() < kMostSelected; ++row)
            rows += row;
    }
    QList<WaybillId> ids;
    ids.reserve(rows.size());
    for (const int row : std::as_const(rows))
        ids += m_table.idAt(row);
    const QModelIndex current = m_view.currentIndex();
    m_selection.set(ids, current.isValid() ? m_table.idAt(current.row()) : WaybillId{});
    if (asked > kMostSelected) {
        m_busy = false;
        toView();
        Q_EMIT cutToMost(asked);
    }
}

void SelectionBinding::toView()
{
    if (m_busy)
        return;
    const QScopedValueRollback busy(m_busy, true);
    QItemSelection selection;
    const int lastColumn = WaybillTableModel::kColumnCount - 1;
    QList<WaybillId> ids = m_selection.selected();
    ids += m_selection.current();
    QList<int> rows = m_table.rowsOf(ids);
    const int current = rows.takeLast();
    rows.removeAll(-1);
    std::sort(rows.begin(), rows.end());
    for (qsizetype i = 0; i < rows.size();) {
        const int first = rows.at(i);
        int last = first;
        for (++i; i < rows.size() && rows.at(i) <= last + 1; ++i)
            last = rows.at(i);
        selection.append({m_table.index(first, 0), m_table.index(last, lastColumn)});
    }
    m_view.select(selection, QItemSelectionModel::ClearAndSelect);
    const QModelIndex shown = m_view.currentIndex();
    if (current >= 0 && shown.row() != current)
        m_view.setCurrentIndex(m_table.index(current, shown.isValid() ? shown.column() : 0),
                               QItemSelectionModel::NoUpdate);
    else if (current < 0 && m_selection.current().isEmpty() && shown.isValid())
        m_view.setCurrentIndex({}, QItemSelectionModel::NoUpdate);
}

void SelectionBinding::settle()
{
    m_moving = false;
    QList<WaybillId> gone;
    QList<WaybillId> ids = m_selection.selected();
    if (!m_selection.current().isEmpty())
        ids += m_selection.current();
    const QList<int> rows = m_table.rowsOf(ids);
    for (qsizetype i = 0; i < ids.size(); ++i) {
        if (rows.at(i) < 0)
            gone += ids.at(i);
    }
    {
        const QScopedValueRollback busy(m_busy, true);
        m_selection.drop(gone);
    }
    toView();
}

} // namespace waydesk::models

// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps a view's QItemSelectionModel and the shared Selection the same, both ways. Rows that the table has not placed
// yet (a fresh sort of a million) are selected in the view as soon as their place is known; rows that leave the table
// leave the selection. Owned by the page; dies before table, view and selection.
#pragma once

#include <QObject>

class QItemSelectionModel;

namespace waydesk::models {

class Selection;
class WaybillTableModel;

class SelectionBinding : public QObject
{
    Q_OBJECT

public:
    SelectionBinding(WaybillTableModel& table, QItemSelectionModel& view, Selection& selection,
                     QObject* parent = nullptr);

    static constexpr int kMostSelected = 5000; // one by one; more is "all of this filter", the page's own matter

Q_SIGNALS:
    void cutToMost(int asked); // the person selected more: the first kMostSelected stay selected

private:
    void fromView();
    void toView();
    void settle(); // every place is known again

    WaybillTableModel& m_table;
    QItemSelectionModel& m_view;
    Selection& m_selection;
    bool m_busy = false;
    bool m_moving = false; // the table rearranges itself: what the view loses now was not deselected by anybody
};

} // namespace waydesk::models

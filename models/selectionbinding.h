// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps a view's QItemSelectionModel and the shared Selection the same, both ways. Rows that the table has not placed
// yet (a fresh sort of a million) are selected in the view as soon as their place is known. Rows that a filter hides
// leave the selection. Give it the selection model once; it dies with that.
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
    SelectionBinding(WaybillTableModel& table, QItemSelectionModel& view, Selection& selection);

    static constexpr int kMostSelected = 5000; // more are taken as "all of this filter" by the page, not one by one

private:
    void fromView();
    void toView();

    WaybillTableModel& m_table;
    QItemSelectionModel& m_view;
    Selection& m_selection;
    bool m_busy = false;
};

} // namespace waydesk::models

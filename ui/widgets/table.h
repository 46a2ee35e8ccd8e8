// SPDX-License-Identifier: GPL-3.0-or-later
// The house's table: rows of one height, row lines only, whole rows selected, Ctrl+C copies the selected rows as TSV in
// the order seen; Left and Right scroll what does not fit. Where there are no rows it shows what it was given instead:
// a skeleton while reading, an empty state.
#pragma once

#include "ui/widgets/celldelegate.h"

#include <QTableView>

namespace waydesk::ui {

class EmptyState;
class Skeleton;
class TableHeader;

class Table : public QTableView
{
    Q_OBJECT

public:
    explicit Table(const Theme& theme, const QString& accessibleName, QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    void setColumnStyle(int column, ColumnStyle style);
    // This column takes what the others leave, but never less than `least`: then the table scrolls sideways.
    void setGivesWay(int column, int least);
    void fitColumns();
    TableHeader* header() const { return m_header; }
    EmptyState* emptyState() const { return m_empty; }
    void setReading(bool reading, int rows = -1); // rows are on their way: the skeleton, not the empty state
    bool isReading() const { return m_reading; }
    QString selectionAsTsv() const;
    void copySelection();

Q_SIGNALS:
    void opened(const QModelIndex& index); // Enter or a double click

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void applyTheme();
    void updatePlaceholder();
    bool scrollSideways(const QKeyEvent& event);

    const Theme& m_theme;
    CellDelegate* m_delegate;
    TableHeader* m_header;
    EmptyState* m_empty;
    Skeleton* m_skeleton;
    bool m_reading = false;
    int m_givesWay = -1, m_least = 0;
};

} // namespace waydesk::ui

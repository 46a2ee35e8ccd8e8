// SPDX-License-Identifier: GPL-3.0-or-later
// The left of the waybills page: status tabs, toolbar, filter line, saved views, the table and its foot. What is shown
// is one filter: the line's words, the tab's status and the window's warehouse together.
#pragma once

#include "ui/theme/theme.h"
#include "ui/waybills/savedviews.h"
#include "ui/waybills/waybillsdesk.h"

#include <QWidget>

class QMenu;

namespace waydesk::ui {

class Button;
class ChoiceMenu;
class CountTabs;
class Memory;
class Notice;
class Table;
class Text;
class TokenField;

class WaybillsList final : public QWidget
{
    Q_OBJECT

public:
    WaybillsList(const Theme& theme, WaybillsDesk& desk, QWidget* parent = nullptr);

    void setWarehouse(const std::optional<WarehouseId>& warehouse);
    void setAsOf(const std::optional<Instant>& asOf);
    void setReading(bool reading);
    Table* table() const { return m_table; }
    TokenField* filterField() const { return m_filter; }
    CountTabs* tabs() const { return m_tabs; }
    SavedViews& views() { return m_views; }
    QString filterLine() const;
    void setFilterLine(const QString& line);
    void useView(const QString& key);
    void refreshViews();
    void retranslate();
    void remember(Memory& memory) const;
    void recall(const Memory& memory);

Q_SIGNALS:
    void opened(); // Enter on a row
    void saveViewAsked();

protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void buildTable();
    void sizeColumns();
    void applyFilter();
    void tabChosen(int index);
    void showTabs();
    void showFoot();
    void showEmpty();
    void showContextMenu(const QPoint& at);

    const Theme& m_theme;
    WaybillsDesk& m_desk;
    CountTabs* m_tabs;
    Button *m_create, *m_scan, *m_seal, *m_assign, *m_more;
    TokenField* m_filter;
    ChoiceMenu* m_viewChoice;
    QAction *m_saveView, *m_dropView;
    QMenu* m_columns; // by keyboard too, not only at the header
    Table* m_table;
    Text *m_count, *m_chosen, *m_asOfText;
    QList<int> m_ownWidths; // as sizeColumns() left them; 0: not yet
    SavedViews m_views;
    std::optional<WarehouseId> m_warehouse;
    std::optional<Instant> m_asOf;
};

} // namespace waydesk::ui

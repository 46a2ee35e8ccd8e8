// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the waybills list that dresses its table: columns, widths, styles, and the menu at right-click.
#include "models/selectionbinding.h"
#include "models/waybilltablemodel.h"
#include "ui/waybills/actionlooks.h"
#include "ui/waybills/statuschips.h"
#include "ui/waybills/waybillslist.h"
#include "ui/widgets/table.h"
#include "ui/widgets/tableheader.h"

#include <QMenu>

namespace waydesk::ui {

using Column = models::WaybillTableModel::Column;

namespace {

int widthOf(Column column)
{
    switch (column) {
    case Column::Number:
        return 96;
    case Column::Status:
        return 184;
    case Column::Route:
        return 184;
    case Column::Driver:
        return 112;
    case Column::Items:
        return 60;
    case Column::Cod:
        return 90;
    case Column::Created:
    case Column::Updated:
        return 106;
    }
    Q_UNREACHABLE();
}

} // namespace

void WaybillsList::buildTable()
{
    using Look = ColumnStyle::Look;
    const auto at = [](Column column) { return static_cast<int>(column); };
    TableHeader* header = m_table->header();
    const facade::WaybillSort sorting = m_desk.table.sorting();
    m_table->setModel(&m_desk.table);
    header->setSortIndicator(at(sorting.column), sorting.order);
    m_table->setSortingEnabled(true);
    for (int section = 0; section < models::WaybillTableModel::kColumnCount; ++section) {
        const auto column = static_cast<Column>(section);
        header->resizeSection(section, widthOf(column));
        header->setSectionHidden(section, !models::WaybillTableModel::isShownByDefault(column));
    }
    // The route takes what the others leave: it is the longest and bears being cut best.
    header->setStretchLastSection(false);
    header->setSectionResizeMode(at(Column::Route), QHeaderView::Stretch);
    m_table->setColumnStyle(at(Column::Number), {Look::Code, {}});
    m_table->setColumnStyle(at(Column::Status),
                            {Look::Chips, [this](const QModelIndex& index) { return waybillChips(m_theme, index); }});
    m_table->setColumnStyle(at(Column::Items), {Look::Figures, {}});
    m_table->setColumnStyle(at(Column::Cod), {Look::Figures, {}});
    m_table->setColumnStyle(at(Column::Created), {Look::Muted, {}});
    m_table->setColumnStyle(at(Column::Updated), {Look::Muted, {}});
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    new models::SelectionBinding(m_desk.table, *m_table->selectionModel(), m_desk.selection, m_table);
    connect(m_table, &QWidget::customContextMenuRequested, this, &WaybillsList::showContextMenu);
    connect(m_table, &Table::opened, this, &WaybillsList::opened);
}

void WaybillsList::showContextMenu(const QPoint& at)
{
    auto* menu = new QMenu(m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillActionsMenu(*menu, m_desk.actions);
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

} // namespace waydesk::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the waybills list that dresses its table: columns, widths, styles, and the menu at right-click.
#include "models/formats.h"
#include "models/selectionbinding.h"
#include "models/waybilltablemodel.h"
#include "ui/waybills/actionlooks.h"
#include "ui/waybills/routeline.h"
#include "ui/waybills/statuschips.h"
#include "ui/waybills/waybillslist.h"
#include "ui/widgets/table.h"
#include "ui/widgets/tableheader.h"

#include <QMenu>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

using Column = models::WaybillTableModel::Column;

namespace {

constexpr int kRouteLeast = 150;

int widthOf(Column column)
{
    switch (column) {
    case Column::Number:
        return 92;
    case Column::Status:
        return 0; // measured: longer in some languages than in others
    case Column::Route:
        return kRouteLeast;
    case Column::Driver:
        return 112;
    case Column::Items:
        return 52;
    case Column::Cod:
        return 84;
    case Column::Created:
    case Column::Updated:
        return 0; // measured too
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
    header->setStretchLastSection(false); // before any is hidden, or the header goes on counting it
    header->setSortIndicator(at(sorting.column), sorting.order);
    m_table->setSortingEnabled(true);
    for (int section = 0; section < models::WaybillTableModel::kColumnCount; ++section) {
        const auto column = static_cast<Column>(section);
        header->setSectionHidden(section, !models::WaybillTableModel::isShownByDefault(column));
    }
    m_table->setColumnStyle(at(Column::Number), {Look::Code, {}});
    m_table->setColumnStyle(at(Column::Status),
                            {Look::Chips, [this](const QModelIndex& index) { return waybillChips(m_theme, index); }});
    m_table->setColumnStyle(at(Column::Route),
                            {Look::Text, {}, qOverload<const QString&, const QFontMetrics&, int>(routeLine)});
    m_table->setColumnStyle(at(Column::Items), {Look::Figures, {}});
    m_table->setColumnStyle(at(Column::Cod), {Look::Figures, {}});
    m_table->setColumnStyle(at(Column::Created), {Look::Muted, {}});
    m_table->setColumnStyle(at(Column::Updated), {Look::Muted, {}});
    // The route takes what the others leave: it is the longest and bears being cut best.
    m_table->setGivesWay(at(Column::Route), kRouteLeast);
    sizeColumns();
    connect(&m_desk.table, &QAbstractItemModel::headerDataChanged, this, &WaybillsList::sizeColumns);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &WaybillsList::sizeColumns); // room for the arrow
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    new models::SelectionBinding(m_desk.table, *m_table->selectionModel(), m_desk.selection, m_table);
    connect(m_table, &QWidget::customContextMenuRequested, this, &WaybillsList::showContextMenu);
    connect(m_table, &Table::opened, this, &WaybillsList::opened);
}

// A column that the person has not pulled to a width of their own is as wide as its usual contents and its heading,
// which is longer in some languages.
void WaybillsList::sizeColumns()
{
    TableHeader* header = m_table->header();
    const QFontMetrics metrics(m_theme.font(Face::Base));
    int digit = 0;
    for (int d = 0; d < 10; ++d)
        digit = qMax(digit, metrics.horizontalAdvance(m_desk.formats.number(d)));
    const QString yesterday = m_desk.formats.day(m_desk.formats.today().addDays(-1));
    const int moment = metrics.horizontalAdvance(yesterday + u" :"_s) + 4 * digit + 2; // Yesterday 23:06
    m_ownWidths.resize(models::WaybillTableModel::kColumnCount);
    for (int section = 0; section < models::WaybillTableModel::kColumnCount; ++section) {
        const auto column = static_cast<Column>(section);
        int& own = m_ownWidths[section];
        const bool pulled = own != 0 && !header->isSectionHidden(section) && own != header->sectionSize(section);
        // One that was pulled, or comes from an earlier day, stays as long as its heading can be read.
        if (column == Column::Route || (pulled && header->sectionSize(section) >= header->widthOfWords(section)))
            continue;
        const QMargins pad = header->padding(section);
        const int contents = column == Column::Status                                 ? usualChipsWidth(m_theme)
                             : column == Column::Created || column == Column::Updated ? moment
                                                                                      : 0;
        own = qMax(widthOf(column), qMax(header->widthOfWords(section), contents + pad.left() + pad.right()));
        header->resizeSection(section, own);
    }
    m_table->fitColumns();
}

void WaybillsList::showContextMenu(const QPoint& at)
{
    auto* menu = new QMenu(m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillActionsMenu(*menu, m_desk.actions);
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

} // namespace waydesk::ui

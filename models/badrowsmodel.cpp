// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/badrowsmodel.h"

#include "models/formats.h"
#include "models/importtext.h"

#include <algorithm>

namespace waydesk::models {

BadRowsModel::BadRowsModel(const Formats& formats, QObject* parent)
    : KeyedModel(parent)
    , m_formats(formats)
{
    connect(&formats, &Formats::changed, this, [this] { touchAll(); });
}

void BadRowsModel::setColumns(const csv::Mapping& mapping)
{
    if (mapping == m_mapping)
        return;
    setRows({});
    const int before = columnCount();
    const int after = FirstCell + static_cast<int>(mapping.size());
    const bool more = after > before;
    if (more)
        beginInsertColumns({}, before, after - 1);
    else if (after < before)
        beginRemoveColumns({}, after, before - 1);
    m_mapping = mapping;
    m_columns = mapping.keys();
    if (more)
        endInsertColumns();
    else if (after < before)
        endRemoveColumns();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, after - 1);
}

int BadRowsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : FirstCell + static_cast<int>(m_columns.size());
}

QVariant BadRowsModel::data(const QModelIndex& index, int role) const
{
    const csv::BadRow* row = index.isValid() ? at(index.row()) : nullptr;
    if (!row)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((index.column() == Line ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    if (index.column() == Line)
        return role == Qt::DisplayRole ? QVariant(m_formats.number(row->line)) : QVariant();
    if (index.column() == Wrong)
        return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(faultsText(row->faults)) : QVariant();
    const int column = cellColumn(index.column());
    const csv::ImportField field = m_mapping.value(column);
    const auto fault = std::find_if(row->faults.begin(), row->faults.end(),
                                    [&](const csv::CellFault& each) { return each.field == field; });
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return row->cells.value(column);
    case Qt::ToolTipRole:
        return fault != row->faults.end() ? faultText(*fault) : row->cells.value(column);
    case Qt::AccessibleDescriptionRole:
        return fault != row->faults.end() ? faultText(*fault) : QString();
    case FaultyRole:
        return fault != row->faults.end();
    default:
        return {};
    }
}

QVariant BadRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Line ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section == Line)
        return tr("Line");
    if (section == Wrong)
        return tr("What is wrong");
    return words(m_mapping.value(cellColumn(section)));
}

Qt::ItemFlags BadRowsModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = KeyedModel::flags(index);
    return index.column() >= FirstCell ? flags | Qt::ItemIsEditable : flags;
}

bool BadRowsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const csv::BadRow* row = index.isValid() ? at(index.row()) : nullptr;
    const int column = cellColumn(index.column());
    if (!row || role != Qt::EditRole || column < 0)
        return false;
    const QString text = value.toString();
    if (text == row->cells.value(column))
        return true;
    csv::BadRow& own = m_rows[index.row()]; // what was typed stays in sight until the engine has taken it
    while (own.cells.size() <= column)
        own.cells << QString();
    own.cells[column] = text;
    const qint64 line = own.line;
    touch(index.row(), index.row());
    Q_EMIT edited(line, column, text);
    return true;
}

} // namespace waydesk::models

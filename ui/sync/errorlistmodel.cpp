// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/errorlistmodel.h"

#include "models/errortext.h"

namespace waydesk::ui {

void ErrorListModel::setErrors(const QList<Error>& newestFirst)
{
    QList<ErrorLine> lines;
    lines.reserve(newestFirst.size());
    for (qsizetype i = 0; i < newestFirst.size(); ++i)
        lines.append({newestFirst.size() - i, newestFirst.at(i)});
    setRows(std::move(lines));
}

int ErrorListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ErrorListModel::data(const QModelIndex& index, int role) const
{
    const ErrorLine* line = at(index.row());
    if (!line || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(index.column())) {
    case What:
        return models::errorText(line->error);
    case Code:
        if (!line->error.code.isEmpty())
            return line->error.code;
        return line->error.status ? QString::number(line->error.status) : QString();
    case Detail:
        return line->error.detail;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ErrorListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case What:
        return tr("Last errors");
    case Code:
        return tr("Code");
    case Detail:
        return tr("Detail");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace waydesk::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/statustabsmodel.h"

#include "models/formats.h"
#include "models/words.h"

namespace waydesk::models {

namespace {

constexpr int kTabs = 1 + static_cast<int>(kWaybillStatuses.size());

} // namespace

StatusTabsModel::StatusTabsModel(const Formats& formats, QObject* parent)
    : QAbstractListModel(parent)
    , m_formats(formats)
{
    connect(&formats, &Formats::changed, this, [this] { Q_EMIT dataChanged(index(0), index(kTabs - 1)); });
}

void StatusTabsModel::setCounts(const facade::StatusCounts& counts)
{
    if (counts == m_counts)
        return;
    m_counts = counts;
    Q_EMIT dataChanged(index(0), index(kTabs - 1));
}

int StatusTabsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kTabs;
}

QVariant StatusTabsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto status = statusAt(index.row());
    const qint64 count = status ? m_counts.byStatus[static_cast<size_t>(*status)] : m_counts.all;
    switch (role) {
    case Qt::DisplayRole:
    case LabelRole:
        return status ? words(*status) : tr("All", "waybills");
    case StatusRole:
        return status ? static_cast<int>(*status) : -1;
    case CountRole:
        return count;
    case CountTextRole:
        return m_formats.number(count);
    default:
        return {};
    }
}

QHash<int, QByteArray> StatusTabsModel::roleNames() const
{
    return {{LabelRole, "label"}, {StatusRole, "status"}, {CountRole, "count"}, {CountTextRole, "countText"}};
}

std::optional<WaybillStatus> StatusTabsModel::statusAt(int row)
{
    return row > 0 && row < kTabs ? std::optional(kWaybillStatuses[static_cast<size_t>(row) - 1]) : std::nullopt;
}

int StatusTabsModel::rowOf(const std::optional<WaybillStatus>& status)
{
    return status ? 1 + static_cast<int>(*status) : 0;
}

} // namespace waydesk::models

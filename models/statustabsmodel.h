// SPDX-License-Identifier: GPL-3.0-or-later
// "All 1,204 | Drafted 12 | Sealed 8 …": the eight tabs over the table, with counts that ignore only the status filter.
#pragma once

#include "services/facade/rows.h"

#include <QAbstractListModel>

namespace waydesk::models {

class Formats;

class StatusTabsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { StatusRole = Qt::UserRole + 1 /* int; -1: all */, LabelRole, CountRole /* qint64 */, CountTextRole };

    explicit StatusTabsModel(const Formats& formats, QObject* parent = nullptr);

    void setCounts(const facade::StatusCounts& counts);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    static std::optional<WaybillStatus> statusAt(int row); // nullopt: all
    static int rowOf(const std::optional<WaybillStatus>& status);

private:
    const Formats& m_formats;
    facade::StatusCounts m_counts;
};

} // namespace waydesk::models

// SPDX-License-Identifier: GPL-3.0-or-later
// A driver in a list: name, van below, and at the end what the van holds, in words when the load is more than that.
#pragma once

#include "services/domain/money.h"
#include "ui/theme/theme.h"

#include <QStyledItemDelegate>
#include <optional>

namespace waydesk::models {
class DriversModel;
class Formats;
} // namespace waydesk::models

namespace waydesk::ui {

class DriverDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    DriverDelegate(const Theme& theme, const models::DriversModel& drivers, const models::Formats& formats,
                   std::optional<Quantity> load, QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
    const models::DriversModel& m_drivers;
    const models::Formats& m_formats;
    std::optional<Quantity> m_load;
};

} // namespace waydesk::ui

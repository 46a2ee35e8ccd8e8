// SPDX-License-Identifier: GPL-3.0-or-later
// One thing that happened: the icon of the status it led to, what, and below it who and when. Long sentences wrap.
#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace waydesk::ui {

class TimelineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit TimelineDelegate(const Theme& theme, QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    QRect wordsRect(const QRect& row) const;
    const Theme& m_theme;
};

} // namespace waydesk::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Paints a table's cells from a style per column: words, codes (always left to right), figures under each other, chips.
// The look is the page's business; the model gives only words, alignment and status.
#pragma once

#include "ui/widgets/paint.h"

#include <QStyledItemDelegate>
#include <functional>

namespace waydesk::ui {

struct ColumnStyle
{
    enum class Look { Text, Strong, Muted, Code, Figures, MutedFigures, Chips };
    Look look = Look::Text;
    // For Chips: what stands in the cell; the first is filled, others follow it.
    std::function<QList<ChipContent>(const QModelIndex&)> chips = {};
    // For words that bear being cut in one place better than in another. What it gives is painted as it is.
    std::function<QString(const QString& words, const QFontMetrics& metrics, int room)> shortened = {};
};

class CellDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit CellDelegate(const Theme& theme, QObject* parent = nullptr);

    void setStyle(int column, ColumnStyle style) { m_styles[column] = std::move(style); }
    static bool isFigures(ColumnStyle::Look look);
    bool isFigures(int column) const;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

private:
    QRect roomOf(const QStyleOptionViewItem& option, int column) const; // the cell without its padding and line

    const Theme& m_theme;
    QHash<int, ColumnStyle> m_styles;
    QFont m_base, m_strong;
};

} // namespace waydesk::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/table.h"
#include "ui/widgets/tableheader.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

namespace waydesk::ui {

using Look = ColumnStyle::Look;

namespace {
QMargins paddingOf(const QWidget* widget, int column)
{
    const auto* table = qobject_cast<const Table*>(widget);
    return table ? table->header()->padding(column) : QMargins(TableHeader::kPad, 0, TableHeader::kPad, 0);
}
} // namespace

CellDelegate::CellDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_base(theme.font(Face::Base))
    , m_strong(theme.font(Face::BaseStrong))
{
}

bool CellDelegate::isFigures(Look look)
{
    return look == Look::Figures || look == Look::MutedFigures;
}

bool CellDelegate::isFigures(int column) const
{
    return isFigures(m_styles.value(column).look);
}

QRect CellDelegate::roomOf(const QStyleOptionViewItem& option, int column) const
{
    const QMargins pad = paddingOf(option.widget, column); // left: leading
    const bool mirrored = option.direction == Qt::RightToLeft;
    return option.rect.adjusted(mirrored ? pad.right() : pad.left(), 0, -(mirrored ? pad.left() : pad.right()), -1);
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colours& c = m_theme.colours();
    const bool selected = option.state & QStyle::State_Selected;
    const bool hot = option.state & QStyle::State_MouseOver;
    painter->fillRect(option.rect, selected ? c.selection : hot ? c.background : c.surface);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), c.line);

    const auto found = m_styles.constFind(index.column());
    const Look look = found == m_styles.cend() ? Look::Text : found->look;
    const QRect cell = roomOf(option, index.column());
    painter->setLayoutDirection(option.direction);
    if (look == Look::Chips) {
        const int height = qMin(m_theme.sizes().chipHeight, cell.height() - 2);
        const int top = lineBaseline(cell, QFontMetrics(m_base)) - chipBaseline(m_theme, height);
        int x = cell.left();
        const QList<ChipContent> chips = found->chips(index);
        for (const ChipContent& chip : chips) {
            const int width = qMin(chipWidth(m_theme, chip), cell.left() + cell.width() - x);
            if (width < 24)
                break;
            const QRect spot(x, top, width, height);
            paintChip(*painter, m_theme, QStyle::visualRect(option.direction, cell, spot), chip, option.direction);
            x += width + kChipGap;
        }
    } else {
        const QString text = index.data(Qt::DisplayRole).toString();
        const bool muted = look == Look::Muted || look == Look::MutedFigures;
        painter->setFont(look == Look::Strong || look == Look::Code ? m_strong : m_base);
        painter->setPen(muted ? c.muted : c.text);
        if (isFigures(look)) {
            paintFigures(*painter, cell, text, Qt::AlignTrailing);
        } else {
            if (look == Look::Code) // codes stay as they are written, at the edge where reading begins
                painter->setLayoutDirection(Qt::LeftToRight);
            const Qt::Alignment edge =
                look == Look::Code && option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeading;
            const QFontMetrics metrics = painter->fontMetrics();
            paintLine(*painter, cell,
                      found != m_styles.cend() && found->shortened
                          ? found->shortened(text, metrics, cell.width())
                          : isolated(metrics.elidedText(text, Qt::ElideRight, cell.width())),
                      edge);
        }
    }
    // Where the keyboard is: lines around the current row, only while the table has the focus.
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    if (view && view->hasFocus() && view->currentIndex().row() == index.row()) {
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 1), c.accent);
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2), c.accent);
    }
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto found = m_styles.constFind(index.column());
    const QMargins pad = paddingOf(option.widget, index.column());
    int width = pad.left() + pad.right();
    if (found != m_styles.cend() && found->look == Look::Chips) {
        const QList<ChipContent> chips = found->chips(index);
        for (const ChipContent& chip : chips)
            width += chipWidth(m_theme, chip) + kChipGap;
    } else {
        width += figuresWidth(QFontMetrics(m_strong), index.data().toString());
    }
    return {width, m_theme.rowHeight()};
}

bool CellDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                             const QModelIndex& index)
{
    // Only what is cut off is told again.
    if (event->type() == QEvent::ToolTip && index.isValid() && index.data(Qt::ToolTipRole).isNull()) {
        if (sizeHint(option, index).width() > option.rect.width() + 2)
            QToolTip::showText(event->globalPos(), index.data().toString(), view);
        else
            QToolTip::hideText();
        return true;
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

} // namespace waydesk::ui

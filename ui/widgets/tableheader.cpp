// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tableheader.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QStyle>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kFirst = 16, kLast = 10, kArrowGap = 4;
}

TableHeader::TableHeader(const Theme& theme, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_theme(theme)
{
    setSectionsMovable(true);
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(48);
    setStretchLastSection(true);
    setTextElideMode(Qt::ElideRight);
    setAccessibleName(tr("Columns"));
    connect(&theme, &Theme::changed, this, [this] { viewport()->update(); });
    connect(this, &QHeaderView::sortIndicatorChanged, this, &TableHeader::describeOrder);
}

void TableHeader::setFigures(int section, bool figures)
{
    if (figures)
        m_figures.insert(section);
    else
        m_figures.remove(section);
}

QMargins TableHeader::padding(int section) const
{
    const auto isShown = [this](int visual) { return !isSectionHidden(logicalIndex(visual)); };
    int first = 0, last = count() - 1;
    while (first < last && !isShown(first))
        ++first;
    while (last > first && !isShown(last))
        --last;
    const int visual = visualIndex(section);
    return {visual == first ? kFirst : kPad, 0, visual == last ? kLast : kPad, 0};
}

int TableHeader::widthOfWords(int section) const
{
    const QMargins pad = padding(section);
    const QString words = model()->headerData(section, Qt::Horizontal).toString();
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == section;
    return pad.left() + pad.right() + (sorted ? m_theme.sizes().iconSmall + kArrowGap : 0) + 2 +
           QFontMetrics(m_theme.font(Face::SmallStrong)).horizontalAdvance(words);
}

QSize TableHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), m_theme.sizes().headerRow};
}

void TableHeader::paintEvent(QPaintEvent* event)
{
    {
        QPainter painter(viewport());
        painter.fillRect(viewport()->rect(), m_theme.colours().surface);
        painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.colours().line);
    }
    QHeaderView::paintEvent(event);
}

void TableHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    const Colours& c = m_theme.colours();
    painter->save();
    painter->fillRect(rect, c.surface);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), c.line);
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == section;
    const int small = m_theme.sizes().iconSmall;
    painter->setFont(m_theme.font(Face::SmallStrong));
    painter->setPen(sorted ? c.text : c.muted);
    painter->setLayoutDirection(layoutDirection());
    const QString words = model()->headerData(section, Qt::Horizontal).toString();
    const QMargins pad = padding(section);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QRect cell =
        rect.adjusted(mirrored ? pad.right() : pad.left(), 0, -(mirrored ? pad.left() : pad.right()), -1);
    const int arrowRoom = sorted ? small + kArrowGap : 0;
    const int room = qMin(painter->fontMetrics().horizontalAdvance(words) + 2, cell.width() - arrowRoom);
    const int used = room + arrowRoom;
    const int left = m_figures.contains(section) ? cell.left() + cell.width() - used : cell.left();
    const auto place = [&](int x, int width) {
        return QStyle::visualRect(layoutDirection(), cell, QRect(x, cell.top(), width, cell.height()));
    };
    const int wordsLeft = sorted && m_figures.contains(section) ? left + arrowRoom : left;
    paintLine(*painter, place(wordsLeft, room), painter->fontMetrics().elidedText(words, Qt::ElideRight, room),
              m_figures.contains(section) ? Qt::AlignTrailing : Qt::AlignLeading);
    if (sorted) {
        const int arrow = m_figures.contains(section) ? left : left + room + kArrowGap;
        m_theme.paintIcon(*painter, place(arrow, small),
                          sortIndicatorOrder() == Qt::AscendingOrder ? u"arrow-up"_s : u"arrow-down"_s, c.text,
                          layoutDirection());
    }
    painter->restore();
}

void TableHeader::describeOrder()
{
    const int section = sortIndicatorSection();
    if (!model() || section < 0 || section >= count())
        return;
    const QString column = model()->headerData(section, Qt::Horizontal).toString();
    setAccessibleDescription(sortIndicatorOrder() == Qt::AscendingOrder ? tr("Sorted by %1, ascending").arg(column)
                                                                        : tr("Sorted by %1, descending").arg(column));
}

void TableHeader::changeEvent(QEvent* event)
{
    QHeaderView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && !accessibleDescription().isEmpty())
        describeOrder();
}

void TableHeader::fillColumnMenu(QMenu& menu)
{
    for (int visual = 0; visual < count(); ++visual) {
        const int section = logicalIndex(visual);
        QAction* action = menu.addAction(model()->headerData(section, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isSectionHidden(section));
        // The last one shown stays: an empty table could not be brought back by its header.
        action->setEnabled(isSectionHidden(section) || count() - hiddenSectionCount() > 1);
        connect(action, &QAction::toggled, this, [this, section](bool on) { setSectionHidden(section, !on); });
    }
    if (isSortIndicatorShown())
        fillSortMenu(*menu.addMenu(tr("Sort by")));
}

// What a click on a heading does, for the keyboard: the heading that sorts already turns its order round.
void TableHeader::fillSortMenu(QMenu& menu)
{
    for (int visual = 0; visual < count(); ++visual) {
        const int section = logicalIndex(visual);
        if (isSectionHidden(section))
            continue;
        const bool sorts = sortIndicatorSection() == section;
        QAction* action = menu.addAction(model()->headerData(section, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(sorts);
        if (sorts)
            action->setIcon(m_theme.icon(sortIndicatorOrder() == Qt::AscendingOrder ? u"arrow-up"_s : u"arrow-down"_s,
                                         Tone::Muted));
        connect(action, &QAction::triggered, this, [this, section, sorts] {
            const Qt::SortOrder turned =
                sortIndicatorOrder() == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
            setSortIndicator(section, sorts ? turned : Qt::AscendingOrder);
        });
    }
}

void TableHeader::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColumnMenu(*menu);
    menu->popup(event->globalPos());
}

} // namespace waydesk::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tableheader.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QStyle>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kPad = 12;
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
}

void TableHeader::setFigures(int section, bool figures)
{
    if (figures)
        m_figures.insert(section);
    else
        m_figures.remove(section);
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
    const QRect cell = rect.adjusted(kPad, 0, -kPad, -1);
    const int room = qMin(painter->fontMetrics().horizontalAdvance(words) + 2, cell.width() - (sorted ? small + 4 : 0));
    const int used = room + (sorted ? small + 4 : 0);
    const int left = m_figures.contains(section) ? cell.left() + cell.width() - used : cell.left();
    const auto place = [&](int x, int width) {
        return QStyle::visualRect(layoutDirection(), cell, QRect(x, cell.top(), width, cell.height()));
    };
    const int wordsLeft = sorted && m_figures.contains(section) ? left + small + 4 : left;
    painter->drawText(place(wordsLeft, room),
                      static_cast<int>(Qt::AlignLeading | Qt::AlignVCenter) | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(words, Qt::ElideRight, room));
    if (sorted) {
        const int arrow = m_figures.contains(section) ? left : left + room + 4;
        m_theme.paintIcon(*painter, place(arrow, small),
                          sortIndicatorOrder() == Qt::AscendingOrder ? u"arrow-up"_s : u"arrow-down"_s, c.text,
                          layoutDirection());
    }
    painter->restore();
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
}

void TableHeader::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColumnMenu(*menu);
    menu->popup(event->globalPos());
}

} // namespace waydesk::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// A header row in the house's look: words over their column's alignment, an arrow where it sorts, a fine line below.
// Right-click offers which columns are shown and which one sorts; fillColumnMenu() puts the same into any menu.
#pragma once

#include "ui/widgets/paint.h"

#include <QHeaderView>

class QMenu;

namespace waydesk::ui {

class TableHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit TableHeader(const Theme& theme, QWidget* parent = nullptr);
    void setFigures(int section, bool figures);
    // What stays free in a section and its cells: left is the leading edge, right the trailing one. At the table's own
    // edges it is more, so that the outermost words stand under those of the page.
    QMargins padding(int section) const;
    int widthOfWords(int section) const; // the least width at which the heading is not cut
    static constexpr int kPad = 8;

    void fillColumnMenu(QMenu& menu);
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fillSortMenu(QMenu& menu);
    void describeOrder(); // the arrow, for those who do not see it

    const Theme& m_theme;
    QSet<int> m_figures;
};

} // namespace waydesk::ui

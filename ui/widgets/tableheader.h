// SPDX-License-Identifier: GPL-3.0-or-later
// A header row in the house's look: words over their column's alignment, an arrow where it sorts, a fine line below.
// Right-click offers which columns are shown.
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
    void fillColumnMenu(QMenu& menu);
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    const Theme& m_theme;
    QSet<int> m_figures;
};

} // namespace waydesk::ui

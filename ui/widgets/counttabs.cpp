// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/counttabs.h"

#include <QLocale>
#include <QStyle>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kPad = 12, kGap = 6, kHeight = 44;
}

CountTabs::CountTabs(const Theme& theme, QWidget* parent)
    : QTabBar(parent)
    , m_theme(theme)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

int CountTabs::add(const QString& text, const QVariant& tabValue)
{
    const int index = addTab(text);
    setTabData(index, tabValue);
    return index;
}

void CountTabs::setCount(int index, std::optional<qint64> count)
{
    const QString before = countText(index);
    if (count)
        m_counts[index] = *count;
    else
        m_counts.remove(index);
    if (countText(index) == before)
        return;
    setTabText(index, tabText(index)); // has the bar lay its tabs out again
    setAccessibleTabName(index, u"%1 %2"_s.arg(tabText(index), countText(index)).trimmed());
    update();
}

int CountTabs::indexOf(const QVariant& wanted) const
{
    for (int i = 0; i < count(); ++i) {
        if (tabData(i) == wanted)
            return i;
    }
    return -1;
}

QString CountTabs::countText(int index) const
{
    const auto found = m_counts.constFind(index);
    return found == m_counts.cend() ? QString() : locale().toString(*found);
}

QSize CountTabs::tabSizeHint(int index) const
{
    int width = 2 * kPad + QFontMetrics(m_theme.font(Face::BaseStrong)).horizontalAdvance(tabText(index)) + 1;
    const QString count = countText(index);
    if (!count.isEmpty())
        width += kGap + QFontMetrics(m_theme.font(Face::Base)).horizontalAdvance(count) + 1;
    return {width, kHeight};
}

void CountTabs::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colours& c = m_theme.colours();
    const QPoint mouse = mapFromGlobal(QCursor::pos());
    for (int i = 0; i < count(); ++i) {
        const QRect tab = tabRect(i);
        const bool chosen = i == currentIndex();
        const bool hot = underMouse() && tab.contains(mouse);
        const auto place = [&](int left, int width) {
            return QStyle::visualRect(layoutDirection(), tab, QRect(left, tab.top(), width, tab.height()));
        };
        const QFont words = m_theme.font(chosen ? Face::BaseStrong : Face::Base);
        const int room = QFontMetrics(words).horizontalAdvance(tabText(i)) + 1;
        painter.setFont(words);
        painter.setPen(chosen || hot ? c.text : c.muted);
        painter.drawText(place(tab.left() + kPad, room), static_cast<int>(Qt::AlignCenter) | Qt::TextSingleLine,
                         tabText(i));
        const QString figure = countText(i);
        if (!figure.isEmpty()) {
            painter.setFont(m_theme.font(Face::Base));
            painter.setPen(c.muted);
            const int figureRoom = painter.fontMetrics().horizontalAdvance(figure) + 1;
            painter.drawText(place(tab.left() + kPad + room + kGap, figureRoom),
                             static_cast<int>(Qt::AlignCenter) | Qt::TextSingleLine, figure);
        }
        if (chosen)
            painter.fillRect(QRect(tab.left(), tab.bottom() - 1, tab.width(), 2), c.accent);
        if (chosen && hasFocus())
            paintFocusRing(painter, m_theme, QRectF(tab).adjusted(2, 6, -2, -6), m_theme.sizes().radiusControl);
    }
}

} // namespace waydesk::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/spinbox.h"

#include <QEvent>
#include <QPainter>
#include <QStyleOptionSpinBox>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

SpinBox::SpinBox(const Theme& theme, QWidget* parent)
    : QSpinBox(parent)
    , m_theme(theme)
{
    align();
}

// A line of figures alone takes no side by itself.
void SpinBox::align()
{
    const Qt::Alignment edge = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    setAlignment(edge | Qt::AlignAbsolute | Qt::AlignVCenter);
}

void SpinBox::changeEvent(QEvent* event)
{
    QSpinBox::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        align();
}

void SpinBox::paintEvent(QPaintEvent* event)
{
    QSpinBox::paintEvent(event);
    QStyleOptionSpinBox option;
    initStyleOption(&option);
    QPainter painter(this);
    const int size = m_theme.sizes().iconSmall - 2;
    const auto arrow = [&](QStyle::SubControl which, StepEnabledFlag step, const QString& icon) {
        const QRect button = style()->subControlRect(QStyle::CC_SpinBox, &option, which, this);
        const bool isOver = option.activeSubControls == which;
        const QColor ink = !isEnabled() || !(stepEnabled() & step) ? m_theme.colours().line
                           : isOver                                ? m_theme.colours().text
                                                                   : m_theme.colours().muted;
        m_theme.paintIcon(painter, QStyle::alignedRect(layoutDirection(), Qt::AlignCenter, {size, size}, button), icon,
                          ink, layoutDirection());
    };
    arrow(QStyle::SC_SpinBoxUp, StepUpEnabled, u"chevron-up"_s);
    arrow(QStyle::SC_SpinBoxDown, StepDownEnabled, u"chevron-down"_s);
}

} // namespace waydesk::ui

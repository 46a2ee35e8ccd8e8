// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/select.h"

#include <QStyle>
#include <QWheelEvent>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

Select::Select(const Theme& theme, QWidget* parent)
    : QComboBox(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize Select::sizeHint() const
{
    return {QComboBox::sizeHint().width() + 16, m_theme.sizes().control};
}

void Select::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours& c = m_theme.colours();
    const Sizes& s = m_theme.sizes();
    const bool wrong = property("wrong").toBool();
    painter.setPen(QPen(wrong ? m_theme.ink(Tone::Bad) : c.line, wrong ? 2 : 1));
    painter.setBrush(isEnabled() && !underMouse() ? c.surface : c.background);
    painter.drawRoundedRect(QRectF(rect()).adjusted(.5, .5, -.5, -.5), s.radiusControl, s.radiusControl);
    const auto place = [&](int left, int width) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, width, height()));
    };
    const bool none = currentIndex() < 0;
    const int room = width() - 10 - 10 - s.iconSmall - 6;
    painter.setPen(isEnabled() && !none ? c.text : c.muted);
    painter.setLayoutDirection(layoutDirection());
    paintLine(painter, place(11, room),
              isolated(fontMetrics().elidedText(none ? placeholderText() : currentText(), Qt::ElideRight, room)));
    m_theme.paintIcon(painter, place(width() - 10 - s.iconSmall, s.iconSmall), u"chevron-down"_s, c.muted,
                      layoutDirection());
    if (hasFocus())
        paintFocusRing(painter, m_theme, rect(), s.radiusControl);
}

void Select::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

} // namespace waydesk::ui

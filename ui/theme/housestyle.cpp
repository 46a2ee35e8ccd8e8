// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/housestyle.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOption>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

HouseStyle::HouseStyle(const Theme& theme)
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
    , m_theme(theme)
{
}

void HouseStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const
{
    const Colours& c = m_theme.colours();
    const bool enabled = option->state & State_Enabled;
    const bool on = option->state & (State_On | State_NoChange);
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
    case PE_IndicatorMenuCheckMark: {
        if (element == PE_IndicatorMenuCheckMark) {
            if (on)
                m_theme.paintIcon(*painter, option->rect, u"check"_s, c.text, option->direction);
            return;
        }
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF box = QRectF(option->rect).adjusted(.5, .5, -.5, -.5);
        painter->setPen(on && enabled ? c.accent : c.muted);
        painter->setBrush(on ? (enabled ? c.accent : c.muted) : c.surface);
        painter->drawRoundedRect(box, 4, 4);
        if (on)
            m_theme.paintIcon(*painter, option->rect.adjusted(1, 1, -1, -1), u"check"_s, c.onAccent, option->direction);
        painter->restore();
        return;
    }
    case PE_IndicatorRadioButton: {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF circle = QRectF(option->rect).adjusted(.5, .5, -.5, -.5);
        painter->setPen(on && enabled ? c.accent : c.muted);
        painter->setBrush(c.surface);
        painter->drawEllipse(circle);
        if (on) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(enabled ? c.accent : c.muted);
            painter->drawEllipse(circle.adjusted(4, 4, -4, -4));
        }
        painter->restore();
        return;
    }
    case PE_FrameFocusRect: {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(c.accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), 4, 4);
        painter->restore();
        return;
    }
    case PE_IndicatorArrowDown:
        m_theme.paintIcon(*painter, option->rect, u"chevron-down"_s, c.muted, option->direction);
        return;
    case PE_IndicatorArrowRight: // Qt says which way in both directions of writing: nothing is mirrored here
        m_theme.paintIcon(*painter, option->rect, u"chevron-right"_s, c.muted, Qt::LeftToRight);
        return;
    case PE_IndicatorArrowLeft:
        m_theme.paintIcon(*painter, option->rect, u"chevron-left"_s, c.muted, Qt::LeftToRight);
        return;
    default: // every other primitive is Fusion's: this is not one of our enums
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

int HouseStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_SmallIconSize:
        return 16;
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
        return m_theme.sizes().icon;
    case PM_SplitterWidth:
        return 1;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int HouseStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_ToolTip_WakeUpDelay:
        return 350;
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace waydesk::ui

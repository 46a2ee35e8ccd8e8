// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/button.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>
#include <QStyle>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kPad = 12, kPadIconOnly = 7, kGap = 8;
}

Button::Button(const Theme& theme, Kind kind, QWidget* parent)
    : QToolButton(parent)
    , m_theme(theme)
    , m_kind(kind)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setAttribute(Qt::WA_Hover);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Button::setKind(Kind kind)
{
    m_kind = kind;
    update();
}

void Button::setIconName(const QString& name, Tone tone)
{
    m_iconName = name;
    m_iconTone = tone;
    updateGeometry();
    update();
}

void Button::setKeyHint(const QString& keys)
{
    m_keys = keys;
    updateGeometry();
    update();
}

void Button::setChevron(bool on)
{
    m_chevron = on;
    updateGeometry();
}

void Button::setTextTone(Tone tone)
{
    m_textTone = tone;
    update();
}

void Button::setLeadingAligned(bool on)
{
    m_leading = on;
    update();
}

void Button::follow(QAction* action)
{
    if (m_action)
        disconnect(m_action, nullptr, this, nullptr);
    m_action = action;
    if (!action)
        return;
    connect(action, &QAction::changed, this, &Button::syncAction);
    connect(this, &QToolButton::clicked, action, [action] { action->trigger(); });
    syncAction();
}

void Button::syncAction()
{
    QString words = m_action->iconText().remove(u'&');
    if (words.endsWith(u'…'))
        words.chop(1);
    setText(m_shortWords.isEmpty() ? words : m_shortWords);
    setEnabled(m_action->isEnabled());
    if (!m_action->isVisible())
        hide();
    const QString whyNot = m_action->property("whyNot").toString();
    setToolTip(!m_action->isEnabled() && !whyNot.isEmpty() ? whyNot : m_action->toolTip());
    setKeyHint(m_keysShown ? keyText(m_action->shortcut()) : QString());
    setAccessibleName(words);
    setAccessibleDescription(isEnabled() ? QString() : toolTip());
}

void Button::changeEvent(QEvent* event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::EnabledChange || event->type() == QEvent::FontChange)
        updateGeometry();
}

void Button::setShortWords(const QString& words)
{
    m_shortWords = words;
    if (m_action)
        syncAction();
}

void Button::setKeysShown(bool shown)
{
    m_keysShown = shown;
    if (m_action)
        syncAction();
}

QString Button::shownText() const
{
    QString shown = text();
    return toolButtonStyle() == Qt::ToolButtonIconOnly ? QString() : shown.remove(u'&');
}

QSize Button::sizeHint() const
{
    const Sizes& s = m_theme.sizes();
    const QString shown = shownText();
    const bool iconOnly = shown.isEmpty();
    int width = 2 * (iconOnly ? kPadIconOnly : kPad);
    if (!m_iconName.isEmpty())
        width += s.icon;
    if (!iconOnly) {
        QFont strong = font();
        strong.setWeight(QFont::Medium);
        width += QFontMetrics(strong).horizontalAdvance(shown) + (m_iconName.isEmpty() ? 0 : kGap);
    }
    if (!m_keys.isEmpty() && !iconOnly)
        width += keyCapWidth(m_theme, m_keys) + kGap + 2;
    if (m_chevron)
        width += s.iconSmall + kGap;
    return {qMax(width + 1, s.control), s.control};
}

QSize Button::minimumSizeHint() const
{
    return sizePolicy().horizontalPolicy() == QSizePolicy::Fixed ? sizeHint()
                                                                 : QSize(m_theme.sizes().control, sizeHint().height());
}

void Button::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours& c = m_theme.colours();
    const Sizes& s = m_theme.sizes();
    const bool pressed = isDown() || isChecked();
    QColor ground = c.surface, ink = m_theme.ink(m_textTone), border = c.line, icon = m_theme.ink(m_iconTone);
    switch (m_kind) {
    case Kind::Plain:
        if (pressed || (underMouse() && isEnabled()))
            ground = c.background;
        break;
    case Kind::Primary:
        ground = c.accent;
        ink = icon = c.onAccent;
        border = c.accent;
        if (pressed)
            ground = border = c.accent.darker(115);
        break;
    case Kind::Quiet:
        ground = pressed ? c.accentSoft : (underMouse() && isEnabled()) ? c.background : QColor(Qt::transparent);
        border = Qt::transparent;
        break;
    }
    if (!isEnabled()) {
        ground = m_kind == Kind::Quiet ? QColor(Qt::transparent) : c.background;
        border = m_kind == Kind::Quiet ? QColor(Qt::transparent) : c.line;
        ink = icon = c.muted;
    }
    painter.setPen(border);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(.5, .5, -.5, -.5), s.radiusControl, s.radiusControl);

    const QString shown = shownText();
    const bool iconOnly = shown.isEmpty();
    const QRect all = rect();
    const auto place = [&](int left, int width) {
        return QStyle::visualRect(layoutDirection(), all, QRect(left, 0, width, height()));
    };
    const int natural = sizeHint().width();
    int x = iconOnly ? kPadIconOnly : kPad;
    if (!m_leading && width() > natural)
        x += (width() - natural) / 2;
    int right = m_leading ? width() - kPad : qMin(width() - (iconOnly ? kPadIconOnly : kPad), x + natural);
    if (iconOnly && !m_chevron) {
        m_theme.paintIcon(painter, all.adjusted((width() - s.icon) / 2, 0, -(width() - s.icon + 1) / 2, 0), m_iconName,
                          icon, layoutDirection());
    } else {
        if (!m_iconName.isEmpty()) {
            m_theme.paintIcon(painter, place(x, s.icon), m_iconName, icon, layoutDirection());
            x += s.icon + kGap;
        }
        if (!m_leading)
            right = qMin(right, width() - (iconOnly ? kPadIconOnly : kPad));
        QFont strong = font();
        strong.setWeight(QFont::Medium);
        const int words = QFontMetrics(strong).horizontalAdvance(shown) + 1;
        int trailing = 0;
        if (m_chevron)
            trailing += s.iconSmall + kGap;
        if (!m_keys.isEmpty())
            trailing += keyCapWidth(m_theme, m_keys) + kGap + 2;
        const int room = qMax(0, qMin(words, right - x - trailing));
        painter.setFont(strong);
        painter.setPen(ink);
        painter.drawText(place(x, room), static_cast<int>(Qt::AlignLeading | Qt::AlignVCenter) | Qt::TextSingleLine,
                         isolated(QFontMetrics(strong).elidedText(shown, Qt::ElideRight, room)));
        x += room;
        int end = m_leading ? right : x + trailing;
        if (m_chevron) {
            m_theme.paintIcon(painter, place(end - s.iconSmall, s.iconSmall), u"chevron-down"_s, icon,
                              layoutDirection());
            end -= s.iconSmall + kGap;
        }
        if (!m_keys.isEmpty()) {
            const int cap = keyCapWidth(m_theme, m_keys);
            const QColor capInk = m_kind == Kind::Primary && isEnabled() ? c.onAccent : c.muted;
            const QColor capLine = m_kind == Kind::Primary && isEnabled() ? c.onAccent : c.line;
            paintKeyCap(painter, m_theme, place(end - cap, cap), m_keys, capInk, capLine);
        }
    }
    if (hasFocus())
        paintFocusRing(painter, m_theme, rect(), s.radiusControl);
}

void Button::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier) {
        if (menu())
            showMenu();
        else
            click();
        return;
    }
    QToolButton::keyPressEvent(event);
}

} // namespace waydesk::ui

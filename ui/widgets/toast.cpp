// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toast.h"
#include "ui/widgets/alertrole.h"

#include <QEvent>
#include <QKeyEvent>
#include <QStyle>

namespace waydesk::ui {

using namespace std::chrono_literals;

namespace {
constexpr int kPad = 14, kRing = 6, kGap = 12, kHeight = 38, kMargin = 16, kFoot = 44;
constexpr auto kStay = 8s;
constexpr int kMost = 3;
} // namespace

ToastButton::ToastButton(const Theme& theme, const ToastContent& content, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_words(content.actionKeys.isEmpty() ? content.actionText : content.actionText + u' ' + content.actionKeys)
{
    setText(content.actionText);
    setAccessibleName(content.actionText);
    setAccessibleDescription(content.text);
    setFocusPolicy(Qt::TabFocus);
}

QSize ToastButton::sizeHint() const
{
    return {QFontMetrics(m_theme.font(Face::BaseStrong)).horizontalAdvance(m_words) + 2 * kRing, kHeight};
}

void ToastButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(m_theme.font(Face::BaseStrong));
    const Scheme other = m_theme.scheme() == Scheme::Dark ? Scheme::Light : Scheme::Dark;
    painter.setPen(m_theme.tokens().colours(other).accent);
    painter.drawText(rect(), static_cast<int>(Qt::AlignCenter) | Qt::TextSingleLine, m_words);
    if (hasFocus())
        paintFocusRing(painter, m_theme, rect().adjusted(0, 5, 0, -5), m_theme.sizes().radiusControl);
}

void ToastButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

Toast::Toast(const Theme& theme, ToastContent content, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_content(std::move(content))
{
    makeAlert(*this);
    setAccessibleName(m_content.text);
    if (m_content.action && !m_content.actionText.isEmpty()) {
        m_button = new ToastButton(theme, m_content, this);
        connect(m_button, &QAbstractButton::clicked, this, &Toast::act);
    }
    m_timer.setSingleShot(true);
    m_timer.setInterval(kStay);
    connect(&m_timer, &QTimer::timeout, this, &Toast::done);
    m_timer.start();
}

QSize Toast::sizeHint() const
{
    const QFontMetrics base(m_theme.font(Face::Base));
    int width = 2 * kPad + m_theme.sizes().icon + kGap + base.horizontalAdvance(m_content.text) + 2;
    if (m_button)
        width += kGap + m_button->sizeHint().width() - 2 * kRing;
    return {width, kHeight};
}

void Toast::act()
{
    const auto action = m_content.action;
    Q_EMIT done();
    if (action)
        action();
}

void Toast::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours& c = m_theme.colours();
    // A toast wears the other scheme's colours: it stands out without a shadow.
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.text);
    painter.drawRoundedRect(rect(), m_theme.sizes().radiusControl, m_theme.sizes().radiusControl);
    const auto place = [&](int left, int width) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, width, height()));
    };
    const int px = m_theme.sizes().icon;
    m_theme.paintIcon(painter, place(kPad, px), m_content.icon, c.surface, layoutDirection());
    const int right = width() - (m_button ? m_button->width() + kPad - kRing + kGap - kRing : kPad);
    painter.setFont(m_theme.font(Face::Base));
    painter.setPen(c.surface);
    const int left = kPad + px + kGap;
    painter.setLayoutDirection(layoutDirection());
    paintLine(painter, place(left, right - left),
              painter.fontMetrics().elidedText(m_content.text, Qt::ElideRight, right - left));
}

void Toast::resizeEvent(QResizeEvent*)
{
    if (!m_button)
        return;
    const int own = m_button->sizeHint().width();
    const QRect spot(width() - kPad + kRing - own, 0, own, height());
    m_button->setGeometry(QStyle::visualRect(layoutDirection(), rect(), spot));
}

void Toast::mousePressEvent(QMouseEvent*)
{
    act();
}

void Toast::enterEvent(QEnterEvent*)
{
    m_timer.stop();
}

void Toast::leaveEvent(QEvent*)
{
    m_timer.start();
}

ToastStack::ToastStack(const Theme& theme, QWidget& over)
    : QObject(&over)
    , m_theme(theme)
    , m_over(over)
{
    over.installEventFilter(this);
}

void ToastStack::show(const ToastContent& content)
{
    auto* toast = new Toast(m_theme, content, &m_over);
    connect(toast, &Toast::done, this, [this, toast] {
        m_toasts.removeOne(toast);
        toast->hide();
        toast->deleteLater();
        layOut();
    });
    m_toasts.append(toast);
    while (m_toasts.size() > kMost) {
        Toast* oldest = m_toasts.takeFirst();
        oldest->hide();
        oldest->deleteLater();
    }
    toast->show();
    layOut();
    announce(*toast);
}

bool ToastStack::undo()
{
    for (qsizetype i = m_toasts.size() - 1; i >= 0; --i) {
        if (m_toasts[i]->content().action) {
            m_toasts[i]->act();
            return true;
        }
    }
    return false;
}

QStringList ToastStack::texts() const
{
    QStringList all;
    for (const Toast* toast : m_toasts)
        all.append(toast->content().text);
    return all;
}

void ToastStack::clear()
{
    for (Toast* toast : std::exchange(m_toasts, {})) {
        toast->hide();
        toast->deleteLater();
    }
}

bool ToastStack::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutDirectionChange)
        layOut();
    return QObject::eventFilter(watched, event);
}

void ToastStack::layOut()
{
    int bottom = m_over.height() - kFoot;
    for (qsizetype i = m_toasts.size() - 1; i >= 0; --i) {
        QSize size = m_toasts[i]->sizeHint();
        size.setWidth(qMin(size.width(), m_over.width() - 2 * kMargin));
        const QRect spot(m_over.width() - kMargin - size.width(), bottom - size.height(), size.width(), size.height());
        m_toasts[i]->setGeometry(QStyle::visualRect(m_over.layoutDirection(), m_over.rect(), spot));
        m_toasts[i]->raise();
        bottom -= size.height() + 8;
    }
}

} // namespace waydesk::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/counterstrip.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kGap = 32;
} // namespace

CounterStrip::CounterStrip(const Theme& theme, const models::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_formats(formats)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QList<CounterStrip::Figure> CounterStrip::figures() const
{
    const bool full = m_counts.capacity && m_counts.load > *m_counts.capacity;
    QList<Figure> all{
        {tr("in waybill"), m_formats.number(m_counts.inWaybill), {}, Tone::Text},
        {tr("scanned now"), u"+"_s + m_formats.number(m_counts.ready), {}, m_counts.ready ? Tone::Ok : Tone::Muted},
        {tr("refused"), m_formats.number(m_counts.refused), {}, m_counts.refused ? Tone::Bad : Tone::Muted},
        {m_counts.capacity ? tr("van load") : tr("units"),
         m_formats.quantity(m_counts.load),
         {},
         full ? Tone::Bad : Tone::Text}};
    if (m_counts.capacity)
        all.last().rest = u" / "_s + m_formats.quantity(*m_counts.capacity);
    return all;
}

int CounterStrip::widthOf(const Figure& figure) const
{
    QFont big = m_theme.font(Face::Figure);
    big.setPixelSize(30);
    QFont rest = m_theme.font(Face::Title);
    const int value = QFontMetrics(big).horizontalAdvance(figure.value) +
                      (figure.rest.isEmpty() ? 0 : QFontMetrics(rest).horizontalAdvance(figure.rest));
    return qMax(value, QFontMetrics(m_theme.font(Face::Base)).horizontalAdvance(figure.label)) + 2;
}

QSize CounterStrip::sizeHint() const
{
    int width = 0;
    for (const Figure& figure : figures())
        width += widthOf(figure) + kGap;
    return {width - kGap, 58};
}

void CounterStrip::setCounts(const ScanCounts& counts)
{
    if (counts == m_counts)
        return;
    m_counts = counts;
    QStringList words;
    for (const Figure& figure : figures())
        words << figure.label + u": "_s + figure.value + figure.rest;
    setAccessibleName(words.join(u", "_s));
    updateGeometry();
    update();
}

void CounterStrip::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        updateGeometry();
}

void CounterStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QFont big = m_theme.font(Face::Figure);
    big.setPixelSize(30);
    const QFont label = m_theme.font(Face::Base), small = m_theme.font(Face::Title);
    const int end = static_cast<int>(layoutDirection() == Qt::RightToLeft ? Qt::AlignLeft : Qt::AlignRight);
    int x = 0;
    for (const Figure& figure : figures()) {
        const int width = widthOf(figure);
        const QRect top = QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, width, 20));
        const QRect low = QStyle::visualRect(layoutDirection(), rect(), QRect(x, 20, width, 38));
        painter.setFont(label);
        painter.setPen(m_theme.colours().muted);
        painter.drawText(top, end | static_cast<int>(Qt::AlignVCenter), figure.label);
        // Figures read from left to right in every language here: "38 / 50".
        painter.setLayoutDirection(Qt::LeftToRight);
        const int restWidth = figure.rest.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(figure.rest);
        const int valueWidth = QFontMetrics(big).horizontalAdvance(figure.value);
        const int left = layoutDirection() == Qt::RightToLeft ? low.left() : low.right() - restWidth - valueWidth;
        const int base = low.top() + 30;
        painter.setFont(big);
        painter.setPen(m_theme.ink(figure.tone));
        painter.drawText(left, base, figure.value);
        painter.setFont(small);
        painter.setPen(m_theme.colours().muted);
        painter.drawText(left + valueWidth, base, figure.rest);
        x += width + kGap;
    }
}

} // namespace waydesk::ui

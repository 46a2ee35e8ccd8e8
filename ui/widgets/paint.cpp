// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/paint.h"

#include <QFontMetrics>
#include <QStyle>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kPad = 8, kGap = 5;

int digitWidth(const QFontMetrics& metrics, QChar sample)
{
    const ushort zero = static_cast<ushort>(sample.unicode() - static_cast<ushort>(sample.digitValue()));
    int widest = 0;
    for (ushort i = 0; i < 10; ++i)
        widest = qMax(widest, metrics.horizontalAdvance(QChar(static_cast<ushort>(zero + i))));
    return widest;
}

bool isFigures(const QString& text)
{
    return !text.isEmpty() && std::none_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
}
} // namespace

int chipWidth(const Theme& theme, const ChipContent& chip)
{
    const QFontMetrics metrics(theme.font(Face::SmallStrong));
    const int pad = chip.bare ? 0 : kPad;
    int width = 2 * pad + metrics.horizontalAdvance(chip.text);
    if (!chip.icon.isEmpty())
        width += theme.sizes().iconSmall + kGap;
    if (!chip.trailingIcon.isEmpty())
        width += theme.sizes().iconSmall + kGap;
    return width + 1;
}

void paintChip(QPainter& painter, const Theme& theme, const QRect& rect, const ChipContent& chip,
               Qt::LayoutDirection direction)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = theme.ink(chip.tone);
    if (!chip.bare) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.fill(chip.tone));
        painter.drawRoundedRect(rect, rect.height() / 2.0, rect.height() / 2.0);
    }
    const int small = theme.sizes().iconSmall;
    const int pad = chip.bare ? 0 : kPad;
    int x = rect.left() + pad;
    const auto place = [&](int left, int width) {
        return QStyle::visualRect(direction, rect, QRect(left, rect.top(), width, rect.height()));
    };
    if (!chip.icon.isEmpty()) {
        theme.paintIcon(painter, place(x, small), chip.icon, ink, direction);
        x += small + kGap;
    }
    int right = rect.left() + rect.width() - pad;
    if (!chip.trailingIcon.isEmpty()) {
        right -= small;
        theme.paintIcon(painter, place(right, small), chip.trailingIcon, ink, direction);
        right -= kGap;
    }
    painter.setFont(theme.font(Face::SmallStrong));
    painter.setPen(ink);
    painter.setLayoutDirection(direction);
    const QString shown = painter.fontMetrics().elidedText(chip.text, Qt::ElideRight, right - x);
    paintLine(painter, place(x, right - x), shown);
    painter.restore();
}

QString keyText(const QKeySequence& keys)
{
    QString text = keys.toString(QKeySequence::NativeText);
    text.replace(u"Return"_s, u"↵"_s).replace(u"Enter"_s, u"↵"_s).replace(u"Backspace"_s, u"⌫"_s);
    if (text.endsWith(u"++"_s))
        return text.chopped(2).replace(u'+', u' ') + u" +"_s;
    return text.replace(u'+', u' ');
}

int keyCapWidth(const Theme& theme, const QString& keys)
{
    return keys.isEmpty() ? 0 : QFontMetrics(theme.font(Face::Tiny)).horizontalAdvance(keys) + 10;
}

void paintKeyCap(QPainter& painter, const Theme& theme, const QRect& rect, const QString& keys, const QColor& ink,
                 const QColor& border)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal height = 18;
    const QRectF cap(rect.left() + .5, rect.top() + std::floor((rect.height() - height) / 2) + .5, rect.width() - 1,
                     height - 1);
    painter.setPen(border);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(cap, 4, 4);
    painter.setFont(theme.font(Face::Tiny));
    painter.setPen(ink);
    painter.setLayoutDirection(Qt::LeftToRight); // keys are named alike in every language
    painter.drawText(cap, static_cast<int>(Qt::AlignCenter), keys);
    painter.restore();
}

int figuresWidth(const QFontMetrics& metrics, const QString& text)
{
    if (!isFigures(text))
        return metrics.horizontalAdvance(text);
    int width = 0;
    for (const QChar c : text)
        width += c.isDigit() ? digitWidth(metrics, c) : metrics.horizontalAdvance(c);
    return width;
}

void paintFigures(QPainter& painter, const QRect& rect, const QString& text, Qt::Alignment alignment)
{
    const QFontMetrics metrics = painter.fontMetrics();
    if (!isFigures(text)) {
        paintLine(painter, rect, text, alignment);
        return;
    }
    // A number reads left to right in every script.
    const int width = figuresWidth(metrics, text);
    const Qt::Alignment visual = QStyle::visualAlignment(painter.layoutDirection(), alignment);
    int x = visual & Qt::AlignRight     ? rect.left() + rect.width() - width
            : visual & Qt::AlignHCenter ? rect.left() + (rect.width() - width) / 2
                                        : rect.left();
    const int baseline = lineBaseline(rect, metrics);
    int cell = 0;
    ushort cellZero = 0;
    for (const QChar c : text) {
        const int own = metrics.horizontalAdvance(c);
        int step = own;
        if (c.isDigit()) {
            const ushort zero = static_cast<ushort>(c.unicode() - static_cast<ushort>(c.digitValue()));
            if (zero != cellZero) {
                cell = digitWidth(metrics, c);
                cellZero = zero;
            }
            step = cell;
        }
        painter.drawText(x + (step - own) / 2, baseline, QString(c));
        x += step;
    }
}

int lineBaseline(const QRect& rect, const QFontMetrics& metrics)
{
    return rect.top() + (rect.height() - metrics.height() + 1) / 2 + metrics.ascent();
}

int chipBaseline(const Theme& theme, int chipHeight)
{
    return lineBaseline(QRect(0, 0, 1, chipHeight), QFontMetrics(theme.font(Face::SmallStrong)));
}

void paintLine(QPainter& painter, const QRect& rect, const QString& text, Qt::Alignment edge)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const Qt::Alignment visual = QStyle::visualAlignment(painter.layoutDirection(), edge);
    int left = rect.left(); // there nobody needs the width, which costs as much as the drawing
    if (visual & Qt::AlignRight)
        left += rect.width() - metrics.horizontalAdvance(text);
    else if (visual & Qt::AlignHCenter)
        left += (rect.width() - metrics.horizontalAdvance(text)) / 2;
    painter.drawText(left, lineBaseline(rect, metrics), text);
}

QString isolated(const QString& text)
{
    return text.isEmpty() ? text : u"\u2068%1\u2069"_s.arg(text);
}

void paintFocusRing(QPainter& painter, const Theme& theme, const QRectF& rect, qreal radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.colours().surface, 3));
    painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), radius - 1, radius - 1);
    painter.setPen(QPen(theme.ink(Tone::Accent), 2));
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius);
    painter.restore();
}

} // namespace waydesk::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// What the widgets and the table delegates paint alike: chips, key caps, figures in columns, the focus ring. All take
// logical rectangles already placed for the layout's direction; nothing here keeps state.
#pragma once

#include "ui/theme/theme.h"

#include <QKeySequence>
#include <QPainter>

namespace waydesk::ui {

struct ChipContent
{
    QString icon;
    QString text;
    Tone tone = Tone::Grey;
    bool bare = false; // no fill: the "→ Sealed ⏱" mark of what is expected
    QString trailingIcon;
    bool operator==(const ChipContent&) const = default;
};

inline constexpr int kChipGap = 6; // between two of them
int chipWidth(const Theme& theme, const ChipContent& chip);
void paintChip(QPainter& painter, const Theme& theme, const QRect& rect, const ChipContent& chip,
               Qt::LayoutDirection direction);

// "Ctrl N", "F2", "Ctrl ↵"
QString keyText(const QKeySequence& keys);
int keyCapWidth(const Theme& theme, const QString& keys);
void paintKeyCap(QPainter& painter, const Theme& theme, const QRect& rect, const QString& keys, const QColor& ink,
                 const QColor& border);

// Figures that stand under each other: every digit takes the width of the widest one of the font (Qt 6.4 cannot ask
// the font for its tabular figures). Text with letters in it is drawn as usual.
int figuresWidth(const QFontMetrics& metrics, const QString& text);
void paintFigures(QPainter& painter, const QRect& rect, const QString& text, Qt::Alignment alignment);

// Where a line of text stands in a row. Words, figures and chips share it, and a name in another script, whose font
// is taller, does not sink below its neighbours.
int lineBaseline(const QRect& rect, const QFontMetrics& metrics);
void paintLine(QPainter& painter, const QRect& rect, const QString& text, Qt::Alignment edge = Qt::AlignLeading);
int chipBaseline(const Theme& theme, int chipHeight); // from the chip's top

// Text from outside, kept whole inside a line of the other direction of writing ("Sara K." in an Arabic button).
QString isolated(const QString& text);

void paintFocusRing(QPainter& painter, const Theme& theme, const QRectF& rect, qreal radius);

} // namespace waydesk::ui

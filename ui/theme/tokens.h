// SPDX-License-Identifier: GPL-3.0-or-later
// The design tokens (resources/theme/tokens.json) as values: colours of both schemes, sizes and font sizes in
// logical pixels, and which tone and icon stand for which word. Read once; a broken file is a broken build and aborts.
#pragma once

#include <QColor>
#include <QHash>
#include <QString>
#include <array>

namespace waydesk::ui {

enum class Scheme { Light, Dark };

// Text, Muted, Accent and OnAccent are plain inks; the rest are pairs of text and fill that carry a meaning.
enum class Tone { Text, Muted, Accent, OnAccent, Grey, Indigo, Violet, Info, Ok, Warn, Bad };
inline constexpr std::array kMeaningTones{Tone::Grey, Tone::Indigo, Tone::Violet, Tone::Info,
                                          Tone::Ok,   Tone::Warn,   Tone::Bad};

struct ToneColours
{
    QColor text, fill;
};

struct Colours
{
    QColor background, surface, line, text, muted, accent, onAccent, accentSoft, selection;
    std::array<ToneColours, 11> tones; // by Tone
    const ToneColours& tone(Tone which) const { return tones[static_cast<size_t>(which)]; }
};

struct Sizes
{
    int step = 4, row = 32, rowCompact = 26, headerRow = 30, control = 32, topBar = 52, rail = 188, railCollapsed = 52,
        foot = 32, radiusControl = 6, radiusPanel = 8, chipHeight = 22, icon = 18, iconSmall = 14;
};

struct FontSizes
{
    int base = 13, small = 12, tiny = 11, title = 16, detailTitle = 18, figure = 26, scanCode = 52;
};

// How a status or a command's state looks beside its word.
struct Badge
{
    Tone tone = Tone::Grey;
    QString icon;
    bool operator==(const Badge&) const = default;
};

struct Tokens
{
    Colours light, dark;
    Sizes sizes;
    FontSizes fonts;
    QHash<QString, Badge> statusBadges, commandBadges;

    static Tokens load();
    const Colours& colours(Scheme scheme) const { return scheme == Scheme::Dark ? dark : light; }
    // By the wire's word ("in_transit"). A word that we do not know gets a grey question mark, never a known look.
    Badge status(const QString& word) const
    {
        return statusBadges.value(word, {Tone::Grey, QStringLiteral("circle-help")});
    }
    Badge command(const QString& word) const
    {
        return commandBadges.value(word, {Tone::Grey, QStringLiteral("circle-help")});
    }
};

// WCAG 2 contrast of two opaque colours, 1 to 21.
double contrast(const QColor& a, const QColor& b);

} // namespace waydesk::ui

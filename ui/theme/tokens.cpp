// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>

// Outside every namespace, as Qt asks: the resources live in a static library.
static void initResources()
{
    Q_INIT_RESOURCE(resources);
}

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<std::pair<QStringView, Tone>, 7> kToneWords{{{u"grey", Tone::Grey},
                                                                  {u"indigo", Tone::Indigo},
                                                                  {u"violet", Tone::Violet},
                                                                  {u"info", Tone::Info},
                                                                  {u"ok", Tone::Ok},
                                                                  {u"warn", Tone::Warn},
                                                                  {u"bad", Tone::Bad}}};

QColor colour(const QJsonValue& value)
{
    const QColor result(value.toString());
    if (!result.isValid())
        qFatal("tokens.json: '%s' is not a colour", qPrintable(value.toString()));
    return result;
}

Colours readColours(const QJsonObject& palette, const QJsonObject& tones)
{
    Colours c;
    c.background = colour(palette["background"_L1]);
    c.surface = colour(palette["surface"_L1]);
    c.line = colour(palette["line"_L1]);
    c.text = colour(palette["text"_L1]);
    c.muted = colour(palette["muted"_L1]);
    c.accent = colour(palette["accent"_L1]);
    c.onAccent = colour(palette["on_accent"_L1]);
    c.accentSoft = colour(palette["accent_soft"_L1]);
    c.selection = colour(palette["selection"_L1]);
    const auto set = [&c](Tone tone, const QColor& text, const QColor& fill) {
        c.tones[static_cast<size_t>(tone)] = {text, fill};
    };
    set(Tone::Text, c.text, c.surface);
    set(Tone::Muted, c.muted, c.surface);
    set(Tone::Accent, c.accent, c.accentSoft);
    set(Tone::OnAccent, c.onAccent, c.accent);
    for (const auto& [word, tone] : kToneWords) {
        const QJsonArray pair = tones[word].toArray();
        set(tone, colour(pair.at(0)), colour(pair.at(1)));
    }
    return c;
}

QHash<QString, Badge> readBadges(const QJsonObject& object)
{
    QHash<QString, Badge> badges;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QJsonArray pair = it->toArray();
        const QString word = pair.at(0).toString();
        const auto found =
            std::find_if(kToneWords.begin(), kToneWords.end(), [&](const auto& t) { return t.first == word; });
        if (found == kToneWords.end())
            qFatal("tokens.json: '%s' is not a tone", qPrintable(word));
        badges.insert(it.key(), {found->second, pair.at(1).toString()});
    }
    return badges;
}

} // namespace

Tokens Tokens::load()
{
    initResources();
    QFile file(u":/theme/tokens.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("tokens.json is not in the program");
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject palette = root["palette"_L1].toObject();
    const QJsonObject tones = root["tones_text_and_fill"_L1].toObject();
    Tokens t;
    t.light = readColours(palette["light"_L1].toObject(), tones["light"_L1].toObject());
    t.dark = readColours(palette["dark"_L1].toObject(), tones["dark"_L1].toObject());
    const QJsonObject s = root["size_px"_L1].toObject();
    const auto px = [](const QJsonObject& o, QLatin1StringView key) {
        if (!o.contains(key))
            qFatal("tokens.json: size '%s' is missing", key.data());
        return o[key].toInt();
    };
    t.sizes = {.step = px(s, "step"_L1),
               .row = px(s, "row"_L1),
               .rowCompact = px(s, "row_compact"_L1),
               .headerRow = px(s, "header_row"_L1),
               .control = px(s, "control"_L1),
               .topBar = px(s, "top_bar"_L1),
               .rail = px(s, "rail"_L1),
               .railCollapsed = px(s, "rail_collapsed"_L1),
               .foot = px(s, "foot"_L1),
               .radiusControl = px(s, "radius_control"_L1),
               .radiusPanel = px(s, "radius_panel"_L1),
               .chipHeight = px(s, "chip_height"_L1),
               .icon = px(s, "icon"_L1),
               .iconSmall = px(s, "icon_small"_L1)};
    const QJsonObject f = root["font_px"_L1].toObject();
    t.fonts = {.base = px(f, "base"_L1),
               .small = px(f, "small"_L1),
               .tiny = px(f, "tiny"_L1),
               .title = px(f, "title"_L1),
               .detailTitle = px(f, "detail_title"_L1),
               .figure = px(f, "figure"_L1),
               .scanCode = px(f, "scan_code"_L1)};
    t.statusBadges = readBadges(root["status_tone_and_icon"_L1].toObject());
    t.commandBadges = readBadges(root["command_tone_and_icon"_L1].toObject());
    return t;
}

double contrast(const QColor& a, const QColor& b)
{
    const auto luminance = [](const QColor& c) {
        const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
    };
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace waydesk::ui

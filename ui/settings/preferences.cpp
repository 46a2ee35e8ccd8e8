// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/preferences.h"

#include "ui/window/memory.h"

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype kMostText = 2000;

TileChoice loadTiles(const Memory& memory)
{
    using From = TileChoice::From;
    const auto text = [&memory](const QString& key) { return memory.value(key).toString().left(kMostText); };
    const QString from = text(u"tiles/from"_s);
    TileChoice tiles;
    tiles.from = from == u"address" ? From::Address : from == u"file" ? From::File : From::Nothing;
    tiles.address = text(u"tiles/address"_s);
    tiles.file = text(u"tiles/file"_s);
    tiles.attribution = text(u"tiles/attribution"_s);
    tiles.contact = text(u"tiles/contact"_s);
    tiles.mostZoom = std::clamp(memory.value(u"tiles/mostZoom"_s, tiles.mostZoom).toInt(), TileChoice::kLeastZoom,
                                TileChoice::kMostZoom);
    return tiles;
}

void keepTiles(Memory& memory, const TileChoice& tiles)
{
    using From = TileChoice::From;
    const From from = tiles.from;
    memory.setValue(u"tiles/from"_s, from == From::Address ? u"address"_s : from == From::File ? u"file"_s : QString());
    memory.setValue(u"tiles/address"_s, tiles.address);
    memory.setValue(u"tiles/file"_s, tiles.file);
    memory.setValue(u"tiles/attribution"_s, tiles.attribution);
    memory.setValue(u"tiles/contact"_s, tiles.contact);
    memory.setValue(u"tiles/mostZoom"_s, tiles.mostZoom);
}

QString offKey(AlarmKind kind)
{
    return u"alarms/off/"_s + word(kind);
}

Preferences load(const Memory& memory)
{
    Preferences p;
    p.language = memory.value(u"language"_s).toString();
    const QString theme = memory.value(u"theme"_s).toString();
    p.theme = theme == u"light"  ? Theme::Preference::Light
              : theme == u"dark" ? Theme::Preference::Dark
                                 : Theme::Preference::System;
    p.density = memory.value(u"density"_s).toString() == u"compact" ? Density::Compact : Density::Comfortable;
    p.wedge.longestPause =
        std::chrono::milliseconds(std::clamp(memory.value(u"scanner/longestPauseMs"_s, 40).toInt(), 5, 200));
    p.wedge.shortestCode = std::clamp(memory.value(u"scanner/shortestCode"_s, 4).toInt(), 1, 32);
    p.wedge.prefix = memory.value(u"scanner/prefix"_s).toString().left(8);
    p.wedge.suffix = memory.value(u"scanner/suffix"_s).toString().left(8);
    p.wedge.returnEnds = memory.value(u"scanner/returnEnds"_s, true).toBool();
    p.wedge.tabEnds = memory.value(u"scanner/tabEnds"_s, true).toBool();
    p.wedge.pauseEnds = memory.value(u"scanner/pauseEnds"_s, false).toBool();
    p.volume = std::clamp(memory.value(u"sound/volume"_s, 80).toInt(), 0, 100);
    p.muted = memory.value(u"sound/muted"_s, false).toBool();
    p.serialPort = memory.value(u"serial/port"_s).toString();
    p.serialBaud = std::clamp(memory.value(u"serial/baud"_s, 9600).toInt(), 1200, 921600);
    p.road.router = QUrl(memory.value(u"road/router"_s).toString());
    if (!RoadPreferences::isRouter(p.road.router))
        p.road.router.clear();
    const auto within = [&memory](const QString& key, int usual, int least, int most) {
        return std::clamp(memory.value(key, usual).toInt(), least, most);
    };
    const RoadPreferences usual;
    p.road.silentMinutes = within(u"road/silentMinutes"_s, usual.silentMinutes, RoadPreferences::kLeastMinutes,
                                  RoadPreferences::kMostMinutes);
    p.road.idleMinutes =
        within(u"road/idleMinutes"_s, usual.idleMinutes, RoadPreferences::kLeastMinutes, RoadPreferences::kMostMinutes);
    p.road.astrayMetres =
        within(u"road/astrayMetres"_s, usual.astrayMetres, RoadPreferences::kLeastMetres, RoadPreferences::kMostMetres);
    p.tiles = loadTiles(memory);
    p.road.lateMinutes = within(u"road/lateMinutes"_s, usual.lateMinutes, 0, RoadPreferences::kMostMinutes);
    p.road.returnMinutes = within(u"road/returnMinutes"_s, usual.returnMinutes, RoadPreferences::kLeastMinutes,
                                  RoadPreferences::kMostMinutes);
    for (const AlarmKind kind : kAlarmKinds)
        p.road.off[static_cast<size_t>(kind)] = memory.value(offKey(kind), false).toBool();
    p.road.alarmVolume = within(u"alarms/volume"_s, usual.alarmVolume, 0, 100);
    p.road.alarmsMuted = memory.value(u"alarms/muted"_s, false).toBool();
    return p;
}

QString word(Theme::Preference preference)
{
    switch (preference) {
    case Theme::Preference::System:
        return u"system"_s;
    case Theme::Preference::Light:
        return u"light"_s;
    case Theme::Preference::Dark:
        return u"dark"_s;
    }
    return {};
}
} // namespace

bool RoadPreferences::isRouter(const QUrl& url)
{
    return url.isValid() && !url.host().isEmpty() && (url.scheme() == u"http" || url.scheme() == u"https");
}

AlarmRules RoadPreferences::rules() const
{
    AlarmRules rules;
    rules.silentAfter = std::chrono::minutes(silentMinutes);
    rules.idleAfter = std::chrono::minutes(idleMinutes);
    rules.astrayBy = astrayMetres;
    rules.lateAfter = std::chrono::minutes(lateMinutes);
    rules.returnAfter = std::chrono::minutes(returnMinutes);
    rules.off = off;
    return rules;
}

PreferenceKeeper::PreferenceKeeper(Memory& memory, QObject* parent)
    : QObject(parent)
    , m_memory(memory)
    , m_preferences(load(memory))
{
}

void PreferenceKeeper::set(const Preferences& p)
{
    if (p == m_preferences)
        return;
    m_memory.setValue(u"language"_s, p.language);
    m_memory.setValue(u"theme"_s, word(p.theme));
    m_memory.setValue(u"density"_s, p.density == Density::Compact ? u"compact"_s : u"comfortable"_s);
    m_memory.setValue(u"scanner/longestPauseMs"_s, static_cast<int>(p.wedge.longestPause.count()));
    m_memory.setValue(u"scanner/shortestCode"_s, p.wedge.shortestCode);
    m_memory.setValue(u"scanner/prefix"_s, p.wedge.prefix);
    m_memory.setValue(u"scanner/suffix"_s, p.wedge.suffix);
    m_memory.setValue(u"scanner/returnEnds"_s, p.wedge.returnEnds);
    m_memory.setValue(u"scanner/tabEnds"_s, p.wedge.tabEnds);
    m_memory.setValue(u"scanner/pauseEnds"_s, p.wedge.pauseEnds);
    m_memory.setValue(u"sound/volume"_s, p.volume);
    m_memory.setValue(u"sound/muted"_s, p.muted);
    m_memory.setValue(u"serial/port"_s, p.serialPort);
    m_memory.setValue(u"serial/baud"_s, p.serialBaud);
    m_memory.setValue(u"road/router"_s, p.road.router.toString());
    m_memory.setValue(u"road/silentMinutes"_s, p.road.silentMinutes);
    m_memory.setValue(u"road/idleMinutes"_s, p.road.idleMinutes);
    m_memory.setValue(u"road/astrayMetres"_s, p.road.astrayMetres);
    keepTiles(m_memory, p.tiles);
    m_memory.setValue(u"road/lateMinutes"_s, p.road.lateMinutes);
    m_memory.setValue(u"road/returnMinutes"_s, p.road.returnMinutes);
    for (const AlarmKind kind : kAlarmKinds)
        m_memory.setValue(offKey(kind), p.road.off[static_cast<size_t>(kind)]);
    m_memory.setValue(u"alarms/volume"_s, p.road.alarmVolume);
    m_memory.setValue(u"alarms/muted"_s, p.road.alarmsMuted);
    m_preferences = p;
    Q_EMIT changed();
}

} // namespace waydesk::ui

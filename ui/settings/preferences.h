// SPDX-License-Identifier: GPL-3.0-or-later
// What a person may set on this desk, as one value over the Memory seam. Out-of-range values in a damaged file become
// the nearest allowed one. GUI thread; changed() comes after the new values are kept.
#pragma once

#include "services/domain/alarms.h"
#include "services/domain/scan/keywedge.h"
#include "services/domain/tiles/tilechoice.h"
#include "ui/theme/theme.h"

#include <QObject>
#include <QUrl>

namespace waydesk::ui {

class Memory;

struct RoadPreferences
{
    static constexpr int kLeastMinutes = 1, kMostMinutes = 240, kLeastMetres = 200, kMostMetres = 50'000;
    static bool isRouter(const QUrl& url);                          // http or https, with a host
    QUrl router;                                                    // empty: none
    int silentMinutes = 10, idleMinutes = 25, astrayMetres = 2'500; // when an alarm is raised
    int lateMinutes = 10, returnMinutes = 30;                       // no lateness at all may be borne
    std::array<bool, kAlarmKinds.size()> off{};                     // by kind: no such alarm
    int alarmVolume = 80;                                           // percent
    bool alarmsMuted = false;
    AlarmRules rules() const;
    bool operator==(const RoadPreferences&) const = default;
};

struct Preferences
{
    QString language; // "en", "ar"; empty: as the system
    Theme::Preference theme = Theme::Preference::System;
    Density density = Density::Comfortable;
    scan::WedgeSettings wedge;
    int volume = 80; // percent
    bool muted = false;
    QString serialPort; // empty: none
    int serialBaud = 9600;
    RoadPreferences road;
    TileChoice tiles;
    bool operator==(const Preferences&) const = default;
};

class PreferenceKeeper : public QObject
{
    Q_OBJECT

public:
    explicit PreferenceKeeper(Memory& memory, QObject* parent = nullptr);
    const Preferences& preferences() const { return m_preferences; }
    void set(const Preferences& preferences);

Q_SIGNALS:
    void changed();

private:
    Memory& m_memory;
    Preferences m_preferences;
};

} // namespace waydesk::ui

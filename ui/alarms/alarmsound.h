// SPDX-License-Identifier: GPL-3.0-or-later
// The sound of an alarm: once when one is raised, and not again within ten seconds, however many follow. One that was
// acknowledged or snoozed is not raised and so not heard; nor is anything while the alarms are silent. GUI thread.
#pragma once

#include "services/facade/alarmservice.h"

#include <QUrl>
#include <functional>

namespace waydesk::models {
class Formats;
}

namespace waydesk::ui {

class PreferenceKeeper;
class SoundPlayer;

class AlarmSound : public QObject
{
    Q_OBJECT

public:
    using Players = std::function<SoundPlayer*()>; // asked once, at the first sound; null: there is none
    static constexpr std::chrono::seconds kPause{10};

    // `formats` knows what time it is.
    AlarmSound(const PreferenceKeeper& keeper, facade::AlarmService& alarms, const models::Formats& formats,
               Players players, QObject* parent = nullptr);
    static QUrl source();

private:
    void raised();

    const PreferenceKeeper& m_keeper;
    const models::Formats& m_formats;
    Players m_players;
    SoundPlayer* m_player = nullptr; // the plugin's, which lives as long as the program
    bool m_looked = false;
    std::optional<Instant> m_last;
};

} // namespace waydesk::ui

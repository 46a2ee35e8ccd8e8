// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alarms/alarmsound.h"

#include "models/formats.h"
#include "ui/scan/scansounds.h"
#include "ui/scan/soundplayer.h"
#include "ui/settings/preferences.h"

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

AlarmSound::AlarmSound(const PreferenceKeeper& keeper, facade::AlarmService& alarms, const models::Formats& formats,
                       Players players, QObject* parent)
    : QObject(parent)
    , m_keeper(keeper)
    , m_formats(formats)
    , m_players(std::move(players))
{
    connect(&alarms, &facade::AlarmService::raised, this, &AlarmSound::raised);
}

QUrl AlarmSound::source()
{
    return ScanSounds::file(u"alarm"_s);
}

void AlarmSound::raised()
{
    const RoadPreferences& road = m_keeper.preferences().road;
    const Instant now = m_formats.now();
    const bool isTooSoon = m_last && now >= *m_last && now - *m_last < kPause;
    if (road.alarmsMuted || road.alarmVolume == 0 || isTooSoon)
        return;
    m_last = now;
    if (!std::exchange(m_looked, true)) {
        SoundPlayer* found = m_players();
        m_player = found && found->hasDevice() ? found : nullptr;
    }
    if (m_player)
        m_player->play(source(), static_cast<float>(road.alarmVolume) / 100.F);
}

} // namespace waydesk::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sounds/effectplayer.h"

#include <QAudioDevice>
#include <QMediaDevices>
#include <QSoundEffect>

namespace waydesk::ui {

bool EffectPlayer::hasDevice() const
{
    return !QMediaDevices::defaultAudioOutput().isNull();
}

void EffectPlayer::play(const QUrl& source, float volume)
{
    QSoundEffect*& effect = m_effects[source];
    if (!effect) {
        effect = new QSoundEffect(this);
        effect->setSource(source);
    }
    effect->setVolume(volume);
    effect->play();
}

} // namespace waydesk::ui

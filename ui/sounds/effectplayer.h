// SPDX-License-Identifier: GPL-3.0-or-later
// Sounds through Qt Multimedia.
#pragma once

#include "ui/scan/soundplayer.h"

#include <QHash>
#include <QObject>

class QSoundEffect;

namespace waydesk::ui {

class EffectPlayer final : public QObject, public SoundPlayer
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "waydesk.SoundPlayer/1")
    Q_INTERFACES(waydesk::ui::SoundPlayer)

public:
    bool hasDevice() const override;
    void play(const QUrl& source, float volume) override;

private:
    QHash<QUrl, QSoundEffect*> m_effects;
};

} // namespace waydesk::ui

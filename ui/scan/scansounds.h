// SPDX-License-Identifier: GPL-3.0-or-later
// Five short sounds, each told apart without looking: ready, scanned twice, refused, a verdict changed, attached.
// Without an audio device, or muted, it is silent and says nothing. Devices are looked for at the first sound only.
#pragma once

#include <QHash>
#include <QObject>

class QSoundEffect;

namespace waydesk::ui {

class PreferenceKeeper;

enum class ScanSound { Ready, Twice, Refused, Changed, Attached };

class ScanSounds : public QObject
{
    Q_OBJECT

public:
    explicit ScanSounds(const PreferenceKeeper& keeper, QObject* parent = nullptr);
    void play(ScanSound sound);

Q_SIGNALS:
    void played(waydesk::ui::ScanSound sound); // asked for, heard or not

private:
    const PreferenceKeeper& m_keeper;
    QHash<int, QSoundEffect*> m_effects;
    bool m_hasDevice = false, m_looked = false;
};

} // namespace waydesk::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Five short sounds, each told apart without looking: ready, scanned twice, refused, a verdict changed, attached.
// Without an audio device, or muted, it is silent and says nothing. The player is loaded, and a device looked for, at
// the first sound only.
#pragma once

#include <QObject>
#include <QUrl>

namespace waydesk::ui {

class PreferenceKeeper;
class SoundPlayer;

enum class ScanSound { Ready, Twice, Refused, Changed, Attached };

class ScanSounds : public QObject
{
    Q_OBJECT

public:
    explicit ScanSounds(const PreferenceKeeper& keeper, QObject* parent = nullptr);
    void play(ScanSound sound);
    static QUrl file(const QString& name); // of the program's own sounds: "ready", "alarm"
    static SoundPlayer* player();          // null, with a warning: the plugin is not where the program is

Q_SIGNALS:
    void played(waydesk::ui::ScanSound sound); // asked for, heard or not

private:
    const PreferenceKeeper& m_keeper;
    SoundPlayer* m_player = nullptr; // the plugin's, which lives as long as the program
    bool m_looked = false;
};

} // namespace waydesk::ui

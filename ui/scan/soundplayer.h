// SPDX-License-Identifier: GPL-3.0-or-later
// What makes sounds heard. It stands in a plugin of its own, libwaydesk_sounds beside the program, because what it is
// linked with (Qt Multimedia and twelve libraries behind it) would be loaded at every start for the first scan's sake.
#pragma once

#include <QUrl>
#include <QtPlugin>

namespace waydesk::ui {

class SoundPlayer
{
public:
    virtual ~SoundPlayer() = default;
    virtual bool hasDevice() const = 0;                      // as of now
    virtual void play(const QUrl& source, float volume) = 0; // volume 0 to 1; a source is read at its first play
};

} // namespace waydesk::ui

Q_DECLARE_INTERFACE(waydesk::ui::SoundPlayer, "waydesk.SoundPlayer/1")

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/scansounds.h"

#include "ui/settings/preferences.h"

#include <QAudioDevice>
#include <QMediaDevices>
#include <QSoundEffect>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
QUrl source(ScanSound sound)
{
    switch (sound) {
    case ScanSound::Ready:
        return QUrl(u"qrc:/sounds/ready.wav"_s);
    case ScanSound::Twice:
        return QUrl(u"qrc:/sounds/twice.wav"_s);
    case ScanSound::Refused:
        return QUrl(u"qrc:/sounds/refused.wav"_s);
    case ScanSound::Changed:
        return QUrl(u"qrc:/sounds/changed.wav"_s);
    case ScanSound::Attached:
        return QUrl(u"qrc:/sounds/attached.wav"_s);
    }
    return {};
}
} // namespace

ScanSounds::ScanSounds(const PreferenceKeeper& keeper, QObject* parent)
    : QObject(parent)
    , m_keeper(keeper)
{
}

void ScanSounds::play(ScanSound sound)
{
    Q_EMIT played(sound);
    const Preferences& wanted = m_keeper.preferences();
    if (wanted.muted || wanted.volume == 0 || qEnvironmentVariableIsSet("WAYDESK_SILENT"))
        return;
    if (!std::exchange(m_looked, true))
        m_hasDevice = !QMediaDevices::defaultAudioOutput().isNull();
    if (!m_hasDevice)
        return;
    QSoundEffect*& effect = m_effects[static_cast<int>(sound)];
    if (!effect) {
        effect = new QSoundEffect(this);
        effect->setSource(source(sound));
    }
    effect->setVolume(static_cast<float>(wanted.volume) / 100.F);
    effect->play();
}

} // namespace waydesk::ui

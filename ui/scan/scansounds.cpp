// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/scansounds.h"

#include "ui/scan/soundplayer.h"
#include "ui/settings/preferences.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QPluginLoader>

// Outside every namespace, as Qt asks: the resources live in a static library.
static void initResources()
{
    Q_INIT_RESOURCE(sounds);
}

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

Q_LOGGING_CATEGORY(lcSounds, "waydesk.sounds")

namespace {
QUrl source(ScanSound sound)
{
    switch (sound) {
    case ScanSound::Ready:
        return ScanSounds::file(u"ready"_s);
    case ScanSound::Twice:
        return ScanSounds::file(u"twice"_s);
    case ScanSound::Refused:
        return ScanSounds::file(u"refused"_s);
    case ScanSound::Changed:
        return ScanSounds::file(u"changed"_s);
    case ScanSound::Attached:
        return ScanSounds::file(u"attached"_s);
    }
    return {};
}
} // namespace

QUrl ScanSounds::file(const QString& name)
{
    initResources();
    return QUrl(u"qrc:/sounds/%1.wav"_s.arg(name));
}

ScanSounds::ScanSounds(const PreferenceKeeper& keeper, QObject* parent)
    : QObject(parent)
    , m_keeper(keeper)
{
}

SoundPlayer* ScanSounds::player()
{
    const QString here = QCoreApplication::applicationDirPath();
    QString problem;
    for (const QString& folder : {here, QString(here + u"/../lib/waydesk"), QString(here + u"/../bin")}) {
        QPluginLoader loader(folder + u"/libwaydesk_sounds.so");
        if (auto* player = qobject_cast<SoundPlayer*>(loader.instance()))
            return player;
        problem += loader.errorString() + u'\n';
    }
    qCWarning(lcSounds, "no sounds: %s", qUtf8Printable(problem));
    return nullptr;
}

void ScanSounds::play(ScanSound sound)
{
    Q_EMIT played(sound);
    const Preferences& wanted = m_keeper.preferences();
    if (wanted.muted || wanted.volume == 0 || qEnvironmentVariableIsSet("WAYDESK_SILENT"))
        return;
    if (!std::exchange(m_looked, true)) {
        SoundPlayer* found = player();
        m_player = found && found->hasDevice() ? found : nullptr;
    }
    if (m_player)
        m_player->play(source(sound), static_cast<float>(wanted.volume) / 100.F);
}

} // namespace waydesk::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Sounds are asked for with every scan, heard where there is a device, and loaded only then.
#include "ui/scan/scansounds.h"
#include "ui/scan/soundplayer.h"
#include "ui/settings/preferences.h"
#include "ui/window/memory.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace waydesk::ui;

class TestScanSounds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriesItsSoundsWithIt()
    {
        for (const char* name : {"ready", "twice", "refused", "changed", "attached", "alarm"}) {
            const QUrl source = ScanSounds::file(QString::fromLatin1(name));
            QFile file(QLatin1Char(':') + source.path());
            QVERIFY2(file.open(QIODevice::ReadOnly) && file.read(4) == "RIFF", name);
        }
    }

    void isLoadedWhenASoundIsWantedAndNotBefore()
    {
        ShortMemory memory;
        PreferenceKeeper keeper(memory);
        ScanSounds sounds(keeper);
        QSignalSpy played(&sounds, &ScanSounds::played);
        Preferences wanted = keeper.preferences();
        wanted.muted = true;
        keeper.set(wanted);
        sounds.play(ScanSound::Refused);
        QVERIFY(!isLoaded());
        wanted.muted = false;
        wanted.volume = 1;
        keeper.set(wanted);
        sounds.play(ScanSound::Refused);
        QVERIFY(isLoaded());
        QCOMPARE(played.size(), 2);
        QVERIFY(ScanSounds::player());
    }

private:
    static bool isLoaded()
    {
        QFile maps(QStringLiteral("/proc/self/maps"));
        return maps.open(QIODevice::ReadOnly) && maps.readAll().contains("libwaydesk_sounds.so");
    }
};

QTEST_MAIN(TestScanSounds)
#include "tst_scansounds.moc"

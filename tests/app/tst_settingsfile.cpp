// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk keeps its settings whole, whatever happens to the file; and reads its command line strictly.
#include "app/filememory.h"
#include "app/keychainkeeper.h"
#include "app/options.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk::app;

class SettingsFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remembersEveryKindOfValue();
    void isForItsOwnerOnly();
    void forgetsWhatIsTakenAway();
    void beginsAnewAndKeepsADamagedFile_data();
    void beginsAnewAndKeepsADamagedFile();
    void keepsTheOldFileWhenTheDiskRefuses();
    void keepsASessionAsItIs();
    void readsTheCommandLine();
    void refusesAWrongCommandLine_data();
    void refusesAWrongCommandLine();
};

void SettingsFile::remembersEveryKindOfValue()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"settings.json"_s);
    const QByteArray bytes("\0\xFF\x01 bytes", 9);
    {
        FileMemory memory(path);
        memory.setValue(u"text"_s, u"أربيل"_s);
        memory.setValue(u"flag"_s, true);
        memory.setValue(u"number"_s, 42);
        memory.setValue(u"list"_s, QStringList{u"DEL1\u001D"_s, u"DEL2"_s});
        memory.setValue(u"bytes"_s, bytes);
    }
    const FileMemory memory(path);
    QCOMPARE(memory.value(u"text"_s).toString(), u"أربيل"_s);
    QCOMPARE(memory.value(u"flag"_s).toBool(), true);
    QCOMPARE(memory.value(u"number"_s).toInt(), 42);
    QCOMPARE(memory.value(u"list"_s).toStringList(), (QStringList{u"DEL1\u001D"_s, u"DEL2"_s}));
    QCOMPARE(memory.value(u"bytes"_s).toByteArray(), bytes);
    QCOMPARE(memory.value(u"absent"_s, 7).toInt(), 7);
}

void SettingsFile::isForItsOwnerOnly()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"settings.json"_s);
    FileMemory memory(path);
    memory.setValue(u"a"_s, 1);
    QVERIFY(memory.flush());
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
             QFile::Permissions());
}

void SettingsFile::forgetsWhatIsTakenAway()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"settings.json"_s);
    {
        FileMemory memory(path);
        memory.setValue(u"a"_s, 1);
        memory.setValue(u"a"_s, {});
        QVERIFY(!memory.value(u"a"_s).isValid());
    }
    const FileMemory memory(path);
    QVERIFY(!memory.value(u"a"_s).isValid());
}

void SettingsFile::beginsAnewAndKeepsADamagedFile_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("half") << QByteArray("{\"theme\": \"da");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("another thing") << QByteArray("[1,2]");
    QTest::newRow("binary") << QByteArray("\0\0\0\0", 4);
}

void SettingsFile::beginsAnewAndKeepsADamagedFile()
{
    QFETCH(QByteArray, content);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"settings.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    QTest::ignoreMessage(QtWarningMsg, "the settings file was damaged and is begun anew");
    FileMemory memory(path);
    QVERIFY(!memory.value(u"theme"_s).isValid());
    memory.setValue(u"theme"_s, u"dark"_s);
    QVERIFY(memory.flush());
    QFile kept(path + u".damaged"_s);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), content);
}

void SettingsFile::keepsTheOldFileWhenTheDiskRefuses()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"gone/settings.json"_s);
    FileMemory memory(path);
    memory.setValue(u"a"_s, 1);
    QTest::ignoreMessage(QtWarningMsg, "the settings file cannot be written");
    QVERIFY(!memory.flush());
    QCOMPARE(memory.value(u"a"_s).toInt(), 1); // still there for this run
    QVERIFY(QDir().mkpath(folder.filePath(u"gone"_s)));
    QVERIFY(memory.flush()); // and written as soon as it can be
}

void SettingsFile::keepsASessionAsItIs()
{
    waydesk::sync::KeptSession session;
    session.access = u"a"_s;
    session.refresh = u"r"_s;
    session.accessUntil = *waydesk::parseInstant(u"2026-04-07T12:00:00Z");
    session.user.id.value = u"user-1"_s;
    session.user.fullName = u"سارة"_s;
    session.user.email = u"s@example.org"_s;
    session.role = u"dispatcher"_s;
    session.tenant.value = u"t"_s;
    session.permissions = {u"waybill.seal"_s, u"waybill.create"_s};
    QCOMPARE(decodeSession(encodeSession(session)), std::optional(session));
    QVERIFY(!decodeSession("not json"));
    QVERIFY(!decodeSession("{}"));
}

void SettingsFile::readsTheCommandLine()
{
    const auto options =
        readOptions({u"--connect"_s, u"depot.example.org"_s, u"--data-dir"_s, u"/tmp/x"_s, u"--language"_s, u"ar"_s});
    QVERIFY(options.ok());
    QCOMPARE(options->connect->toString(), u"https://depot.example.org"_s);
    QCOMPARE(options->dataDir, u"/tmp/x"_s);
    QCOMPARE(options->language, u"ar"_s);
    const auto demo = readOptions({u"--demo"_s, u"--demo-deliveries"_s, u"5000"_s, u"--tour"_s, u"out"_s});
    QVERIFY(demo.ok());
    QVERIFY(demo->demo);
    QCOMPARE(*demo->demoDeliveries, 5000);
}

void SettingsFile::refusesAWrongCommandLine_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("unknown") << QStringList{u"--frobnicate"_s};
    QTest::newRow("no url") << QStringList{u"--connect"_s};
    QTest::newRow("bad url") << QStringList{u"--connect"_s, u"ftp://x"_s};
    QTest::newRow("password in url") << QStringList{u"--connect"_s, u"https://a:b@x"_s};
    QTest::newRow("language") << QStringList{u"--language"_s, u"xx"_s};
    QTest::newRow("both") << QStringList{u"--demo"_s, u"--connect"_s, u"x.org"_s};
    QTest::newRow("number") << QStringList{u"--demo-deliveries"_s, u"many"_s};
    QTest::newRow("tour") << QStringList{u"--tour"_s};
}

void SettingsFile::refusesAWrongCommandLine()
{
    QFETCH(QStringList, words);
    const auto options = readOptions(words);
    QVERIFY(!options.ok());
    QVERIFY(!options.error().detail.isEmpty());
}

QTEST_GUILESS_MAIN(SettingsFile)
#include "tst_settingsfile.moc"

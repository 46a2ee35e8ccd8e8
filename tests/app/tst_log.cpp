// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's log tells what happened and nothing about whom.
#include "app/logfile.h"
#include "app/redaction.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class LogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsOutWhatIsPrivate_data();
    void cutsOutWhatIsPrivate();
    void leavesWhatHelps_data();
    void leavesWhatHelps();
    void writesLinesOfJsonForItsOwnerOnly();
    void turnsOverAndKeepsThree();
};

void LogTest::cutsOutWhatIsPrivate_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("secret");
    const auto row = [](const char* name, const QString& message, const QString& secret) {
        QTest::newRow(name) << message << secret;
    };
    row("bearer", u"GET / Authorization: Bearer abc.def-123"_s, u"abc.def-123"_s);
    row("bearer alone", u"sent Bearer tok_8f2c"_s, u"tok_8f2c"_s);
    row("json token", u"{\"access_token\":\"s3cret\",\"x\":1}"_s, u"s3cret"_s);
    row("json refresh", u"{\"refresh_token\": \"r3\\\"fr3sh\"}"_s, u"fr3sh"_s);
    row("json password", u"body {\"email\":\"a@b.co\",\"password\":\"hunter two\"}"_s, u"hunter two"_s);
    row("cut off json", u"body {\"password\":\"hunter tw"_s, u"hunter"_s);
    row("form password", u"password=hunter2&x=1"_s, u"hunter2"_s);
    row("token of 43", u"renewed x7Fh2kLmNq8RsTuVwXyZ0123456789abcdefABCDEF1"_s, u"x7Fh2kLmNq8RsTuVwXyZ"_s);
    row("jwt", u"got eyJhbGciOiJI.eyJzdWIiOiIx.c2ln"_s, u"eyJzdWIiOiIx"_s);
    row("e-mail", u"user sara.k@example.org signed in"_s, u"sara.k@example.org"_s);
    row("phone", u"called +964 750 123 4567 twice"_s, u"123 4567"_s);
    row("phone plain", u"to 07501234567"_s, u"07501234567"_s);
    row("phone in Arabic digits", u"to ٠٧٥٠١٢٣٤٥٦٧"_s, u"٠٧٥٠١٢٣٤٥٦٧"_s);
    row("phone field", u"{\"phone\":\"12\"}"_s, u"12"_s);
    row("address field", u"{\"full_address\":\"60 Metre St, Erbil\",\"city\":\"Erbil\"}"_s, u"60 Metre"_s);
    row("address words", u"address=60 Metre Street Erbil"_s, u"Metre Street"_s);
    row("name field", u"{\"full_name\":\"Lana Farid\"}"_s, u"Lana"_s);
    row("notes", u"{\"notes\":\"blue door, ring twice\"}"_s, u"blue door"_s);
    row("credentials in an address", u"https://user:pa55@depot.example.org/x"_s, u"pa55"_s);
}

void LogTest::cutsOutWhatIsPrivate()
{
    QFETCH(QString, message);
    QFETCH(QString, secret);
    QVERIFY(message.contains(secret));
    QVERIFY2(!waydesk::app::redacted(message).contains(secret), qPrintable(waydesk::app::redacted(message)));
}

void LogTest::leavesWhatHelps_data()
{
    QTest::addColumn<QString>("message");
    QTest::newRow("uuid") << u"command 0b6fd0ae-3f1c-4e5c-9a55-0c8f6f0f7d11 refused"_s;
    QTest::newRow("code") << u"seal WB00412: 409 waybill_not_editable after 80 ms"_s;
    QTest::newRow("server") << u"connected to http://127.0.0.1:8480"_s;
    QTest::newRow("counts") << u"ingested 12000 rows in 341 ms"_s;
}

void LogTest::leavesWhatHelps()
{
    QFETCH(QString, message);
    QCOMPARE(waydesk::app::redacted(message), message);
}

void LogTest::writesLinesOfJsonForItsOwnerOnly()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"log.jsonl"_s);
    {
        const waydesk::app::LogFile log(path);
        qInfo("token=%s for %s", "sEcReT99", "sara@example.org");
        qInfo("line\nbreak \"quoted\"");
    }
    QFile file(path);
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray all = file.readAll();
    QVERIFY(!all.contains("sEcReT99"));
    QVERIFY(!all.contains("sara@"));
    const QList<QByteArray> lines = all.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    for (const QByteArray& line : lines) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        QCOMPARE(object.keys(), (QStringList{u"level"_s, u"message"_s, u"t"_s, u"where"_s}));
        QCOMPARE(object["level"_L1].toString(), u"info"_s);
    }
}

void LogTest::turnsOverAndKeepsThree()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"log.jsonl"_s);
    {
        const waydesk::app::LogFile log(path, 2000);
        for (int i = 0; i < 200; ++i)
            qInfo("message number %d of many", i);
    }
    const QStringList files = QDir(folder.path()).entryList(QDir::Files, QDir::Name);
    QCOMPARE(files, (QStringList{u"log.jsonl"_s, u"log.jsonl.1"_s, u"log.jsonl.2"_s, u"log.jsonl.3"_s}));
    for (const QString& name : files) {
        QVERIFY(QFileInfo(folder.filePath(name)).size() < 2300);
        QCOMPARE(QFile::permissions(folder.filePath(name)) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
    }
}

QTEST_GUILESS_MAIN(LogTest)
#include "tst_log.moc"

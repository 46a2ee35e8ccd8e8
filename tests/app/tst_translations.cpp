// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk speaks Arabic completely: every string of the sources is translated, every placeholder and plural form is
// there.
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Message
{
    QString source;
    QStringList forms; // one, or the plural forms
    bool numerus = false, unfinished = false;
};

QList<Message> read(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Message> all;
    QXmlStreamReader xml(&file);
    Message message;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == u"message")
            message = {.numerus = xml.attributes().value(u"numerus"_s) == u"yes"};
        else if (xml.isStartElement() && xml.name() == u"source")
            message.source = xml.readElementText();
        else if (xml.isStartElement() && xml.name() == u"translation") {
            message.unfinished = xml.attributes().hasAttribute(u"type"_s);
            if (!message.numerus)
                message.forms = {xml.readElementText()};
        } else if (xml.isStartElement() && xml.name() == u"numerusform")
            message.forms.append(xml.readElementText());
        else if (xml.isEndElement() && xml.name() == u"message")
            all.append(message);
    }
    return all;
}

QStringList placeholders(const QString& text)
{
    static const QRegularExpression pattern(u"%L?\\d"_s);
    QStringList all;
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        all.append(it.next().captured());
    all.sort();
    return all;
}

QString path(const QString& language)
{
    return QStringLiteral(WAYDESK_SOURCE_DIR "/translations/waydesk_%1.ts").arg(language);
}
} // namespace

class TranslationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arabicIsWhole();
    void nothingInTheSourcesIsMissing();
    void englishHasItsPlurals();
};

void TranslationsTest::arabicIsWhole()
{
    const QList<Message> all = read(path(u"ar"_s));
    QVERIFY(all.size() > 500);
    for (const Message& message : all) {
        QVERIFY2(!message.unfinished, qPrintable(message.source));
        QCOMPARE(message.forms.size(), message.numerus ? 6 : 1);
        for (const QString& form : message.forms) {
            QVERIFY2(!form.isEmpty(), qPrintable(message.source));
            if (!message.numerus)
                QVERIFY2(placeholders(form) == placeholders(message.source), qPrintable(message.source));
        }
    }
}

void TranslationsTest::nothingInTheSourcesIsMissing()
{
    const QString lupdate = u"/usr/lib/qt6/bin/lupdate"_s;
    QVERIFY2(QFile::exists(lupdate), "lupdate is not installed: ./dev test does it");
    QTemporaryDir folder;
    const QString copy = folder.filePath(u"waydesk_ar.ts"_s);
    QVERIFY(QFile::copy(path(u"ar"_s), copy));
    QProcess process;
    process.setWorkingDirectory(QStringLiteral(WAYDESK_SOURCE_DIR));
    process.start(lupdate, {u"-silent"_s, u"-I"_s, u"."_s, u"-locations"_s, u"none"_s, u"-no-obsolete"_s, u"ui"_s,
                            u"models"_s, u"app"_s, u"-ts"_s, copy});
    QVERIFY(process.waitForFinished(120'000));
    QStringList missing;
    for (const Message& message : read(copy)) {
        if (message.unfinished)
            missing.append(message.source);
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
}

void TranslationsTest::englishHasItsPlurals()
{
    const QList<Message> all = read(path(u"en"_s));
    QVERIFY(!all.isEmpty());
    for (const Message& message : all) {
        QVERIFY(message.numerus);
        QCOMPARE(message.forms.size(), 2);
        for (const QString& form : message.forms)
            QVERIFY2(!form.contains(u"(s)"_s) && !form.isEmpty(), qPrintable(form));
    }
}

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"

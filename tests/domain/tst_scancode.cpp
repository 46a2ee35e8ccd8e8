// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk shows a person what was scanned, never what the scan would do to the screen.
#include "services/domain/scan/scancode.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace waydesk::scan;
using namespace Qt::Literals::StringLiterals;

class ScanCodeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleans_data();
    void cleans();
    void readsBytesOfAnyKind_data();
    void readsBytesOfAnyKind();
    void boundsWhatIsTooLong();
    void neverShowsWhatCannotBeSeen();
};

void ScanCodeTest::cleans_data()
{
    QTest::addColumn<QString>("scanned");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u"DEL1533"_s << u"DEL1533"_s;
    QTest::newRow("leading zeros") << u"000123"_s << u"000123"_s;
    QTest::newRow("blanks around") << u"  DEL 1533\t\r\n"_s << u"DEL 1533"_s;
    QTest::newRow("STX and ETX frame") << u"\u0002DEL1533\u0003"_s << u"DEL1533"_s;
    QTest::newRow("escape sequence") << u"\u001B[2JDEL"_s << u"\u241B[2JDEL"_s;
    QTest::newRow("bell inside") << u"DEL\u00071533"_s << u"DEL\u24071533"_s;
    QTest::newRow("delete and C1") << u"A\u007F\u0085B"_s << u"A\u2421\uFFFDB"_s;
    QTest::newRow("right-to-left override") << u"\u202EDEL1533\u202C"_s << u"DEL1533"_s;
    QTest::newRow("isolates and marks") << u"DEL\u2067\u200F15\u200B33\uFEFF"_s << u"DEL1533"_s;
    QTest::newRow("Arabic letters stay") << u"طرد-١٥٣٣"_s << u"طرد-١٥٣٣"_s;
    QTest::newRow("emoji") << u"BOX😀7"_s << u"BOX😀7"_s;
    QTest::newRow("joined emoji") << u"👨\u200D👩\u200D👧"_s << u"👨\u200D👩\u200D👧"_s;
    QTest::newRow("joiner between letters") << u"AB\u200DCD"_s << u"ABCD"_s;
    QTest::newRow("half a pair") << (u"A"_s + QChar(0xD83D) + u"B"_s) << u"A\uFFFDB"_s;
    QTest::newRow("a symbology prefix and nothing else") << u"]C1"_s << u"]C1"_s;
    QTest::newRow("markup stays text") << u"<b>1</b>&amp;"_s << u"<b>1</b>&amp;"_s;
}

void ScanCodeTest::cleans()
{
    QFETCH(QString, scanned);
    QFETCH(QString, text);
    const ScanCode code = readScan(scanned);
    QCOMPARE(code.text, text);
    QVERIFY(code.problem == ScanCode::Problem::None);
    QCOMPARE(code.candidates.value(0), text);
}

void ScanCodeTest::readsBytesOfAnyKind_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("UTF-8") << QByteArray("\xD8\xB7-1533") << u"ط-1533"_s;
    QTest::newRow("Latin-1") << QByteArray("CAF\xC9-7") << u"CAFÉ-7"_s;
    QTest::newRow("NUL frame") << QByteArray("DEL1\0\0\0", 7) << u"DEL1"_s;
    QTest::newRow("NUL inside") << QByteArray("DE\0L1", 5) << u"DE\u2400L1"_s;
}

void ScanCodeTest::readsBytesOfAnyKind()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QCOMPARE(readScan(bytes).text, text);
}

void ScanCodeTest::boundsWhatIsTooLong()
{
    QVERIFY(readScan(QString(256, u'7')).problem == ScanCode::Problem::None);
    QVERIFY(readScan(QString(257, u'7')).problem == ScanCode::Problem::TooLong);
    const ScanCode huge = readScan(QString(10'000, u'7'));
    QVERIFY(huge.problem == ScanCode::Problem::TooLong);
    QCOMPARE(huge.text.size(), kLongestCode);
    QVERIFY(huge.candidates.isEmpty());
    const ScanCode pictures = readScan(u"x"_s + u"😀"_s.repeated(200));
    QVERIFY(pictures.problem == ScanCode::Problem::TooLong);
    QVERIFY(!pictures.text.back().isHighSurrogate());
    QVERIFY(readScan(QString()).problem == ScanCode::Problem::Empty);
    QVERIFY(readScan(u" \u200B\u202E \r"_s).problem == ScanCode::Problem::Empty);
}

void ScanCodeTest::neverShowsWhatCannotBeSeen()
{
    for (char32_t c = 0; c < 0x11000; ++c) {
        if (c >= 0xD800 && c < 0xE000)
            continue;
        const QString text = readScan(u"A"_s + QString::fromUcs4(&c, 1) + u"B"_s).text;
        for (const QChar seen : text) {
            QVERIFY2(seen.category() != QChar::Other_Control, qPrintable(QString::number(c, 16)));
            const ushort u = seen.unicode();
            QVERIFY2(!(u >= 0x200E && u <= 0x200F) && !(u >= 0x202A && u <= 0x202E) && !(u >= 0x2066 && u <= 0x2069),
                     qPrintable(QString::number(c, 16)));
        }
    }
}

QTEST_GUILESS_MAIN(ScanCodeTest)
#include "tst_scancode.moc"

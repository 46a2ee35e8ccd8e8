// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk finds a name however it was typed.
#include "services/domain/fold.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;

class TestFold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsFormsTogether_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("folded");
        QTest::newRow("case") << u"Main WAREHOUSE"_s << u"main warehouse"_s;
        QTest::newRow("blanks") << u"  a \t b\n "_s << u"a b"_s;
        QTest::newRow("latin marks") << u"José Núñez"_s << u"jose nunez"_s;
        QTest::newRow("alef forms") << u"أحمد إبراهيم آدم ٱلله"_s << u"احمد ابراهيم ادم الله"_s;
        QTest::newRow("teh marbuta") << u"فاطمة"_s << u"فاطمه"_s;
        QTest::newRow("alef maksura") << u"مصطفى"_s << u"مصطفي"_s;
        QTest::newRow("tatweel and vowels") << u"مُحَمَّـــد"_s << u"محمد"_s;
        QTest::newRow("kurdish letters") << u"شیرین ڕەشید کۆیە ڵ ێ"_s << u"شيرين رهشيد كويه ل ي"_s;
        QTest::newRow("hamza carriers") << u"ئازاد مؤمن"_s << u"يازاد مومن"_s;
        QTest::newRow("arabic digits") << u"٠١٢٣٤٥٦٧٨٩"_s << u"0123456789"_s;
        QTest::newRow("persian digits") << u"۴۵۶"_s << u"456"_s;
        QTest::newRow("invisible") << u"a\u200Fb\u200Cc"_s << u"abc"_s;
        QTest::newRow("control characters") << QString(u"a"_s + QChar(0x1d) + u"b"_s) << u"ab"_s;
        QTest::newRow("full width") << u"ＤＥＬ１５"_s << u"del15"_s;
        QTest::newRow("empty") << QString() << QString();
    }

    void bringsFormsTogether()
    {
        QFETCH(QString, typed);
        QFETCH(QString, folded);
        QCOMPARE(fold(typed), folded);
        QCOMPARE(fold(folded), folded); // folding what is folded changes nothing
    }

    void readsANumberWithoutItsHyphen()
    {
        QCOMPARE(foldNumber(u"WB-00001"), u"wb00001"_s);
        QCOMPARE(foldNumber(u" wb 00001 "), u"wb00001"_s);
        QCOMPARE(foldNumber(u"WB٠٠٠٠١"), u"wb00001"_s);
    }
};

QTEST_APPLESS_MAIN(TestFold)
#include "tst_fold.moc"

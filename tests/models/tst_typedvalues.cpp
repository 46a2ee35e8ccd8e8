// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk reads what people type, in the digits that they type it in, and takes nothing for what it is not.
#include "models/typedvalues.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::models;

class TestTypedValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAmounts_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<qint64>("minor"); // -1: no amount
        QTest::newRow("plain") << u"15000"_s << u"IQD"_s << qint64(15000);
        QTest::newRow("grouped") << u" 1,215,000 "_s << u"IQD"_s << qint64(1215000);
        QTest::newRow("blanks") << u"15 000"_s << u"IQD"_s << qint64(15000);
        QTest::newRow("arabic") << u"١٥٬٠٠٠"_s << u"IQD"_s << qint64(15000);
        QTest::newRow("persian") << u"۱۵۰۰۰"_s << u"IQD"_s << qint64(15000);
        QTest::newRow("cents") << u"12.5"_s << u"USD"_s << qint64(1250);
        QTest::newRow("arabic cents") << u"١٢٫٠٥"_s << u"USD"_s << qint64(1205);
        QTest::newRow("dinars have no cents") << u"12.5"_s << u"IQD"_s << qint64(-1);
        QTest::newRow("thousand or one") << u"15.000"_s << u"IQD"_s << qint64(-1);
        QTest::newRow("odd group") << u"15,00"_s << u"IQD"_s << qint64(-1);
        QTest::newRow("negative") << u"-5"_s << u"IQD"_s << qint64(-1);
        QTest::newRow("words") << u"twelve"_s << u"IQD"_s << qint64(-1);
        QTest::newRow("too much") << u"99999999999999"_s << u"IQD"_s << qint64(-1);
        QTest::newRow("nothing") << u""_s << u"IQD"_s << qint64(-1);
    }
    void readsAmounts()
    {
        QFETCH(QString, typed);
        QFETCH(QString, currency);
        QFETCH(qint64, minor);
        const auto amount = amountFrom(typed, currency);
        QCOMPARE(amount ? amount->minor : -1, minor);
        if (amount)
            QCOMPARE(amount->currency, currency);
    }

    void readsPlaces_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("read"); // empty: no place
        const QString erbil = u"36.190100, 44.009100"_s;
        QTest::newRow("comma") << u"36.1901, 44.0091"_s << erbil;
        QTest::newRow("no blank") << u"36.1901,44.0091"_s << erbil;
        QTest::newRow("blank") << u"36.1901 44.0091"_s << erbil;
        QTest::newRow("semicolon") << u"36,1901; 44,0091"_s << erbil;
        QTest::newRow("degrees") << u"36.1901°, 44.0091°"_s << erbil;
        QTest::newRow("arabic") << u"٣٦٫١٩٠١، ٤٤٫٠٠٩١"_s << erbil;
        QTest::newRow("decimal commas") << u"36,1901, 44,0091"_s << erbil;
        QTest::newRow("one") << u"36.1901"_s << u""_s;
        QTest::newRow("three") << u"36, 44, 1"_s << u""_s;
        QTest::newRow("too far north") << u"136.1901, 44.0091"_s << u""_s;
        QTest::newRow("words") << u"near the school"_s << u""_s;
    }
    void readsPlaces()
    {
        QFETCH(QString, typed);
        QFETCH(QString, read);
        QCOMPARE(positionText(positionFrom(typed).value_or(QGeoCoordinate())), read);
    }

    void readsDaysTimesAndSizes()
    {
        const QDate day(2026, 4, 7);
        for (const QString& typed : {u"2026-04-07"_s, u"7.4.2026"_s, u"07/04/2026"_s, u"٧/٤/٢٠٢٦"_s})
            QCOMPARE(dateFrom(typed), std::optional(day));
        for (const QString& typed : {u"2026-13-01"_s, u"31.2.2026"_s, u"tomorrow"_s, u""_s})
            QCOMPARE(dateFrom(typed), std::optional<QDate>());
        for (const QString& typed : {u"9:30"_s, u"930"_s, u"09.30"_s, u"٩:٣٠"_s})
            QCOMPARE(timeFrom(typed), std::optional(QTime(9, 30)));
        QCOMPARE(timeFrom(u"9"), std::optional(QTime(9, 0)));
        for (const QString& typed : {u"25:00"_s, u"9:75"_s, u"noon"_s, u""_s})
            QCOMPARE(timeFrom(typed), std::optional<QTime>());
        QCOMPARE(sizeFrom(u"٢٫٥")->thousandths, 2500);
        QVERIFY(!sizeFrom(u"0") && !sizeFrom(u"-1") && !sizeFrom(u"big"));
        QCOMPARE(plainDigits(u"a١b"), u"a1b"_s);
    }
};

QTEST_GUILESS_MAIN(TestTypedValues)
#include "tst_typedvalues.moc"

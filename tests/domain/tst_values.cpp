// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/instant.h"
#include "services/domain/money.h"
#include "services/domain/status.h"

#include <QTest>

using namespace waydesk;
using namespace Qt::Literals::StringLiterals;

class TestValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsInstants_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written"); // empty: refused
        const auto row = [](const char* text, const char* written) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(written);
        };
        row("2026-04-07T12:20:00Z", "2026-04-07T12:20:00Z");
        row("2026-05-22T12:33:54.61787+00:00", "2026-05-22T12:33:54.61787Z");
        row("2026-05-22T12:33:54.617874Z", "2026-05-22T12:33:54.617874Z");
        row("2026-05-22T12:33:54.6178749Z", "2026-05-22T12:33:54.617874Z");
        row("2026-05-22T02:00:00+03:00", "2026-05-21T23:00:00Z");
        row("2026-05-22T02:00:00-0330", "2026-05-22T05:30:00Z");
        row("2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z");
        row("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.5Z");
        row("2026-02-29T00:00:00Z", "");
        row("2026-04-07", "");
        row("2026-04-07T12:20:00", "");
        row("2026-04-07T25:20:00Z", "");
        row("2026-04-07T12:20:00.Z", "");
        row("2026-04-07T12:20:00Zjunk", "");
        row("", "");
    }
    void readsInstants()
    {
        QFETCH(QString, text);
        QFETCH(QString, written);
        const auto instant = parseInstant(text);
        QCOMPARE(instant.has_value(), !written.isEmpty());
        if (instant)
            QCOMPARE(formatInstant(*instant), written);
    }

    void readsQuantities_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written");
        for (const auto& [text, written] : QList<std::pair<QString, QString>>{{u"2"_s, u"2"_s},
                                                                              {u"2.5"_s, u"2.5"_s},
                                                                              {u"2.500"_s, u"2.5"_s},
                                                                              {u"0.001"_s, u"0.001"_s},
                                                                              {u"-1.25"_s, u"-1.25"_s},
                                                                              {u"1.0000"_s, u"1"_s},
                                                                              {u"1.0001"_s, {}},
                                                                              {u"1e3"_s, {}},
                                                                              {u" 1"_s, {}},
                                                                              {u"."_s, {}},
                                                                              {u""_s, {}},
                                                                              {u"99999999999999"_s, {}}})
            QTest::newRow(qPrintable(u"'%1'"_s.arg(text))) << text << written;
    }
    void readsQuantities()
    {
        QFETCH(QString, text);
        QFETCH(QString, written);
        const auto quantity = Quantity::parse(text);
        QCOMPARE(quantity.has_value(), !written.isEmpty());
        if (quantity)
            QCOMPARE(quantity->text(), written);
    }

    void roundTripsEveryWord()
    {
        for (const auto s : kWaybillStatuses)
            QCOMPARE(parseWord<WaybillStatus>(word(s)), s);
        for (const auto s : kDeliveryStatuses)
            QCOMPARE(parseWord<DeliveryStatus>(word(s)), s);
        for (const auto s : kReturnReasons)
            QCOMPARE(parseWord<ReturnReason>(word(s)), s);
        for (const auto s : kTripStatuses)
            QCOMPARE(parseWord<TripStatus>(word(s)), s);
        for (const auto s : kTripTypes)
            QCOMPARE(parseWord<TripType>(word(s)), s);
        for (const auto s : kDeliveryActions)
            QCOMPARE(parseWord<DeliveryAction>(word(s)), s);
        for (const auto s : kReturnRequestStatuses)
            QCOMPARE(parseWord<ReturnRequestStatus>(word(s)), s);
        for (const auto s : kUserRoles)
            QCOMPARE(parseWord<UserRole>(word(s)), s);
        QVERIFY(!parseWord<WaybillStatus>(u"Sealed"));
        QCOMPARE(label(WaybillStatus::PickedUp), u"Picked Up"_s);
    }
};

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"

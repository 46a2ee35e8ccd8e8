// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's cash on the road: what a driver collected is booked once, on the trip, and is on board until handed in.
#include "tests/backend/support/testdepot.h"

#include <QtTest>

using namespace waydesk;
using namespace waydesk::backend;
using namespace Qt::Literals::StringLiterals;

class TestTripCash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void booksTheCash_data();
    void booksTheCash();
    void takesTheCashThatIsHandedIn();
};

void TestTripCash::booksTheCash_data()
{
    QTest::addColumn<QString>("payer");
    QTest::addColumn<QString>("method");
    QTest::addColumn<int>("cod");
    QTest::addColumn<QString>("ending"); // of the last action
    QTest::addColumn<bool>("fromLocation");
    QTest::addColumn<QString>("collected");
    const QString sender = u"sender"_s, receiver = u"receiver"_s, cod = u"cod"_s, wallet = u"wallet"_s,
                  delivered = u"delivered"_s, failed = u"failed"_s;
    QTest::newRow("both in one") << receiver << cod << 12000 << delivered << false
                                 << u"dropoff cod_and_fee 12000 4000"_s;
    QTest::newRow("nobody home") << receiver << cod << 12000 << failed << false << u""_s;
    QTest::newRow("fee in a wallet") << receiver << wallet << 12000 << delivered << false << u"dropoff cod 12000 0"_s;
    QTest::newRow("sender pays") << sender << cod << 12000 << delivered << true
                                 << u"dropoff cod 12000 0;pickup fee 0 4000"_s;
    QTest::newRow("sender pays, failed") << sender << cod << 12000 << failed << true << u"pickup fee 0 4000"_s;
    QTest::newRow("sender paid at the counter") << sender << cod << 0 << delivered << false << u""_s;
}

void TestTripCash::booksTheCash()
{
    QFETCH(QString, payer);
    QFETCH(QString, method);
    QFETCH(int, cod);
    QFETCH(QString, ending);
    QFETCH(bool, fromLocation);
    QFETCH(QString, collected);
    TestDepot d;
    QJsonObject more{
        {u"fee_payer"_s, payer}, {u"payment_method"_s, method}, {u"cod_amount"_s, cod}, {u"delivery_fee"_s, 4000}};
    if (fromLocation) {
        more.insert(u"pickup_warehouse_id"_s, QJsonValue::Null);
        more.insert(u"pickup_location"_s, d.place());
    }
    const QString parcel = d.delivery(more), trip = d.trip({parcel});
    for (const QString& action : {u"picked_up"_s, u"in_transit"_s, ending})
        QCOMPARE(d.act(parcel, action).status, 200);
    QCOMPARE(d.text("SELECT coalesce(group_concat(stage || ' ' || kind || ' ' || cod_amount || ' ' || fee_amount, ';'),"
                    " '') FROM (SELECT * FROM collection WHERE driver_id = 'driver-north' AND waybill_id IS NULL"
                    " ORDER BY stage)"),
             collected);
    if (!collected.isEmpty()) {
        QCOMPARE(d.text("SELECT DISTINCT trip_id FROM collection"), trip);
        QVERIFY(d.text("SELECT count(*) FROM change WHERE entity = 'driver' AND entity_id = 'driver-north'") != u"0");
    }
}

void TestTripCash::takesTheCashThatIsHandedIn()
{
    TestDepot d;
    d.sql("UPDATE driver SET cod_limit = 20000 WHERE id = 'driver-north'");
    const auto row = [&d](const QString& driver) {
        for (const QJsonValue& one : d.get(u"/delivery/drivers"_s).json()[u"data"].toArray()) {
            if (one[u"id"].toString() == driver)
                return one.toObject();
        }
        return QJsonObject();
    };
    QCOMPARE(row(kDriver)[u"cash_on_board"].toInteger(-1), 0);
    for (int i = 0; i < 2; ++i) {
        const QString parcel = d.delivery({{u"fee_payer"_s, u"receiver"_s}, {u"delivery_fee"_s, 4000}});
        d.trip({parcel});
        for (const QString& action : {u"picked_up"_s, u"delivered"_s})
            QCOMPARE(d.act(parcel, action).status, 200);
    }
    QCOMPARE(row(kDriver)[u"cash_on_board"].toInteger(), 32000);
    QCOMPARE(row(kDriver)[u"cod_limit"].toInteger(), 20000);
    QCOMPARE(row(kOtherDriver)[u"cash_on_board"].toInteger(-1), 0);
    QVERIFY(row(kOtherDriver)[u"cod_limit"].isNull());
    const QString handIn = u"/delivery/drivers/"_s + kDriver + u"/hand-in-cash"_s;
    QCOMPARE(d.post(handIn, {}, u"dispatcher@south.test"_s).status, 404);
    QCOMPARE(row(kDriver)[u"cash_on_board"].toInteger(), 32000);
    d.sql("DELETE FROM change");
    QCOMPARE(d.post(handIn).data(),
             (QJsonObject{
                 {u"driver_id"_s, kDriver}, {u"amount"_s, 32000}, {u"currency"_s, u"IQD"_s}, {u"collections"_s, 2}}));
    QCOMPARE(row(kDriver)[u"cash_on_board"].toInteger(), 0);
    QCOMPARE(d.text("SELECT group_concat(entity || entity_id) FROM change"), u"driverdriver-north"_s);
    QCOMPARE(d.post(handIn).data()[u"amount"].toInteger(-1), 0); // once
    QCOMPARE(d.text("SELECT count(*) FROM collection WHERE handed_in_at IS NOT NULL"), u"2"_s);
}

QTEST_GUILESS_MAIN(TestTripCash)
#include "tst_backend_tripcash.moc"

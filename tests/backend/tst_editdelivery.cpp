// SPDX-License-Identifier: GPL-3.0-or-later
// The server changes a parcel that waits, field by field; it says which field is wrong, and why one that has left
// stays.
#include "tests/backend/support/testdepot.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::backend;

namespace {

Reply edit(TestDepot& depot, const QString& parcel, const QJsonObject& change, const QString& email = kDispatcher)
{
    return depot.ask("PATCH", u"/delivery/deliveries/"_s + parcel, change, email);
}

} // namespace

class TestEditDelivery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesOnlyWhatIsAsked()
    {
        TestDepot d;
        const QString parcel = d.delivery({{u"notes"_s, u"ring"_s}});
        const QJsonObject before = d.get(u"/delivery/deliveries/"_s + parcel).data();
        const Reply same = edit(d, parcel, {});
        QCOMPARE(same.status, 200);
        QCOMPARE(same.data()[u"updated_at"], before[u"updated_at"]);
        d.server.clock.advance(std::chrono::seconds{5});
        const Reply reply =
            edit(d, parcel, {{u"cod_amount"_s, 7000}, {u"unit_size"_s, u"2.5"_s}, {u"barcode"_s, u"X9"_s}});
        QCOMPARE(reply.status, 200);
        QJsonObject after = reply.data();
        QCOMPARE(after[u"cod_amount"].toInt(), 7000);
        QCOMPARE(after[u"barcode"].toString(), u"X9"_s);
        QVERIFY(after[u"updated_at"] != before[u"updated_at"]);
        for (const QString& kept : {u"notes"_s, u"customer"_s, u"pickup_warehouse"_s, u"delivery_location"_s,
                                    u"dropoff_zone"_s, u"status"_s, u"created_at"_s, u"delivery_code"_s})
            QCOMPARE(after[kept], before[kept]);
        QCOMPARE(d.get(u"/delivery/deliveries?search=x9"_s).json()[u"total"].toInt(), 1);
    }

    void clearsWhatIsNull()
    {
        TestDepot d;
        const QString parcel = d.delivery({{u"external_reference_id"_s, u"R1"_s},
                                           {u"window_opens_at"_s, u"2026-04-07T09:00:00Z"_s},
                                           {u"window_closes_at"_s, u"2026-04-07T10:00:00Z"_s}});
        const QJsonValue null;
        const QJsonObject after = edit(d, parcel,
                                       {{u"customer_id"_s, null},
                                        {u"external_reference_id"_s, null},
                                        {u"barcode"_s, null},
                                        {u"cod_amount"_s, null},
                                        {u"window_opens_at"_s, null},
                                        {u"window_closes_at"_s, null}})
                                      .data();
        QVERIFY(after[u"customer"].isNull() && after[u"window_opens_at"].isNull());
        QCOMPARE(after[u"external_reference_id"].toString(), QString());
        QCOMPARE(after[u"barcode"].toString(), QString(u"DEL"_s + after[u"delivery_code"].toString()));
        QCOMPARE(after[u"cod_amount"].toInt(), 0);
        QCOMPARE(d.get(u"/delivery/deliveries?search=r1"_s).json()[u"total"].toInt(), 0);
    }

    void findsTheNewCustomerAndTheNewZone()
    {
        TestDepot d;
        const QString parcel = d.delivery();
        const QString zone = d.get(u"/delivery/deliveries/"_s + parcel).data()[u"dropoff_zone"][u"id"].toString();
        QVERIFY(!zone.isEmpty());
        const QJsonObject far{{u"full_address"_s, u"Far away"_s}, {u"latitude"_s, 10.5}, {u"longitude"_s, 10.5}};
        const QJsonObject moved = edit(d, parcel,
                                       {{u"delivery_location"_s, far},
                                        {u"customer_name"_s, u"Dilan Aziz"_s},
                                        {u"customer_phone"_s, u"0750"_s}})
                                      .data();
        QVERIFY(moved[u"dropoff_zone"].isNull());
        QCOMPARE(moved[u"delivery_location"][u"full_address"].toString(), u"Far away"_s);
        QCOMPARE(moved[u"customer"][u"full_name"].toString(), u"Dilan Aziz"_s);
        QCOMPARE(d.get(u"/delivery/deliveries?search=dilan"_s).json()[u"total"].toInt(), 1);
        const QJsonObject back = edit(d, parcel, {{u"delivery_location"_s, TestDepot::place()}}).data();
        QCOMPARE(back[u"dropoff_zone"][u"id"].toString(), zone);
        // To a warehouse, which brings its own address; and away from its name again, where it stands.
        const QJsonObject hub = edit(d, parcel, {{u"dropoff_warehouse_id"_s, kNorthHub}}).data();
        QCOMPARE(hub[u"dropoff_warehouse"][u"id"].toString(), kNorthHub);
        QVERIFY(hub[u"delivery_location"] != back[u"delivery_location"]);
        const QJsonObject stays = edit(d, parcel, {{u"dropoff_warehouse_id"_s, QJsonValue()}}).data();
        QVERIFY(stays[u"dropoff_warehouse"].isNull());
        QCOMPARE(stays[u"delivery_location"], hub[u"delivery_location"]);
    }

    void saysWhichFieldIsWrong_data()
    {
        QTest::addColumn<QJsonObject>("change");
        QTest::addColumn<QString>("field");
        const QString noon = u"2026-04-07T12:00:00Z"_s;
        const QJsonValue null;
        QTest::newRow("warehouse") << QJsonObject{{u"pickup_warehouse_id"_s, u"warehouse-south"_s}}
                                   << u"pickup_warehouse_id"_s;
        QTest::newRow("customer") << QJsonObject{{u"customer_id"_s, u"nobody"_s}} << u"customer_id"_s;
        QTest::newRow("no address") << QJsonObject{{u"delivery_location"_s, null}} << u"delivery_location"_s;
        QTest::newRow("no coordinates") << QJsonObject{{u"delivery_location"_s,
                                                        QJsonObject{{u"full_address"_s, u"x"_s}, {u"latitude"_s, 1}}}}
                                        << u"delivery_location.longitude"_s;
        QTest::newRow("no size") << QJsonObject{{u"unit_size"_s, null}} << u"unit_size"_s;
        QTest::newRow("size") << QJsonObject{{u"unit_size"_s, 0}} << u"unit_size"_s;
        QTest::newRow("cod") << QJsonObject{{u"cod_amount"_s, -1}} << u"cod_amount"_s;
        QTest::newRow("fraction") << QJsonObject{{u"cod_amount"_s, 1.5}} << u"cod_amount"_s;
        QTest::newRow("payment") << QJsonObject{{u"payment_method"_s, null}} << u"payment_method"_s;
        QTest::newRow("payer") << QJsonObject{{u"fee_payer"_s, u"nobody"_s}} << u"fee_payer"_s;
        QTest::newRow("half a window") << QJsonObject{{u"window_opens_at"_s, noon}} << u"window_closes_at"_s;
        QTest::newRow("half cleared") << QJsonObject{{u"window_opens_at"_s, null}} << u"window_closes_at"_s;
        QTest::newRow("half of each") << QJsonObject{{u"window_opens_at"_s, noon}, {u"window_closes_at"_s, null}}
                                      << u"window_closes_at"_s;
        QTest::newRow("backwards") << QJsonObject{{u"window_opens_at"_s, noon}, {u"window_closes_at"_s, noon}}
                                   << u"window_closes_at"_s;
        QTest::newRow("notes") << QJsonObject{{u"notes"_s, QString(2001, u'n')}} << u"notes"_s;
    }
    void saysWhichFieldIsWrong()
    {
        QFETCH(QJsonObject, change);
        QFETCH(QString, field);
        TestDepot d;
        const QString parcel = d.delivery();
        const QJsonObject before = d.get(u"/delivery/deliveries/"_s + parcel).data();
        const Reply reply = edit(d, parcel, change);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.json()[u"details"][0][u"field"].toString(), field);
        QCOMPARE(d.get(u"/delivery/deliveries/"_s + parcel).data(), before);
    }

    void leavesAloneWhatHasLeft()
    {
        TestDepot d;
        const QString parcel = d.delivery(), other = d.delivery();
        d.waybillIn(u"sealed"_s, {parcel});
        const QJsonObject move{{u"delivery_location"_s, TestDepot::place(u"Elsewhere"_s)}};
        const Reply moved = edit(d, parcel, move);
        QCOMPARE(moved.status, 409);
        QCOMPARE(moved.json()[u"code"].toString(), u"delivery_not_editable"_s);
        QCOMPARE(edit(d, parcel, {{u"cod_amount"_s, 500}}).status, 200); // the rest may change, and the sums follow
        QCOMPARE(d.text("SELECT total_cod FROM waybill"), u"500"_s);

        const QString third = d.delivery();
        d.trip({other, third});
        QCOMPARE(edit(d, third, move).status, 200); // planned
        QCOMPARE(d.act(other, u"picked_up"_s).status, 200);
        QCOMPARE(edit(d, third, move).json()[u"code"].toString(), u"delivery_not_editable"_s);
        QCOMPARE(edit(d, other, {{u"notes"_s, u"late"_s}}).json()[u"code"].toString(), u"delivery_not_editable"_s);
    }

    void asksWhoAndWhat()
    {
        TestDepot d;
        const QString parcel = d.delivery();
        QCOMPARE(edit(d, u"nobody"_s, {}).status, 404);
        QCOMPARE(edit(d, kForeignDelivery, {{u"notes"_s, u"n"_s}}).status, 404);
        QCOMPARE(edit(d, parcel, {{u"notes"_s, u"n"_s}}, kDriverMail).status, 403);
        const QString seen = d.text("SELECT count(*) FROM change WHERE entity = 'delivery'");
        QCOMPARE(edit(d, parcel, {{u"notes"_s, u"n"_s}}).status, 200);
        QCOMPARE(d.text("SELECT count(*) FROM change WHERE entity = 'delivery'").toInt(), seen.toInt() + 1);
    }
};

QTEST_GUILESS_MAIN(TestEditDelivery)
#include "tst_editdelivery.moc"

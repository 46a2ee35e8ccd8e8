// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's depot keeps its rules beyond the documents' examples: cascades, cash, capacity, returns,
// tenants, the change feed.
#include "tests/backend/support/testdepot.h"

#include <QtTest>

using namespace waydesk;
using namespace waydesk::backend;
using namespace Qt::Literals::StringLiterals;

namespace {

QString statusOf(TestDepot& depot, const QString& delivery)
{
    return depot.get(u"/delivery/deliveries/"_s + delivery).data().value(u"status"_s).toString();
}

QJsonObject returning(const QStringList& deliveries, const QString& reason = u"refused"_s)
{
    return {{u"delivery_ids"_s, QJsonArray::fromStringList(deliveries)}, {u"reason"_s, reason}};
}

} // namespace

class TestDepotRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cascadesToChildrenThatFollow();
    void collectsCash_data();
    void collectsCash();
    void holdsAndReleasesCapacity();
    void freesTheParcelsOfACancelledWaybill();
    void closesAWaybillWhoseChildrenAllCameBack();
    void refusesWrongReturns();
    void announcesReturnedGoods();
    void attachesAllOrNone();
    void refusesEveryIneligibleScan_data();
    void refusesEveryIneligibleScan();
    void scansInTheDocumentedOrder();
    void keepsTenantsApart();
    void tellsTheChangeFeedOfEachThingTouched();
    void numbersWithoutGapsAndStepsOverBroughtNumbers();
    void writesAnHonestTimeline();
};

void TestDepotRules::cascadesToChildrenThatFollow()
{
    TestDepot d;
    const QStringList parcels{d.delivery(), d.delivery(), d.delivery()};
    const QString id = d.waybillIn(u"assigned"_s, parcels);
    QCOMPARE(statusOf(d, parcels[0]), u"pending"_s);
    d.step(id, u"return-children"_s, returning({parcels[1]}));
    d.sql("UPDATE delivery SET status = 'staged_at_warehouse' WHERE delivery_code = '1003'");
    d.drive(id, u"picked_up"_s);
    QCOMPARE(statusOf(d, parcels[0]), u"picked_up"_s);
    d.drive(id, u"in_transit"_s);
    d.drive(id, u"received"_s);
    QCOMPARE(statusOf(d, parcels[0]), u"delivered"_s);
    QCOMPARE(statusOf(d, parcels[1]), u"returned"_s); // never overwritten
    QCOMPARE(statusOf(d, parcels[2]), u"staged_at_warehouse"_s);
}

void TestDepotRules::collectsCash_data()
{
    QTest::addColumn<QString>("payer");
    QTest::addColumn<QString>("method");
    QTest::addColumn<int>("cod");
    QTest::addColumn<bool>("fromLocation");
    QTest::addColumn<QString>("collected"); // stage kind cod fee, by stage
    QTest::newRow("sender pays at the door") << u"sender"_s << u"cash"_s << 0 << true << u"pickup fee 0 4000"_s;
    QTest::newRow("no sender cash at a warehouse") << u"sender"_s << u"cash"_s << 0 << false << u""_s;
    QTest::newRow("COD only") << u"sender"_s << u"cod"_s << 12000 << false << u"dropoff cod 12000 0"_s;
    QTest::newRow("combined") << u"receiver"_s << u"cod"_s << 12000 << false << u"dropoff cod_and_fee 12000 4000"_s;
    QTest::newRow("both ends") << u"sender"_s << u"cod"_s << 12000 << true
                               << u"dropoff cod 12000 0;pickup fee 0 4000"_s;
    QTest::newRow("wallet took the fee") << u"receiver"_s << u"wallet"_s << 0 << true << u""_s;
}

void TestDepotRules::collectsCash()
{
    QFETCH(QString, payer);
    QFETCH(QString, method);
    QFETCH(int, cod);
    QFETCH(bool, fromLocation);
    QFETCH(QString, collected);
    TestDepot d;
    const QString parcel = d.delivery(
        {{u"fee_payer"_s, payer}, {u"payment_method"_s, method}, {u"cod_amount"_s, cod}, {u"delivery_fee"_s, 4000}});
    QJsonObject ends;
    if (fromLocation)
        ends = {{u"origin_type"_s, u"location"_s}, {u"origin_location"_s, d.place()}};
    const QString id = d.waybill({parcel}, ends);
    d.step(id, u"seal"_s);
    d.step(id, u"assign"_s, {{u"driver_id"_s, kDriver}});
    for (const QString& action : {u"picked_up"_s, u"in_transit"_s, u"received"_s})
        d.drive(id, action);
    QCOMPARE(d.text("SELECT coalesce(group_concat(stage || ' ' || kind || ' ' || cod_amount || ' ' || fee_amount, ';'),"
                    " '') FROM (SELECT * FROM collection WHERE driver_id = 'driver-north' ORDER BY stage)"),
             collected);
}

void TestDepotRules::holdsAndReleasesCapacity()
{
    TestDepot d;
    const auto used = [&d](const char* driver) {
        return d.text(std::string("SELECT used_capacity FROM driver WHERE id = '") + driver + "'");
    };
    const QStringList parcels{d.delivery({{u"unit_size"_s, u"2.5"_s}}), d.delivery({{u"unit_size"_s, 3}})};
    const QString id = d.waybillIn(u"assigned"_s, parcels);
    QCOMPARE(used("driver-north"), u"5500"_s);
    d.step(id, u"switch-driver"_s, {{u"driver_id"_s, kOtherDriver}, {u"reason"_s, u"flat tyre"_s}});
    QCOMPARE(used("driver-north"), u"0"_s);
    QCOMPARE(used("driver-two"), u"5500"_s);
    d.step(id, u"return-children"_s, returning({parcels[0]}));
    QCOMPARE(used("driver-two"), u"3000"_s);
    d.step(id, u"unassign"_s);
    QCOMPARE(used("driver-two"), u"0"_s);
    d.step(id, u"assign"_s, {{u"driver_id"_s, kDriver}});
    QCOMPARE(used("driver-north"), u"3000"_s); // what came back travels no more
    for (const QString& action : {u"picked_up"_s, u"in_transit"_s, u"received"_s})
        d.drive(id, action);
    QCOMPARE(used("driver-north"), u"3000"_s);
    d.step(id, u"close"_s);
    QCOMPARE(used("driver-north"), u"0"_s);
}

void TestDepotRules::freesTheParcelsOfACancelledWaybill()
{
    TestDepot d;
    const QString parcel = d.delivery();
    const QString id = d.waybillIn(u"assigned"_s, {parcel});
    d.step(id, u"cancel"_s);
    QCOMPARE(d.text("SELECT used_capacity FROM driver WHERE id = 'driver-north'"), u"0"_s);
    const QJsonObject waybill = d.get(u"/delivery/waybills/"_s + id).data();
    QCOMPARE(waybill.value(u"item_count"_s).toInt(), 0);
    QVERIFY(waybill.value(u"driver"_s).isNull());
    const QString next = d.waybillIn(u"sealed"_s, {parcel}); // it may travel another way
    QCOMPARE(d.get(u"/delivery/deliveries/"_s + parcel).data().value(u"waybill_id"_s).toString(), next);
}

void TestDepotRules::closesAWaybillWhoseChildrenAllCameBack()
{
    TestDepot d;
    const QStringList parcels{d.delivery(), d.delivery()};
    const QString id = d.waybillIn(u"in_transit"_s, parcels);
    const Reply first =
        d.post(u"/delivery/waybills/%1/return-children"_s.arg(id), returning({parcels[0]}), kDriverMail);
    QCOMPARE(first.data()[u"waybill"][u"status"].toString(), u"in_transit"_s);
    const Reply last = d.post(u"/delivery/waybills/%1/return-children"_s.arg(id), returning({parcels[1]}), kDriverMail);
    QCOMPARE(last.data()[u"waybill"][u"status"].toString(), u"closed"_s);
    QVERIFY(last.data()[u"waybill"][u"closed_at"].isString());
    const QJsonArray events = d.get(u"/delivery/waybills/"_s + id).data()[u"status_updates"].toArray();
    QCOMPARE(events.last()[u"event_type"].toString(), u"closed"_s);
    QCOMPARE(events.last()[u"previous_status"].toString(), u"in_transit"_s);
    QCOMPARE(d.get(u"/delivery/waybills/%1/returns"_s.arg(id)).json()[u"total"].toInt(), 2);
}

void TestDepotRules::refusesWrongReturns()
{
    TestDepot d;
    const QStringList parcels{d.delivery(), d.delivery()};
    const QString stranger = d.delivery();
    const QString id = d.waybillIn(u"assigned"_s, parcels);
    const auto back = [&](const QJsonObject& body, const QString& email = kDispatcher) {
        return d.post(u"/delivery/waybills/%1/return-children"_s.arg(id), body, email);
    };
    QCOMPARE(back(returning({stranger})).message(), u"Delivery is not linked to this waybill"_s);
    QCOMPARE(back(returning({parcels[0]}, u"bored"_s)).status, 400);
    QCOMPARE(back(returning({})).status, 400);
    QCOMPARE(back(returning({parcels[0]}), kDriverMail).message(), u"Waybill is not in a returnable state"_s);
    QCOMPARE(back(returning({parcels[0]}), kOtherDriverMail).status, 409);
    QCOMPARE(back(returning({parcels[0], stranger})).status, 409); // all or none
    QCOMPARE(statusOf(d, parcels[0]), u"pending"_s);
    QCOMPARE(back(returning({parcels[0]})).status, 200);
    QCOMPARE(back(returning({parcels[0]})).code(), u"delivery_not_returnable"_s);
    QCOMPARE(d.text("SELECT count(*) FROM delivery_exception"), u"1"_s);
}

void TestDepotRules::announcesReturnedGoods()
{
    TestDepot d;
    const QStringList parcels{d.delivery(), d.delivery(), d.delivery()};
    d.sql("INSERT INTO delivery_item SELECT id, 'SKU-1', 'Kettle', 2 FROM delivery WHERE delivery_code = '1001'");
    d.sql("INSERT INTO delivery_item SELECT id, 'SKU-2', 'Nothing', 0 FROM delivery WHERE delivery_code = '1002'");
    const QString id = d.waybillIn(u"in_transit"_s, parcels);
    d.step(id, u"return-children"_s, returning({parcels[0], parcels[1]}, u"damaged"_s));
    QCOMPARE(d.text("SELECT group_concat(o.warehouse_id || ' ' || i.inventory_item_id || ' ' || i.quantity, ';')"
                    " FROM receiving_order o JOIN receiving_order_item i ON i.receiving_order_id = o.id"),
             u"warehouse-main SKU-1 2"_s);
}

void TestDepotRules::attachesAllOrNone()
{
    TestDepot d;
    const QString good = d.delivery(), taken = d.delivery();
    d.waybill({taken});
    const QString id = d.waybill();
    const QString path = u"/delivery/waybills/%1/deliveries"_s.arg(id);
    const auto attach = [&](const QStringList& ids) {
        return d.post(path, {{u"delivery_ids"_s, QJsonArray::fromStringList(ids)}});
    };
    QCOMPARE(attach({good, taken}).code(), u"delivery_already_in_waybill"_s);
    QCOMPARE(attach({good, u"nobody"_s}).status, 404);
    QCOMPARE(d.get(path).json()[u"total"].toInt(), 0);
    QCOMPARE(attach({good, good}).data()[u"attached"].toInt(), 1);
    QCOMPARE(attach({}).status, 400);
    d.step(id, u"seal"_s);
    QCOMPARE(attach({d.delivery()}).code(), u"waybill_membership_locked"_s);
    QCOMPARE(d.ask("DELETE", path + u'/' + good).code(), u"waybill_membership_locked"_s);
}

void TestDepotRules::refusesEveryIneligibleScan_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("code");
    QTest::newRow("in a waybill") << u"waybill_id = (SELECT id FROM waybill)"_s << u"delivery_already_in_waybill"_s;
    QTest::newRow("route session") << u"in_route_session = 1"_s << u"delivery_in_active_route_session"_s;
    QTest::newRow("leg") << u"parent_id = 'other'"_s << u"delivery_parent_not_eligible"_s;
    QTest::newRow("status") << u"status = 'picked_up'"_s << u"delivery_status_not_eligible"_s;
    QTest::newRow("assignment") << u"has_active_assignment = 1"_s << u"delivery_has_active_assignment"_s;
    QTest::newRow("gone") << u"barcode = 'x', delivery_code = 'y'"_s << u"delivery_not_found"_s;
    QTest::newRow("staged may join") << u"status = 'staged_at_warehouse'"_s << u""_s;
    QTest::newRow("a draft may join") << u"status = 'draft'"_s << u""_s;
}

void TestDepotRules::refusesEveryIneligibleScan()
{
    QFETCH(QString, change);
    QFETCH(QString, code);
    TestDepot d;
    d.delivery();
    const QString id = d.waybill();
    d.sql(QString(u"UPDATE delivery SET "_s + change + u" WHERE tenant_id = 'tenant-north'"_s).toStdString());
    const Reply scan = d.get(u"/delivery/waybills/%1/scan/DEL1001"_s.arg(id));
    QCOMPARE(scan.code(), code);
    const Reply list = d.get(u"/delivery/waybills/%1/eligible-deliveries"_s.arg(id));
    const bool listed = code.isEmpty() || code == u"delivery_not_found"_s; // another name does not make it ineligible
    QCOMPARE(list.json()[u"total"].toInt(), listed ? 1 : 0);
}

void TestDepotRules::scansInTheDocumentedOrder()
{
    TestDepot d;
    const QString byCode = d.delivery({{u"barcode"_s, u"A/1 ق"_s}});
    const QString byReference = d.delivery({{u"external_reference_id"_s, u"1001"_s}, {u"barcode"_s, u"B"_s}});
    const QString byBarcode = d.delivery({{u"barcode"_s, u"DEL1001"_s}});
    const QString id = d.waybill();
    const auto scan = [&](const QString& value) {
        return d.get(u"/delivery/waybills/%1/scan/%2"_s.arg(id, value)).data()[u"id"].toString();
    };
    QCOMPARE(scan(u"DEL1001"_s), byBarcode);
    QCOMPARE(scan(u"1001"_s), byReference);
    QCOMPARE(scan(u"A%2F1%20%D9%82"_s), byCode);
    d.sql("UPDATE delivery SET external_reference_id = '', barcode = '' WHERE tenant_id = 'tenant-north'");
    QCOMPARE(scan(u"DEL1001"_s), byCode);
    QCOMPARE(scan(u"1001"_s), byCode);
    QCOMPARE(scan(u"del1001"_s), QString());
    QCOMPARE(scan(u"DELDEL1001"_s), QString());
}

void TestDepotRules::keepsTenantsApart()
{
    TestDepot d;
    const QString foreigner = u"dispatcher@south.test"_s;
    const QString parcel = d.delivery();
    const QString id = d.waybill({parcel});
    const QString path = u"/delivery/waybills/"_s + id;
    for (const QString& rest : {u""_s, u"/deliveries"_s, u"/eligible-deliveries"_s, u"/scan/DEL1001"_s, u"/returns"_s})
        QCOMPARE(d.get(path + rest, foreigner).status, 404);
    for (const QString& rest : {u"seal"_s, u"unassign"_s, u"dispatch"_s, u"close"_s, u"cancel"_s, u"receive"_s})
        QCOMPARE(d.post(path + u'/' + rest, {}, foreigner).status, 404);
    QCOMPARE(d.post(path + u"/assign"_s, {{u"driver_id"_s, kDriver}}, foreigner).status, 404);
    QCOMPARE(d.ask("PUT", path, {{u"notes"_s, u"mine"_s}}, foreigner).status, 404);
    QCOMPARE(d.ask("DELETE", path + u"/deliveries/"_s + parcel, {}, foreigner).status, 404);
    QCOMPARE(d.get(u"/delivery/deliveries/"_s + parcel, foreigner).status, 404);
    QCOMPARE(d.get(u"/delivery/waybills"_s, foreigner).json()[u"total"].toInt(), 0);
    QCOMPARE(d.get(u"/delivery/deliveries"_s, foreigner).json()[u"total"].toInt(), 1); // its own
    QCOMPARE(d.get(u"/delivery/drivers"_s, foreigner).json()[u"total"].toInt(), 0);
    QCOMPARE(d.post(path + u"/deliveries"_s, {{u"delivery_ids"_s, QJsonArray{kForeignDelivery}}}).status, 404);
    const Reply made = d.post(u"/delivery/waybills"_s, {{u"origin_type"_s, u"warehouse"_s},
                                                        {u"origin_warehouse_id"_s, u"warehouse-south"_s},
                                                        {u"destination_type"_s, u"location"_s},
                                                        {u"destination_location"_s, d.place()}});
    QCOMPARE(made.status, 400);
    QCOMPARE(made.json()[u"details"][0][u"field"].toString(), u"origin_warehouse_id"_s);
    QCOMPARE(d.get(path).data()[u"status"].toString(), u"drafted"_s);
}

void TestDepotRules::tellsTheChangeFeedOfEachThingTouched()
{
    TestDepot d;
    const QString parcel = d.delivery();
    const QString id = d.waybillIn(u"sealed"_s, {parcel});
    d.sql("DELETE FROM change");
    d.step(id, u"assign"_s, {{u"driver_id"_s, kDriver}});
    d.drive(id, u"picked_up"_s);
    const auto changes = [&d](const char* entity) {
        return d.text(std::string("SELECT count(DISTINCT entity_id) FROM change WHERE tenant_id = 'tenant-north'"
                                  " AND entity = '") +
                      entity + "'");
    };
    QCOMPARE(changes("waybill"), u"1"_s);
    QCOMPARE(changes("delivery"), u"1"_s);
    QCOMPARE(changes("driver"), u"1"_s);
    d.sql("DELETE FROM change");
    QCOMPARE(d.post(u"/delivery/waybills/%1/seal"_s.arg(id)).status, 409);
    QCOMPARE(d.text("SELECT count(*) FROM change"), u"0"_s); // a refusal changed nothing
}

void TestDepotRules::numbersWithoutGapsAndStepsOverBroughtNumbers()
{
    TestDepot d;
    const auto number = [&d](const QString& id) {
        return d.get(u"/delivery/waybills/"_s + id).data()[u"waybill_number"].toString();
    };
    QCOMPARE(number(d.waybill()), u"WB00001"_s);
    QCOMPARE(d.post(u"/delivery/waybills"_s, {{u"origin_type"_s, u"warehouse"_s}}).status, 400);
    const QString taken = d.delivery();
    d.waybill({taken});
    QJsonObject body{{u"origin_type"_s, u"warehouse"_s},
                     {u"origin_warehouse_id"_s, kMainWarehouse},
                     {u"destination_type"_s, u"warehouse"_s},
                     {u"destination_warehouse_id"_s, kNorthHub},
                     {u"delivery_ids"_s, QJsonArray{taken}}};
    QCOMPARE(d.post(u"/delivery/waybills"_s, body).status, 409); // its number is free again
    QCOMPARE(number(d.waybill()), u"WB00003"_s);
    d.sql("UPDATE waybill SET waybill_number = 'WB-00004', number_key = 'WB00004' WHERE number_key = 'WB00001'");
    QCOMPARE(number(d.waybill()), u"WB00005"_s);
}

void TestDepotRules::writesAnHonestTimeline()
{
    TestDepot d;
    const QString id = d.waybillIn(u"picked_up"_s, {d.delivery()});
    d.step(id, u"switch-driver"_s, {{u"driver_id"_s, kOtherDriver}, {u"reason"_s, u"engine"_s}});
    d.sql("UPDATE app_user SET full_name = 'Renamed'"); // history keeps the names of then
    const QJsonArray events = d.get(u"/delivery/waybills/"_s + id).data()[u"status_updates"].toArray();
    QStringList types;
    for (const QJsonValue& event : events)
        types.append(event[u"event_type"].toString());
    QCOMPARE(types,
             (QStringList{u"created"_s, u"sealed"_s, u"driver_assigned"_s, u"picked_up"_s, u"driver_switched"_s}));
    const QJsonValue last = events.last();
    QCOMPARE(last[u"reason"].toString(), u"engine"_s);
    QCOMPARE(last[u"actor"][u"full_name"].toString(), u"North dispatcher"_s);
    QCOMPARE(last[u"metadata"][u"previous_driver"][u"user"][u"full_name"].toString(), u"North driver"_s);
    QCOMPARE(last[u"metadata"][u"new_driver"][u"user"][u"full_name"].toString(), u"Backup Driver"_s);
    QCOMPARE(last[u"metadata"][u"new_vehicle"][u"name"].toString(), u"Van 202"_s);
    QVERIFY(events[0][u"previous_status"].isNull());
}

QTEST_GUILESS_MAIN(TestDepotRules)
#include "tst_depot.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's lists filter, sort, page and count as the contract says, and refuse what they do not understand.
#include "tests/backend/support/testdepot.h"

#include <QGeoCoordinate>
#include <QSet>
#include <QUrl>
#include <QtTest>

using namespace waydesk;
using namespace waydesk::backend;
using namespace Qt::Literals::StringLiterals;

namespace {

QString codes(const Reply& reply)
{
    QStringList all;
    for (const QJsonValue& row : reply.json()[u"data"].toArray())
        all.append(row[u"delivery_code"].toString());
    return all.join(u' ');
}

QString numbers(const Reply& reply)
{
    QStringList all;
    for (const QJsonValue& row : reply.json()[u"data"].toArray())
        all.append(row[u"waybill_number"].toString().right(1));
    return all.join(u' ');
}

QString encoded(const QString& text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace

class TestDepotLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void filtersWaybills_data();
    void filtersWaybills();
    void matrixIgnoresOnlyTheStatus();
    void filtersAndSortsParcels_data();
    void filtersAndSortsParcels();
    void refusesMalformedQueries_data();
    void refusesMalformedQueries();
    void feedGoesOnByCursor();
    void looksUp();

private:
    std::unique_ptr<TestDepot> m_depot;
    QString m_draft, m_main;
};

// Parcels 1001 to 1004 in the draft; waybills 1 to 5.
void TestDepotLists::initTestCase()
{
    m_depot = std::make_unique<TestDepot>();
    TestDepot& d = *m_depot;
    QJsonObject east = d.place(u"Kasnazan road 50%, Erbil"_s);
    east.insert(u"longitude"_s, 44.06);
    const QStringList parcels{
        d.delivery({{u"external_reference_id"_s, u"ORD-B"_s}, {u"cod_amount"_s, 500}}),
        d.delivery({{u"external_reference_id"_s, u"ord-a"_s}, {u"unit_size"_s, 3}, {u"delivery_location"_s, east}}),
        d.delivery({{u"customer_id"_s, u"customer-2"_s}, {u"payment_method"_s, u"wallet"_s}, {u"cod_amount"_s, 0}}),
        d.delivery({{u"barcode"_s, u"X_1"_s}, {u"unit_size"_s, 2}})};
    d.sql("UPDATE delivery SET created_at = created_at + 86400000000 WHERE delivery_code = '1004'"); // a day later
    m_draft = d.waybill(parcels);                                                                    // 1
    d.waybillIn(u"assigned"_s, {d.delivery()});                                                      // 2
    const QString prime = d.waybill({d.delivery()}, {{u"carrier_type"_s, u"prime"_s},
                                                     {u"destination_type"_s, u"warehouse"_s},
                                                     {u"destination_warehouse_id"_s, kNorthHub}}); // 3
    d.step(prime, u"seal"_s);
    d.waybill({}, {{u"origin_warehouse_id"_s, kNorthHub}}); // 4
    d.waybill();                                            // 5, of another day
    d.sql("UPDATE waybill SET created_at = created_at - 2 * 86400000000 WHERE waybill_number = 'WB00005'");
}

void TestDepotLists::filtersWaybills_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("expected");
    QTest::newRow("newest first") << u""_s << u"4 3 2 1 5"_s;
    QTest::newRow("status") << u"status=sealed"_s << u"3 2"_s;
    QTest::newRow("carrier") << u"carrier_type=prime"_s << u"3"_s;
    QTest::newRow("driver") << u"driver_id=driver-north"_s << u"2"_s;
    QTest::newRow("number") << u"waybill_number=wb-00003"_s << u"3"_s;
    QTest::newRow("part of a number") << u"waybill_number=b0000"_s << u"4 3 2 1 5"_s;
    QTest::newRow("a wildcard is plain") << u"waybill_number=%25"_s << u""_s;
    QTest::newRow("warehouse") << u"warehouse_id=warehouse-hub"_s << u"4 3"_s;
    QTest::newRow("outbound") << u"warehouse_id=warehouse-hub&direction=outbound"_s << u"4"_s;
    QTest::newRow("inbound") << u"warehouse_id=warehouse-hub&direction=inbound"_s << u"3"_s;
    // The fake clock stands at 2026-04-07 12:00 UTC; the tenant's day is three hours ahead.
    QTest::newRow("from") << u"from_date=2026-04-07"_s << u"4 3 2 1"_s;
    QTest::newRow("to") << u"to_date=2026-04-05"_s << u"5"_s;
    QTest::newRow("one day") << u"from_date=2026-04-05&to_date=2026-04-05"_s << u"5"_s;
    QTest::newRow("empty values") << u"status=&carrier_type=&driver_id=&from_date=&direction="_s << u"4 3 2 1 5"_s;
    QTest::newRow("page") << u"limit=2&page=2"_s << u"2 1"_s;
    QTest::newRow("past the end") << u"limit=2&page=9"_s << u""_s;
}

void TestDepotLists::filtersWaybills()
{
    QFETCH(QString, query);
    QFETCH(QString, expected);
    const Reply reply = m_depot->get(u"/delivery/waybills?"_s + query);
    QCOMPARE(reply.status, 200);
    QCOMPARE(numbers(reply), expected);
}

void TestDepotLists::matrixIgnoresOnlyTheStatus()
{
    const auto count = [this](const QString& query, int status) {
        return m_depot->get(u"/delivery/waybills?"_s + query).json()[u"statuses"][status][u"count"].toInt();
    };
    QCOMPARE(count(u"status=closed"_s, 0), 3);
    QCOMPARE(count(u"status=closed"_s, 1), 2);
    QCOMPARE(count(u"status=closed&carrier_type=prime"_s, 0), 0);
    QCOMPARE(count(u"status=closed&carrier_type=prime"_s, 1), 1);
    const QJsonObject closed = m_depot->get(u"/delivery/waybills?status=closed"_s).json();
    QCOMPARE(closed[u"total"].toInt(), 0);
    QCOMPARE(closed[u"statuses"].toArray().size(), 7);
}

void TestDepotLists::filtersAndSortsParcels_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("filters");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const QString& query, const QString& filters, const QString& expected) {
        QTest::newRow(name) << query << filters << expected;
    };
    row("newest first", u""_s, u"{}"_s, u"1004 1003 1002 1001"_s);
    row("code up", u"sort_by=delivery_code&sort_order=asc"_s, u""_s, u"1001 1002 1003 1004"_s);
    row("units", u"sort_by=unit_size&sort_order=desc&limit=2"_s, u""_s, u"1002 1004"_s);
    row("customer", u"sort_by=customer&sort_order=desc&limit=1"_s, u""_s, u"1003"_s);
    row("search code", u"search=1002"_s, u""_s, u"1002"_s);
    row("search reference", u"search=ORD"_s, u""_s, u"1002 1001"_s);
    row("search customer", u"search="_s + encoded(u"کاروان"_s), u""_s, u"1003"_s);
    row("search wildcard", u"search=x_1"_s, u""_s, u"1004"_s);
    row("search none", u"search=_"_s, u""_s, u"1004"_s);
    row("code", u""_s, uR"({"delivery_code":"1003"})"_s, u"1003"_s);
    row("code as number", u""_s, uR"({"delivery_code":1003})"_s, u"1003"_s);
    row("barcode", u""_s, uR"({"barcode":"x_"})"_s, u"1004"_s);
    row("reference", u""_s, uR"({"external_reference_id":"ord-"})"_s, u"1002 1001"_s);
    row("status", u""_s, uR"({"status":"pending"})"_s, u"1004 1003 1002 1001"_s);
    row("other status", u""_s, uR"({"status":"delivered"})"_s, u""_s);
    row("payment", u""_s, uR"({"payment_method":"Wallet"})"_s, u"1003"_s);
    row("exact units", u""_s, uR"({"unit_size":3})"_s, u"1002"_s);
    row("units as text", u""_s, uR"({"unit_size":"3"})"_s, u"1002"_s);
    row("units from", u""_s, uR"({"unit_size":{"min":2}})"_s, u"1004 1002"_s);
    row("cod range", u""_s, uR"({"cod_amount":{"min":1,"max":600}})"_s, u"1001"_s);
    row("pickup zone code", u""_s, uR"({"pickup":"erb-centr"})"_s, u"1004 1003 1002 1001"_s);
    row("drop-off address", u""_s, uR"({"delivery":"50%, erbil"})"_s, u"1002"_s);
    row("drop-off zone name", u""_s, uR"({"delivery":"Erbil East"})"_s, u"1002"_s);
    row("day", u""_s, uR"({"created_at":"2026-04-08"})"_s, u"1004"_s);
    row("days", u""_s, uR"({"created_at":{"from":"2026-04-07","to":"2026-04-07"}})"_s, u"1003 1002 1001"_s);
    row("instants", u""_s, uR"({"created_at":{"min":"2026-04-07T12:00:02Z","max":"2026-04-07T15:00:03+03:00"}})"_s,
        u"1003 1002"_s);
    row("customer filter", u""_s, uR"({"customer":"ahmed"})"_s, u"1004 1002 1001"_s);
    row("together", u""_s, uR"({"customer":"ahmed","unit_size":{"max":2},"barcode":""})"_s, u"1004 1001"_s);
    row("page", u"limit=3&page=2"_s, u""_s, u"1001"_s);
}

void TestDepotLists::filtersAndSortsParcels()
{
    QFETCH(QString, query);
    QFETCH(QString, filters);
    QFETCH(QString, expected);
    const Reply reply =
        m_depot->get(u"/delivery/waybills/%1/deliveries?%2&column_filters=%3"_s.arg(m_draft, query, encoded(filters)));
    QVERIFY2(reply.status == 200, reply.body.constData());
    QCOMPARE(codes(reply), expected);
}

void TestDepotLists::refusesMalformedQueries_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("field");
    const auto list = [](const char* name, const QString& query, const QString& field) {
        QTest::newRow(name) << QString(u"/delivery/waybills?"_s + query) << field;
    };
    list("limit 0", u"limit=0"_s, u"limit"_s);
    list("limit 101", u"limit=101"_s, u"limit"_s);
    list("limit text", u"limit=many"_s, u"limit"_s);
    list("page 0", u"page=0"_s, u"page"_s);
    list("page below", u"page=-1"_s, u"page"_s);
    list("huge page", u"page=99999999999999999999"_s, u"page"_s);
    list("status", u"status=lost"_s, u"status"_s);
    list("carrier", u"carrier_type=own"_s, u"carrier_type"_s);
    list("date", u"from_date=2026-02-30"_s, u"from_date"_s);
    list("date format", u"to_date=07.04.2026"_s, u"to_date"_s);
    list("direction", u"direction=up"_s, u"direction"_s);
    const auto parcels = [](const char* name, const QString& query, const QString& field) {
        QTest::newRow(name) << QString(u"/delivery/waybills/DRAFT/eligible-deliveries?"_s + query) << field;
    };
    parcels("sort field", u"sort_by=colour"_s, u"sort_by"_s);
    parcels("sort order", u"sort_order=up"_s, u"sort_order"_s);
    const auto filters = [&](const char* name, const QString& json, const QString& field) {
        parcels(name, u"column_filters="_s + encoded(json), field);
    };
    filters("no JSON", u"{"_s, u"column_filters"_s);
    filters("no object", u"[]"_s, u"column_filters"_s);
    filters("unknown column", uR"({"colour":"red"})"_s, u"column_filters.colour"_s);
    filters("text wanted", uR"({"barcode":{}})"_s, u"column_filters.barcode"_s);
    filters("null", uR"({"barcode":null})"_s, u"column_filters.barcode"_s);
    filters("number wanted", uR"({"unit_size":"big"})"_s, u"column_filters.unit_size"_s);
    filters("bound wanted", uR"({"cod_amount":{"least":1}})"_s, u"column_filters.cod_amount"_s);
    filters("empty bounds", uR"({"cod_amount":{}})"_s, u"column_filters.cod_amount"_s);
    filters("bounds crossed", uR"({"cod_amount":{"min":2,"max":1}})"_s, u"column_filters.cod_amount"_s);
    filters("status", uR"({"status":"lost"})"_s, u"column_filters.status"_s);
    filters("date", uR"({"created_at":"soon"})"_s, u"column_filters.created_at"_s);
    filters("date bound", uR"({"created_at":{"from":7}})"_s, u"column_filters.created_at"_s);
    filters("too deep", uR"({"barcode":[[[[[1]]]]]})"_s, u"column_filters"_s);
    QTest::newRow("cursor") << u"/delivery/deliveries?after=nonsense"_s << u"after"_s;
    QTest::newRow("since") << u"/delivery/deliveries?updated_since=today"_s << u"updated_since"_s;
}

void TestDepotLists::refusesMalformedQueries()
{
    QFETCH(QString, path);
    QFETCH(QString, field);
    const Reply reply = m_depot->get(path.replace(u"DRAFT"_s, m_draft));
    QCOMPARE(reply.status, 400);
    const QJsonArray details = reply.json()[u"details"].toArray();
    QCOMPARE(details.size(), 1);
    QCOMPARE(details[0][u"field"].toString(), field);
    QCOMPARE(reply.message(), details[0][u"message"].toString());
    QVERIFY(!reply.json().contains(u"code"_s));
}

void TestDepotLists::feedGoesOnByCursor()
{
    TestDepot d;
    for (int i = 0; i < 7; ++i)
        d.delivery();
    QSet<QString> seen;
    QString cursor;
    int pages = 0;
    do {
        const Reply page = d.get(u"/delivery/deliveries?limit=3&after="_s + cursor);
        QCOMPARE(page.status, 200);
        QCOMPARE(page.json()[u"total"].toInt(), 7);
        for (const QJsonValue& row : page.json()[u"data"].toArray())
            seen.insert(row[u"delivery_code"].toString());
        cursor = page.json()[u"next_cursor"].toString();
        if (++pages == 1) // what changes while one reads comes again, at the end
            d.sql("UPDATE delivery SET updated_at = updated_at + 3600000000 WHERE delivery_code = '1001'");
    } while (!cursor.isEmpty());
    QCOMPARE(seen.size(), 7);
    QCOMPARE(pages, 3);
    QCOMPARE(codes(d.get(u"/delivery/deliveries?updated_since=2026-04-07T12:30:00Z"_s)), u"1001"_s);
    QCOMPARE(codes(d.get(u"/delivery/deliveries?search=del1003"_s)), u"1003"_s);
    // A search tells the total on every page, also on one behind the last.
    QStringList found;
    for (int page = 1; page <= 5; ++page) {
        const Reply reply = d.get(u"/delivery/deliveries?search=del&limit=2&page=%1"_s.arg(page));
        QCOMPARE(reply.json()[u"total"].toInt(), 7);
        QCOMPARE(reply.json()[u"data"].toArray().size(), page < 4 ? 2 : page == 4 ? 1 : 0);
        QCOMPARE(reply.json()[u"next_cursor"].isNull(), page >= 4);
        found << codes(reply).split(u' ', Qt::SkipEmptyParts);
    }
    QCOMPARE(found.join(u' '), codes(d.get(u"/delivery/deliveries?search=del&limit=100"_s)));
    QCOMPARE(QSet<QString>(found.begin(), found.end()).size(), 7);
    QCOMPARE(d.get(u"/delivery/deliveries?search=nowhere"_s).json()[u"total"].toInt(), 0);
}

void TestDepotLists::looksUp()
{
    TestDepot& d = *m_depot;
    const QJsonObject warehouse = d.get(u"/delivery/warehouses?search=wh-main"_s).json()[u"data"][0].toObject();
    QCOMPARE(warehouse[u"location"][u"country_code"].toString(), u"IQ"_s);
    const QJsonObject driver = d.get(u"/delivery/drivers?search=backup"_s).json()[u"data"][0].toObject();
    QCOMPARE(driver[u"user"][u"full_name"].toString(), u"Backup Driver"_s);
    QCOMPARE(driver[u"vehicle"][u"capacity_unit"].toInt(), 50);
    QCOMPARE(d.get(u"/delivery/vehicles"_s).json()[u"total"].toInt(), 2);
    const QJsonArray zones = d.get(u"/delivery/zones?limit=1"_s).json()[u"data"].toArray();
    QCOMPARE(zones.size(), 1);
    const QJsonObject centre = zones[0][u"center"].toObject();
    QVERIFY(QGeoCoordinate(centre[u"latitude"].toDouble(), centre[u"longitude"].toDouble()).isValid());
    QVERIFY(zones[0][u"radius_m"].toDouble() > 0);
    QCOMPARE(d.get(u"/delivery/customers?search=9647501234568"_s).json()[u"total"].toInt(), 1);
    QCOMPARE(d.get(u"/delivery/customers?limit=500"_s).status, 400);
}

QTEST_GUILESS_MAIN(TestDepotLists)
#include "tst_depot_lists.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's lists of trips, and of what may join one: every filter alone, the sorting, the paging, and what is refused.
#include "tests/backend/support/testdepot.h"

#include <QJsonDocument>
#include <QtTest>

using namespace waydesk;
using namespace waydesk::backend;
using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject members(const QStringList& deliveries)
{
    QJsonArray list;
    for (const QString& delivery : deliveries)
        list.append(QJsonObject{{u"delivery_id"_s, delivery}});
    return {{u"deliveries"_s, list}};
}

QString messageOf(const Reply& reply)
{
    return QString::number(reply.status) + u' ' + reply.json()[u"message"].toString();
}

} // namespace

class TestTripLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void filtersAndSorts_data();
    void filtersAndSorts();
    void refusesWhatItDoesNotKnow_data();
    void refusesWhatItDoesNotKnow();
    void pages();
    void refusesWhatMayNotJoin_data();
    void refusesWhatMayNotJoin();
    void searchesWhatMayJoin();

private:
    QString listed(const QString& query);
    std::unique_ptr<TestDepot> m_depot;
};

// Five trips with every difference that a filter can tell. Times are in Baghdad's zone, three hours ahead of UTC.
void TestTripLists::initTestCase()
{
    m_depot = std::make_unique<TestDepot>();
    TestDepot& d = *m_depot;
    const QString parcel = d.delivery();
    d.trip({}, {}, {{u"notes"_s, u"Beta run"_s}});
    d.trip({parcel}, kDriver, {{u"trip_type"_s, u"mixed"_s}, {u"notes"_s, u"alpha 100%"_s}});
    d.trip({}, kDriver, {{u"trip_type"_s, u"multi_dropoff"_s}, {u"vehicle_id"_s, u"vehicle-2"_s}});
    d.trip({}, kOtherDriver, {{u"trip_type"_s, QJsonValue::Null}});
    const QString cancelled = d.trip({}, kOtherDriver);
    QCOMPARE(d.post(u"/delivery/trips/%1/cancel"_s.arg(cancelled)).status, 200);
    QCOMPARE(d.act(parcel, u"picked_up"_s).status, 200);
    // 2026-04-10T20:59:59.999999Z is the tenth's last instant in Baghdad, 21:00 the eleventh's first.
    d.sql("UPDATE trip SET created_at = 1775854799999999, updated_at = 1775900000000000 WHERE trip_number = "
          "'TRIP-00001'");
    d.sql("UPDATE trip SET created_at = 1775854800000000, started_at = 1775854800000000 WHERE trip_number = "
          "'TRIP-00002'");
    d.sql("UPDATE trip SET created_at = 1775941199999999 WHERE trip_number = 'TRIP-00003'");
    d.sql("UPDATE trip SET created_at = 1775941200000000 WHERE trip_number IN ('TRIP-00004', 'TRIP-00005')");
    d.sql("UPDATE trip SET id = 'z' || trip_number WHERE item_count = 0"); // ties go by id, the second's first
    d.sql("UPDATE trip SET updated_at = created_at WHERE trip_number <> 'TRIP-00001'");
}

// "2 1": the last digits of the numbers found, in order.
QString TestTripLists::listed(const QString& query)
{
    const Reply reply = m_depot->get(u"/delivery/trips?"_s + query);
    QStringList found;
    const QJsonArray trips = reply.data()[u"trips"].toArray();
    for (const QJsonValue& trip : trips)
        found.append(trip[u"trip_number"].toString().last(1));
    if (reply.status != 200 || reply.data()[u"total"].toInt() != found.size())
        return QString::fromUtf8(reply.body);
    return found.join(u' ');
}

void TestTripLists::filtersAndSorts_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("found");
    const auto row = [](const QString& query, const QString& found) {
        QTest::newRow(qPrintable(query)) << query << found;
    };
    row(u""_s, u"5 4 3 2 1"_s);
    row(u"status=planned"_s, u"4 3 1"_s);
    row(u"status=in_progress"_s, u"2"_s);
    row(u"status=completed"_s, u""_s);
    row(u"driver_id=driver-north"_s, u"3 2"_s);
    row(u"driver_id=driver-nobody"_s, u""_s);
    row(u"trip_type=mixed"_s, u"2"_s);
    row(u"trip_number=00004"_s, u"4"_s);
    row(u"trip_number=trip00004"_s, u"4"_s);
    row(u"trip_number=TRIP-0000"_s, u"5 4 3 2 1"_s);
    row(u"trip_number=%25"_s, u""_s);
    row(u"from_date=2026-04-11"_s, u"5 4 3 2"_s);
    row(u"to_date=2026-04-10"_s, u"1"_s);
    row(u"from_date=2026-04-11&to_date=2026-04-11"_s, u"3 2"_s);
    row(u"sort_by=trip_number&sort_order=asc"_s, u"1 2 3 4 5"_s);
    row(u"sort_by=status&sort_order=asc"_s, u"5 2 1 3 4"_s);
    row(u"sort_by=trip_type&sort_order=asc"_s, u"4 2 3 1 5"_s);
    row(u"sort_by=notes&sort_order=asc"_s, u"2 1 3 4 5"_s);
    row(u"sort_by=updated_at"_s, u"5 4 3 1 2"_s);
    row(u"sort_by=started_at"_s, u"2 5 4 3 1"_s);
    row(u"sort_by=completed_at&sort_order=asc"_s, u"2 1 3 4 5"_s);
    const auto filter = [&row](const char* json, const QString& found) {
        row(u"column_filters="_s + QString::fromLatin1(QByteArray(json).toPercentEncoding()), found);
    };
    filter(R"({"status":"cancelled"})", u"5"_s);
    filter(R"({"status":"planned","driver_id":"driver-north"})", u"3"_s);
    filter(R"({"trip_type":"multi_pickup"})", u"5 1"_s);
    filter(R"({"vehicle_id":"vehicle-2"})", u"3"_s);
    filter(R"({"notes":"RUN"})", u"5 4 3 1"_s);
    filter(R"({"notes":"0%"})", u"2"_s);
    filter(R"({"trip_number":"-00002"})", u"2"_s);
    filter(R"({"trip_number":""})", u"5 4 3 2 1"_s);
    filter(R"({"created_at":{"from":"2026-04-11","to":"2026-04-11"}})", u"3 2"_s);
    filter(R"({"created_at":{"to":"2026-04-10"}})", u"1"_s);
    filter(R"({"created_at":"2026-04-11"})", u"3 2"_s);
    filter(R"({"created_at":{"from":"2026-04-11T21:00:00Z"}})", u"5 4"_s);
    filter(R"({"started_at":{"from":"2026-01-01"}})", u"2"_s);
    filter(R"({"completed_at":{"from":"2026-01-01"}})", u""_s);
    filter(R"({"updated_at":{"from":"2026-04-11","to":"2026-04-11"}})", u"3 2 1"_s);
}

void TestTripLists::filtersAndSorts()
{
    QFETCH(QString, query);
    QFETCH(QString, found);
    QCOMPARE(listed(query), found);
}

void TestTripLists::refusesWhatItDoesNotKnow_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("field");
    const auto row = [](const QString& query, const QString& field) {
        QTest::newRow(qPrintable(query)) << query << field;
    };
    row(u"limit=0"_s, u"limit"_s);
    row(u"limit=101"_s, u"limit"_s);
    row(u"page=0"_s, u"page"_s);
    row(u"status=sealed"_s, u"status"_s);
    row(u"trip_type=scenic"_s, u"trip_type"_s);
    row(u"from_date=2026-02-30"_s, u"from_date"_s);
    row(u"sort_by=driver"_s, u"sort_by"_s);
    row(u"sort_order=up"_s, u"sort_order"_s);
    row(u"column_filters=[]"_s, u"column_filters"_s);
    row(u"column_filters=%7B%22colour%22:%22red%22%7D"_s, u"column_filters.colour"_s);
    row(u"column_filters=%7B%22status%22:%22sealed%22%7D"_s, u"column_filters.status"_s);
    row(u"column_filters=%7B%22created_at%22:%22soon%22%7D"_s, u"column_filters.created_at"_s);
    row(u"column_filters=%7B%22started_at%22:%7B%22since%22:1%7D%7D"_s, u"column_filters.started_at"_s);
}

void TestTripLists::refusesWhatItDoesNotKnow()
{
    QFETCH(QString, query);
    QFETCH(QString, field);
    const Reply reply = m_depot->get(u"/delivery/trips?"_s + query);
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.json()[u"details"][0][u"field"].toString(), field);
}

void TestTripLists::pages()
{
    const auto page = [&](const QString& query, const QString& path = u"/delivery/trips?"_s,
                          const QString& email = kDispatcher) {
        const QJsonObject data = m_depot->get(path + query, email).data();
        return u"%1 of %2"_s.arg(data[u"trips"].toArray().size()).arg(data[u"total"].toInt());
    };
    QCOMPARE(page(u"limit=2&page=1"_s), u"2 of 5"_s);
    QCOMPARE(page(u"limit=2&page=3"_s), u"1 of 5"_s);
    QCOMPARE(page(u"limit=2&page=4"_s), u"0 of 5"_s);
    const QString mine = u"/delivery/driver-trips?"_s;
    QCOMPARE(page(u"per_page=1"_s, mine, kDriverMail), u"1 of 2"_s);
    QCOMPARE(page(u"per_page=1&page=3"_s, mine, kDriverMail), u"0 of 2"_s);
    QCOMPARE(m_depot->get(mine + u"per_page=101"_s, kDriverMail).status, 400);
}

void TestTripLists::refusesWhatMayNotJoin_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<bool>("mayJoin");
    for (const char* status : {"draft", "pending", "assigned", "staged_at_warehouse"})
        QTest::newRow(status) << u"status = '%1'"_s.arg(QLatin1StringView(status)) << true;
    for (const char* status : {"picked_up", "in_transit", "delivered", "failed", "returned", "cancelled"})
        QTest::newRow(status) << u"status = '%1'"_s.arg(QLatin1StringView(status)) << false;
    QTest::newRow("a leg") << u"parent_id = 'some-parent'"_s << true;
    QTest::newRow("a waybill's") << u"has_active_assignment = 1"_s << true;
}

void TestTripLists::refusesWhatMayNotJoin()
{
    QFETCH(QString, change);
    QFETCH(bool, mayJoin);
    TestDepot d;
    const QString parcel = d.delivery();
    d.sql(QString(u"UPDATE delivery SET "_s + change + u" WHERE tenant_id = 'tenant-north'"_s).toStdString());
    QCOMPARE(d.get(u"/delivery/trips/eligible-deliveries"_s).json()[u"total"].toInt(), mayJoin ? 1 : 0);
    const Reply made = d.post(u"/delivery/trips"_s, members({parcel}));
    QCOMPARE(made.status, mayJoin ? 201 : 409);
    if (!mayJoin)
        QCOMPARE(messageOf(made), u"409 Delivery is not eligible to be added to a trip"_s);
}

void TestTripLists::searchesWhatMayJoin()
{
    TestDepot d;
    const QString one = d.delivery({{u"barcode"_s, u"Box-77"_s}}),
                  two = d.delivery({{u"external_reference_id"_s, u"ORD-77"_s}}), parent = d.delivery(),
                  leg = d.delivery();
    d.sql("UPDATE delivery SET parent_id = (SELECT id FROM delivery WHERE delivery_code = '1003')"
          " WHERE delivery_code = '1004'");
    const auto ids = [&](const QString& query) {
        QStringList found;
        const QJsonArray rows = d.get(u"/delivery/trips/eligible-deliveries?"_s + query).json()[u"data"].toArray();
        for (const QJsonValue& row : rows)
            found.append(row[u"id"].toString());
        return found;
    };
    QCOMPARE(ids(u"search=77"_s), (QStringList{one, two}));
    QCOMPARE(ids(u"search=box-7"_s), QStringList{one});
    QCOMPARE(ids(u"search=1001"_s), QStringList()); // its code alone; a barcode of its own was given
    QCOMPARE(ids(u"search=%25"_s), QStringList());
    QCOMPARE(ids(u"search="_s), (QStringList{one, two, leg})); // its parent travels as legs
    QCOMPARE(ids(u"limit=1&page=2"_s), QStringList{two});
    QCOMPARE(d.post(u"/delivery/trips"_s, members({parent})).status, 409);
    QCOMPARE(d.get(u"/delivery/trips/eligible-deliveries?limit=101"_s).status, 400);
}

QTEST_GUILESS_MAIN(TestTripLists)
#include "tst_backend_triplists.moc"

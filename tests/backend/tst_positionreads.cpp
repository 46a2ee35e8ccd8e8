// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's server tells the map where every driver is, as news since a cursor, and where they were, page by page: to
// its own tenant alone, bounded, in the documented shape.
#include "backend/depot/positionintake.h"
#include "backend/depot/positionlists.h"
#include "tests/backend/support/testdepot.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace waydesk;
using namespace waydesk::backend;

namespace {

const TenantId kNorth{u"tenant-north"_s}, kSouth{u"tenant-south"_s};
const QGeoCoordinate kHere(36.19, 44.01);

QStringList drivers(const QJsonArray& rows)
{
    QStringList found;
    for (const QJsonValue& row : rows)
        found.append(row[u"driver_id"].toString());
    return found;
}

} // namespace

class TestPositionReads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_depot = std::make_unique<TestDepot>();
        m_intake = std::make_unique<PositionIntake>(m_depot->server.database(), m_waiters, m_depot->server.clock);
        m_depot->sql("INSERT INTO app_user SELECT 'user-driver-s', 'tenant-south', 'driver@south.test', 'S', '', '',"
                     " 'driver', password_hash, 'driver-south', '', 1, created_at FROM app_user"
                     " WHERE id = 'user-driver'");
        m_depot->sql("INSERT INTO driver(id, tenant_id, user_id, status, used_capacity, vehicle_id, search_text)"
                     " VALUES ('driver-south', 'tenant-south', 'user-driver-s', 'active', 0, NULL, 's')");
    }
    void cleanup()
    {
        m_intake.reset();
        m_depot.reset();
    }

    void tellsWhereEverybodyIs();
    void tellsOnlyTheNews();
    void goesOnWhereAnAnswerEnded();
    void tellsAllToACursorOfAnotherFile();
    void tellsWhereTheyWere();
    void leadsThroughHistoryPageByPage();
    void findsHistoryHoursApart();
    void keepsTenantsApart();
    void namesBadQuestions_data();
    void namesBadQuestions();

private:
    void take(std::chrono::microseconds ago, const QString& driver = kDriver, const TenantId& tenant = kNorth)
    {
        Position position;
        position.driver = {driver};
        position.at = m_intake->now() - ago;
        position.coordinate = kHere;
        const TenantReport one{tenant, {position, {}}};
        const auto verdicts = m_intake->takeAll(std::span(&one, 1));
        QVERIFY(verdicts.ok());
        QCOMPARE(verdicts->first(), PositionVerdict::Accepted);
    }
    QJsonObject news(qint64 since = 0, const QString& email = kDispatcher)
    {
        return m_depot->get(u"/delivery/positions?since=%1"_s.arg(since), email).data();
    }
    QJsonObject history(const QString& query, const QString& email = kDispatcher)
    {
        return m_depot->get(u"/delivery/positions/history?"_s + query, email).data();
    }

    ChangeWaiters m_waiters;
    std::unique_ptr<TestDepot> m_depot;
    std::unique_ptr<PositionIntake> m_intake;
};

void TestPositionReads::tellsWhereEverybodyIs()
{
    const Reply none = m_depot->get(u"/delivery/positions"_s);
    QCOMPARE(none.status, 200);
    QCOMPARE(none.data(), (QJsonObject{{u"cursor"_s, 0}, {u"more"_s, false}, {u"positions"_s, QJsonArray()}}));
    Position position;
    position.driver = {kDriver};
    position.at = m_intake->now() - 10s;
    position.coordinate = kHere;
    position.heading = 90;
    position.speed = 24.5;
    position.accuracy = 6;
    const TenantReport full{kNorth, {position, std::optional(std::optional(u"ORD-1"_s))}};
    QVERIFY(m_intake->takeAll(std::span(&full, 1)).ok());
    take(20s, kOtherDriver);
    const Reply reply = m_depot->get(u"/delivery/positions"_s);
    QVERIFY(reply.json()[u"success"].toBool());
    QCOMPARE(reply.data()[u"positions"], (QJsonArray{QJsonObject{{u"driver_id"_s, kDriver},
                                                                 {u"at"_s, u"2026-04-07T11:59:50Z"_s},
                                                                 {u"latitude"_s, 36.19},
                                                                 {u"longitude"_s, 44.01},
                                                                 {u"heading"_s, 90},
                                                                 {u"speed_kmh"_s, 24.5},
                                                                 {u"accuracy_m"_s, 6},
                                                                 {u"order_id"_s, u"ORD-1"_s}},
                                                     QJsonObject{{u"driver_id"_s, kOtherDriver},
                                                                 {u"at"_s, u"2026-04-07T11:59:40Z"_s},
                                                                 {u"latitude"_s, 36.19},
                                                                 {u"longitude"_s, 44.01},
                                                                 {u"heading"_s, QJsonValue::Null},
                                                                 {u"speed_kmh"_s, QJsonValue::Null},
                                                                 {u"accuracy_m"_s, QJsonValue::Null},
                                                                 {u"order_id"_s, QJsonValue::Null}}}));
    QCOMPARE(reply.data()[u"cursor"].toInteger(), m_depot->text("SELECT max(seq) FROM change").toLongLong());
}

void TestPositionReads::tellsOnlyTheNews()
{
    take(60s);
    take(60s, kOtherDriver);
    const qint64 first = news()[u"cursor"].toInteger();
    QVERIFY(news(first)[u"positions"].toArray().isEmpty());
    QCOMPARE(news(first)[u"cursor"].toInteger(), first);
    take(50s);
    const QJsonObject second = news(first);
    QCOMPARE(drivers(second[u"positions"].toArray()), QStringList{kDriver});
    QVERIFY(second[u"cursor"].toInteger() > first);
    QCOMPARE(drivers(news()[u"positions"].toArray()), (QStringList{kOtherDriver, kDriver}));
}

void TestPositionReads::goesOnWhereAnAnswerEnded()
{
    for (const QString& driver : {kDriver, kOtherDriver})
        take(30s, driver);
    const auto reader = m_depot->server.database().newReader();
    const PositionNews first = positionNews(**reader, kNorth, 0, 1);
    QCOMPARE(first.rows.size(), 1);
    QVERIFY(first.more);
    const PositionNews second = positionNews(**reader, kNorth, first.cursor, 1);
    QCOMPARE(second.rows.size(), 1);
    QCOMPARE(second.rows[0].position.driver.value, kOtherDriver);
    QVERIFY(!second.more);
}

void TestPositionReads::tellsAllToACursorOfAnotherFile()
{
    take(30s);
    QCOMPARE(drivers(news(1'000'000)[u"positions"].toArray()), QStringList{kDriver});
}

void TestPositionReads::tellsWhereTheyWere()
{
    take(40s);
    take(30s, kOtherDriver);
    take(20s);
    const QJsonObject all = history(u"from=2026-04-07T11:00:00Z&to=2026-04-07T13:00:00Z"_s);
    QVERIFY(all[u"next_cursor"].isNull());
    QCOMPARE(drivers(all[u"positions"].toArray()), (QStringList{kDriver, kOtherDriver, kDriver}));
    QCOMPARE(all[u"positions"][0].toObject(), (QJsonObject{{u"driver_id"_s, kDriver},
                                                           {u"at"_s, u"2026-04-07T11:59:20Z"_s},
                                                           {u"latitude"_s, 36.19},
                                                           {u"longitude"_s, 44.01},
                                                           {u"heading"_s, QJsonValue::Null},
                                                           {u"speed_kmh"_s, QJsonValue::Null}}));
    const QString minute = u"from=2026-04-07T11:59:20Z&to=2026-04-07T11:59:40Z"_s; // up to its end, not with it
    QCOMPARE(drivers(history(minute)[u"positions"].toArray()), (QStringList{kDriver, kOtherDriver}));
    QCOMPARE(drivers(history(minute + u"&driver_id="_s + kOtherDriver)[u"positions"].toArray()),
             QStringList{kOtherDriver});
    QVERIFY(history(minute + u"&driver_id=nobody"_s)[u"positions"].toArray().isEmpty());
}

void TestPositionReads::leadsThroughHistoryPageByPage()
{
    for (int i = 8; i > 0; --i) {
        take(std::chrono::minutes(i));
        take(std::chrono::minutes(i), kOtherDriver); // at the same moment
    }
    const QString window = u"from=2026-04-07T11:00:00Z&to=2026-04-07T13:00:00Z"_s;
    const QJsonArray whole = history(window)[u"positions"].toArray();
    QCOMPARE(whole.size(), 16);
    for (const int limit : {1, 3, 15, 16}) {
        QJsonArray collected;
        QString after;
        int pages = 0;
        do {
            const QJsonObject page = history(window + u"&limit=%1&after=%2"_s.arg(limit).arg(after));
            const QJsonArray rows = page[u"positions"].toArray();
            QVERIFY(rows.size() <= limit);
            for (const QJsonValue& row : rows)
                collected.append(row);
            after = page[u"next_cursor"].toString();
        } while (!after.isEmpty() && ++pages < 20);
        QCOMPARE(collected, whole);
    }
}

void TestPositionReads::findsHistoryHoursApart() // over slices without anything, and over midnight
{
    for (const auto ago : {36h, 30h, 13h, 12h, 11h, 1h})
        take(ago);
    const QJsonObject all = history(u"from=2026-04-05T13:00:00Z&to=2026-04-07T13:00:00Z"_s);
    QStringList times;
    for (const QJsonValue& row : all[u"positions"].toArray())
        times.append(row[u"at"].toString().mid(8, 5));
    QCOMPARE(times.join(u' '), u"06T00 06T06 06T23 07T00 07T01 07T11"_s);
}

void TestPositionReads::keepsTenantsApart()
{
    take(30s);
    take(20s, u"driver-south"_s, kSouth);
    const QString south = u"dispatcher@south.test"_s;
    QCOMPARE(drivers(news()[u"positions"].toArray()), QStringList{kDriver});
    QCOMPARE(drivers(news(0, south)[u"positions"].toArray()), QStringList{u"driver-south"_s});
    const QString window = u"from=2026-04-07T11:00:00Z&to=2026-04-07T13:00:00Z"_s;
    QCOMPARE(drivers(history(window)[u"positions"].toArray()), QStringList{kDriver});
    QCOMPARE(drivers(history(window, south)[u"positions"].toArray()), QStringList{u"driver-south"_s});
    QVERIFY(history(window + u"&driver_id=driver-south"_s)[u"positions"].toArray().isEmpty());
}

void TestPositionReads::namesBadQuestions_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("fields");
    const auto row = [](const QString& path, const QStringList& fields) {
        QTest::newRow(qUtf8Printable(path)) << QString(u"/delivery/positions"_s + path) << fields;
    };
    for (const QString& since : {u"x"_s, u"-1"_s, u"1.5"_s, u"99999999999999999999"_s, u"%2B1"_s, u"%201"_s})
        row(u"?since="_s + since, {u"since"_s});
    row(u"/history"_s, {u"from"_s, u"to"_s});
    row(u"/history?from=yesterday&to=2026-04-07T13:00:00Z"_s, {u"from"_s});
    row(u"/history?from=2026-04-07T13:00:00Z"_s, {u"to"_s});
    row(u"/history?from=2026-04-07T13:00:00Z&to=2026-04-07T12:00:00Z"_s, {u"to"_s});
    row(u"/history?from=2026-04-05T11:59:59Z&to=2026-04-07T12:00:00Z"_s, {u"to"_s});
    const QString good = u"/history?from=2026-04-07T11:00:00Z&to=2026-04-07T12:00:00Z"_s;
    for (const QString& limit : {u"0"_s, u"5001"_s, u"x"_s})
        row(good + u"&limit="_s + limit, {u"limit"_s});
    for (const QString& after : {u"x"_s, u".a"_s, u"1"_s, u"a.b"_s})
        row(good + u"&after="_s + after, {u"after"_s});
    row(good + u"&driver_id="_s + QString(300, u'x'), {u"driver_id"_s});
}

void TestPositionReads::namesBadQuestions()
{
    QFETCH(QString, path);
    QFETCH(QStringList, fields);
    const Reply reply = m_depot->get(path);
    QCOMPARE(reply.status, 400);
    QStringList named;
    for (const QJsonValue& detail : reply.json()[u"details"].toArray())
        named.append(detail[u"field"].toString());
    QCOMPARE(named, fields);
}

QTEST_GUILESS_MAIN(TestPositionReads)
#include "tst_positionreads.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's demo depot is the same for the same seed, holds every state, and keeps the rules that the server keeps.
#include "backend/demo/demodepot.h"
#include "backend/storage/database.h"
#include "services/domain/position.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using namespace waydesk;
using namespace waydesk::backend;
using namespace Qt::Literals::StringLiterals;

namespace {

class DemoFile
{
public:
    explicit DemoFile(const DemoOptions& options)
    {
        auto opened = Database::open(m_folder.filePath(u"demo.db"_s), Durability::ForTests);
        if (!opened)
            qFatal("%s", qUtf8Printable(opened.error().detail));
        m_database = std::move(opened).value();
        WriteTurn turn(*m_database);
        turn.db().beginWrite();
        const Result<Nothing> seeded = seedDemo(turn.db(), options);
        if (!seeded)
            qFatal("%s %s", qUtf8Printable(seeded.error().detail), qUtf8Printable(seeded.error().vendorText));
        const Result<Nothing> done = turn.db().commit();
        if (!done)
            qFatal("%s", qUtf8Printable(done.error().detail));
    }
    QString all(std::string_view sql)
    {
        const auto reader = m_database->newReader();
        if (!reader)
            qFatal("%s", qUtf8Printable(reader.error().detail));
        QStringList lines;
        const auto rows = (*reader)->run(sql, {});
        while (rows->next())
            lines.append(rows->text(0));
        if ((*reader)->failed())
            qFatal("%s", qUtf8Printable((*reader)->error().detail));
        return lines.join(u'\n');
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
};

DemoOptions options(qint64 deliveries, quint64 seed = 1)
{
    return {.deliveries = deliveries, .seed = seed, .now = parseInstant(u"2026-04-07T12:00:00Z")};
}

// Everything that must not depend on the run. The password's hash has its own salt each time.
constexpr std::string_view kPicture =
    "SELECT id || status || delivery_code || customer_name || coalesce(waybill_id, '') || updated_at FROM delivery"
    " UNION ALL SELECT id || waybill_number || status || coalesce(driver_id, '') || updated_at FROM waybill"
    " UNION ALL SELECT id || trip_number || status || coalesce(driver_id, '') || updated_at FROM trip"
    " UNION ALL SELECT id || at || new_status FROM delivery_action"
    " UNION ALL SELECT id || at || metadata FROM waybill_event"
    " UNION ALL SELECT driver_id || at || latitude || longitude || coalesce(speed, '') FROM driver_position"
    " UNION ALL SELECT id || status || return_reason || coalesce(decided_at, '') FROM return_request"
    " UNION ALL SELECT id || state || reason || coalesce(owner_id, '') || coalesce(due_at, '') FROM delivery_case"
    " UNION ALL SELECT id || content_type || hex(bytes) FROM media"
    " UNION ALL SELECT coalesce(proof, '') FROM delivery_action"
    " UNION ALL SELECT id || full_name || email || phone FROM app_user ORDER BY 1";

// What was asked for; a return that was approved travels as a parcel of its own.
constexpr std::string_view kOrdered = "SELECT count(*) FROM delivery WHERE id NOT IN (SELECT return_delivery_id"
                                      " FROM return_request WHERE return_delivery_id IS NOT NULL)";

} // namespace

class TestDemo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheSameForTheSameSeed();
    void holdsEveryStateAndKeepsItsOwnBooks();
    void holdsTripsInEveryState();
    void holdsProofsReturnsAndExceptions();
    void showsWhereTheDriversAre();
    void fitsEverySize_data();
    void fitsEverySize();
};

void TestDemo::isTheSameForTheSameSeed()
{
    DemoFile one(options(1500)), two(options(1500)), other(options(1500, 2));
    QVERIFY(one.all(kPicture) == two.all(kPicture));
    QVERIFY(one.all(kPicture) != other.all(kPicture));
}

void TestDemo::holdsEveryStateAndKeepsItsOwnBooks()
{
    DemoFile demo(options(2000));
    QCOMPARE(demo.all("SELECT count(DISTINCT status) FROM waybill"), u"7"_s);
    QCOMPARE(demo.all("SELECT count(*) FROM driver"), u"40"_s);
    QCOMPARE(demo.all("SELECT count(*) FROM customer"), u"400"_s);
    QCOMPARE(demo.all(kOrdered), u"2000"_s);
    QVERIFY(demo.all("SELECT count(*) FROM delivery WHERE eligible = 1 AND status = 'pending'").toInt() > 500);
    for (const char* table : {"collection", "delivery_exception", "receiving_order"})
        QVERIFY(demo.all(std::string("SELECT count(*) FROM ") + table).toInt() > 0);
    QCOMPARE(demo.all("SELECT waybill_number FROM waybill w WHERE item_count <> (SELECT count(*) FROM delivery d"
                      " WHERE d.waybill_id = w.id)"),
             QString());
    QCOMPARE(demo.all("SELECT id FROM driver d WHERE used_capacity <> (SELECT coalesce(sum(held_capacity), 0)"
                      " FROM waybill w WHERE w.driver_id = d.id)"),
             QString());
    QCOMPARE(demo.all("SELECT d.delivery_code FROM delivery d JOIN waybill w ON w.id = d.waybill_id"
                      " WHERE d.created_at > w.created_at"),
             QString());
    // Time only goes forward, nothing lies in the future, and the last event is the waybill's state.
    QCOMPARE(demo.all("SELECT a.id FROM waybill_event a JOIN waybill_event b ON b.waybill_id = a.waybill_id"
                      " AND b.seq = a.seq + 1 WHERE b.at < a.at OR b.previous_status <> a.new_status"),
             QString());
    QCOMPARE(demo.all("SELECT id FROM waybill_event WHERE at > 1775563200000000"), QString());
    QCOMPARE(demo.all("SELECT w.id FROM waybill w JOIN waybill_event e ON e.waybill_id = w.id WHERE e.seq ="
                      " (SELECT max(seq) FROM waybill_event x WHERE x.waybill_id = w.id) AND e.new_status <> w.status"),
             QString());
}

void TestDemo::holdsTripsInEveryState()
{
    DemoFile demo(options(2000));
    QCOMPARE(demo.all("SELECT status || ':' || count(*) FROM trip GROUP BY status ORDER BY status"),
             u"cancelled:2\ncompleted:5\nin_progress:6\nplanned:5"_s);
    QCOMPARE(demo.all("SELECT min(trip_number) || ' ' || max(trip_number) FROM trip"), u"TRIP-00001 TRIP-00018"_s);
    for (const char* table : {"delivery_action", "return_request"})
        QVERIFY(demo.all(std::string("SELECT count(*) FROM ") + table).toInt() > 0);
    const auto nothing = [&demo](std::string_view sql) { QCOMPARE(demo.all(sql), QString()); };
    nothing("SELECT trip_number FROM trip t WHERE item_count <> (SELECT count(*) FROM delivery d WHERE d.trip_id ="
            " t.id)");
    nothing("SELECT id FROM delivery WHERE trip_id IS NOT NULL AND waybill_id IS NOT NULL");
    nothing("SELECT id FROM delivery WHERE (trip_id IS NULL) <> (trip_sequence IS NULL)");
    nothing(
        "SELECT trip_id FROM delivery WHERE trip_id IS NOT NULL GROUP BY trip_id, trip_sequence HAVING count(*) > 1");
    nothing("SELECT d.id FROM delivery d JOIN trip t ON t.id = d.trip_id WHERE d.created_at > t.created_at");
    nothing("SELECT t.id FROM trip t JOIN delivery d ON d.trip_id = t.id WHERE t.status = 'completed'"
            " AND d.status NOT IN ('delivered', 'failed', 'returned', 'cancelled')");
    nothing("SELECT id FROM trip WHERE max(created_at, coalesce(completed_at, 0), updated_at) > 1775563200000000");
    nothing("SELECT id FROM trip WHERE started_at < created_at OR completed_at < started_at");
    nothing("SELECT id FROM delivery_action WHERE at > 1775563200000000");
    // Every trip is of one tenant's driver, and the drivers of the demo have something to do.
    QVERIFY(demo.all("SELECT count(*) FROM trip t JOIN driver d ON d.id = t.driver_id JOIN app_user u ON u.id ="
                     " d.user_id WHERE u.email = 'driver1@demo.waydesk'")
                .toInt() >= 2);
}

void TestDemo::holdsProofsReturnsAndExceptions()
{
    DemoFile demo(options(2000));
    const auto number = [&demo](std::string_view sql) { return demo.all(sql).toInt(); };
    QCOMPARE(demo.all("SELECT DISTINCT status FROM return_request ORDER BY status"), u"approved\npending\nrejected"_s);
    QVERIFY(number("SELECT count(*) FROM delivery_case WHERE state = 'open' AND owner_id IS NULL") > 0);
    QVERIFY(number("SELECT count(*) FROM delivery_case WHERE state = 'open' AND due_at < 1775563200000000") > 0);
    QVERIFY(number("SELECT count(*) FROM delivery_case WHERE state = 'open' AND due_at > 1775563200000000") > 0);
    QVERIFY(number("SELECT count(*) FROM delivery_case WHERE state = 'resolved' AND kind <> 'return'") > 0);
    QVERIFY(number("SELECT count(DISTINCT kind) FROM delivery_case") >= 4);
    QCOMPARE(demo.all("SELECT id FROM delivery_case WHERE max(raised_at, updated_at, coalesce(resolved_at, 0)) >"
                      " 1775563200000000"),
             QString());
    QCOMPARE(demo.all("SELECT id FROM delivery_case WHERE updated_at < raised_at OR resolved_at < raised_at"),
             QString());
    QCOMPARE(demo.all("SELECT id FROM delivery_exception e WHERE NOT EXISTS (SELECT 1 FROM delivery_case c"
                      " WHERE c.id = e.id AND c.kind = 'return')"),
             QString());
    // Every picture that a proof names is there, and is one.
    QVERIFY(number("SELECT count(*) FROM delivery_action WHERE proof LIKE '%/delivery/media/%'") >= 10);
    const QString proofs = demo.all("SELECT proof FROM delivery_action WHERE proof IS NOT NULL");
    static const QRegularExpression url(u"/delivery/media/([0-9a-f]{64})\""_s);
    QSet<QString> named;
    for (auto match = url.globalMatch(proofs); match.hasNext();)
        named.insert(match.next().captured(1));
    QVERIFY(named.size() >= 8);
    const QStringList kept = demo.all("SELECT id FROM media").split(u'\n');
    for (const QString& id : std::as_const(named))
        QVERIFY2(kept.contains(id), qUtf8Printable(id));
    QCOMPARE(demo.all("SELECT id FROM media WHERE substr(hex(bytes), 1, 16) <> '89504E470D0A1A0A' OR length(bytes) >"
                      " 60000"),
             QString());
}

void TestDemo::showsWhereTheDriversAre()
{
    DemoFile demo(options(2000));
    const auto number = [&demo](std::string_view sql) { return demo.all(sql).toInt(); };
    QVERIFY(number("SELECT count(*) FROM driver_last_position") == 40);
    QVERIFY(number("SELECT count(*) FROM driver_position") > 3000);
    QCOMPARE(number("SELECT count(*) FROM driver_position WHERE at > 1775563200000000"), 0);
    QCOMPARE(demo.all("SELECT driver_id FROM driver_last_position l WHERE at <> (SELECT max(at) FROM driver_position p"
                      " WHERE p.driver_id = l.driver_id)"),
             QString());
    QCOMPARE(demo.all("SELECT count(DISTINCT entity_id) || ' ' || count(*) FROM change WHERE entity = 'position'"),
             u"40 40"_s);
    // Some are fresh, some have fallen silent, and whoever is on a trip was last seen where it could be.
    QVERIFY(number("SELECT count(*) FROM driver_last_position WHERE at > 1775563200000000 - 5 * 60000000") >= 20);
    QVERIFY(number("SELECT count(*) FROM driver_last_position WHERE at < 1775563200000000 - 30 * 60000000") >= 4);
    QVERIFY(number("SELECT count(*) FROM driver_position WHERE speed > 0") > 1000);
    // Every report is one that the server would have taken.
    QStringList bad;
    std::optional<Position> last;
    for (const QString& line : demo.all("SELECT driver_id || ' ' || at || ' ' || latitude || ' ' || longitude || ' ' ||"
                                        " speed FROM driver_position ORDER BY driver_id, at")
                                   .split(u'\n')) {
        const QStringList words = line.split(u' ');
        Position position;
        position.driver = {words[0]};
        position.at = Instant{std::chrono::microseconds{words[1].toLongLong()}};
        position.coordinate = QGeoCoordinate(words[2].toDouble(), words[3].toDouble());
        position.speed = words[4].toDouble();
        const bool same = last && last->driver == position.driver;
        if (judgePosition(position, same ? last : std::nullopt, position.at) != PositionVerdict::Accepted)
            bad.append(line);
        if (same) {
            const double hours = std::chrono::duration<double>(position.at - last->at).count() / 3600;
            if (last->coordinate.distanceTo(position.coordinate) / 1000 / hours > 110) // as no van does in a town
                bad.append(line + u" after "_s + QString::number(last->coordinate.latitude()));
        }
        last = position;
    }
    QCOMPARE(bad.join(u'\n'), QString());
}

void TestDemo::fitsEverySize_data()
{
    QTest::addColumn<qint64>("count");
    for (const qint64 count : {0, 1, 60, 400, 6000}) // from 5000 on the indexes are made after the load
        QTest::addRow("%lld", static_cast<long long>(count)) << count;
}

void TestDemo::fitsEverySize()
{
    QFETCH(qint64, count);
    DemoFile demo(options(count));
    QCOMPARE(demo.all(kOrdered), QString::number(count));
    QCOMPARE(demo.all("SELECT next_delivery - (SELECT count(return_delivery_id) FROM return_request) FROM depot"),
             QString::number(1001 + count));
    QCOMPARE(demo.all("SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'delivery'"
                      " AND sql IS NOT NULL"),
             u"15"_s);
}

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's server keeps where drivers were: each report judged against the last, refusals counted, one row of the
// change feed for each driver, old days pruned.
#include "backend/depot/devices.h"
#include "backend/depot/positionintake.h"
#include "tests/backend/support/testdepot.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace waydesk;
using namespace waydesk::backend;

namespace {

const TenantId kNorth{u"tenant-north"_s};
const QGeoCoordinate kHere(36.19, 44.01);

} // namespace

class TestPositions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_waiters.clear();
        m_depot = std::make_unique<TestDepot>();
        m_intake = std::make_unique<PositionIntake>(m_depot->server.database(), m_waiters, m_depot->server.clock);
    }

    void keepsWhatItAccepts();
    void countsWhatItRefuses();
    void takesABatchInOneTransaction();
    void keepsNoneOfABatchThatFails();
    void keepsTheOrderThatWasNotTold();
    void leavesOneRowOfTheFeedPerDriver();
    void neverGivesASeqTwice();
    void tellsOfManyReportsTogether();
    void prunesOldDays();
    void bindsDevices();

private:
    TenantReport report(std::chrono::microseconds ago, const QGeoCoordinate& where = kHere,
                        const QString& driver = kDriver)
    {
        Position position;
        position.driver = {driver};
        position.at = m_intake->now() - ago;
        position.coordinate = where;
        return {kNorth, {position, {}}};
    }
    PositionVerdict take(const TenantReport& one)
    {
        const auto verdicts = m_intake->takeAll(std::span(&one, 1));
        if (!verdicts)
            qFatal("%s", qUtf8Printable(verdicts.error().detail));
        return verdicts->first();
    }
    std::optional<KnownPosition> known(const QString& driver = kDriver)
    {
        const auto reader = m_depot->server.database().newReader();
        return lastPosition(**reader, kNorth, {driver});
    }
    Binding bind(const QString& device, const QString& email)
    {
        Binding binding = Binding::NoSuchDriver;
        m_depot->server.write([&](Connection& db) { binding = bindDevice(db, device, email, m_intake->now()); });
        return binding;
    }
    QString count(const char* table) { return m_depot->text("SELECT count(*) FROM " + std::string(table)); }

    std::unique_ptr<TestDepot> m_depot;
    ChangeWaiters m_waiters;
    std::unique_ptr<PositionIntake> m_intake;
};

void TestPositions::keepsWhatItAccepts()
{
    QVERIFY(!known());
    TenantReport one = report(60s);
    one.report.position.heading = 90;
    one.report.position.speed = 24.5;
    QCOMPARE(take(one), PositionVerdict::Accepted);
    QVERIFY(known() && known()->position == one.report.position);
    const TenantReport two = report(30s, kHere.atDistanceAndAzimuth(200, 10));
    QCOMPARE(take(two), PositionVerdict::Accepted);
    QVERIFY(known()->position.heading == std::nullopt && known()->position.at == two.report.position.at);
    QCOMPARE(count("driver_position"), u"2"_s);
    QVERIFY(!known(kOtherDriver));
}

void TestPositions::countsWhatItRefuses()
{
    const TenantReport good = report(60s);
    QCOMPARE(take(good), PositionVerdict::Accepted);
    QCOMPARE(take(good), PositionVerdict::Duplicate);
    QCOMPARE(take(good), PositionVerdict::Duplicate);
    QCOMPARE(take(report(61s)), PositionVerdict::OutOfOrder);
    QCOMPARE(take(report(-1h)), PositionVerdict::InFuture);
    QCOMPARE(take(report(0s, {})), PositionVerdict::OutOfRange);
    QCOMPARE(take(report(0s, {0, 0})), PositionVerdict::NoFix);
    QCOMPARE(take(report(0s, kHere.atDistanceAndAzimuth(1e5, 10))), PositionVerdict::Jump);
    QVERIFY(known() && known()->position == good.report.position);
    QCOMPARE(count("driver_position"), u"1"_s);
    QCOMPARE(m_depot->text("SELECT group_concat(reason || count) FROM (SELECT * FROM refused_position"
                           " WHERE driver_id = 'driver-north' ORDER BY reason)"),
             u"duplicate2,in_future1,jump1,no_fix1,out_of_order1,out_of_range1"_s);
    m_depot->server.clock.advance(24h);
    QCOMPARE(take(good), PositionVerdict::Duplicate);
    QCOMPARE(m_depot->text("SELECT group_concat(count) FROM (SELECT count FROM refused_position"
                           " WHERE reason = 'duplicate' ORDER BY day)"),
             u"2,1"_s);
}

void TestPositions::takesABatchInOneTransaction()
{
    const QList<TenantReport> batch{report(50s), report(40s), report(40s), report(30s, kHere, kOtherDriver),
                                    report(45s)};
    const auto verdicts = m_intake->takeAll(batch);
    QVERIFY(verdicts.ok());
    using enum PositionVerdict;
    QCOMPARE(*verdicts, (QList{Accepted, Accepted, Duplicate, Accepted, OutOfOrder}));
    QCOMPARE(count("driver_position"), u"3"_s);
    QCOMPARE(count("change WHERE entity = 'position'"), u"2"_s);
}

void TestPositions::keepsNoneOfABatchThatFails()
{
    const QList<TenantReport> batch{report(50s), report(40s, kHere, u"nobody"_s)}; // whom the database does not know
    QVERIFY(!m_intake->takeAll(batch).ok());
    QCOMPARE(count("driver_position"), u"0"_s);
    QCOMPARE(count("change WHERE entity = 'position'"), u"0"_s);
    QVERIFY(!known());
}

void TestPositions::keepsTheOrderThatWasNotTold()
{
    TenantReport one = report(60s);
    one.report.order = std::optional(u"ORD-1"_s);
    take(one);
    QCOMPARE(known()->order, u"ORD-1"_s);
    take(report(50s));
    QCOMPARE(known()->order, u"ORD-1"_s);
    TenantReport free = report(40s);
    free.report.order = std::optional<QString>();
    take(free);
    QCOMPARE(known()->order, std::nullopt);
}

void TestPositions::leavesOneRowOfTheFeedPerDriver()
{
    const QString kRows = u"SELECT group_concat(entity_id || ' ' || op) FROM (SELECT * FROM change"
                          " WHERE entity = 'position' ORDER BY seq)"_s;
    for (int i = 100; i > 0; --i) {
        take(report(std::chrono::seconds(i)));
        if (i == 50)
            take(report(0s, kHere, kOtherDriver));
    }
    QCOMPARE(m_depot->text(kRows.toStdString()), u"driver-two upsert,driver-north upsert"_s);
    take(report(0s, {0, 0})); // what is refused moves nobody
    take(report(-1s, kHere, kOtherDriver));
    QCOMPARE(m_depot->text(kRows.toStdString()), u"driver-north upsert,driver-two upsert"_s);
}

void TestPositions::neverGivesASeqTwice()
{
    QStringList seen;
    for (int i = 5; i > 0; --i) { // nothing else writes: each row is the newest when its successor comes
        take(report(std::chrono::seconds(i)));
        seen += m_depot->text("SELECT max(seq) FROM change");
    }
    QCOMPARE(QSet(seen.begin(), seen.end()).size(), 5);
}

void TestPositions::tellsOfManyReportsTogether()
{
    const quint64 before = m_waiters.generation();
    take(report(0s, {0, 0}));
    m_waiters.tellPending();
    QCOMPARE(m_waiters.generation(), before); // what is refused is no news
    for (int i = 5; i > 0; --i)
        take(report(std::chrono::seconds(i)));
    QCOMPARE(m_waiters.generation(), before);
    m_waiters.tellPending();
    QCOMPARE(m_waiters.generation(), before + 1);
    m_waiters.tellPending();
    QCOMPARE(m_waiters.generation(), before + 1);
}

void TestPositions::prunesOldDays()
{
    take(report(std::chrono::days(31)));
    take(report(std::chrono::days(30), kHere, kOtherDriver));
    take(report(0s, {0, 0}));
    const auto prune = [this](int daysKept) {
        bool more = true;
        m_depot->server.write([&](Connection& db) { more = prunePositions(db, m_intake->now(), daysKept); });
        return more;
    };
    QVERIFY(!prune(kPositionDaysKept));
    QCOMPARE(m_depot->text("SELECT group_concat(driver_id) FROM driver_position"), kOtherDriver);
    QVERIFY(known()); // where a driver was seen last stays known
    QVERIFY(!prune(5));
    QCOMPARE(count("driver_position"), u"0"_s);
    QCOMPARE(count("refused_position"), u"1"_s);
    m_depot->server.clock.advance(std::chrono::days(6));
    m_depot->server.front().addPruner([](Connection& db, Instant now) { return prunePositions(db, now, 5); });
    m_depot->server.front().upkeep();
    QCOMPARE(count("refused_position"), u"0"_s);
}

void TestPositions::bindsDevices()
{
    const auto driver = [this](const QString& device) {
        const auto reader = m_depot->server.database().newReader();
        const auto found = driverOfDevice(**reader, device);
        return found ? QString(found->tenant.value + u'/' + found->driver.value) : QString();
    };
    QCOMPARE(driver(u"353"_s), QString());
    QCOMPARE(bind(u"353"_s, u"Driver@north.test "_s), Binding::Done);
    QCOMPARE(driver(u"353"_s), u"tenant-north/driver-north"_s);
    QCOMPARE(bind(u"353"_s, kOtherDriverMail), Binding::Done);
    QCOMPARE(driver(u"353"_s), u"tenant-north/driver-two"_s);
    QCOMPARE(bind(u"354"_s, kDispatcher), Binding::NoSuchDriver);
    QCOMPARE(bind(u"354"_s, kDriverless), Binding::NoSuchDriver);

    m_depot->sql("INSERT INTO app_user SELECT 'user-driver-s', 'tenant-south', 'driver@south.test', 'S', '', '',"
                 " 'driver', password_hash, 'driver-south', '', 1, created_at FROM app_user WHERE id = 'user-driver'");
    m_depot->sql("INSERT INTO driver(id, tenant_id, user_id, status, used_capacity, vehicle_id, search_text)"
                 " VALUES ('driver-south', 'tenant-south', 'user-driver-s', 'active', 0, NULL, 's')");
    QCOMPARE(bind(u"353"_s, u"driver@south.test"_s), Binding::TakenElsewhere);
    QCOMPARE(driver(u"353"_s), u"tenant-north/driver-two"_s);
    m_depot->sql("INSERT INTO device VALUES ('tenant-south', '353', 'driver-south', 1)"); // and if it comes to be
    QCOMPARE(driver(u"353"_s), QString());

    QVERIFY(isValidDevice(u"353861053849681"_s) && isValidDevice(u"van 7/ب"_s));
    for (const QString& bad : {u""_s, u" 353"_s, u"353 "_s, u"3\n5"_s, QString(101, u'x')})
        QVERIFY2(!isValidDevice(bad), qPrintable(bad));
}

QTEST_GUILESS_MAIN(TestPositions)
#include "tst_positions.moc"

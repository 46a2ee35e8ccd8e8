// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's days are the depot's: the server tells its zone at sign-in, and then what is shown and what filters mean
// agree, also after a restart without the server. Against the real server on loopback.
#include "app/workbench.h"
#include "tests/sync/support/realserver.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace waydesk;
using namespace Qt::Literals::StringLiterals;
using waydesk::app::Workbench;
using waydesk::test::RealServer;

namespace {

constexpr int kPatienceMs = 30000;            // ends a hang, measures nothing
const QByteArray kFar = "Pacific/Kiritimati"; // half a day and more from wherever this runs

std::unique_ptr<Workbench> workbench(const QString& folder)
{
    auto bench = Workbench::open(folder, QLocale(QLocale::English));
    if (!bench)
        qFatal("no workbench: %s", qPrintable(bench.error().detail));
    return std::move(*bench);
}

bool signsIn(Workbench& bench)
{
    using Session = facade::ConnectionState::Session;
    bench.connection.signIn(u"dispatcher@demo.waydesk"_s, u"demo"_s);
    return QTest::qWaitFor(
        [&bench] {
            const facade::ConnectionState& state = bench.connection.state();
            return state.session == Session::SignedIn && state.lastSynced && !state.firstSyncRunning;
        },
        kPatienceMs);
}

QList<qint64> all(Workbench& bench)
{
    QList<qint64> rows;
    const auto order = bench.parcels.order({}, {});
    for (QList<qint64> more = order->take(1000); !more.isEmpty(); more = order->take(1000))
        rows += more;
    return rows;
}

} // namespace

class TestDepotDays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qunsetenv("DBUS_SESSION_BUS_ADDRESS"); // no keychain of whoever runs this
        qputenv("XDG_RUNTIME_DIR", "/nowhere");
        QVERIFY(m_server.start());
    }

    void showsAndFiltersByTheSameDays()
    {
        setZone(kFar);
        QTemporaryDir folder;
        const QTimeZone zone(kFar);
        {
            const auto bench = workbench(folder.path());
            QCOMPARE(bench->formats.zone(), QTimeZone::systemTimeZone()); // not told yet
            bench->connection.connectTo(m_server.url());
            QVERIFY(signsIn(*bench));
            QTRY_COMPARE_WITH_TIMEOUT(bench->formats.zone(), zone, kPatienceMs);
            const auto rows = all(*bench);
            QVERIFY(rows.size() > 100);
            int otherHere = 0;
            for (const facade::ParcelRow& row : bench->parcels.rows(rows)) {
                facade::DeliveryFilter filter;
                filter.from = filter.to = bench->formats.dayOf(row.delivery.createdAt);
                QVERIFY(bench->parcels.matches(row.rowid, filter));
                const auto ms =
                    std::chrono::floor<std::chrono::milliseconds>(row.delivery.createdAt.time_since_epoch()).count();
                otherHere += QDateTime::fromMSecsSinceEpoch(ms).date() == *filter.from ? 0 : 1;
            }
            QVERIFY(otherHere > 0); // the machine's days would not have done
        }
        m_server.stop();
        const auto bench = workbench(folder.path());
        bench->connection.connectTo(m_server.url());
        QTRY_COMPARE_WITH_TIMEOUT(bench->formats.zone(), zone, kPatienceMs); // kept
        QVERIFY(m_server.start());
    }

    void goesOnWithItsOwnDaysWhereTheDepotsAreNotKnown()
    {
        setZone("Mars/Olympus");
        QTemporaryDir folder;
        const auto bench = workbench(folder.path());
        bench->connection.connectTo(m_server.url());
        QVERIFY(signsIn(*bench));
        QCOMPARE(bench->formats.zone(), QTimeZone::systemTimeZone());
        const QList<Error> errors = bench->connection.recentErrors();
        QCOMPARE(std::count_if(errors.cbegin(), errors.cend(),
                               [](const Error& error) { return error.code == u"unknown_time_zone"; }),
                 1);
    }

private:
    void setZone(const QByteArray& name)
    {
        m_server.stop();
        {
            QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"zone"_s);
            db.setDatabaseName(m_server.databaseFile());
            QVERIFY(db.open());
            QSqlQuery query(db);
            query.prepare(u"UPDATE tenant SET time_zone = ?"_s);
            query.addBindValue(QString::fromLatin1(name));
            QVERIFY(query.exec());
        }
        QSqlDatabase::removeDatabase(u"zone"_s);
        QVERIFY(m_server.start());
    }

    RealServer m_server;
};

QTEST_MAIN(TestDepotDays)
#include "tst_depotdays.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The measure itself: a server's file that holds exactly the shift passes; each way of losing, doubling or changing
// something is found and called by its name.
#include "tests/kill/checks/ledger.h"

#include "services/store/outboxentry.h"
#include "tests/kill/checks/parceltale.h"
#include "tests/kill/checks/triptale.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>
#include <sqlite3.h>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::test;
using waydesk::store::CommandState;

namespace {

constexpr quint32 kSeed = 5;
constexpr int kAccepted = 90;

DepotSample sampleDepot()
{
    DepotSample sample{{{u"w1"_s}, {u"w2"_s}}, {{u"d1"_s}, {u"d2"_s}, {u"d3"_s}}, {}};
    for (int i = 0; i < 40; ++i)
        sample.deliveries += DeliveryId{u"p%1"_s.arg(i)};
    return sample;
}

void execute(const QString& path, const QString& sql)
{
    sqlite3* db = nullptr;
    QCOMPARE(sqlite3_open(path.toUtf8().constData(), &db), SQLITE_OK);
    char* words = nullptr;
    const int done = sqlite3_exec(db, sql.toUtf8().constData(), nullptr, nullptr, &words);
    const QByteArray said = words;
    sqlite3_free(words);
    sqlite3_close(db);
    QVERIFY2(done == SQLITE_OK, said.constData());
}

// A server's and a desk's file as a perfect shift would leave them.
class Depot
{
public:
    explicit Depot(int accepted)
        : plan(kSeed, sampleDepot())
    {
        QString sql = u"BEGIN;CREATE TABLE waybill(id TEXT, notes TEXT, driver_id TEXT);"
                      "CREATE TABLE waybill_event(waybill_id TEXT, seq INTEGER, event_type TEXT);"
                      "CREATE TABLE delivery(id TEXT, waybill_id TEXT, trip_id TEXT, trip_sequence INTEGER,"
                      " notes TEXT NOT NULL DEFAULT '', customer_name TEXT, cod_amount INTEGER);"
                      "CREATE TABLE delivery_case(delivery_id TEXT, reason TEXT);"
                      "CREATE TABLE trip(id TEXT, notes TEXT, driver_id TEXT, status TEXT);"
                      "CREATE TABLE change(seq INTEGER PRIMARY KEY, entity TEXT, entity_id TEXT);"_s;
        QMap<int, TripTale> tales;
        QMap<int, ParcelTale> parcels;
        QString work = u"BEGIN;CREATE TABLE outbox(seq INTEGER PRIMARY KEY, key TEXT, state INTEGER);"_s;
        for (int i = 0; i < accepted; ++i) {
            const PlannedCommand& planned = plan.at(i);
            const auto state = planned.event.isEmpty() ? CommandState::Refused : CommandState::Confirmed;
            work += u"INSERT INTO outbox(key, state) VALUES('%1', %2);"_s.arg(keyFor(i)).arg(static_cast<int>(state));
            if (planned.event.isEmpty())
                continue;
            if (planned.of == PlannedCommand::Of::Trip) {
                tales[planned.number].follow(planned);
                sql += u"INSERT INTO change(entity, entity_id) VALUES('trip', 'tr%1');"_s.arg(planned.number);
                continue;
            }
            if (planned.of == PlannedCommand::Of::Parcel) {
                parcels[planned.number].follow(planned);
                sql += u"INSERT INTO change(entity, entity_id) VALUES('delivery', 'pc%1');"_s.arg(planned.number);
                continue;
            }
            const QString id = u"'wb%1'"_s.arg(planned.number);
            sql += effect(planned.command, id);
            sql += u"INSERT INTO waybill_event VALUES(%1, %2, '%3');"_s.arg(id).arg(i).arg(planned.event);
        }
        for (auto it = tales.constBegin(); it != tales.constEnd(); ++it) {
            const QString id = u"tr%1"_s.arg(it.key());
            sql += u"INSERT INTO trip VALUES('%1', '%2', nullif('%3', ''), '%4');"_s.arg(id, it->notes, it->driver,
                                                                                         it->status);
            for (qsizetype i = 0; i < it->parcels.size(); ++i)
                sql += u"INSERT INTO delivery(id, trip_id, trip_sequence) VALUES('%1', '%2', %3);"_s
                           .arg(it->parcels[i], id)
                           .arg(i + 1);
        }
        for (auto it = parcels.constBegin(); it != parcels.constEnd(); ++it) {
            const QString id = u"pc%1"_s.arg(it.key());
            sql += u"INSERT INTO delivery(id, notes, customer_name, cod_amount) VALUES('%1', '%2', '%3', %4);"_s.arg(
                id, it->notes, it->consignee, it->cod);
            for (const QString& reason : it->complaints)
                sql += u"INSERT INTO delivery_case VALUES('%1', '%2');"_s.arg(id, reason);
        }
        execute(server(), sql + u"INSERT INTO waybill VALUES('other', 'shift 51/0/new', NULL);COMMIT"_s);
        execute(desk() + u"/work.db"_s, work + u"COMMIT"_s);
    }
    QString server() const { return folder.filePath(u"server.db"_s); }
    QString desk() const { return folder.path(); }

    ShiftPlan plan;
    QTemporaryDir folder;

private:
    static QString effect(const Command& command, const QString& id)
    {
        const auto join = [&](const QList<DeliveryId>& ids) {
            QString sql;
            for (const DeliveryId& each : ids)
                sql += u"INSERT INTO delivery(id, waybill_id) VALUES('%1', %2);"_s.arg(each.value, id);
            return sql;
        };
        const QString drive = u"UPDATE waybill SET driver_id = %1 WHERE id = "_s + id + u';';
        if (const auto* c = std::get_if<CreateWaybill>(&command))
            return u"INSERT INTO waybill VALUES(%1, '%2', NULL);"_s.arg(id, c->notes) + join(c->deliveries);
        if (const auto* c = std::get_if<UpdateWaybill>(&command))
            return u"UPDATE waybill SET notes = '%1' WHERE id = %2;"_s.arg(*c->notes, id);
        if (const auto* c = std::get_if<AttachDeliveries>(&command))
            return join(c->deliveries);
        if (const auto* c = std::get_if<DetachDelivery>(&command))
            return u"DELETE FROM delivery WHERE id = '%1';"_s.arg(c->delivery.value);
        if (const auto* c = std::get_if<AssignDriver>(&command))
            return drive.arg(u'\'' + c->driver.value + u'\'');
        if (const auto* c = std::get_if<SwitchDriver>(&command))
            return drive.arg(u'\'' + c->driver.value + u'\'');
        if (std::holds_alternative<UnassignDriver>(command))
            return drive.arg(u"NULL"_s);
        if (std::holds_alternative<CancelWaybill>(command))
            return drive.arg(u"NULL"_s) + u"DELETE FROM delivery WHERE waybill_id = %1;"_s.arg(id);
        return {};
    }
};

} // namespace

class TestLedger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plansTheSameShiftForTheSameSeed()
    {
        ShiftPlan one(kSeed, sampleDepot()), two(kSeed, sampleDepot()), other(kSeed + 1, sampleDepot());
        (void)two.at(99); // grown in one go
        int same = 0, refused = 0;
        for (int i = 0; i < 100; ++i) {
            QCOMPARE(one.at(i).index, i);
            QVERIFY(one.at(i).command == two.at(i).command);
            same += one.at(i).command == other.at(i).command;
            refused += one.at(i).event.isEmpty();
        }
        QCOMPARE(same, 0);
        QVERIFY(refused > 0);
    }

    void marksKeysWithTheirCommand()
    {
        QVERIFY(!QUuid::fromString(keyFor(7)).isNull());
        QVERIFY(keyFor(7) != keyFor(7));
        QCOMPARE(indexOf(keyFor(0)), 0);
        QCOMPARE(indexOf(keyFor(123'456)), 123'456);
        QCOMPARE(indexOf(u"something else"_s), -1);
    }

    void findsNothingInAPerfectShift()
    {
        Depot depot(kAccepted);
        Ledger ledger(depot.plan, kAccepted);
        ledger.checkServer(depot.server());
        ledger.checkDesk(depot.desk());
        QVERIFY2(ledger.faults().isEmpty(), QJsonDocument(ledger.summary()).toJson().constData());
        QVERIFY(ledger.waybills() >= 6);
        QVERIFY(ledger.trips() >= 6);
        QVERIFY(ledger.parcels() >= 3);
        QVERIFY(ledger.effects() > 50);
    }

    void callsEachFaultByItsName_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("desk");
        QTest::addColumn<QString>("kind");
        const auto row = [](const char* name, const char* server, const char* desk, const QString& kind) {
            QTest::newRow(name) << QString::fromLatin1(server) << QString::fromLatin1(desk) << kind;
        };
        row("an effect is gone", "DELETE FROM waybill_event WHERE rowid = 9", "", u"lost"_s);
        row("a waybill is gone",
            "DELETE FROM waybill WHERE id = 'wb2'; DELETE FROM waybill_event WHERE waybill_id = 'wb2'", "", u"lost"_s);
        row("an effect twice",
            "INSERT INTO waybill_event SELECT waybill_id, seq + 0.5, event_type FROM waybill_event WHERE rowid = 9", "",
            u"doubled"_s);
        row("a waybill twice", "INSERT INTO waybill SELECT 'again', notes, driver_id FROM waybill WHERE id = 'wb2'", "",
            u"doubled"_s);
        row("a waybill that nobody asked for", "INSERT INTO waybill VALUES('more', 'shift 5/999/new', NULL)", "",
            u"doubled"_s);
        row("effects in another order", "UPDATE waybill_event SET seq = -seq WHERE waybill_id = 'wb0'", "",
            u"disordered"_s);
        row("the notes of an older edit", "UPDATE waybill SET notes = 'shift 5/4/old' WHERE id = 'wb4'", "",
            u"differs"_s);
        row("another driver", "UPDATE waybill SET driver_id = 'd9' WHERE id = 'wb0'", "", u"differs"_s);
        row("a parcel too many", "INSERT INTO delivery(id, waybill_id) VALUES('p99', 'wb0')", "", u"differs"_s);
        row("an effect on a trip is gone", "DELETE FROM change WHERE seq = 2", "", u"lost"_s);
        row("a trip is gone", "DELETE FROM trip WHERE id = 'tr1'", "", u"lost"_s);
        row("an effect on a trip twice", "INSERT INTO change(entity, entity_id) VALUES('trip', 'tr1')", "",
            u"doubled"_s);
        row("a trip twice", "INSERT INTO trip SELECT 'again', notes, driver_id, status FROM trip WHERE id = 'tr1'", "",
            u"doubled"_s);
        row("a trip that nobody asked for", "INSERT INTO trip VALUES('more', 'shift 5/999/new', NULL, 'planned')", "",
            u"doubled"_s);
        row("a trip in another state", "UPDATE trip SET status = 'in_progress' WHERE id = 'tr3'", "", u"differs"_s);
        row("a trip with another driver", "UPDATE trip SET driver_id = 'd9' WHERE id = 'tr1'", "", u"differs"_s);
        row("a trip without one of its parcels",
            "DELETE FROM delivery WHERE rowid = (SELECT min(rowid) FROM delivery WHERE trip_id IS NOT NULL)", "",
            u"differs"_s);
        row("a trip's parcels in another order", "UPDATE delivery SET trip_sequence = -trip_sequence", "",
            u"differs"_s);
        row("an effect on a parcel is gone",
            "DELETE FROM change WHERE seq = (SELECT max(seq) FROM change WHERE entity = 'delivery')", "", u"lost"_s);
        row("a parcel is gone", "DELETE FROM delivery WHERE id = 'pc5'", "", u"lost"_s);
        row("a parcel twice", "INSERT INTO delivery(id, notes) SELECT 'again', notes FROM delivery WHERE id = 'pc5'",
            "", u"doubled"_s);
        row("a parcel that nobody asked for", "INSERT INTO delivery(id, notes) VALUES('more', 'shift 5/999/new')", "",
            u"doubled"_s);
        row("another sum to collect", "UPDATE delivery SET cod_amount = 1 WHERE id = 'pc5'", "", u"differs"_s);
        row("a complaint is gone", "DELETE FROM delivery_case WHERE rowid = 1", "", u"differs"_s);
        row("a complaint twice", "INSERT INTO delivery_case SELECT * FROM delivery_case WHERE rowid = 1", "",
            u"differs"_s);
        row("a row of the outbox is gone", "", "DELETE FROM outbox WHERE seq = 3", u"lost"_s);
        row("still queued", "", "UPDATE outbox SET state = 0 WHERE seq = 3", u"open"_s);
        row("still being sent", "", "UPDATE outbox SET state = 1 WHERE seq = 3", u"open"_s);
        row("unknown at the end", "", "UPDATE outbox SET state = 4 WHERE seq = 3", u"open"_s);
        row("refused without a reason", "", "UPDATE outbox SET state = 3 WHERE seq = 3", u"refused"_s);
        row("allowed against the rules", "", "UPDATE outbox SET state = 2 WHERE state = 3", u"refused"_s);
        row("a row that nobody asked for", "", "INSERT INTO outbox(key, state) VALUES('who knows', 2)", u"doubled"_s);
        row("a table that cannot be read", "DROP TABLE waybill_event", "", u"damaged"_s);
    }
    void callsEachFaultByItsName()
    {
        QFETCH(QString, server);
        QFETCH(QString, desk);
        QFETCH(QString, kind);
        Depot depot(kAccepted);
        execute(depot.server(), server);
        execute(depot.desk() + u"/work.db"_s, desk);
        Ledger ledger(depot.plan, kAccepted);
        ledger.checkServer(depot.server());
        ledger.checkDesk(depot.desk());
        QVERIFY(!ledger.faults().isEmpty());
        const QByteArray said = QJsonDocument(ledger.summary()).toJson();
        QVERIFY2(ledger.summary()[kind].toInt() > 0, said.constData());
    }

    void seesADamagedFile()
    {
        Depot depot(kAccepted);
        QFile file(depot.server());
        QVERIFY(file.open(QFile::ReadWrite));
        const qint64 page = 4096;
        QVERIFY(file.size() > 2 * page);
        QVERIFY(file.seek(page));
        file.write(QByteArray(page, '\x5a'));
        file.close();
        Ledger ledger(depot.plan, kAccepted);
        ledger.checkFile(depot.server());
        QCOMPARE(ledger.count(Finding::Kind::Damaged), 1);
    }

    void seesAFileThatWasPutAside()
    {
        Depot depot(kAccepted);
        QFile aside(depot.desk() + u"/cache.db.damaged"_s);
        QVERIFY(aside.open(QFile::WriteOnly));
        aside.close();
        Ledger ledger(depot.plan, kAccepted);
        ledger.checkDesk(depot.desk());
        QCOMPARE(ledger.count(Finding::Kind::Damaged), 1);
    }
};

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_ledger.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's engine against the real server over real HTTP: signs in, loads the depot, sends commands through the pump,
// goes on without the server and brings everything when it is back.
#include "services/store/reader.h"
#include "services/sync/liveengine.h"
#include "tests/sync/support/realserver.h"

#include <QTest>
#include <QUuid>

using namespace waydesk;
using waydesk::test::RealServer;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPatienceMs = 30000; // ends a hang, measures nothing

QString newKey()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

// An engine with a folder of its own, and what it has told so far.
struct Desk
{
    explicit Desk(const QUrl& server, const QString& folder)
        : engine([&folder] {
            sync::EngineOptions options;
            options.folder = folder;
            return options;
        }())
    {
        QObject::connect(&engine, &sync::Engine::statusChanged, &engine,
                         [this](const sync::EngineStatus& now) { status = now; });
        QObject::connect(&engine, &sync::Engine::commandFinished, &engine,
                         [this](const store::OutboxEntry& entry) { finished.append(entry); });
        QObject::connect(&engine, &sync::Engine::commandAccepted, &engine,
                         [this](const QString& key, qint64) { accepted.append(key); });
        QObject::connect(&engine, &sync::Engine::waybillRenamed, &engine,
                         [this](const WaybillId& local, const WaybillId& named) { names.insert(local, named); });
        opened = engine.open();
        engine.connectTo(server);
    }
    bool signIn()
    {
        engine.signIn(u"dispatcher@demo.waydesk"_s, u"demo"_s);
        return QTest::qWaitFor([this] { return status.session == sync::EngineStatus::Session::SignedIn; }, kPatienceMs);
    }
    bool loaded()
    {
        return QTest::qWaitFor([this] { return status.lastSynced && !status.firstSyncRunning; }, kPatienceMs);
    }
    bool isFinished(const QString& key) const { return find(key).has_value(); }
    std::optional<store::OutboxEntry> find(const QString& key) const
    {
        for (const store::OutboxEntry& entry : finished) {
            if (entry.key == key)
                return entry;
        }
        return std::nullopt;
    }
    // Runs the command to its end; nullopt when it never came.
    std::optional<store::OutboxEntry> run(const Command& command)
    {
        const QString key = newKey();
        engine.submit(key, command, {});
        if (!QTest::qWaitFor([&] { return isFinished(key); }, kPatienceMs))
            return std::nullopt;
        return find(key);
    }

    sync::LiveEngine engine;
    sync::EngineStatus status;
    QList<store::OutboxEntry> finished;
    QStringList accepted;
    QHash<WaybillId, WaybillId> names;
    std::optional<Result<store::OpenReport>> opened;
};

CreateWaybill newWaybill(const RealServer& server, int deliveries)
{
    CreateWaybill create;
    create.localId = {u"local:"_s + newKey()};
    create.origin.type = EndpointType::Warehouse;
    create.origin.warehouseId = WarehouseId{server.cell(u"SELECT id FROM warehouse ORDER BY id LIMIT 1"_s).toString()};
    create.destination.type = EndpointType::Warehouse;
    create.destination.warehouseId =
        WarehouseId{server.cell(u"SELECT id FROM warehouse ORDER BY id DESC LIMIT 1"_s).toString()};
    create.notes = u"made by a test"_s;
    for (int i = 0; i < deliveries; ++i) {
        const QString sql = u"SELECT id FROM delivery WHERE eligible = 1 ORDER BY id LIMIT 1 OFFSET ?"_s;
        create.deliveries.append({server.cell(sql, {i}).toString()});
    }
    return create;
}

} // namespace

class TestRealServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_server.start()); }

    void signsInAndLoadsTheDepot()
    {
        QTemporaryDir folder;
        Desk desk(m_server.url(), folder.path());
        QVERIFY(desk.opened->ok());
        QVERIFY(desk.signIn());
        QCOMPARE(desk.status.user.email, u"dispatcher@demo.waydesk"_s);
        QCOMPARE(desk.status.role, UserRole::Dispatcher);
        QVERIFY(desk.loaded());
        QCOMPARE(desk.status.feed, sync::EngineStatus::Feed::Changes);
        QCOMPARE(desk.status.contractDrift, 0);
        const auto rows = [&](const QString& entity) {
            for (const sync::EntityAge& age : desk.status.ages) {
                if (age.entity == entity)
                    return age.rows;
            }
            return qint64{-1};
        };
        QCOMPARE(rows(u"waybills"_s), m_server.cell(u"SELECT count(*) FROM waybill"_s).toLongLong());
        QCOMPARE(rows(u"deliveries"_s), m_server.cell(u"SELECT count(*) FROM delivery"_s).toLongLong());
        QCOMPARE(rows(u"drivers"_s), m_server.cell(u"SELECT count(*) FROM driver"_s).toLongLong());
        QVERIFY(QTest::qWaitFor(
            [&] { return rows(u"trips"_s) == m_server.cell(u"SELECT count(*) FROM trip"_s).toLongLong(); },
            kPatienceMs));
        QVERIFY(rows(u"trips"_s) > 0);
    }

    void readsATripWithItsStops()
    {
        QTemporaryDir folder;
        Desk desk(m_server.url(), folder.path());
        QVERIFY(desk.signIn());
        QVERIFY(desk.loaded());
        const TripId id{
            m_server.cell(u"SELECT trip_id FROM delivery WHERE trip_id IS NOT NULL ORDER BY trip_id LIMIT 1"_s)
                .toString()};
        QVERIFY(!id.isEmpty());
        desk.engine.wantTrip(id);
        auto reader = store::Reader::open(folder.path());
        QVERIFY(reader.ok());
        QVERIFY(QTest::qWaitFor([&] { return (*reader)->trips().plan(id).has_value(); }, kPatienceMs));
        const TripPlan plan = *(*reader)->trips().plan(id);
        QCOMPARE(plan.members.size(),
                 m_server.cell(u"SELECT count(*) FROM delivery WHERE trip_id = ?"_s, {id.value}).toLongLong());
        QVERIFY(plan.stops.size() > 1);
        QCOMPARE((*reader)->trips().deliveries(id).size(), plan.members.size());
        for (const store::StoredDelivery& row : (*reader)->trips().deliveries(id)) // a trip tells coordinates alone
            QVERIFY(row.delivery.dropoff && !row.delivery.dropoff->fullAddress.isEmpty());
        QCOMPARE(desk.status.contractDrift, 0);
    }

    void createsSealsAndAssigns()
    {
        QTemporaryDir folder;
        Desk desk(m_server.url(), folder.path());
        QVERIFY(desk.signIn());
        QVERIFY(desk.loaded());
        const CreateWaybill create = newWaybill(m_server, 2);
        // All three at once: the later ones name the local id and wait for the server's.
        const QString sealKey = newKey(), assignKey = newKey(), createKey = newKey();
        const DriverId driver{m_server.cell(u"SELECT id FROM driver ORDER BY id LIMIT 1"_s).toString()};
        desk.engine.submit(createKey, create, {});
        desk.engine.submit(sealKey, SealWaybill{create.localId}, {});
        desk.engine.submit(assignKey, AssignDriver{create.localId, driver}, {});
        QVERIFY(QTest::qWaitFor([&] { return desk.isFinished(assignKey); }, kPatienceMs));
        for (const QString& key : {createKey, sealKey, assignKey}) {
            const auto entry = desk.find(key);
            QVERIFY(entry);
            QVERIFY2(entry->state == store::CommandState::Confirmed,
                     qPrintable(entry->lastError.value_or(Error{}).vendorText));
        }
        const WaybillId id = desk.names.value(create.localId);
        QVERIFY(!id.isEmpty());
        QCOMPARE(m_server.cell(u"SELECT status FROM waybill WHERE id = ?"_s, {id.value}).toString(), u"sealed"_s);
        QCOMPARE(m_server.cell(u"SELECT driver_id FROM waybill WHERE id = ?"_s, {id.value}).toString(), driver.value);
        QCOMPARE(m_server.cell(u"SELECT count(*) FROM delivery WHERE waybill_id = ?"_s, {id.value}).toInt(), 2);
    }

    void keepsARefusalForAPersonAndGoesOn()
    {
        QTemporaryDir folder;
        Desk desk(m_server.url(), folder.path());
        QVERIFY(desk.signIn());
        QVERIFY(desk.loaded());
        const CreateWaybill create = newWaybill(m_server, 0);
        QVERIFY(desk.run(create));
        const auto seal = desk.run(SealWaybill{create.localId});
        QVERIFY(seal);
        QCOMPARE(seal->state, store::CommandState::Refused);
        QCOMPARE(seal->lastError->status, 409);
        QCOMPARE(seal->lastError->vendorText, u"Waybill must have at least one delivery to seal"_s);
        const auto other = desk.run(newWaybill(m_server, 0));
        QVERIFY(other);
        QCOMPARE(other->state, store::CommandState::Confirmed);
    }

    void worksOfflineAndBringsEverythingOnce()
    {
        QTemporaryDir folder;
        Desk desk(m_server.url(), folder.path());
        QVERIFY(desk.signIn());
        QVERIFY(desk.loaded());
        const CreateWaybill create = newWaybill(m_server, 1);
        const qint64 before = m_server.cell(u"SELECT count(*) FROM waybill"_s).toLongLong();
        m_server.stop();
        const QString createKey = newKey(), sealKey = newKey();
        desk.engine.submit(createKey, create, {});
        desk.engine.submit(sealKey, SealWaybill{create.localId}, {});
        QVERIFY(QTest::qWaitFor([&] { return desk.accepted.contains(sealKey); }, kPatienceMs));
        QVERIFY(QTest::qWaitFor([&] { return desk.status.link == sync::EngineStatus::Link::Offline; }, kPatienceMs));
        QVERIFY(!desk.isFinished(createKey));
        QVERIFY(m_server.start());
        QVERIFY(QTest::qWaitFor([&] { return desk.isFinished(sealKey); }, kPatienceMs));
        QCOMPARE(desk.find(sealKey)->state, store::CommandState::Confirmed);
        QCOMPARE(m_server.cell(u"SELECT count(*) FROM waybill"_s).toLongLong(), before + 1);
        QCOMPARE(desk.status.link, sync::EngineStatus::Link::Online);
    }

    void hearsWhatAnotherDeskDid()
    {
        QTemporaryDir here, there;
        Desk mine(m_server.url(), here.path()), theirs(m_server.url(), there.path());
        QVERIFY(mine.signIn() && theirs.signIn());
        QVERIFY(mine.loaded() && theirs.loaded());
        QList<WaybillId> heard;
        connect(&theirs.engine, &sync::Engine::waybillsChanged, this,
                [&](const QList<WaybillId>& ids) { heard.append(ids); });
        const CreateWaybill create = newWaybill(m_server, 0);
        QVERIFY(mine.run(create));
        const WaybillId id = mine.names.value(create.localId);
        QVERIFY(QTest::qWaitFor([&] { return heard.contains(id); }, kPatienceMs));
        heard.clear();
        const auto gone = mine.run(BulkDeleteDrafts{{id}, false});
        QVERIFY(gone);
        QCOMPARE(gone->state, store::CommandState::Confirmed);
        QVERIFY(QTest::qWaitFor([&] { return heard.contains(id); }, kPatienceMs));
    }

private:
    RealServer m_server;
};

QTEST_GUILESS_MAIN(TestRealServer)
#include "tst_real_server.moc"

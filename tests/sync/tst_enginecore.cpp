// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk takes a command on as a whole or not at all, and sends it though the server's own additions are broken.
#include "services/store/database.h"
#include "services/sync/liveengine.h"
#include "tests/sync/support/enginebench.h"

#include <QSignalSpy>
#include <QTest>

using namespace waydesk;
using namespace waydesk::test;
using namespace std::chrono_literals;
using Kind = Error::Kind;
using namespace Qt::Literals::StringLiterals;

namespace {

const QUrl kServer(u"http://depot.test"_s);

struct Bench
{
    Bench()
    {
        sync::EngineOptions options;
        options.folder = folder.path();
        options.makeBackend = [this](const QUrl&, backends::TokenSource&, backends::LinkListener& told) {
            link = &told;
            return server.make();
        };
        options.makeKeeper = [] {
            auto keeper = std::make_unique<sync::MemoryTokenKeeper>();
            sync::KeptSession session;
            session.access = session.refresh = u"token"_s;
            session.user.id = {u"me"_s};
            keeper->save(kServer, session, [](bool) {});
            return keeper;
        };
        options.makeWakeups = [this] { return std::make_unique<FakeWakeups>(*clock); };
        options.clock = clock;
        options.jitter = [] { return 1.0; };
        server.onPing = [this] {
            link->heard();
            return Result<Nothing>(Nothing{});
        };
        server.onChanges = [](const QString&) { return Result<wire::Changes>(failure(Kind::Server, 500)); };
        core = std::make_unique<sync::EngineCore>(face, options);
        if (!core->open())
            qFatal("the store did not open");
        core->connectTo(kServer);
        settle();
    }
    void settle()
    {
        for (int i = 0; i < 5; ++i) {
            server.settle();
            QCoreApplication::processEvents();
        }
    }
    std::unique_ptr<store::Database> workFile() const
    {
        return std::move(store::Database::open(folder.filePath(u"work.db"_s), store::Database::Mode::ReadWrite))
            .value();
    }

    QTemporaryDir folder;
    std::shared_ptr<FakeClock> clock = std::make_shared<FakeClock>();
    FakeBackend server;
    backends::LinkListener* link = nullptr;
    sync::LiveEngine face{{}}; // only its signals: the core runs here
    std::unique_ptr<sync::EngineCore> core;
};

Command largeAttach()
{
    AttachDeliveries attach{{u"a"_s}, {}};
    for (int i = 0; i < 1200; ++i)
        attach.deliveries.append(DeliveryId{QString::number(i)});
    return attach;
}

} // namespace

class TestEngineCore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsThoughTheFeedIsBroken()
    {
        Bench b;
        b.core->submitAll({u"k"_s}, {SealWaybill{{u"a"_s}}}, {});
        QCOMPARE(b.server.waiting(), QStringList{u"seal_waybill"_s});
        b.server.onDetail = [](const WaybillId& id) { return Result<wire::WaybillAnswer>(row(id.value)); };
        b.server.answer(u"seal_waybill"_s, failure(Kind::Timeout)); // and takes care: keys may mean nothing to it
        b.core->retryNow();
        b.settle();
        QVERIFY(b.server.reads.contains(u"detail a"_s));
        QCOMPARE(b.server.waiting(), QStringList{u"seal_waybill"_s});
    }

    void takesALargeCommandOnAsAWhole()
    {
        Bench b;
        b.core->submitAll({u"k"_s}, {largeAttach()}, {});
        QCOMPARE(b.workFile()->number(u"SELECT count(*) FROM outbox"_s), 3);
        QCOMPARE(b.workFile()->number(u"SELECT count(*) FROM outbox WHERE key = 'k' AND seq = 1"_s), 1);
    }

    void takesNothingOfALargeCommandOnWhenTheDiskFillsInTheMiddle()
    {
        Bench b;
        QVERIFY(b.workFile()->exec("CREATE TRIGGER full BEFORE INSERT ON outbox WHEN (SELECT count(*) FROM outbox) = 2 "
                                   "BEGIN SELECT RAISE(FAIL, 'full'); END"));
        QSignalSpy refused(&b.face, &sync::Engine::commandNotAccepted),
            accepted(&b.face, &sync::Engine::commandAccepted);
        b.core->submitAll({u"k"_s}, {largeAttach()}, {});
        QCOMPARE(refused.size(), 1);
        QCOMPARE(accepted.size(), 0);
        QCOMPARE(b.workFile()->number(u"SELECT count(*) FROM outbox"_s), 0);
        QVERIFY(b.server.sent.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestEngineCore)
#include "tst_enginecore.moc"

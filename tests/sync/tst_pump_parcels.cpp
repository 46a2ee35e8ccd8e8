// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk makes a parcel once, gives what waits behind it the server's name for it, and asks a person where nobody can
// tell what became of it.
#include "services/sync/pump.h"
#include "services/wire/ondi/ondidecode.h"
#include "tests/support/sample.h"
#include "tests/sync/support/enginebench.h"

#include <QTest>

using namespace waydesk;
using namespace waydesk::test;
using namespace std::chrono_literals;
using store::CommandState;
using Kind = Error::Kind;
using namespace Qt::Literals::StringLiterals;

namespace {

backends::CommandAnswer parcel(const QByteArray& id, const QByteArray& notes)
{
    backends::CommandAnswer answer;
    const QByteArray body = R"({"success":true,"data":{"id":")" + id +
                            R"(","delivery_code":"1001","status":"pending","notes":")" + notes +
                            R"(","created_at":"2026-04-07T12:00:00Z"}})";
    answer.delivery = wire::ondidesk::decodeDelivery(body).value();
    return answer;
}

struct Bench : EngineBench
{
    explicit Bench(bool honoursKeys = true)
        : keys(honoursKeys)
    {
        backend = server.make();
        details = std::make_unique<sync::Details>(*backend.waybills, *ingest, listener);
        trips = std::make_unique<sync::Trips>(backend, *ingest, wakeups, listener);
        pump = std::make_unique<sync::Pump>(
            backend, *store, *ingest, *details, *trips, clock, wakeups, [] { return 1.0; }, listener);
    }
    void go() { pump->resume({u"me"_s}, keys); }

    backends::Backend backend;
    std::unique_ptr<sync::Details> details;
    std::unique_ptr<sync::Trips> trips;
    std::unique_ptr<sync::Pump> pump;
    bool keys;
};

const DeliveryId kLocal{u"local:1"_s};

UpdateDelivery notes(const DeliveryId& id, const QString& text)
{
    UpdateDelivery update{id, {}};
    update.edit.notes = text;
    return update;
}

} // namespace

class TestPumpParcels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesWhatWaitsBehindTheServersName()
    {
        Bench bench;
        const qint64 create = bench.queue(CreateDelivery{kLocal, sampleEdit()}, u"k1"_s);
        const qint64 change = bench.queue(notes(kLocal, u"later"_s), u"k2"_s);
        const qint64 attach = bench.queue(AttachDeliveries{{u"wb-1"_s}, {kLocal}}, u"k3"_s);
        bench.go();
        QCOMPARE(bench.server.waiting(), QStringList{u"create_delivery"_s}); // the others stand in line
        bench.server.answer(u"create_delivery"_s, parcel("d1", "first"));
        QCOMPARE(bench.state(create), CommandState::Confirmed);
        QCOMPARE(bench.listener.names.value({kLocal.value}).value, u"d1"_s);
        QVERIFY(bench.store->deliveries().find({u"d1"_s}));
        QVERIFY(bench.server.waiting().contains(u"update_delivery"_s));
        const auto sent = bench.server.take(u"update_delivery"_s);
        QCOMPARE(parcelOf(sent.command).value, u"d1"_s);
        sent.done(parcel("d1", "later"));
        QCOMPARE(bench.state(change), CommandState::Confirmed);
        QCOMPARE(bench.store->deliveries().find({u"d1"_s})->delivery.notes, u"later"_s);
        QVERIFY(bench.store->outbox().find(attach)->command == Command(AttachDeliveries{{u"wb-1"_s}, {{u"d1"_s}}}));
    }

    void asksAgainWithTheSameKey()
    {
        Bench bench;
        const qint64 seq = bench.queue(CreateDelivery{kLocal, sampleEdit()}, u"key"_s);
        bench.go();
        bench.server.answer(u"create_delivery"_s, failure(Kind::Timeout));
        bench.wakeups.advance(1min);
        QCOMPARE(bench.server.log, QStringList(2, u"create_delivery key"_s));
        bench.server.answer(u"create_delivery"_s, parcel("d1", "n"));
        QCOMPARE(bench.state(seq), CommandState::Confirmed);
    }

    void makesNoneTwiceWhereNobodyCanTell()
    {
        Bench bench(false);
        const qint64 create = bench.queue(CreateDelivery{kLocal, sampleEdit()}, u"a"_s);
        const qint64 change = bench.queue(notes({u"d9"_s}, u"x"_s), u"b"_s);
        bench.go();
        bench.server.answer(u"create_delivery"_s, failure(Kind::Timeout));
        bench.server.answer(u"update_delivery"_s, failure(Kind::Timeout)); // the same fields again change nothing
        bench.wakeups.advance(1min);
        QCOMPARE(bench.state(create), CommandState::Unknown);
        QCOMPARE(bench.server.waiting(), QStringList{u"update_delivery"_s});
        bench.server.answer(u"update_delivery"_s, failure(Kind::NotFound, 404)); // a plain server
        QCOMPARE(bench.state(change), CommandState::Refused);
    }
};

QTEST_GUILESS_MAIN(TestPumpParcels)
#include "tst_pump_parcels.moc"

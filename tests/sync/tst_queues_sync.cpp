// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk reads the queues of returns and of exceptions whole with each connection, then what the feed names; lives
// without them; and looks before it repeats a command on an exception.
#include "services/sync/caseprobe.h"
#include "services/sync/details.h"
#include "services/sync/poller.h"
#include "services/sync/pump.h"
#include "services/sync/queues.h"
#include "services/sync/trips.h"
#include "services/wire/ondi/ondidecode.h"
#include "services/wire/ondi/ondiqueues.h"
#include "tests/sync/support/enginebench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace waydesk;
using namespace waydesk::test;
using namespace std::chrono_literals;
using Kind = Error::Kind;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray body(const QJsonValue& data, const QString& cursor = {})
{
    QJsonObject whole{{u"success"_s, true}, {u"data"_s, data}};
    if (!cursor.isEmpty())
        whole.insert(u"next_cursor"_s, cursor);
    return QJsonDocument(whole).toJson(QJsonDocument::Compact);
}

QJsonObject returnRow(int n, const QString& status = u"pending"_s)
{
    return {{u"id"_s, u"rr%1"_s.arg(n)},     {u"delivery_id"_s, u"d%1"_s.arg(n)},
            {u"delivery_code"_s, 1000 + n},  {u"delivery_status"_s, u"pending"_s},
            {u"status"_s, status},           {u"return_reason"_s, u"refused"_s},
            {u"trip_number"_s, u"TRIP-1"_s}, {u"requested_at"_s, u"2026-04-11T10:00:00Z"_s}};
}

QJsonObject caseRow(int n, const QJsonObject& more = {})
{
    QJsonObject row{{u"id"_s, u"ex%1"_s.arg(n)},
                    {u"delivery_id"_s, u"d%1"_s.arg(n)},
                    {u"delivery_code"_s, 1000 + n},
                    {u"delivery_status"_s, u"failed"_s},
                    {u"kind"_s, u"failed"_s},
                    {u"reason"_s, u"nobody home"_s},
                    {u"notes"_s, u""_s},
                    {u"raised_at"_s, u"2026-04-11T10:00:00Z"_s},
                    {u"state"_s, u"open"_s},
                    {u"updated_at"_s, u"2026-04-11T10:00:00Z"_s}};
    for (auto it = more.begin(); it != more.end(); ++it)
        row.insert(it.key(), it.value());
    return row;
}

wire::SeenDelivery parcel(int n, const QJsonArray& returns, const QJsonArray& cases)
{
    const QJsonObject row{{u"id"_s, u"d%1"_s.arg(n)},
                          {u"delivery_code"_s, 1000 + n},
                          {u"status"_s, u"failed"_s},
                          {u"return_requests"_s, returns},
                          {u"exceptions"_s, cases}};
    return wire::ondidesk::decodeDelivery(body(row)).value();
}

wire::Change change(const QString& entity, const QString& id, const QString& op = u"upsert"_s)
{
    return {1, entity, id, op, {}};
}

// Two pages of two returns each, one page of two exceptions.
struct Bench : EngineBench
{
    Bench()
    {
        server.hasQueues = server.hasDeliveries = server.hasTrips = true;
        backend = server.make();
        queues = std::make_unique<sync::Queues>(backend, *ingest, wakeups, listener);
        server.onReturns = [this](const QString& cursor) -> Result<wire::QueuePage<wire::SeenReturn>> {
            const int from = cursor.isEmpty() ? 1 : 3;
            QJsonArray rows;
            for (int n = from; n < from + 2 && n <= returns; ++n)
                rows << returnRow(n);
            return wire::ondidesk::decodeReturnQueue(body(rows, from + 2 <= returns ? u"next"_s : QString()));
        };
        server.onCases = [this](const QString&) { return wire::ondidesk::decodeCaseQueue(body(cases)); };
        server.onColleagues = []() -> Result<wire::Colleagues> {
            return wire::Colleagues{{{{u"u1"_s}, u"Sara"_s, UserRole::Dispatcher}}, {}};
        };
    }
    void connectWhole()
    {
        queues->resume(true);
        server.settle();
        server.reads.clear();
        clock.advance(1min);
    }

    int returns = 4;
    QJsonArray cases{caseRow(1), caseRow(2)};
    backends::Backend backend;
    std::unique_ptr<sync::Queues> queues;
};

} // namespace

class TestQueuesSync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBothWholeWithEachConnection()
    {
        Bench b;
        b.queues->resume(true);
        QCOMPARE(b.queues->isThere(), std::nullopt);
        b.server.settle();
        QCOMPARE(b.server.reads, (QStringList{u"returns "_s, u"returns next"_s, u"cases "_s, u"colleagues"_s}));
        QCOMPARE(b.queues->isThere(), std::optional(true));
        QVERIFY(b.queues->asOf());
        QVERIFY(b.store->queues().find(ReturnRequestId{u"rr4"_s}));
        QVERIFY(b.store->queues().find(ExceptionId{u"ex2"_s}));
        QVERIFY(b.listener.returnMoves > 0 && b.listener.caseMoves > 0);
        b.wakeups.advance(1h);
        b.server.settle();
        QCOMPARE(b.server.reads.size(), 4); // the feed tells of the rest
        b.queues->pause();
        b.returns = 3; // one was taken back meanwhile
        b.queues->resume(true);
        b.server.settle();
        QVERIFY(b.store->queues().find(ReturnRequestId{u"rr3"_s}));
        QVERIFY(!b.store->queues().find(ReturnRequestId{u"rr4"_s}));
    }

    void readsAgainByItselfWithoutAFeed()
    {
        Bench b;
        b.queues->resume(false);
        b.server.settle();
        b.server.reads.clear();
        b.wakeups.advance(60s);
        b.server.settle();
        QCOMPARE(b.server.reads.size(), 4);
    }

    void livesWithoutThem()
    {
        Bench b;
        b.server.onReturns = [](const QString&) -> Result<wire::QueuePage<wire::SeenReturn>> {
            return failure(Kind::NotFound, 404);
        };
        b.queues->resume(true);
        b.server.settle();
        QCOMPARE(b.queues->isThere(), std::optional(false));
        b.queues->refresh();
        b.queues->pause();
        b.queues->resume(true);
        b.wakeups.advance(1h);
        b.server.settle();
        QCOMPARE(b.server.reads, QStringList{u"returns "_s}); // asked once
        QVERIFY(b.listener.errors.isEmpty());
    }

    void readsAKnownRowByItsParcel()
    {
        Bench b;
        b.connectWhole();
        b.server.onDelivery = [](const DeliveryId&) -> Result<wire::SeenDelivery> {
            QJsonObject decided = returnRow(1, u"approved"_s);
            decided.remove(u"trip_number"_s); // a parcel does not tell it
            return parcel(1, {decided}, {caseRow(1, {{u"owner_id"_s, u"u1"_s}})});
        };
        b.queues->changed({change(u"return"_s, u"rr1"_s)}, b.clock.now());
        b.server.settle();
        QCOMPARE(b.server.reads, QStringList{u"delivery d1"_s});
        const auto row = b.store->queues().find(ReturnRequestId{u"rr1"_s});
        QVERIFY(row->row.request.state.is(ReturnRequestStatus::Approved));
        QCOMPARE(row->row.tripNumber, std::optional(u"TRIP-1"_s)); // absent keeps
        QCOMPARE(b.store->queues().find(ExceptionId{u"ex1"_s})->row.owner, std::optional(UserId{u"u1"_s}));
        b.server.reads.clear();
        // Its parcel was in the same batch and has told it.
        b.queues->changed({change(u"return"_s, u"rr1"_s)}, b.clock.now());
        b.server.settle();
        QVERIFY(b.server.reads.isEmpty());
    }

    void looksForAnUnknownRowInItsList()
    {
        Bench b;
        b.connectWhole();
        b.cases << caseRow(3);
        b.queues->changed({change(u"exception"_s, u"ex3"_s)}, b.clock.now());
        b.server.settle();
        QCOMPARE(b.server.reads, QStringList{u"cases "_s});
        QVERIFY(b.store->queues().find(ExceptionId{u"ex3"_s}));
        b.queues->changed({change(u"exception"_s, u"ex3"_s, u"delete"_s)}, b.clock.now());
        QVERIFY(!b.store->queues().find(ExceptionId{u"ex3"_s}));
        b.server.reads.clear();
        b.queues->changed({change(u"return"_s, u"gone"_s)}, b.clock.now()); // no list names it: that ends it
        b.server.settle();
        QCOMPARE(b.server.reads, (QStringList{u"returns "_s, u"returns next"_s}));
    }

    void looksBeforeItRepeatsAChange()
    {
        Bench b;
        const UpdateCase ask{{u"ex1"_s}, {u"d1"_s}, std::optional<UserId>(UserId{u"u1"_s}), {}, {}, u"called"_s};
        const auto none = [](const ExceptionId&) { return false; };
        DeliveryCase now;
        now.id = {u"ex1"_s};
        QCOMPARE(sync::judgeCaseFinding(ask, {}, {now}, none), sync::Finding::NotDone);
        now.owner = UserId{u"u1"_s};
        QCOMPARE(sync::judgeCaseFinding(ask, {}, {now}, none), sync::Finding::NotDone); // half of it is not it
        now.resolution = u"called"_s;
        QCOMPARE(sync::judgeCaseFinding(ask, {}, {now}, none), sync::Finding::Done);
        const RaiseCase raise{{u"d1"_s}, CaseKind::Damaged, u"wet"_s, {}};
        DeliveryCase made;
        made.id = {u"ex9"_s};
        made.kind = CaseKind::Damaged;
        made.reason = u"wet"_s;
        made.raisedAt = b.clock.now();
        QCOMPARE(sync::judgeCaseFinding(raise, b.clock.now(), {now}, none), sync::Finding::NotDone);
        QCOMPARE(sync::judgeCaseFinding(raise, b.clock.now(), {now, made}, none), sync::Finding::Done);
        QCOMPARE(sync::judgeCaseFinding(raise, b.clock.now(), {made}, [](const ExceptionId&) { return true; }),
                 sync::Finding::Unclear);
        QCOMPARE(sync::judgeCaseFinding(raise, b.clock.now() + 1h, {made}, none), sync::Finding::NotDone); // an old one
    }

    void confirmsALostAnswerWithoutRepeatingIt()
    {
        Bench b;
        sync::Details details(*b.backend.waybills, *b.ingest, b.listener);
        sync::Trips trips(b.backend, *b.ingest, b.wakeups, b.listener);
        sync::Pump pump(
            b.backend, *b.store, *b.ingest, details, trips, b.clock, b.wakeups, [] { return 1.0; }, b.listener);
        const qint64 seq = b.queue(UpdateCase{{u"ex1"_s}, {u"d1"_s}, {}, {}, {}, u"called"_s}, u"k"_s);
        pump.resume({u"me"_s}, false); // a server that ignores the key
        b.server.onDelivery = [](const DeliveryId&) -> Result<wire::SeenDelivery> {
            return parcel(1, {}, {caseRow(1, {{u"state"_s, u"resolved"_s}, {u"resolution"_s, u"called"_s}})});
        };
        b.server.answer(u"update_case"_s, failure(Kind::Timeout));
        b.server.settle();
        QCOMPARE(b.state(seq), store::CommandState::Confirmed);
        QCOMPARE(b.server.log, QStringList{u"update_case k"_s}); // sent once
        QCOMPARE(b.store->queues().find(ExceptionId{u"ex1"_s})->row.resolution, std::optional(u"called"_s));
    }

    void keepsWhatTheAnswerTells()
    {
        Bench b;
        sync::Details details(*b.backend.waybills, *b.ingest, b.listener);
        sync::Trips trips(b.backend, *b.ingest, b.wakeups, b.listener);
        sync::Pump pump(
            b.backend, *b.store, *b.ingest, details, trips, b.clock, b.wakeups, [] { return 1.0; }, b.listener);
        b.queue(DecideReturn{{u"rr1"_s}, {u"d1"_s}, ReturnDecision::Approve}, u"k"_s);
        pump.resume({u"me"_s}, true);
        backends::CommandAnswer answer;
        answer.returnRequest = wire::ondidesk::decodeReturnRequest(body(returnRow(1, u"approved"_s))).value();
        b.server.answer(u"decide_return"_s, answer);
        QVERIFY(b.store->queues().find(ReturnRequestId{u"rr1"_s})->row.request.state.is(ReturnRequestStatus::Approved));
    }
};

QTEST_GUILESS_MAIN(TestQueuesSync)
#include "tst_queues_sync.moc"

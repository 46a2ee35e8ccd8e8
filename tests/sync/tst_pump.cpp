// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk sends queued work in order, once, and never guesses what became of it.
#include "services/store/database.h"
#include "services/sync/pump.h"
#include "tests/sync/support/enginebench.h"

#include <QTest>

using namespace waydesk;
using namespace waydesk::test;
using namespace std::chrono_literals;
using store::CommandState;
using Kind = Error::Kind;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Bench : EngineBench
{
    explicit Bench(bool honoursKeys = true)
        : backend(server.make())
        , details(*backend.waybills, *ingest, listener)
        , trips(backend, *ingest, wakeups, listener)
        , pump(
              backend, *store, *ingest, details, trips, clock, wakeups, [] { return 1.0; }, listener)
        , keys(honoursKeys)
    {
        server.onDetail = [this](const WaybillId& id) { return Result<wire::WaybillAnswer>(row(id.value, now)); };
        server.onMembers = [this](const WaybillId&, int) {
            wire::DeliveryPage page;
            page.rows = members;
            page.paging = wire::Paging{members.size(), 1, 100};
            return Result<wire::DeliveryPage>(page);
        };
    }
    void go(const QString& author = u"me"_s) { pump.resume({author}, keys); }
    void lose(const QString& kind) { server.answer(kind, failure(Kind::Timeout)); }

    WaybillStatus now = WaybillStatus::Drafted; // what the server shows of every waybill
    QList<wire::SeenDelivery> members;
    backends::Backend backend;
    sync::Details details;
    sync::Trips trips;
    sync::Pump pump;
    bool keys;
};

// Nothing can be written about a command, as on a disk that is full.
class FullDisk
{
public:
    explicit FullDisk(const QString& workFile)
        : m_file(std::move(store::Database::open(workFile, store::Database::Mode::ReadWrite)).value())
    {
        if (!m_file->exec("CREATE TRIGGER full BEFORE UPDATE ON outbox BEGIN SELECT RAISE(FAIL, 'full'); END"))
            qFatal("the disk could not be filled");
    }
    void hasRoomAgain()
    {
        if (!m_file->exec("DROP TRIGGER full"))
            qFatal("the disk could not be emptied");
    }

private:
    std::unique_ptr<store::Database> m_file;
};

Command seal(const QString& id)
{
    return SealWaybill{{id}};
}

} // namespace

class TestPump : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsInOrderPerWaybillAndSideBySide()
    {
        Bench b;
        b.queue(seal(u"a"_s), u"a1"_s);
        b.queue(CancelWaybill{{u"a"_s}}, u"a2"_s);
        b.queue(CloseWaybill{{u"b"_s}}, u"b1"_s);
        b.go();
        QCOMPARE(b.server.waiting(), QStringList({u"seal_waybill"_s, u"close_waybill"_s}));
        b.server.answer(u"seal_waybill"_s, answered(row(u"a"_s, WaybillStatus::Sealed)));
        QCOMPARE(b.server.waiting(), QStringList({u"close_waybill"_s, u"cancel_waybill"_s}));
        QCOMPARE(b.store->waybills().find({u"a"_s})->waybill.state.known, WaybillStatus::Sealed); // heard, kept
    }

    void sendsAFewAtATime()
    {
        Bench b;
        for (int i = 0; i < 10; ++i)
            b.queue(seal(u"w%1"_s.arg(i)), u"k%1"_s.arg(i));
        b.go();
        QCOMPARE(b.server.sent.size(), 4);
        b.server.answer(u"seal_waybill"_s, answered(row(u"w0"_s, WaybillStatus::Sealed)));
        QCOMPARE(b.server.sent.size(), 4);
    }

    void neverSendsARefusedOneAgainAndHoldsOnlyItsFollowers()
    {
        Bench b;
        const qint64 refused = b.queue(seal(u"a"_s), u"a1"_s), follower = b.queue(CancelWaybill{{u"a"_s}}, u"a2"_s);
        const qint64 other = b.queue(CloseWaybill{{u"b"_s}}, u"b1"_s);
        b.go();
        b.server.answer(u"seal_waybill"_s, failure(Kind::Rejected, 409));
        b.server.answer(u"close_waybill"_s, answered(row(u"b"_s, WaybillStatus::Closed)));
        b.wakeups.advance(48h);
        QCOMPARE(b.state(refused), CommandState::Refused);
        QCOMPARE(b.state(follower), CommandState::Queued);
        QCOMPARE(b.state(other), CommandState::Confirmed);
        QVERIFY(b.server.waiting().isEmpty());
        QCOMPARE(b.server.log.size(), 2);
        QVERIFY(b.store->outbox().discard(refused, b.clock.now()));
        b.pump.work();
        QCOMPARE(b.server.waiting(), QStringList{u"cancel_waybill"_s});
    }

    void repeatsALostOneUnderItsKey()
    {
        Bench b;
        const qint64 seq = b.queue(seal(u"a"_s), u"k"_s);
        b.go();
        b.lose(u"seal_waybill"_s);
        QVERIFY(b.server.waiting().isEmpty()); // not at once
        b.wakeups.advance(1s);
        QCOMPARE(b.server.log, QStringList({u"seal_waybill k"_s, u"seal_waybill k"_s}));
        QVERIFY(!b.store->outbox().undo(seq, b.clock.now())); // perhaps it was done
        b.server.answer(u"seal_waybill"_s, answered(row(u"a"_s, WaybillStatus::Sealed)));
        QCOMPARE(b.state(seq), CommandState::Confirmed);
    }

    void letsBeUndoneWhatSurelyWasNotSent()
    {
        Bench b;
        const qint64 seq = b.queue(seal(u"a"_s), u"k"_s);
        b.go();
        b.server.answer(u"seal_waybill"_s, failure(Kind::Offline));
        b.pump.pause();
        QVERIFY(b.store->outbox().undo(seq, b.clock.now()));
        b.go();
        b.wakeups.advance(1min);
        QCOMPARE(b.server.log.size(), 1);
    }

    void leavesTheServerAloneAsLongAsItAsked()
    {
        Bench b;
        b.queue(seal(u"a"_s), u"k"_s);
        b.go();
        Error busy = failure(Kind::RateLimited, 429);
        busy.retryAfter = 30;
        b.server.answer(u"seal_waybill"_s, busy);
        b.wakeups.advance(29s);
        QCOMPARE(b.server.log.size(), 1);
        b.wakeups.advance(2s);
        QCOMPARE(b.server.log.size(), 2);
    }

    void sendsOnlyTheSignedInPersonsOwn()
    {
        Bench b;
        const qint64 theirs = b.queue(seal(u"a"_s), u"k1"_s, u"somebody else"_s);
        b.queue(CloseWaybill{{u"b"_s}}, u"k2"_s);
        b.go();
        QCOMPARE(b.server.waiting(), QStringList{u"close_waybill"_s});
        b.server.answer(u"close_waybill"_s, answered(row(u"b"_s, WaybillStatus::Closed)));
        b.wakeups.advance(1h);
        QCOMPARE(b.state(theirs), CommandState::Queued);
        QCOMPARE(b.server.log.size(), 1);
        b.go(u"somebody else"_s);
        QCOMPARE(b.server.waiting(), QStringList{u"seal_waybill"_s});
    }

    void wakesForWhatFellDueWhileItLooked()
    {
        Bench b;
        b.queue(seal(u"a"_s), u"k"_s);
        b.go();
        b.clock.setCostOfALook(200ms); // the first step of a retry, 250 ms, passes while the pump looks around
        b.server.answer(u"seal_waybill"_s, failure(Kind::Offline));
        b.wakeups.advance(1s);
        QCOMPARE(b.server.log.size(), 2);
    }

    void wakesForItsOwnThoughAnotherPersonsIsDue()
    {
        Bench b;
        b.queue(seal(u"a"_s), u"k1"_s, u"somebody else"_s);
        b.queue(seal(u"b"_s), u"k2"_s);
        b.go();
        b.server.answer(u"seal_waybill"_s, failure(Kind::Offline));
        b.wakeups.advance(1s);
        QCOMPARE(b.server.log, QStringList({u"seal_waybill k2"_s, u"seal_waybill k2"_s}));
    }

    void repeatsWhatTheDiskDidNotNote()
    {
        Bench b;
        const qint64 seq = b.queue(seal(u"a"_s), u"k"_s);
        b.go();
        FullDisk disk(b.store->workPath());
        b.server.answer(u"seal_waybill"_s, answered(row(u"a"_s, WaybillStatus::Sealed)));
        b.wakeups.advance(1min);
        QCOMPARE(b.state(seq), CommandState::Sending);
        QCOMPARE(b.server.log.size(), 1);
        QCOMPARE(b.listener.errors.last().kind, Kind::Storage);
        disk.hasRoomAgain();
        b.wakeups.advance(5s);
        QCOMPARE(b.server.log, QStringList({u"seal_waybill k"_s, u"seal_waybill k"_s}));
        b.server.answer(u"seal_waybill"_s, answered(row(u"a"_s, WaybillStatus::Sealed)));
        QCOMPARE(b.state(seq), CommandState::Confirmed);
    }

    void namesTheFollowersOfACreate()
    {
        Bench b;
        CreateWaybill create;
        create.localId = {u"local:1"_s};
        b.queue(create, u"k1"_s);
        b.queue(SealWaybill{create.localId}, u"k2"_s);
        b.go();
        QCOMPARE(b.server.waiting(), QStringList{u"create_waybill"_s});
        b.server.answer(u"create_waybill"_s, answered(row(u"w7"_s)));
        QCOMPARE(b.listener.names.value({create.localId.value}), SubjectId{u"w7"_s});
        QCOMPARE(waybillOf(b.server.take(u"seal_waybill"_s).command), WaybillId{u"w7"_s});
    }

    void takesUpWhatAKillCutShort()
    {
        Bench b;
        const qint64 seq = b.queue(seal(u"a"_s), u"k"_s);
        b.go();
        b.pump.pause();
        b.server.sent.clear(); // the program is gone, and the answer with it
        sync::Pump::takeUpAfterRestart(*b.store, b.clock, b.listener);
        QCOMPARE(b.state(seq), CommandState::Queued);
        sync::Details details(*b.backend.waybills, *b.ingest, b.listener);
        sync::Trips trips(b.backend, *b.ingest, b.wakeups, b.listener);
        sync::Pump after(
            b.backend, *b.store, *b.ingest, details, trips, b.clock, b.wakeups, [] { return 1.0; }, b.listener);
        after.resume({u"me"_s}, true);
        QCOMPARE(b.server.log, QStringList({u"seal_waybill k"_s, u"seal_waybill k"_s}));
    }

    void looksFirstWhereKeysMeanNothing_data()
    {
        QTest::addColumn<bool>("wasDone");
        QTest::newRow("done") << true;
        QTest::newRow("not done") << false;
    }
    void looksFirstWhereKeysMeanNothing()
    {
        QFETCH(bool, wasDone);
        Bench b(false);
        const qint64 seq = b.queue(seal(u"a"_s), u"k"_s);
        b.go();
        b.now = wasDone ? WaybillStatus::Sealed : WaybillStatus::Drafted;
        b.lose(u"seal_waybill"_s);
        b.server.settle();
        QVERIFY(b.server.reads.contains(u"detail a"_s));
        QCOMPARE(b.server.log.size(), wasDone ? 1 : 2);
        QCOMPARE(b.state(seq), wasDone ? CommandState::Confirmed : CommandState::Sending);
    }

    void keepsAskingWhenItCannotLook()
    {
        Bench b(false);
        const qint64 seq = b.queue(seal(u"a"_s), u"k"_s);
        b.go();
        const auto works = b.server.onDetail;
        b.server.onDetail = [](const WaybillId&) { return Result<wire::WaybillAnswer>(failure(Kind::Offline)); };
        b.lose(u"seal_waybill"_s);
        b.server.settle();
        QCOMPARE(b.state(seq), CommandState::Queued);
        QCOMPARE(b.server.log.size(), 1); // not sent blindly
        b.server.onDetail = works;
        b.now = WaybillStatus::Sealed;
        b.wakeups.advance(1min);
        b.server.settle();
        QCOMPARE(b.state(seq), CommandState::Confirmed);
        QCOMPARE(b.server.log.size(), 1);
    }

    void looksForALostCreate_data()
    {
        QTest::addColumn<int>("alike");
        QTest::addColumn<CommandState>("state");
        QTest::addColumn<int>("sent");
        QTest::newRow("none: sent again") << 0 << CommandState::Sending << 2;
        QTest::newRow("one: that is it") << 1 << CommandState::Confirmed << 1;
        QTest::newRow("two: a person decides") << 2 << CommandState::Unknown << 1;
    }
    void looksForALostCreate()
    {
        QFETCH(int, alike);
        Bench b(false);
        CreateWaybill create;
        create.localId = {u"local:1"_s};
        create.notes = u"mine"_s;
        const qint64 seq = b.queue(create, u"k"_s);
        b.server.onPage = [alike](const backends::WaybillPageQuery&) {
            wire::WaybillPage page;
            for (int i = 0; i < alike; ++i)
                page.rows.append(row(u"w%1"_s.arg(i), WaybillStatus::Drafted, {{u"notes"_s, u"mine"_s}}).waybill);
            page.rows.append(row(u"other"_s, WaybillStatus::Drafted, {{u"notes"_s, u"not mine"_s}}).waybill);
            page.rows.append(row(u"old"_s, WaybillStatus::Drafted,
                                 {{u"notes"_s, u"mine"_s}, {u"created_at"_s, u"2026-04-06T12:00:00Z"_s}})
                                 .waybill);
            page.paging = {page.rows.size(), 1, 100};
            return Result<wire::WaybillPage>(page);
        };
        b.go();
        b.lose(u"create_waybill"_s);
        b.server.settle();
        QTEST(b.state(seq), "state");
        QTEST(static_cast<int>(b.server.log.size()), "sent");
        if (alike == 1)
            QCOMPARE(b.listener.names.value({create.localId.value}), SubjectId{u"w0"_s});
    }

    void removesOnlyWhatTheServerDeleted()
    {
        Bench b;
        QVERIFY(b.ingest->waybills({row(u"a"_s).waybill, row(u"b"_s).waybill}));
        b.queue(BulkDeleteDrafts{{{u"a"_s}, {u"b"_s}}, false}, u"k"_s);
        b.go();
        backends::CommandAnswer answer;
        answer.deleted.emplace();
        answer.deleted->deleted = {{u"a"_s}};
        answer.deleted->skipped = {{{u"b"_s}, u"has_deliveries"_s}};
        b.server.answer(u"bulk_delete_drafts"_s, answer);
        QVERIFY(!b.store->waybills().find({u"a"_s}));
        QVERIFY(b.store->waybills().find({u"b"_s}));
    }

    void showsMembershipAtOnceAfterAnAttach()
    {
        Bench b;
        QVERIFY(b.ingest->waybills({row(u"a"_s, WaybillStatus::Drafted, {{u"item_count"_s, 1}}).waybill}));
        wire::SeenDelivery parcel;
        parcel.raw = {{u"id"_s, u"p"_s}, {u"status"_s, u"pending"_s}};
        parcel.value.id = {u"p"_s};
        QVERIFY(b.ingest->deliveries({parcel}));
        b.queue(AttachDeliveries{{u"a"_s}, {{u"p"_s}}}, u"k"_s);
        b.go();
        b.server.answer(u"attach_deliveries"_s, backends::CommandAnswer{});
        QCOMPARE(b.store->waybills().find({u"a"_s})->waybill.itemCount, 2);
        QCOMPARE(b.store->deliveries().membersOf({u"a"_s}), QList<DeliveryId>{{u"p"_s}});
    }
};

QTEST_GUILESS_MAIN(TestPump)
#include "tst_pump.moc"

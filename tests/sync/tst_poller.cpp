// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk hears of every change once it is kept, forgets none when a read fails, and lives without a feed.
#include "services/sync/poller.h"
#include "tests/sync/support/enginebench.h"

#include <QTest>

using namespace waydesk;
using namespace waydesk::test;
using namespace std::chrono_literals;
using Kind = Error::Kind;
using Feed = sync::Poller::Feed;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Bench : EngineBench
{
    Bench()
    {
        server.hasDeliveries = true;
        backend = server.make();
        poller = std::make_unique<sync::Poller>(backend, *ingest, wakeups, listener);
        server.onDetail = [](const WaybillId& id) { return Result<wire::WaybillAnswer>(row(id.value)); };
        server.onChanges = [this](const QString& cursor) -> Result<wire::Changes> {
            cursors.append(cursor);
            if (cursor.isEmpty()) {
                wire::Changes now;
                now.cursor = u"0"_s;
                return now;
            }
            if (script.isEmpty())
                return failure(Kind::Offline); // ends the waiting; the link is the link's business
            return script.takeFirst();
        };
    }
    static wire::Changes batch(const QString& cursor, const QList<wire::Change>& changes)
    {
        wire::Changes result;
        result.cursor = cursor;
        result.changes = changes;
        return result;
    }
    static wire::Change waybill(const QString& id, const QString& op = u"upsert"_s)
    {
        return {1, u"waybill"_s, id, op, {}};
    }
    std::optional<QString> cursor() const { return ingest->remembered(u"feed.cursor"_s); }

    backends::Backend backend;
    std::unique_ptr<sync::Poller> poller;
    QStringList cursors;
    QList<Result<wire::Changes>> script;
};

} // namespace

class TestPoller : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheCursorBeforeItLoads()
    {
        Bench b;
        b.poller->resume();
        b.server.settle();
        QCOMPARE(b.server.reads.mid(0, 4),
                 QStringList({u"changes "_s, u"load waybills 1"_s, u"load deliveries"_s, u"changes 0"_s}));
        QCOMPARE(b.poller->feed(), Feed::Changes);
        QVERIFY(b.poller->lastSynced());
    }

    void readsTheListsForWhatIsInThemOnly_data()
    {
        QTest::addColumn<QString>("entity");
        QTest::addColumn<bool>("reads");
        QTest::newRow("a driver") << u"driver"_s << true;
        QTest::newRow("something of later days") << u"locker"_s << true;
        QTest::newRow("where a driver is") << u"position"_s << false;
    }
    void readsTheListsForWhatIsInThemOnly()
    {
        QFETCH(QString, entity);
        Bench b;
        b.backend.lookups = b.server.makeLookups();
        b.poller->resume();
        b.server.settle();
        QVERIFY(b.server.reads.contains(u"lookups"_s)); // the first load
        b.poller->pause();
        b.server.reads.clear();
        b.script = {Bench::batch(u"5"_s, {{1, entity, u"x"_s, u"upsert"_s, {}}})};
        b.poller->resume();
        b.server.settle();
        QCOMPARE(b.cursor(), u"5"_s);
        QTEST(b.server.reads.contains(u"lookups"_s), "reads");
    }

    void readsWhatMovedAndThenAdvances()
    {
        Bench b;
        b.script = {Bench::batch(u"5"_s, {Bench::waybill(u"a"_s), Bench::waybill(u"b"_s), Bench::waybill(u"a"_s)})};
        b.poller->resume();
        b.server.settle();
        QCOMPARE(b.cursor(), u"5"_s);
        QVERIFY(b.store->waybills().find({u"a"_s}) && b.store->waybills().find({u"b"_s}));
        QCOMPARE(b.server.reads.count(u"detail a"_s), 1); // told twice, read once
        QCOMPARE(b.cursors, QStringList({u""_s, u"0"_s, u"5"_s}));
    }

    void isInDoubtOfAFeedThatAnswersNeitherYesNorNo()
    {
        Bench b;
        Kind kind = Kind::Offline;
        b.server.onChanges = [&](const QString&) { return Result<wire::Changes>(failure(kind, 503)); };
        b.poller->resume();
        b.server.settle();
        QVERIFY(!b.poller->isFeedInDoubt()); // nobody answered: the link knows
        kind = Kind::Server;
        b.wakeups.advance(1s);
        b.server.settle();
        QVERIFY(b.poller->isFeedInDoubt());
        QCOMPARE(b.poller->feed(), Feed::Unknown);
    }

    void hearsTheSameAgainWhenAReadFailed()
    {
        Bench b;
        b.script = {Bench::batch(u"5"_s, {Bench::waybill(u"a"_s)}), Bench::batch(u"5"_s, {Bench::waybill(u"a"_s)})};
        const auto works = b.server.onDetail;
        b.server.onDetail = [](const WaybillId&) { return Result<wire::WaybillAnswer>(failure(Kind::Server, 500)); };
        b.poller->resume();
        b.server.settle();
        QCOMPARE(b.cursor(), u"0"_s);
        b.server.onDetail = works;
        b.wakeups.advance(10s);
        b.server.settle();
        QCOMPARE(b.cursor(), u"5"_s);
        QVERIFY(b.store->waybills().find({u"a"_s}));
    }

    void goesOnWhereItStoodAfterAPause()
    {
        Bench b;
        b.poller->resume();
        b.server.settle();
        b.poller->pause();
        b.cursors.clear();
        b.script = {Bench::batch(u"9"_s, {Bench::waybill(u"a"_s, u"delete"_s)})};
        QVERIFY(b.ingest->waybills({row(u"a"_s).waybill}));
        b.poller->resume();
        b.server.settle();
        QCOMPARE(b.cursors.first(), u"0"_s); // not loaded again
        QCOMPARE(b.server.reads.count(u"load waybills 1"_s), 1);
        QVERIFY(!b.store->waybills().find({u"a"_s}));
    }

    void removesWhatIsGoneWhenItLooks()
    {
        Bench b;
        QVERIFY(b.ingest->waybills({row(u"a"_s).waybill}));
        b.server.onDetail = [](const WaybillId&) { return Result<wire::WaybillAnswer>(failure(Kind::NotFound, 404)); };
        b.script = {Bench::batch(u"5"_s, {Bench::waybill(u"a"_s)})};
        b.poller->resume();
        b.server.settle();
        QVERIFY(!b.store->waybills().find({u"a"_s}));
        QCOMPARE(b.cursor(), u"5"_s);
    }

    void startsOverWhenItsCursorIsNoLongerKept()
    {
        Bench b;
        b.script = {failure(Kind::Rejected, 410, u"cursor_too_old"_s)};
        b.poller->resume();
        b.server.settle();
        QCOMPARE(b.server.reads.count(u"load waybills 1"_s), 2);
        QCOMPARE(b.cursors, QStringList({u""_s, u"0"_s, u""_s, u"0"_s}));
    }

    void livesWithoutAFeed()
    {
        Bench b;
        b.server.onChanges = [](const QString&) { return Result<wire::Changes>(failure(Kind::Malformed, 404)); };
        int sealed = 0;
        b.server.onPage = [&](const backends::WaybillPageQuery& query) {
            wire::WaybillPage page;
            page.rows = {row(u"a"_s, sealed > 0 ? WaybillStatus::Sealed : WaybillStatus::Drafted).waybill};
            page.statuses = {{WaybillStatus::Drafted, u"Drafted"_s, 1 - sealed},
                             {WaybillStatus::Sealed, u"Sealed"_s, sealed}};
            page.paging = {query.status ? 1 : 150, query.page, 100};
            return Result<wire::WaybillPage>(page);
        };
        b.poller->resume();
        b.server.settle();
        QCOMPARE(b.poller->feed(), Feed::Polling);
        QVERIFY(!b.backend.feed && !b.backend.deliveries);
        QCOMPARE(b.server.reads.filter(u"page"_s), QStringList({u"page 1"_s, u"page 2"_s}));
        b.server.reads.clear();
        b.wakeups.advance(9s);
        QVERIFY(b.server.reads.isEmpty());
        sealed = 1; // the matrix tells which tabs moved
        b.wakeups.advance(2s);
        b.server.settle();
        QCOMPARE(b.server.reads, QStringList({u"page 1"_s, u"page drafted"_s, u"page sealed"_s, u"page 2"_s}));
        QVERIFY(b.store->waybills().find({u"a"_s})->waybill.state.is(WaybillStatus::Sealed));
    }

    void laysPartialAnswersOverWhatItKnows()
    {
        Bench b;
        QVERIFY(b.ingest->waybills({row(u"a"_s, WaybillStatus::Drafted, {{u"notes"_s, u"keep me"_s}}).waybill}));
        wire::WaybillAnswer part;
        part.waybill.value.id = {u"a"_s};
        part.waybill.raw = {{u"id"_s, u"a"_s}, {u"status"_s, u"sealed"_s}};
        QVERIFY(b.ingest->answer(part));
        const auto stored = b.store->waybills().find({u"a"_s});
        QCOMPARE(stored->waybill.notes, u"keep me"_s);
        QVERIFY(stored->waybill.state.is(WaybillStatus::Sealed));
        QCOMPARE(stored->fetchedAt, b.clock.now());
    }
};

QTEST_GUILESS_MAIN(TestPoller)
#include "tst_poller.moc"

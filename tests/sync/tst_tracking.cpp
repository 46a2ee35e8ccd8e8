// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk asks where drivers are often while somebody watches and seldom otherwise, keeps what it hears, goes on where
// it stood, and asks a server that has no such call once.
#include "services/sync/tracking.h"
#include "tests/sync/support/enginebench.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace waydesk;
using namespace waydesk::test;
using Kind = Error::Kind;

namespace {

Position seen(const QString& driver, Instant at, double latitude = 36.19)
{
    return {{driver}, at, {latitude, 44.01}, 90, 30, 8};
}

struct Bench : EngineBench
{
    Bench()
    {
        server.hasTracking = true;
        server.onPositions = [this](qint64 since) -> Result<wire::PositionNews> {
            asked.append(since);
            if (fault)
                return *fault;
            wire::PositionNews news;
            news.rows = std::exchange(next, {});
            news.cursor = since + news.rows.size();
            news.more = more > 0 && more-- > 0;
            return news;
        };
        backend = server.make();
        tracking = std::make_unique<sync::Tracking>(backend, *ingest, wakeups, listener);
    }
    void pass(std::chrono::milliseconds time)
    {
        wakeups.advance(time);
        server.settle();
    }
    QList<Position> kept() { return store::PositionReader(store->cache()).all(); }

    QList<qint64> asked;
    QList<Position> next;
    int more = 0;
    std::optional<Error> fault;
    backends::Backend backend;
    std::unique_ptr<sync::Tracking> tracking;
};

} // namespace

class TrackingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksOftenOnlyWhileWatched()
    {
        Bench b;
        b.tracking->resume();
        b.server.settle();
        QCOMPARE(b.asked.size(), 1);
        b.pass(10s);
        QCOMPARE(b.asked.size(), 1);
        b.tracking->watch(true); // at once, not when the long wait is over
        b.server.settle();
        QCOMPARE(b.asked.size(), 2);
        for (int i = 0; i < 10; ++i)
            b.pass(500ms);
        QCOMPARE(b.asked.size(), 12);
        b.tracking->watch(false);
        b.pass(500ms);
        b.pass(5s);
        QCOMPARE(b.asked.size(), 13);
    }

    void keepsAndTellsWhatItHears()
    {
        Bench b;
        const Instant now = b.clock.now();
        b.next = {seen(u"d1"_s, now), seen(u"d2"_s, now - 1min)};
        b.tracking->resume();
        b.server.settle();
        QCOMPARE(b.listener.positions.size(), 2);
        QCOMPARE(b.kept(), b.listener.positions);
        b.tracking->watch(true);
        b.next = {seen(u"d1"_s, now + 1s, 36.2), seen(u"d2"_s, now - 2min, 36.3)}; // the second is an older one
        b.pass(500ms);
        QCOMPARE(b.asked.last(), 2);
        QCOMPARE(b.kept(), (QList{seen(u"d1"_s, now + 1s, 36.2), seen(u"d2"_s, now - 1min)}));
    }

    void readsOnWhileThereIsMore()
    {
        Bench b;
        b.more = 2;
        b.next = {seen(u"d1"_s, b.clock.now())};
        b.tracking->resume();
        b.server.settle();
        QCOMPARE(b.asked, (QList<qint64>{0, 1, 1}));
    }

    void goesOnAfterAFault()
    {
        Bench b;
        b.next = {seen(u"d1"_s, b.clock.now())};
        b.tracking->watch(true);
        b.tracking->resume();
        b.server.settle();
        b.fault = failure(Kind::Server, 503);
        b.pass(500ms);
        QCOMPARE(b.listener.errors.size(), 1);
        b.pass(4s);
        QCOMPARE(b.asked, (QList<qint64>{0, 1}));
        b.fault.reset();
        b.pass(2s);
        QCOMPARE(b.asked, (QList<qint64>{0, 1, 1}));
    }

    void asksNobodyWhilePaused()
    {
        Bench b;
        b.tracking->watch(true);
        b.tracking->resume();
        b.tracking->pause(); // the answer is on its way
        b.server.settle();
        b.pass(1min);
        QVERIFY(b.listener.positions.isEmpty());
        QCOMPARE(b.asked.size(), 0);
        b.tracking->resume();
        b.server.settle();
        QCOMPARE(b.asked.size(), 1);
    }

    void asksAPlainServerOnce()
    {
        Bench b;
        b.fault = failure(Kind::NotFound, 404);
        b.tracking->resume();
        b.server.settle();
        QVERIFY(!b.backend.tracking);
        b.tracking->watch(true);
        b.tracking->resume();
        b.pass(1min);
        QCOMPARE(b.asked.size(), 1);
        QVERIFY(b.listener.errors.isEmpty());
    }

    void bringsATrackPageByPage()
    {
        Bench b;
        const Instant now = b.clock.now();
        QStringList marks;
        b.server.onTrack = [&](const DriverId& driver, const QString& after) -> Result<wire::Track> {
            marks.append(driver.value + after);
            wire::Track track;
            track.rows = {seen(driver.value, now + std::chrono::seconds(marks.size()))};
            if (marks.size() < 3)
                track.nextCursor = u"after %1"_s.arg(marks.size());
            return track;
        };
        b.tracking->resume();
        QList<sync::TrackAnswer> answers;
        const auto keep = [&](const sync::TrackAnswer& answer) { answers.append(answer); };
        b.tracking->ask(1, {u"d9"_s}, now - 1h, now, keep); // overtaken
        b.tracking->ask(2, {u"d1"_s}, now - 1h, now, keep);
        b.server.settle();
        QCOMPARE(answers.size(), 1);
        QCOMPARE(answers[0].ticket, 2u);
        QCOMPARE(answers[0].rows.size(), 3);
        QVERIFY(answers[0].isWhole && !answers[0].error);
        QCOMPARE(marks, (QStringList{u"d1"_s, u"d1after 1"_s, u"d1after 2"_s}));
        b.server.onTrack = [](const DriverId&, const QString&) -> Result<wire::Track> {
            return failure(Kind::Server, 500);
        };
        b.tracking->ask(3, {u"d1"_s}, now - 1h, now, keep);
        b.server.settle();
        QVERIFY(answers.last().error && !answers.last().isWhole);
        b.tracking->pause();
        b.tracking->ask(4, {u"d1"_s}, now - 1h, now, keep);
        QCOMPARE(answers.last().ticket, 4u);
        QCOMPARE(answers.last().error->kind, Kind::Offline);
    }
};

QTEST_GUILESS_MAIN(TrackingTest)
#include "tst_tracking.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk shows what a return or an exception is and what it is expected to be side by side, and never confuses the
// two.
#include "services/facade/caseservice.h"
#include "services/facade/commandservice.h"
#include "services/facade/returnqueueservice.h"
#include "tests/support/fakeengine.h"
#include "tests/support/sample.h"
#include "tests/support/samplequeues.h"

#include <QSignalSpy>
#include <QTest>

using namespace waydesk;
using namespace waydesk::test;
using namespace Qt::Literals::StringLiterals;
using store::CommandState;

namespace {

struct Bench
{
    Bench() { engine.setStatus(engine.status()); } // who is signed in
    qint64 submit(const Command& command)
    {
        QSignalSpy accepted(&commands, &facade::CommandService::accepted);
        commands.submit(command);
        return accepted.size() == 1 ? accepted[0][1].toLongLong() : -1;
    }
    void refuse(qint64 seq)
    {
        Error why;
        why.kind = Error::Kind::Rejected;
        why.status = 409;
        engine.refuse(seq, why);
    }
    FakeEngine engine;
    facade::ReturnQueueService returns{engine.reader(), engine};
    facade::CaseService cases{engine.reader(), engine};
    facade::CommandService commands{engine.reader(), engine};
};

DecideReturn approve(const ReturnQueueRow& row)
{
    return {row.request.id, row.request.delivery, ReturnDecision::Approve};
}

UpdateCase taken(const DeliveryCase& row, const QString& user)
{
    UpdateCase command;
    command.exception = row.id;
    command.delivery = row.delivery;
    command.owner = std::optional(UserId{user});
    return command;
}

} // namespace

class TestQueueServices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsAnAnswerAsExpectedUntilItIsConfirmed()
    {
        Bench b;
        b.engine.tell(sampleReturn(1));
        b.engine.tell(sampleReturn(2));
        QSignalSpy changed(&b.returns, &facade::ReturnQueueService::changed);
        const qint64 seq = b.submit(approve(sampleReturn(1)));
        QTRY_VERIFY(!changed.isEmpty());
        auto item = *b.returns.find({u"rr-1"_s});
        QVERIFY(item.isExpected && item.row.request.state.is(ReturnRequestStatus::Approved));
        QVERIFY(item.server.request.state.is(ReturnRequestStatus::Pending));
        QCOMPARE(item.mark, std::optional(CommandState::Queued));
        QVERIFY(!b.returns.find({u"rr-2"_s})->isExpected); // not its neighbour
        // It is still among the requested: the server has not said otherwise.
        QCOMPARE(b.returns.counts({}).byStatus[0], 2);
        b.engine.confirm(seq);
        item = *b.returns.find({u"rr-1"_s});
        QVERIFY(!item.isExpected && !item.mark);
        QVERIFY(item.server.request.state.is(ReturnRequestStatus::Approved));
        QCOMPARE(b.returns.counts({}).byStatus[0], 1);
        QCOMPARE(b.returns.rows(ReturnRequestStatus::Approved, {}, 10).size(), 1);
    }

    void expectsNothingOfARefusedAnswer()
    {
        Bench b;
        b.engine.tell(sampleReturn(1));
        b.refuse(b.submit(approve(sampleReturn(1))));
        const auto item = *b.returns.find({u"rr-1"_s});
        QVERIFY(!item.isExpected);
        QCOMPARE(item.mark, std::optional(CommandState::Refused));
    }

    void showsAWishThatTheServerDoesNotKnowYet()
    {
        Bench b;
        b.engine.tell(sampleDelivery(5));
        b.submit(RequestReturn{sampleDelivery(5).id, u"wrong size"_s, {}});
        const auto rows = b.returns.rows(ReturnRequestStatus::Pending, {}, 10);
        QCOMPARE(rows.size(), 1);
        QVERIFY(rows[0].isLocal && rows[0].row.request.id.isLocal());
        QCOMPARE(rows[0].row.deliveryCode, sampleDelivery(5).code);
        QCOMPARE(b.returns.counts({}).all, 1);
        QVERIFY(b.returns.rows(ReturnRequestStatus::Approved, {}, 10).isEmpty());
        QVERIFY(b.returns.rows({}, u"else"_s, 10).isEmpty()); // a text that it does not have
    }

    void namesTheExpectedOwner()
    {
        Bench b;
        b.engine.tell(sampleCase(1));
        b.engine.tell(QList<Colleague>{{{u"user-1"_s}, u"Sara Karim"_s, UserRole::Dispatcher}});
        QCOMPARE(b.cases.me(), UserId{u"user-1"_s});
        const qint64 seq = b.submit(taken(sampleCase(1), u"user-1"_s));
        auto item = *b.cases.find({u"ex-1"_s});
        QVERIFY(item.isExpected);
        QCOMPARE(item.row.ownerName, std::optional(u"Sara Karim"_s));
        QCOMPARE(item.server.owner, std::nullopt);
        QCOMPARE(b.cases.counts({}).byTab[size_t(facade::CaseTab::Mine)], 0); // the server's word counts
        b.engine.confirm(seq);
        QCOMPARE(b.cases.counts({}).byTab[size_t(facade::CaseTab::Mine)], 1);
        QCOMPARE(b.cases.counts({}).byTab[size_t(facade::CaseTab::Unowned)], 0);
        item = *b.cases.find({u"ex-1"_s});
        QVERIFY(!item.isExpected);
    }

    void holdsWhatStandsBehindARefusedOne()
    {
        Bench b;
        b.engine.tell(sampleCase(1));
        const qint64 first = b.submit(taken(sampleCase(1), u"user-2"_s));
        UpdateCase resolve{{u"ex-1"_s}, sampleCase(1).delivery, {}, {}, {}, u"called"_s};
        b.submit(resolve);
        QVERIFY(b.cases.find({u"ex-1"_s})->row.state.is(CaseState::Resolved));
        b.refuse(first);
        const auto item = *b.cases.find({u"ex-1"_s});
        QVERIFY(item.row.state.is(CaseState::Open));
        QVERIFY(!item.isExpected);
        QCOMPARE(item.mark, std::optional(CommandState::Refused));
    }

    void tellsWhetherTheServerHasThem()
    {
        Bench b;
        QCOMPARE(b.cases.support().isThere, std::nullopt);
        QSignalSpy changed(&b.cases, &facade::CaseService::changed);
        sync::EngineStatus status = b.engine.status();
        status.hasQueues = false;
        b.engine.setStatus(status);
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(b.cases.support().isThere, std::optional(false));
        QCOMPARE(b.returns.support().isThere, std::optional(false));
    }

    void showsBothSidesOfAConflict()
    {
        Bench b;
        DeliveryCase row = sampleCase(1);
        b.engine.tell(row);
        const qint64 seq = b.submit(UpdateCase{row.id, row.delivery, {}, {}, {}, u"called"_s});
        row.state = CaseState::Resolved;
        row.resolution = u"sent again"_s;
        b.engine.tell(row);
        b.refuse(seq);
        const auto conflict = b.commands.conflict(seq);
        QVERIFY(conflict && conflict->theirCase);
        QCOMPARE(conflict->theirCase->resolution, std::optional(u"sent again"_s));
    }
};

QTEST_GUILESS_MAIN(TestQueueServices)
#include "tst_queueservices.moc"

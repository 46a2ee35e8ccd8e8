// SPDX-License-Identifier: GPL-3.0-or-later
// Two of Waydesk's desks on one real server: a return approved and an exception raised, taken and resolved on the one
// are seen by the other through the change feed.
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

struct QueueDesk
{
    explicit QueueDesk(const QUrl& server)
    {
        sync::EngineOptions options;
        options.folder = folder.path();
        engine = std::make_unique<sync::LiveEngine>(options);
        QObject::connect(engine.get(), &sync::Engine::statusChanged, engine.get(),
                         [this](const sync::EngineStatus& now) { status = now; });
        QObject::connect(engine.get(), &sync::Engine::commandFinished, engine.get(),
                         [this](const store::OutboxEntry& entry) { finished.append(entry); });
        if (!engine->open().ok())
            qFatal("the store does not open");
        reader = std::move(store::Reader::open(folder.path())).value();
        engine->connectTo(server);
        engine->signIn(u"dispatcher@demo.waydesk"_s, u"demo"_s);
    }
    ~QueueDesk()
    {
        reader.reset();
        engine.reset();
    }
    bool isReady() const { return status.hasQueues == true && status.queuesAsOf; }
    // The command's end; nullopt when it never came.
    std::optional<store::OutboxEntry> run(const Command& command)
    {
        const QString key = QUuid::createUuid().toString(QUuid::WithoutBraces);
        engine->submit(key, command, {});
        const auto found = [&] { return std::ranges::find(finished, key, &store::OutboxEntry::key); };
        if (!QTest::qWaitFor([&] { return found() != finished.end(); }, kPatienceMs))
            return std::nullopt;
        return *found();
    }
    store::QueueReader& queues() { return reader->queues(); }

    QTemporaryDir folder;
    std::unique_ptr<sync::LiveEngine> engine;
    std::unique_ptr<store::Reader> reader;
    sync::EngineStatus status;
    QList<store::OutboxEntry> finished;
};

bool confirmed(const std::optional<store::OutboxEntry>& entry)
{
    if (entry && entry->state != store::CommandState::Confirmed && entry->lastError)
        qWarning() << entry->lastError->status << entry->lastError->code << entry->lastError->vendorText
                   << entry->lastError->detail;
    return entry && entry->state == store::CommandState::Confirmed;
}

} // namespace

class TestQueuesReal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_server.start()); }

    void showsAnAnsweredReturnToTheOtherDesk()
    {
        QueueDesk here(m_server.url()), there(m_server.url());
        QTRY_VERIFY_WITH_TIMEOUT(here.isReady() && there.isReady(), kPatienceMs);
        const DeliveryId parcel{m_server
                                    .cell(u"SELECT id FROM delivery WHERE status = 'delivered' AND trip_id IS NOT NULL"
                                          " AND id NOT IN (SELECT delivery_id FROM return_request) LIMIT 1"_s)
                                    .toString()};
        QVERIFY(confirmed(here.run(RequestReturn{parcel, u"wrong size"_s, u"call first"_s})));
        QTRY_COMPARE_WITH_TIMEOUT(there.queues().returnsOf(parcel).size(), 1, kPatienceMs);
        const ReturnQueueRow row = there.queues().returnsOf(parcel).first().row;
        QVERIFY(row.request.state.is(ReturnRequestStatus::Pending));
        QCOMPARE(row.request.reason, u"wrong size"_s);
        QVERIFY(!row.deliveryCode.isEmpty() && row.request.requestedByName);
        QVERIFY(confirmed(here.run(DecideReturn{row.request.id, row.request.delivery, ReturnDecision::Approve})));
        const auto mine = here.queues().find(row.request.id);
        QVERIFY(mine && mine->row.request.state.is(ReturnRequestStatus::Approved)); // told by the answer
        QTRY_VERIFY_WITH_TIMEOUT(
            there.queues().find(row.request.id)->row.request.state.is(ReturnRequestStatus::Approved), kPatienceMs);
        const ReturnQueueRow theirs = there.queues().find(row.request.id)->row;
        QVERIFY(theirs.request.decidedByName && theirs.request.decidedAt);
        QVERIFY(theirs.request.returnDelivery);
        QCOMPARE(theirs.deliveryCode, row.deliveryCode);
    }

    void showsAnExceptionFromItsRaisingToItsEnd()
    {
        QueueDesk here(m_server.url()), there(m_server.url());
        QTRY_VERIFY_WITH_TIMEOUT(here.isReady() && there.isReady(), kPatienceMs);
        QVERIFY(!here.queues().colleagues().isEmpty());
        const DeliveryId parcel{
            m_server.cell(u"SELECT id FROM delivery WHERE status = 'pending' LIMIT 1"_s).toString()};
        QVERIFY(
            confirmed(here.run(RaiseCase{parcel, CaseKind::Damaged, u"the box is wet, says a test"_s, u"dock 2"_s})));
        store::CaseQuery query;
        query.text = u"says a test"_s;
        QTRY_COMPARE_WITH_TIMEOUT(there.queues().caseCount(query), 1, kPatienceMs);
        const DeliveryCase raised = there.queues().cases(query, 1).first().row;
        QVERIFY(raised.state.is(CaseState::Open) && raised.kind.is(CaseKind::Damaged) && !raised.owner);
        QCOMPARE(raised.notes, u"dock 2"_s);
        UpdateCase take;
        take.exception = raised.id;
        take.delivery = parcel;
        take.owner = std::optional(here.status.user.id);
        take.nextAction = std::optional(u"dry it"_s);
        QVERIFY(confirmed(here.run(take)));
        QTRY_COMPARE_WITH_TIMEOUT(there.queues().find(raised.id)->row.owner, std::optional(here.status.user.id),
                                  kPatienceMs);
        QVERIFY(there.queues().find(raised.id)->row.ownerName);
        UpdateCase resolve;
        resolve.exception = raised.id;
        resolve.delivery = parcel;
        resolve.resolution = u"dried and packed anew"_s;
        QVERIFY(confirmed(there.run(resolve)));
        QTRY_VERIFY_WITH_TIMEOUT(here.queues().find(raised.id)->row.state.is(CaseState::Resolved), kPatienceMs);
        QCOMPARE(here.queues().find(raised.id)->row.resolution, resolve.resolution);
        const auto late = here.run(take); // what is resolved stays as it is
        QVERIFY(late && late->state == store::CommandState::Refused);
        QCOMPARE(late->lastError->code, u"exception_already_resolved"_s);
    }

private:
    RealServer m_server{300};
};

QTEST_GUILESS_MAIN(TestQueuesReal)
#include "tst_queues_real.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk keeps the queues of returns and of exceptions as they were told, finds and counts them, and forgets what a
// complete list no longer names.
#include "services/store/reader.h"
#include "services/store/store.h"
#include "tests/support/fakeclock.h"
#include "tests/support/sample.h"
#include "tests/support/samplequeues.h"

#include <QTemporaryDir>
#include <QTest>

using namespace waydesk;
using namespace waydesk::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Kept
{
    Kept()
        : store(std::move(store::Store::open(folder.path())).value())
        , reader(std::move(store::Reader::open(folder.path())).value())
    {
    }
    ~Kept() { reader.reset(); }
    bool put(const ReturnQueueRow& row) { return *store->queues().upsert(row, u"{}"_s, clock.now()); }
    bool put(const DeliveryCase& row) { return *store->queues().upsert(row, u"{}"_s, clock.now()); }

    QTemporaryDir folder;
    FakeClock clock;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<store::Reader> reader;
};

} // namespace

class TestStoredQueues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryFieldOfAReturn()
    {
        Kept k;
        ReturnQueueRow row = sampleReturn(1, ReturnRequestStatus::Approved);
        row.trip = TripId{u"t1"_s};
        row.tripNumber = u"TRIP-1"_s;
        row.request.notes = u"call first"_s;
        row.request.returnDelivery = DeliveryId{u"d9"_s};
        row.request.returnDeliveryCode = u"1909"_s;
        QVERIFY(k.put(row));
        QVERIFY(!k.put(row)); // told again, it is the same
        QCOMPARE(k.reader->queues().find(row.request.id)->row, row);
        QCOMPARE(k.reader->queues().returnsOf(TripId{u"t1"_s}).size(), 1);
        QCOMPARE(k.reader->queues().returnsOf(TripId{u"t2"_s}).size(), 0);
    }

    void keepsEveryFieldOfAnException()
    {
        Kept k;
        DeliveryCase row = sampleCase(1, CaseKind::Missing);
        row.notes = u"last seen at the dock"_s;
        row.waybill = WaybillId{u"w1"_s};
        row.waybillNumber = u"WB1"_s;
        row.trip = TripId{u"t1"_s};
        row.tripNumber = u"TRIP-1"_s;
        row.owner = UserId{u"u1"_s};
        row.ownerName = u"Sara"_s;
        row.nextAction = u"search"_s;
        row.dueAt = k.clock.now() + 1h;
        row.state = CaseState::Resolved;
        row.resolvedAt = k.clock.now();
        row.resolvedByName = u"Sara"_s;
        row.resolution = u"found"_s;
        QVERIFY(k.put(row));
        QVERIFY(!k.put(row));
        QCOMPARE(k.reader->queues().find(row.id)->row, row);
        row.nextAction.reset();
        QVERIFY(k.put(row));
        QCOMPARE(k.reader->queues().find(row.id)->row, row);
    }

    void findsAndCountsReturns()
    {
        Kept k;
        for (int n = 1; n <= 6; ++n)
            k.put(sampleReturn(n, n > 4 ? ReturnRequestStatus::Rejected : ReturnRequestStatus::Pending));
        const auto pending = k.reader->queues().returns(ReturnRequestStatus::Pending, {}, 10);
        QCOMPARE(pending.size(), 4);
        QCOMPARE(pending.first().row.request.id, ReturnRequestId{u"rr-4"_s}); // the newest first
        QCOMPARE(k.reader->queues().returns({}, {}, 3).size(), 3);
        QCOMPARE(k.reader->queues().returns({}, sampleReturn(2).deliveryCode, 10).size(), 1);
        QCOMPARE(k.reader->queues().returns({}, u"day 6 karwan"_s, 10).size(), 1);
        qint64 all = 0;
        for (const store::QueueCount& count : k.reader->queues().returnCounts({}))
            all += count.count;
        QCOMPARE(all, 6);
    }

    void findsExceptionsByOwnerAndDue()
    {
        Kept k;
        DeliveryCase first = sampleCase(1), second = sampleCase(2), third = sampleCase(3), done = sampleCase(4);
        second.owner = UserId{u"u1"_s};
        second.dueAt = k.clock.now() + 2h;
        third.dueAt = k.clock.now() + 1h;
        done.state = CaseState::Resolved;
        for (const DeliveryCase& row : {first, second, third, done})
            k.put(row);
        store::CaseQuery open;
        open.state = CaseState::Open;
        QStringList order;
        for (const store::StoredCase& stored : k.reader->queues().cases(open, 10))
            order << stored.row.id.value;
        QCOMPARE(order, (QStringList{u"ex-3"_s, u"ex-2"_s, u"ex-1"_s})); // what is due first; then without a time
        QCOMPARE(k.reader->queues().caseCount(open), 3);
        open.unowned = true;
        QCOMPARE(k.reader->queues().caseCount(open), 2);
        open.unowned = false;
        open.owner = UserId{u"u1"_s};
        QCOMPARE(k.reader->queues().caseCount(open), 1);
    }

    void forgetsWhatACompleteListNoLongerNames()
    {
        Kept k;
        k.put(sampleReturn(1));
        k.put(sampleCase(1));
        k.clock.advance(1h);
        const Instant begun = k.clock.now();
        k.put(sampleReturn(2));
        k.put(sampleCase(2));
        QCOMPARE(*k.store->queues().removeReturnsOlder(begun), 1);
        QCOMPARE(*k.store->queues().removeCasesOlder(begun), 1);
        QVERIFY(!k.reader->queues().find(ReturnRequestId{u"rr-1"_s}));
        QVERIFY(k.reader->queues().find(ReturnRequestId{u"rr-2"_s}));
        QVERIFY(k.store->clearCache().ok()); // another depot's are nobody's business
        QVERIFY(!k.reader->queues().find(ReturnRequestId{u"rr-2"_s}));
        QVERIFY(!k.reader->queues().find(ExceptionId{u"ex-2"_s}));
    }

    void knowsColleaguesByName()
    {
        Kept k;
        const QList<Colleague> two{{{u"u2"_s}, u"Zana"_s, UserRole::Manager},
                                   {{u"u1"_s}, u"Ahmed"_s, UserRole::Dispatcher}};
        QVERIFY(*k.store->queues().setColleagues(two, k.clock.now()));
        QVERIFY(!*k.store->queues().setColleagues(two, k.clock.now()));
        QCOMPARE(k.reader->queues().colleagues().first().fullName, u"Ahmed"_s);
        QVERIFY(*k.store->queues().setColleagues({two.first()}, k.clock.now())); // who left is gone
        QCOMPARE(k.reader->queues().colleagues().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestStoredQueues)
#include "tst_storedqueues.moc"

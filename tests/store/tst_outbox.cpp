// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk keeps queued work in order, on disk, and holds back only what must wait.
#include "services/store/reader.h"
#include "services/store/store.h"
#include "tests/support/fakeclock.h"
#include "tests/support/sample.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using store::CommandState;

class TestOutbox : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Store> m_store;
    test::FakeClock m_clock;
    int m_keys = 0;

    store::Outbox& outbox() { return m_store->outbox(); }

    qint64 add(const Command& command, const QString& author = u"user-1"_s)
    {
        store::OutboxEntry entry;
        entry.key = u"key-%1"_s.arg(++m_keys);
        entry.command = command;
        entry.author = UserId{author};
        entry.createdAt = entry.dueAt = m_clock.now();
        const auto seq = outbox().append(entry);
        return seq.ok() ? *seq : -1;
    }

    QList<qint64> heads(const std::optional<UserId>& author = {})
    {
        QList<qint64> out;
        for (const store::OutboxEntry& entry : outbox().heads(m_clock.now(), 100, author))
            out << entry.seq;
        return out;
    }

    static WaybillId wb(int n) { return {u"wb-%1"_s.arg(n)}; }
    static Error refused()
    {
        Error error;
        error.kind = Error::Kind::Rejected;
        error.status = 409;
        error.code = u"delivery_already_in_waybill"_s;
        error.vendorText = u"Delivery is already linked to another waybill"_s;
        error.fields = {{u"delivery_ids"_s, u"taken"_s}};
        return error;
    }

    void reopen()
    {
        m_store.reset();
        auto opened = store::Store::open(m_folder->path());
        QVERIFY(opened.ok());
        m_store = std::move(opened).value();
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_keys = 0;
        reopen();
    }
    void cleanup() { m_store.reset(); }

    void keepsEverythingOfARow()
    {
        store::OutboxEntry entry;
        entry.key = u"k"_s;
        entry.command = SwitchDriver{wb(1), DriverId{u"d"_s}, u"سائق"_s};
        entry.author = UserId{u"u"_s};
        entry.authorName = u"Sara K."_s;
        entry.createdAt = m_clock.now();
        entry.seenVersion = m_clock.now() - std::chrono::hours(1);
        entry.rule = store::RetryRule::ProbeFirst;
        entry.dueAt = m_clock.now();
        const auto seq = outbox().append(entry);
        QVERIFY(seq.ok());
        entry.seq = *seq;
        reopen();
        QVERIFY(outbox().find(*seq) == entry);
        QVERIFY(outbox().findByKey(u"k"_s) == entry);
        QVERIFY(outbox().refuse(*seq, refused(), m_clock.now()).ok());
        const auto now = outbox().find(*seq);
        QCOMPARE(now->state, CommandState::Refused);
        QVERIFY(now->lastError == refused());
        QVERIFY(!outbox().append(entry).ok()); // the same key never twice
        QCOMPARE(outbox().counts(), (store::OutboxCounts{0, 0, 0, 1}));
    }

    void takesSeveralOrNone()
    {
        store::OutboxEntry part;
        part.author = UserId{u"u"_s};
        part.key = u"k1"_s;
        part.command = SealWaybill{wb(1)};
        store::OutboxEntry rest = part;
        rest.command = CancelWaybill{wb(1)};
        QVERIFY(!outbox().append(QList{part, rest}).ok()); // the same key twice
        QCOMPARE(outbox().counts().queued, 0);
        rest.key = u"k2"_s;
        const auto seq = outbox().append(QList{part, rest});
        QVERIFY(seq.ok());
        QCOMPARE(outbox().find(*seq)->key, u"k1"_s);
        QCOMPARE(outbox().counts().queued, 2);
    }

    void sendsOneWaybillInOrderAndOthersBeside()
    {
        const qint64 a1 = add(AttachDeliveries{wb(1), {DeliveryId{u"x"_s}}});
        const qint64 a2 = add(SealWaybill{wb(1)});
        const qint64 b1 = add(SealWaybill{wb(2)});
        const qint64 bulk = add(BulkDeleteDrafts{{wb(2), wb(3)}, false});
        const qint64 c1 = add(CancelWaybill{wb(3)});
        const qint64 everything = add(BulkDeleteDrafts{{}, true});
        QCOMPARE(heads(), (QList<qint64>{a1, b1, everything}));
        QVERIFY(outbox().markSending(a1).ok());
        QCOMPARE(heads(), (QList<qint64>{b1, everything})); // one on its way holds its followers too
        QVERIFY(outbox().confirm(a1, m_clock.now()).ok());
        QCOMPARE(heads(), (QList<qint64>{a2, b1, everything}));
        QVERIFY(outbox().confirm(b1, m_clock.now()).ok());
        QCOMPARE(heads(), (QList<qint64>{a2, bulk, everything}));
        QVERIFY(outbox().confirm(bulk, m_clock.now()).ok());
        QCOMPARE(heads(), (QList<qint64>{a2, c1, everything}));
    }

    void holdsOnlyTheFollowersOfARefusedOrUnknownOne()
    {
        const qint64 a1 = add(SealWaybill{wb(1)});
        const qint64 a2 = add(AssignDriver{wb(1), DriverId{u"d"_s}});
        const qint64 b1 = add(SealWaybill{wb(2)});
        const qint64 b2 = add(CancelWaybill{wb(2)});
        const qint64 c1 = add(SealWaybill{wb(3)});
        QVERIFY(outbox().refuse(a1, refused(), m_clock.now()).ok());
        QVERIFY(outbox().setUnknown(b1, refused(), m_clock.now()).ok());
        QCOMPARE(heads(), (QList<qint64>{c1}));
        auto reader = store::Reader::open(m_folder->path());
        QVERIFY(reader.ok());
        QCOMPARE((*reader)->outbox().waitingBehind(a1).first().seq, a2);
        QCOMPARE((*reader)->outbox().waitingBehind(a1).size(), 1);
        QVERIFY(outbox().discard(a1, m_clock.now()).ok());
        QCOMPARE(heads(), (QList<qint64>{a2, c1}));
        QVERIFY(outbox().confirm(b1, m_clock.now()).ok()); // the probe found it done
        QCOMPARE(heads(), (QList<qint64>{a2, b2, c1}));
    }

    void waitsUntilDueAndKeepsItsFollowersWaiting()
    {
        const qint64 a1 = add(SealWaybill{wb(1)});
        const qint64 a2 = add(CancelWaybill{wb(1)});
        const Instant later = m_clock.now() + std::chrono::seconds(30);
        QVERIFY(outbox().markSending(a1).ok());
        QVERIFY(outbox().requeue(a1, later, refused(), false).ok());
        QCOMPARE(heads(), QList<qint64>{});
        QVERIFY(outbox().nextDue(m_clock.now(), UserId{u"user-1"_s}) == later); // not the follower's, which must wait
        QVERIFY(outbox().nextDue(m_clock.now(), UserId{u"another"_s}) == std::nullopt);
        m_clock.advance(std::chrono::seconds(30));
        QCOMPARE(heads(), (QList<qint64>{a1}));
        QCOMPARE(outbox().find(a1)->attempts, 1);
        QVERIFY(outbox().confirm(a1, m_clock.now()).ok());
        QCOMPARE(heads(), (QList<qint64>{a2}));
    }

    void sendsOnlyTheAuthorsOwn()
    {
        const qint64 mine = add(SealWaybill{wb(1)}, u"me"_s);
        add(SealWaybill{wb(2)}, u"other"_s);
        const qint64 behindOther = add(CancelWaybill{wb(2)}, u"me"_s);
        QCOMPARE(heads(UserId{u"me"_s}), (QList<qint64>{mine}));
        QVERIFY(!heads(UserId{u"me"_s}).contains(behindOther));
    }

    void namesLocalWorkByTheServersId()
    {
        const WaybillId local{u"local:1"_s};
        const qint64 create = add(test::sampleCreate(local));
        const qint64 attach = add(AttachDeliveries{local, {DeliveryId{u"x"_s}}});
        const qint64 bulk = add(BulkDeleteDrafts{{local, wb(9)}, false});
        QCOMPARE(heads(), (QList<qint64>{create}));
        QVERIFY(outbox().confirm(create, m_clock.now(), SubjectId{wb(7).value}).ok());
        QVERIFY(outbox().find(attach)->command == Command(AttachDeliveries{wb(7), {DeliveryId{u"x"_s}}}));
        QVERIFY(outbox().find(bulk)->command == Command(BulkDeleteDrafts{{wb(7), wb(9)}, false}));
        QCOMPARE(outbox().currentId(local).value, u"wb-7"_s);
        QCOMPARE(heads(), (QList<qint64>{attach}));  // the order holds across the renaming
        const qint64 late = add(SealWaybill{local}); // a window that still knew the old name
        QVERIFY(outbox().find(late)->command == Command(SealWaybill{wb(7)}));
        QVERIFY(outbox().confirm(attach, m_clock.now()).ok());
        QVERIFY(outbox().confirm(bulk, m_clock.now()).ok());
        QCOMPARE(heads(), (QList<qint64>{late}));
        reopen();
        QCOMPARE(outbox().currentId(local).value, u"wb-7"_s);
    }

    void keepsThePlaceOfAnEditedOne()
    {
        const qint64 attach = add(AttachDeliveries{wb(1), {DeliveryId{u"x"_s}, DeliveryId{u"y"_s}}});
        const qint64 seal = add(SealWaybill{wb(1)});
        QVERIFY(outbox().refuse(attach, refused(), m_clock.now()).ok());
        const auto edited =
            outbox().replace(attach, u"new-key"_s, AttachDeliveries{wb(1), {DeliveryId{u"y"_s}}}, m_clock.now());
        QVERIFY(edited.ok());
        QCOMPARE(outbox().find(attach)->state, CommandState::Discarded);
        QCOMPARE(heads(), (QList<qint64>{*edited})); // before the seal, although asked later
        QCOMPARE(outbox().find(*edited)->key, u"new-key"_s);
        QVERIFY(outbox().confirm(*edited, m_clock.now()).ok());
        QCOMPARE(heads(), (QList<qint64>{seal}));
        QCOMPARE(outbox().replace(*edited, u"k"_s, SealWaybill{wb(1)}, m_clock.now()).error().code,
                 u"not_in_this_state"_s);
    }

    void takesBackOnlyWhatWasNotSent()
    {
        const qint64 first = add(SealWaybill{wb(1)});
        QVERIFY(outbox().undo(first, m_clock.now()).ok());
        QCOMPARE(outbox().find(first)->state, CommandState::Discarded);
        const qint64 sending = add(SealWaybill{wb(2)});
        QVERIFY(outbox().markSending(sending).ok());
        QCOMPARE(outbox().undo(sending, m_clock.now()).error().code, u"not_in_this_state"_s);
        QVERIFY(outbox().requeue(sending, m_clock.now(), refused(), true).ok()); // it may have arrived
        QVERIFY(!outbox().undo(sending, m_clock.now()).ok());
        QCOMPARE(outbox().find(sending)->state, CommandState::Queued);
        const qint64 offline = add(SealWaybill{wb(3)});
        QVERIFY(outbox().markSending(offline).ok());
        QVERIFY(outbox().requeue(offline, m_clock.now(), refused(), false).ok()); // it surely did not
        QVERIFY(outbox().undo(offline, m_clock.now()).ok());
    }

    void dropsWhatStoodOnACreateThatNeverComes()
    {
        const WaybillId local{u"local:1"_s};
        const qint64 create = add(test::sampleCreate(local));
        const qint64 seal = add(SealWaybill{local});
        const qint64 other = add(SealWaybill{wb(1)});
        const auto gone = outbox().discard(create, m_clock.now());
        QVERIFY(gone.ok());
        QCOMPARE(*gone, (QList<qint64>{create, seal}));
        QCOMPARE(heads(), (QList<qint64>{other}));
    }

    void makesANewKeyOnlyAfterARefusal()
    {
        const qint64 one = add(SealWaybill{wb(1)}), two = add(SealWaybill{wb(2)});
        const QString unknownKey = outbox().find(two)->key;
        QVERIFY(outbox().refuse(one, refused(), m_clock.now()).ok());
        QVERIFY(outbox().setUnknown(two, refused(), m_clock.now()).ok());
        QVERIFY(outbox().retry(one, m_clock.now(), u"fresh-1"_s).ok());
        QVERIFY(outbox().retry(two, m_clock.now(), u"fresh-2"_s).ok());
        QCOMPARE(outbox().find(one)->key, u"fresh-1"_s);
        QCOMPARE(outbox().find(two)->key, unknownKey); // the work may have been done under it
        QVERIFY(!outbox().undo(two, m_clock.now()).ok());
        QVERIFY(outbox().undo(one, m_clock.now()).ok());
        QVERIFY(!outbox().retry(one, m_clock.now(), u"fresh-3"_s).ok());
    }

    void forgetsOldDoneWorkAndNothingOpen()
    {
        const WaybillId local{u"local:1"_s};
        const qint64 create = add(test::sampleCreate(local));
        const qint64 seal = add(SealWaybill{local});
        const qint64 refusedOne = add(SealWaybill{wb(2)});
        QVERIFY(outbox().confirm(create, m_clock.now(), SubjectId{wb(7).value}).ok());
        QVERIFY(outbox().refuse(refusedOne, refused(), m_clock.now()).ok());
        m_clock.advance(std::chrono::hours(24 * 30));
        QCOMPARE(*outbox().prune(m_clock.now()), 1);
        QVERIFY(!outbox().find(create));
        QVERIFY(outbox().find(seal) && outbox().find(refusedOne));
        QCOMPARE(outbox().currentId(local).value, u"wb-7"_s); // the seal still stands on it
        QVERIFY(outbox().confirm(seal, m_clock.now()).ok());
        m_clock.advance(std::chrono::hours(1));
        QCOMPARE(*outbox().prune(m_clock.now()), 1);
        QCOMPARE(outbox().currentId(local), local);
    }

    void isSeenByTheReaderAtOnce()
    {
        auto opened = store::Reader::open(m_folder->path());
        QVERIFY(opened.ok());
        store::OutboxReader& reader = (*opened)->outbox();
        QVERIFY(reader.open().isEmpty());
        const qint64 seal = add(SealWaybill{wb(1)});
        QCOMPARE(reader.open().size(), 1);
        QCOMPARE(reader.openFor(wb(1)).size(), 1);
        QCOMPARE(reader.openFor(wb(2)).size(), 0);
        const qint64 attach = add(AttachDeliveries{wb(2), {DeliveryId{u"dl-1"_s}}});
        QCOMPARE(reader.openMembership(DeliveryId{u"dl-1"_s}).first().seq, attach);
        QVERIFY(reader.openMembership(DeliveryId{u"dl-"_s}).isEmpty());
        QVERIFY(outbox().confirm(seal, m_clock.now()).ok());
        QCOMPARE(reader.done(10).first().seq, seal);
        QCOMPARE(reader.doneSince(m_clock.now()), 1);
        QCOMPARE(reader.doneSince(m_clock.now() + std::chrono::seconds(1)), 0);
        QCOMPARE(reader.counts(), (store::OutboxCounts{1, 0, 0, 0}));
    }
};

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk shows what a trip is and what it is expected to be side by side, and never confuses the two.
#include "services/domain/tripcommands.h"
#include "services/facade/commandservice.h"
#include "services/facade/tripservice.h"
#include "tests/support/fakeengine.h"
#include "tests/support/sample.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using store::CommandState;

namespace {
const TripId kTrip{u"trip-1"_s};
DeliveryId dl(int n)
{
    return {u"dl-%1"_s.arg(n)};
}
QList<DeliveryId> idsOf(const QList<facade::DeliveryRow>& rows)
{
    QList<DeliveryId> ids;
    for (const facade::DeliveryRow& row : rows)
        ids << row.delivery.id;
    return ids;
}
} // namespace

class TripServiceTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::FakeEngine> m_engine;
    std::unique_ptr<facade::TripService> m_trips;
    std::unique_ptr<facade::CommandService> m_commands;

    qint64 submit(const Command& command)
    {
        QSignalSpy accepted(m_commands.get(), &facade::CommandService::accepted);
        m_commands->submit(command);
        return accepted.size() == 1 ? accepted[0][1].toLongLong() : -1;
    }
    void refuse(qint64 seq)
    {
        Error why;
        why.kind = Error::Kind::Rejected;
        why.status = 409;
        m_engine->refuse(seq, why);
    }

private Q_SLOTS:
    void init()
    {
        m_engine = std::make_unique<test::FakeEngine>();
        m_engine->seedDepot(0, 8);
        Trip trip;
        trip.id = kTrip;
        trip.number = u"TRIP-00001"_s;
        trip.itemCount = 2;
        trip.createdAt = trip.updatedAt = m_engine->clock().now();
        QVERIFY(m_engine->store().trips().upsert(trip, u"{}"_s, m_engine->clock().now()));
        TripPlan plan;
        plan.members = {{dl(1), 1, 0}, {dl(2), 2, 0}};
        QVERIFY(m_engine->store().trips().setPlan(kTrip, plan, m_engine->clock().now()));
        m_trips = std::make_unique<facade::TripService>(m_engine->reader(), *m_engine);
        m_commands = std::make_unique<facade::CommandService>(m_engine->reader(), *m_engine);
    }
    void cleanup()
    {
        m_commands.reset();
        m_trips.reset();
        m_engine.reset();
    }

    void showsWhatIsExpectedBesideWhatIsKnown()
    {
        QVERIFY(!m_trips->find(kTrip)->isExpected);
        submit(UpdateTrip{kTrip, DriverId{u"driver-3"_s}, {}, {}, u"early"_s});
        const qint64 sync = submit(SyncTripDeliveries{kTrip, {{dl(3), 1}, {dl(1), 2}}});
        const auto row = m_trips->find(kTrip);
        QVERIFY(row && row->isExpected);
        QCOMPARE(row->server.notes, QString());
        QCOMPARE(row->trip.notes, u"early"_s);
        QCOMPARE(row->trip.driver->user.fullName, test::sampleDriver(3).user.fullName); // looked up
        QCOMPARE(row->mark, std::optional(CommandState::Queued));
        QCOMPARE(row->openCommands, 2);
        const auto detail = m_trips->detail(kTrip);
        QCOMPARE(idsOf(detail->deliveries), (QList<DeliveryId>{dl(3), dl(1), dl(2)}));
        QVERIFY(detail->deliveries[0].joining && !detail->deliveries[1].joining && detail->deliveries[2].leaving);
        QCOMPARE(detail->serverMembers, (QList<DeliveryId>{dl(1), dl(2)}));
        QVERIFY(!detail->deliveries[0].delivery.code.isEmpty());
        refuse(sync); // what was refused, and what stands behind it, is not expected to happen
        QCOMPARE(idsOf(m_trips->detail(kTrip)->deliveries), (QList<DeliveryId>{dl(1), dl(2)}));
        QCOMPARE(m_trips->find(kTrip)->mark, std::optional(CommandState::Refused));
        QCOMPARE(m_trips->find(kTrip)->trip.notes, u"early"_s);
    }

    void showsATripThatOnlyTheOutboxKnows()
    {
        const TripId local = facade::CommandService::newLocalTripId();
        const qint64 seq = submit(CreateTrip{local, DriverId{u"driver-1"_s}, {}, {}, u"night"_s, {{dl(4), 1}}});
        QCOMPARE(m_trips->counts({}).all, 2);
        QCOMPARE(m_trips->rows({}, {}, 10).first().trip.id, local);
        QCOMPARE(m_trips->rows(TripStatus::Planned, u"night"_s, 10).size(), 1);
        QVERIFY(m_trips->rows(TripStatus::Completed, {}, 10).isEmpty());
        QVERIFY(m_trips->rows({}, u"somebody else"_s, 10).isEmpty());
        QCOMPARE(idsOf(m_trips->detail(local)->deliveries), QList<DeliveryId>{dl(4)});
        QSignalSpy renamed(m_trips.get(), &facade::TripService::renamed);
        m_engine->confirm(seq);
        QCOMPARE(renamed.size(), 1);
        QCOMPARE(renamed[0][0].value<TripId>(), local);
        const TripId server = renamed[0][1].value<TripId>();
        QCOMPARE(m_trips->currentId(local), server);
        QCOMPARE(m_trips->detail(local)->row.server.id, server); // followed
        QCOMPARE(m_trips->counts({}).all, 2);
        QVERIFY(!m_trips->numberOf(local).isEmpty());
    }

    void listsWhatMayJoin()
    {
        const auto names = [this] { return idsOf(m_trips->eligible({}, 100)); };
        QVERIFY(names().contains(dl(5)));
        submit(SyncTripDeliveries{kTrip, {{dl(1), 1}, {dl(2), 2}, {dl(5), 3}}});
        QVERIFY(!names().contains(dl(5))); // on its way into a trip
        const Delivery parcel = m_engine->reader().deliveries().find(dl(5))->delivery;
        QCOMPARE(m_trips->canJoin(parcel, kTrip), TripRefusal::None);
        QCOMPARE(m_trips->canJoin(parcel, {u"trip-9"_s}), TripRefusal::DeliveryInAnotherTrip);
        Delivery taken = m_engine->reader().deliveries().find(dl(6))->delivery;
        taken.tripId = kTrip;
        m_engine->tell(taken);
        QVERIFY(!names().contains(dl(6)));
        QCOMPARE(m_trips->canJoin(taken, kTrip), TripRefusal::None);
        QCOMPARE(m_trips->canJoin(taken, {u"trip-9"_s}), TripRefusal::DeliveryInAnotherTrip);
        Delivery done = m_engine->reader().deliveries().find(dl(7))->delivery;
        done.state = DeliveryStatus::Delivered;
        m_engine->tell(done);
        QVERIFY(!names().contains(dl(7)));
        const QString code = m_engine->reader().deliveries().find(dl(8))->delivery.code;
        QVERIFY(idsOf(m_trips->eligible(code, 10)).contains(dl(8)));
    }

    void cancelsInTwoStepsThatAreKeptTogether()
    {
        QSignalSpy accepted(m_commands.get(), &facade::CommandService::accepted);
        const QStringList keys = m_commands->submitAll(detachThenCancel(kTrip));
        QCOMPARE(accepted.size(), 2);
        QCOMPARE(accepted[0][0].toString(), keys[0]);
        QCOMPARE(accepted[1][1].toLongLong(), accepted[0][1].toLongLong() + 1);
        const auto detail = m_trips->detail(kTrip);
        QVERIFY(detail->row.trip.state.is(TripStatus::Cancelled) && detail->row.server.state.is(TripStatus::Planned));
        QVERIFY(detail->deliveries[0].leaving && detail->deliveries[1].leaving);
        m_engine->confirmAll();
        QVERIFY(m_trips->find(kTrip)->server.state.is(TripStatus::Cancelled));
        QVERIFY(m_trips->detail(kTrip)->deliveries.isEmpty());
        QVERIFY(!m_trips->find(kTrip)->isExpected);
    }

    void handsBothBackWhenNeitherCouldBeKept()
    {
        Error full;
        full.kind = Error::Kind::Storage;
        m_engine->failNextSubmit(full);
        QSignalSpy lost(m_commands.get(), &facade::CommandService::notAccepted);
        m_commands->submitAll(detachThenCancel(kTrip));
        QCOMPARE(lost.size(), 2);
        QVERIFY(m_commands->open().isEmpty());
    }

    void explainsAConflictWithTheirs()
    {
        const qint64 seq = submit(CancelTrip{kTrip});
        refuse(seq);
        const auto conflict = m_commands->conflict(seq);
        QVERIFY(conflict && conflict->theirTrip && !conflict->theirs);
        QCOMPARE(conflict->theirTrip->number, u"TRIP-00001"_s);
    }
};

QTEST_GUILESS_MAIN(TripServiceTest)
#include "tst_tripservice.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk keeps trips with their plans: what was told comes back as it was, and only a difference counts as one.
#include "services/store/reader.h"
#include "services/store/store.h"
#include "tests/support/sample.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using test::sampleDelivery;
using test::sampleDriver;

namespace {

constexpr Instant kAt{std::chrono::microseconds{1'775'900'000'000'000}};

Trip trip(int n, TripStatus status = TripStatus::Planned)
{
    Trip t;
    t.id = {u"trip-%1"_s.arg(n)};
    t.number = u"TRIP-%1"_s.arg(n, 5, 10, QChar(u'0'));
    t.state = status;
    t.type = TripType::Mixed;
    t.notes = u"Morning run"_s;
    t.driver = sampleDriver(n % 8 + 1);
    t.vehicle = t.driver->vehicle;
    t.itemCount = 2;
    t.createdAt = kAt + std::chrono::minutes(n);
    t.updatedAt = t.createdAt;
    return t;
}

TripPlan plan()
{
    TripPlan p;
    p.members = {{sampleDelivery(1).id, 1, 0}, {sampleDelivery(2).id, 2, 3}};
    p.stops = {{StopKind::Pickup, {36.19, 44.01}, {sampleDelivery(1).id, sampleDelivery(2).id}, true},
               {StopKind::Dropoff, {}, {sampleDelivery(2).id}, false}};
    p.current = 1;
    return p;
}

} // namespace

class TestStoredTrips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::move(store::Store::open(m_folder->path())).value();
        m_reader = std::move(store::Reader::open(m_folder->path())).value();
    }
    void cleanup()
    {
        m_reader.reset();
        m_store.reset();
    }

    void givesBackWhatItWasGiven()
    {
        Trip first = trip(1);
        Trip bare = trip(2);
        bare.type.reset();
        bare.driver.reset();
        bare.vehicle.reset();
        bare.itemCount.reset();
        bare.startedAt = kAt;
        bare.state = TripState::fromWord(u"teleported"_s);
        for (const Trip& each : {first, bare}) {
            QVERIFY(m_store->trips().upsert(each, u"{\"x\":1}"_s, kAt).value());
            QCOMPARE(m_reader->trips().find(each.id)->trip, each);
            QCOMPARE(m_store->trips().raw(each.id), u"{\"x\":1}"_s);
        }
        QCOMPARE(m_reader->trips().find(first.id)->fetchedAt, kAt);
        QVERIFY(!m_store->trips().upsert(first, u"{}"_s, kAt + std::chrono::hours(1)).value()); // heard again
        first.notes = u"Evening run"_s;
        QVERIFY(m_store->trips().upsert(first, u"{}"_s, kAt).value());
        QCOMPARE(m_store->trips().count(), 2);
    }

    void keepsAPlanWithItsParcelsInOrder()
    {
        QVERIFY(m_store->trips().upsert(trip(1), u"{}"_s, kAt).ok());
        QVERIFY(!m_reader->trips().plan({u"trip-1"_s}));
        for (int n = 1; n <= 3; ++n)
            QVERIFY(m_store->deliveries().upsert(sampleDelivery(n), u"{}"_s, kAt).ok());
        QVERIFY(m_store->trips().setPlan({u"trip-1"_s}, plan(), kAt).value());
        QCOMPARE(m_reader->trips().plan({u"trip-1"_s}), plan());
        QVERIFY(!m_store->trips().setPlan({u"trip-1"_s}, plan(), kAt).value());
        TripPlan turned = plan();
        std::swap(turned.members[0], turned.members[1]);
        QVERIFY(m_store->trips().setPlan({u"trip-1"_s}, turned, kAt).value());
        QList<DeliveryId> ids;
        for (const auto& row : m_reader->trips().deliveries({u"trip-1"_s}))
            ids << row.delivery.id;
        QCOMPARE(ids, (QList{sampleDelivery(2).id, sampleDelivery(1).id}));
        QCOMPARE(m_reader->trips().tripOf(sampleDelivery(2).id), TripId{u"trip-1"_s});
        QVERIFY(!m_reader->trips().tripOf(sampleDelivery(3).id));
        QVERIFY(m_store->trips().remove({u"trip-1"_s}).value());
        QVERIFY(!m_store->trips().remove({u"trip-1"_s}).value());
        QVERIFY(!m_reader->trips().plan({u"trip-1"_s}));
        QVERIFY(!m_reader->trips().tripOf(sampleDelivery(2).id));
    }

    void knowsWhichReturnsWait()
    {
        QVERIFY(m_store->trips().upsert(trip(1), u"{}"_s, kAt).ok());
        QVERIFY(m_store->trips().upsert(trip(2), u"{}"_s, kAt).ok());
        TripPlan asked = plan();
        asked.members[1].returnRequests = 1;
        asked.members[1].pending = PendingReturn{{u"ret-2"_s}, kAt};
        QVERIFY(m_store->trips().setPlan({u"trip-1"_s}, asked, kAt).value());
        QCOMPARE(m_reader->trips().plan({u"trip-1"_s}), asked);
        TripPlan earlier = plan();
        earlier.members = {{sampleDelivery(9).id, 1, 1, PendingReturn{{u"ret-1"_s}, kAt - std::chrono::hours(1)}}};
        QVERIFY(m_store->trips().setPlan({u"trip-2"_s}, earlier, kAt).value());
        const QList<WaitingReturn> waiting = m_reader->trips().waitingReturns(10);
        QCOMPARE(waiting.size(), 2);
        QCOMPARE(waiting[0].asked, *earlier.members[0].pending);
        QCOMPARE(waiting[0].trip, TripId{u"trip-2"_s});
        QCOMPARE(waiting[0].parcel, sampleDelivery(9).id);
        QCOMPARE(waiting[1].driver, trip(1).driver->id);
        QCOMPARE(m_reader->trips().waitingReturns(1).size(), 1);
        QVERIFY(m_store->trips().setPlan({u"trip-1"_s}, plan(), kAt).value()); // decided
        QCOMPARE(m_reader->trips().waitingReturns(10).size(), 1);
    }

    void namesTheTripsToWatch()
    {
        for (int n = 1; n <= 8; ++n)
            QVERIFY(m_store->trips().upsert(trip(n, kTripStatuses[static_cast<size_t>(n) % 4]), u"{}"_s, kAt).ok());
        const auto watched = [this](Instant since, int most) {
            QStringList ids;
            for (const TripId& id : m_reader->trips().toWatch(since, most))
                ids << id.value;
            return ids;
        };
        QCOMPARE(watched(trip(1).createdAt, 10),
                 (QStringList{u"trip-5"_s, u"trip-1"_s, u"trip-8"_s, u"trip-4"_s})); // on the road first
        QCOMPARE(watched(trip(1).createdAt, 3), (QStringList{u"trip-5"_s, u"trip-1"_s, u"trip-8"_s}));
        QCOMPARE(watched(trip(8).createdAt, 10), (QStringList{u"trip-5"_s, u"trip-1"_s, u"trip-8"_s}));
    }

    void findsByStatusAndWords()
    {
        for (int n = 1; n <= 12; ++n)
            QVERIFY(m_store->trips().upsert(trip(n, kTripStatuses[static_cast<size_t>(n) % 4]), u"{}"_s, kAt).ok());
        const auto numbers = [this](std::optional<TripStatus> status, const QString& text, int most = 100) {
            QStringList all;
            for (const auto& row : m_reader->trips().newest(status, text, most))
                all << row.trip.number;
            return all;
        };
        QCOMPARE(numbers({}, {}, 2), (QStringList{u"TRIP-00012"_s, u"TRIP-00011"_s}));
        QCOMPARE(numbers(TripStatus::InProgress, {}), (QStringList{u"TRIP-00009"_s, u"TRIP-00005"_s, u"TRIP-00001"_s}));
        QCOMPARE(numbers({}, u"trip00007"_s), QStringList{u"TRIP-00007"_s});
        QCOMPARE(numbers({}, u"TRIP-00007 morning"_s), QStringList{u"TRIP-00007"_s});
        QCOMPARE(numbers({}, u"morning nowhere"_s), QStringList());
        QCOMPARE(numbers({}, u"%"_s), QStringList()); // no pattern: a word like any other
        QCOMPARE(numbers({}, sampleDriver(3).user.fullName), (QStringList{u"TRIP-00010"_s, u"TRIP-00002"_s}));
        qint64 all = 0;
        for (const auto& count : m_reader->trips().counts({}))
            all += count.count;
        QCOMPARE(all, 12);
        QCOMPARE(m_reader->trips().counts(u"trip00007"_s), (QList<store::TripCount>{{u"cancelled"_s, 1}}));
    }

    void isForgottenWithTheRestOfTheServer()
    {
        QVERIFY(m_store->trips().upsert(trip(1), u"{}"_s, kAt).ok());
        QVERIFY(m_store->trips().setPlan({u"trip-1"_s}, plan(), kAt).ok());
        QVERIFY(m_store->clearCache().ok());
        QCOMPARE(m_store->trips().count(), 0);
        QVERIFY(!m_reader->trips().plan({u"trip-1"_s}));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<store::Reader> m_reader;
};

QTEST_APPLESS_MAIN(TestStoredTrips)
#include "tst_storedtrips.moc"

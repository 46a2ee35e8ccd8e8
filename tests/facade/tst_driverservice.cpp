// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk shows every driver with the place they were seen last, newest report only, with the trip that they are on.
#include "services/facade/driverservice.h"
#include "tests/support/fakeengine.h"
#include "tests/support/sample.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace waydesk;
using namespace waydesk::test;
using facade::DriverService;

namespace {

Position seen(const QString& driver, Instant at, double latitude = 36.19)
{
    return {{driver}, at, {latitude, 44.01}, 90, 30, 8};
}

Trip onTheRoad(int n, const DriverRef& driver, Instant createdAt)
{
    Trip trip;
    trip.id = {u"trip-%1"_s.arg(n)};
    trip.number = u"TRIP-%1"_s.arg(n);
    trip.state = TripStatus::InProgress;
    trip.driver = driver;
    trip.createdAt = trip.updatedAt = createdAt;
    return trip;
}

} // namespace

class DriverServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatIsKnownBeforeTheNetwork()
    {
        FakeEngine engine;
        engine.tell(sampleDriver(2));
        engine.tell(sampleDriver(1));
        engine.tell(QList{seen(u"driver-1"_s, engine.clock().now()), seen(u"stranger"_s, engine.clock().now())});
        DriverService drivers(engine.reader(), engine);
        QCOMPARE(drivers.rows().size(), 3);
        QVERIFY(drivers.rows()[0].driver.user.fullName < drivers.rows()[1].driver.user.fullName);
        QCOMPARE(drivers.rows()[2].driver.id, DriverId{u"stranger"_s}); // without a name: last
        QVERIFY(drivers.find({u"driver-1"_s})->position.has_value());
        QVERIFY(!drivers.find({u"driver-2"_s})->position.has_value());
        QVERIFY(!drivers.find({u"nobody"_s}).has_value());
    }

    void followsTheNewestReport()
    {
        FakeEngine engine;
        engine.tell(sampleDriver(1));
        DriverService drivers(engine.reader(), engine);
        QSignalSpy changed(&drivers, &DriverService::changed);
        const Instant now = engine.clock().now();
        engine.tell(QList{seen(u"driver-1"_s, now, 36.2)});
        engine.tell(QList{seen(u"driver-1"_s, now - 1min, 36.1)}); // late on its way
        QTRY_COMPARE(changed.size(), 1);                           // told together
        QCOMPARE(changed[0][0].value<QList<DriverId>>(), (QList{DriverId{u"driver-1"_s}}));
        QCOMPARE(drivers.find({u"driver-1"_s})->position->coordinate.latitude(), 36.2);
        engine.tell(QList{seen(u"new"_s, now)});
        QTRY_COMPARE(changed.size(), 2);
        QVERIFY(changed[1][0].value<QList<DriverId>>().isEmpty());
        QCOMPARE(drivers.rows().size(), 2);
    }

    void namesTheTripThatIsUnderWay()
    {
        FakeEngine engine;
        engine.tell(sampleDriver(1));
        DriverService drivers(engine.reader(), engine);
        const Instant now = engine.clock().now();
        engine.tell(onTheRoad(1, sampleDriver(1), now - 2h));
        engine.tell(onTheRoad(2, sampleDriver(1), now - 1h));
        Trip planned = onTheRoad(3, sampleDriver(1), now);
        planned.state = TripStatus::Planned;
        engine.tell(planned);
        int n = 0;
        for (const DeliveryStatus status :
             {DeliveryStatus::Delivered, DeliveryStatus::Failed, DeliveryStatus::InTransit}) {
            Delivery parcel = sampleDelivery(++n, status);
            parcel.tripId = TripId{u"trip-2"_s};
            engine.tell(parcel);
        }
        QTRY_COMPARE(drivers.rows()[0].tripNumber, u"TRIP-2"_s);
        QTRY_COMPARE(drivers.rows()[0].parcels, 3);
        QCOMPARE(drivers.rows()[0].parcelsDone, 2);
        QCOMPARE(drivers.rows()[0].trip, TripId{u"trip-2"_s});
    }

    void watchesAsLongAsAnybodyDoes()
    {
        FakeEngine engine;
        DriverService drivers(engine.reader(), engine);
        drivers.watch(true);
        drivers.watch(true);
        drivers.watch(false);
        QVERIFY(engine.positionsWatched);
        drivers.watch(false);
        QVERIFY(!engine.positionsWatched);
    }

    void tellsTheTrackAskedForLast()
    {
        FakeEngine engine;
        DriverService drivers(engine.reader(), engine);
        QSignalSpy told(&drivers, &DriverService::trackTold), failed(&drivers, &DriverService::trackFailed);
        const Instant now = engine.clock().now();
        const quint64 first = drivers.askTrack({u"d1"_s}, now - 1h, now);
        const quint64 second = drivers.askTrack({u"d2"_s}, now - 1h, now);
        QCOMPARE(engine.tracksAsked.size(), 2);
        sync::TrackAnswer answer;
        answer.ticket = first;
        Q_EMIT engine.trackAnswered(answer);
        QCOMPARE(told.size() + failed.size(), 0);
        answer.ticket = second;
        answer.rows = {seen(u"d2"_s, now)};
        answer.isWhole = true;
        Q_EMIT engine.trackAnswered(answer);
        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0][1].value<QList<Position>>().size(), 1);
        answer.error = Error{Error::Kind::Offline};
        Q_EMIT engine.trackAnswered(answer);
        QCOMPARE(failed.size(), 1);
    }
};

QTEST_GUILESS_MAIN(DriverServiceTest)
#include "tst_driverservice.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// What the Map page says and marks beside the drivers themselves: alarms with their reasons, and the depot's zones.
#include "tests/ui/mappagebench.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/table.h"
#include "ui/window/memory.h"

#include <QAbstractItemModelTester>

using namespace waydesk;
using namespace waydesk::test;
using namespace waydesk::ui;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
using Shown = ShownMap;
}

class TestMapAlarms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsAlarmsAndLetsThemBeAcknowledged()
    {
        Shown s;
        Trip trip;
        trip.id = {u"trip-1"_s};
        trip.number = u"TRIP-1"_s;
        trip.state = TripStatus::InProgress;
        trip.driver = sampleDriver(5); // silent for half an hour
        trip.createdAt = trip.updatedAt = s.engine.clock().now();
        s.engine.tell(trip);
        QTRY_VERIFY(s.drivers.find(sampleDriver(5).id)->trip.has_value());
        QSignalSpy said(&s.page, &Page::said);
        s.alarms.setLive(true);
        QTRY_COMPARE(s.page.badge(), 1);
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(said[0][0].value<ToastContent>().text.contains(sampleDriver(5).user.fullName));
        QAbstractItemModelTester tester(s.page.alarmTable()->model());
        s.page.tabs()->setCurrentIndex(1);
        s.page.alarmTable()->setFocus();
        s.page.alarmTable()->setCurrentIndex(s.page.alarmTable()->model()->index(0, 0));
        QCOMPARE(s.page.chosen(), sampleDriver(5).id);
        const int mark = s.page.marks().chosen();
        QVERIFY(s.page.marks().marks()[static_cast<size_t>(mark)].alarmed);
        QTest::keyClick(s.page.alarmTable(), Qt::Key_A);
        QCOMPARE(s.page.badge(), 0);
        QVERIFY(!s.page.marks().marks()[static_cast<size_t>(mark)].alarmed);
        QCOMPARE(s.page.alarmTable()->model()->rowCount(), 1); // seen, and not gone
        QVERIFY(!s.page.acknowledgeAction()->isEnabled());
    }

    void tellsWhyAStopIsLateAndMarksIt()
    {
        Shown s;
        const Instant now = s.engine.clock().now();
        Trip trip;
        trip.id = {u"trip-1"_s};
        trip.number = u"TRIP-1"_s;
        trip.state = TripStatus::InProgress;
        trip.driver = sampleDriver(1);
        trip.createdAt = trip.updatedAt = now;
        trip.startedAt = now - 3h;
        TripPlan plan;
        plan.stops = {{StopKind::Pickup, {36.19, 44.01}, {}, true}};
        for (int n = 1; n <= 3; ++n) {
            Delivery parcel = sampleDelivery(n, DeliveryStatus::InTransit);
            parcel.dropoff->fullAddress = u"Rose Street %1"_s.arg(n);
            parcel.dropoffWarehouse.reset();
            if (n == 3)
                parcel.window = VisitWindow{now - 2h, now - 12min};
            else
                parcel.window = VisitWindow{now - 2h, now + 5h};
            s.engine.tell(parcel);
            plan.members.append({parcel.id, n, 0});
            plan.stops.append({StopKind::Dropoff, {36.21, 44.01}, {parcel.id}, false});
            plan.stops[0].deliveries.append(parcel.id);
        }
        plan.current = 1;
        s.engine.tell(trip, plan);
        QTRY_VERIFY(s.drivers.find(sampleDriver(1).id)->trip.has_value());
        s.alarms.setLive(true);
        QAbstractItemModel* rows = s.page.alarmTable()->model();
        QTRY_COMPARE(rows->rowCount(), 1);
        QCOMPARE(rows->index(0, 0).data().toString(), u"Late now"_s);
        s.page.tabs()->setCurrentIndex(1);
        s.page.alarmTable()->setCurrentIndex(rows->index(0, 0));
        QString sentence = s.page.alarmSentence();
        sentence.remove(QChar(0x2068)).remove(QChar(0x2069));
        QVERIFY2(sentence.startsWith(sampleDriver(1).user.fullName + u": Late by "_s), qPrintable(sentence));
        QVERIFY2(sentence.endsWith(u"at Rose Street 3: still 2 stop(s) before it"_s), qPrintable(sentence));
        QCOMPARE(s.page.chosen(), sampleDriver(1).id);
        QTRY_COMPARE(s.page.trip().stops().size(), 4u);
        QVERIFY(s.page.trip().stops()[3].chosen && !s.page.trip().stops()[2].chosen);
        QTest::keyClick(s.page.alarmTable(), Qt::Key_Return);
        QVERIFY(s.page.map()->camera().centre().distanceTo(plan.stops[3].position) < 5);

        picture(s.page, u"alarms"_s);

        s.alarms.acknowledge(rows->index(0, 0).data(models::AlarmsModel::KeyRole).toString());
        s.page.snoozeAction(1)->trigger();
        QCOMPARE(s.alarms.alarms()[0].snoozedUntil, now + 30min);
        s.page.choose(sampleDriver(2).id); // by hand: the alarm's trip goes
        QVERIFY(s.page.trip().stops().empty());
        QVERIFY(!s.page.alarmTable()->currentIndex().isValid());
    }

    void showsZonesWhenAskedWhereTheyAre()
    {
        Shown s;
        QVERIFY(!s.page.zonesAction()->isEnabled());
        s.engine.tell(Zone{{{u"z-1"_s}, u"Ankawa"_s, u"Z1"_s}, {36.23, 43.99}, 2'000});
        s.engine.tell(Zone{{{u"z-2"_s}, u"Placeless"_s, u"Z2"_s}, {}, 0});
        QTRY_VERIFY(s.page.zonesAction()->isEnabled());
        QCOMPARE(s.page.zones().zones(), (std::vector<ZoneCircle>{{{36.23, 43.99}, 2'000, u"Ankawa"_s}}));
        s.page.map()->setCamera(Camera(QGeoCoordinate(36.23, 43.99), 12, s.page.map()->size()));
        const QImage without = s.page.map()->grab().toImage();
        QTest::keyClick(s.page.table(), Qt::Key_Z);
        const QImage with = s.page.map()->grab().toImage();
        const QPointF edge =
            s.page.map()->camera().project(QGeoCoordinate(36.23, 43.99).atDistanceAndAzimuth(1'900, 270));
        const QPointF out =
            s.page.map()->camera().project(QGeoCoordinate(36.23, 43.99).atDistanceAndAzimuth(2'300, 270));
        QVERIFY(with.pixelColor(edge.toPoint()) != without.pixelColor(edge.toPoint()));
        QCOMPARE(with.pixelColor(out.toPoint()), without.pixelColor(out.toPoint()));
        ShortMemory memory;
        s.page.remember(memory);
        Shown again;
        again.page.recall(memory);
        QVERIFY(again.page.zonesAction()->isChecked());
    }
};

QTEST_MAIN(TestMapAlarms)
#include "tst_mapalarms.moc"

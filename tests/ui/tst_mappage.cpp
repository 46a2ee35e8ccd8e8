// SPDX-License-Identifier: GPL-3.0-or-later
// The Map page over a real store: drivers are where they were told to be, list and map choose the same one, the map
// moves only when a person says so, and today can be played back with its gaps.
#include "tests/ui/mapbench.h"
#include "ui/mappage/mappage.h"
#include "ui/mappage/playbackbar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/table.h"
#include "ui/window/memory.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QSlider>

using namespace waydesk;
using namespace waydesk::test;
using namespace waydesk::ui;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Rows = models::LiveDriversModel;

namespace {

const MapGround& ground()
{
    static const MapGround made;
    return made;
}

struct Shown
{
    explicit Shown(bool show = true)
        : drivers((fill(), engine.reader()), engine)
        , trips(engine.reader(), engine)
        , lookups(engine.reader(), engine)
        , formats(engine.clock(), QLocale(u"en"_s), QTimeZone::utc())
        , alarms(drivers, trips, engine.clock())
        , page(theme, ground(), {drivers, alarms, trips, lookups, formats})
    {
        page.resize(1252, 850);
        if (!show)
            return;
        page.show();
        page.activateWindow();
        QApplication::processEvents();
    }
    void fill()
    {
        QList<Position> seen;
        for (int n = 1; n <= 5; ++n) {
            engine.tell(sampleDriver(n));
            seen.append(position(n, 36.19 + 0.02 * n, n == 5 ? 30min : n == 4 ? 4min : 0min));
        }
        engine.tell(sampleDriver(6)); // never seen
        engine.tell(seen);
    }
    Position position(int n, double latitude, std::chrono::minutes ago = 0min)
    {
        return {sampleDriver(n).id, engine.clock().now() - ago, {latitude, 44.01}, 90, 40, 8};
    }
    void move(int n, double latitude)
    {
        QSignalSpy changed(&drivers, &facade::DriverService::changed);
        engine.clock().set(engine.clock().now() + 10s);
        engine.tell(QList{position(n, latitude)});
        QVERIFY(changed.wait());
    }
    // Where the page has driver n's mark.
    QGeoCoordinate place(int n) const
    {
        const MarkLayer& marks = page.marks();
        const Camera& camera = page.map()->camera();
        for (size_t i = 0; i < marks.marks().size(); ++i) {
            const auto row = drivers.find(sampleDriver(n).id);
            const QGeoCoordinate here = fromWorld(marks.marks()[i].world);
            if (row->position && here.distanceTo(row->position->coordinate) < 1)
                return here;
        }
        Q_UNUSED(camera)
        return {};
    }
    void click(QPointF at) { QTest::mouseClick(page.map(), Qt::LeftButton, {}, at.toPoint()); }
    QPointF screen(const Position& position) const { return page.map()->camera().project(position.coordinate); }

    FakeEngine engine;
    Theme theme;
    facade::DriverService drivers;
    facade::TripService trips;
    facade::LookupService lookups;
    models::Formats formats;
    facade::AlarmService alarms;
    MapPage page;
};

} // namespace

class TestMapPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsZonesWhenAskedWhereTheyAre()
    {
        Shown s;
        QVERIFY(!s.page.zonesAction()->isEnabled());
        s.engine.tell(Zone{{{u"z-1"_s}, u"Ankawa"_s, u"Z1"_s}, {36.23, 43.99}, 2'000});
        s.engine.tell(Zone{{{u"z-2"_s}, u"Placeless"_s, u"Z2"_s}, {}, 0});
        QTRY_VERIFY(s.page.zonesAction()->isEnabled());
        QCOMPARE(s.page.zones().zones(), (std::vector<ZoneCircle>{{{36.23, 43.99}, 2'000, u"Ankawa"_s}}));
        s.page.map()->setCamera(Camera({36.23, 43.99}, 12, s.page.map()->size()));
        const QImage without = s.page.map()->grab().toImage();
        QTest::keyClick(s.page.table(), Qt::Key_Z);
        const QImage with = s.page.map()->grab().toImage();
        const QPointF edge =
            s.page.map()->camera().project(QGeoCoordinate(36.23, 43.99).atDistanceAndAzimuth(1'900, 90));
        const QPointF out =
            s.page.map()->camera().project(QGeoCoordinate(36.23, 43.99).atDistanceAndAzimuth(2'300, 90));
        QVERIFY(with.pixelColor(edge.toPoint()) != without.pixelColor(edge.toPoint()));
        QCOMPARE(with.pixelColor(out.toPoint()), without.pixelColor(out.toPoint()));
        ShortMemory memory;
        s.page.remember(memory);
        Shown again;
        again.page.recall(memory);
        QVERIFY(again.page.zonesAction()->isChecked());
    }

    void listsEveryDriverWithTheAge()
    {
        Shown s;
        QAbstractItemModelTester tester(s.page.table()->model());
        QCOMPARE(s.page.table()->model()->rowCount(), 6);
        const auto cell = [&](int n, int column) {
            const auto* model = s.page.table()->model();
            for (int row = 0; row < model->rowCount(); ++row) {
                if (model->index(row, 0).data(Rows::IdRole).toString() == sampleDriver(n).id.value)
                    return model->index(row, column).data().toString();
            }
            return u"none"_s;
        };
        QCOMPARE(cell(1, Rows::Age), u"now"_s);
        QCOMPARE(cell(1, Rows::Doing), u"40 km/h"_s);
        QCOMPARE(cell(4, Rows::Age), u"4 min"_s);
        QCOMPARE(cell(4, Rows::Doing), models::Formats::nothing()); // how fast it was then says nothing now
        QCOMPARE(cell(5, Rows::Age), u"30 min"_s);
        QCOMPARE(cell(6, Rows::Age), models::Formats::nothing());
        QCOMPARE(s.page.marks().marks().size(), 5u);
    }

    void watchesOnlyWhileSeen()
    {
        Shown s(false);
        QVERIFY(!s.engine.positionsWatched);
        s.page.show();
        QVERIFY(s.engine.positionsWatched);
        s.page.tearOffAction()->trigger();
        s.page.hide();
        QVERIFY(s.engine.positionsWatched); // the torn-off map is seen
        QVERIFY(s.page.tornOff());
        delete s.page.tornOff();
        QTRY_VERIFY(!s.engine.positionsWatched);
    }

    void movesAMarkAndNotTheMap()
    {
        Shown s;
        const Camera before = s.page.map()->camera();
        s.move(1, 36.30);
        QVERIFY(s.place(1).isValid());
        QVERIFY(std::abs(s.place(1).latitude() - 36.30) < 1e-6);
        QCOMPARE(s.page.map()->camera(), before);
        s.move(1, 36.40);
        QCOMPARE(s.page.map()->camera(), before);
    }

    void choosesTheSameInListAndMap()
    {
        Shown s;
        s.click(s.screen(*s.drivers.find(sampleDriver(2).id)->position));
        QCOMPARE(s.page.chosen(), sampleDriver(2).id);
        QCOMPARE(s.page.table()->currentIndex().data(Rows::IdRole).toString(), sampleDriver(2).id.value);
        s.page.table()->setFocus();
        QTest::keyClick(s.page.table(), Qt::Key_Down);
        QVERIFY(s.page.chosen() != sampleDriver(2).id);
        const int mark = s.page.marks().chosen();
        QVERIFY(mark >= 0);
        const auto row = s.drivers.find(s.page.chosen());
        QVERIFY(
            fromWorld(s.page.marks().marks()[static_cast<size_t>(mark)].world).distanceTo(row->position->coordinate) <
            1);
        s.page.choose({});
        QCOMPARE(s.page.marks().chosen(), -1);
        QVERIFY(!s.page.table()->currentIndex().isValid());
    }

    void followsUntilMovedByHand()
    {
        Shown s;
        QVERIFY(!s.page.followAction()->isEnabled()); // nobody is chosen
        s.page.choose(sampleDriver(1).id);
        QVERIFY(s.page.followAction()->isEnabled());
        s.page.followAction()->setChecked(true);
        s.move(1, 36.31);
        QVERIFY(s.page.map()->camera().centre().distanceTo({36.31, 44.01}) < 20);
        QTest::keyClick(s.page.map(), Qt::Key_Left);
        QVERIFY(!s.page.followAction()->isChecked());
        const Camera before = s.page.map()->camera();
        s.move(1, 36.32);
        QCOMPARE(s.page.map()->camera(), before);
    }

    void showsTheStopsOfTheChosenDriversTrip()
    {
        Shown s;
        Trip trip;
        trip.id = {u"trip-1"_s};
        trip.number = u"TRIP-1"_s;
        trip.state = TripStatus::InProgress;
        trip.driver = sampleDriver(3);
        trip.createdAt = trip.updatedAt = s.engine.clock().now();
        TripPlan plan;
        plan.members = {{sampleDelivery(1).id, 1, 0}};
        plan.stops = {{StopKind::Pickup, {36.19, 44.01}, {sampleDelivery(1).id}, true},
                      {StopKind::Dropoff, {36.22, 44.03}, {sampleDelivery(1).id}, false}};
        plan.current = 1;
        s.engine.tell(trip, plan);
        QTRY_VERIFY(s.drivers.find(sampleDriver(3).id)->trip.has_value());
        s.page.choose(sampleDriver(3).id);
        QCOMPARE(s.engine.wantedTrips(), (QList{trip.id}));
        QCOMPARE(s.page.trip().stops().size(), 2u);
        QVERIFY(s.page.trip().stops()[0].done && s.page.trip().stops()[1].current);
        s.page.fitAction()->trigger();
        for (const StopMark& stop : s.page.trip().stops())
            QVERIFY(s.page.map()->rect().contains(s.page.map()->camera().toScreen(stop.world).toPoint()));
        s.page.choose(sampleDriver(1).id);
        QVERIFY(s.page.trip().stops().empty());
    }

    void playsTodayBack()
    {
        Shown s;
        s.page.choose(sampleDriver(1).id);
        s.page.playAction()->trigger();
        QCOMPARE(s.engine.tracksAsked.size(), 1);
        const auto asked = s.engine.tracksAsked.first();
        QVERIFY(asked.driver.isEmpty());
        QCOMPARE(asked.to, s.engine.clock().now());
        QCOMPARE(s.formats.timeWithSeconds(asked.from), s.formats.timeWithSeconds(Instant{})); // midnight
        sync::TrackAnswer answer;
        answer.ticket = asked.ticket;
        answer.isWhole = true;
        const Instant start = asked.to - 60min;
        for (const auto& [minute, latitude] : {std::pair{0, 36.1}, {2, 36.12}, {30, 36.3}, {32, 36.32}}) {
            Position p = s.position(1, latitude);
            p.at = start + std::chrono::minutes(minute);
            answer.rows.append(p);
        }
        Q_EMIT s.engine.trackAnswered(answer);
        PlaybackBar* bar = s.page.playback();
        QVERIFY(bar->isOpen());
        QCOMPARE(bar->slider()->maximum(), 32 * 60);
        const auto latitudeNow = [&] { return fromWorld(s.page.marks().marks()[0].world).latitude(); };
        bar->slider()->setValue(60);
        QVERIFY(std::abs(latitudeNow() - 36.11) < 1e-3);
        QCOMPARE(s.page.marks().marks()[0].freshness, Freshness::Fresh);
        bar->slider()->setValue(20 * 60); // in the gap: where it was seen last, and said to be old
        QVERIFY(std::abs(latitudeNow() - 36.12) < 1e-6);
        QCOMPARE(s.page.marks().marks()[0].freshness, Freshness::Stale);
        QCOMPARE(s.page.track().track().size(), 4u);
        // What comes meanwhile does not disturb the moment that is looked at.
        s.move(1, 36.5);
        QVERIFY(std::abs(latitudeNow() - 36.12) < 1e-6);
        QVERIFY(s.page.escape());
        QVERIFY(!bar->isOpen());
        QVERIFY(std::abs(s.place(1).latitude() - 36.5) < 1e-6);
    }

    void saysWhyThereIsNothingToPlay()
    {
        Shown s;
        s.page.playAction()->trigger();
        sync::TrackAnswer answer;
        answer.ticket = s.engine.tracksAsked.last().ticket;
        answer.error = Error{Error::Kind::Offline};
        Q_EMIT s.engine.trackAnswered(answer);
        QVERIFY(!s.page.playback()->isOpen());
        QCOMPARE(s.page.marks().marks().size(), 5u); // what is known here stays
        s.page.playback()->live()->click();
        s.page.playback()->live()->click(); // asked once more
        QCOMPARE(s.engine.tracksAsked.size(), 2);
    }

    void comesBackWhereItWas()
    {
        ShortMemory memory;
        Camera camera;
        {
            Shown s;
            s.page.map()->setCamera(Camera(kBaghdad, 11, s.page.map()->size()));
            QTest::keyClick(s.page.map(), Qt::Key_Plus);
            s.page.choose(sampleDriver(2).id);
            camera = s.page.map()->camera();
            s.page.remember(memory);
        }
        Shown s(false);
        s.page.recall(memory);
        s.page.show();
        QCOMPARE(s.page.chosen(), sampleDriver(2).id);
        QVERIFY(s.page.map()->camera().centre().distanceTo(camera.centre()) < 5);
        QCOMPARE(s.page.map()->camera().zoom(), camera.zoom());
    }

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
        QCOMPARE(said.size(), 1);
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

    void isFullyReachedByKeys()
    {
        Shown s;
        QTest::keyClick(s.page.table(), Qt::Key_Slash);
        QVERIFY(s.page.filterField()->hasFocus());
        QTest::keyClicks(s.page.filterField(), u"no such driver"_s);
        QCOMPARE(s.page.table()->model()->rowCount(), 0);
        QVERIFY(s.page.escape());
        QCOMPARE(s.page.table()->model()->rowCount(), 6);
        for (const QAction* action : s.page.pageActions())
            QVERIFY(!action->text().isEmpty() && !action->shortcut().isEmpty());
    }
};

QTEST_MAIN(TestMapPage)
#include "tst_mappage.moc"

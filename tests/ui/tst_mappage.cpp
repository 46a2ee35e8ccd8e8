// SPDX-License-Identifier: GPL-3.0-or-later
// The Map page over a real store: drivers are where they were told to be, list and map choose the same one, the map
// moves only when a person says so, and today can be played back with its gaps.
#include "tests/ui/mappagebench.h"
#include "ui/mappage/playbackbar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/table.h"
#include "ui/window/memory.h"

#include <QAbstractItemModelTester>
#include <QSlider>

using namespace waydesk;
using namespace waydesk::test;
using namespace waydesk::ui;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Rows = models::LiveDriversModel;

namespace {
using Shown = ShownMap;
}

class TestMapPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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

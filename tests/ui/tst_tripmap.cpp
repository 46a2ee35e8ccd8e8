// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk shows the chosen trip on a map of its own: its stops where they are, chosen in the list or on the map alike,
// and moved by nobody but the person.
#include "tests/ui/mapbench.h"
#include "ui/trips/tripdetail.h"
#include "ui/trips/tripmap.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/table.h"

using namespace waydesk;
using namespace waydesk::test;
using namespace waydesk::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Shown
{
    Shown()
    {
        detail.addMap(basemap(), towns);
        detail.resize(480, 800);
        detail.setVisible(true);
        for (int n : {1, 2})
            engine.tell(trip(n), plan(n));
        detail.show(id(1));
        detail.pane()->tabs()->setCurrentIndex(2);
        QApplication::processEvents();
    }
    static TripId id(int n) { return {u"trip-%1"_s.arg(n)}; }
    Trip trip(int n)
    {
        Trip made;
        made.id = id(n);
        made.number = u"TRIP-%1"_s.arg(n);
        made.state = TripStatus::InProgress;
        made.createdAt = made.updatedAt = engine.clock().now();
        return made;
    }
    static TripPlan plan(int n)
    {
        TripPlan made;
        made.stops = {{StopKind::Pickup, {36.0 + n, 44.0}, {}, true},
                      {StopKind::Dropoff, {}, {}, false}, // the server gave no place
                      {StopKind::Dropoff, {36.1 + n, 44.1}, {}, false}};
        made.current = 2;
        return made;
    }
    const std::vector<StopMark>& marks() { return detail.map()->stops().stops(); }
    QPoint screen(int mark) { return detail.map()->camera().toScreen(marks()[size_t(mark)].world).toPoint(); }

    FakeEngine engine;
    Theme theme;
    Towns towns = Towns::embedded();
    facade::TripService trips{engine.reader(), engine};
    models::Formats formats{engine.clock(), QLocale(u"en"_s), QTimeZone::utc()};
    TripDetail detail{theme, trips, formats};
};

} // namespace

class TestTripMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheStopsThatHaveAPlace()
    {
        Shown s;
        QCOMPARE(s.marks().size(), size_t(2));
        QVERIFY(s.marks()[0].number == 1 && s.marks()[0].done && !s.marks()[0].current);
        QVERIFY(s.marks()[1].number == 3 && s.marks()[1].current);
        const QRect inside = s.detail.map()->rect();
        QVERIFY(inside.contains(s.screen(0)) && inside.contains(s.screen(1)));
        s.detail.show({});
        QVERIFY(s.marks().empty());
    }

    void choosesTheSameStopInListAndMap()
    {
        Shown s;
        s.detail.stops()->setCurrentIndex(s.detail.stops()->model()->index(2, 0));
        QVERIFY(s.marks()[1].chosen && !s.marks()[0].chosen);
        QTest::mouseClick(s.detail.map(), Qt::LeftButton, {}, s.screen(0));
        QCOMPARE(s.detail.stops()->currentIndex().row(), 0);
        QVERIFY(s.marks()[0].chosen && !s.marks()[1].chosen);
        TripPlan driven = Shown::plan(1);
        driven.stops[2].isComplete = true;
        s.engine.tell(s.trip(1), driven);
        QTRY_VERIFY(s.marks()[1].done);
        QVERIFY(s.marks()[0].chosen); // still
    }

    void staysWhereAHandMovedIt()
    {
        Shown s;
        QTest::keyClick(s.detail.map(), Qt::Key_Plus);
        const Camera mine = s.detail.map()->camera();
        TripPlan longer = Shown::plan(1);
        longer.stops.append({StopKind::Dropoff, {39, 46}, {}, false});
        s.engine.tell(s.trip(1), longer);
        QTRY_COMPARE(s.marks().size(), size_t(3));
        QCOMPARE(s.detail.map()->camera(), mine);
        s.detail.show(Shown::id(2)); // another trip is another place
        QVERIFY(s.detail.map()->rect().contains(s.screen(0)));
    }
};

QTEST_MAIN(TestTripMap)
#include "tst_tripmap.moc"

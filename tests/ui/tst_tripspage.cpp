// SPDX-License-Identifier: GPL-3.0-or-later
// The Trips page over a real store: counts, table and stops are what was told, by keys alone, and a change repaints
// without moving what the person looks at.
#include "models/tripwords.h"
#include "services/facade/alarmservice.h"
#include "tests/support/fakeengine.h"
#include "tests/support/sample.h"
#include "tests/ui/deskbench.h"
#include "ui/trips/tripdetail.h"
#include "ui/trips/trippanels.h"
#include "ui/trips/tripspage.h"
#include "ui/waybills/detailpane.h"
#include "ui/widgets/button.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/select.h"
#include "ui/widgets/table.h"
#include "ui/window/memory.h"

#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalSpy>

using namespace waydesk;
using namespace waydesk::test;
using namespace waydesk::ui;
using namespace Qt::Literals::StringLiterals;
using Rows = models::TripsModel;
using Stops = models::TripStopsModel;

namespace {

Trip trip(FakeEngine& engine, int n, TripStatus status)
{
    Trip t;
    t.id = {u"trip-%1"_s.arg(n)};
    t.number = u"TRIP-%1"_s.arg(n, 5, 10, QChar(u'0'));
    t.state = status;
    t.driver = sampleDriver(n % 8 + 1);
    t.vehicle = t.driver->vehicle;
    t.itemCount = n;
    t.createdAt = t.updatedAt = engine.clock().now() + std::chrono::minutes(n);
    return t;
}

TripPlan plan()
{
    TripPlan p;
    p.members = {{sampleDelivery(1).id, 1, 0}, {sampleDelivery(2).id, 2, 0}};
    p.stops = {{StopKind::Pickup, {36.19, 44.01}, {sampleDelivery(1).id, sampleDelivery(2).id}, true},
               {StopKind::Dropoff, {36.2, 44.0}, {sampleDelivery(1).id}, false},
               {StopKind::Dropoff, {36.3, 44.1}, {sampleDelivery(2).id}, false}};
    p.current = 1;
    p.next = 2;
    return p;
}

struct Shown
{
    explicit Shown(Theme& theme)
        : page(theme, {(fill(), trips), lookups, commands, formats, &alarms.lateness()})
    {
        page.resize(1252, 850);
        page.show();
        page.activateWindow();
        settle();
    }
    void fill()
    {
        engine.seedDepot(4, 4);
        for (int n = 1; n <= 9; ++n)
            engine.tell(trip(engine, n, kTripStatuses[static_cast<size_t>(n) % 4]),
                        n == 9 ? std::optional(plan()) : std::nullopt);
    }
    QStringList numbers() const
    {
        QStringList all;
        for (int row = 0; row < page.table()->model()->rowCount(); ++row)
            all << page.table()->model()->index(row, Rows::Number).data().toString();
        return all;
    }
    QString stop(int row, int column) const
    {
        return page.detail()->stops()->model()->index(row, column).data().toString();
    }

    FakeEngine engine;
    facade::TripService trips{engine.reader(), engine};
    facade::LookupService lookups{engine.reader(), engine};
    facade::CommandService commands{engine.reader(), engine};
    models::Formats formats{engine.clock(), QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()};
    facade::DriverService drivers{engine.reader(), engine};
    facade::AlarmService alarms{drivers, trips, engine.clock()};
    TripsPage page;
};

} // namespace

class TestTripsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }

    void showsTripsUnderTheirStatus()
    {
        Shown s(m_theme);
        QCOMPARE(s.numbers().size(), 9);
        QCOMPARE(s.numbers().constFirst(), u"TRIP-00009"_s); // the newest first
        s.page.tabs()->setCurrentIndex(2);
        QCOMPARE(s.numbers(), (QStringList{u"TRIP-00009"_s, u"TRIP-00005"_s, u"TRIP-00001"_s}));
        s.page.filterField()->setText(u"trip5"_s);
        QCOMPARE(s.numbers(), QStringList());
        s.page.filterField()->setText(u"trip00005"_s);
        QCOMPARE(s.numbers(), QStringList{u"TRIP-00005"_s});
        s.page.filterField()->setText(u"nothing like it"_s);
        QVERIFY(s.page.table()->emptyState()->isVisible());
        QVERIFY(s.page.escape());
        QCOMPARE(s.numbers().size(), 3);
        QVERIFY(!s.page.escape());
    }

    void sortsByAnyColumn()
    {
        Shown s(m_theme);
        s.page.table()->sortByColumn(Rows::Parcels, Qt::AscendingOrder);
        QCOMPARE(s.numbers().constFirst(), u"TRIP-00001"_s);
        s.page.table()->sortByColumn(Rows::Number, Qt::DescendingOrder);
        QCOMPARE(s.numbers().constFirst(), u"TRIP-00009"_s);
        s.page.table()->sortByColumn(Rows::Driver, Qt::AscendingOrder);
        QStringList drivers;
        for (int row = 0; row < 9; ++row)
            drivers << s.page.table()->model()->index(row, Rows::Driver).data().toString();
        QVERIFY(std::is_sorted(drivers.cbegin(), drivers.cend()));
    }

    void tellsHowLateATripIsAndWhy()
    {
        Shown s(m_theme);
        QAbstractItemModel* rows = s.page.table()->model();
        QCOMPARE(rows->index(0, Rows::Lateness).data().toString(), models::Formats::nothing()); // not reckoned yet
        const Instant now = s.engine.clock().now();
        Delivery second = sampleDelivery(2, DeliveryStatus::InTransit);
        second.window = VisitWindow{now - std::chrono::hours(2), now - std::chrono::minutes(50)};
        s.engine.tell(second);
        Delivery first = sampleDelivery(1, DeliveryStatus::InTransit);
        first.window = VisitWindow{now - std::chrono::hours(6), now + std::chrono::hours(6)};
        s.engine.tell(first);
        Trip nine = trip(s.engine, 9, TripStatus::InProgress);
        nine.startedAt = now - std::chrono::hours(5);
        s.engine.tell(nine);
        s.alarms.setLive(true);
        s.page.table()->setCurrentIndex(rows->index(0, 0));
        const QModelIndex cell = rows->index(0, Rows::Lateness);
        QTRY_COMPARE(cell.data(Rows::LateRole).toInt(), 2);
        const QString late = cell.data().toString();
        QVERIFY2(late.endsWith(u" late at stop 3"_s), qPrintable(late));
        QCOMPARE(cell.data(Qt::ToolTipRole).toString(), late + u": still 1 stop(s) before it"_s);
        QCOMPARE(s.stop(0, Stops::Arrives), models::Formats::nothing()); // it is done
        QVERIFY(s.stop(1, Stops::Arrives).contains(u':') && !s.stop(1, Stops::Arrives).contains(u'·'));
        QVERIFY(s.stop(2, Stops::Arrives).contains(u" · "_s));
        QCOMPARE(s.stop(2, Stops::Window),
                 s.formats.time(second.window->opens) + u'\u2013' + s.formats.time(second.window->closes));
        const QModelIndex stop = s.page.detail()->stops()->model()->index(2, Stops::Arrives);
        QVERIFY(stop.data(Stops::LateRole).toInt() > 50);
        QVERIFY(stop.data(Qt::ToolTipRole).toString().endsWith(u" late: still 1 stop(s) before it"_s));
        QStringList facts;
        for (const QLabel* label : s.page.detail()->findChildren<QLabel*>())
            facts << label->text().remove(QChar(0x2068)).remove(QChar(0x2069));
        QVERIFY(facts.contains(u"Lateness"_s) && facts.contains(late + u": still 1 stop(s) before it"_s));

        picture(s.page, u"trip-late"_s);
        s.page.table()->sortByColumn(Rows::Lateness, Qt::DescendingOrder);
        QCOMPARE(s.numbers().constFirst(), u"TRIP-00009"_s);
    }

    void tellsTheStopsAsTheServerDrewThem()
    {
        Shown s(m_theme);
        s.page.table()->setFocus();
        s.page.table()->setCurrentIndex(s.page.table()->model()->index(0, 0));
        QCOMPARE(s.engine.wantedTrips().last(), TripId{u"trip-9"_s});
        QCOMPARE(s.page.detail()->pane()->number(), u"TRIP-00009"_s);
        QCOMPARE(s.page.detail()->stops()->model()->rowCount(), 3);
        QCOMPARE(s.stop(0, Stops::State), u"Done"_s);
        QCOMPARE(s.stop(1, Stops::State), u"Now"_s);
        QCOMPARE(s.stop(2, Stops::State), u"Next"_s);
        QCOMPARE(s.stop(0, Stops::What), u"Pickup"_s);
        QCOMPARE(s.stop(0, Stops::Parcels), s.formats.parcels(2));
        QCOMPARE(s.stop(1, Stops::Where), models::placeOf(sampleDelivery(1), StopKind::Dropoff));
        QCOMPARE(s.page.detail()->deliveries()->model()->rowCount(), 2);
        QTest::keyClick(s.page.table(), Qt::Key_Return);
        QVERIFY(s.page.detail()->stops()->hasFocus());
        // Another one, of which only the list has told: its stops are awaited, not denied.
        s.page.table()->setCurrentIndex(s.page.table()->model()->index(1, 0));
        QVERIFY(s.page.detail()->stops()->isReading());
        QCOMPARE(s.page.detail()->stops()->model()->rowCount(), 0);
        TripPlan done = plan();
        done.current.reset();
        done.next.reset();
        s.engine.tell(trip(s.engine, 8, TripStatus::Completed), done);
        QTRY_COMPARE(s.page.detail()->stops()->model()->rowCount(), 3);
        QVERIFY(!s.page.detail()->stops()->isReading());
    }

    void staysWhereThePersonLooks()
    {
        Shown s(m_theme);
        QSignalSpy resets(s.page.table()->model(), &QAbstractItemModel::modelReset);
        s.page.table()->setCurrentIndex(s.page.table()->model()->index(4, 0));
        const QString number = s.page.detail()->pane()->number();
        s.engine.tell(trip(s.engine, 77, TripStatus::Planned));
        QTRY_COMPARE(s.numbers().size(), 10);
        QCOMPARE(s.page.detail()->pane()->number(), number);
        QCOMPARE(s.page.table()->currentIndex().row(), 5);
        QCOMPARE(resets.size(), 0);
    }

    void tellsHowManyAreBeyondThoseShown()
    {
        Shown s(m_theme);
        QVERIFY(s.engine.store()
                    .transaction([&]() -> Result<Nothing> {
                        for (int n = 100; n < 100 + Rows::kMost; ++n) {
                            if (auto done = s.engine.store().trips().upsert(trip(s.engine, n, TripStatus::Planned),
                                                                            u"{}"_s, s.engine.clock().now());
                                !done)
                                return done.error();
                        }
                        return Nothing{};
                    })
                    .ok());
        Q_EMIT s.engine.tripsChanged({});
        QTRY_COMPARE(s.numbers().size(), Rows::kMost);
        QVERIFY(!s.numbers().contains(u"TRIP-00003"_s));
        const auto said = s.page.findChildren<QLabel*>();
        QVERIFY(
            std::ranges::any_of(said, [](QLabel* label) { return label->text().startsWith(u"the newest 500 are"); }));
        s.page.reveal({u"trip-3"_s}); // older than those shown, and reached all the same
        QCOMPARE(s.page.detail()->pane()->number(), u"TRIP-00003"_s);
    }

    void isFoundBehindATabAndAFilter()
    {
        Shown s(m_theme);
        s.page.tabs()->setCurrentIndex(1);
        s.page.filterField()->setText(u"nothing like it"_s);
        s.page.reveal({u"trip-5"_s});
        QCOMPARE(s.page.detail()->pane()->number(), u"TRIP-00005"_s);
        QCOMPARE(s.numbers(), QStringList{u"TRIP-00005"_s});
    }

    void everyInputHasANameAndARole()
    {
        Shown s(m_theme);
        s.page.table()->setCurrentIndex(s.page.table()->model()->index(0, 0));
        QCOMPARE(namelessInputs(s.page).join(u'\n'), QString());
        picture(s.page, u"trips"_s);
    }

    void remembersHowItWasLeft()
    {
        ShortMemory memory;
        {
            Shown s(m_theme);
            s.page.tabs()->setCurrentIndex(2);
            s.page.table()->setCurrentIndex(s.page.table()->model()->index(1, 0));
            s.page.remember(memory);
        }
        Shown s(m_theme);
        s.page.recall(memory);
        QCOMPARE(s.page.tabs()->currentIndex(), 2);
        QCOMPARE(s.page.detail()->pane()->number(), u"TRIP-00005"_s);
    }

private:
    Theme m_theme;

private Q_SLOTS:
    void cancelsInTwoSteps()
    {
        Shown s(m_theme);
        chooseRow(s, TripStatus::Planned);
        const TripId id = s.page.chosen();
        QTest::keyClick(s.page.table(), Qt::Key_Delete, Qt::ControlModifier);
        auto* panel = qobject_cast<CancelTripPanel*>(s.page.openPanel());
        QVERIFY(panel);
        QVERIFY(panel->detachFirst()->isChecked()); // what is meant nearly always
        QTest::keyClick(panel, Qt::Key_Return, Qt::ControlModifier);
        const auto open = s.commands.open();
        QCOMPARE(open.size(), 2);
        QVERIFY(open[0].command == Command(SyncTripDeliveries{id, {}}));
        QVERIFY(open[1].command == Command(CancelTrip{id}));
        QVERIFY(!s.page.openPanel());
        QTRY_VERIFY(!s.page.cancelAction()->isEnabled()); // expected to be cancelled: not once more
        QVERIFY(!whyNot(*s.page.cancelAction()).isEmpty());
    }

    void cancelsWithItsParcelsWhenToldSo()
    {
        Shown s(m_theme);
        chooseRow(s, TripStatus::Planned);
        s.page.cancelAction()->trigger();
        auto* panel = qobject_cast<CancelTripPanel*>(s.page.openPanel());
        QVERIFY(panel);
        panel->keepLinked()->click();
        QTest::keyClick(panel, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(s.commands.open().size(), 1);
        QVERIFY(s.commands.open()[0].command == Command(CancelTrip{s.page.chosen()}));
    }

    void editsOnlyWhatWasChanged()
    {
        Shown s(m_theme);
        chooseRow(s, TripStatus::Planned);
        s.page.editAction()->trigger();
        auto* form = qobject_cast<TripForm*>(s.page.openPanel());
        QVERIFY(form);
        QVERIFY(!form->primary()->isEnabled());
        form->fields()->notes()->setFocus();
        QTest::keyClicks(form->fields()->notes(), u"two pallets"_s);
        QVERIFY(form->primary()->isEnabled());
        form->fields()->driver()->setCurrentIndex(0); // nobody: cleared, not left alone
        s.engine.failNextSubmit(Error{Error::Kind::Storage, 0, u"disk_full"_s, {}, u"no room"_s, {}});
        QTest::keyClick(form, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(s.page.openPanel() == form); // what was typed survives
        QCOMPARE(form->fields()->notes()->text(), u"two pallets"_s);
        QVERIFY(!form->notice()->sentence().isEmpty());
        QTest::keyClick(form, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(s.commands.open().size(), 1);
        const UpdateTrip asked = std::get<UpdateTrip>(s.commands.open()[0].command);
        QVERIFY(asked.driver && !*asked.driver);
        QCOMPARE(asked.notes, u"two pallets"_s);
        QVERIFY(!asked.vehicle && !asked.type);
    }

    void saysWhyATripOnTheRoadStays()
    {
        Shown s(m_theme);
        chooseRow(s, TripStatus::InProgress);
        for (QAction* action : {s.page.planAction(), s.page.editAction(), s.page.cancelAction()}) {
            QVERIFY(!action->isEnabled());
            QVERIFY(!whyNot(*action).isEmpty());
        }
        QVERIFY(s.page.createAction()->isEnabled());
        QSignalSpy wanted(&s.page, &TripsPage::builderWanted);
        QTest::keyClick(s.page.table(), Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(wanted.size(), 1);
        QVERIFY(wanted[0][0].value<TripId>().isEmpty());
    }

    void movesAParcelByKeys()
    {
        Shown s(m_theme);
        Trip planned = trip(s.engine, 10, TripStatus::Planned);
        planned.itemCount = 2;
        s.engine.tell(planned, plan());
        for (int n : {1, 2}) {
            Delivery parcel = sampleDelivery(n);
            parcel.tripId = planned.id;
            s.engine.tell(parcel);
        }
        QTRY_VERIFY(s.numbers().contains(planned.number));
        s.page.reveal(planned.id);
        s.page.detail()->pane()->tabs()->setCurrentIndex(1);
        Table* parcels = s.page.detail()->deliveries();
        QTRY_COMPARE(parcels->model()->rowCount(), 2);
        parcels->setCurrentIndex(parcels->model()->index(0, 0));
        parcels->setFocus();
        QTest::keyClick(parcels, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(s.commands.open().size(), 1);
        QVERIFY(s.commands.open()[0].command ==
                Command(ReorderTrip{planned.id, {sampleDelivery(2).id, sampleDelivery(1).id}}));
        QTRY_COMPARE(parcels->model()->index(0, 0).data().toString(), sampleDelivery(2).barcode);
        parcels->setCurrentIndex(parcels->model()->index(0, 0));
        QTest::keyClick(parcels, Qt::Key_Delete);
        QCOMPARE(s.commands.open().size(), 2);
        QVERIFY(s.commands.open()[1].command == Command(RemoveFromTrip{planned.id, sampleDelivery(2).id}));
    }

private:
    static void chooseRow(Shown& s, TripStatus status)
    {
        const auto* model = s.page.table()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 0).data(Rows::StatusRole).toInt() == static_cast<int>(status)) {
                s.page.table()->setCurrentIndex(model->index(row, 0));
                s.page.table()->setFocus();
                return;
            }
        }
        QFAIL("no such trip");
    }
};

QTEST_MAIN(TestTripsPage)
#include "tst_tripspage.moc"

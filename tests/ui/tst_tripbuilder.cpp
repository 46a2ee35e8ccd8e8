// SPDX-License-Identifier: GPL-3.0-or-later
// The trip builder over a real store, by keys as a dispatcher works: parcels join by scan and by choice, stops move,
// a better order is taken only when accepted, what Send changes is said before, and nothing put together is lost.
#include "tests/ui/mapbench.h"
#include "ui/trips/tripbuilderpage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/select.h"
#include "ui/widgets/table.h"
#include "ui/window/memory.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>

using namespace waydesk;
using namespace waydesk::test;
using namespace waydesk::ui;
using namespace Qt::Literals::StringLiterals;
using Draft = models::TripDraftModel;

namespace {

const Towns& towns()
{
    static const Towns made = Towns::embedded();
    return made;
}

Delivery parcel(int n, double north)
{
    Delivery delivery = sampleDelivery(n, DeliveryStatus::Pending);
    delivery.pickup.emplace();
    delivery.pickup->fullAddress = u"Main Warehouse"_s;
    delivery.pickup->position = kErbil;
    delivery.dropoff.emplace();
    delivery.dropoff->fullAddress = u"Street %1"_s.arg(n);
    delivery.dropoff->position = QGeoCoordinate(kErbil.latitude() + north, kErbil.longitude());
    delivery.unitSize = Quantity::whole(2);
    return delivery;
}

struct Shown
{
    explicit Shown(Memory* kept = nullptr)
        : memory(kept ? *kept : own)
        , page(theme, {(fill(), trips), lookups, commands, travel, formats, memory, basemap(), towns()})
    {
        page.optimiser().setBudget(std::chrono::milliseconds(150));
        page.resize(1252, 850);
        page.show();
        page.activateWindow();
        QApplication::processEvents();
    }
    void fill()
    {
        for (int n = 1; n <= 3; ++n)
            engine.tell(sampleDriver(n));
        for (int n = 1; n <= 6; ++n)
            engine.tell(parcel(n, 0.02 * n));
    }
    void begin(const TripId& id = {})
    {
        page.begin(id);
        page.shown();
    }
    void scan(const QString& code)
    {
        page.search()->setFocus();
        QTest::keyClicks(page.search(), code);
        QTest::keyClick(page.search(), Qt::Key_Return);
    }
    // A planned trip at the server with parcels 1 and 2.
    TripId known()
    {
        Trip trip;
        trip.id = {u"trip-1"_s};
        trip.number = u"TRIP-1"_s;
        trip.state = TripStatus::Planned;
        trip.itemCount = 2;
        trip.createdAt = trip.updatedAt = engine.clock().now();
        TripPlan plan;
        plan.members = {{sampleDelivery(1).id, 1, 0}, {sampleDelivery(2).id, 2, 0}};
        engine.tell(trip, plan);
        for (int n : {1, 2}) {
            Delivery delivery = parcel(n, 0.02 * n);
            delivery.tripId = trip.id;
            engine.tell(delivery);
        }
        return trip.id;
    }
    QStringList order()
    {
        QStringList out;
        for (const DeliveryId& id : page.draft().order())
            out += id.value;
        return out;
    }

    ShortMemory own;
    Memory& memory;
    FakeEngine engine;
    Theme theme;
    facade::TripService trips{engine.reader(), engine};
    facade::LookupService lookups{engine.reader(), engine};
    facade::CommandService commands{engine.reader(), engine};
    facade::TravelService travel{engine};
    models::Formats formats{engine.clock(), QLocale(u"en"_s), QTimeZone::utc()};
    TripBuilderPage page;
};

QString id(int n)
{
    return sampleDelivery(n).id.value;
}

} // namespace

class TestTripBuilder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joinsByScanAndByChoice()
    {
        Shown s;
        QAbstractItemModelTester tester(&s.page.draft());
        s.begin();
        QCOMPARE(s.page.eligible()->model()->rowCount(), 6);
        QVERIFY(!s.page.sendAction()->isEnabled());
        QVERIFY(!whyNot(*s.page.sendAction()).isEmpty());
        s.scan(sampleDelivery(4).barcode);
        QCOMPARE(s.order(), QStringList{id(4)});
        QVERIFY(s.page.search()->text().isEmpty()); // ready for the next scan
        QCOMPARE(s.page.eligible()->model()->rowCount(), 5);
        s.scan(u"NOT-OURS"_s);
        QCOMPARE(s.order().size(), 1);
        QVERIFY(s.page.notice()->sentence().contains(u"NOT-OURS"_s));
        s.page.search()->clear();
        QTRY_COMPARE(s.page.eligible()->model()->rowCount(), 5);
        s.page.eligible()->setFocus();
        s.page.eligible()->selectAll();
        QTest::keyClick(s.page.eligible(), Qt::Key_Return);
        QCOMPARE(s.order().size(), 6);
        QCOMPARE(s.page.eligible()->model()->rowCount(), 0);
        QCOMPARE(s.page.draft().rowCount(), 7); // one pickup, six doors
    }

    void movesStopsByKeysPlaceAndDrag()
    {
        Shown s;
        s.begin();
        for (int n : {1, 2, 3})
            s.scan(sampleDelivery(n).barcode);
        s.page.stops()->setFocus();
        s.page.stops()->setCurrentIndex(s.page.draft().index(1, 0));
        QTest::keyClick(s.page.stops(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(s.order(), (QStringList{id(2), id(1), id(3)}));
        QCOMPARE(s.page.stops()->currentIndex().row(), 2); // the cursor goes with it
        QTest::keyClick(s.page.stops(), Qt::Key_Down, Qt::AltModifier);
        QTest::keyClick(s.page.stops(), Qt::Key_Down, Qt::AltModifier); // no farther
        QCOMPARE(s.order(), (QStringList{id(2), id(3), id(1)}));
        QVERIFY(s.page.draft().setData(s.page.draft().index(3, Draft::Place), u"2"_s, Qt::EditRole));
        QCOMPARE(s.order(), (QStringList{id(1), id(2), id(3)}));
        const std::unique_ptr<QMimeData> dragged(s.page.draft().mimeData({s.page.draft().index(3, 0)}));
        s.page.draft().dropMimeData(dragged.get(), Qt::MoveAction, 1, 0, {});
        QCOMPARE(s.order(), (QStringList{id(3), id(1), id(2)}));
        const QString before = s.page.draft().index(1, Draft::Arrives).data().toString();
        s.page.stops()->setCurrentIndex(s.page.draft().index(1, 0));
        QTest::keyClick(s.page.stops(), Qt::Key_Down, Qt::AltModifier);
        QVERIFY(s.page.draft().index(1, Draft::Arrives).data().toString() != before); // reckoned anew
        s.page.stops()->setCurrentIndex(s.page.draft().index(0, 0));
        QTest::keyClick(s.page.stops(), Qt::Key_Down, Qt::AltModifier); // a pickup
        QCOMPARE(s.page.draft().index(0, Draft::What).data(Draft::KindRole).toInt(), int(StopKind::Pickup));
        s.page.stops()->setCurrentIndex(s.page.draft().index(3, 0));
        QTest::keyClick(s.page.stops(), Qt::Key_Delete);
        QCOMPARE(s.order().size(), 2);
    }

    void takesABetterOrderOnlyWhenAccepted()
    {
        Shown s;
        s.begin();
        for (int n : {4, 1, 5, 2, 6, 3})
            s.scan(sampleDelivery(n).barcode);
        const QStringList mine = s.order();
        s.page.stops()->setFocus();
        QTest::keyClick(s.page.stops(), Qt::Key_O);
        QTRY_VERIFY(s.page.hasProposal());
        QCOMPARE(s.order(), mine);
        QVERIFY(s.page.proposalText().contains(u"roads guessed"_s));
        QVERIFY(s.page.escape()); // keep mine
        QVERIFY(!s.page.hasProposal());
        QCOMPARE(s.order(), mine);
        QTest::keyClick(s.page.stops(), Qt::Key_O);
        QTRY_VERIFY(s.page.hasProposal());
        QTest::keyClick(s.page.stops(), Qt::Key_Return, Qt::AltModifier);
        QCOMPARE(s.order(), (QStringList{id(1), id(2), id(3), id(4), id(5), id(6)}));
        QVERIFY(!s.page.hasProposal());
        QTest::keyClick(s.page.stops(), Qt::Key_O); // there is no better one
        QTRY_VERIFY(!s.page.notice()->sentence().isEmpty());
        QVERIFY(!s.page.hasProposal());
    }

    void forgetsAProposalForAnotherOrder()
    {
        Shown s;
        s.begin();
        for (int n : {4, 1, 5, 2})
            s.scan(sampleDelivery(n).barcode);
        s.page.optimiseAction()->trigger();
        QTRY_VERIFY(s.page.hasProposal());
        s.scan(sampleDelivery(6).barcode);
        QVERIFY(!s.page.hasProposal());
        QVERIFY(!s.page.acceptAction()->isEnabled());
    }

    void saysWhatSendingChanges()
    {
        Shown s;
        const TripId trip = s.known();
        s.begin(trip);
        QCOMPARE(s.order(), (QStringList{id(1), id(2)}));
        QCOMPARE(s.page.differenceText(), u"As the server has it"_s);
        QVERIFY(!s.page.sendAction()->isEnabled());
        s.scan(sampleDelivery(5).barcode);
        s.page.stops()->setCurrentIndex(s.page.draft().index(1, 0));
        s.page.stops()->setFocus();
        QTest::keyClick(s.page.stops(), Qt::Key_Delete);
        QVERIFY(s.page.differenceText().contains(u"join"_s) && s.page.differenceText().contains(u"leave"_s));
        QSignalSpy left(&s.page, &TripBuilderPage::left);
        s.page.primaryAction()->trigger(); // the window's Ctrl+Enter
        QCOMPARE(s.commands.open().size(), 1);
        QVERIFY(s.commands.open()[0].command ==
                Command(SyncTripDeliveries{trip, {{sampleDelivery(2).id, {}}, {sampleDelivery(5).id, {}}}}));
        QCOMPARE(left.size(), 1);
    }

    void makesATripWithItsFields()
    {
        Shown s;
        s.begin();
        s.scan(sampleDelivery(3).barcode);
        s.page.fields()->driver()->setCurrentIndex(s.page.fields()->driver()->findData(sampleDriver(2).id.value));
        QTest::keyClicks(s.page.fields()->notes(), u"ring twice"_s);
        s.page.primaryAction()->trigger(); // the window's Ctrl+Enter
        QCOMPARE(s.commands.open().size(), 1);
        const CreateTrip made = std::get<CreateTrip>(s.commands.open()[0].command);
        QVERIFY(made.localId.isLocal());
        QCOMPARE(made.driver, sampleDriver(2).id);
        QCOMPARE(made.notes, u"ring twice"_s);
        QCOMPARE(made.deliveries, (QList<TripMember>{{sampleDelivery(3).id, {}}}));
    }

    void saysWhenTheVanIsTooSmall()
    {
        Shown s;
        s.begin();
        s.page.draft().setCapacity(Quantity::whole(3));
        s.scan(sampleDelivery(1).barcode);
        QVERIFY(s.page.draft().account().fits);
        s.scan(sampleDelivery(2).barcode);
        QVERIFY(!s.page.draft().account().fits);
    }

    void choosesWhatALineOnTheMapEncloses()
    {
        Shown s;
        s.begin();
        std::vector<QGeoCoordinate> doors;
        for (int n = 1; n <= 6; ++n)
            doors.push_back(parcel(n, 0.02 * n).dropoff->position);
        s.page.map()->fit(doors);
        const auto at = [&](int n) { return s.page.map()->camera().project(doors[size_t(n - 1)]); };
        const double gap = at(1).y() - at(2).y();
        // Around the doors 3 and 4, which lie on a line to the north.
        const QList<QPointF> corners{at(3) + QPointF(-20, gap / 2), at(3) + QPointF(20, gap / 2),
                                     at(4) + QPointF(20, -gap / 2), at(4) + QPointF(-20, -gap / 2)};
        QTest::keyClick(s.page.stops(), Qt::Key_M);
        QVERIFY(s.page.lassoAction()->isChecked());
        const Camera before = s.page.map()->camera();
        QTest::mousePress(s.page.map(), Qt::LeftButton, {}, corners[0].toPoint());
        for (const QPointF& corner : corners)
            QTest::mouseMove(s.page.map(), corner.toPoint());
        QTest::mouseRelease(s.page.map(), Qt::LeftButton, {}, corners[3].toPoint());
        QCOMPARE(s.page.map()->camera(), before); // it was no drag
        QVERIFY(!s.page.lassoAction()->isChecked());
        QCOMPARE(s.page.eligible()->selectionModel()->selectedRows().size(), 2);
        QCOMPARE(std::ranges::count(s.page.waiting().dots(), true, &Dot::chosen), 2);
        QTest::keyClick(s.page.eligible(), Qt::Key_Return);
        QStringList joined = s.order();
        joined.sort();
        QCOMPARE(joined, (QStringList{id(3), id(4)}));
        QCOMPARE(s.page.waiting().dots().size(), size_t(4));

        QTest::keyClick(s.page.stops(), Qt::Key_M);
        QTest::keyClick(s.page.map(), Qt::Key_Escape);
        QVERIFY(!s.page.lassoAction()->isChecked());
    }

    void losesNothingThatWasPutTogether()
    {
        ShortMemory memory;
        {
            Shown s(&memory);
            s.begin();
            for (int n : {2, 6, 1})
                s.scan(sampleDelivery(n).barcode);
            s.page.fields()->driver()->setCurrentIndex(1);
            QTest::keyClicks(s.page.fields()->notes(), u"x"_s);
            s.engine.failNextSubmit(Error{Error::Kind::Storage, 0, u"disk_full"_s, {}, u"no room"_s, {}});
            s.page.sendAction()->trigger();
            QVERIFY(!s.page.notice()->sentence().isEmpty());
            QCOMPARE(s.order().size(), 3);
        } // the program ends here
        Shown s(&memory);
        s.begin();
        QCOMPARE(s.order(), (QStringList{id(2), id(6), id(1)}));
        QCOMPARE(s.page.fields()->notes()->text(), u"x"_s);
        QCOMPARE(s.page.fields()->driver()->currentIndex(), 1);
        s.page.sendAction()->trigger();
        QCOMPARE(s.commands.open().size(), 1);
        s.begin(); // sent: the next one begins empty
        QVERIFY(s.order().isEmpty());
    }

    void refusesAParcelThatAnotherTripTook()
    {
        Shown s;
        s.begin();
        s.scan(sampleDelivery(1).barcode);
        s.scan(sampleDelivery(2).barcode);
        QVERIFY(s.page.sendAction()->isEnabled());
        CreateTrip other;
        other.localId = facade::CommandService::newLocalTripId();
        other.deliveries = {{sampleDelivery(2).id, {}}};
        s.commands.submit(other);
        s.engine.tell(parcel(3, 0.06)); // something is heard
        QTRY_VERIFY(!s.page.sendAction()->isEnabled());
        QVERIFY(whyNot(*s.page.sendAction()).contains(sampleDelivery(2).barcode));
    }
};

QTEST_MAIN(TestTripBuilder)
#include "tst_tripbuilder.moc"

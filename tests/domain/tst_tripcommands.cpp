// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk knows what commands on a trip are expected to make of it, and which the rules would refuse.
#include "services/domain/tripcommands.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;

namespace {
const TripId kTrip{u"t"_s};
const DeliveryId a{u"a"_s}, b{u"b"_s}, c{u"c"_s};
const QList<DeliveryId> kAll{a, b, c};

Trip planned()
{
    Trip trip;
    trip.id = kTrip;
    trip.driver.emplace();
    trip.driver->id = {u"driver-1"_s};
    trip.driver->user.fullName = u"Karwan"_s;
    trip.type = TripType::Mixed;
    trip.itemCount = 3;
    return trip;
}
} // namespace

class TripCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldsTheParcels_data()
    {
        QTest::addColumn<Command>("command");
        QTest::addColumn<QList<DeliveryId>>("after");
        const auto row = [](const char* name, const Command& command, const QList<DeliveryId>& after) {
            QTest::newRow(name) << command << after;
        };
        row("a full replace, by sequence", SyncTripDeliveries{kTrip, {{c, 2}, {a, 1}}}, {a, c});
        row("a full replace, by place", SyncTripDeliveries{kTrip, {{c, {}}, {a, {}}}}, {c, a});
        row("everything is detached", SyncTripDeliveries{kTrip, {}}, {});
        row("one is removed", RemoveFromTrip{kTrip, b}, {a, c});
        row("another order", ReorderTrip{kTrip, {c, a, b}}, {c, a, b});
        row("cancelled: they stay linked", CancelTrip{kTrip}, kAll);
        row("edited", UpdateTrip{kTrip, {}, {}, {}, u"n"_s}, kAll);
        row("of a waybill", DetachDelivery{{u"w"_s}, b}, kAll);
    }
    void foldsTheParcels()
    {
        QFETCH(Command, command);
        QTEST(membersAfter(command, kAll), "after");
    }

    void foldsTheTrip()
    {
        const CreateTrip create{{u"local:1"_s}, DriverId{u"d"_s}, {}, TripType::MultiPickup, u"n"_s, {{a, 1}}};
        const auto made = applyToTrip(create, std::nullopt);
        QVERIFY(made);
        QCOMPARE(made->id, create.localId);
        QCOMPARE(made->driver->id, *create.driver);
        QVERIFY(!made->vehicle);
        QCOMPARE(made->itemCount, 1);
        QVERIFY(made->state.is(TripStatus::Planned));
        const auto kept = applyToTrip(UpdateTrip{kTrip, {}, {}, {}, u"new"_s}, planned());
        QCOMPARE(kept->notes, u"new"_s);
        QCOMPARE(kept->driver->user.fullName, u"Karwan"_s); // not told: stays
        const auto same = applyToTrip(UpdateTrip{kTrip, DriverId{u"driver-1"_s}, {}, {}, {}}, planned());
        QCOMPARE(same->driver->user.fullName, u"Karwan"_s);
        const auto other = applyToTrip(UpdateTrip{kTrip, DriverId{u"driver-2"_s}, {}, {}, {}}, planned());
        QVERIFY(other->driver->user.fullName.isEmpty()); // the old name would lie
        const auto cleared =
            applyToTrip(UpdateTrip{kTrip, std::optional<DriverId>(), {}, std::optional<TripType>(), {}}, planned());
        QVERIFY(!cleared->driver && !cleared->type);
        QVERIFY(applyToTrip(CancelTrip{kTrip}, planned())->state.is(TripStatus::Cancelled));
        QCOMPARE(applyToTrip(RemoveFromTrip{kTrip, a}, planned())->itemCount, 2);
        QCOMPARE(applyToTrip(SyncTripDeliveries{kTrip, {{a, 1}}}, planned())->itemCount, 1);
        QVERIFY(!applyToTrip(CancelTrip{kTrip}, std::nullopt));
    }

    void refusesAsTheRulesDo()
    {
        Trip trip = planned();
        QCOMPARE(judgeTripCommand(ReorderTrip{kTrip, {c, b, a}}, trip, kAll), TripRefusal::None);
        QCOMPARE(judgeTripCommand(ReorderTrip{kTrip, {c, b}}, trip, kAll), TripRefusal::OrderMismatch);
        QCOMPARE(judgeTripCommand(RemoveFromTrip{kTrip, {u"x"_s}}, trip, kAll), TripRefusal::DeliveryNotInTrip);
        trip.state = TripStatus::InProgress;
        QCOMPARE(judgeTripCommand(ReorderTrip{kTrip, {c, b, a}}, trip, kAll), TripRefusal::NotEditable);
        QCOMPARE(judgeTripCommand(SyncTripDeliveries{kTrip, {}}, trip, kAll), TripRefusal::NotEditable);
        QCOMPARE(judgeTripCommand(UpdateTrip{kTrip, {}, {}, {}, {}}, trip, kAll), TripRefusal::NotEditable);
        QCOMPARE(judgeTripCommand(CancelTrip{kTrip}, trip, kAll), TripRefusal::NotCancellable);
    }

    void standsInLineForWhatTheServerDoesNotKnowYet()
    {
        const DeliveryId local{u"local:9"_s};
        QCOMPARE(touched(SyncTripDeliveries{kTrip, {{a, 1}, {local, 2}}}),
                 (QList<SubjectId>{{kTrip.value}, {local.value}}));
        QCOMPARE(touched(AttachDeliveries{{u"w"_s}, {a, local}}), (QList<SubjectId>{{u"w"_s}, {local.value}}));
        QCOMPARE(subject(RequestReturn{a, u"x"_s, {}}), SubjectId{a.value});
        QCOMPARE(touched(CreateTrip{{u"local:1"_s}, {}, {}, {}, {}, {}}), QList<SubjectId>{{u"local:1"_s}});
    }

    void namesWhatTheServerNamed()
    {
        const SubjectId local{u"local:1"_s}, server{u"s"_s};
        const auto sync = std::get<SyncTripDeliveries>(
            renamed(SyncTripDeliveries{{local.value}, {{{local.value}, 1}, {a, 2}}}, local, server));
        QCOMPARE(sync, (SyncTripDeliveries{{u"s"_s}, {{{u"s"_s}, 1}, {a, 2}}}));
        const auto order = std::get<ReorderTrip>(renamed(ReorderTrip{kTrip, {a, {local.value}}}, local, server));
        QCOMPARE(order.order, (QList<DeliveryId>{a, {u"s"_s}}));
        QCOMPARE(std::get<CancelTrip>(renamed(CancelTrip{kTrip}, local, server)).trip, kTrip);
    }

    void knowsWhatACommandIsAbout()
    {
        QCOMPARE(tripOf(CancelTrip{kTrip}), kTrip);
        QVERIFY(waybillOf(CancelTrip{kTrip}).isEmpty());
        QVERIFY(tripOf(SealWaybill{{u"w"_s}}).isEmpty());
        QCOMPARE(parcelOf(RequestReturn{a, u"x"_s, {}}), a);
        QVERIFY(isCreate(CreateTrip{}));
        QVERIFY(!isCreate(UpdateTrip{}));
        QCOMPARE(deliveriesOf(ReorderTrip{kTrip, {c, a}}), (QList<DeliveryId>{c, a}));
        QCOMPARE(deliveriesOf(SyncTripDeliveries{kTrip, {{c, 1}}}), QList<DeliveryId>{c});
    }

    void detachesBeforeItCancels()
    {
        const QList<Command> both = detachThenCancel(kTrip);
        QCOMPARE(both.size(), 2);
        QVERIFY(both[0] == Command(SyncTripDeliveries{kTrip, {}}));
        QVERIFY(both[1] == Command(CancelTrip{kTrip}));
        QCOMPARE(touched(both[0]), touched(both[1])); // so that the outbox keeps their order
    }
};

QTEST_APPLESS_MAIN(TripCommandsTest)
#include "tst_tripcommands.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk lets a parcel be changed only while nobody is under way with it, and expects of a change what was asked.
#include "services/domain/parcelrules.h"
#include "tests/support/sampleedits.h"

#include <QTest>

using namespace waydesk;
using namespace waydesk::test;
using namespace Qt::Literals::StringLiterals;

namespace {

Delivery parcelIn(DeliveryStatus status = DeliveryStatus::Pending)
{
    Delivery parcel = *applyToParcel(CreateDelivery{{u"d1"_s}, sampleEdit()}, {});
    parcel.state = status;
    return parcel;
}

WarehouseRef hub()
{
    return {{u"wh-2"_s}, u"North Hub"_s, {}};
}

} // namespace

class TestParcelRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editsOnlyWhatWaits()
    {
        QList<DeliveryStatus> open;
        for (const DeliveryStatus status : kDeliveryStatuses) {
            const ParcelRefusal refusal = canEditParcel(parcelIn(status));
            if (refusal == ParcelRefusal::None)
                open << status;
            else
                QCOMPARE(refusal, ParcelRefusal::NotEditable);
        }
        using enum DeliveryStatus;
        QCOMPARE(open, (QList<DeliveryStatus>{Draft, Pending, StagedAtWarehouse, Assigned}));
        Delivery odd = parcelIn();
        odd.state = DeliveryState::fromWord(u"teleported"_s);
        QCOMPARE(canEditParcel(odd), ParcelRefusal::UnknownState);
        QCOMPARE(wordsOf(ParcelRefusal::NotEditable).code, u"delivery_not_editable"_s);
        QCOMPARE(wordsOf(ParcelRefusal::TripStarted).status, 409);
    }

    void movesNothingThatIsSealedOrStarted()
    {
        const Delivery parcel = parcelIn();
        QCOMPARE(canMoveParcel(parcel, {}, {}), ParcelRefusal::None);
        QCOMPARE(canMoveParcel(parcel, WaybillState(WaybillStatus::Drafted), TripState(TripStatus::Planned)),
                 ParcelRefusal::None);
        QCOMPARE(canMoveParcel(parcel, WaybillState(WaybillStatus::Cancelled), {}), ParcelRefusal::None);
        QCOMPARE(canMoveParcel(parcel, WaybillState(WaybillStatus::Sealed), {}), ParcelRefusal::WaybillSealed);
        QCOMPARE(canMoveParcel(parcel, {}, TripState(TripStatus::InProgress)), ParcelRefusal::TripStarted);
        QCOMPARE(canMoveParcel(parcelIn(DeliveryStatus::Delivered), {}, {}), ParcelRefusal::NotEditable);
    }

    void makesOfAChangeWhatWasAsked()
    {
        const auto made = applyToParcel(CreateDelivery{{u"local:1"_s}, sampleEdit()}, {});
        QVERIFY(made && made->id.isLocal() && made->state.is(DeliveryStatus::Pending));
        QCOMPARE(made->cod.minor, 15000);
        QCOMPARE(made->customer->fullName, u"Dilan Aziz"_s);
        QVERIFY(made->window && made->dropoff);

        Delivery before = parcelIn();
        before.dropoffWarehouse = hub();
        QVERIFY(applyToParcel(UpdateDelivery{before.id, {}}, before) == before);
        const auto cleared = applyToParcel(UpdateDelivery{before.id, clearedEdit()}, before);
        QVERIFY(!cleared->customer && !cleared->window && !cleared->dropoffWarehouse);
        QVERIFY(cleared->barcode.isEmpty() && cleared->cod.minor == 0);
        QVERIFY(cleared->dropoff == before.dropoff && cleared->pickupWarehouse == before.pickupWarehouse);

        ParcelEdit other;
        other.pickupWarehouse = std::optional(hub());
        before.pickup = before.dropoff;
        before.pickupZone = before.dropoffZone;
        const auto moved = applyToParcel(UpdateDelivery{before.id, other}, before);
        QCOMPARE(moved->pickupWarehouse->id.value, u"wh-2"_s);
        QVERIFY(!moved->pickup && !moved->pickupZone); // the old ones would lie
        before.dropoffZone = ZoneRef{{u"z-1"_s}, u"Ankawa"_s, u"Z1"_s};
        ParcelEdit same, elsewhere;
        same.dropoff = before.dropoff;
        elsewhere.dropoff = *before.dropoff;
        elsewhere.dropoff->fullAddress = u"Another street"_s;
        QCOMPARE(applyToParcel(UpdateDelivery{before.id, same}, before)->dropoffZone, before.dropoffZone);
        QVERIFY(!applyToParcel(UpdateDelivery{before.id, elsewhere}, before)->dropoffZone); // the server will tell it
        QVERIFY(applyToParcel(SealWaybill{{u"wb"_s}}, before) == before);
        QVERIFY(!applyToParcel(UpdateDelivery{before.id, other}, {}));
    }

    void namesWhatACommandIsAbout()
    {
        const Command create = CreateDelivery{{u"local:1"_s}, {}}, update = UpdateDelivery{{u"local:1"_s}, {}};
        QVERIFY(isCreate(create) && !isCreate(update));
        QCOMPARE(touched(create), QList<SubjectId>{{u"local:1"_s}});
        QCOMPARE(touched(update), QList<SubjectId>{{u"local:1"_s}});
        QVERIFY(renamed(update, {u"local:1"_s}, {u"d"_s}) == Command(UpdateDelivery{{u"d"_s}, {}}));
        QVERIFY(isNothing({}) && !isNothing(clearedEdit()));
        QVERIFY(movesParcel(sampleEdit()) && !movesParcel(ParcelEdit{}));
    }
};

QTEST_GUILESS_MAIN(TestParcelRules)
#include "tst_parcelrules.moc"

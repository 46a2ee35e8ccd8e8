// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/rules.h"

#include <QTest>

using namespace waydesk;
using namespace Qt::Literals::StringLiterals;

namespace {

Waybill waybill(WaybillStatus status, CarrierType carrier = CarrierType::Internal)
{
    Waybill w;
    w.id = {u"w1"_s};
    w.state = status;
    w.carrier = carrier;
    return w;
}

Delivery pending()
{
    Delivery d;
    d.id = {u"d1"_s};
    d.state = DeliveryStatus::Pending;
    return d;
}

// The steps that the documents allow, written down once more, apart from the code under test.
bool documented(CarrierType carrier, WaybillStatus from, WaybillStatus to)
{
    using enum WaybillStatus;
    const QList<std::pair<WaybillStatus, WaybillStatus>> both{
        {Drafted, Sealed}, {Drafted, Cancelled}, {Sealed, Cancelled}, {InTransit, Received}, {Received, Closed}};
    const QList<std::pair<WaybillStatus, WaybillStatus>> internal{{Sealed, PickedUp}, {PickedUp, InTransit}};
    const QList<std::pair<WaybillStatus, WaybillStatus>> others{{Sealed, InTransit}};
    return both.contains({from, to}) || (carrier == CarrierType::Internal ? internal : others).contains({from, to});
}

} // namespace

class TestRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsEveryStepOfTheLifecycle()
    {
        int allowed = 0;
        for (const CarrierType carrier : kCarrierTypes) {
            for (const WaybillStatus from : kWaybillStatuses) {
                for (const WaybillStatus to : kWaybillStatuses) {
                    QCOMPARE(mayMove(carrier, from, to), documented(carrier, from, to));
                    allowed += mayMove(carrier, from, to) ? 1 : 0;
                }
            }
        }
        QCOMPARE(allowed, 7 + 6 + 6);
    }

    void sealsOnlyADraftWithParcels()
    {
        QCOMPARE(canSeal(waybill(WaybillStatus::Drafted), 0).refusal, Refusal::NoDeliveries);
        QVERIFY(canSeal(waybill(WaybillStatus::Drafted), 1).allowed());
        QCOMPARE(canSeal(waybill(WaybillStatus::Sealed), 1).refusal, Refusal::InvalidTransition);
    }

    void locksMembershipOnceSealed()
    {
        for (const WaybillStatus s : kWaybillStatuses) {
            QCOMPARE(canChangeMembership(waybill(s)).allowed(), s == WaybillStatus::Drafted);
            QCOMPARE(canEdit(waybill(s)).allowed(), s == WaybillStatus::Drafted);
        }
    }

    void assignsSwitchesAndUnassigns()
    {
        using enum WaybillStatus;
        QCOMPARE(canAssign(waybill(Drafted)).refusal, Refusal::NotSealedForAssign);
        QVERIFY(canAssign(waybill(Sealed)).allowed());
        QCOMPARE(canAssign(waybill(Sealed, CarrierType::Prime)).refusal, Refusal::NotInternalCarrier);
        Waybill driven = waybill(PickedUp);
        driven.driverId = DriverId{u"a"_s};
        const DriverId other{u"b"_s};
        QVERIFY(canSwitchDriver(driven, other, u"van broke down").allowed());
        QCOMPARE(canSwitchDriver(driven, driven.driverId, u"x").refusal, Refusal::SameDriver);
        QCOMPARE(canSwitchDriver(driven, other, u"  ").refusal, Refusal::ReasonRequired);
        QCOMPARE(canSwitchDriver(driven, other, QString(501, u'x')).refusal, Refusal::ReasonRequired);
        QCOMPARE(canUnassign(driven).refusal, Refusal::UnassignAfterPickup);
        driven.state = Sealed;
        QVERIFY(canUnassign(driven).allowed());
        driven.driverId.reset();
        QCOMPARE(canUnassign(driven).refusal, Refusal::NoDriverAssigned);
    }

    void keepsCarriersApart()
    {
        using enum WaybillStatus;
        QCOMPARE(canDispatch(waybill(Sealed)).refusal, Refusal::UseDriverAction);
        QVERIFY(canDispatch(waybill(Sealed, CarrierType::External)).allowed());
        QVERIFY(canReceive(waybill(InTransit, CarrierType::Prime)).allowed());
        QCOMPARE(canReceive(waybill(Sealed, CarrierType::Prime)).refusal, Refusal::InvalidTransition);
        QCOMPARE(canReceive(waybill(InTransit)).refusal, Refusal::UseDriverAction);
    }

    void letsOnlyTheAssignedDriverAct()
    {
        Waybill w = waybill(WaybillStatus::Sealed);
        w.driverId = DriverId{u"a"_s};
        QVERIFY(canDriverAct(w, DriverAction::PickedUp, {u"a"_s}).allowed());
        QCOMPARE(canDriverAct(w, DriverAction::PickedUp, {u"b"_s}).refusal, Refusal::DriverMismatch);
        QCOMPARE(canDriverAct(w, DriverAction::Received, {u"a"_s}).refusal, Refusal::InvalidTransition);
    }

    void checksEligibilityInTheScanCallsOrder()
    {
        Delivery d = pending();
        QVERIFY(canAttach(d).allowed());
        d.hasActiveAssignment = true;
        QCOMPARE(canAttach(d).refusal, Refusal::DeliveryHasActiveAssignment);
        d.state = DeliveryStatus::Delivered;
        QCOMPARE(canAttach(d).refusal, Refusal::DeliveryStatusNotEligible);
        d.parentId = DeliveryId{u"p"_s};
        QCOMPARE(canAttach(d).refusal, Refusal::DeliveryParentNotEligible);
        d.inActiveRouteSession = true;
        QCOMPARE(canAttach(d).refusal, Refusal::DeliveryInActiveRouteSession);
        d.waybillId = WaybillId{u"w"_s};
        QCOMPARE(canAttach(d).refusal, Refusal::DeliveryAlreadyInWaybill);
    }

    void neverOfAnUnknownWord()
    {
        Waybill w = waybill(WaybillStatus::Sealed);
        w.state = WaybillState::fromWord(u"teleported"_s);
        QCOMPARE(w.state.text, u"teleported"_s);
        QVERIFY(!canEdit(w).allowed());
        QVERIFY(!canSeal(w, 3).allowed());
        QVERIFY(!canAssign(w).allowed());
        QVERIFY(!canUnassign(w).allowed());
        QVERIFY(!canCancel(w).allowed());
        QVERIFY(!canClose(w).allowed());
        QVERIFY(!canReturnChildren(w, UserRole::Dispatcher, false).allowed());
        Delivery d = pending();
        d.state = DeliveryState::fromWord(u"teleported"_s);
        QVERIFY(!canAttach(d).allowed());
    }

    void cascadesToTheFourThatFollow()
    {
        using enum DeliveryStatus;
        const QList<DeliveryStatus> follow{Pending, Assigned, PickedUp, InTransit};
        for (const DeliveryStatus child : kDeliveryStatuses) {
            const bool follows = follow.contains(child);
            QCOMPARE(cascade(WaybillStatus::PickedUp, child),
                     follows ? std::optional(PickedUp) : std::optional<DeliveryStatus>());
            QCOMPARE(cascade(WaybillStatus::InTransit, child),
                     follows ? std::optional(InTransit) : std::optional<DeliveryStatus>());
            QCOMPARE(cascade(WaybillStatus::Received, child),
                     follows ? std::optional(Delivered) : std::optional<DeliveryStatus>());
            QVERIFY(!cascade(WaybillStatus::Sealed, child));
            QVERIFY(!cascade(WaybillStatus::Cancelled, child));
        }
    }

    void returnsByDispatcherAndDriver()
    {
        using enum WaybillStatus;
        for (const WaybillStatus s : kWaybillStatuses) {
            const bool dispatcher = s == Sealed || s == PickedUp || s == InTransit || s == Received;
            QCOMPARE(canReturnChildren(waybill(s), UserRole::Dispatcher, false).allowed(), dispatcher);
            QCOMPARE(canReturnChildren(waybill(s), UserRole::Driver, true).allowed(), s == PickedUp || s == InTransit);
            QVERIFY(!canReturnChildren(waybill(s), UserRole::Driver, false).allowed());
        }
        QVERIFY(!canReturnChildren(waybill(InTransit, CarrierType::Prime), UserRole::Dispatcher, false).allowed());
    }

    void foldsQueuedCommandsIntoWhatIsExpected()
    {
        CreateWaybill create;
        create.localId = {u"local:1"_s};
        create.deliveries = {{u"d1"_s}, {u"d2"_s}};
        auto w = waydesk::apply(create, std::nullopt);
        QVERIFY(w && w->id.isLocal());
        QCOMPARE(w->itemCount, 2);
        w = waydesk::apply(DetachDelivery{create.localId, {u"d1"_s}}, w);
        w = waydesk::apply(SealWaybill{create.localId}, w);
        w = waydesk::apply(AssignDriver{create.localId, {u"a"_s}}, w);
        QCOMPARE(w->itemCount, 1);
        QVERIFY(w->state.is(WaybillStatus::Sealed));
        QCOMPARE(w->driverId, DriverId{u"a"_s});
        w = waydesk::apply(CancelWaybill{create.localId}, w);
        QVERIFY(w->state.is(WaybillStatus::Cancelled) && !w->driverId);
        QVERIFY(!waydesk::apply(SealWaybill{create.localId}, std::nullopt));
        const Waybill draft = *waydesk::apply(CreateWaybill{.localId = {u"local:2"_s}}, std::nullopt);
        QVERIFY(!waydesk::apply(BulkDeleteDrafts{{}, true}, draft));
        QVERIFY(!waydesk::apply(BulkDeleteDrafts{{draft.id}, false}, draft));
        QVERIFY(waydesk::apply(BulkDeleteDrafts{{{u"other"_s}}, false}, draft));
    }

    void renamesLocalIdsEverywhere()
    {
        const WaybillId local{u"local:1"_s}, server{u"s"_s};
        const SubjectId from{local.value}, to{server.value};
        QCOMPARE(std::get<SealWaybill>(renamed(SealWaybill{local}, from, to)).waybill, server);
        const Command bulk = renamed(BulkDeleteDrafts{{local, {u"x"_s}}, false}, from, to);
        QCOMPARE(std::get<BulkDeleteDrafts>(bulk).waybills, (QList<WaybillId>{server, {u"x"_s}}));
        QCOMPARE(waybillOf(CreateWaybill{.localId = local}), local);
    }

    void givesEveryRefusalItsWords()
    {
        for (int i = static_cast<int>(Refusal::InvalidTransition); i <= static_cast<int>(Refusal::UnknownState); ++i) {
            const RefusalWords words = wordsOf(static_cast<Refusal>(i));
            QVERIFY(words.status >= 400 && !words.message.isEmpty());
            if (!words.code.isEmpty())
                QCOMPARE(refusalFromCode(words.code), static_cast<Refusal>(i));
        }
        QCOMPARE(refusalFromCode(u"nonsense"), Refusal::None);
    }
};

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sample.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::test {

namespace {

const QStringList kNames{u"Karwan Aziz"_s, u"Huda Karim"_s, u"Soran Ali"_s,   u"Dilan Omar"_s,
                         u"Rebin Saleh"_s, u"أحمد حسن"_s,   u"شیرین ڕەشید"_s, u"José Núñez"_s};
const QStringList kZones{u"Erbil East"_s, u"Ankawa"_s, u"Bakhtyari"_s, u"Iskan"_s, u"Zanko"_s, u"Sarbasti"_s};

Instant at(int minutes)
{
    return *parseInstant(u"2026-04-07T06:00:00Z") + std::chrono::minutes(minutes);
}

Place place(int n)
{
    Place out;
    out.id = AddressId{u"addr-%1"_s.arg(n)};
    out.fullAddress = u"Street %1, %2, Erbil"_s.arg(n % 90 + 1).arg(kZones[n % kZones.size()]);
    out.position = QGeoCoordinate(36.19 + (n % 50) * 0.001, 44.01 + (n % 70) * 0.001);
    out.city = u"Erbil"_s;
    out.country = u"Iraq"_s;
    return out;
}

ZoneRef zone(int n)
{
    const int i = n % static_cast<int>(kZones.size());
    return {ZoneId{u"zone-%1"_s.arg(i)}, kZones[i], u"Z%1"_s.arg(i)};
}

} // namespace

Warehouse sampleWarehouse(int n)
{
    Warehouse out;
    out.ref = {WarehouseId{u"wh-%1"_s.arg(n)}, n == 1 ? u"Main Warehouse"_s : u"Warehouse %1"_s.arg(n),
               u"WH-%1"_s.arg(n)};
    out.location = place(n);
    return out;
}

DriverRef sampleDriver(int n)
{
    DriverRef out;
    out.id = DriverId{u"driver-%1"_s.arg(n)};
    out.status = u"active"_s;
    out.user = {UserId{u"user-d%1"_s.arg(n)}, kNames[(n - 1) % kNames.size()], u"driver%1@demo.waydesk"_s.arg(n), u""_s,
                u""_s};
    out.vehicle = VehicleRef{VehicleId{u"van-%1"_s.arg(n)}, u"Van %1"_s.arg(100 + n), u"V%1"_s.arg(n),
                             Quantity::whole(50), u""_s};
    return out;
}

Waybill sampleWaybill(int n, WaybillStatus status)
{
    Waybill out;
    out.id = WaybillId{u"wb-%1"_s.arg(n)};
    out.tenantId = TenantId{u"tenant-1"_s};
    out.number = u"WB%1"_s.arg(n, 5, 10, QLatin1Char('0'));
    out.state = status;
    out.origin.type = EndpointType::Warehouse;
    out.origin.warehouseId = WarehouseId{u"wh-1"_s};
    out.origin.warehouse = sampleWarehouse(1).ref;
    out.origin.location = place(0);
    out.origin.zone = zone(0);
    out.destination.type = EndpointType::Location;
    out.destination.location = place(n);
    out.destination.zone = zone(n);
    out.createdBy = UserId{u"user-1"_s};
    out.notes = u"Batch %1"_s.arg(n);
    out.createdAt = out.updatedAt = at(n);
    out.itemCount = n % 7;
    out.totalCod = Money{1000 * (n % 40), u"IQD"_s};
    if (status != WaybillStatus::Drafted)
        out.sealedAt = at(n + 15);
    return out;
}

Delivery sampleDelivery(int n, DeliveryStatus status)
{
    Delivery out;
    out.id = DeliveryId{u"dl-%1"_s.arg(n)};
    out.code = QString::number(1000 + n);
    out.barcode = u"DEL%1"_s.arg(1000 + n);
    out.externalReference = u"ORD-%1"_s.arg(1000 + n);
    out.state = status;
    out.pickup = place(0);
    out.dropoff = place(n);
    out.paymentMethod = u"cod"_s;
    out.cod = Money{500 * n, u"IQD"_s};
    out.notes = u"Handle with care"_s;
    out.createdAt = out.updatedAt = at(n);
    out.pickupZone = zone(0);
    out.dropoffZone = zone(n);
    out.pickupWarehouse = sampleWarehouse(1).ref;
    out.customer = CustomerRef{CustomerId{u"cust-%1"_s.arg(n)}, kNames[n % kNames.size()], u""_s, u""_s};
    return out;
}

CreateWaybill sampleCreate(const WaybillId& localId)
{
    CreateWaybill out;
    out.localId = localId;
    out.origin.warehouseId = WarehouseId{u"wh-1"_s};
    out.destination.type = EndpointType::Location;
    out.destination.location = place(7);
    out.notes = u"Afternoon"_s;
    return out;
}

QList<Command> everyCommand()
{
    const WaybillId id{u"wb-1"_s};
    const TripId trip{u"trip-1"_s};
    const QList<DeliveryId> two{DeliveryId{u"dl-1"_s}, DeliveryId{u"dl-2"_s}};
    CreateWaybill create = sampleCreate(WaybillId{u"local:1"_s});
    create.carrier = CarrierType::Prime;
    create.externalCarrierRef = u""_s; // present and empty is not absent
    create.deliveries = two;
    UpdateWaybill update{
        id, u"new \"notes\"\nline"_s, CarrierType::External, u"REF"_s, create.origin, create.destination};
    return {create,
            update,
            UpdateWaybill{id, {}, {}, {}, {}, {}},
            AttachDeliveries{id, two},
            DetachDelivery{id, two[0]},
            SealWaybill{id},
            AssignDriver{id, DriverId{u"driver-1"_s}},
            SwitchDriver{id, DriverId{u"driver-2"_s}, u"vehicle issue"_s},
            UnassignDriver{id},
            DispatchWaybill{id},
            ReceiveWaybill{id, ProofOfDelivery{u"https://x/s.png"_s, {u"https://x/1.jpg"_s}, u"fine"_s, at(3)}},
            ReceiveWaybill{id, {}},
            CloseWaybill{id},
            CancelWaybill{id},
            ReturnChildren{id, two, ReturnReason::QcFail, u"wet"_s, {u"https://x/2.jpg"_s}},
            BulkDeleteDrafts{{id, WaybillId{u"wb-2"_s}}, false},
            BulkDeleteDrafts{{}, true},
            CreateTrip{TripId{u"local:2"_s},
                       DriverId{u"driver-1"_s},
                       VehicleId{u"van-1"_s},
                       TripType::Mixed,
                       u"early"_s,
                       {{two[0], 2}, {two[1], 1}}},
            CreateTrip{TripId{u"local:3"_s}, {}, {}, {}, {}, {{two[0], {}}}},
            UpdateTrip{trip, std::optional<DriverId>(DriverId{u"driver-1"_s}), std::optional<VehicleId>(),
                       std::optional<TripType>(TripType::MultiDropoff), u""_s},
            UpdateTrip{trip,
                       std::optional<DriverId>(),
                       std::optional<VehicleId>(VehicleId{u"van-1"_s}),
                       std::optional<TripType>(),
                       {}},
            UpdateTrip{trip, {}, {}, {}, {}},
            SyncTripDeliveries{trip, {{two[1], 1}, {two[0], 2}}},
            SyncTripDeliveries{trip, {}},
            RemoveFromTrip{trip, two[0]},
            ReorderTrip{trip, {two[1], two[0]}},
            CancelTrip{trip},
            RequestReturn{two[0], u"refused at the door"_s, u"call first"_s},
            RequestReturn{two[0], u"x"_s, {}},
            DecideReturn{ReturnRequestId{u"rr-1"_s}, two[0], ReturnDecision::Approve},
            DecideReturn{ReturnRequestId{u"rr-1"_s}, two[0], ReturnDecision::Reject},
            RaiseCase{two[0], CaseKind::Damaged, u"the box is wet"_s, u"at the dock"_s},
            RaiseCase{two[0], CaseKind::Missing, u"x"_s, {}},
            UpdateCase{ExceptionId{u"ex-1"_s},
                       two[0],
                       std::optional<UserId>(UserId{u"user-1"_s}),
                       std::optional<QString>(u"call the customer"_s),
                       std::optional<Instant>(Instant{} + std::chrono::hours{24}),
                       {}},
            UpdateCase{ExceptionId{u"ex-1"_s},
                       two[0],
                       std::optional<UserId>(),
                       std::optional<QString>(),
                       std::optional<Instant>(),
                       {}},
            UpdateCase{ExceptionId{u"ex-1"_s}, two[0], {}, {}, {}, u"sent again"_s},
            CreateDelivery{DeliveryId{u"local:4"_s}, sampleEdit()},
            CreateDelivery{DeliveryId{u"local:5"_s}, {}},
            UpdateDelivery{two[0], sampleEdit()},
            UpdateDelivery{two[0], clearedEdit()},
            UpdateDelivery{two[0], {}}};
}

} // namespace waydesk::test

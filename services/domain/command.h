// SPDX-License-Identifier: GPL-3.0-or-later
// What a dispatcher can ask for, as typed intents. A command is written to the outbox before anything is sent.
// `subject` is the waybill, trip or parcel whose commands must go in order; bulk deletes have none.
#pragma once

#include "services/domain/exception.h"
#include "services/domain/parceledit.h"
#include "services/domain/trip.h"
#include "services/domain/waybill.h"

#include <QList>
#include <concepts>
#include <variant>

namespace waydesk {

struct CreateWaybill
{
    WaybillId localId; // "local:<uuid>"
    Endpoint origin, destination;
    CarrierType carrier = CarrierType::Internal;
    QString notes;
    std::optional<QString> externalCarrierRef;
    QList<DeliveryId> deliveries;
    bool operator==(const CreateWaybill&) const = default;
};

struct UpdateWaybill // nullopt: leave as it is
{
    WaybillId waybill;
    std::optional<QString> notes;
    std::optional<CarrierType> carrier;
    std::optional<QString> externalCarrierRef;
    std::optional<Endpoint> origin, destination;
    bool operator==(const UpdateWaybill&) const = default;
};

struct AttachDeliveries
{
    WaybillId waybill;
    QList<DeliveryId> deliveries;
    bool operator==(const AttachDeliveries&) const = default;
};

struct DetachDelivery
{
    WaybillId waybill;
    DeliveryId delivery;
    bool operator==(const DetachDelivery&) const = default;
};

struct SealWaybill
{
    WaybillId waybill;
    bool operator==(const SealWaybill&) const = default;
};

struct AssignDriver
{
    WaybillId waybill;
    DriverId driver;
    bool operator==(const AssignDriver&) const = default;
};

struct SwitchDriver
{
    WaybillId waybill;
    DriverId driver;
    QString reason; // 1 to 500 characters
    bool operator==(const SwitchDriver&) const = default;
};

struct UnassignDriver
{
    WaybillId waybill;
    bool operator==(const UnassignDriver&) const = default;
};

struct DispatchWaybill
{
    WaybillId waybill;
    bool operator==(const DispatchWaybill&) const = default;
};

struct ReceiveWaybill
{
    WaybillId waybill;
    std::optional<ProofOfDelivery> proof;
    bool operator==(const ReceiveWaybill&) const = default;
};

struct CloseWaybill
{
    WaybillId waybill;
    bool operator==(const CloseWaybill&) const = default;
};

struct CancelWaybill
{
    WaybillId waybill;
    bool operator==(const CancelWaybill&) const = default;
};

struct ReturnChildren
{
    WaybillId waybill;
    QList<DeliveryId> deliveries;
    ReturnReason reason = ReturnReason::Refused;
    QString notes;
    QStringList photoUrls;
    bool operator==(const ReturnChildren&) const = default;
};

struct BulkDeleteDrafts // exactly one scope: the ids, or every empty draft of the tenant
{
    QList<WaybillId> waybills; // 1 to 100
    bool allEmpty = false;
    bool operator==(const BulkDeleteDrafts&) const = default;
};

using Command = std::variant<CreateWaybill, UpdateWaybill, AttachDeliveries, DetachDelivery, SealWaybill, AssignDriver,
                             SwitchDriver, UnassignDriver, DispatchWaybill, ReceiveWaybill, CloseWaybill, CancelWaybill,
                             ReturnChildren, BulkDeleteDrafts, CreateTrip, UpdateTrip, SyncTripDeliveries,
                             RemoveFromTrip, ReorderTrip, CancelTrip, RequestReturn, DecideReturn, RaiseCase,
                             UpdateCase, CreateDelivery, UpdateDelivery>;

// One kind's commands, for visitors that mean that kind alone.
template<class C>
concept WaybillCommand = std::same_as<C, CreateWaybill> || std::same_as<C, BulkDeleteDrafts> || requires(const C& c)
{
    c.waybill;
};
template<class C>
concept TripCommand = std::same_as<C, CreateTrip> || requires(const C& c)
{
    c.trip;
};
template<class C>
concept ParcelCommand = std::same_as<C, RequestReturn> || std::same_as<C, DecideReturn> || std::same_as<C, RaiseCase> ||
    std::same_as<C, UpdateCase> || std::same_as<C, CreateDelivery> || std::same_as<C, UpdateDelivery>;

// What the command's queue is named by; empty for a bulk delete.
SubjectId subject(const Command& command);
// Everything that the command must stand in line for: its subject, each waybill of a bulk delete, and whatever it names
// that the server does not know yet.
QList<SubjectId> touched(const Command& command);
// The same command with a local id replaced by the server's, wherever it stands.
Command renamed(Command command, const SubjectId& local, const SubjectId& server);

// The one waybill, trip or parcel that it is about; empty where it is about another kind of thing.
WaybillId waybillOf(const Command& command);
TripId tripOf(const Command& command);
DeliveryId parcelOf(const Command& command);
QList<WaybillId> waybillsOf(const Command& command);    // every one that it touches
QList<DeliveryId> deliveriesOf(const Command& command); // every parcel that it names, in its order
bool isCreate(const Command& command);                  // its subject is a local id until it is done

// "create_waybill", "seal_waybill" …: stable, used in storage and logs.
QString kindWord(const Command& command);

} // namespace waydesk

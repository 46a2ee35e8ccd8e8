// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/commandjson.h"

#include "services/store/casecommandjson.h"
#include "services/store/parceljson.h"
#include "services/store/valuejson.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

namespace {

constexpr int kVersion = 1;

template<class Id>
QJsonArray idsJson(const QList<Id>& ids)
{
    QJsonArray out;
    for (const Id& id : ids)
        out << id.value;
    return out;
}

template<class Id>
QList<Id> idsFrom(const QJsonValue& value)
{
    QList<Id> out;
    const QJsonArray ids = value.toArray();
    for (const QJsonValue& id : ids)
        out << Id{id.toString()};
    return out;
}

const QString kApprove = u"approve"_s, kReject = u"reject"_s;

QJsonArray membersJson(const QList<TripMember>& members)
{
    QJsonArray out;
    for (const TripMember& member : members) {
        QJsonObject one{{u"delivery"_s, member.delivery.value}};
        if (member.sequence)
            one[u"sequence"_s] = *member.sequence;
        out << one;
    }
    return out;
}

QList<TripMember> membersFrom(const QJsonValue& value)
{
    QList<TripMember> out;
    const QJsonArray members = value.toArray();
    for (const QJsonValue& member : members) {
        const QJsonValue sequence = member[u"sequence"_s];
        out << TripMember{DeliveryId{member[u"delivery"_s].toString()},
                          sequence.isDouble() ? std::optional(sequence.toInt()) : std::nullopt};
    }
    return out;
}

template<class T, class Text>
QJsonValue orNull(const std::optional<T>& value, Text text)
{
    return value ? QJsonValue(text(*value)) : QJsonValue(QJsonValue::Null);
}

struct Writer
{
    QJsonObject out;

    void operator()(const CreateWaybill& c)
    {
        out[u"waybill"_s] = c.localId.value;
        out[u"origin"_s] = endpointJson(c.origin);
        out[u"destination"_s] = endpointJson(c.destination);
        out[u"carrier"_s] = word(c.carrier);
        out[u"notes"_s] = c.notes;
        if (c.externalCarrierRef)
            out[u"external_carrier_ref"_s] = *c.externalCarrierRef;
        out[u"deliveries"_s] = idsJson(c.deliveries);
    }
    void operator()(const UpdateWaybill& c)
    {
        out[u"waybill"_s] = c.waybill.value;
        if (c.notes)
            out[u"notes"_s] = *c.notes;
        if (c.carrier)
            out[u"carrier"_s] = word(*c.carrier);
        if (c.externalCarrierRef)
            out[u"external_carrier_ref"_s] = *c.externalCarrierRef;
        if (c.origin)
            out[u"origin"_s] = endpointJson(*c.origin);
        if (c.destination)
            out[u"destination"_s] = endpointJson(*c.destination);
    }
    void operator()(const AttachDeliveries& c)
    {
        out[u"waybill"_s] = c.waybill.value;
        out[u"deliveries"_s] = idsJson(c.deliveries);
    }
    void operator()(const DetachDelivery& c)
    {
        out[u"waybill"_s] = c.waybill.value;
        out[u"delivery"_s] = c.delivery.value;
    }
    void operator()(const AssignDriver& c)
    {
        out[u"waybill"_s] = c.waybill.value;
        out[u"driver"_s] = c.driver.value;
    }
    void operator()(const SwitchDriver& c)
    {
        out[u"waybill"_s] = c.waybill.value;
        out[u"driver"_s] = c.driver.value;
        out[u"reason"_s] = c.reason;
    }
    void operator()(const ReceiveWaybill& c)
    {
        out[u"waybill"_s] = c.waybill.value;
        if (c.proof)
            out[u"proof"_s] = proofJson(*c.proof);
    }
    void operator()(const ReturnChildren& c)
    {
        out[u"waybill"_s] = c.waybill.value;
        out[u"deliveries"_s] = idsJson(c.deliveries);
        out[u"reason"_s] = word(c.reason);
        out[u"notes"_s] = c.notes;
        out[u"photo_urls"_s] = QJsonArray::fromStringList(c.photoUrls);
    }
    void operator()(const BulkDeleteDrafts& c)
    {
        out[u"waybills"_s] = idsJson(c.waybills);
        out[u"all_empty"_s] = c.allEmpty;
    }
    void operator()(const CreateTrip& c)
    {
        out[u"trip"_s] = c.localId.value;
        if (c.driver)
            out[u"driver"_s] = c.driver->value;
        if (c.vehicle)
            out[u"vehicle"_s] = c.vehicle->value;
        if (c.type)
            out[u"type"_s] = word(*c.type);
        out[u"notes"_s] = c.notes;
        out[u"members"_s] = membersJson(c.deliveries);
    }
    void operator()(const UpdateTrip& c)
    {
        out[u"trip"_s] = c.trip.value;
        if (c.driver)
            out[u"driver"_s] = orNull(*c.driver, [](const DriverId& id) { return id.value; });
        if (c.vehicle)
            out[u"vehicle"_s] = orNull(*c.vehicle, [](const VehicleId& id) { return id.value; });
        if (c.type)
            out[u"type"_s] = orNull(*c.type, [](TripType type) { return word(type); });
        if (c.notes)
            out[u"notes"_s] = *c.notes;
    }
    void operator()(const SyncTripDeliveries& c)
    {
        out[u"trip"_s] = c.trip.value;
        out[u"members"_s] = membersJson(c.deliveries);
    }
    void operator()(const RemoveFromTrip& c)
    {
        out[u"trip"_s] = c.trip.value;
        out[u"delivery"_s] = c.delivery.value;
    }
    void operator()(const ReorderTrip& c)
    {
        out[u"trip"_s] = c.trip.value;
        out[u"deliveries"_s] = idsJson(c.order);
    }
    void operator()(const CancelTrip& c) { out[u"trip"_s] = c.trip.value; }
    void operator()(const RequestReturn& c)
    {
        out[u"delivery"_s] = c.delivery.value;
        out[u"reason"_s] = c.reason;
        if (c.notes)
            out[u"notes"_s] = *c.notes;
    }
    void operator()(const DecideReturn& c)
    {
        out[u"request"_s] = c.request.value;
        out[u"delivery"_s] = c.delivery.value;
        out[u"decision"_s] = c.decision == ReturnDecision::Approve ? kApprove : kReject;
    }
    void operator()(const RaiseCase& c) { writeCommand(out, c); }
    void operator()(const UpdateCase& c) { writeCommand(out, c); }
    void operator()(const CreateDelivery& c)
    {
        out[u"delivery"_s] = c.localId.value;
        out[u"parcel"_s] = parcelEditJson(c.parcel);
    }
    void operator()(const UpdateDelivery& c)
    {
        out[u"delivery"_s] = c.delivery.value;
        out[u"parcel"_s] = parcelEditJson(c.edit);
    }
    template<class Plain> // seal, unassign, dispatch, close, cancel: nothing but the waybill
    requires requires(const Plain& c) { c.waybill; }
    void operator()(const Plain& c)
    {
        static_assert(sizeof(Plain) == sizeof(WaybillId), "a command with more fields needs a writer of its own");
        out[u"waybill"_s] = c.waybill.value;
    }
};

std::optional<QString> maybe(const QJsonObject& in, const QString& key)
{
    return in.contains(key) ? std::optional(in[key].toString()) : std::nullopt;
}

// Outer nullopt: the key is absent. Inner nullopt: it is null.
template<class Read>
auto maybeCleared(const QJsonObject& in, const QString& key, Read read)
{
    using Inner = decltype(read(QString()));
    if (!in.contains(key))
        return std::optional<Inner>();
    return std::optional<Inner>(std::in_place, in[key].isNull() ? Inner() : read(in[key].toString()));
}

template<class AnyId>
std::optional<AnyId> someId(const QString& text)
{
    return AnyId{text};
}

std::optional<Endpoint> maybeEnd(const QJsonObject& in, const QString& key)
{
    return in.contains(key) ? std::optional(endpointFrom(in[key].toObject())) : std::nullopt;
}

struct Reading
{
    const QJsonObject& in;
    WaybillId waybill{in[u"waybill"_s].toString()};
    TripId trip{in[u"trip"_s].toString()};
    DriverId driver{in[u"driver"_s].toString()};
    DeliveryId delivery{in[u"delivery"_s].toString()};
    std::optional<CarrierType> carrier = parseWord<CarrierType>(in[u"carrier"_s].toString());

    QList<DeliveryId> deliveries() const { return idsFrom<DeliveryId>(in[u"deliveries"_s]); }

    std::optional<Command> readTrips(const QString& kind) const
    {
        const auto type = [](const QString& word) { return parseWord<TripType>(word); };
        if (kind == u"create_trip") {
            CreateTrip c;
            c.localId = trip;
            if (const auto id = maybe(in, u"driver"_s))
                c.driver = DriverId{*id};
            if (const auto id = maybe(in, u"vehicle"_s))
                c.vehicle = VehicleId{*id};
            if (const auto text = maybe(in, u"type"_s))
                c.type = type(*text);
            c.notes = in[u"notes"_s].toString();
            c.deliveries = membersFrom(in[u"members"_s]);
            return c;
        }
        if (kind == u"update_trip")
            return UpdateTrip{trip, maybeCleared(in, u"driver"_s, someId<DriverId>),
                              maybeCleared(in, u"vehicle"_s, someId<VehicleId>), maybeCleared(in, u"type"_s, type),
                              maybe(in, u"notes"_s)};
        if (kind == u"sync_trip_deliveries")
            return SyncTripDeliveries{trip, membersFrom(in[u"members"_s])};
        if (kind == u"remove_from_trip")
            return RemoveFromTrip{trip, delivery};
        if (kind == u"reorder_trip")
            return ReorderTrip{trip, deliveries()};
        if (kind == u"cancel_trip")
            return CancelTrip{trip};
        if (kind == u"request_return")
            return RequestReturn{delivery, in[u"reason"_s].toString(), maybe(in, u"notes"_s)};
        if (kind == u"create_delivery")
            return CreateDelivery{delivery, parcelEditFrom(in[u"parcel"_s].toObject())};
        if (kind == u"update_delivery")
            return UpdateDelivery{delivery, parcelEditFrom(in[u"parcel"_s].toObject())};
        if (kind == u"decide_return") {
            const QString decision = in[u"decision"_s].toString();
            if (decision != kApprove && decision != kReject)
                return std::nullopt;
            return DecideReturn{ReturnRequestId{in[u"request"_s].toString()}, delivery,
                                decision == kApprove ? ReturnDecision::Approve : ReturnDecision::Reject};
        }
        return caseCommandFrom(kind, in);
    }

    std::optional<Command> read(const QString& kind) const
    {
        if (kind == u"create_waybill") {
            if (!carrier)
                return std::nullopt;
            return CreateWaybill{waybill,
                                 endpointFrom(in[u"origin"_s].toObject()),
                                 endpointFrom(in[u"destination"_s].toObject()),
                                 *carrier,
                                 in[u"notes"_s].toString(),
                                 maybe(in, u"external_carrier_ref"_s),
                                 deliveries()};
        }
        if (kind == u"update_waybill")
            return UpdateWaybill{waybill,
                                 maybe(in, u"notes"_s),
                                 carrier,
                                 maybe(in, u"external_carrier_ref"_s),
                                 maybeEnd(in, u"origin"_s),
                                 maybeEnd(in, u"destination"_s)};
        if (kind == u"attach_deliveries")
            return AttachDeliveries{waybill, deliveries()};
        if (kind == u"detach_delivery")
            return DetachDelivery{waybill, DeliveryId{in[u"delivery"_s].toString()}};
        if (kind == u"seal_waybill")
            return SealWaybill{waybill};
        if (kind == u"assign_driver")
            return AssignDriver{waybill, driver};
        if (kind == u"switch_driver")
            return SwitchDriver{waybill, driver, in[u"reason"_s].toString()};
        if (kind == u"unassign_driver")
            return UnassignDriver{waybill};
        if (kind == u"dispatch_waybill")
            return DispatchWaybill{waybill};
        if (kind == u"receive_waybill")
            return ReceiveWaybill{waybill, proofFrom(in[u"proof"_s])};
        if (kind == u"close_waybill")
            return CloseWaybill{waybill};
        if (kind == u"cancel_waybill")
            return CancelWaybill{waybill};
        if (kind == u"return_children") {
            const auto reason = parseWord<ReturnReason>(in[u"reason"_s].toString());
            if (!reason)
                return std::nullopt;
            QStringList photos;
            const QJsonArray urls = in[u"photo_urls"_s].toArray();
            for (const QJsonValue& url : urls)
                photos << url.toString();
            return ReturnChildren{waybill, deliveries(), *reason, in[u"notes"_s].toString(), photos};
        }
        if (kind == u"bulk_delete_drafts")
            return BulkDeleteDrafts{idsFrom<WaybillId>(in[u"waybills"_s]), in[u"all_empty"_s].toBool()};
        return readTrips(kind);
    }
};

} // namespace

QString commandText(const Command& command)
{
    Writer writer;
    writer.out[u"v"_s] = kVersion;
    writer.out[u"kind"_s] = kindWord(command);
    std::visit(writer, command);
    return compact(writer.out);
}

std::optional<Command> commandFrom(const QString& text)
{
    const QJsonObject in = objectFrom(text);
    if (in[u"v"_s].toInt() != kVersion)
        return std::nullopt;
    return Reading{in}.read(in[u"kind"_s].toString());
}

} // namespace waydesk::store

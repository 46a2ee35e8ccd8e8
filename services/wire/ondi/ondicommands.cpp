// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/ondi/ondiparcels.h"
#include "services/wire/ondi/ondipaths.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::wire::ondidesk {

namespace {

QJsonArray idList(const auto& ids)
{
    QJsonArray array;
    for (const auto& id : ids)
        array.append(id.value);
    return array;
}

void insertEndpoint(QJsonObject& body, const QString& side, const Endpoint& end)
{
    body.insert(side + u"_type"_s, end.type.text);
    if (end.warehouseId)
        body.insert(side + u"_warehouse_id"_s, end.warehouseId->value);
    else if (end.warehouse)
        body.insert(side + u"_warehouse_id"_s, end.warehouse->id.value);
    if (end.type.is(EndpointType::Location) && end.location)
        body.insert(side + u"_location"_s, placeJson(*end.location));
}

struct Encoder
{
    using Answer = std::optional<Request>;

    Answer step(const char* pattern, const WaybillId& id, const QJsonObject& body = {}) const
    {
        Request request = post(filled(pattern, id.value), body);
        if (body.isEmpty())
            request.body.clear();
        return request;
    }
    Answer operator()(const CreateWaybill& c) const
    {
        if (c.deliveries.size() > kMaxDeliveryIds)
            return std::nullopt;
        QJsonObject body;
        insertEndpoint(body, u"origin"_s, c.origin);
        insertEndpoint(body, u"destination"_s, c.destination);
        body.insert(u"carrier_type"_s, word(c.carrier));
        body.insert(u"notes"_s, c.notes);
        if (c.externalCarrierRef)
            body.insert(u"external_carrier_ref"_s, *c.externalCarrierRef);
        if (!c.deliveries.isEmpty())
            body.insert(u"delivery_ids"_s, idList(c.deliveries));
        return post(path::kWaybills, body);
    }
    Answer operator()(const UpdateWaybill& c) const
    {
        QJsonObject body;
        if (c.notes)
            body.insert(u"notes"_s, *c.notes);
        if (c.carrier)
            body.insert(u"carrier_type"_s, word(*c.carrier));
        if (c.externalCarrierRef)
            body.insert(u"external_carrier_ref"_s, *c.externalCarrierRef);
        if (c.origin)
            insertEndpoint(body, u"origin"_s, *c.origin);
        if (c.destination)
            insertEndpoint(body, u"destination"_s, *c.destination);
        Request request = post(filled(path::kWaybill, c.waybill.value), body);
        request.method = "PUT";
        return request;
    }
    Answer operator()(const AttachDeliveries& c) const
    {
        if (c.deliveries.isEmpty() || c.deliveries.size() > kMaxDeliveryIds)
            return std::nullopt;
        return step(path::kWaybillDeliveries, c.waybill, {{u"delivery_ids"_s, idList(c.deliveries)}});
    }
    Answer operator()(const DetachDelivery& c) const
    {
        return Request{"DELETE", filled(path::kWaybillDelivery, c.waybill.value, c.delivery.value), {}};
    }
    Answer operator()(const SealWaybill& c) const { return step(path::kSeal, c.waybill); }
    Answer operator()(const AssignDriver& c) const
    {
        return step(path::kAssign, c.waybill, {{u"driver_id"_s, c.driver.value}});
    }
    Answer operator()(const SwitchDriver& c) const
    {
        return step(path::kSwitchDriver, c.waybill, {{u"driver_id"_s, c.driver.value}, {u"reason"_s, c.reason}});
    }
    Answer operator()(const UnassignDriver& c) const
    {
        Request request = post(filled(path::kUnassign, c.waybill.value), {}); // documented with an empty object
        return request;
    }
    Answer operator()(const DispatchWaybill& c) const { return step(path::kDispatch, c.waybill); }
    Answer operator()(const ReceiveWaybill& c) const
    {
        if (!c.proof)
            return step(path::kReceive, c.waybill);
        QJsonObject proof;
        if (!c.proof->signatureUrl.isEmpty())
            proof.insert(u"signature_url"_s, c.proof->signatureUrl);
        if (!c.proof->photoUrls.isEmpty())
            proof.insert(u"photo_urls"_s, QJsonArray::fromStringList(c.proof->photoUrls));
        if (!c.proof->notes.isEmpty())
            proof.insert(u"notes"_s, c.proof->notes);
        if (c.proof->timestamp)
            proof.insert(u"timestamp"_s, formatInstant(*c.proof->timestamp));
        return step(path::kReceive, c.waybill, {{u"proof_of_delivery"_s, proof}});
    }
    Answer operator()(const CloseWaybill& c) const { return step(path::kClose, c.waybill); }
    Answer operator()(const CancelWaybill& c) const { return step(path::kCancel, c.waybill); }
    Answer operator()(const ReturnChildren& c) const
    {
        if (c.deliveries.isEmpty() || c.deliveries.size() > kMaxDeliveryIds)
            return std::nullopt;
        QJsonObject body{{u"delivery_ids"_s, idList(c.deliveries)}, {u"reason"_s, word(c.reason)}};
        if (!c.notes.isEmpty())
            body.insert(u"notes"_s, c.notes);
        if (!c.photoUrls.isEmpty())
            body.insert(u"photo_urls"_s, QJsonArray::fromStringList(c.photoUrls));
        return step(path::kReturnChildren, c.waybill, body);
    }
    Answer operator()(const BulkDeleteDrafts& c) const
    {
        if (c.allEmpty)
            return post(path::kBulkDelete, {{u"all_empty_drafts"_s, true}});
        if (c.waybills.isEmpty() || c.waybills.size() > kMaxBulkIds)
            return std::nullopt;
        return post(path::kBulkDelete, {{u"waybill_ids"_s, idList(c.waybills)}});
    }
    static Answer patch(QByteArray target, const QJsonObject& body)
    {
        Request request = post(std::move(target), body);
        request.method = "PATCH";
        return request;
    }
    Answer operator()(const CreateTrip& c) const
    {
        if (c.deliveries.size() > kMaxTripMembers)
            return std::nullopt;
        QJsonObject body;
        if (c.driver)
            body.insert(u"driver_id"_s, c.driver->value);
        if (c.vehicle)
            body.insert(u"vehicle_id"_s, c.vehicle->value);
        if (c.type)
            body.insert(u"trip_type"_s, word(*c.type));
        body.insert(u"notes"_s, c.notes);
        if (!c.deliveries.isEmpty())
            body.insert(u"deliveries"_s, memberList(c.deliveries));
        return post(path::kTrips, body);
    }
    Answer operator()(const UpdateTrip& c) const
    {
        QJsonObject body;
        if (c.driver)
            body.insert(u"driver_id"_s, *c.driver ? QJsonValue((*c.driver)->value) : QJsonValue::Null);
        if (c.vehicle)
            body.insert(u"vehicle_id"_s, *c.vehicle ? QJsonValue((*c.vehicle)->value) : QJsonValue::Null);
        if (c.type)
            body.insert(u"trip_type"_s, *c.type ? QJsonValue(word(**c.type)) : QJsonValue::Null);
        if (c.notes)
            body.insert(u"notes"_s, *c.notes);
        return patch(filled(path::kTrip, c.trip.value), body);
    }
    Answer operator()(const SyncTripDeliveries& c) const
    {
        if (c.deliveries.size() > kMaxTripMembers)
            return std::nullopt;
        return post(filled(path::kTripDeliveries, c.trip.value), {{u"deliveries"_s, memberList(c.deliveries)}});
    }
    Answer operator()(const RemoveFromTrip& c) const
    {
        return Request{"DELETE", filled(path::kTripDelivery, c.trip.value, c.delivery.value), {}};
    }
    Answer operator()(const ReorderTrip& c) const
    {
        if (c.order.size() > kMaxTripMembers)
            return std::nullopt;
        return patch(filled(path::kTripOrder, c.trip.value), {{u"delivery_ids"_s, idList(c.order)}});
    }
    Answer operator()(const CancelTrip& c) const
    {
        return Request{"POST", filled(path::kTripCancel, c.trip.value), {}};
    }
    Answer operator()(const RequestReturn& c) const
    {
        QJsonObject body{{u"delivery_id"_s, c.delivery.value}, {u"return_reason"_s, c.reason}};
        if (c.notes)
            body.insert(u"notes"_s, *c.notes);
        return post(path::kReturnRequests, body);
    }
    Answer operator()(const DecideReturn& c) const
    {
        const QString action = c.decision == ReturnDecision::Approve ? u"approve"_s : u"reject"_s;
        return patch(filled(path::kReturnRequest, c.request.value), {{u"action"_s, action}});
    }
    Answer operator()(const RaiseCase& c) const
    {
        QJsonObject body{{u"delivery_id"_s, c.delivery.value}, {u"kind"_s, word(c.kind)}, {u"reason"_s, c.reason}};
        if (c.notes)
            body.insert(u"notes"_s, *c.notes);
        return post(path::kCases, body);
    }
    Answer operator()(const UpdateCase& c) const
    {
        QJsonObject body;
        if (c.owner)
            body.insert(u"owner_id"_s, *c.owner ? QJsonValue((*c.owner)->value) : QJsonValue::Null);
        if (c.nextAction)
            body.insert(u"next_action"_s, *c.nextAction ? QJsonValue(**c.nextAction) : QJsonValue::Null);
        if (c.dueAt)
            body.insert(u"due_at"_s, *c.dueAt ? QJsonValue(formatInstant(**c.dueAt)) : QJsonValue::Null);
        if (c.resolution)
            body.insert(u"resolution"_s, *c.resolution);
        return patch(filled(path::kCase, c.exception.value), body);
    }
    Answer operator()(const CreateDelivery& c) const { return post(path::kDeliveries, parcelBody(c.parcel)); }
    Answer operator()(const UpdateDelivery& c) const
    {
        return patch(filled(path::kDelivery, c.delivery.value), parcelBody(c.edit));
    }
    static QJsonArray memberList(const QList<TripMember>& members)
    {
        QJsonArray array;
        for (const TripMember& member : members) {
            QJsonObject one{{u"delivery_id"_s, member.delivery.value}};
            if (member.sequence)
                one.insert(u"sequence"_s, *member.sequence);
            array.append(one);
        }
        return array;
    }
};

} // namespace

std::optional<Request> encodeCommand(const Command& command)
{
    const SubjectId own = isCreate(command) ? subject(command) : SubjectId{};
    for (const SubjectId& id : touched(command)) {
        if (id != own && (id.isLocal() || id.isEmpty()))
            return std::nullopt;
    }
    return std::visit(Encoder{}, command);
}

} // namespace waydesk::wire::ondidesk

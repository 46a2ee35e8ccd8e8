// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/ondi/requests.h"

#include "services/wire/ondi/requestparts.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::wire::ondi {

namespace {

// `end` is "origin" or "destination".
std::optional<Endpoint> readEndpoint(FieldReader& reader, const QString& end, QList<FieldError>& faults)
{
    const auto type = reader.word<EndpointType>(end + u"_type"_s, Need::Required);
    if (!type)
        return std::nullopt;
    Endpoint endpoint;
    endpoint.type = *type;
    switch (*type) {
    case EndpointType::Warehouse:
        if (const auto id = reader.text(end + u"_warehouse_id"_s, Need::Required, 1, kId))
            endpoint.warehouseId = WarehouseId{*id};
        break;
    case EndpointType::Location:
        endpoint.location = readPlace(reader, end + u"_location"_s, Need::Required, faults);
        if (endpoint.location)
            endpoint.location->id.reset(); // a waybill's own end is no row of the address book
        break;
    }
    return endpoint;
}

// In an update the type may be left out where the rest tells it.
std::optional<Endpoint> readChangedEndpoint(const QJsonObject& object, const QString& end, QList<FieldError>& faults)
{
    QJsonObject full = object;
    const bool warehouse = !object.value(end + u"_warehouse_id"_s).toString().isEmpty();
    const bool location = object.value(end + u"_location"_s).isObject();
    if (!object.contains(end + u"_type"_s)) {
        if (!warehouse && !location)
            return std::nullopt;
        full.insert(end + u"_type"_s, warehouse ? u"warehouse"_s : u"location"_s);
    }
    FieldReader reader(full, faults);
    return readEndpoint(reader, end, faults);
}

QList<DeliveryId> deliveryIds(const QStringList& texts)
{
    QList<DeliveryId> ids;
    for (const QString& text : texts) {
        if (const DeliveryId id{text}; !ids.contains(id)) // the same parcel named twice is named once
            ids.append(id);
    }
    return ids;
}

} // namespace

ProofOfDelivery readProof(const QJsonObject& object, QList<FieldError>& faults, const QString& path)
{
    FieldReader reader(object, faults, path);
    ProofOfDelivery proof;
    proof.signatureUrl = reader.text(u"signature_url"_s, Need::Optional, 0, kUrl).value_or(u""_s);
    proof.photoUrls = reader.texts(u"photo_urls"_s, Need::Optional, 0, 20, kUrl).value_or(QStringList());
    proof.notes = reader.text(u"notes"_s, Need::Optional, 0, kNotes).value_or(u""_s);
    if (const auto at = reader.text(u"timestamp"_s, Need::Optional, 1, 40)) {
        proof.timestamp = parseInstant(*at);
        if (!proof.timestamp)
            reader.refuse(u"timestamp"_s, u"Input should be a valid datetime"_s);
    }
    return proof;
}

Result<CreateWaybill> decodeCreateWaybill(QByteArrayView body)
{
    const auto object = requestObject(body);
    if (!object)
        return object.error();
    QList<FieldError> faults;
    FieldReader reader(*object, faults);
    CreateWaybill command;
    command.origin = readEndpoint(reader, u"origin"_s, faults).value_or(Endpoint{});
    command.destination = readEndpoint(reader, u"destination"_s, faults).value_or(Endpoint{});
    command.carrier = reader.word<CarrierType>(u"carrier_type"_s, Need::Optional).value_or(CarrierType::Internal);
    command.notes = reader.text(u"notes"_s, Need::Optional, 0, kNotes).value_or(u""_s);
    command.externalCarrierRef = reader.text(u"external_carrier_ref"_s, Need::Optional, 0, kShort);
    command.deliveries = deliveryIds(
        reader.texts(u"delivery_ids"_s, Need::Optional, 0, kMostIdsPerRequest, kId).value_or(QStringList()));
    return orFaults(std::move(command), faults);
}

Result<UpdateWaybill> decodeUpdateWaybill(QByteArrayView body)
{
    const auto object = requestObject(body);
    if (!object)
        return object.error();
    QList<FieldError> faults;
    FieldReader reader(*object, faults);
    UpdateWaybill command;
    command.notes = reader.text(u"notes"_s, Need::Optional, 0, kNotes);
    if (reader.isNull(u"notes"_s))
        command.notes = u""_s; // null clears, absent leaves
    command.carrier = reader.word<CarrierType>(u"carrier_type"_s, Need::Optional);
    command.externalCarrierRef = reader.text(u"external_carrier_ref"_s, Need::Optional, 0, kShort);
    if (reader.isNull(u"external_carrier_ref"_s))
        command.externalCarrierRef = u""_s;
    command.origin = readChangedEndpoint(*object, u"origin"_s, faults);
    command.destination = readChangedEndpoint(*object, u"destination"_s, faults);
    return orFaults(std::move(command), faults);
}

Result<QList<DeliveryId>> decodeDeliveryIds(QByteArrayView body)
{
    const auto object = requestObject(body);
    if (!object)
        return object.error();
    QList<FieldError> faults;
    FieldReader reader(*object, faults);
    const auto texts = reader.texts(u"delivery_ids"_s, Need::Required, 1, kMostIdsPerRequest, kId);
    return orFaults(deliveryIds(texts.value_or(QStringList())), faults);
}

Result<DriverId> decodeAssignDriver(QByteArrayView body)
{
    const auto object = requestObject(body);
    if (!object)
        return object.error();
    QList<FieldError> faults;
    FieldReader reader(*object, faults, {}, u"Field required"_s);
    DriverId driver{reader.text(u"driver_id"_s, Need::Required, 1, kId).value_or(QString())};
    return orFaults(std::move(driver), faults);
}

Result<SwitchDriver> decodeSwitchDriver(QByteArrayView body)
{
    const auto object = requestObject(body);
    if (!object)
        return object.error();
    QList<FieldError> faults;
    FieldReader reader(*object, faults, {}, u"Field required"_s);
    SwitchDriver command;
    command.driver.value = reader.text(u"driver_id"_s, Need::Required, 1, kId).value_or(QString());
    const auto reason = reader.text(u"reason"_s, Need::Required, 1, 500);
    if (reason && reason->trimmed().isEmpty())
        reader.refuse(u"reason"_s, u"Field required"_s);
    command.reason = reason.value_or(QString());
    return orFaults(std::move(command), faults);
}

Result<std::optional<ProofOfDelivery>> decodeReceive(QByteArrayView body)
{
    const auto object = requestObject(body);
    if (!object)
        return object.error();
    QList<FieldError> faults;
    FieldReader reader(*object, faults);
    std::optional<ProofOfDelivery> proof;
    if (const auto came = reader.object(u"proof_of_delivery"_s, Need::Optional))
        proof = readProof(*came, faults, u"proof_of_delivery"_s);
    return orFaults(std::move(proof), faults);
}

Result<DriverActionRequest> decodeDriverAction(QByteArrayView body)
{
    const auto object = requestObject(body);
    if (!object)
        return object.error();
    QList<FieldError> faults;
    FieldReader reader(*object, faults, {}, u"Field required"_s);
    DriverActionRequest request;
    request.action = reader.word<DriverAction>(u"action"_s, Need::Required).value_or(DriverAction::PickedUp);
    const auto latitude = reader.number(u"current_latitude"_s, Need::Optional, -90, 90);
    const auto longitude = reader.number(u"current_longitude"_s, Need::Optional, -180, 180);
    if (latitude && longitude)
        request.position = QGeoCoordinate(*latitude, *longitude);
    request.notes = reader.text(u"notes"_s, Need::Optional, 0, kNotes).value_or(u""_s);
    // The document names "proof fields" without placing them: both places are read.
    if (const auto came = reader.object(u"proof_of_delivery"_s, Need::Optional)) {
        request.proof = readProof(*came, faults, u"proof_of_delivery"_s);
    } else if (reader.has(u"signature_url"_s) || reader.has(u"photo_urls"_s)) {
        request.proof = readProof(*object, faults, {});
    }
    return orFaults(std::move(request), faults);
}

Result<ReturnChildren> decodeReturnChildren(QByteArrayView body)
{
    const auto object = requestObject(body);
    if (!object)
        return object.error();
    QList<FieldError> faults;
    FieldReader reader(*object, faults);
    ReturnChildren command;
    command.deliveries = deliveryIds(
        reader.texts(u"delivery_ids"_s, Need::Required, 1, kMostIdsPerRequest, kId).value_or(QStringList()));
    command.reason = reader.word<ReturnReason>(u"reason"_s, Need::Required).value_or(ReturnReason::Other);
    command.notes = reader.text(u"notes"_s, Need::Optional, 0, kNotes).value_or(u""_s);
    command.photoUrls = reader.texts(u"photo_urls"_s, Need::Optional, 0, 20, kUrl).value_or(QStringList());
    return orFaults(std::move(command), faults);
}

Result<BulkDeleteDrafts> decodeBulkDelete(QByteArrayView body)
{
    const auto object = requestObject(body);
    if (!object)
        return object.error();
    QList<FieldError> faults;
    FieldReader reader(*object, faults);
    const auto scope = [](const QString& code, const QString& message) {
        Error error = badRequest(u"waybill_ids"_s, message);
        error.code = code;
        return error;
    };
    BulkDeleteDrafts command;
    command.allEmpty = reader.boolean(u"all_empty_drafts"_s, Need::Optional).value_or(false);
    if (!faults.isEmpty())
        return badRequest(faults);
    if (reader.has(u"waybill_ids"_s) && command.allEmpty)
        return scope(u"waybill_bulk_delete_scope_conflict"_s,
                     u"Send either waybill_ids or all_empty_drafts, not both"_s);
    if (command.allEmpty)
        return command;
    if (!reader.has(u"waybill_ids"_s))
        return scope(u"waybill_bulk_delete_scope_required"_s, u"Send waybill_ids or all_empty_drafts"_s);
    const auto ids = reader.texts(u"waybill_ids"_s, Need::Required, 1, kMostIdsPerBulkDelete, kId);
    for (const QString& text : ids.value_or(QStringList())) {
        if (const WaybillId id{text}; !command.waybills.contains(id))
            command.waybills.append(id);
    }
    return orFaults(std::move(command), faults);
}

} // namespace waydesk::wire::ondi

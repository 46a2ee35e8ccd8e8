// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/ondi/ondivalues.h"

#include "services/wire/ondi/ondifields.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::wire::ondidesk {

namespace {

// A nested reference, or only its id where the call gives no more.
template<class Ref, class IdType, class Decode>
std::optional<Ref> reference(const Fields& fields, const QString& name, Decode decode)
{
    if (const auto nested = fields.child(name))
        return decode(*nested, fields.drift());
    if (auto id = fields.id<IdType>(name + u"_id"_s)) {
        Ref ref;
        ref.id = *std::move(id);
        return ref;
    }
    return std::nullopt;
}

Endpoint endpointFrom(const Fields& fields, const QString& side)
{
    Endpoint end;
    if (const auto type = fields.known<EndpointType>(side + u"_type"_s))
        end.type = *type;
    end.warehouseId = fields.id<WarehouseId>(side + u"_warehouse_id"_s);
    if (const auto nested = fields.child(side + u"_warehouse"_s))
        end.warehouse = warehouseRefFrom(*nested, fields.drift());
    if (const auto nested = fields.child(side + u"_location"_s))
        end.location = placeFrom(*nested, fields.drift());
    if (const auto nested = fields.child(side + u"_zone"_s))
        end.zone = zoneFrom(*nested, fields.drift());
    return end;
}

} // namespace

Place placeFrom(const QJsonObject& object, Drift& drift)
{
    const Fields fields(object, drift);
    Place place;
    place.id = fields.id<AddressId>(u"id"_s);
    place.fullAddress = fields.textOr(u"full_address"_s);
    const auto latitude = fields.real(u"latitude"_s), longitude = fields.real(u"longitude"_s);
    if (latitude && longitude)
        place.position = QGeoCoordinate(*latitude, *longitude);
    place.city = fields.text(u"city"_s);
    place.state = fields.text(u"state"_s);
    place.country = fields.text(u"country"_s);
    place.postalCode = fields.text(u"postal_code"_s);
    place.countryCode = fields.text(u"country_code"_s);
    place.contactInfo = fields.text(u"contact_info"_s);
    return place;
}

WarehouseRef warehouseRefFrom(const QJsonObject& object, Drift& drift)
{
    const Fields fields(object, drift);
    return {{fields.textOr(u"id"_s)}, fields.textOr(u"name"_s), fields.textOr(u"code"_s)};
}

Warehouse warehouseFrom(const QJsonObject& object, Drift& drift)
{
    const Fields fields(object, drift);
    Warehouse result{warehouseRefFrom(object, drift), {}};
    if (const auto nested = fields.child(u"location"_s))
        result.location = placeFrom(*nested, drift);
    return result;
}

ZoneRef zoneFrom(const QJsonObject& object, Drift& drift)
{
    const Fields fields(object, drift);
    return {{fields.textOr(u"id"_s)}, fields.textOr(u"name"_s), fields.textOr(u"code"_s)};
}

UserRef userRefFrom(const QJsonObject& object, Drift& drift)
{
    const Fields fields(object, drift);
    return {{fields.textOr(u"id"_s)},
            fields.textOr(u"full_name"_s),
            fields.textOr(u"email"_s),
            fields.textOr(u"phone"_s),
            fields.textOr(u"avatar_url"_s)};
}

VehicleRef vehicleFrom(const QJsonObject& object, Drift& drift)
{
    const Fields fields(object, drift);
    VehicleRef vehicle;
    vehicle.id = {fields.textOr(u"id"_s)};
    vehicle.name = fields.textOr(u"name"_s);
    vehicle.code = fields.textOr(u"code"_s);
    vehicle.capacity = fields.quantity(u"capacity_unit"_s);
    vehicle.imageUrl = fields.textOr(u"image_url"_s);
    return vehicle;
}

DriverRef driverFrom(const QJsonObject& object, Drift& drift)
{
    const Fields fields(object, drift);
    DriverRef driver;
    driver.id = {fields.textOr(u"id"_s)};
    driver.status = fields.textOr(u"status"_s);
    if (const auto nested = fields.child(u"user"_s))
        driver.user = userRefFrom(*nested, drift);
    if (const auto nested = fields.child(u"vehicle"_s))
        driver.vehicle = vehicleFrom(*nested, drift);
    driver.cashOnBoard = fields.money(u"cash_on_board"_s);
    driver.codLimit = fields.money(u"cod_limit"_s);
    return driver;
}

CustomerRef customerFrom(const QJsonObject& object, Drift& drift)
{
    const Fields fields(object, drift);
    return {{fields.textOr(u"id"_s)},
            fields.textOr(u"full_name"_s),
            fields.textOr(u"phone"_s),
            fields.textOr(u"avatar_url"_s)};
}

User userFrom(const QJsonObject& object, Drift& drift)
{
    const Fields fields(object, drift);
    User user;
    user.ref = userRefFrom(object, drift);
    if (const auto role = fields.known<UserRole>(u"role"_s)) {
        user.role = role->known;
        user.roleWord = role->text;
    }
    user.tenant = {fields.textOr(u"tenant_id"_s)};
    user.timeZone = fields.textOr(u"time_zone"_s);
    for (const QString& id : fields.texts(u"warehouse_ids"_s))
        user.warehouses.append({id});
    user.permissions = fields.texts(u"permissions"_s);
    return user;
}

ProofOfDelivery proofFrom(const QJsonObject& object, Drift& drift)
{
    const Fields fields(object, drift);
    return {fields.textOr(u"signature_url"_s), fields.texts(u"photo_urls"_s), fields.textOr(u"notes"_s),
            fields.instant(u"timestamp"_s)};
}

TimelineEvent timelineEventFrom(const QJsonObject& object, Drift& drift)
{
    const Fields fields(object, drift);
    TimelineEvent event;
    event.type = fields.textOr(u"event_type"_s);
    event.previous = fields.known<WaybillStatus>(u"previous_status"_s);
    event.next = fields.known<WaybillStatus>(u"new_status"_s).value_or(WaybillState{});
    event.at = fields.instant(u"timestamp"_s).value_or(Instant{});
    event.actorId = fields.id<UserId>(u"actor_id"_s);
    event.actorRole = fields.textOr(u"actor_role"_s);
    if (const auto actor = fields.child(u"actor"_s)) {
        const Fields who(*actor, drift);
        event.actorName = who.textOr(u"full_name"_s);
        if (!event.actorId) // a driver's own steps name the actor only here
            event.actorId = who.id<UserId>(u"id"_s);
    }
    event.reason = fields.textOr(u"reason"_s);
    event.notes = fields.textOr(u"notes"_s);
    if (const auto metadata = fields.child(u"metadata"_s)) {
        const Fields more(*metadata, drift);
        const auto driverName = [&](const QString& key) {
            const auto driver = more.child(key);
            return driver ? driverFrom(*driver, drift).user.fullName : QString();
        };
        const auto vehicleName = [&](const QString& key) {
            const auto vehicle = more.child(key);
            return vehicle ? vehicleFrom(*vehicle, drift).name : QString();
        };
        event.previousDriver = driverName(u"previous_driver"_s);
        event.newDriver = driverName(u"new_driver"_s);
        event.previousVehicle = vehicleName(u"previous_vehicle"_s);
        event.newVehicle = vehicleName(u"new_vehicle"_s);
    }
    return event;
}

Delivery deliveryFrom(const QJsonObject& object, Drift& drift)
{
    const Fields fields(object, drift);
    Delivery d;
    d.id = {fields.textOr(u"id"_s)};
    d.code = fields.textOr(u"delivery_code"_s);
    d.barcode = fields.textOr(u"barcode"_s);
    d.externalReference = fields.textOr(u"external_reference_id"_s);
    if (const auto state = fields.known<DeliveryStatus>(u"status"_s))
        d.state = *state;
    if (const auto nested = fields.child(u"pickup_location"_s))
        d.pickup = placeFrom(*nested, drift);
    if (const auto nested = fields.child(u"delivery_location"_s))
        d.dropoff = placeFrom(*nested, drift);
    if (const auto size = fields.quantity(u"unit_size"_s))
        d.unitSize = *size;
    d.paymentMethod = fields.textOr(u"payment_method"_s);
    d.cod = fields.money(u"cod_amount"_s).value_or(Money{});
    d.notes = fields.textOr(u"notes"_s);
    d.createdAt = fields.instant(u"created_at"_s).value_or(Instant{});
    d.updatedAt = fields.instant(u"updated_at"_s).value_or(d.createdAt);
    d.pickupZone = reference<ZoneRef, ZoneId>(fields, u"pickup_zone"_s, zoneFrom);
    d.dropoffZone = reference<ZoneRef, ZoneId>(fields, u"dropoff_zone"_s, zoneFrom);
    d.pickupWarehouse = reference<WarehouseRef, WarehouseId>(fields, u"pickup_warehouse"_s, warehouseRefFrom);
    d.dropoffWarehouse = reference<WarehouseRef, WarehouseId>(fields, u"dropoff_warehouse"_s, warehouseRefFrom);
    if (const auto nested = fields.child(u"customer"_s))
        d.customer = customerFrom(*nested, drift);
    d.isReturned = fields.boolean(u"is_returned"_s).value_or(false);
    d.returnReason = fields.textOr(u"return_reason"_s);
    d.returnTriggerPoint = fields.textOr(u"return_trigger_point"_s);
    d.returnedAt = fields.instant(u"returned_at"_s);
    d.waybillId = fields.id<WaybillId>(u"waybill_id"_s);
    d.parentId = fields.id<DeliveryId>(u"parent_delivery_id"_s);
    d.tripId = fields.id<TripId>(u"trip_id"_s);
    d.hasActiveAssignment = fields.boolean(u"has_active_assignment"_s).value_or(false);
    d.inActiveRouteSession = fields.boolean(u"in_active_route_session"_s).value_or(false);
    const auto opens = fields.instant(u"window_opens_at"_s), closes = fields.instant(u"window_closes_at"_s);
    if (opens && closes)
        d.window = VisitWindow{*opens, *closes};
    return d;
}

SeenWaybill waybillFrom(const QJsonObject& object, Drift& drift)
{
    const Fields fields(object, drift);
    Waybill w;
    w.id = {fields.textOr(u"id"_s)};
    w.tenantId = {fields.textOr(u"tenant_id"_s)};
    w.number = fields.textOr(u"waybill_number"_s);
    w.state = fields.known<WaybillStatus>(u"status"_s).value_or(WaybillState{});
    w.origin = endpointFrom(fields, u"origin"_s);
    w.destination = endpointFrom(fields, u"destination"_s);
    if (const auto carrier = fields.known<CarrierType>(u"carrier_type"_s))
        w.carrier = *carrier;
    w.driverId = fields.id<DriverId>(u"driver_id"_s);
    w.vehicleId = fields.id<VehicleId>(u"vehicle_id"_s);
    if (const auto nested = fields.child(u"driver"_s))
        w.driver = driverFrom(*nested, drift);
    if (const auto nested = fields.child(u"vehicle"_s))
        w.vehicle = vehicleFrom(*nested, drift);
    w.externalCarrierRef = fields.text(u"external_carrier_ref"_s);
    w.assignedBy = fields.id<UserId>(u"assigned_by"_s);
    w.assignmentTime = fields.instant(u"assignment_time"_s);
    w.sealedAt = fields.instant(u"sealed_at"_s);
    w.dispatchedAt = fields.instant(u"dispatched_at"_s);
    w.receivedAt = fields.instant(u"received_at"_s);
    w.closedAt = fields.instant(u"closed_at"_s);
    w.cancelledAt = fields.instant(u"cancelled_at"_s);
    w.receivedBy = fields.id<UserId>(u"received_by"_s);
    w.createdBy = fields.id<UserId>(u"created_by"_s);
    if (const auto nested = fields.child(u"proof_of_delivery"_s))
        w.proof = proofFrom(*nested, drift);
    w.notes = fields.textOr(u"notes"_s);
    w.createdAt = fields.instant(u"created_at"_s).value_or(Instant{});
    w.updatedAt = fields.instant(u"updated_at"_s).value_or(Instant{});
    SeenWaybill seen{{}, object};
    if (const auto count = fields.integer(u"item_count"_s))
        w.itemCount = static_cast<int>(*count);
    w.totalUnitSize = fields.quantity(u"total_unit_size"_s);
    w.totalCod = fields.money(u"total_cod_amount"_s);
    if (const auto summary = fields.child(u"summary"_s); summary && !w.itemCount) {
        if (const auto count = Fields(*summary, drift).integer(u"total_deliveries"_s)) {
            w.itemCount = static_cast<int>(*count);
            seen.raw.insert(u"item_count"_s, *count); // the row's own count, for when it is read back
        }
    }
    for (const QString& notItsOwn : {u"deliveries"_s, u"summary"_s, u"status_updates"_s})
        seen.raw.remove(notItsOwn);
    seen.value = std::move(w);
    return seen;
}

QList<SeenDelivery> deliveriesFrom(const QJsonArray& array, Drift& drift)
{
    QList<SeenDelivery> rows;
    rows.reserve(array.size());
    for (const QJsonValue& item : array) {
        SeenDelivery row{deliveryFrom(item.toObject(), drift), item.toObject()};
        if (row.value.id.isEmpty())
            drift.note(u"a delivery without an id"_s);
        else
            rows.append(std::move(row));
    }
    return rows;
}

namespace {

// Some calls tell a place by its coordinates alone: the address that was known for them stays.
QJsonObject overlaidPlace(const QJsonObject& known, const QJsonObject& partial)
{
    for (const QString& key : {u"latitude"_s, u"longitude"_s, u"full_address"_s}) {
        if (partial.contains(key) && partial.value(key) != known.value(key))
            return partial; // another place
    }
    QJsonObject whole = known;
    for (auto it = partial.begin(); it != partial.end(); ++it)
        whole.insert(it.key(), it.value());
    return whole;
}

} // namespace

QJsonObject overlaid(QJsonObject known, const QJsonObject& partial)
{
    for (auto it = partial.begin(); it != partial.end(); ++it) {
        const bool isPlace = it.key().endsWith(u"_location") && it->isObject() && known.value(it.key()).isObject();
        known.insert(it.key(), isPlace ? QJsonValue(overlaidPlace(known.value(it.key()).toObject(), it->toObject()))
                                       : it.value());
    }
    const std::pair<QString, QString> pairs[]{{u"driver_id"_s, u"driver"_s},
                                              {u"vehicle_id"_s, u"vehicle"_s},
                                              {u"assigned_by"_s, u"assigned_by_user"_s},
                                              {u"received_by"_s, u"received_by_user"_s},
                                              {u"origin_warehouse_id"_s, u"origin_warehouse"_s},
                                              {u"destination_warehouse_id"_s, u"destination_warehouse"_s}};
    for (const auto& [idKey, nestedKey] : pairs) {
        if (partial.contains(nestedKey) || !known.contains(nestedKey))
            continue;
        const QJsonValue nested = known.value(nestedKey);
        if (nested.isObject() && nested.toObject().value(u"id"_s) != known.value(idKey))
            known.remove(nestedKey);
    }
    return known;
}

} // namespace waydesk::wire::ondidesk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/valuejson.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

namespace {

void put(QJsonObject& object, const QString& key, const std::optional<QString>& text)
{
    if (text)
        object.insert(key, *text);
}

void put(QJsonObject& object, const QString& key, const std::optional<Instant>& instant)
{
    if (instant)
        object.insert(key, formatInstant(*instant));
}

QString textOf(const QJsonValue& value)
{
    if (value.isString())
        return value.toString();
    if (value.isDouble())
        return value.toVariant().toString();
    if (value.isObject())
        return compact(value.toObject());
    return {};
}

std::optional<QString> maybeText(const QJsonValue& value)
{
    return value.isUndefined() || value.isNull() ? std::nullopt : std::optional(textOf(value));
}

std::optional<Instant> instantOf(const QJsonValue& value)
{
    return value.isString() ? parseInstant(value.toString()) : std::nullopt;
}

double numberOf(const QJsonValue& value, double otherwise)
{
    bool ok = value.isDouble();
    const double read = ok ? value.toDouble() : value.toString().toDouble(&ok);
    return ok ? read : otherwise;
}

QStringList textsOf(const QJsonValue& value)
{
    QStringList out;
    const QJsonArray items = value.toArray();
    for (const QJsonValue& item : items)
        out << item.toString();
    return out;
}

} // namespace

QString compact(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}
QString compact(const QJsonArray& array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}
QJsonObject objectFrom(const QString& text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

QJsonObject placeJson(const Place& place)
{
    QJsonObject out{{u"full_address"_s, place.fullAddress}};
    if (place.id)
        out.insert(u"id"_s, place.id->value);
    if (place.position.isValid()) {
        out.insert(u"latitude"_s, place.position.latitude());
        out.insert(u"longitude"_s, place.position.longitude());
    }
    put(out, u"city"_s, place.city);
    put(out, u"state"_s, place.state);
    put(out, u"country"_s, place.country);
    put(out, u"postal_code"_s, place.postalCode);
    put(out, u"country_code"_s, place.countryCode);
    put(out, u"contact_info"_s, place.contactInfo);
    return out;
}

std::optional<Place> placeFrom(const QJsonValue& value)
{
    if (!value.isObject())
        return std::nullopt;
    const QJsonObject object = value.toObject();
    Place place;
    if (const auto id = maybeText(object[u"id"_s]))
        place.id = AddressId{*id};
    place.fullAddress = textOf(object[u"full_address"_s]);
    const double nowhere = qQNaN();
    const double latitude = numberOf(object[u"latitude"_s], nowhere);
    const double longitude = numberOf(object[u"longitude"_s], nowhere);
    if (!qIsNaN(latitude) && !qIsNaN(longitude))
        place.position = QGeoCoordinate(latitude, longitude);
    place.city = maybeText(object[u"city"_s]);
    place.state = maybeText(object[u"state"_s]);
    place.country = maybeText(object[u"country"_s]);
    place.postalCode = maybeText(object[u"postal_code"_s]);
    place.countryCode = maybeText(object[u"country_code"_s]);
    place.contactInfo = maybeText(object[u"contact_info"_s]);
    return place;
}

template<class Ref>
static QJsonObject refJson(const Ref& ref)
{
    return {{u"id"_s, ref.id.value}, {u"name"_s, ref.name}, {u"code"_s, ref.code}};
}

template<class Ref>
static std::optional<Ref> refFrom(const QJsonValue& value)
{
    if (!value.isObject())
        return std::nullopt;
    const QJsonObject object = value.toObject();
    Ref ref;
    ref.id.value = textOf(object[u"id"_s]);
    ref.name = textOf(object[u"name"_s]);
    ref.code = textOf(object[u"code"_s]);
    return ref;
}

QJsonObject warehouseJson(const Warehouse& warehouse)
{
    QJsonObject out = refJson(warehouse.ref);
    out.insert(u"location"_s, placeJson(warehouse.location));
    return out;
}

Warehouse warehouseFrom(const QJsonObject& object)
{
    return {refFrom<WarehouseRef>(object).value_or(WarehouseRef{}), placeFrom(object[u"location"_s]).value_or(Place{})};
}

QJsonObject zoneJson(const ZoneRef& zone)
{
    return refJson(zone);
}
std::optional<ZoneRef> zoneFrom(const QJsonValue& value)
{
    return refFrom<ZoneRef>(value);
}

QJsonObject zoneJson(const Zone& zone)
{
    QJsonObject out = refJson(zone.ref);
    if (zone.centre.isValid()) {
        out.insert(u"latitude"_s, zone.centre.latitude());
        out.insert(u"longitude"_s, zone.centre.longitude());
        out.insert(u"radius"_s, zone.radius);
    }
    return out;
}

Zone zoneOf(const QJsonObject& object)
{
    Zone zone;
    zone.ref = refFrom<ZoneRef>(object).value_or(ZoneRef{});
    if (object.contains(u"radius"_s)) {
        zone.centre = QGeoCoordinate(object[u"latitude"_s].toDouble(), object[u"longitude"_s].toDouble());
        zone.radius = object[u"radius"_s].toDouble();
    }
    return zone;
}

QJsonObject vehicleJson(const VehicleRef& vehicle)
{
    QJsonObject out = refJson(vehicle);
    if (vehicle.capacity)
        out.insert(u"capacity_unit"_s, vehicle.capacity->text());
    if (!vehicle.imageUrl.isEmpty())
        out.insert(u"image_url"_s, vehicle.imageUrl);
    return out;
}

std::optional<VehicleRef> vehicleFrom(const QJsonValue& value)
{
    auto vehicle = refFrom<VehicleRef>(value);
    if (!vehicle)
        return vehicle;
    const QJsonObject object = value.toObject();
    if (const auto capacity = maybeText(object[u"capacity_unit"_s]))
        vehicle->capacity = Quantity::parse(*capacity);
    vehicle->imageUrl = textOf(object[u"image_url"_s]);
    return vehicle;
}

namespace {

QJsonObject moneyJson(const Money& money)
{
    return {{u"minor"_s, money.minor}, {u"currency"_s, money.currency}};
}

std::optional<Money> moneyFrom(const QJsonValue& value)
{
    if (!value.isObject())
        return std::nullopt;
    return Money{value[u"minor"_s].toInteger(), value[u"currency"_s].toString()};
}

} // namespace

QJsonObject driverJson(const DriverRef& driver)
{
    QJsonObject out{{u"id"_s, driver.id.value},
                    {u"status"_s, driver.status},
                    {u"user"_s, QJsonObject{{u"id"_s, driver.user.id.value},
                                            {u"full_name"_s, driver.user.fullName},
                                            {u"email"_s, driver.user.email},
                                            {u"phone"_s, driver.user.phone},
                                            {u"avatar_url"_s, driver.user.avatarUrl}}}};
    if (driver.vehicle)
        out.insert(u"vehicle"_s, vehicleJson(*driver.vehicle));
    if (driver.cashOnBoard)
        out.insert(u"cash_on_board"_s, moneyJson(*driver.cashOnBoard));
    if (driver.codLimit)
        out.insert(u"cod_limit"_s, moneyJson(*driver.codLimit));
    return out;
}

std::optional<DriverRef> driverFrom(const QJsonValue& value)
{
    if (!value.isObject())
        return std::nullopt;
    const QJsonObject object = value.toObject();
    const QJsonObject user = object[u"user"_s].toObject();
    DriverRef driver;
    driver.id.value = textOf(object[u"id"_s]);
    driver.status = textOf(object[u"status"_s]);
    driver.user = {UserId{textOf(user[u"id"_s])}, textOf(user[u"full_name"_s]), textOf(user[u"email"_s]),
                   textOf(user[u"phone"_s]), textOf(user[u"avatar_url"_s])};
    driver.vehicle = vehicleFrom(object[u"vehicle"_s]);
    driver.cashOnBoard = moneyFrom(object[u"cash_on_board"_s]);
    driver.codLimit = moneyFrom(object[u"cod_limit"_s]);
    return driver;
}

QJsonObject customerJson(const CustomerRef& customer)
{
    return {{u"id"_s, customer.id.value},
            {u"full_name"_s, customer.fullName},
            {u"phone"_s, customer.phone},
            {u"avatar_url"_s, customer.avatarUrl}};
}

std::optional<CustomerRef> customerFrom(const QJsonValue& value)
{
    if (!value.isObject())
        return std::nullopt;
    const QJsonObject object = value.toObject();
    return CustomerRef{CustomerId{textOf(object[u"id"_s])}, textOf(object[u"full_name"_s]), textOf(object[u"phone"_s]),
                       textOf(object[u"avatar_url"_s])};
}

QJsonObject endpointJson(const Endpoint& endpoint)
{
    QJsonObject out{{u"type"_s, endpoint.type.text}};
    if (endpoint.warehouseId)
        out.insert(u"warehouse_id"_s, endpoint.warehouseId->value);
    if (endpoint.warehouse)
        out.insert(u"warehouse"_s, refJson(*endpoint.warehouse));
    if (endpoint.location)
        out.insert(u"location"_s, placeJson(*endpoint.location));
    if (endpoint.zone)
        out.insert(u"zone"_s, zoneJson(*endpoint.zone));
    return out;
}

Endpoint endpointFrom(const QJsonObject& object)
{
    Endpoint endpoint;
    endpoint.type = Known<EndpointType>::fromWord(textOf(object[u"type"_s]));
    if (const auto id = maybeText(object[u"warehouse_id"_s]))
        endpoint.warehouseId = WarehouseId{*id};
    endpoint.warehouse = refFrom<WarehouseRef>(object[u"warehouse"_s]);
    endpoint.location = placeFrom(object[u"location"_s]);
    endpoint.zone = zoneFrom(object[u"zone"_s]);
    return endpoint;
}

QJsonObject proofJson(const ProofOfDelivery& proof)
{
    QJsonObject out{{u"signature_url"_s, proof.signatureUrl},
                    {u"photo_urls"_s, QJsonArray::fromStringList(proof.photoUrls)},
                    {u"notes"_s, proof.notes}};
    put(out, u"timestamp"_s, proof.timestamp);
    return out;
}

std::optional<ProofOfDelivery> proofFrom(const QJsonValue& value)
{
    if (!value.isObject())
        return std::nullopt;
    const QJsonObject object = value.toObject();
    return ProofOfDelivery{textOf(object[u"signature_url"_s]), textsOf(object[u"photo_urls"_s]),
                           textOf(object[u"notes"_s]), instantOf(object[u"timestamp"_s])};
}

QJsonObject errorJson(const Error& error)
{
    QJsonArray fields;
    for (const FieldError& field : error.fields)
        fields << QJsonObject{{u"field"_s, field.field}, {u"message"_s, field.message}};
    return {{u"kind"_s, static_cast<int>(error.kind)}, {u"status"_s, error.status}, {u"code"_s, error.code},
            {u"message"_s, error.vendorText},          {u"detail"_s, error.detail}, {u"fields"_s, fields}};
}

Error errorFrom(const QJsonObject& object)
{
    Error error;
    error.kind =
        static_cast<Error::Kind>(std::clamp(object[u"kind"_s].toInt(), 0, static_cast<int>(Error::Kind::Storage)));
    error.status = object[u"status"_s].toInt();
    error.code = object[u"code"_s].toString();
    error.vendorText = object[u"message"_s].toString();
    error.detail = object[u"detail"_s].toString();
    const QJsonArray fields = object[u"fields"_s].toArray();
    for (const QJsonValue& field : fields)
        error.fields << FieldError{field[u"field"_s].toString(), field[u"message"_s].toString()};
    return error;
}

} // namespace waydesk::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/ondi/ondiparcels.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::wire::ondidesk {

namespace {

QJsonValue cleared()
{
    return QJsonValue::Null;
}

void insertEnd(QJsonObject& body, const QString& side, const QString& placeKey,
               const std::optional<std::optional<WarehouseRef>>& warehouse, const std::optional<Place>& place)
{
    if (warehouse)
        body.insert(side + u"_warehouse_id"_s, *warehouse ? QJsonValue((*warehouse)->id.value) : cleared());
    if (place)
        body.insert(placeKey, placeJson(*place));
}

} // namespace

QJsonObject placeJson(const Place& place)
{
    QJsonObject object;
    if (place.id)
        object.insert(u"id"_s, place.id->value);
    if (place.position.isValid()) {
        object.insert(u"latitude"_s, place.position.latitude());
        object.insert(u"longitude"_s, place.position.longitude());
    }
    object.insert(u"full_address"_s, place.fullAddress);
    const std::pair<QString, const std::optional<QString>&> texts[]{{u"city"_s, place.city},
                                                                    {u"state"_s, place.state},
                                                                    {u"country"_s, place.country},
                                                                    {u"postal_code"_s, place.postalCode},
                                                                    {u"country_code"_s, place.countryCode},
                                                                    {u"contact_info"_s, place.contactInfo}};
    for (const auto& [key, text] : texts) {
        if (text)
            object.insert(key, *text);
    }
    return object;
}

QJsonObject parcelBody(const ParcelEdit& edit)
{
    QJsonObject body;
    insertEnd(body, u"pickup"_s, u"pickup_location"_s, edit.pickupWarehouse, edit.pickup);
    insertEnd(body, u"dropoff"_s, u"delivery_location"_s, edit.dropoffWarehouse, edit.dropoff);
    if (edit.customer && *edit.customer && (*edit.customer)->id.isEmpty()) {
        body.insert(u"customer_name"_s, (*edit.customer)->fullName);
        body.insert(u"customer_phone"_s, (*edit.customer)->phone);
    } else if (edit.customer) {
        body.insert(u"customer_id"_s, *edit.customer ? QJsonValue((*edit.customer)->id.value) : cleared());
    }
    if (edit.cod)
        body.insert(u"cod_amount"_s, edit.cod->minor);
    if (edit.unitSize)
        body.insert(u"unit_size"_s, edit.unitSize->text());
    const std::pair<QString, const std::optional<QString>&> texts[]{
        {u"payment_method"_s, edit.paymentMethod},
        {u"barcode"_s, edit.barcode},
        {u"external_reference_id"_s, edit.externalReference},
        {u"notes"_s, edit.notes}};
    for (const auto& [key, text] : texts) {
        if (text)
            body.insert(key, *text);
    }
    if (edit.window) {
        body.insert(u"window_opens_at"_s, *edit.window ? QJsonValue(formatInstant((*edit.window)->opens)) : cleared());
        body.insert(u"window_closes_at"_s,
                    *edit.window ? QJsonValue(formatInstant((*edit.window)->closes)) : cleared());
    }
    return body;
}

} // namespace waydesk::wire::ondidesk

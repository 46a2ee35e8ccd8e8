// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/parceljson.h"

#include "services/store/valuejson.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

namespace {

template<class T, class Json>
void putOrNull(QJsonObject& out, const QString& key, const std::optional<std::optional<T>>& value, Json json)
{
    if (value)
        out.insert(key, *value ? QJsonValue(json(**value)) : QJsonValue(QJsonValue::Null));
}

template<class T, class Read>
std::optional<std::optional<T>> takeOrNull(const QJsonObject& in, const QString& key, Read read)
{
    if (!in.contains(key))
        return std::nullopt;
    const QJsonValue value = in[key];
    return std::optional<std::optional<T>>(std::in_place, value.isNull() ? std::optional<T>() : read(value));
}

QJsonObject refJson(const WarehouseRef& ref)
{
    return warehouseJson({ref, {}});
}

std::optional<WarehouseRef> refFrom(const QJsonValue& value)
{
    return warehouseFrom(value.toObject()).ref;
}

QJsonObject windowJson(const VisitWindow& window)
{
    return {{u"opens"_s, formatInstant(window.opens)}, {u"closes"_s, formatInstant(window.closes)}};
}

std::optional<VisitWindow> windowFrom(const QJsonValue& value)
{
    const auto opens = parseInstant(value[u"opens"_s].toString()), closes = parseInstant(value[u"closes"_s].toString());
    return opens && closes ? std::optional(VisitWindow{*opens, *closes}) : std::nullopt;
}

const QString kPickupWarehouse = u"pickup_warehouse"_s, kDropoffWarehouse = u"dropoff_warehouse"_s,
              kPickup = u"pickup"_s, kDropoff = u"dropoff"_s, kCustomer = u"customer"_s, kCod = u"cod"_s,
              kCurrency = u"currency"_s, kSize = u"unit_size"_s, kWindow = u"window"_s;

template<class Edit> // the same texts, written and read
auto textsOf(Edit& edit)
{
    return std::array{std::pair(u"payment_method"_s, &edit.paymentMethod), std::pair(u"barcode"_s, &edit.barcode),
                      std::pair(u"external_reference"_s, &edit.externalReference), std::pair(u"notes"_s, &edit.notes)};
}

} // namespace

QJsonObject parcelEditJson(const ParcelEdit& edit)
{
    QJsonObject out;
    putOrNull(out, kPickupWarehouse, edit.pickupWarehouse, refJson);
    putOrNull(out, kDropoffWarehouse, edit.dropoffWarehouse, refJson);
    putOrNull(out, kCustomer, edit.customer, customerJson);
    putOrNull(out, kWindow, edit.window, windowJson);
    if (edit.pickup)
        out.insert(kPickup, placeJson(*edit.pickup));
    if (edit.dropoff)
        out.insert(kDropoff, placeJson(*edit.dropoff));
    if (edit.cod) {
        out.insert(kCod, edit.cod->minor);
        out.insert(kCurrency, edit.cod->currency);
    }
    if (edit.unitSize)
        out.insert(kSize, edit.unitSize->text());
    for (const auto& [key, text] : textsOf(edit)) {
        if (*text)
            out.insert(key, **text);
    }
    return out;
}

ParcelEdit parcelEditFrom(const QJsonObject& object)
{
    ParcelEdit edit;
    edit.pickupWarehouse = takeOrNull<WarehouseRef>(object, kPickupWarehouse, refFrom);
    edit.dropoffWarehouse = takeOrNull<WarehouseRef>(object, kDropoffWarehouse, refFrom);
    edit.customer = takeOrNull<CustomerRef>(object, kCustomer, customerFrom);
    edit.window = takeOrNull<VisitWindow>(object, kWindow, windowFrom);
    edit.pickup = placeFrom(object[kPickup]);
    edit.dropoff = placeFrom(object[kDropoff]);
    if (object.contains(kCod))
        edit.cod = Money{object[kCod].toInteger(), object[kCurrency].toString()};
    edit.unitSize = Quantity::parse(object[kSize].toString());
    for (const auto& [key, text] : textsOf(edit)) {
        if (object.contains(key))
            *text = object[key].toString();
    }
    return edit;
}

} // namespace waydesk::store

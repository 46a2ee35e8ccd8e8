// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/ondi/ondidecode.h"
#include "services/wire/ondi/ondienvelope.h"
#include "services/wire/ondi/ondifields.h"
#include "services/wire/ondi/ondivalues.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::wire::ondidesk {

namespace {

template<class T, class Decode>
Result<LookupPage<T>> lookup(QByteArrayView body, Decode decode)
{
    const Result<ListBody> list = dataList(body);
    if (!list)
        return list.error();
    LookupPage<T> page;
    page.paging = pagingFrom(list->whole, page.drift);
    for (const QJsonValue& item : list->rows) {
        const QJsonObject object = item.toObject();
        if (Fields(object, page.drift).textOr(u"id"_s).isEmpty())
            page.drift.note(u"a row without an id"_s);
        else
            page.rows.append({decode(object, page.drift), object});
    }
    return page;
}

} // namespace

Result<Tokens> decodeTokens(QByteArrayView body)
{
    const Result<QJsonObject> data = dataObject(body);
    if (!data)
        return data.error();
    Tokens tokens;
    const Fields fields(*data, tokens.drift);
    tokens.access = fields.textOr(u"access_token"_s);
    tokens.refresh = fields.textOr(u"refresh_token"_s);
    if (tokens.access.isEmpty())
        return malformed(u"access_token is missing"_s);
    tokens.expiresIn = std::chrono::seconds{fields.integer(u"expires_in"_s).value_or(0)};
    if (const auto user = fields.child(u"user"_s))
        tokens.user = userFrom(*user, tokens.drift);
    return tokens;
}

Result<User> decodeUser(QByteArrayView body)
{
    const Result<QJsonObject> data = dataObject(body);
    if (!data)
        return data.error();
    Drift drift;
    User user = userFrom(*data, drift);
    if (user.ref.id.isEmpty())
        return malformed(u"a user without an id"_s);
    return user;
}

Result<Changes> decodeChanges(QByteArrayView body)
{
    const Result<QJsonObject> data = dataObject(body);
    if (!data)
        return data.error();
    Changes result;
    const Fields fields(*data, result.drift);
    const auto cursor = fields.text(u"cursor"_s);
    if (!cursor)
        return malformed(u"cursor is missing"_s);
    result.cursor = *cursor;
    const QJsonArray items = fields.list(u"changes"_s).value_or(QJsonArray{});
    for (const QJsonValue& item : items) {
        const QJsonObject object = item.toObject();
        const Fields row(object, result.drift);
        result.changes.append({row.integer(u"seq"_s).value_or(0), row.textOr(u"entity"_s), row.textOr(u"id"_s),
                               row.textOr(u"op"_s), row.instant(u"updated_at"_s)});
    }
    return result;
}

Result<LookupPage<Warehouse>> decodeWarehouses(QByteArrayView body)
{
    return lookup<Warehouse>(body, warehouseFrom);
}

Result<LookupPage<DriverRef>> decodeDrivers(QByteArrayView body)
{
    return lookup<DriverRef>(body, driverFrom);
}

Result<LookupPage<VehicleRef>> decodeVehicles(QByteArrayView body)
{
    return lookup<VehicleRef>(body, vehicleFrom);
}

Result<LookupPage<Zone>> decodeZones(QByteArrayView body)
{
    return lookup<Zone>(body, [](const QJsonObject& object, Drift& drift) {
        Zone zone;
        zone.ref = zoneFrom(object, drift);
        const Fields fields(object, drift);
        const auto centre = fields.child(u"center"_s);
        const double radius = fields.real(u"radius_m"_s).value_or(0);
        if (centre && radius > 0) {
            const Fields place(*centre, drift);
            const double none = std::numeric_limits<double>::quiet_NaN();
            zone.centre =
                QGeoCoordinate(place.real(u"latitude"_s).value_or(none), place.real(u"longitude"_s).value_or(none));
        }
        if (zone.centre.isValid())
            zone.radius = radius;
        return zone;
    });
}

Result<LookupPage<CustomerRef>> decodeCustomers(QByteArrayView body)
{
    return lookup<CustomerRef>(body, customerFrom);
}

} // namespace waydesk::wire::ondidesk

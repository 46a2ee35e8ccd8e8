// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/assured/driverlocation.h"

#include "services/wire/fieldreader.h"

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::wire::assured {

namespace {

constexpr qsizetype kLongestId = 200;
constexpr double kAny = std::numeric_limits<double>::max();

} // namespace

Result<DriverLocation> decodeDriverLocation(QByteArrayView body)
{
    const Result<QJsonObject> object = requestObject(body);
    if (!object)
        return object.error();
    QList<FieldError> faults;
    FieldReader in(*object, faults);
    DriverLocation location;
    Position& position = location.position;
    position.driver = {in.text(u"driver_id"_s, Need::Required, 1, kLongestId).value_or(QString())};
    location.order = in.text(u"order_id"_s, Need::Optional, 1, kLongestId);
    const auto latitude = in.number(u"latitude"_s, Need::Required, -kAny, kAny);
    const auto longitude = in.number(u"longitude"_s, Need::Required, -kAny, kAny);
    position.heading = in.number(u"heading"_s, Need::Optional, 0, 360);
    position.speed = in.number(u"speed_kmh"_s, Need::Optional, 0, kAny);
    position.accuracy = in.number(u"accuracy_m"_s, Need::Optional, 0, kAny);
    if (const auto text = in.text(u"timestamp"_s, Need::Required, 1, 64)) {
        const std::optional<Instant> at = parseInstant(*text);
        if (!at)
            in.refuse(u"timestamp"_s, u"Input should be a valid datetime"_s);
        position.at = at.value_or(Instant{});
    }
    if (!faults.isEmpty())
        return badRequest(faults);
    position.coordinate = QGeoCoordinate(*latitude, *longitude);
    return location;
}

Result<TrackRequest> decodeTrackRequest(QByteArrayView body)
{
    const Result<QJsonObject> object = requestObject(body);
    if (!object)
        return object.error();
    QList<FieldError> faults;
    FieldReader in(*object, faults);
    TrackRequest request;
    if (const auto driver = in.text(u"driver_id"_s, Need::Optional, 1, kLongestId))
        request.driver = DriverId{*driver};
    request.order = in.text(u"order_id"_s, Need::Optional, 1, kLongestId);
    if (faults.isEmpty() && request.driver.has_value() == request.order.has_value())
        in.refuse(u"driver_id"_s, u"Give either a driver_id or an order_id"_s);
    if (!faults.isEmpty())
        return badRequest(faults);
    return request;
}

void writeTracked(JsonWriter& out, const DriverLocation& location)
{
    const Position& position = location.position;
    out.beginObject()
        .field("driver_id", position.driver)
        .field("order_id", location.order)
        .field("latitude", position.coordinate.latitude())
        .field("longitude", position.coordinate.longitude())
        .field("heading", position.heading)
        .field("speed_kmh", position.speed)
        .field("last_update", position.at)
        .endObject();
}

} // namespace waydesk::wire::assured

// SPDX-License-Identifier: GPL-3.0-or-later
// Assured Express x ONRO: where a driver is, as its webhook tells it and as its tracking call answers it.
#pragma once

#include "services/domain/position.h"
#include "services/domain/result.h"
#include "services/wire/jsonwriter.h"

#include <QByteArrayView>

namespace waydesk::wire::assured {

struct DriverLocation
{
    Position position; // its coordinate is invalid where the numbers are none of this planet: the domain judges that
    std::optional<QString> order;
};

// {"driver_id","order_id"?,"latitude","longitude","heading"?,"speed_kmh"?,"accuracy_m"?,"timestamp"}
Result<DriverLocation> decodeDriverLocation(QByteArrayView body);

struct TrackRequest // one of the two
{
    std::optional<DriverId> driver;
    std::optional<QString> order;
};
Result<TrackRequest> decodeTrackRequest(QByteArrayView body);
// data{driver_id,order_id,latitude,longitude,heading,speed_kmh,last_update}
void writeTracked(JsonWriter& out, const DriverLocation& location);

} // namespace waydesk::wire::assured

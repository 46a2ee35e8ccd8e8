// SPDX-License-Identifier: GPL-3.0-or-later
// What phone trackers send: the OsmAnd form as Traccar reads it, which is what Traccar Client and most tracker apps are
// made for. Two shapes: fields of a query or a form, with the speed in knots; and one JSON object, with the speed in
// metres per second. -1 stands for unknown in both. Fields that we do not know are many, and passed over.
#pragma once

#include "services/domain/position.h"
#include "services/domain/result.h"

#include <QByteArrayView>
#include <QList>

namespace waydesk::wire::osmand {

struct TrackerReport
{
    QString device;
    Position position; // of no driver yet; its coordinate may be invalid: the domain judges that
};

using Fields = QList<std::pair<QString, QString>>; // decoded; of one that stands twice, the last counts

// id or deviceid; lat and lon, or location=lat,lon; timestamp in seconds (below 2^31-1), milliseconds, ISO 8601, or
// "yyyy-MM-dd HH:mm:ss" in UTC, and `receivedAt` without one; speed; bearing or heading; accuracy in metres.
Result<TrackerReport> decodeReport(const Fields& fields, Instant receivedAt);
// {"device_id","location":{"timestamp","coords":{"latitude","longitude","speed","heading","accuracy"}}}
Result<TrackerReport> decodeReport(QByteArrayView json, Instant receivedAt);

} // namespace waydesk::wire::osmand

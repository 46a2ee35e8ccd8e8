// SPDX-License-Identifier: GPL-3.0-or-later
// Every documented answer of OnDi's trip calls, from bytes to values; the rules of ondidecode.h hold here too. Pure;
// any thread.
#pragma once

#include "services/wire/tripanswers.h"

#include <QByteArrayView>

namespace waydesk::wire::ondidesk {

Result<TripPage> decodeTripPage(QByteArrayView body); // also the driver's own list, whose paging says per_page
Result<TripAnswer> decodeTrip(QByteArrayView body);   // detail, create, and the steps that answer with less
Result<TripReturns> decodeTripReturns(QByteArrayView body);
Result<TripCounts> decodeTripCounts(QByteArrayView body);

// One trip's own fields, as they stand in a stored raw row.
Trip tripFrom(const QJsonObject& object, Drift& drift);

} // namespace waydesk::wire::ondidesk

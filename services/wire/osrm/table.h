// SPDX-License-Identifier: GPL-3.0-or-later
// The table service of an OSRM-compatible router, version 1: what every leg between some places costs by road. Source:
// OSRM's HTTP documentation, "Table service". Pure functions, any thread.
#pragma once

#include "services/domain/result.h"
#include "services/domain/routing/travelmatrix.h"

#include <QByteArrayView>

namespace waydesk::wire::osrm {

// Routers refuse more than they were set up for (100 out of the box); this is only where asking stops making sense.
inline constexpr qsizetype kMostPlaces = 500;

// Path and query under the router's base URL. Every place must be valid; longitude comes first there.
QByteArray tableTarget(std::span<const QGeoCoordinate> places);

// Legs in whole metres and seconds. A pair without a road between is Kind::Rejected, code "no_road"; a router's own
// refusal is Kind::Rejected with its code and words; anything else that does not fit is Kind::Malformed.
Result<routing::TravelMatrix> decodeTable(QByteArrayView body, qsizetype places);
// What a status that is no 2xx says: the router's own code and words where it gave them.
Error decodeTableError(int status, QByteArrayView body);

} // namespace waydesk::wire::osrm

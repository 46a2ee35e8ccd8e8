// SPDX-License-Identifier: GPL-3.0-or-later
// OnDi's calls as a table of routes: each reads its request, calls one use case of backend/depot, and writes the answer
// as the documents show it.
#pragma once

#include "backend/http/message.h"

#include <vector>

namespace waydesk::backend {

std::vector<Route> ondiWaybillRoutes();  // the 23 documented calls
std::vector<Route> ondiTripRoutes();     // the 12 documented calls, and our own about a parcel on its trip
std::vector<Route> ondiDeliveryRoutes(); // our own: the parcels
std::vector<Route> ondiLookupRoutes();   // our own: warehouses, drivers, vehicles, zones, customers
std::vector<Route> ondiCashRoutes();     // our own: cash that drivers hand in
std::vector<Route> ondiReturnRoutes();   // our own: the queue of return requests
std::vector<Route> ondiCaseRoutes();     // our own: exceptions, and who may own one
std::vector<Route> ondiMediaRoutes();    // our own: pictures of proofs
std::vector<Route> ondiPositionRoutes(); // our own: where the drivers are, and were

std::vector<Route> ondiMediaRoutesWithin(qint64 limit); // the same, with so many bytes for each tenant

// The three parts of ondiWaybillRoutes().
std::vector<Route> waybillReadRoutes();
std::vector<Route> waybillWriteRoutes();
std::vector<Route> waybillDriverRoutes();

// The three parts of ondiTripRoutes().
std::vector<Route> tripReadRoutes();
std::vector<Route> tripWriteRoutes();
std::vector<Route> tripParcelRoutes();

} // namespace waydesk::backend

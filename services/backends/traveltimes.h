// SPDX-License-Identifier: GPL-3.0-or-later
// Port: what driving between some places costs by road. Every call finishes exactly once through `done`, later, unless
// its Call is dropped first. Engine thread.
#pragma once

#include "services/domain/routing/travelmatrix.h"
#include "services/net/call.h"

namespace waydesk::backends {

class TravelTimes
{
public:
    virtual ~TravelTimes() = default;
    // All pairs, in the order of the places, all of which are valid.
    virtual net::Call table(std::span<const QGeoCoordinate> places, net::Done<routing::TravelMatrix> done) = 0;
};

} // namespace waydesk::backends

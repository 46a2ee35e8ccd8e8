// SPDX-License-Identifier: GPL-3.0-or-later
// Port: trips as a system tells them. Reads only. Every call finishes exactly once through `done`, later, unless its
// Call is dropped first. Engine thread.
#pragma once

#include "services/net/call.h"
#include "services/wire/tripanswers.h"

namespace waydesk::backends {

class TripSource
{
public:
    virtual ~TripSource() = default;
    virtual net::Call page(int page, net::Done<wire::TripPage> done) = 0; // newest first
    virtual net::Call detail(const TripId& id, net::Done<wire::TripAnswer> done) = 0;
};

} // namespace waydesk::backends

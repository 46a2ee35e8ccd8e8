// SPDX-License-Identifier: GPL-3.0-or-later
// Port: where drivers are, as news, and where they were. Every call finishes exactly once through `done`, later, unless
// its Call is dropped first. Engine thread.
#pragma once

#include "services/net/call.h"
#include "services/wire/positionanswers.h"

namespace waydesk::backends {

class Tracking
{
public:
    virtual ~Tracking() = default;
    virtual net::Call news(qint64 since, net::Done<wire::PositionNews> done) = 0; // 0: all that are known
    virtual net::Call track(const DriverId& driver, Instant from, Instant to, const QString& after,
                            net::Done<wire::Track> done) = 0;
};

} // namespace waydesk::backends

// SPDX-License-Identifier: GPL-3.0-or-later
// Port: what waits for somebody's decision or care. Reads only, by keyset. A plain OnDi server has none of it. Every
// call finishes exactly once through `done`, later, unless its Call is dropped first. Engine thread.
#pragma once

#include "services/net/call.h"
#include "services/wire/queueanswers.h"

namespace waydesk::backends {

class Queues
{
public:
    virtual ~Queues() = default;
    // The page after `cursor` (empty: the first).
    virtual net::Call returns(const QString& cursor, net::Done<wire::QueuePage<wire::SeenReturn>> done) = 0;
    virtual net::Call cases(const QString& cursor, net::Done<wire::QueuePage<wire::SeenCase>> done) = 0;
    virtual net::Call colleagues(net::Done<wire::Colleagues> done) = 0;
};

} // namespace waydesk::backends

// SPDX-License-Identifier: GPL-3.0-or-later
// Port: hearing of changes. A system without it answers NotFound once, and is polled from then on.
#pragma once

#include "services/net/call.h"
#include "services/wire/answers.h"

namespace waydesk::backends {

class ChangeFeed
{
public:
    virtual ~ChangeFeed() = default;
    // Waits up to `wait` for the first change after `cursor`; an empty cursor answers the present one at once.
    virtual net::Call since(const QString& cursor, std::chrono::seconds wait, net::Done<wire::Changes> done) = 0;
};

} // namespace waydesk::backends

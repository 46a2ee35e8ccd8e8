// SPDX-License-Identifier: GPL-3.0-or-later
// Assured Express x ONRO's calls about where drivers are: the webhook that tells it, and the call that asks.
#pragma once

#include "backend/depot/positionintake.h"
#include "backend/http/message.h"

#include <vector>

namespace waydesk::backend::assured {

// Who sends the webhooks.
struct Source
{
    QString tenant;    // the name of the tenant whose drivers it speaks of; empty: the only one there is
    QByteArray secret; // empty: unsigned ones are taken
};

std::vector<Route> positionRoutes(PositionIntake& intake, const Source& source);

} // namespace waydesk::backend::assured

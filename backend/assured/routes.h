// SPDX-License-Identifier: GPL-3.0-or-later
// Assured Express x ONRO's calls about where drivers are: the webhook that tells it, and the call that asks.
#pragma once

#include "backend/assured/webhookintake.h"
#include "backend/http/message.h"

#include <vector>

namespace waydesk::backend::assured {

std::vector<Route> positionRoutes(WebhookIntake& webhooks);

} // namespace waydesk::backend::assured

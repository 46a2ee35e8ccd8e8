// SPDX-License-Identifier: GPL-3.0-or-later
// A trip follows its deliveries: whoever changes the status of deliveries says so here, once, after the last of them.
#pragma once

#include "backend/http/message.h"

namespace waydesk::backend {

// Starts and completes the trips of these deliveries as the rules ask, and tells the feed of each trip, whose summary
// and stops have changed in any case. Deliveries without a trip are none of its business.
void followTrips(Call& call, const QList<DeliveryId>& changed);

} // namespace waydesk::backend

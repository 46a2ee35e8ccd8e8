// SPDX-License-Identifier: GPL-3.0-or-later
// GET and POST /track: trackers report in the OsmAnd form. No token: the device id, bound to a driver, is what they
// have.
#pragma once

#include "backend/depot/positionintake.h"
#include "backend/http/message.h"

#include <vector>

namespace waydesk::backend::osmand {

std::vector<Route> trackRoutes(PositionIntake& intake);

} // namespace waydesk::backend::osmand

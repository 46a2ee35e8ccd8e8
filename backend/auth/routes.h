// SPDX-License-Identifier: GPL-3.0-or-later
// POST /auth/login, /auth/refresh, /auth/logout and GET /auth/me.
#pragma once

#include "backend/auth/signins.h"

#include <vector>

namespace waydesk::backend {

std::vector<Route> authRoutes(SignIns& signIns);

} // namespace waydesk::backend

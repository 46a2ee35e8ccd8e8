// SPDX-License-Identifier: GPL-3.0-or-later
// The status line and headers of an answer, as bytes.
#pragma once

#include "backend/http/message.h"

#include <string>

namespace waydesk::backend {

std::string responseHead(const Response& response, bool keepAlive);

} // namespace waydesk::backend

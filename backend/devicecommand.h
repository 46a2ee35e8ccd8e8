// SPDX-License-Identifier: GPL-3.0-or-later
// `waydesk-backend device bind|list`. May run beside a server on the same file. Answers the exit code.
#pragma once

#include "backend/options.h"
#include "backend/storage/database.h"

namespace waydesk::backend {

int runDeviceCommand(const DeviceOptions& options, Database& database);

} // namespace waydesk::backend

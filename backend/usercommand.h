// SPDX-License-Identifier: GPL-3.0-or-later
// `waydesk-backend user add|password|list`. May run beside a server on the same file. The password comes from standard
// input, unseen where that is a terminal, and never from the command line. Answers the exit code.
#pragma once

#include "backend/options.h"
#include "backend/storage/database.h"

namespace waydesk::backend {

int runUserCommand(const UserOptions& options, Database& database);

} // namespace waydesk::backend

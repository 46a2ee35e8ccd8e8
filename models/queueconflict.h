// SPDX-License-Identifier: GPL-3.0-or-later
// What a conflict about a return request or an exception shows: mine, theirs, and whether it could be done now.
#pragma once

#include "models/conflicttext.h"

namespace waydesk::models {

bool isAboutQueues(const Command& command);
void addQueueLines(ConflictView& view, const facade::Conflict& conflict, const Formats& formats);
bool isQueueCommandPossible(const facade::Conflict& conflict); // as far as theirs, as now known, says

} // namespace waydesk::models

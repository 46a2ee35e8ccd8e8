// SPDX-License-Identifier: GPL-3.0-or-later
// What each waybill action takes, which command stands for it before the rules, and who may manage waybills at all.
#pragma once

#include "models/waybillactions.h"

namespace waydesk::models {

enum class ActScope { None, One, Many }; // how many waybills an act takes

ActScope scopeOf(WaybillActions::Act act);
bool changesThings(WaybillActions::Act act);
// The command to be judged in place of the act; what the person will still fill in is taken as sensible.
std::optional<Command> sampleCommand(WaybillActions::Act act, const WaybillId& id);
bool mayManage(UserRole role, const QStringList& permissions);

} // namespace waydesk::models

// SPDX-License-Identifier: GPL-3.0-or-later
// What a step will do, told before it is done; and, for one waybill of many, why it would be left out.
#pragma once

#include "models/waybillactions.h"
#include "ui/window/ask.h"

namespace waydesk::models {
class Formats;
}

namespace waydesk::ui {

Question questionFor(models::WaybillActions::Act act, const facade::WaybillRow& row, const models::Formats& formats);
// Empty: the rules allow it, seen from what is expected.
QString leftOutBecause(models::WaybillActions::Act act, const facade::WaybillRow& row);
QString bulkTitle(models::WaybillActions::Act act);
QString bulkVerb(models::WaybillActions::Act act, int count);

} // namespace waydesk::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The words and keys of the waybill actions, apart from when they are possible.
#pragma once

#include "models/waybillactions.h"

#include <QKeySequence>

namespace waydesk::models {

QString actText(WaybillActions::Act act);      // "Assign driver…": menus and the palette
QString actShortText(WaybillActions::Act act); // "Assign": toolbars
QString actPurpose(WaybillActions::Act act);   // one sentence, shown while it is possible
QKeySequence actKey(WaybillActions::Act act);

QString needsOneText();     // nothing is selected
QString needsOnlyOneText(); // too many are
QString needsSignInText();
QString roleMayNotText(UserRole role);
QString nothingToUndoText();
QString undoText(const QString& title);
// "2 of 5 cannot: WB00398: …"
QString someCannotText(int cannot, int all, const QString& first, const QString& why);

} // namespace waydesk::models

// SPDX-License-Identifier: GPL-3.0-or-later
// Icons of the waybill actions and the menus made of them; the same list in the toolbar's ⋯, at right-click and in the
// detail's ⋯, so that no place offers more than another.
#pragma once

#include "models/waybillactions.h"
#include "ui/theme/theme.h"

class QMenu;

namespace waydesk::ui {

QString iconOf(models::WaybillActions::Act act);
// Gives every action its icon, tinted by the theme, and the name of it for buttons ("iconName").
void dress(models::WaybillActions& actions, const Theme& theme);
// Fills the menu with all acts, in groups. It shows tool tips: an act that is not possible says why.
void fillActionsMenu(QMenu& menu, const models::WaybillActions& actions);

} // namespace waydesk::ui

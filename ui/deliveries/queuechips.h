// SPDX-License-Identifier: GPL-3.0-or-later
// The chips of the two queues: each kind and state has an icon and a word of its own beside its colour.
#pragma once

#include "services/facade/queueitems.h"
#include "ui/widgets/paint.h"

class QModelIndex;

namespace waydesk::ui {

// The word by which tokens.json knows how the status looks.
QString returnBadgeWord(const Known<ReturnRequestStatus>& state);
QList<ChipContent> returnChips(const Theme& theme, const QModelIndex& index); // of models::ReturnsModel
QList<ChipContent> caseChips(const Theme& theme, const QModelIndex& index);   // of models::CasesModel: what happened
QList<ChipContent> dueChips(const QModelIndex& index);                        // likewise: when it is due
std::optional<ChipContent> openMark(const Theme& theme, const std::optional<store::CommandState>& mark);

} // namespace waydesk::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The status cell of a waybill or a parcel: its chip, and beside it what is expected once the queue has been sent.
#pragma once

#include "services/facade/rows.h"
#include "ui/widgets/paint.h"

class QModelIndex;

namespace waydesk::ui {

QString commandWord(store::CommandState state); // as tokens.json names it
int usualChipsWidth(const Theme& theme);        // Drafted → Sealed ⏱, in the language of now
QList<ChipContent> waybillChips(const Theme& theme, const QModelIndex& index);
QList<ChipContent> deliveryChips(const Theme& theme, const QModelIndex& index);
// "→ Sealed · queued ⏱"; nullopt where nothing is expected.
std::optional<ChipContent> expectedChip(const Theme& theme, const facade::WaybillRow& row);

} // namespace waydesk::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// A command that is larger than a system takes at once becomes several, in order. Pure.
#pragma once

#include "services/domain/command.h"

namespace waydesk::sync {

inline constexpr qsizetype kMostDeliveriesAtOnce = 500;
inline constexpr qsizetype kMostWaybillsAtOnce = 100;

// The first one stands for the whole: a create keeps its id, and what did not fit is attached after it.
QList<Command> split(const Command& command);

} // namespace waydesk::sync

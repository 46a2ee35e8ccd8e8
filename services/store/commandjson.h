// SPDX-License-Identifier: GPL-3.0-or-later
// Commands as they lie in the outbox: {"v":1,"kind":"seal_waybill",…}. The format is the store's own and outlives
// programs: keys are only ever added, a version that is not known reads as nothing rather than as something else.
#pragma once

#include "services/domain/command.h"

namespace waydesk::store {

QString commandText(const Command& command);
std::optional<Command> commandFrom(const QString& text);

} // namespace waydesk::store

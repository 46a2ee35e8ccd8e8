// SPDX-License-Identifier: GPL-3.0-or-later
// Commands on exceptions as the outbox keeps them; the rules of commandjson.h hold. Inside the store only.
#pragma once

#include "services/domain/command.h"

#include <QJsonObject>

namespace waydesk::store {

void writeCommand(QJsonObject& out, const RaiseCase& command);
void writeCommand(QJsonObject& out, const UpdateCase& command);
std::optional<Command> caseCommandFrom(const QString& kind, const QJsonObject& in); // nullopt: none of them

} // namespace waydesk::store

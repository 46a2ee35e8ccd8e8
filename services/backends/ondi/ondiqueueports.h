// SPDX-License-Identifier: GPL-3.0-or-later
// The queues of returns and of exceptions on an OnDi server: the port, and what the answers to their commands say.
#pragma once

#include "services/backends/ondi/ondiconnection.h"

namespace waydesk::backends {

std::unique_ptr<Queues> makeOndiQueues(std::shared_ptr<OndiConnection> connection);

Result<CommandAnswer> returnAnswer(const QByteArray& body);
Result<CommandAnswer> caseAnswer(const QByteArray& body);

} // namespace waydesk::backends

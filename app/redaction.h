// SPDX-License-Identifier: GPL-3.0-or-later
// The last net before the log: whatever looks like a token, a password, an e-mail address, a phone number or a person's
// field is cut out of a message. Messages should hold none of it in the first place. Pure.
#pragma once

#include <QString>

namespace waydesk::app {

QString redacted(const QString& message);

} // namespace waydesk::app

// SPDX-License-Identifier: GPL-3.0-or-later
// The OnDi envelope as every route and the front itself answer it. Failures are written straight to bytes: a client
// that sends only nonsense must not cost a document each.
#pragma once

#include "backend/http/message.h"

#include <QJsonValue>

namespace waydesk::backend {

// {"success":true,"message":…,"data":…}
Response success(int status, const QString& message, const QJsonValue& data);
// {"success":false,"code":…,"message":…,"data":null}; without a code the member is left out, as the contract has it.
Response failure(int status, const QString& code, const QString& message);
// 400 {"success":false,"message":…,"details":[{"field","message"}…]}; the message is the first detail's.
Response invalidFields(const QList<FieldError>& errors);

Response insufficientPermissions(); // 403
Response unauthorized();            // 401
Response internalError();           // 500

} // namespace waydesk::backend

// SPDX-License-Identifier: GPL-3.0-or-later
// Assured Express' envelope: {"status":"success","data":…,"timestamp":…,"message":""} and, where it goes wrong,
// {"status":"error","error":code,"details":…,"timestamp":…}.
#pragma once

#include "backend/http/message.h"
#include "services/domain/result.h"
#include "services/wire/jsonwriter.h"

namespace waydesk::backend::assured {

// An open envelope: the next thing written is the value of "data".
wire::JsonWriter openAnswer();
Response closeAnswer(wire::JsonWriter& out, Instant now);
Response failure(int status, const QString& code, const QString& details, Instant now);
Response invalidFields(const QList<FieldError>& faults, Instant now); // 400; the details name each field

} // namespace waydesk::backend::assured

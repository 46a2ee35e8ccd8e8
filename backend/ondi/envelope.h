// SPDX-License-Identifier: GPL-3.0-or-later
// OnDi's envelope around written JSON: {"success":true,"message":…,"data":…} and, for lists, the paging beside it.
#pragma once

#include "backend/depot/paging.h"
#include "backend/http/message.h"
#include "services/domain/result.h"
#include "services/wire/jsonwriter.h"

namespace waydesk::backend {

// An open envelope: the next thing written is the value of "data".
wire::JsonWriter openAnswer(const QString& message, qsizetype reserve = 2048);
Response closeAnswer(wire::JsonWriter& out, int status = 200);
// "total", "page", "limit", after the list.
void pagingFields(wire::JsonWriter& out, qint64 total, const Paging& paging);

Response refusalAnswer(const Error& error);

} // namespace waydesk::backend

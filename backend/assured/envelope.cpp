// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/assured/envelope.h"

#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend::assured {

wire::JsonWriter openAnswer()
{
    wire::JsonWriter out(512);
    out.beginObject().field("status", u"success"_s).key("data");
    return out;
}

Response closeAnswer(wire::JsonWriter& out, Instant now)
{
    out.field("timestamp", now).field("message", u""_s).endObject();
    return {.status = 200, .body = out.take(), .headers = {}};
}

Response failure(int status, const QString& code, const QString& details, Instant now)
{
    wire::JsonWriter out(256);
    out.beginObject().field("status", u"error"_s).field("error", code).field("details", details);
    out.field("timestamp", now).endObject();
    return {.status = status, .body = out.take(), .headers = {}};
}

Response invalidFields(const QList<FieldError>& faults, Instant now)
{
    QStringList lines;
    for (const FieldError& fault : faults)
        lines.append(fault.field + u": "_s + fault.message);
    return failure(400, u"invalid_request"_s, lines.join(u"; "_s), now);
}

} // namespace waydesk::backend::assured

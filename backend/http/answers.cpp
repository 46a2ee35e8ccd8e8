// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/answers.h"

#include "services/wire/jsonwriter.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

Response success(int status, const QString& message, const QJsonValue& data)
{
    const QJsonObject envelope{{u"success"_s, true}, {u"message"_s, message}, {u"data"_s, data}};
    return {.status = status, .body = QJsonDocument(envelope).toJson(QJsonDocument::Compact), .headers = {}};
}

Response failure(int status, const QString& code, const QString& message)
{
    wire::JsonWriter out(256);
    out.beginObject().field("success", false);
    if (!code.isEmpty())
        out.field("code", code);
    out.field("message", message).nullField("data").endObject();
    return {.status = status, .body = out.take(), .headers = {}};
}

Response invalidFields(const QList<FieldError>& errors)
{
    wire::JsonWriter out(256);
    out.beginObject().field("success", false);
    out.field("message", errors.isEmpty() ? u"Invalid request"_s : errors.first().message);
    out.key("details").beginArray();
    for (const FieldError& error : errors)
        out.beginObject().field("field", error.field).field("message", error.message).endObject();
    out.endArray().endObject();
    return {.status = 400, .body = out.take(), .headers = {}};
}

Response insufficientPermissions()
{
    return failure(403, {}, u"Insufficient permissions"_s);
}

Response unauthorized()
{
    return failure(401, u"unauthorized"_s, u"Sign in to continue"_s);
}

Response internalError()
{
    return failure(500, u"internal_error"_s, u"Something went wrong on the server. Please try again."_s);
}

} // namespace waydesk::backend

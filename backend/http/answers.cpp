// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/answers.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

QByteArray jsonText(const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    QByteArray out;
    out.reserve(utf8.size() + 2);
    out += '"';
    for (const char c : utf8) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            constexpr char kHex[] = "0123456789abcdef";
            out += "\\u00";
            out += kHex[(c >> 4) & 0xf];
            out += kHex[c & 0xf];
        } else {
            out += c;
        }
    }
    out += '"';
    return out;
}

Response success(int status, const QString& message, const QJsonValue& data)
{
    const QJsonObject envelope{{u"success"_s, true}, {u"message"_s, message}, {u"data"_s, data}};
    return {.status = status, .body = QJsonDocument(envelope).toJson(QJsonDocument::Compact), .headers = {}};
}

Response failure(int status, const QString& code, const QString& message)
{
    QByteArray body = "{\"success\":false,";
    if (!code.isEmpty())
        body += "\"code\":" + jsonText(code) + ',';
    body += "\"message\":" + jsonText(message) + ",\"data\":null}";
    return {.status = status, .body = body, .headers = {}};
}

Response invalidFields(const QList<FieldError>& errors)
{
    QByteArray body =
        "{\"success\":false,\"message\":" + jsonText(errors.isEmpty() ? u"Invalid request"_s : errors.first().message) +
        ",\"details\":[";
    for (qsizetype i = 0; i < errors.size(); ++i) {
        if (i > 0)
            body += ',';
        body += "{\"field\":" + jsonText(errors[i].field) + ",\"message\":" + jsonText(errors[i].message) + '}';
    }
    body += "]}";
    return {.status = 400, .body = body, .headers = {}};
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/ondi/ondienvelope.h"

#include "services/wire/json.h"
#include "services/wire/ondi/ondidecode.h"
#include "services/wire/ondi/ondifields.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::wire::ondidesk {

Error malformed(const QString& detail)
{
    Error error;
    error.kind = Error::Kind::Malformed;
    error.detail = detail;
    return error;
}

// The envelope of every success: {"success":true,"message":…,"data":…}.
Result<QJsonObject> envelope(QByteArrayView body)
{
    const Result<QJsonValue> parsed = parseJson(body);
    if (!parsed)
        return parsed.error();
    if (!parsed->isObject())
        return malformed(u"the answer is not an object"_s);
    QJsonObject object = parsed->toObject();
    if (object.value(u"success"_s) != QJsonValue(true))
        return malformed(u"a successful status with a body that does not say success"_s);
    return object;
}

Result<QJsonObject> dataObject(QByteArrayView body)
{
    Result<QJsonObject> whole = envelope(body);
    if (!whole)
        return whole;
    const QJsonValue data = whole->value(u"data"_s);
    if (!data.isObject())
        return malformed(u"data is not an object"_s);
    return data.toObject();
}

Result<ListBody> dataList(QByteArrayView body)
{
    Result<QJsonObject> whole = envelope(body);
    if (!whole)
        return whole.error();
    const QJsonValue data = whole->value(u"data"_s);
    if (!data.isArray())
        return malformed(u"data is not a list"_s);
    return ListBody{*std::move(whole), data.toArray()};
}

Paging pagingFrom(const QJsonObject& whole, Drift& drift)
{
    const Fields fields(whole, drift);
    return {fields.integer(u"total"_s).value_or(0), static_cast<int>(fields.integer(u"page"_s).value_or(1)),
            static_cast<int>(fields.integer(u"limit"_s).value_or(0))};
}

Error decodeError(int status, QByteArrayView body)
{
    Error error;
    error.status = status;
    if (status == 401)
        error.kind = Error::Kind::Unauthorised;
    else if (status == 403)
        error.kind = Error::Kind::Forbidden;
    else if (status == 404)
        error.kind = Error::Kind::NotFound;
    else if (status == 429)
        error.kind = Error::Kind::RateLimited;
    else if (status >= 500)
        error.kind = Error::Kind::Server;
    else if (status >= 400)
        error.kind = Error::Kind::Rejected;
    else
        error.kind = Error::Kind::Malformed; // a redirect, or a 1xx that should not have come this far
    error.detail = u"HTTP %1"_s.arg(status);
    const Result<QJsonValue> parsed = parseJson(body);
    const QJsonObject object = parsed && parsed->isObject() ? parsed->toObject() : QJsonObject{};
    if (object.value(u"success"_s) != QJsonValue(false)) {
        // Not this system's own words: a portal or a proxy on the way, whose 404 says nothing about a waybill.
        if (status >= 400 && status < 500 && status != 401 && status != 429)
            error.kind = Error::Kind::Malformed;
        return error;
    }
    Drift drift;
    const Fields fields(object, drift);
    error.code = fields.textOr(u"code"_s);
    error.vendorText = fields.textOr(u"message"_s);
    const QJsonArray items = fields.list(u"details"_s).value_or(QJsonArray{});
    for (const QJsonValue& item : items) {
        const QJsonObject row = item.toObject();
        const Fields detail(row, drift);
        error.fields.append({detail.textOr(u"field"_s), detail.textOr(u"message"_s)});
    }
    return error;
}

} // namespace waydesk::wire::ondidesk

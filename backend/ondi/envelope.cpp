// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ondi/envelope.h"

#include "backend/http/answers.h"

namespace waydesk::backend {

wire::JsonWriter openAnswer(const QString& message, qsizetype reserve)
{
    wire::JsonWriter out(reserve);
    out.beginObject().field("success", true).field("message", message).key("data");
    return out;
}

Response closeAnswer(wire::JsonWriter& out, int status)
{
    out.endObject();
    Response response;
    response.status = status;
    response.body = out.take();
    return response;
}

void pagingFields(wire::JsonWriter& out, qint64 total, const Paging& paging)
{
    out.field("total", total).field("page", paging.page).field("limit", paging.limit);
}

Response refusalAnswer(const Error& error)
{
    if (error.fields.isEmpty())
        return failure(error.status, error.code, error.vendorText);
    if (error.code.isEmpty())
        return invalidFields(error.fields);
    wire::JsonWriter out(256);
    out.beginObject().field("success", false).field("code", error.code).field("message", error.vendorText);
    out.key("details").beginArray();
    for (const FieldError& fault : error.fields)
        out.beginObject().field("field", fault.field).field("message", fault.message).endObject();
    out.endArray();
    return closeAnswer(out, error.status);
}

} // namespace waydesk::backend

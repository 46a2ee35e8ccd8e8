// SPDX-License-Identifier: GPL-3.0-or-later
// Our own calls about pictures. One never changes under its address, so whoever has it need not ask again.
#include "backend/depot/media.h"
#include "backend/http/answers.h"
#include "backend/ondi/envelope.h"
#include "backend/ondi/routes.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

bool isDriver(const Call& call)
{
    return call.caller.role == UserRole::Driver;
}

Response keepRoute(Call& call, qint64 limit)
{
    if (!mayDispatch(call.caller) && !isDriver(call))
        return insufficientPermissions();
    const QByteArray& bytes = call.request.body;
    const auto type = mediaTypeOf(call.request.contentType, bytes);
    if (!type)
        return refusalAnswer(type.error());
    const auto id = keepMedia(call, *type, bytes, limit);
    if (!id)
        return refusalAnswer(id.error());
    auto out = openAnswer(u"Picture stored successfully"_s, 512);
    out.beginObject()
        .field("id", *id)
        .field("url", mediaPath(*id))
        .field("content_type", QString::fromLatin1(contentTypeOf(*type)))
        .field("size", bytes.size())
        .endObject();
    return closeAnswer(out, 201);
}

Response readRoute(Call& call)
{
    if (!mayView(call.caller) && !isDriver(call))
        return insufficientPermissions();
    auto media = findMedia(call, call.request.capture(u"media_id"_s));
    if (!media)
        return refusalAnswer(media.error());
    return {.status = 200,
            .body = std::move(media->bytes),
            .headers = {{"X-Content-Type-Options", "nosniff"}},
            .contentType = contentTypeOf(media->type),
            .cacheControl = "private, max-age=31536000, immutable"};
}

} // namespace

std::vector<Route> ondiMediaRoutes()
{
    return ondiMediaRoutesWithin(kMediaLimit);
}

std::vector<Route> ondiMediaRoutesWithin(qint64 limit)
{
    Route keep{Method::Post, u"/delivery/media"_s, Access::SignedIn, true,
               [limit](Call& call) { return keepRoute(call, limit); }};
    keep.takesBytes = true;
    return {std::move(keep), {Method::Get, u"/delivery/media/{media_id}"_s, Access::SignedIn, false, readRoute}};
}

} // namespace waydesk::backend

// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/assured/envelope.h"
#include "backend/assured/routes.h"
#include "backend/assured/signature.h"
#include "backend/http/answers.h"
#include "backend/http/log.h"
#include "services/wire/assured/driverlocation.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend::assured {

namespace {

Response answerTo(const Result<Nothing>& stored, Instant now)
{
    if (!stored) {
        logEvent(u"webhook_not_kept"_s, {{"why", stored.error().detail}});
        return failure(500, u"internal_error"_s, u"Something went wrong on the server. Please try again."_s, now);
    }
    auto out = openAnswer();
    out.beginObject().field("accepted", true).endObject();
    return closeAnswer(out, now);
}

// Nothing of the body is read here: what is stored is accepted, and judged after (ADR 12).
Response tell(WebhookIntake& webhooks, Call& call)
{
    const Instant now = call.clock.now();
    const QByteArray& secret = webhooks.source().secret;
    if (!secret.isEmpty() && !isSignedWith(secret, call.request.body, call.request.signature)) {
        webhooks.countRefused(u"unsigned"_s);
        return failure(401, u"invalid_signature"_s, u"X-Waydesk-Signature is missing or does not fit the body"_s, now);
    }
    if (call.request.body.size() > kLargestWebhook) {
        webhooks.countRefused(u"too_large"_s);
        return failure(413, u"webhook_too_large"_s, u"A webhook has at most %1 KiB"_s.arg(kLargestWebhook / 1024), now);
    }
    Response response;
    response.later = [&webhooks, now, body = QByteArray(call.request.body.constData(), call.request.body.size())](
                         std::function<void(Response)> answer) {
        const bool waits =
            webhooks.take(body, [answer, now](const Result<Nothing>& stored) { answer(answerTo(stored, now)); });
        if (!waits)
            answer(failure(503, u"server_busy"_s, u"The server is busy. Please try again."_s, now));
    };
    return response;
}

Response track(Call& call)
{
    const Instant now = call.clock.now();
    const Caller& caller = call.caller;
    if (!mayView(caller) && caller.role != UserRole::Merchant)
        return failure(403, u"forbidden"_s, u"Insufficient permissions"_s, now);
    const auto request = wire::assured::decodeTrackRequest(call.request.body);
    if (!request)
        return invalidFields(request.error().fields, now);
    const std::optional<DriverId> driver =
        request->driver ? request->driver : driverOfOrder(call.db, caller.tenant, *request->order);
    const auto known = driver ? lastPosition(call.db, caller.tenant, *driver) : std::nullopt;
    if (!known)
        return failure(404, u"position_not_found"_s, u"Nothing is known of where this driver is"_s, now);
    auto out = openAnswer();
    wire::assured::writeTracked(out, {known->position, request->order ? request->order : known->order});
    return closeAnswer(out, now);
}

} // namespace

std::vector<Route> positionRoutes(WebhookIntake& webhooks)
{
    // The webhook is no write in the front's sense: its transaction is one with others'.
    return {{.method = Method::Post,
             .pattern = u"/onro/driver-location-webhook/"_s,
             .access = Access::Anyone,
             .writes = false,
             .handler = [&webhooks](Call& call) { return tell(webhooks, call); }},
            {.method = Method::Post,
             .pattern = u"/onro/track-driver/"_s,
             .access = Access::SignedIn,
             .writes = false,
             .handler = track}};
}

} // namespace waydesk::backend::assured

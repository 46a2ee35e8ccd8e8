// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/osmand/routes.h"

#include "backend/http/answers.h"
#include "backend/http/log.h"
#include "backend/http/router.h"
#include "services/wire/fieldreader.h"
#include "services/wire/jsonwriter.h"
#include "services/wire/osmand/trackerreport.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend::osmand {

namespace {

Result<wire::osmand::TrackerReport> read(const Request& request, Instant now)
{
    const QByteArray body = request.body.trimmed();
    if (body.startsWith('{'))
        return wire::osmand::decodeReport(QByteArrayView(body), now);
    wire::osmand::Fields fields = request.query;
    if (!readPairs(std::string_view(body.constData(), static_cast<size_t>(body.size())), fields))
        return wire::badRequest(u"body"_s, u"This is neither a form nor JSON"_s);
    return wire::osmand::decodeReport(fields, now);
}

// A tracker sends again what was not answered with 200, and nothing newer before it: so a report that was understood is
// answered with 200, accepted or not.
Response answerTo(const Result<std::optional<PositionVerdict>>& taken)
{
    if (!taken) {
        logEvent(u"position_not_kept"_s, {{"why", taken.error().detail}});
        return internalError();
    }
    const std::optional<PositionVerdict>& verdict = *taken;
    if (!verdict)
        return failure(404, u"device_not_found"_s, u"No driver has this device"_s);
    if (*verdict == PositionVerdict::OutOfRange)
        return invalidFields({{u"lat"_s, u"There is no such place"_s}, {u"lon"_s, u"There is no such place"_s}});
    wire::JsonWriter out(64);
    out.beginObject().field("accepted", *verdict == PositionVerdict::Accepted);
    if (*verdict != PositionVerdict::Accepted)
        out.field("reason", word(*verdict));
    out.endObject();
    return {.status = 200, .body = out.take(), .headers = {}};
}

Response track(PositionIntake& intake, Call& call)
{
    const auto report = read(call.request, call.clock.now());
    if (!report)
        return invalidFields(report.error().fields);
    Response response;
    response.later = [&intake, report = *report](std::function<void(Response)> answer) {
        const bool waits =
            intake.submit(report.device, report.position, [answer](const auto& taken) { answer(answerTo(taken)); });
        if (!waits)
            answer(failure(503, u"server_busy"_s, u"The server is busy. Please try again."_s));
    };
    return response;
}

} // namespace

std::vector<Route> trackRoutes(PositionIntake& intake)
{
    std::vector<Route> routes;
    for (const Method method : {Method::Get, Method::Post}) {
        // No write in the front's sense: a form is no JSON, and what is refused is counted too.
        routes.push_back({.method = method,
                          .pattern = u"/track"_s,
                          .access = Access::Anyone,
                          .writes = false,
                          .handler = [&intake](Call& call) { return track(intake, call); }});
    }
    return routes;
}

} // namespace waydesk::backend::osmand

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

// Several tenants and no name: whose drivers are meant cannot be known, so it knows none.
std::optional<TenantId> tenantOf(const Source& source, Connection& db)
{
    const auto rows = source.tenant.isEmpty() ? db.run("SELECT id FROM tenant LIMIT 2", {})
                                              : db.run("SELECT id FROM tenant WHERE name = ? LIMIT 2", {source.tenant});
    if (!rows->next())
        return std::nullopt;
    TenantId tenant{rows->text(0)};
    return rows->next() ? std::nullopt : std::optional(std::move(tenant));
}

QString whatIsWrong(PositionVerdict verdict)
{
    switch (verdict) {
    case PositionVerdict::OutOfRange:
        return u"latitude, longitude: there is no such place"_s;
    case PositionVerdict::NoFix:
        return u"latitude, longitude: 0/0 is sent where there is no fix"_s;
    case PositionVerdict::InFuture:
        return u"timestamp: lies in the future"_s;
    case PositionVerdict::TooFast:
        return u"speed_kmh: no vehicle is faster than %1"_s.arg(kFastestVehicle);
    case PositionVerdict::Jump:
        return u"latitude, longitude: too far from the last position for the time between"_s;
    case PositionVerdict::Accepted:
    case PositionVerdict::Duplicate:
    case PositionVerdict::OutOfOrder:
        break; // nothing is
    }
    return {};
}

Response driverNotFound(Instant now)
{
    return failure(404, u"driver_not_found"_s, u"Driver not found"_s, now);
}

Response tell(PositionIntake& intake, const Source& source, Call& call)
{
    const Instant now = call.clock.now();
    if (!source.secret.isEmpty() && !isSignedWith(source.secret, call.request.body, call.request.signature))
        return failure(401, u"invalid_signature"_s, u"X-Waydesk-Signature is missing or does not fit the body"_s, now);
    const auto told = wire::assured::decodeDriverLocation(call.request.body);
    if (!told)
        return invalidFields(told.error().fields, now);
    const std::optional<TenantId> tenant = tenantOf(source, call.db);
    if (!tenant || !isDriverOf(call.db, *tenant, told->position.driver))
        return driverNotFound(now);
    const auto verdict = intake.take({*tenant, {told->position, std::optional(told->order)}});
    if (!verdict) {
        logEvent(u"position_not_kept"_s, {{"why", verdict.error().detail}});
        return failure(500, u"internal_error"_s, u"Something went wrong on the server. Please try again."_s, now);
    }
    if (isImpossible(*verdict))
        return failure(400, word(*verdict), whatIsWrong(*verdict), now);
    auto out = openAnswer();
    out.beginObject().field("accepted", *verdict == PositionVerdict::Accepted);
    if (*verdict != PositionVerdict::Accepted)
        out.field("reason", word(*verdict));
    out.endObject();
    return closeAnswer(out, now);
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

std::vector<Route> positionRoutes(PositionIntake& intake, const Source& source)
{
    // The webhook is no write in the front's sense: what it refuses is counted too.
    return {{.method = Method::Post,
             .pattern = u"/onro/driver-location-webhook/"_s,
             .access = Access::Anyone,
             .writes = false,
             .handler = [&intake, source](Call& call) { return tell(intake, source, call); }},
            {.method = Method::Post,
             .pattern = u"/onro/track-driver/"_s,
             .access = Access::SignedIn,
             .writes = false,
             .handler = track}};
}

} // namespace waydesk::backend::assured

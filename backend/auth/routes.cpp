// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/auth/routes.h"

#include "backend/auth/accounts.h"
#include "backend/http/answers.h"
#include "services/wire/fieldreader.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

constexpr qsizetype kLongestText = 200, kLongestPassword = 1000;

// With the zone in which the tenant counts its days: our own field, beside the documented ones.
QJsonObject userJson(const Profile& profile, Connection& db)
{
    return {{u"id"_s, profile.caller.user.value},
            {u"full_name"_s, profile.caller.fullName},
            {u"email"_s, profile.email},
            {u"role"_s, word(profile.caller.role)},
            {u"tenant_id"_s, profile.caller.tenant.value},
            {u"time_zone"_s, zoneNameOf(db, profile.caller.tenant)},
            {u"warehouse_ids"_s, QJsonArray::fromStringList(profile.warehouses)},
            {u"permissions"_s, QJsonArray::fromStringList(QStringList(profile.caller.permissions))}};
}

Response tokensAnswer(const QString& message, const Tokens& tokens, Connection& db)
{
    return success(200, message,
                   QJsonObject{{u"access_token"_s, tokens.access},
                               {u"refresh_token"_s, tokens.refresh},
                               {u"expires_in"_s, qint64(std::chrono::seconds(kAccessLasts).count())},
                               {u"user"_s, userJson(tokens.profile, db)}});
}

Response login(SignIns& signIns, Call& call)
{
    const Result<QJsonObject> body = wire::requestObject(call.request.body);
    if (!body)
        return invalidFields(body.error().fields);
    QList<FieldError> faults;
    wire::FieldReader in(*body, faults);
    const QString email = in.text(u"email"_s, wire::Need::Required, 1, kLongestText).value_or(QString());
    const QString password = in.text(u"password"_s, wire::Need::Required, 1, kLongestPassword).value_or(QString());
    if (!faults.isEmpty())
        return invalidFields(faults);
    const Result<Tokens> tokens = signIns.signIn(email, password, call.db);
    if (tokens)
        return tokensAnswer(u"Signed in successfully"_s, *tokens, call.db);
    if (tokens.error().kind == Error::Kind::RateLimited) {
        Response response =
            failure(429, u"too_many_attempts"_s, u"Too many failed sign-ins. Wait a little and try again."_s);
        const auto seconds = std::max<qint64>(1, signIns.retryAfter(email.trimmed().toLower()).count());
        response.headers.emplaceBack("Retry-After", QByteArray::number(seconds));
        return response;
    }
    if (tokens.error().kind == Error::Kind::Unauthorised)
        return failure(401, u"unauthorized"_s, u"E-mail or password is wrong"_s);
    return internalError();
}

Response refresh(SignIns& signIns, Call& call)
{
    const Result<QJsonObject> body = wire::requestObject(call.request.body);
    if (!body)
        return invalidFields(body.error().fields);
    QList<FieldError> faults;
    wire::FieldReader in(*body, faults);
    const QString token = in.text(u"refresh_token"_s, wire::Need::Required, 1, kLongestText).value_or(QString());
    if (!faults.isEmpty())
        return invalidFields(faults);
    const Result<Tokens> tokens = signIns.refresh(token);
    if (tokens)
        return tokensAnswer(u"Session refreshed successfully"_s, *tokens, call.db);
    return tokens.error().kind == Error::Kind::Unauthorised ? unauthorized() : internalError();
}

} // namespace

std::vector<Route> authRoutes(SignIns& signIns)
{
    // None of these is a write in the front's sense: they take their own write turn, so that no password is worked on
    // inside one and no token is ever kept under an idempotency key.
    return {{.method = Method::Post,
             .pattern = u"/auth/login"_s,
             .access = Access::Anyone,
             .writes = false,
             .handler = [&signIns](Call& call) { return login(signIns, call); },
             .slow = true},
            {.method = Method::Post,
             .pattern = u"/auth/refresh"_s,
             .access = Access::Anyone,
             .writes = false,
             .handler = [&signIns](Call& call) { return refresh(signIns, call); }},
            {.method = Method::Post,
             .pattern = u"/auth/logout"_s,
             .access = Access::SignedIn,
             .writes = false,
             .handler =
                 [&signIns](Call& call) {
                     return signIns.signOut(call.request.authorization)
                                ? success(200, u"Signed out successfully"_s, QJsonValue())
                                : internalError();
                 }},
            {.method = Method::Get,
             .pattern = u"/auth/me"_s,
             .access = Access::SignedIn,
             .writes = false,
             .handler = [&signIns](Call& call) {
                 const std::optional<Profile> profile = signIns.profileOf(call.caller.user, call.db);
                 return profile ? success(200, u"User retrieved successfully"_s, userJson(*profile, call.db))
                                : unauthorized();
             }}};
}

} // namespace waydesk::backend

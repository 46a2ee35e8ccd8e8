// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/front.h"

#include "backend/http/answers.h"
#include "backend/http/changes.h"
#include "backend/http/idempotency.h"
#include "backend/http/log.h"
#include "services/wire/fieldreader.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

bool mayEnter(Access access, const Caller& caller)
{
    switch (access) {
    case Access::Anyone:
    case Access::SignedIn:
        return true;
    case Access::Dispatch:
        return mayDispatch(caller);
    case Access::View:
        return mayView(caller);
    case Access::DriverOnly:
        return caller.role == UserRole::Driver;
    }
    Q_UNREACHABLE();
}

Response failed(const Route& route, const QString& why)
{
    logEvent(u"request_failed"_s, {{"route", route.pattern}, {"why", why}});
    if (route.failureMessage.isEmpty())
        return internalError();
    return failure(500, route.failureCode, route.failureMessage);
}

// Exceptions do not cross a folder: whatever a handler lets out is a 500 of its route.
Response guarded(const Route& route, Call& call)
{
    try {
        return route.handler(call);
    } catch (const std::exception& exception) {
        return failed(route, QString::fromUtf8(exception.what()));
    }
}

} // namespace

bool mayDispatch(const Caller& caller)
{
    return caller.may(u"manage:operations:tenant"_s) || caller.may(u"manage:module:delivery"_s);
}

bool mayView(const Caller& caller)
{
    return mayDispatch(caller) || caller.may(u"view:module:delivery"_s);
}

Front::Front(Database& database, SignIns& signIns, ChangeWaiters& waiters, const Clock& clock, IdSource& ids)
    : m_database(database)
    , m_signIns(signIns)
    , m_waiters(waiters)
    , m_clock(clock)
    , m_ids(ids)
{
}

Front::Plan Front::plan(const Incoming& incoming) const
{
    Plan plan;
    plan.match = m_router.match(incoming.method, incoming.target, plan.request);
    plan.request.body = incoming.body;
    plan.request.authorization = incoming.authorization;
    plan.request.signature = incoming.signature;
    plan.request.contentType = incoming.contentType;
    plan.request.idempotencyKey =
        QString::fromLatin1(incoming.idempotencyKey.data(), static_cast<qsizetype>(incoming.idempotencyKey.size()));
    return plan;
}

Answer Front::run(Plan& plan, const Incoming& incoming, Connection& reader)
{
    switch (plan.match.kind) {
    case Router::Match::Kind::BadPath:
        return {failure(400, u"bad_request"_s, u"The address of the request is malformed"_s), {}};
    case Router::Match::Kind::NoSuchPath:
        return {failure(404, u"not_found"_s, u"There is nothing at this address"_s), {}};
    case Router::Match::Kind::NoSuchMethod: {
        Response response = failure(405, u"method_not_allowed"_s, u"This address does not know that method"_s);
        response.headers.emplaceBack("Allow", plan.match.allowed);
        return {response, {}};
    }
    case Router::Match::Kind::Found:
        break;
    }
    const Route& route = *plan.match.route;
    Request& request = plan.request;
    request.method = route.method;
    request.waitedOut = incoming.waitedOut;

    static const Caller kNobody;
    std::shared_ptr<const Caller> caller;
    if (route.access != Access::Anyone) {
        caller = m_signIns.callerOf(incoming.authorization, reader);
        if (!caller) {
            Response response = unauthorized();
            response.headers.emplaceBack("WWW-Authenticate", "Bearer");
            return {response, {}};
        }
        if (!mayEnter(route.access, *caller))
            return {insufficientPermissions(), {}};
    }
    const Caller& who = caller ? *caller : kNobody;
    return {route.writes ? write(route, request, who, incoming) : read(route, request, who, reader), who.tenant};
}

Response Front::read(const Route& route, const Request& request, const Caller& caller, Connection& reader)
{
    reader.beginRead(); // one snapshot for all its statements
    Call call{.request = request, .caller = caller, .db = reader, .clock = m_clock, .ids = m_ids};
    Response response = guarded(route, call);
    if (reader.failed())
        response = failed(route, reader.error().detail);
    reader.rollback();
    return response;
}

Response Front::write(const Route& route, const Request& request, const Caller& caller, const Incoming& incoming)
{
    // Also where the handler reads no body: a client that sends nonsense is told so, and nothing happens.
    if (!route.takesBytes) {
        if (const Result<QJsonObject> body = wire::requestObject(request.body); !body)
            return invalidFields(body.error().fields);
    }
    const QString& key = request.idempotencyKey;
    const bool keyed = !key.isEmpty() && route.access != Access::Anyone;
    if (keyed && !isValidKey(key))
        return failure(400, u"invalid_idempotency_key"_s,
                       u"An Idempotency-Key has 1 to %1 visible ASCII characters"_s.arg(kLongestKey));
    const QByteArray print =
        keyed ? fingerprint(route.method,
                            QByteArrayView(incoming.target.data(), static_cast<qsizetype>(incoming.target.size())),
                            request.body)
              : QByteArray();
    bool changed = false;
    Response response;
    {
        WriteTurn turn(m_database);
        Connection& db = turn.db();
        db.beginWrite();
        if (keyed) {
            if (const auto kept = keptAnswer(db, caller, key, m_clock.now()))
                return kept->fingerprint == print ? kept->response
                                                  : failure(422, u"idempotency_key_reused"_s,
                                                            u"This Idempotency-Key was used for another request"_s);
        }
        db.savepoint();
        Call call{.request = request, .caller = caller, .db = db, .clock = m_clock, .ids = m_ids};
        response = guarded(route, call);
        if (db.failed()) {
            const Response general = failed(route, db.error().detail);
            return response.status >= 500 ? response : general; // a use case may know better words for it
        }
        const bool takesEffect = response.status < 300;
        if (!takesEffect)
            db.rollbackToSavepoint();
        db.releaseSavepoint();
        if (keyed && response.status < 500)
            keepAnswer(db, caller, key, print, response, m_clock.now());
        const Result<Nothing> done = db.commit();
        if (!done)
            return failed(route, done.error().detail);
        changed = call.changed && takesEffect;
    }
    if (changed)
        m_waiters.tell(caller.tenant);
    return response;
}

void Front::upkeep()
{
    bool more = true;
    while (more) {
        WriteTurn turn(m_database);
        Connection& db = turn.db();
        const Instant now = m_clock.now();
        db.beginWrite();
        const bool keys = pruneKeys(db, now);
        const bool tokens = SignIns::prune(db, now);
        const bool changes = pruneChanges(db, now);
        more = keys || tokens || changes;
        for (const Pruner& pruner : m_pruners)
            more = pruner(db, now) || more;
        const Result<Nothing> done = db.commit();
        if (!done) {
            logEvent(u"upkeep_failed"_s, {{"why", done.error().detail}});
            return;
        }
    }
}

} // namespace waydesk::backend
